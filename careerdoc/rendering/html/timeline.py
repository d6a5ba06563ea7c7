"""A timeline as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from careerdoc.rendering.figures import LABEL_LEADING, TEXT_SIZE, describe
from careerdoc.rendering.html.markup import Markup, number, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.figures import Drawing, Label, Mark, Timeline
    from careerdoc.rendering.theme import Theme

Point: TypeAlias = tuple[float, float]

_BASELINE = 0.93
"""Where letters stand in a line of LABEL_LEADING, in font sizes from its top."""


def timeline_svg(timeline: Timeline, drawing: Drawing, theme: Theme) -> Markup:
    """The drawing as an ``svg`` element that is as wide as its place, named by the timeline's own words."""
    return tag(
        "svg",
        tag("title", describe(timeline)),
        *_Svg(drawing, theme).parts(),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(drawing.width)} {number(drawing.height)}",
        font_family=f"{theme.body.family}, {theme.body.generic}",
        cls="timeline",
        role="img",
    )


@dataclass(frozen=True, slots=True)
class _Type:
    """How words are set."""

    size: float
    color: str
    bold: bool = False
    anchor: str = "start"


class _Svg:
    """One drawing; sizes are those of the drawing, in points."""

    def __init__(self, drawing: Drawing, theme: Theme) -> None:
        self.drawing, self.colors = drawing, theme.colors
        self.size = drawing.size
        self.small = drawing.size * TEXT_SIZE

    def parts(self) -> Iterator[Markup]:
        if self.drawing.ticks:
            yield from self._axis()
        yield from (part for name, title, x in self.drawing.legend for part in self._legend(name, title, x))
        yield from (part for mark in self.drawing.marks for part in self._mark(mark))
        top = self.drawing.height - len(self.drawing.undated) * self.size * LABEL_LEADING
        yield from self._lines(self.drawing.undated, 0, top, _Type(self.small, self.colors.muted))

    def color(self, group: str) -> tuple[str, str]:
        """Colour of a group, and of text on it."""
        tones = {
            "short": (self.colors.secondary, self.colors.on_secondary),
            "long": (self.colors.accent, self.colors.on_accent),
        }
        return tones.get(group, (self.colors.primary, self.colors.on_primary))

    # ── the axis ──

    def _axis(self) -> Iterator[Markup]:
        drawing, size, ink = self.drawing, self.size, self.colors.primary
        for x, _ in drawing.ticks:
            yield self._line((x, drawing.top), (x, drawing.axis), self.colors.rule, 0.05)
        yield self._line((0, drawing.axis), (drawing.width, drawing.axis), ink, 0.16)
        for x, label in drawing.ticks:
            yield self._line((x, drawing.axis), (x, drawing.axis + 0.35 * size), ink, 0.1)
            anchor = "start" if x < size else "end" if x > drawing.width - 2.2 * size else "middle"
            yield self._text(label, x, drawing.axis + 1.4 * size, _Type(self.small, ink, bold=True, anchor=anchor))
        if drawing.today is not None:
            yield from self._today(drawing.today, drawing.axis)

    def _today(self, x: float, y: float) -> Iterator[Markup]:
        half = 0.4 * self.size
        yield self._line((x, self.drawing.top), (x, y), self.colors.primary, 0.09, dash=True)
        corners = ((x - half, y - half * 1.6), (x + half, y - half * 1.6), (x, y))
        yield tag("polygon", points=_points(corners), fill=self.colors.primary)

    def _legend(self, name: str, title: str, x: float) -> Iterator[Markup]:
        size = self.size
        yield _circle(x + 0.45 * size, 0.7 * size, 0.36 * size, self.color(name)[0])
        yield self._text(title, x + 1.15 * size, size, _Type(self.small, self.colors.ink))

    # ── marks ──

    def _mark(self, mark: Mark) -> Iterator[Markup]:
        color, on_color = self.color(mark.entry.group)
        if not mark.label.inside:
            yield self._ground(mark.label)
        yield from self._point(mark, color, on_color) if mark.x0 == mark.x1 else self._bar(mark, color, on_color)
        yield from self._label(mark.label, on_color)

    def _ground(self, label: Label) -> Markup:
        """Paper under a label, so that no line of the axis runs through its words."""
        x = label.x - label.width if label.right else label.x
        high = (len(label.lines) + len(label.texts) * TEXT_SIZE) * LABEL_LEADING * self.size
        return _rectangle(x - 0.1 * self.size, label.y, label.width + 0.2 * self.size, high, fill=self.colors.paper)

    def _point(self, mark: Mark, color: str, on_color: str) -> Iterator[Markup]:
        yield _circle(mark.x0, mark.y, 0.5 * self.size, color)
        if mark.entry.done:
            yield self._tick(mark.x0, mark.y, on_color)
        else:
            yield _circle(mark.x0, mark.y, 0.24 * self.size, self.colors.paper)

    def _bar(self, mark: Mark, color: str, on_color: str) -> Iterator[Markup]:
        width = max(mark.x1 - mark.x0, 0.5 * self.size)
        radius = number(min(0.4 * self.size, width / 2))
        yield _rectangle(mark.x0, mark.y - mark.height / 2, width, mark.height, rx=radius, fill=color)
        if mark.entry.done and not mark.label.inside:
            yield self._tick(mark.x0 + width / 2, mark.y, on_color)

    def _label(self, label: Label, on_color: str) -> Iterator[Markup]:
        ink, muted = (on_color, on_color) if label.inside else (self.colors.ink, self.colors.muted)
        anchor = "end" if label.right else "start"
        yield from self._lines(label.lines, label.x, label.y, _Type(self.size, ink, bold=True, anchor=anchor))
        below = label.y + len(label.lines) * self.size * LABEL_LEADING
        yield from self._lines(label.texts, label.x, below, _Type(self.small, muted, anchor=anchor))

    def _tick(self, x: float, y: float, color: str) -> Markup:
        r = 0.24 * self.size
        corners = ((x - r, y), (x - 0.25 * r, y + 0.75 * r), (x + r, y - 0.8 * r))
        width = number(0.13 * self.size)
        return tag("polyline", points=_points(corners), fill="none", stroke=color, stroke_width=width)

    # ── words and lines ──

    def _lines(self, lines: tuple[str, ...], x: float, top: float, face: _Type) -> Iterator[Markup]:
        for n, line in enumerate(lines):
            yield self._text(line, x, top + (n * LABEL_LEADING + _BASELINE) * face.size, face)

    def _text(self, text: str, x: float, y: float, face: _Type) -> Markup:
        return tag(
            "text",
            text,
            x=number(x),
            y=number(y),
            font_size=number(face.size),
            font_weight="700" if face.bold else None,
            text_anchor=None if face.anchor == "start" else face.anchor,
            fill=face.color,
        )

    def _line(self, start: Point, end: Point, color: str, width: float, *, dash: bool = False) -> Markup:
        return tag(
            "line",
            x1=number(start[0]),
            y1=number(start[1]),
            x2=number(end[0]),
            y2=number(end[1]),
            stroke=color,
            stroke_width=number(width * self.size),
            stroke_dasharray=f"{number(0.3 * self.size)} {number(0.25 * self.size)}" if dash else None,
        )


def _circle(x: float, y: float, radius: float, color: str) -> Markup:
    return tag("circle", cx=number(x), cy=number(y), r=number(radius), fill=color)


def _rectangle(x: float, y: float, width: float, height: float, **attributes: str) -> Markup:
    return tag("rect", x=number(x), y=number(y), width=number(width), height=number(height), **attributes)


def _points(corners: tuple[Point, ...]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)
