"""Rules on goals: what a goal should have, and what it should not be."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.openended import open_ended
from careerdoc.checking.rules.within import (
    every_step,
    folded,
    is_reached,
    open_goals,
    timed_by_heading,
    with_smaller,
)
from careerdoc.document.counting import count_words
from careerdoc.findings import Level
from careerdoc.plan import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Goal, Plan

LONGEST_TITLE = 20
"""Words of a goal's title; what is longer hardly fits on a slide."""

LONGEST_UNSPACED = 50
"""The same, in characters of scripts without spaces."""

ALIKE = 0.93
"""From here on two titles are the same goal (difflib's ratio)."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@rule("CD101", "nothing-to-do", Level.ERROR)
def nothing_to_do(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A plan has goals or steps."""
    if not plan.goals and next(every_step(plan), None) is None:
        hint = 'write a heading "Short-term goals" and a list under it; `careerdoc show` tells what was understood'
        yield Found("no goals and no steps were found", plan.span.source.span(0), hint)


@rule("CD102", "goal-without-steps", Level.WARNING)
def goal_without_steps(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal has the steps to be taken for it."""
    for goal in open_goals(plan):
        if not goal.steps:
            hint = "list what you will do under it: `- [ ] Meet my adviser by May 2027`"
            yield Found("this goal has no steps", goal.title.span, hint)


@rule("CD103", "goal-without-time-frame", Level.WARNING)
def goal_without_time_frame(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal has a specific and realistic time frame."""
    timed = timed_by_heading(plan)
    for goal in open_goals(plan):
        if goal.when is None and id(goal) not in timed:
            hint = "write when it should be reached: `(by May 2027)`"
            yield Found("this goal has no time frame", goal.title.span, hint)


@rule("CD112", "goal-without-reason", Level.ADVICE)
def goal_without_reason(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each goal says how it helps to reach the main goal."""
    goals = list(open_goals(plan))
    silent = [goal for goal in goals if not _tells_why(goal)]
    if not plan.main_goal or not silent:
        return
    hint = "add a line under it: `Why: the program ranks applicants by their science grades`"
    if any(goal.why for goal in plan.goals):
        for goal in silent:
            yield Found("this goal does not say how it helps the main goal", goal.title.span, hint)
    elif plan.kind in {Kind.CAREER, Kind.ASSIGNMENT} and silent == goals and not any(g.notes for g in plan.groups):
        told = f"none of the {len(goals)} goals says" if len(goals) > 1 else "this goal does not say"
        yield Found(f"{told} how it helps the main goal", goals[0].title.span, hint)


def _tells_why(goal: Goal) -> bool:
    return bool(goal.why or goal.notes) or any(step.why for step in goal.steps)


@rule("CD113", "goal-not-measurable", Level.ADVICE)
def goal_not_measurable(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """One can tell when a goal is reached."""
    for goal in open_goals(plan):
        if not goal.measure and open_ended(goal.title, plan.language):
            hint = "add a line under it: `Measure: my name is on the registry`, or a number"
            yield Found("one cannot tell when this goal is reached", goal.title.span, hint)


@rule("CD114", "duplicate-goals", Level.WARNING)
def duplicate_goals(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """No goal stands twice."""
    named = [(folded(goal.title), goal) for goal in plan.goals]
    lists = {id(goal): number for number, group in enumerate(plan.groups) for goal in group.goals}
    told: set[int] = set()
    # Titles that are nearly the same stand next to each other in one of the two orders, unless both ends differ.
    for ordered in (sorted(named, key=lambda n: n[0]), sorted(named, key=lambda n: n[0][::-1])):
        for (one, first), (two, second) in pairwise(ordered):
            earlier, later = sorted((first, second), key=lambda goal: goal.span.start)
            if one and id(later) not in told and _is_again(plan, lists, first, second) and _alike(one, two):
                told.add(id(later))
                message = f"this goal stands in line {earlier.span.line} already"
                yield Found(message, later.title.span, "keep one of the two, with the steps of both")


def _is_again(plan: Plan, lists: dict[int, int], first: Goal, second: Goal) -> bool:
    """Whether two goals would be one goal twice; what is done anew each year is another goal each time."""
    if is_reached(first, plan) != is_reached(second, plan):
        return False
    if first.when and second.when and first.when.understood and second.when.understood:
        dates = ((first.when.start, first.when.end), (second.when.start, second.when.end))
        if dates[0] != dates[1] and first.horizon is second.horizon and first.title == second.title:
            return lists.get(id(first)) == lists.get(id(second))
    groups = [plan.groups[number] for goal in (first, second) if (number := lists.get(id(goal))) is not None]
    return len({id(group) for group in groups}) < 2 or all(group.horizon is not None for group in groups)


def _alike(one: str, two: str) -> bool:
    """Whether two titles differ by letters only: in a number or a word of their own they are two goals."""
    if one == two:
        return True
    if min(len(one), len(two)) < 12 or re.findall(r"\d+", one) != re.findall(r"\d+", two):
        return False
    if len(one.split()) != len(two.split()):
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return False
    words = [(a, b) for a, b in zip(one.split(), two.split(), strict=True) if a != b]
    return all(SequenceMatcher(None, a, b).ratio() > 0.7 for a, b in words)


@rule("CD116", "long-goal", Level.ADVICE)
def long_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal is said in a line."""
    for goal in plan.goals:
        unspaced = len(_UNSPACED.findall(goal.title))
        words = count_words(goal.title) - unspaced
        if unspaced > LONGEST_UNSPACED:
            hint = f"say it in at most {LONGEST_UNSPACED} characters, and put the rest under it"
            yield Found(f"this goal has {unspaced} characters, which is long for a title", goal.title.span, hint)
        elif words > LONGEST_TITLE:
            hint = f"say it in at most {LONGEST_TITLE} words, and put the rest under it"
            yield Found(f"this goal has {words} words, which is long for a title", goal.title.span, hint)


@rule("CD117", "open-steps-of-finished-goal", Level.WARNING)
def open_steps_of_finished_goal(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal that is reached has no open steps."""
    for goal in plan.goals:
        left = [step for step in with_smaller(goal.steps) if step.done is False and not step.steps]
        if left and is_reached(goal, plan):
            rest = (
                f" (nor are {len(left) - 1} more)" if len(left) > 2 else " (nor is one more)" if len(left) > 1 else ""
            )
            message = f'the goal "{goal.title}" is done, but this step is not ticked{rest}'
            yield Found(message, left[0].text.span, "tick the step, delete it, or open the goal again")


@rule("CD138", "goal-to-tick", Level.ADVICE)
def goal_to_tick(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A goal whose steps are all ticked is ticked, or has a step left."""
    for goal in open_goals(plan):
        steps = [step for step in with_smaller(goal.steps) if not step.steps]
        if goal.done is False and steps and all(step.done for step in steps):
            hint = "tick the goal, too: `[x]`, or write down what is left to do"
            yield Found("all steps of this goal are ticked, and the goal is open", goal.title.span, hint)


GOALS = (
    nothing_to_do,
    goal_without_steps,
    goal_without_time_frame,
    goal_without_reason,
    goal_not_measurable,
    duplicate_goals,
    long_goal,
    open_steps_of_finished_goal,
    goal_to_tick,
)
