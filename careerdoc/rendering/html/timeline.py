"""A timeline as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.rendering.figures import LABEL_LEADING, TEXT_SIZE, describe
from careerdoc.rendering.html.markup import Markup, join, number, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.figures import Drawing, Mark, Timeline
    from careerdoc.rendering.theme import Theme

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
        cls="timeline",
        role="img",
    )


class _Svg:
    """One drawing; sizes are those of the drawing, in points."""

    def __init__(self, drawing: Drawing, theme: Theme) -> None:
        self.drawing, self.theme, self.colors = drawing, theme, theme.colors
        self.size = drawing.size
        self.small = drawing.size * TEXT_SIZE

    def parts(self) -> Iterator[Markup]:
        if self.drawing.ticks:
            yield from self._axis()
        yield from (part for name, title, x in self.drawing.legend for part in self._legend(name, title, x))
        yield from (part for mark in self.drawing.marks for part in self._mark(mark))
        top = self.drawing.height - len(self.drawing.undated) * self.size * LABEL_LEADING
        yield from self._lines(self.drawing.undated, 0, top, self.small, self.colors.muted)

    def color(self, group: str) -> tuple[str, str]:
        """Colour of a group, and of text on it."""
        tones = {
            "short": (self.colors.secondary, self.colors.on_secondary),
            "long": (self.colors.accent, self.colors.on_accent),
        }
        return tones.get(group, (self.colors.primary, self.colors.on_primary))

    # ── the axis ──

    def _axis(self) -> Iterator[Markup]:
        drawing, size = self.drawing, self.size
        for x, _ in drawing.ticks:
            yield self._line(x, drawing.top, x, drawing.axis, self.colors.rule, 0.05)
        yield self._line(0, drawing.axis, drawing.width, drawing.axis, self.colors.primary, 0.16)
        for x, label in drawing.ticks:
            yield self._line(x, drawing.axis, x, drawing.axis + 0.35 * size, self.colors.primary, 0.1)
            anchor = "start" if x < size else "end" if x > drawing.width - 2.2 * size else "middle"
            y = drawing.axis + 1.4 * size
            yield self._text(label, x, y, self.small, self.colors.primary, anchor=anchor, bold=True)
        if drawing.today is not None:
            x, half = drawing.today, 0.4 * size
            yield self._line(x, drawing.top, x, drawing.axis, self.colors.primary, 0.09, dash=True)
            y = drawing.axis
            points = " ".join(
                f"{number(a)},{number(b)}" for a, b in ((x - half, y - half * 1.6), (x + half, y - half * 1.6), (x, y))
            )
            yield tag("polygon", points=points, fill=self.colors.primary)

    def _legend(self, name: str, title: str, x: float) -> Iterator[Markup]:
        size = self.size
        yield self._circle(x + 0.45 * size, 0.7 * size, 0.36 * size, self.color(name)[0])
        yield self._text(title, x + 1.15 * size, 1.0 * size, self.small, self.colors.ink)

    # ── marks ──

    def _mark(self, mark: Mark) -> Iterator[Markup]:
        color, on_color = self.color(mark.entry.group)
        if mark.x0 == mark.x1:
            yield self._circle(mark.x0, mark.y, 0.5 * self.size, color)
            if mark.entry.done:
                yield self._tick(mark.x0, mark.y, on_color)
            else:
                yield self._circle(mark.x0, mark.y, 0.24 * self.size, self.colors.paper)
        else:
            width = max(mark.x1 - mark.x0, 0.5 * self.size)
            yield tag(
                "rect",
                x=number(mark.x0),
                y=number(mark.y - mark.height / 2),
                width=number(width),
                height=number(mark.height),
                rx=number(min(0.4 * self.size, width / 2)),
                fill=color,
            )
            if mark.entry.done and not mark.label.inside:
                yield self._tick(mark.x0 + width / 2, mark.y, on_color)
        label = mark.label
        ink, muted = (on_color, on_color) if label.inside else (self.colors.ink, self.colors.muted)
        yield from self._lines(label.lines, label.x, label.y, self.size, ink, right=label.right, bold=True)
        below = label.y + len(label.lines) * self.size * LABEL_LEADING
        yield from self._lines(label.texts, label.x, below, self.small, muted, right=label.right)

    def _tick(self, x: float, y: float, color: str) -> Markup:
        r = 0.24 * self.size
        points = ((x - r, y), (x - 0.25 * r, y + 0.75 * r), (x + r, y - 0.8 * r))
        return tag(
            "polyline",
            points=" ".join(f"{number(a)},{number(b)}" for a, b in points),
            fill="none",
            stroke=color,
            stroke_width=number(0.13 * self.size),
        )

    # ── strokes ──

    def _lines(
        self,
        lines: tuple[str, ...],
        x: float,
        top: float,
        size: float,
        color: str,
        *,
        right: bool = False,
        bold: bool = False,
    ) -> Iterator[Markup]:
        for n, line in enumerate(lines):
            y = top + (n * LABEL_LEADING + _BASELINE) * size
            yield self._text(line, x, y, size, color, anchor="end" if right else "start", bold=bold)

    def _text(
        self, text: str, x: float, y: float, size: float, color: str, *, anchor: str = "start", bold: bool = False
    ) -> Markup:
        return tag(
            "text",
            text,
            x=number(x),
            y=number(y),
            font_family=f"{self.theme.body.family}, {self.theme.body.generic}",
            font_size=number(size),
            font_weight="700" if bold else None,
            text_anchor=None if anchor == "start" else anchor,
            fill=color,
        )

    def _line(
        self, x0: float, y0: float, x1: float, y1: float, color: str, width: float, *, dash: bool = False
    ) -> Markup:
        return tag(
            "line",
            x1=number(x0),
            y1=number(y0),
            x2=number(x1),
            y2=number(y1),
            stroke=color,
            stroke_width=number(width * self.size),
            stroke_dasharray=f"{number(0.3 * self.size)} {number(0.25 * self.size)}" if dash else None,
        )

    def _circle(self, x: float, y: float, radius: float, color: str) -> Markup:
        return tag("circle", cx=number(x), cy=number(y), r=number(radius), fill=color)
