"""Rules on the parts of a plan: those that its kind must have, and how their headings are written.

The parts that each kind must have follow the three sorts of plan that career-planning classes know (a minimal list,
an undecided student's, one for a particular career) and the forms that schools and offices use.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import folded
from careerdoc.findings import Level
from careerdoc.plan import Horizon, Kind
from careerdoc.reading import language
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan

MISSPELT = 0.88
"""From here on a heading is a known one misspelt (difflib's ratio)."""

_WORD = re.compile(r"[^\W\d_]{5,}")


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
            message = f'a plan of the kind "{plan.kind.value}" has {name}; this one does not'
            yield Found(message, plan.span.source.span(0), hint)


def _required(plan: Plan) -> Iterator[tuple[str, bool, str]]:
    roles = {str(section.role) for section in plan.sections if section.role}
    if plan.kind in {Kind.CAREER, Kind.ASSIGNMENT}:
        yield "a main goal", bool(plan.main_goal), 'write it under a heading "Main goal"'
        yield "a self-assessment", bool(plan.profile), 'write "About me" with values, interests, personality and skills'
        yield "how the career was chosen", "decision" in roles, 'write it under a heading "How I chose"'
        yield "the typical path", "path" in roles, 'write it under a heading "The typical path"'
        yield "challenges", bool(plan.barriers) or "barriers" in roles, 'list them under a heading "Challenges"'
        horizons = {goal.horizon for goal in plan.goals}
        yield "short-term goals", Horizon.SHORT in horizons, 'list them under a heading "Short-term goals"'
        yield "long-term goals", Horizon.LONG in horizons, 'list them under a heading "Long-term goals"'
    if plan.kind is Kind.ASSIGNMENT:
        yield "sources", bool(plan.sources) or "sources" in roles, 'list them under a heading "Sources"'
    if plan.kind is Kind.EXPLORING:
        yield "classes to take", "classes" in roles, 'list them under a heading "Classes to take"'
        yield "programs or services", "programs" in roles, 'list them under a heading "Programs and services"'
        yield "activities", "activities" in roles, 'list them under a heading "Activities"'
        yield "internships or volunteering", "experiences" in roles, 'list them under "Internships and volunteering"'
    if plan.kind is Kind.IDP:
        yield "a period", bool(plan.period), "add `period: 2026–2027`"
        yield "signatures", bool(plan.signatures), "add `signatures:` with a role each"


@cache
def _known_headings(code: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in language(code).headings if len(phrase) > 6)


@rule("CD127", "misspelt-heading", Level.ADVICE)
def misspelt_heading(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A heading that is nearly a known one is spelt as that one."""
    if not plan.parts:
        return
    for part in plan.parts:
        text = folded(part.title)
        if part.role or len(text) < 7 or len(text) > 60 or not text.isascii():
            continue
        close = get_close_matches(text, _known_headings(plan.language), n=1, cutoff=MISSPELT)
        if close and close[0] != text and _differs_by_letters(text, close[0]):
            right = close[0][:1].upper() + close[0][1:]
            whole = folded(part.title.span.text.lstrip("# \t")) == text
            span = _letters_of(part.title.span.text)
            at = part.title.span.start
            fix = (Edit(part.title.span.source.span(at + span[0], at + span[1]), right),) if whole and span else ()
            yield Found(f'did you mean the heading "{right}"?', part.title.span, f'write "{right}"', fix)


def _differs_by_letters(one: str, two: str) -> bool:
    """Whether two phrases have as many words, each nearly the same: "gaols" for "goals", not "my" for "our"."""
    first, second = one.split(), two.split()
    if len(first) != len(second):
        return False
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(changed) == 1 and len(changed[0][0]) > 3 and changed[0][0][0] == changed[0][1][0]


def _letters_of(text: str) -> tuple[int, int] | None:
    """From the first letter of a heading to the last."""
    letters = [index for index, c in enumerate(text) if c.isalnum()]
    return (letters[0], letters[-1] + 1) if letters else None


@rule("CD128", "profile-not-tied", Level.ADVICE)
def profile_not_tied(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """The plan says how the career matches the self-assessment."""
    if plan.kind not in {Kind.CAREER, Kind.ASSIGNMENT} or plan.profile is None or not plan.main_goal:
        return
    if any(section.role in {"match", "decision"} for section in plan.sections) or plan.profile.notes:
        return
    traits = (plan.profile.values, plan.profile.interests, plan.profile.personality, plan.profile.skills)
    own = {word.casefold() for trait in traits if trait for word in _WORD.findall(trait.text)}
    told = " ".join([str(plan.main_goal), *(str(goal.why) for goal in plan.goals if goal.why)]).casefold()
    told += " ".join(str(section.body) for section in plan.sections if section.body).casefold()
    if own and not own & set(_WORD.findall(told)):
        hint = 'write under "Why it fits me" which of your values, interests and skills the career asks for'
        yield Found("nothing ties this self-assessment to the career", plan.profile.span, hint)


PARTS = (barrier_without_strategy, missing_part, misspelt_heading, profile_not_tied)
