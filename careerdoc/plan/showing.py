"""What was understood of a plan, as a tree for people: ticks, time frames as dates, and the line of each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.plan.export import traits_of, words
from careerdoc.plan.model import Prose
from careerdoc.terminal import HARMLESS, columns, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.plan.model import Goal, GoalGroup, Name, Plain, Plan, Step, TimeFrame

    Row = tuple[str, int]
    """A line of the tree, and the line of the source that it comes from (0: none)."""

WIDEST = 96
"""Characters after which the line numbers no longer stand in a column."""

LONGEST = 90
"""Characters of a text that are shown."""


def as_tree(plan: Plan) -> str:
    """The plan as a tree with ticks, time frames as dates, and the line that each piece comes from."""
    rows = [(visible(text, kept=HARMLESS), line) for text, line in _rows(plan)]
    widest = min(max((columns(text) for text, _ in rows), default=0), WIDEST)
    return "\n".join(f"{text}{' ' * (widest - columns(text))}  line {line}" if line else text for text, line in rows)


def _rows(plan: Plan) -> Iterator[Row]:
    yield f"{plan.title or 'A plan without a title'}  ({plan.kind.value}, {plan.language}, {plan.date.isoformat()})", 0
    head: tuple[tuple[str, Plain | None], ...] = (
        ("Name", plan.name),
        ("Course", plan.course),
        ("Main goal", plan.main_goal),
    )
    yield from _told(head, "")
    for name, trait in traits_of(plan):
        yield f"{name.capitalize()}: {_short(words(trait.text) or '')}", trait.span.line
    if plan.profile and plan.profile.notes:
        yield f"{plan.profile.title or 'Profile'}: {_short(_words(plan.profile.notes))}", plan.profile.span.line
    for group in plan.groups:
        yield from _group(group)
    if plan.steps:
        yield "Steps", 0
        yield from _steps(plan.steps, "")
    if plan.barriers:
        answers = ((b, f" → {words(b.strategy)}" if b.strategy else "") for b in plan.barriers)
        yield from _list("Challenges", [((words(b.text) or "") + answer, b.span.line) for b, answer in answers])
    if plan.sections:
        yield "Sections", 0
        for index, section in enumerate(plan.sections):
            branch, below = _branch(last=index == len(plan.sections) - 1)
            role = f"  [{section.role}]" if section.role else ""
            yield f"{branch}{section.title or 'without a heading'}{role}", section.span.line
            yield from _steps(section.steps, below)
    yield from _list("Reviews", [(_joined(r.date, r.by, words(r.comment)), r.span.line) for r in plan.reviews])
    yield from _list("Signatures", [(_joined(s.role, s.name, s.date), s.span.line) for s in plan.signatures])
    yield from _list(
        "Sources",
        [(words(s.text) or _joined(", ".join(_name(n) for n in s.author), s.title), s.span.line) for s in plan.sources],
    )


def _list(title: str, rows: list[Row]) -> Iterator[Row]:
    if rows:
        yield title, 0
    for index, (text, line) in enumerate(rows):
        yield _branch(last=index == len(rows) - 1)[0] + _short(text), line


def _group(group: GoalGroup) -> Iterator[Row]:
    title = group.title or (f"{group.horizon.value.capitalize()} term" if group.horizon else "Goals")
    yield str(title), group.span.line if group.title else 0
    for index, goal in enumerate(group.goals):
        yield from _goal(goal, last=index == len(group.goals) - 1 and not group.steps)
    yield from _steps(group.steps, "")


def _goal(goal: Goal, *, last: bool) -> Iterator[Row]:
    branch, below = _branch(last=last)
    yield f"{branch}{_box(goal.done)}{goal.title}{_dates(goal.when)}", goal.span.line
    told: tuple[tuple[str, Plain | None], ...] = (
        ("why", goal.why),
        ("measure", goal.measure),
        ("status", goal.status),
    )
    yield from _told(told, f"{below}{'│' if goal.steps else ' '}  ")
    yield from _steps(goal.steps, below)


def _told(values: Iterable[tuple[str, Plain | None]], before: str) -> Iterator[Row]:
    """The values that there are, each behind its name."""
    for name, value in values:
        if value:
            yield f"{before}{name}: {_short(_words(value))}", value.span.line


def _steps(steps: Iterable[Step], below: str) -> Iterator[Row]:
    every = tuple(steps)
    for index, step in enumerate(every):
        branch, deeper = _branch(last=index == len(every) - 1)
        text = f"{_box(step.done)}{_short(words(step.text) or '')}{_dates(step.when)}"
        yield f"{below}{branch}{text}", step.span.line
        yield from _steps(step.steps, below + deeper)


def _words(value: Plain) -> str:
    return (words(value) or "") if isinstance(value, Prose) else str(value)


def _branch(*, last: bool) -> tuple[str, str]:
    """What stands before an entry, and before what is under it."""
    return ("└─ ", "   ") if last else ("├─ ", "│  ")


def _box(done: bool | None) -> str:  # noqa: FBT001 - a step's own three values
    return "" if done is None else "☑ " if done else "☐ "


def _dates(when: TimeFrame | None) -> str:
    if when is None:
        return ""
    if not when.understood:
        return f"  ⟨{when.text}⟩"
    start, end = (day.isoformat() if day else "" for day in (when.start, when.end))
    return f"  ⟨{start}⟩" if start == end else f"  ⟨{start}…{end}⟩"


def _name(name: Name) -> str:
    return str(name.literal) if name.literal else " ".join(part for part in (name.given, name.family) if part)


def _joined(*texts: str | None) -> str:
    return ", ".join(text for text in texts if text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 2].rsplit(" ", 1)[0] + " …"
