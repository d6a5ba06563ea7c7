"""Rules on time: whether goals and steps lie where they should, seen from the plan's date and from each other."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, frames_of, open_goals, with_smaller
from careerdoc.findings import Level
from careerdoc.plan import Horizon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan, Step, TimeFrame

YEAR = dt.timedelta(days=366)
MONTH = dt.timedelta(days=31)
GRACE = dt.timedelta(days=62)
"""What short term may be longer than a year: in November one plans to the end of the next year."""

TERM = dt.timedelta(days=153)
"""The longest term of a school year; a time frame that is longer than that says little of when it ends."""

CROWDED = 8
"""Steps due in one month; more than that is a lot beside school or work."""

STALE = dt.timedelta(days=400)
"""How long ago a plan's last time frame may end before the plan wants a look."""


def _is_whole_year(when: TimeFrame) -> bool:
    """Whether a time frame is a year and nothing else, which may mean its beginning as well as its end."""
    first, last = when.start, when.end
    return bool(first and last and first.year == last.year and (last - first).days >= 364)


def _lies_beyond(when: TimeFrame, limit: dt.date) -> bool:
    """Whether a time frame begins after a day, or goes on for more than a term after it."""
    begins = when.start or when.end
    if begins is None or begins > limit:
        return begins is not None
    return when.end is not None and not _is_whole_year(when) and when.end > limit + TERM


@rule("CD106", "short-term-too-late", Level.WARNING)
def short_term_too_late(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Short term is one year or less."""
    latest = plan.date + YEAR + GRACE
    for goal in open_goals(plan):
        if goal.horizon is Horizon.SHORT and goal.when and _lies_beyond(goal.when, latest):
            message = "this short-term goal lies more than a year ahead"
            yield Found(message, goal.when.text.span, "move it to the long-term goals")


@rule("CD107", "long-term-too-soon", Level.WARNING)
def long_term_too_soon(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Long term is more than a year."""
    for goal in open_goals(plan):
        end = goal.when.end if goal.when and goal.horizon is Horizon.LONG else None
        if end and plan.date <= end <= plan.date + YEAR and goal.when:
            message = "this long-term goal lies within a year"
            yield Found(message, goal.when.text.span, "move it to the short-term goals")


@rule("CD108", "step-after-goal", Level.WARNING)
def step_after_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A step is due no later than its goal."""
    for step, goal in every_step(plan):
        limit = goal.when.end if goal and goal.when else None
        if limit is None or not step.when or step.done or not _lies_beyond(step.when, limit):
            continue
        begins = step.when.start or step.when.end
        verb = "begins" if step.when.start and begins and begins > limit else "is due"
        message = f"this step {verb} after its goal is due ({limit.isoformat()})"
        yield Found(message, step.when.text.span, "move the step or the goal")


@rule("CD109", "overdue", Level.WARNING)
def overdue(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A step whose time is past is ticked."""
    for step, _ in every_step(plan):
        if step.when and _is_past(step, plan):
            due = step.when.end.isoformat() if step.when.end else ""
            message = f"this was due by {due}, before the plan's date, and is not ticked"
            yield Found(message, step.when.text.span, "tick it: `[x]`, or give it another time")


def _is_past(step: Step, plan: Plan) -> bool:
    """Whether a step is overdue; one whose smaller steps are all ticked is done."""
    due = step.when.end if step.when else None
    parts = [part for part in with_smaller(step.steps) if not part.steps]
    return bool(due and due < plan.date and not step.done and not (parts and all(part.done for part in parts)))


@rule("CD137", "overdue-goal", Level.ADVICE)
def overdue_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal whose time is past is marked as reached, or gets another time."""
    for goal in open_goals(plan):
        due = goal.when.end if goal.when else None
        if due is None or due >= plan.date or not goal.when:
            continue
        if not any(_is_past(step, plan) for step in with_smaller(goal.steps)):  # a step that is late says it already
            mark = "tick it: `[x]`" if goal.done is False else "write `Status: done` under it"
            message = f"this goal was due by {due.isoformat()}, before the plan's date, and is still open"
            yield Found(message, goal.when.text.span, f"{mark}, or give it another time")


@rule("CD119", "crowded-month", Level.ADVICE)
def crowded_month(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Not too much is due in one month."""
    months: dict[str, list[Step]] = defaultdict(list)
    for step, _ in every_step(plan):
        when = step.when if not step.done and not step.steps else None
        if when and when.end and (when.start is None or when.end - when.start <= MONTH):
            months[f"{when.end:%Y-%m}"].append(step)
    for month, steps in months.items():
        if len(steps) > CROWDED and (last := steps[CROWDED]).when:
            message = f"{len(steps)} open steps are due in {month}, with this one"
            yield Found(message, last.when.text.span, "spread them, so that you can keep to it")


@rule("CD121", "stale-plan", Level.ADVICE)
def stale_plan(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A plan looks ahead."""
    ends = [frame.end for frame in frames_of(plan) if frame.end]
    still_open = any(step.done is False for step, _ in every_step(plan))
    if ends and still_open and max(ends) + STALE < plan.date:
        message = f"all of this plan's time frames are past; the last one ended on {max(ends).isoformat()}"
        yield Found(message, plan.span.source.span(0), "tick what is done and give the rest a time to come")


TIMES = (
    short_term_too_late,
    long_term_too_soon,
    step_after_goal,
    overdue,
    crowded_month,
    stale_plan,
    overdue_goal,
)
