"""Rules on goals: what a goal should have, and what it should not be."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, folded, with_smaller
from careerdoc.findings import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan

LONGEST_TITLE = 20
"""Words of a goal's title; what is longer hardly fits on a slide."""

ALIKE = 0.93
"""From here on two titles are the same goal (difflib's ratio)."""

_MEASURED = re.compile(r"\d|%|\b[A-Z]{2,}\b|[\"“«「]")
_OPEN_ENDED = re.compile(
    r"(?:i (?:will|want to) |to )?(?:improve|develop|grow|strengthen|increase|enhance|understand|explore|network|expand"
    r"|work on|(?:be|become|get|do|have|read|write|learn|eat|sleep|exercise) (?:a )?(?:more|better|less)|learn about"
    r"|gain (?:more |some )?(?:experience|confidence|skills|knowledge)|build (?:my )?(?:confidence|network)"
    r"|stay|maintain)\b",
    re.IGNORECASE,
)


@rule("CD101", "nothing-to-do", Level.ERROR)
def nothing_to_do(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A plan has goals or steps."""
    if not plan.goals and next(every_step(plan), None) is None:
        hint = 'write a heading "Short-term goals" and a list under it; `careerdoc show` tells what was understood'
        yield Found("no goals and no steps were found", plan.span.source.span(0), hint)


@rule("CD102", "goal-without-steps", Level.WARNING)
def goal_without_steps(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal has the steps to be taken for it."""
    for goal in plan.goals:
        if not goal.steps and not goal.done:
            hint = "list what you will do under it: `- [ ] Meet my adviser by May 2027`"
            yield Found("this goal has no steps", goal.title.span, hint)


@rule("CD103", "goal-without-time-frame", Level.WARNING)
def goal_without_time_frame(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal has a specific and realistic time frame."""
    for goal in plan.goals:
        if goal.when is None and not goal.done:
            yield Found(
                "this goal has no time frame", goal.title.span, "write when it should be reached: `(by May 2027)`"
            )


@rule("CD104", "step-without-time-frame", Level.ADVICE)
def step_without_time_frame(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each step has a time frame."""
    for step, _ in every_step(plan):
        if step.when is None and not step.done and not step.steps:
            hint = "write when you will do it: `by May 2027`, `(Fall 2027)` or `within six months`"
            yield Found("this step has no time frame", step.text.span, hint)


@rule("CD112", "goal-without-reason", Level.ADVICE)
def goal_without_reason(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal says how it helps to reach the main goal."""
    if not plan.main_goal or not any(goal.why for goal in plan.goals):
        return  # where no goal has a reason, the plan tells them elsewhere or is not of that sort
    for goal in plan.goals:
        if not goal.why and not goal.done:
            hint = "add a line under it: `Why: the program ranks applicants by their science grades`"
            yield Found("this goal does not say how it helps the main goal", goal.title.span, hint)


@rule("CD113", "goal-not-measurable", Level.ADVICE)
def goal_not_measurable(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """One can tell when a goal is reached."""
    if plan.language.split("-", maxsplit=1)[0] != "en":
        return  # the words for what has no end are English
    for goal in plan.goals:
        told = goal.measure or goal.done
        if not told and _OPEN_ENDED.match(goal.title) and not _MEASURED.search(goal.title):
            hint = "add a line under it: `Measure: my name is on the registry`, or a number"
            yield Found("one cannot tell when this goal is reached", goal.title.span, hint)


@rule("CD114", "duplicate-goals", Level.WARNING)
def duplicate_goals(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """No goal stands twice."""
    goals = sorted(((folded(goal.title), goal) for goal in plan.goals), key=lambda pair: pair[0])
    for (one, first), (two, second) in pairwise(goals):
        if one and (one == two or _alike(one, two)):
            earlier, later = sorted((first, second), key=lambda goal: goal.span.start)
            message = f"this goal stands in line {earlier.span.line} already"
            yield Found(message, later.title.span, "keep one of the two, with the steps of both")


def _alike(one: str, two: str) -> bool:
    """Whether two titles differ by letters only: in a number or a word of their own they are two goals."""
    if len(one) < 12 or re.findall(r"\d+", one) != re.findall(r"\d+", two) or len(one.split()) != len(two.split()):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return False
    words = [(a, b) for a, b in zip(one.split(), two.split(), strict=True) if a != b]
    return all(SequenceMatcher(None, a, b).ratio() > 0.7 for a, b in words)


@rule("CD115", "doubled-step", Level.ADVICE)
def doubled_step(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """No step stands twice under a goal."""
    for goal in plan.goals:
        seen: dict[tuple[str, str], int] = {}
        for step in with_smaller(goal.steps):
            key = folded(step.text), str(step.when.text) if step.when else ""
            if key[0] and key in seen:
                message = f"this step stands in line {seen[key]} already"
                yield Found(message, step.text.span, "delete one of the two, or say how they differ")
            seen.setdefault(key, step.span.line)


@rule("CD116", "long-goal", Level.ADVICE)
def long_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal is said in a line."""
    for goal in plan.goals:
        if len(goal.title.split()) > LONGEST_TITLE:
            hint = f"say it in at most {LONGEST_TITLE} words, and put the rest under it"
            yield Found("this goal is long for a title", goal.title.span, hint)


@rule("CD117", "open-steps-of-finished-goal", Level.WARNING)
def open_steps_of_finished_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal that is reached has no open steps."""
    for goal in plan.goals:
        left = [step for step in with_smaller(goal.steps) if step.done is False and not step.steps]
        if goal.done and left:
            message = f'the goal "{goal.title}" is ticked, but this step is not'
            yield Found(message, left[0].text.span, "tick the step, delete it, or open the goal again")


GOALS = (
    nothing_to_do,
    goal_without_steps,
    goal_without_time_frame,
    step_without_time_frame,
    goal_without_reason,
    goal_not_measurable,
    duplicate_goals,
    doubled_step,
    long_goal,
    open_steps_of_finished_goal,
)
