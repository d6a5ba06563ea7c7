"""What rules walk through: the steps of a plan with their goals, and its prose."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.plan import Goal, Plan, Step
    from careerdoc.plan.model import Plain, Prose
    from careerdoc.source import Span


MOST = 10
"""Matches of a pattern in one text that are told."""


def every_step(plan: Plan) -> Iterator[tuple[Step, Goal | None]]:
    """All steps with the smaller ones in them, each with the goal that it belongs to, if any."""
    for goal in plan.goals:
        yield from ((step, goal) for step in with_smaller(goal.steps))
    for group in plan.groups:
        yield from ((step, None) for step in with_smaller(group.steps))
    for section in plan.sections:
        yield from ((step, None) for step in with_smaller(section.steps))
    yield from ((step, None) for step in with_smaller(plan.steps))


def with_smaller(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps, each before the smaller ones in it."""
    for step in steps:
        yield step
        yield from with_smaller(step.steps)


def prose_of(plan: Plan) -> Iterator[Prose]:
    """All that is written in prose, part by part."""
    if plan.main_goal:
        yield plan.main_goal
    if plan.profile:
        traits = (plan.profile.values, plan.profile.interests, plan.profile.personality, plan.profile.skills)
        yield from (trait.text for trait in (*traits, plan.profile.assessments, *plan.profile.others) if trait)
        yield from filter(None, (plan.profile.notes,))
    for group in plan.groups:
        yield from filter(None, (group.notes,))
    for goal in plan.goals:
        yield from filter(None, (goal.why, goal.measure, goal.notes))
    for step, _ in every_step(plan):
        yield from filter(None, (step.text, step.why, step.evidence, step.notes))
    for barrier in plan.barriers:
        yield from filter(None, (barrier.text, barrier.strategy, barrier.notes))
    yield from (section.body for section in plan.sections if section.body)
    yield from (source.text for source in plan.sources if source.text)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first matches in a text: nobody reads more of the same, and each is looked for in the source."""
    return islice(pattern.finditer(text), MOST)


def place_in(text: Plain, start: int, end: int) -> Span:
    """Where a piece of a text stands: found again in the text's own stretch of the source, or else all of it."""
    found = text.span.text.find(text[start:end])
    if found < 0 or text.span.text.count(text[start:end]) > 1 + text[:start].count(text[start:end]):
        return text.span if found < 0 else _nth(text, start, end)
    return text.span.source.span(text.span.start + found, text.span.start + found + end - start)


def _nth(text: Plain, start: int, end: int) -> Span:
    piece, at = text[start:end], -1
    for _ in range(text[:start].count(piece) + 1):
        at = text.span.text.find(piece, at + 1)
    if at < 0:
        return text.span
    return text.span.source.span(text.span.start + at, text.span.start + at + len(piece))


def folded(text: str) -> str:
    """A text for comparison: no case, no punctuation, single spaces."""
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text.casefold())
    return " ".join("".join(kept).split())


def count_words(text: str) -> int:
    """Words of a text: runs of letters and digits, and each character of scripts written without spaces."""
    return len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])\w)+(?:['’-]\w+)*", text))
