"""Rules on steps: when each is to be done, said once, with a box as the others have."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, folded, sibling_steps, timed_by_heading
from careerdoc.findings import Level
from careerdoc.plan.timeframe.vocabulary import even, time_words
from careerdoc.reading import language
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan, Step

_OFTEN = re.compile(
    r"\b(?:once|twice|times|hours?|minutes?|days?)\s(?:an?|per|each|every)\s\w|\b(?:every|each|per)\s(?:other\s|second\s)?"
    r"(?:day|week|weekend|month|year|term|semester|quarter|morning|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|\b(?:por|par|pro|al|à la|в|haftada|ayda|प्रति)\s(?:día|semana|mes|jour|semaine|mois|tag|woche|monat|dia|mês|день"
    r"|неделю|месяц|दिन|सप्ताह)\b|\bhaftada\b|\b(?:بالأسبوع|بשבוע|בשבוע|בחודש|ביום)|[毎每][日周週月年]|[日周週月]に|주\s?\d회|매[일주월년]",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\n(?![ \t>]|[-*+]\s|\d{1,9}[.)]\s|\n|$)")
_BULLET = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+")


@rule("CD104", "step-without-time-frame", Level.ADVICE)
def step_without_time_frame(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Each step has a time frame."""
    timed = timed_by_heading(plan)
    timed |= {id(detail) for step, _ in every_step(plan) for detail in _details(step)}
    often = _often(plan.language)
    for step, goal in every_step(plan):
        if step.when or step.done or step.steps or {id(step), id(goal)} & timed:
            continue
        if not often.search(even(step.text)) and not _OFTEN.search(step.text):
            hint = "write when you will do it: `by May 2027`, `(Fall 2027)` or `within six months`"
            yield Found("this step has no time frame", step.text.span, hint)


def _details(step: Step) -> tuple[Step, ...]:
    """What stands under a step and is no smaller step: lines without boxes and times, where the step has either."""
    told = any(part.done is not None or part.when or part.steps for part in step.steps)
    return () if told or (step.done is None and step.when is None) else step.steps


@cache
def _often(code: str) -> re.Pattern[str]:
    """What finds a time that comes again and again, in the words of a language: "weekly"."""
    words = time_words(language(code))
    edges = (r"(?<!\w)", r"(?!\w)") if words.spaced else ("", "")
    return re.compile(words.any("open").join(edges))


@rule("CD115", "doubled-step", Level.ADVICE)
def doubled_step(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """No step stands twice in a list."""
    for steps in sibling_steps(plan):
        seen: dict[tuple[str, str, bool], int] = {}
        for step in steps:
            when = step.when
            dates = f"{when.start} {when.end}" if when and when.understood else str(when.text) if when else ""
            key = folded(step.text), dates, bool(step.done)
            if key[0] and key in seen:
                message = f"this step stands in line {seen[key]} already"
                yield Found(message, step.text.span, "delete one of the two, or say how they differ")
            seen.setdefault(key, step.span.line)


@rule("CD129", "missing-box", Level.ADVICE)
def missing_box(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Where the steps of a list have boxes, all have."""
    if not plan.parts:
        return  # in YAML, a step without a box is as good
    for siblings in sibling_steps(plan):
        for steps in _runs(siblings):
            bare = [step for step in steps if step.done is None and not step.steps]
            boxed = sum(step.done is not None for step in steps)
            if not boxed or (boxed <= len(bare) and len(bare) > 1):
                continue  # without boxes on purpose, but for a few
            for step in bare:
                place = _behind_bullet(step)
                if place is not None:
                    fix = (Edit(step.text.span.source.span(place, place), "[ ] "),)
                    yield Found("this step has no box; the others have", step.text.span, "write `[ ]` before it", fix)


def _runs(steps: tuple[Step, ...]) -> Iterator[list[Step]]:
    """Steps of one list as it is written: a line of text between two of them begins another list."""
    run: list[Step] = []
    for step in steps:
        if run and _BROKEN.search(step.span.source.text, run[-1].span.start, step.text.span.start):
            yield run
            run = []
        run.append(step)
    yield run


def _behind_bullet(step: Step) -> int | None:
    """The offset behind the bullet of a step; None where the step does not begin with one on its line."""
    source, start = step.text.span.source, step.text.span.start
    line = source.line_start(source.position(start)[0])
    match = _BULLET.match(source.text, line, start + 12)
    return match.end() if match and match.end() <= start else None


STEPS = (step_without_time_frame, doubled_step, missing_box)
