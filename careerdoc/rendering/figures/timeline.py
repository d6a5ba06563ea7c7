"""A timeline: what its JSON says, and where on an axis it goes. Pure numbers; each renderer draws them.

Lengths are fractions of the axis, so that the same placing serves a sheet of 48 inches and a slide.
"""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left, insort
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from careerdoc.rendering.figures.months import month_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerdoc.document.model import Figure

Side = Literal["right", "left", "inside"]

GAP = 0.012
"""Free room kept between things in one lane."""

POINT = 0.008
"""Half the width that the mark of a single date takes."""

MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do. ``start`` is never after ``end``; one date alone, or the same twice, is a milestone."""

    label: str
    text: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    group: str = ""
    done: bool = False

    @property
    def dated(self) -> bool:
        """Whether it can be put on an axis."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the figure says, in its order; ``groups`` are the groups' titles by name."""

    entries: tuple[Entry, ...]
    today: dt.date | None = None
    groups: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry on the axis, from ``x0`` to ``x1`` (the same for a milestone), in a lane counted from 0.

    Its label stands on ``side`` of the bar, or inside it, in a room of ``label_width`` that begins at ``label_x``.
    """

    entry: Entry
    x0: float
    x1: float
    lane: int
    side: Side
    label_x: float
    label_width: float

    @property
    def milestone(self) -> bool:
        """Whether it is a point and not a bar."""
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class PlacedTimeline:
    """A timeline ready to be drawn. ``today`` is None where it is not on the axis, ``ticks`` empty without dates."""

    placed: tuple[PlacedEntry, ...]
    undated: tuple[Entry, ...]
    ticks: tuple[Tick, ...]
    lanes: int
    today: float | None
    groups: tuple[tuple[str, str], ...]


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────


def read_timeline(figure: Figure) -> Timeline | None:
    """The timeline that a figure's JSON tells, or None where it tells none. Never raises: what is odd is left out."""
    data = _loaded(figure.data) if figure.kind == "timeline" else None
    if not isinstance(data, dict) or not isinstance(data.get("entries"), list):
        return None
    entries = tuple(_entry(raw) for raw in data["entries"] if isinstance(raw, dict) and _word(raw.get("label")))
    raw_groups = data.get("groups")
    groups = raw_groups if isinstance(raw_groups, dict) else {}
    titles = tuple((str(name), _word(title)) for name, title in groups.items() if _word(title))
    return Timeline(entries, _date(data.get("today")), titles) if entries else None


def _loaded(text: str) -> object:
    try:
        loaded: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return loaded


def _entry(raw: dict[str, object]) -> Entry:
    start, end = _date(raw.get("start")), _date(raw.get("end"))
    if start and end and end < start:
        start, end = end, start
    texts = (_word(raw.get("label")), _word(raw.get("text")))
    return Entry(*texts, start, end, _word(raw.get("group")), raw.get("done") is True)


