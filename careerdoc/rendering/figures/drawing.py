"""A timeline drawn in points: the same plan of marks and lines of text for SVG and for native shapes."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.figures.timeline import place_timeline
from careerdoc.rendering.measure import text_width, wrap

if TYPE_CHECKING:
    from careerdoc.rendering.figures.timeline import Entry, PlacedEntry, PlacedTimeline, Timeline
    from careerdoc.rendering.theme import Theme

LABEL_LEADING = 1.2
TEXT_SIZE = 0.86
"""Size of an entry's second line, of ticks and of the legend, in label sizes."""

_LANE_GAP = 0.55
_EDGE = 0.6
_BAR = 0.8
_AXIS = 1.9
_LEGEND = 1.9


@dataclass(frozen=True, slots=True)
class Label:
    """The words at a mark: lines of the label, lines of its text below, from ``x`` or, if ``right``, up to it.

    They are at most ``width`` wide; their top is at ``y``.
    """

    lines: tuple[str, ...]
    texts: tuple[str, ...]
    x: float
    y: float
    width: float
    right: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar from ``x0`` to ``x1``, or a point where they are the same, with its middle at ``y``."""

    entry: Entry
    x0: float
    x1: float
    y: float
    height: float
    label: Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline of ``width`` by ``height`` points with labels of ``size``; y grows downwards, that of text is its top.

    ``timeline`` is what is drawn, ``left_out`` how many entries are not. ``legend`` gives name, title and x of each
    group; its row is at the top. ``undated`` are lines below the axis. In an ``rtl`` drawing time runs from right to
    left, and the x of a group is where its row of dot and title begins: at the right.
    """

    timeline: Timeline
    width: float
    height: float
    size: float
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float | None
    top: float
    axis: float
    legend: tuple[tuple[str, str, float], ...]
    undated: tuple[str, ...]
    left_out: int = 0
    rtl: bool = False


_SHARES = (1.0, 0.9, 0.8, 0.7)

MOST_DRAWN = 150
"""Entries of a timeline beyond which no sheet is large enough."""


def draw_whole(
    timeline: Timeline, theme: Theme, width: float, size: float, limit: float, *, language: str = "en"
) -> Drawing | None:
    """The drawing of every word at the largest size, down to half, at which it is no higher than the limit, or None."""
    if len(timeline.entries) > MOST_DRAWN:
        return None
    sizes = (size * share for share in (*_SHARES, 0.6, 0.5))
    drawings = (draw_timeline(timeline, theme, width, one, language=language) for one in sizes)
    return next((drawing for drawing in drawings if drawing.height <= limit), None)


def draw_within(
    timeline: Timeline, theme: Theme, width: float, size: float, limit: float, *, language: str = "en"
) -> Drawing:
    """The drawing at the largest size, down to seven tenths, at which it is no higher than the limit.

    Where that is not enough its second lines go, then the entries that end last: a line ``… +3`` counts them.
    """
    for share in _SHARES if len(timeline.entries) <= MOST_DRAWN else ():
        drawing = draw_timeline(timeline, theme, width, size * share, language=language)
        if drawing.height <= limit:
            return drawing
    size *= _SHARES[-1]
    entries = tuple(sorted((replace(e, text="") for e in timeline.entries), key=_ends))
    low, high = 0, min(len(entries), MOST_DRAWN)
    while low < high:
        middle = (low + high + 1) // 2
        kept = replace(timeline, entries=entries[:middle])
        tried = draw_timeline(kept, theme, width, size, language=language)
        low, high = (middle, high) if tried.height <= limit - 2 * size else (low, middle - 1)
    kept = replace(timeline, entries=entries[:low])
    return draw_timeline(kept, theme, width, size, language=language, left_out=len(entries) - low)


def _ends(entry: Entry) -> dt.date:
    return entry.end or entry.start or dt.date.max


