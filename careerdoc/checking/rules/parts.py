"""Rules on the parts of a plan: those that its kind must have, and what belongs to each.

The parts that each kind must have follow the three sorts of plan that career-planning classes know (a minimal list,
an undecided student's, one for a particular career) and the forms that schools and offices use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.headings import misspelt_heading
from careerdoc.checking.rules.profile import profile_not_tied
from careerdoc.checking.rules.within import heading_for
from careerdoc.findings import Level
from careerdoc.plan import Horizon, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan


@rule("CD110", "barrier-without-strategy", Level.ADVICE)
def barrier_without_strategy(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A challenge has a strategy to meet it."""
    for barrier in plan.barriers:
        if not barrier.strategy and not barrier.notes and barrier.text:
            hint = "write what you will do about it: `Night shifts → a carpool with Ana`"
            yield Found("this challenge has no strategy", barrier.text.span, hint)


@rule("CD111", "missing-part", Level.WARNING)
def missing_part(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each kind of plan has its required parts."""
    for name, present, hint in _required(plan):
        if not present:
            message = f'a plan of the kind "{plan.kind.value}" {name}; this one does not'
            yield Found(message, plan.span.source.span(0), hint)


def _required(plan: Plan) -> Iterator[tuple[str, bool, str]]:
    roles = {str(section.role) for section in plan.sections if section.role}
    barriers = bool(plan.barriers) or "barriers" in roles
    sources = bool(plan.sources) or "sources" in roles
    if plan.kind in {Kind.CAREER, Kind.ASSIGNMENT}:
        profile = _under(plan, "profile", "About me") + ", with values, interests, personality and skills"
        yield "has a main goal", bool(plan.main_goal), _under(plan, "main_goal", "Main goal")
        yield "has a self-assessment", bool(plan.profile), profile
        yield "says how the career was chosen", "decision" in roles, _under(plan, "decision", "How I chose")
        yield "describes the typical path", "path" in roles, _under(plan, "path", "The typical path")
        yield "names challenges", barriers, _under(plan, "barriers", "Challenges")
        horizons = {goal.horizon for goal in plan.goals}
        yield "has short-term goals", Horizon.SHORT in horizons, _under(plan, "short_term", "Short-term goals")
        yield "has long-term goals", Horizon.LONG in horizons, _under(plan, "long_term", "Long-term goals")
    if plan.kind is Kind.ASSIGNMENT:
        yield "names its sources", sources, _under(plan, "sources", "Sources")
    if plan.kind is Kind.EXPLORING:
        yield "lists classes to take", "classes" in roles, _under(plan, "classes", "Classes to take")
        yield "lists programs or services", "programs" in roles, _under(plan, "programs", "Programs and services")
        yield "lists activities", "activities" in roles, _under(plan, "activities", "Activities")
        work = _under(plan, "experiences", "Internships and volunteering")
        yield "lists internships or volunteering", "experiences" in roles, work
    if plan.kind is Kind.IDP:
        yield "covers a period", bool(plan.period), "add `period: 2026–2027`"
        yield "is signed", bool(plan.signatures) or "signatures" in roles, "add `signatures:` with a role each"


def _under(plan: Plan, role: str, usual: str) -> str:
    return f'write it under a heading "{heading_for(plan, role, usual)}"'


PARTS = (barrier_without_strategy, missing_part, misspelt_heading, profile_not_tied)
