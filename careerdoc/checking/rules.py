"""The rules: one function each, over a Plan. A rule gives findings; it changes nothing and knows no other rule.

The parts that each kind must have follow the three sorts of plan that career-planning classes know (a minimal list,
an undecided student's, one for a particular career) and the forms that schools and offices use.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.plan import Horizon, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Goal, Plan, Step


def _steps(plan: Plan) -> Iterator[tuple[Step, Goal | None]]:
    for goal in plan.goals:
        yield from ((step, goal) for step in _all(goal.steps))
    for group in plan.groups:
        yield from ((step, None) for step in _all(group.steps))
    for section in plan.sections:
        yield from ((step, None) for step in _all(section.steps))
    yield from ((step, None) for step in _all(plan.steps))


def _all(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _all(step.steps)


def nothing_to_do(plan: Plan) -> Iterator[Finding]:
    """A plan has goals or steps."""
    if not plan.goals and next(_steps(plan), None) is None:
        yield Finding(
            "CD101",
            Level.ERROR,
            "no goals and no steps were found",
            plan.span.source.span(0),
            'write a heading "Short-term goals" and a list under it; `careerdoc show` tells what was understood',
        )


def goal_without_steps(plan: Plan) -> Iterator[Finding]:
    """Each goal has the steps to be taken for it."""
    for goal in plan.goals:
        if not goal.steps and not goal.done:
            hint = "list what you will do under it: `- [ ] Meet my adviser by May 2027`"
            yield Finding("CD102", Level.WARNING, "this goal has no steps", goal.title.span, hint)


def goal_without_time_frame(plan: Plan) -> Iterator[Finding]:
    """Each goal has a specific and realistic time frame."""
    for goal in plan.goals:
        if goal.when is None and not goal.done:
            hint = "write when it should be reached: `(by May 2027)`"
            yield Finding("CD103", Level.WARNING, "this goal has no time frame", goal.title.span, hint)


def step_without_time_frame(plan: Plan) -> Iterator[Finding]:
    """Each step has a time frame."""
    for step, _ in _steps(plan):
        if step.when is None and not step.done and not step.steps:
            hint = "write when you will do it: `by May 2027`, `(Fall 2027)` or `within six months`"
            yield Finding("CD104", Level.ADVICE, "this step has no time frame", step.text.span, hint)


def time_frame_not_understood(plan: Plan) -> Iterator[Finding]:
    """A time frame names a day, a month, a term, a year or a length of time."""
    frames = [goal.when for goal in plan.goals] + [step.when for step, _ in _steps(plan)]
    for frame in frames:
        if frame is not None and not frame.understood and any(c.isdigit() for c in frame.text):
            message = f'the time frame "{frame.text}" means no date that I know'
            yield Finding("CD105", Level.WARNING, message, frame.text.span, "write it as 2027-05 or May 2027")


def horizon_mismatch(plan: Plan) -> Iterator[Finding]:
    """Short term is one year or less; long term is more."""
    year = plan.date + dt.timedelta(days=366)
    for goal in plan.goals:
        end = goal.when.end if goal.when else None
        if end is None or goal.when is None:
            continue
        if goal.horizon is Horizon.SHORT and end > year + dt.timedelta(days=31):
            message = "this short-term goal lies more than a year ahead"
            yield Finding("CD106", Level.WARNING, message, goal.when.text.span, "move it to the long-term goals")
        elif goal.horizon is Horizon.LONG and end <= year:
            message = "this long-term goal lies within a year"
            yield Finding("CD107", Level.WARNING, message, goal.when.text.span, "move it to the short-term goals")


def step_after_goal(plan: Plan) -> Iterator[Finding]:
    """A step is due no later than its goal."""
    for step, goal in _steps(plan):
        due = step.when and (step.when.end or step.when.start)
        limit = goal.when.end if goal and goal.when else None
        if due and limit and step.when and step.when.start and step.when.start > limit:
            message = f"this step begins after its goal is due ({limit.isoformat()})"
            yield Finding("CD108", Level.WARNING, message, step.when.text.span, "move the step or the goal")


def overdue(plan: Plan) -> Iterator[Finding]:
    """A step whose time is past is ticked."""
    for step, _ in _steps(plan):
        due = step.when.end if step.when else None
        if due and due < plan.date and not step.done and step.when:
            message = f"this was due by {due.isoformat()}, before the plan's date, and is not ticked"
            yield Finding(
                "CD109", Level.WARNING, message, step.when.text.span, "tick it: `[x]`, or give it another time"
            )


def barrier_without_strategy(plan: Plan) -> Iterator[Finding]:
    """A challenge has a strategy to meet it."""
    for barrier in plan.barriers:
        if not barrier.strategy and barrier.text:
            hint = "write what you will do about it: `Night shifts → a carpool with Ana`"
            yield Finding("CD110", Level.ADVICE, "this challenge has no strategy", barrier.text.span, hint)


def missing_part(plan: Plan) -> Iterator[Finding]:
    """Each kind of plan has its required parts."""
    for name, present, hint in _required(plan):
        if not present:
            message = f'a plan of the kind "{plan.kind.value}" has {name}; this one does not'
            yield Finding("CD111", Level.WARNING, message, plan.span.source.span(0), hint)


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


RULES = (
    nothing_to_do,
    goal_without_steps,
    goal_without_time_frame,
    step_without_time_frame,
    time_frame_not_understood,
    horizon_mismatch,
    step_after_goal,
    overdue,
    barrier_without_strategy,
    missing_part,
)
