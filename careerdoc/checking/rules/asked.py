"""Rules on what an instructor's pack or a project asks beyond the kind of plan: words, numbers, parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import count_words, every_step, prose_of
from careerdoc.findings import Level
from careerdoc.plan import Horizon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.source import Span


def _words(plan: Plan, part: str) -> tuple[int, Span]:
    """Words of a part, and where it stands."""
    top = plan.span.source.span(0)
    if part == "plan":
        titles = [*(goal.title for goal in plan.goals), *(piece.title for piece in plan.parts)]
        return sum(map(count_words, [*prose_of(plan), *titles])), top
    if part == "main_goal":
        return (count_words(plan.main_goal), plan.main_goal.span) if plan.main_goal else (0, top)
    if part == "profile" and plan.profile:
        traits = (plan.profile.values, plan.profile.interests, plan.profile.personality, plan.profile.skills)
        texts = [t.text for t in (*traits, plan.profile.assessments, *plan.profile.others) if t]
        return sum(map(count_words, [*texts, plan.profile.notes or ""])), plan.profile.span
    if part == "barriers" and plan.barriers:
        said = (f"{barrier.text} {barrier.strategy or ''}" for barrier in plan.barriers)
        return sum(map(count_words, said)), plan.barriers[0].span
    sections = [section for section in plan.sections if section.role == part]
    told = sum(count_words(section.body or "") for section in sections)
    told += sum(count_words(step.text) for section in sections for step in section.steps)
    return told, sections[0].span if sections else top


@rule("CD134", "words-asked", Level.WARNING)
def words_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """A part has as many words as are asked for."""
    for part, (least, most) in limits.words.items():
        count, span = _words(plan, part)
        name = "the plan" if part == "plan" else f'the part "{part}"'
        yield from _outside(f"{name} has {count} word{'' if count == 1 else 's'}", count, (least, most), span)


@rule("CD135", "number-asked", Level.WARNING)
def number_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """There are as many goals, steps, sources and challenges as are asked for."""
    top = plan.span.source.span(0)
    numbers = {
        "goals": len(plan.goals),
        "short_term": sum(goal.horizon is Horizon.SHORT for goal in plan.goals),
        "long_term": sum(goal.horizon is Horizon.LONG for goal in plan.goals),
        "sources": len(plan.sources),
        "barriers": len(plan.barriers),
    }
    names = {"short_term": "short-term goal", "long_term": "long-term goal", "barriers": "challenge"}
    for what, bounds in limits.counts.items():
        if what == "steps":
            for goal in plan.goals:
                count = sum(step_goal is goal for _, step_goal in every_step(plan))
                yield from _outside(f"this goal has {_counted(count, 'step')}", count, bounds, goal.title.span)
        elif what in numbers:
            name = names.get(what, what.removesuffix("s"))
            yield from _outside(f"the plan has {_counted(numbers[what], name)}", numbers[what], bounds, top)


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _outside(told: str, count: int, bounds: tuple[int | None, int | None], span: Span) -> Iterator[Found]:
    least, most = bounds
    if least is not None and count < least:
        yield Found(f"{told}; at least {least} are asked for", span, f"write {least - count} more")
    elif most is not None and count > most:
        yield Found(f"{told}; at most {most} are asked for", span, f"take out {count - most}")


@rule("CD136", "part-asked", Level.WARNING)
def part_asked(plan: Plan, limits: Limits) -> Iterator[Found]:
    """The parts that are asked for are there."""
    there = {str(section.role) for section in plan.sections if section.role}
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
            hint = f'write it under a heading such as "{part.replace("_", " ").capitalize()}"'
            yield Found(f'the part "{part}" is asked for, and is not there', plan.span.source.span(0), hint)


ASKED = (words_asked, number_asked, part_asked)
