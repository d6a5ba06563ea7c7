"""Rules on what comes first: ``After: Find a class``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, folded
from careerdoc.findings import Level, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Goal, Plan, Step
    from careerdoc.plan.model import Plain


@dataclass(frozen=True, slots=True, eq=False)
class _Link:
    """A goal or step, a name that it comes after, and what the name stands for, where it stands for something."""

    entry: Goal | Step
    name: Plain
    first: Goal | Step | None


def _name(entry: Goal | Step) -> str:
    return folded(str(getattr(entry, "title", "") or getattr(entry, "text", "")))


def _links(plan: Plan) -> list[_Link]:
    entries: list[Goal | Step] = [*plan.goals, *(step for step, _ in every_step(plan))]
    if not any(entry.after for entry in entries):
        return []
    names = [(_name(entry), entry) for entry in entries]
    whole = dict(reversed(names))
    links = []
    for entry in entries:
        for name in entry.after:
            wanted = folded(name)
            begun = [found for text, found in names if text.startswith(wanted)] if wanted else []
            links.append(_Link(entry, name, whole.get(wanted) or (begun[0] if len(begun) == 1 else None)))
    return links


@rule("CD122", "unknown-prerequisite", Level.WARNING)
def unknown_prerequisite(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What a goal or step comes after is in the plan."""
    links = _links(plan)
    entries = [*plan.goals, *(step for step, _ in every_step(plan))] if links else []
    names = {folded(str(getattr(e, "title", "") or getattr(e, "text", ""))) for e in entries}
    for link in links:
        if link.first is None:
            hint = nearest(folded(link.name), names) or "write the words of the goal or step that comes first"
            yield Found(f'no goal or step is called "{link.name}"', link.name.span, hint)


@rule("CD123", "prerequisite-later", Level.WARNING)
def prerequisite_later(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What comes first is due first."""
    for link in _links(plan):
        first = link.first
        if first is None or first.done or not first.when or not link.entry.when:
            continue
        end, begins, due = first.when.end, link.entry.when.start, link.entry.when.end
        late = bool(end and due and end > due) or bool(first.when.start and begins and first.when.start > begins)
        if late:
            when = (end or first.when.start or plan.date).isoformat()
            yield Found(
                f'this comes after "{link.name}", which is due only by {when}', link.name.span, "move one of the two"
            )


@rule("CD124", "circular-prerequisites", Level.WARNING)
def circular_prerequisites(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Nothing comes after itself, by whatever way."""
    links = [link for link in _links(plan) if link.first is not None]
    follows: dict[int, list[_Link]] = {}
    for link in links:
        follows.setdefault(id(link.entry), []).append(link)
    told: set[int] = set()
    for link in links:
        circle = _circle(link, follows)
        if circle and not told & circle:
            told |= circle
            hint = "take one of the `After:` lines out of the circle"
            yield Found("this comes, by a circle, after itself", link.name.span, hint)


def _circle(start: _Link, follows: dict[int, list[_Link]]) -> set[int]:
    """The entries of a circle that begins with a link; empty where it leads into none."""
    goal, seen = id(start.entry), dict[int, int]()
    pending = [id(start.first)]
    seen[id(start.first)] = goal
    while pending:
        here = pending.pop()
        if here == goal:
            found = {goal}
            at = seen[goal]
            while at != goal:
                found.add(at)
                at = seen[at]
            return found
        for link in follows.get(here, ()):
            if id(link.first) not in seen:
                seen[id(link.first)] = here
                pending.append(id(link.first))
    return set()


ORDER = (unknown_prerequisite, prerequisite_later, circular_prerequisites)