def _word(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def _date(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def words_of(figure: Figure) -> tuple[str, ...]:
    """The words in any figure's data, in order: what to list where a kind cannot be drawn."""
    data = _loaded(figure.data)
    return tuple(_words(figure.data if data is None else data))


def _words(data: object) -> Iterator[str]:
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif word := _word(value):
            yield word


def describe(timeline: Timeline) -> str:
    """The timeline in its own words, for those who cannot see it: ``label: text; label: text``."""
    return "; ".join(f"{entry.label}: {entry.text}" if entry.text else entry.label for entry in timeline.entries)


# ── Placing ──────────────────────────────────────────────────────────────────────────────────────────────


def _guess(entry: Entry) -> float:
    return 0.0065 * max(len(entry.label), len(entry.text))


def place_timeline(
    timeline: Timeline,
    *,
    language: str = "en",
    label_width: Callable[[Entry], float] = _guess,
    gap: float = GAP,
    point: float = POINT,
) -> PlacedTimeline:
    """Every dated entry on an axis from 0 to 1, in lanes where neither marks nor labels meet.

    ``label_width`` gives the room that a label wants as a fraction of the axis; where no side has that much, the
    label gets less (a third of the axis at the least) and is to be wrapped. ``gap`` is the free room between things
    in a lane, ``point`` half the width of a milestone's mark.
    """
    dated = sorted((entry for entry in timeline.entries if entry.dated), key=lambda e: (_first(e), _last(e)))
    undated = tuple(entry for entry in timeline.entries if not entry.dated)
    if not dated:
        return PlacedTimeline((), undated, (), 0, None, timeline.groups)
    low, high, step = _range(dated, timeline.today)
    total = (high - low).days

    def at(day: dt.date) -> float:
        return (day - low).days / total

    room = _Room(gap, point)
    placed = room.in_lanes([room.placed(e, at(_first(e)), at(_last(e)), label_width(e)) for e in dated])
    ticks = tuple(Tick(at(day), label) for day, label in _ticks(low, high, step, language))
    today = at(timeline.today) if timeline.today and low <= timeline.today <= high else None
    lanes = 1 + max(entry.lane for entry in placed)
    return PlacedTimeline(placed, undated, ticks, lanes, today, timeline.groups)


def _first(entry: Entry) -> dt.date:
    return entry.start or entry.end or dt.date.max


def _last(entry: Entry) -> dt.date:
    return entry.end or entry.start or dt.date.max


@dataclass(frozen=True, slots=True)
class _Room:
    """Finds places for entries with a gap between things and milestones of twice ``point``."""

    gap: float
    point: float

    def placed(self, entry: Entry, x0: float, x1: float, wanted: float) -> PlacedEntry:
        """The side with room enough, inside before right before left; else the widest."""
        away = self.gap + (self.point if x0 == x1 else 0.0)
        rooms: dict[Side, float] = {"inside": x1 - x0 - 2 * self.gap, "right": 1 - x1 - away, "left": x0 - away}
        side = next((name for name, room in rooms.items() if room >= wanted), max(rooms, key=lambda name: rooms[name]))
        width = rooms[side] if side == "inside" else min(wanted, rooms[side])
        starts = {"inside": x0 + self.gap, "right": x1 + away, "left": x0 - away - width}
        return PlacedEntry(entry, x0, x1, 0, side, starts[side], width)

    def in_lanes(self, entries: list[PlacedEntry]) -> tuple[PlacedEntry, ...]:
        """Each in the first lane that is free where it goes."""
        lanes: list[list[tuple[float, float]]] = []
        placed = []
        for entry in entries:
            low = min(entry.x0 - self.point, entry.label_x) - self.gap
            high = max(entry.x1 + self.point, entry.label_x + entry.label_width) + self.gap
            number = next((n for n, lane in enumerate(lanes) if _is_free(lane, low, high)), len(lanes))
            if number == len(lanes):
                lanes.append([])
            insort(lanes[number], (low, high))
            placed.append(replace(entry, lane=number))
        return tuple(placed)


def _is_free(lane: list[tuple[float, float]], low: float, high: float) -> bool:
    """Whether a stretch meets none of those in a lane, which are in order and do not meet each other."""
    at = bisect_left(lane, (low, high))
    return (at == 0 or lane[at - 1][1] <= low) and (at == len(lane) or high <= lane[at][0])


# ── The axis ─────────────────────────────────────────────────────────────────────────────────────────────

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 60000)
"""Months from one tick to the next: months, quarters, halves, years and more."""


def _range(dated: list[Entry], today: dt.date | None) -> tuple[dt.date, dt.date, int]:
    """First and last day of the axis, and the months from tick to tick. Whole months, or years if ticks are years."""
    first, last = min(map(_first, dated)), max(map(_last, dated))
    if today and abs((today - first).days) <= max(2 * (last - first).days, 400):
        first, last = min(first, today), max(last, today)
    low, high = _month(first), _month(last) + 1
    if high - low < 3:
        low, high = low - 1, high + 1
    step = next(step for step in _STEPS if (high - low) / step <= MOST_TICKS)
    if step >= 12:
        low, high = low // 12 * 12, -(-high // 12) * 12
    return _day(low), _day(high), step


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> dt.date:
    """The first day of a month; the calendar's own ends where it is outside."""
    if month < 12:
        return dt.date.min
    return dt.date(month // 12, month % 12 + 1, 1) if month // 12 <= dt.MAXYEAR else dt.date.max


def _ticks(low: dt.date, high: dt.date, step: int, language: str) -> Iterator[tuple[dt.date, str]]:
    month = -(-_month(low) // step) * step
    while month <= _month(high) and (day := _day(month)) <= high:
        label = str(day.year) if step >= 12 else month_label(day.year, day.month, language)
        if day >= low:
            yield day, label
        month += step
