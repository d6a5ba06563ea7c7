"""Rules on what comes first: ``After: Find a class``."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import MOST, every_step, folded
from careerdoc.findings import Level
from careerdoc.plan import Goal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan, Step
    from careerdoc.plan.model import Plain

_OFTEN_ELSE = frozenset(
    {
        "first",
        "needs",
        "requires",
        "prerequisite",
        "prerequisites",
        "requisito previo",
        "requisitos previos",
        "prérequis",
    }
    | {"préalable", "voraussetzung", "erst", "pré requisito", "pré requisitos", "المتطلب السابق", "דרישת קדם", "前提"}
    | {"前提条件", "선행 조건", "ön koşul", "сначала", "먼저", "पहले", "önce"}
)
"""Labels that may as well stand before what is no goal or step: ``Needs: a laptop``, ``Prerequisites: MATH 98``."""


@dataclass(frozen=True, slots=True, eq=False)
class _Link:
    """A goal or step, a name that it comes after, and what the name may stand for: one thing, if all is well."""

    entry: Goal | Step
    name: Plain
    firsts: tuple[Goal | Step, ...]

    @property
    def first(self) -> Goal | Step | None:
        """What comes first, where that is clear."""
        return self.firsts[0] if len(self.firsts) == 1 else None


def _text(entry: Goal | Step) -> str:
    return str(entry.title if isinstance(entry, Goal) else entry.text)


def _entries(plan: Plan) -> list[Goal | Step]:
    return [*plan.goals, *(step for step, _ in every_step(plan))]


def _links(plan: Plan) -> list[_Link]:
    """All that is said of what comes first. A unique beginning of the words of a goal or step is enough."""
    entries = _entries(plan)
    if not any(entry.after for entry in entries):
        return []
    names = sorted(((folded(_text(entry)), number) for number, entry in enumerate(entries)))
    links = []
    for entry in entries:
        for name in entry.after:
            wanted = folded(name)
            begun = list(_begun(names, wanted)) if wanted else []
            whole = [number for text, number in begun if text == wanted][:1]
            others = [number for _, number in begun if entries[number] is not entry] or [n for _, n in begun]
            links.append(_Link(entry, name, tuple(entries[number] for number in (whole or others))))
    return links


def _begun(names: list[tuple[str, int]], wanted: str) -> Iterator[tuple[str, int]]:
    """The first names that begin with a text."""
    at = bisect_left(names, (wanted, -1))
    for text, number in names[at : at + MOST]:
        if not text.startswith(wanted):
            return
        yield text, number


@rule("CD122", "unknown-prerequisite", Level.WARNING)
def unknown_prerequisite(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What a goal or step comes after is in the plan, under a name of its own."""
    links = [link for link in _links(plan) if link.first is None]
    texts = {folded(_text(entry)): _text(entry) for entry in _entries(plan)} if links else {}
    for number, link in enumerate(links):
        if link.firsts:
            said = " and ".join(f'"{_text(entry)}"' for entry in link.firsts[:2])
            message = f'"{link.name}" may be more than one: {said}'
            yield Found(message, link.name.span, "write more of its words")
            continue
        near = get_close_matches(folded(link.name), texts, 1, 0.6) if number < MOST else ()
        if near or not _is_of_another_kind(link):
            hint = f'did you mean "{texts[near[0]]}"?' if near else "write the first words of the goal or step"
            yield Found(f'no goal or step is called "{link.name}"', link.name.span, hint)


def _is_of_another_kind(link: _Link) -> bool:
    """Whether a name stands behind a label that also names things and classes."""
    return any(folded(label.title) in _OFTEN_ELSE for label in link.entry.labels if label.role == "after")


@rule("CD123", "prerequisite-later", Level.WARNING)
def prerequisite_later(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What comes first is due first."""
    for link in _links(plan):
        first = link.first
        if first is None or first is link.entry or first.done or not first.when or not link.entry.when:
            continue
        end, begins, due = first.when.end, link.entry.when.start, link.entry.when.end
        if end and due and end > due:
            message = f'this comes after "{_text(first)}", which is due only by {end.isoformat()}'
        elif first.when.start and begins and first.when.start > begins:
            message = f'this comes after "{_text(first)}", which begins only on {first.when.start.isoformat()}'
        else:
            continue
        yield Found(message, link.name.span, "move one of the two")


@rule("CD124", "circular-prerequisites", Level.WARNING)
def circular_prerequisites(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Nothing comes after itself, by whatever way."""
    follows: dict[int, list[_Link]] = {}
    for link in _links(plan):
        if link.first is not None:
            follows.setdefault(id(link.entry), []).append(link)
    for circle in _circles(follows):
        begin = min(range(len(circle)), key=lambda number: circle[number].name.span.start)
        link, names = circle[begin], [f'"{_text(step.entry)}"' for step in (*circle[begin:], *circle[:begin])]
        told = " after ".join([*names[:3], *(["…"] if len(names) > 3 else []), names[0]])
        message = f"this comes, in a circle, after itself: {told}" if len(circle) > 1 else "this comes after itself"
        yield Found(message, link.name.span, "take one of the `After:` lines out of the circle")


def _circles(follows: dict[int, list[_Link]]) -> Iterator[list[_Link]]:
    """The circles that a walk along all links meets: each link is walked once."""
    seen, way = set[int](), list[_Link]()
    at: dict[int, int] = {}
    for start, first_links in follows.items():
        pending = [(start, iter(first_links))] if start not in seen else []
        while pending:
            here, links = pending[-1]
            seen.add(here)
            at.setdefault(here, len(way))
            link = next(links, None)
            if link is None:
                pending.pop()
                del at[here]
                if way:
                    way.pop()
                continue
            there = id(link.first)
            if there in at:
                yield [*way[at[there] :], link]
            elif there not in seen and there in follows:
                way.append(link)
                pending.append((there, iter(follows[there])))


ORDER = (unknown_prerequisite, prerequisite_later, circular_prerequisites)