def draw_timeline(
    timeline: Timeline,
    theme: Theme,
    width: float,
    size: float,
    *,
    language: str = "en",
    height: float = 0.0,
    left_out: int = 0,
) -> Drawing:
    """The drawing, as high as it needs to be; lanes are spread out where ``height`` asks for more.

    ``left_out`` entries that are not in the timeline are counted in a last line.
    """
    edge = _EDGE * size
    room = max(width - 2 * edge, size)
    placed = place_timeline(
        timeline,
        language=language,
        label_width=lambda e: _wanted(e, theme, size) / room,
        gap=0.5 * size / room,
        point=0.55 * size / room,
    )
    blocks = [_lines(e, theme, size, room) for e in placed.placed]
    lanes = [0.0] * placed.lanes
    for e, (label, texts) in zip(placed.placed, blocks, strict=True):
        lanes[e.lane] = max(lanes[e.lane], _block_height(len(label), len(texts), size) + _LANE_GAP * size)
    legend = _legend(placed, theme, size)
    top = _LEGEND * size if legend else 0.0
    undated = _undated(placed, theme, size, width) + ((f"… +{left_out}",) if left_out else ())
    below = (_AXIS * size if lanes else 0.0) + len(undated) * size * LABEL_LEADING + (0.3 * size if undated else 0.0)
    natural = top + sum(lanes) + below
    if lanes and height > natural:
        more = (height - natural) / len(lanes)
        lanes = [lane + more for lane in lanes]
    starts = [top + sum(lanes[:n]) for n in range(len(lanes))]
    axis = _Axis(edge, room)
    marks = tuple(
        _mark(e, block, starts[e.lane] + lanes[e.lane] / 2, axis, size)
        for e, block in zip(placed.placed, blocks, strict=True)
    )
    drawing = Drawing(
        timeline,
        width,
        max(height, natural) if lanes else natural,
        size,
        marks,
        _spaced([(axis.at(tick.x), tick.label) for tick in placed.ticks], theme, size, width),
        None if placed.today is None else axis.at(placed.today),
        top,
        top + sum(lanes),
        legend,
        undated,
        left_out,
    )
    return _mirrored(drawing) if is_rtl_language(language) else drawing


def _spaced(ticks: list[tuple[float, str]], theme: Theme, size: float, width: float) -> tuple[tuple[float, str], ...]:
    """Ticks, without the words of those that would run into the words before them."""
    shown, end = [], -math.inf
    for x, label in ticks:
        wide = text_width(label, theme.body, size * TEXT_SIZE, "bold")
        start = min(max(x - wide / 2, 0.0), width - wide)
        keeps = start > end
        shown.append((x, label if keeps else ""))
        end = start + wide if keeps else end
    return tuple(shown)


def _mirrored(drawing: Drawing) -> Drawing:
    """The same with time from right to left."""
    width = drawing.width
    return replace(
        drawing,
        marks=tuple(
            replace(mark, x0=width - mark.x1, x1=width - mark.x0, label=_mirrored_label(mark.label, width))
            for mark in drawing.marks
        ),
        ticks=tuple((width - x, label) for x, label in drawing.ticks),
        today=None if drawing.today is None else width - drawing.today,
        legend=tuple((name, title, width - x) for name, title, x in drawing.legend),
        rtl=True,
    )


def _mirrored_label(label: Label, width: float) -> Label:
    return replace(label, x=width - label.x, right=not label.right)


@dataclass(frozen=True, slots=True)
class _Axis:
    """From fractions of the axis to points."""

    start: float
    length: float

    def at(self, fraction: float) -> float:
        return self.start + fraction * self.length


def _wanted(entry: Entry, theme: Theme, size: float) -> float:
    """One line where it is short, else about as wide as two lines need."""
    label = text_width(entry.label, theme.body, size, "bold") + 0.2 * size
    text = text_width(entry.text, theme.body, size * TEXT_SIZE) + 0.2 * size
    return max(label if label < 16 * size else max(0.56 * label, 16 * size), min(text, 16 * size))


def _lines(e: PlacedEntry, theme: Theme, size: float, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = e.label_width * width + 0.01
    label = wrap(e.entry.label, theme.body, size, room, "bold")
    return label, wrap(e.entry.text, theme.body, size * TEXT_SIZE, room) if e.entry.text else ()


def _block_height(lines: int, texts: int, size: float) -> float:
    return (lines + texts * TEXT_SIZE) * LABEL_LEADING * size


def _mark(
    e: PlacedEntry, block: tuple[tuple[str, ...], tuple[str, ...]], middle: float, axis: _Axis, size: float
) -> Mark:
    label, texts = block
    high = _block_height(len(label), len(texts), size)
    right, inside = e.side == "left", e.side == "inside"
    x = axis.at(e.label_x + (e.label_width if right else 0.0))
    bar = high + 0.3 * size if inside else _BAR * size
    words = Label(label, texts, x, middle - high / 2, e.label_width * axis.length, right, inside)
    return Mark(e.entry, axis.at(e.x0), axis.at(e.x1), middle, bar, words)


def _legend(placed: PlacedTimeline, theme: Theme, size: float) -> tuple[tuple[str, str, float], ...]:
    """Only groups that have an entry on the axis; nothing where there is but one."""
    used = {e.entry.group for e in placed.placed}
    shown = [(name, title) for name, title in placed.groups if name in used]
    x, legend = 0.0, []
    for name, title in shown if len(shown) > 1 else ():
        legend.append((name, title, x))
        x += text_width(title, theme.body, size * TEXT_SIZE) + 2.6 * size
    return tuple(legend)


def _undated(placed: PlacedTimeline, theme: Theme, size: float, width: float) -> tuple[str, ...]:
    words = " · ".join(f"{e.label}, {e.text}" if e.text else e.label for e in placed.undated)
    return wrap(words, theme.body, size * TEXT_SIZE, width) if words else ()
