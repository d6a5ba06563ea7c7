"""Rules on time: what a time frame means, and whether it can be."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step
from careerdoc.findings import Level
from careerdoc.plan import Horizon
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan, Step, TimeFrame

CROWDED = 8
"""Steps due in one month; more than that is a lot beside school or work."""

STALE = dt.timedelta(days=400)
"""How long ago a plan's last time frame may end before the plan wants a look."""

_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")


def _frames(plan: Plan) -> Iterator[TimeFrame]:
    yield from (goal.when for goal in plan.goals if goal.when)
    yield from (step.when for step, _ in every_step(plan) if step.when)


def _reversed(text: str) -> bool:
    """Whether two ISO dates stand in a text, the later one first."""
    days = _ISO.findall(text)
    return len(days) == 2 and days[0] > days[1][: len(days[0])]


@rule("CD105", "time-frame-not-understood", Level.WARNING)
def time_frame_not_understood(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A time frame names a day, a month, a term, a year or a length of time."""
    for frame in _frames(plan):
        if not frame.understood and any(c.isdigit() for c in frame.text) and not _reversed(frame.text):
            message = f'the time frame "{frame.text}" means no date that I know'
            yield Found(message, frame.text.span, "write it as 2027-05 or May 2027")


@rule("CD106", "short-term-too-late", Level.WARNING)
def short_term_too_late(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Short term is one year or less."""
    latest = plan.date + dt.timedelta(days=366 + 31)
    for goal in plan.goals:
        begins = (goal.when.start or goal.when.end) if goal.when else None
        if goal.horizon is Horizon.SHORT and goal.when and begins and begins > latest:
            message = "this short-term goal lies more than a year ahead"
            yield Found(message, goal.when.text.span, "move it to the long-term goals")


@rule("CD107", "long-term-too-soon", Level.WARNING)
def long_term_too_soon(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Long term is more than a year."""
    year = plan.date + dt.timedelta(days=366)
    for goal in plan.goals:
        if goal.horizon is Horizon.LONG and goal.when and goal.when.end and goal.when.end <= year and not goal.done:
            message = "this long-term goal lies within a year"
            yield Found(message, goal.when.text.span, "move it to the short-term goals")


@rule("CD108", "step-after-goal", Level.WARNING)
def step_after_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A step is due no later than its goal."""
    for step, goal in every_step(plan):
        limit = goal.when.end if goal and goal.when else None
        if limit is None or not step.when:
            continue
        begins = step.when.start or step.when.end
        if begins and begins > limit:
            message = f"this step begins after its goal is due ({limit.isoformat()})"
            yield Found(message, step.when.text.span, "move the step or the goal")


@rule("CD109", "overdue", Level.WARNING)
def overdue(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A step whose time is past is ticked."""
    for step, _ in every_step(plan):
        due = step.when.end if step.when else None
        if due and due < plan.date and not step.done and step.when:
            message = f"this was due by {due.isoformat()}, before the plan's date, and is not ticked"
            yield Found(message, step.when.text.span, "tick it: `[x]`, or give it another time")


@rule("CD118", "impossible-dates", Level.WARNING)
def impossible_dates(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What begins ends later, and nothing was done on a day to come."""
    for frame in _frames(plan):
        if _reversed(frame.text):
            yield Found("this ends before it begins", frame.text.span, "write the earlier date first")
    for step, _ in every_step(plan):
        day = _ISO.search(step.done_on) if step.done_on else None
        if day and step.done_on and day[0] > plan.date.isoformat()[: len(day[0])]:
            message = f"this was done on a day after the plan's date ({plan.date.isoformat()})"
            yield Found(message, step.done_on.span, "set the plan's `date` to today, or mend the day")


@rule("CD119", "crowded-month", Level.ADVICE)
def crowded_month(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Not too much is due in one month."""
    months: dict[str, list[Step]] = defaultdict(list)
    for step, _ in every_step(plan):
        end = step.when.end if step.when and not step.done and not step.steps else None
        if end:
            months[f"{end:%Y-%m}"].append(step)
    for month, steps in months.items():
        if len(steps) > CROWDED and (last := steps[CROWDED]).when:
            message = f"{len(steps)} open steps are due in {month}"
            yield Found(message, last.when.text.span, "spread them, so that you can keep to it")


@rule("CD120", "ambiguous-date", Level.ADVICE)
def ambiguous_date(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A date reads the same everywhere."""
    for frame in _frames(plan):
        match = _SLASHED.search(frame.text.span.text)
        if match is None or not frame.understood or match[1] == match[2]:
            continue
        span = frame.text.span.source.span(frame.text.span.start + match.start(), frame.text.span.start + match.end())
        day = _meant(match, frame)
        sure = max(int(match[1]), int(match[2])) > 12
        if day is not None:
            message = f"{match[0]} is read as {day.isoformat()}" + ("" if sure else "; elsewhere it is another day")
            fix = (Edit(span, day.isoformat()),) if sure else ()
            yield Found(message, span, f"write {day.isoformat()}", fix)


def _meant(match: re.Match[str], frame: TimeFrame) -> dt.date | None:
    """The day of a time frame that a date in it stands for."""
    numbers = {int(match[1]), int(match[2])}
    days = (day for day in (frame.start, frame.end) if day)
    return next((day for day in days if {day.month, day.day} == numbers and day.year == int(match[3])), None)


@rule("CD121", "stale-plan", Level.ADVICE)
def stale_plan(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A plan looks ahead."""
    ends = [frame.end for frame in _frames(plan) if frame.end]
    open_steps = [step for step, _ in every_step(plan) if step.done is False]
    if ends and open_steps and max(ends) + STALE < plan.date:
        message = f"all of this plan's time frames are past; the last one ended on {max(ends).isoformat()}"
        yield Found(message, plan.span.source.span(0), "tick what is done and give the rest a time to come")


TIMES = (
    time_frame_not_understood,
    short_term_too_late,
    long_term_too_soon,
    step_after_goal,
    overdue,
    impossible_dates,
    crowded_month,
    ambiguous_date,
    stale_plan,
)
