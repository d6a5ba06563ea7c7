"""Rules on what an instructor's pack or a project asks beyond the kind of plan: words, numbers, parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import heading_for, prose_of, with_smaller
from careerdoc.document.counting import count_words
from careerdoc.findings import Level
from careerdoc.plan import Horizon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.source import Span

    Bounds = tuple[int | None, int | None]

_SINGULAR = {
    "goals": "goal",
    "short_term": "short-term goal",
    "long_term": "long-term goal",
    "sources": "source",
    "barriers": "challenge",
}
_USUAL = {
    "main_goal": "Main goal",
    "profile": "About me",
    "goals": "Goals",
    "short_term": "Short-term goals",
    "long_term": "Long-term goals",
    "barriers": "Challenges",
    "decision": "How I chose",
    "match": "Why it fits me",
    "path": "The typical path",
    "experiences": "Internships and volunteering",
    "ideas": "Other ideas",
    "backup": "Backup plan",
}
"""Headings that name a part, where the part's own name is none."""


def _heading(plan: Plan, part: str) -> str:
    return heading_for(plan, part, _USUAL.get(part, part.replace("_", " ").capitalize()))


def _title_of(plan: Plan, part: str) -> Span | None:
    """The heading over a part, as the student wrote it."""
    return next((known.title.span for known in plan.parts if known.role == part), None)


def _words(plan: Plan, part: str) -> tuple[int, Span]:
    """Words of a part, and where it stands."""
    place = _title_of(plan, part) or plan.span.source.span(0)
    if part == "plan":
        titles = [*(goal.title for goal in plan.goals), *(piece.title for piece in plan.parts)]
        return sum(map(count_words, [*prose_of(plan), *titles])), plan.span.source.span(0)
    if part == "main_goal":
        return (count_words(plan.main_goal), plan.main_goal.span) if plan.main_goal else (0, place)
    if part == "profile" and plan.profile:
        traits = (plan.profile.values, plan.profile.interests, plan.profile.personality, plan.profile.skills)
        texts = [t.text for t in (*traits, plan.profile.assessments, *plan.profile.others) if t]
        span = (plan.profile.title or plan.profile).span
        return sum(map(count_words, [*texts, plan.profile.notes or ""])), span
    if part == "barriers" and plan.barriers:
        said = (f"{barrier.text} {barrier.strategy or ''} {barrier.notes or ''}" for barrier in plan.barriers)
        return sum(map(count_words, said)), _title_of(plan, part) or plan.barriers[0].span
    sections = [section for section in plan.sections if section.role == part]
    told = sum(count_words(section.body or "") for section in sections)
    told += sum(count_words(step.text) for section in sections for step in with_smaller(section.steps))
    title = sections[0].title if sections else None
    return told, title.span if title else sections[0].span if sections else place


@rule("CD134", "words-asked", Level.WARNING)
def words_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """A part has as many words as are asked for."""
    for part, bounds in limits.words.items():
        count, span = _words(plan, part)
        name = "the plan" if part == "plan" else f'the part "{_heading(plan, part)}"'
        yield from _outside(f"{name} has {_counted(count, 'word')}", count, bounds, span, "word")


@rule("CD135", "number-asked", Level.WARNING)
def number_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """There are as many goals, steps, sources and challenges as are asked for."""
    numbers = {
        "goals": len(plan.goals),
        "short_term": sum(goal.horizon is Horizon.SHORT for goal in plan.goals),
        "long_term": sum(goal.horizon is Horizon.LONG for goal in plan.goals),
        "sources": len(plan.sources),
        "barriers": len(plan.barriers),
    }
    for what, bounds in limits.counts.items():
        if what == "steps":
            for goal in plan.goals:
                count = sum(1 for _ in with_smaller(goal.steps))
                told = f"this goal has {_counted(count, 'step')}"
                yield from _outside(told, count, bounds, goal.title.span, "step")
        elif what in numbers:
            span = _title_of(plan, what) or plan.span.source.span(0)
            told = f"the plan has {_counted(numbers[what], _SINGULAR[what])}"
            yield from _outside(told, numbers[what], bounds, span, _SINGULAR[what])


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _outside(told: str, count: int, bounds: Bounds, span: Span, name: str) -> Iterator[Found]:
    """The finding where a number is outside its bounds."""
    least, most = bounds
    if least is not None and count < least:
        asked = f"exactly {least}" if least == most else f"at least {least}"
        yield Found(f"{told}; {asked} are asked for", span, f"write {_counted(least - count, f'more {name}')}")
    elif most is not None and count > most:
        asked = f"exactly {most}" if least == most else f"at most {most}"
        yield Found(f"{told}; {asked} are asked for", span, f"leave out {_counted(count - most, name)}")


@rule("CD136", "part-asked", Level.WARNING)
def part_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """The parts that are asked for are there."""
    there = {str(section.role) for section in plan.sections if section.role and (section.body or section.steps)}
    horizons = {goal.horizon for goal in plan.goals}
    own = {
        "main_goal": bool(plan.main_goal),
        "profile": plan.profile is not None,
        "goals": bool(plan.goals),
        "short_term": Horizon.SHORT in horizons,
        "long_term": Horizon.LONG in horizons,
        "barriers": bool(plan.barriers),
        "sources": bool(plan.sources),
        "signatures": bool(plan.signatures),
    }
    for part in limits.parts:
        if part not in there and not own.get(part, False):
            title = _title_of(plan, part)
            heading = _heading(plan, part)
            if title is not None:
                yield Found(f'nothing stands under "{title.text}", which is asked for', title, "write a line under it")
                continue
            message = f'the part "{heading}" is asked for, and is not there'
            yield Found(message, plan.span.source.span(0), f'write it under a heading "{heading}"')


ASKED = (words_asked, number_asked, part_asked)
