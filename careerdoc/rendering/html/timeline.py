"""A timeline: its lines and marks as SVG, its words as text above them.

Words in SVG would be set letter by letter by WeasyPrint: slowly, without kerning, and wrongly in joined scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from careerdoc.rendering.figures import LABEL_LEADING, TEXT_SIZE, describe
from careerdoc.rendering.html.markup import Markup, escape, join, number, tag, void
from careerdoc.rendering.html.ways import set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.figures import Drawing, Label, Mark
    from careerdoc.rendering.html.rules import Rules
    from careerdoc.rendering.theme import Colors

Point: TypeAlias = tuple[float, float]

TICK_WIDTH = 6.0
"""Width of the box that a tick's label is centred in, in label sizes."""


def timeline_figure(drawing: Drawing, colors: Colors, rules: Rules, em: float) -> Markup:
    """The drawing as an element of its own size, in ems of ``em`` points."""
    return tag(
        "div", _shapes(drawing, colors), *_Words(drawing, colors, rules, em).parts(), cls=_box(drawing, rules, em)
    )


def _box(drawing: Drawing, rules: Rules, em: float) -> str:
    size = rules.name(f"height:{number(drawing.height / em)}em;width:{number(drawing.width / em)}em")
    return f"timeline {size}"


def _shapes(drawing: Drawing, colors: Colors) -> Markup:
    return tag(
        "svg",
        tag("title", describe(drawing.timeline)),
        *_Shapes(drawing, colors).parts(),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(drawing.width)} {number(drawing.height)}",
        role="img",
    )


def _tones(colors: Colors, group: str) -> tuple[str, str]:
    """Colour of a group, and of text on it."""
    tones = {"short": (colors.secondary, colors.on_secondary), "long": (colors.accent, colors.on_accent)}
    return tones.get(group, (colors.primary, colors.on_primary))


class _Words:
    """The words of a drawing, each at its place."""

    def __init__(self, drawing: Drawing, colors: Colors, rules: Rules, em: float) -> None:
        self.drawing, self.colors, self.rules, self.em = drawing, colors, rules, em
        self.size = drawing.size
        self.face = rules.name(f"font-size:{number(drawing.size / em)}em")
        self.small = rules.name(f"font-size:{number(drawing.size * TEXT_SIZE / em)}em")

    def parts(self) -> Iterator[Markup]:
        size = self.size
        for _, title, x in self.drawing.legend:
            yield self._title(x, title)
        for mark in self.drawing.marks:
            yield self._label(mark.label, mark.entry.group)
        for x, label in self.drawing.ticks:
            if label:
                yield self._tick(x, label)
        if self.drawing.undated:
            top = self.drawing.height - len(self.drawing.undated) * size * LABEL_LEADING
            width = self.drawing.width if self.drawing.rtl else 0.0
            yield self._at(0.0, top, width, self._lines(self.drawing.undated), f"undated {self.small}")

    def _title(self, x: float, title: str) -> Markup:
        """The title of a group, behind its dot."""
        gap, y = 1.15 * self.size, 0.05 * self.size
        if self.drawing.rtl:
            return self._at(0.0, y, x - gap, escape(title), f"legend last {self.small}")
        return self._at(x + gap, y, 0.0, escape(title), f"legend {self.small}")

    def _at(self, x: float, y: float, width: float, content: Markup, names: str) -> Markup:
        """Content in a box whose corner is there."""
        size = self.size * (TEXT_SIZE if self.small in names else 1.0)
        place = f"left:{number(x / size)}em;top:{number(y / size)}em"
        place += f";width:{number(width / size)}em" if width else ""
        return tag("div", content, cls=f"{names} {self.rules.name(place)}")

    def _label(self, label: Label, group: str) -> Markup:
        words = [self._lines(label.lines)]
        if label.texts:
            words.append(tag("span", self._lines(label.texts)))
        name = f"label {self.face}" + (" last" if label.right else "")
        if label.inside:
            name += f" on {self.rules.name(f'color:{_tones(self.colors, group)[1]}')}"
        x = label.x - label.width if label.right else label.x
        return self._at(x, label.y, label.width + 0.02 * self.size, join(words), name)

    def _lines(self, lines: tuple[str, ...]) -> Markup:
        return Markup(void("br")).join(set_apart(line) if self.drawing.rtl else line for line in lines)

    def _tick(self, x: float, label: str) -> Markup:
        room, y = TICK_WIDTH * self.size, self.drawing.axis + 0.5 * self.size
        if x < 1.5 * self.size:
            return self._at(x, y, room, escape(label), f"tick {self.small}")
        if x > self.drawing.width - 2.2 * self.size:
            return self._at(x - room, y, room, escape(label), f"tick {self.small} last")
        return self._at(x - room / 2, y, room, escape(label), f"tick {self.small} middle")


class _Shapes:
    """The lines and marks of a drawing; sizes are those of the drawing, in points."""

    def __init__(self, drawing: Drawing, colors: Colors) -> None:
        self.drawing, self.colors, self.size = drawing, colors, drawing.size

    def parts(self) -> Iterator[Markup]:
        if self.drawing.ticks:
            yield from self._axis()
        for name, _, x in self.drawing.legend:
            middle = x - 0.45 * self.size if self.drawing.rtl else x + 0.45 * self.size
            yield _circle(middle, 0.7 * self.size, 0.36 * self.size, _tones(self.colors, name)[0])
        for mark in self.drawing.marks:
            yield from self._mark(mark)

    # ── the axis ──

    def _axis(self) -> Iterator[Markup]:
        drawing, size, ink = self.drawing, self.size, self.colors.primary
        for x, _ in drawing.ticks:
            yield self._line((x, drawing.top), (x, drawing.axis), self.colors.rule, 0.05)
            yield self._line((x, drawing.axis), (x, drawing.axis + 0.35 * size), ink, 0.1)
        yield self._line((0, drawing.axis), (drawing.width, drawing.axis), ink, 0.16)
        if drawing.today is not None:
            yield from self._today(drawing.today, drawing.axis)

    def _today(self, x: float, y: float) -> Iterator[Markup]:
        half = 0.4 * self.size
        yield self._line((x, self.drawing.top), (x, y), self.colors.primary, 0.09, dash=True)
        corners = ((x - half, y - half * 1.6), (x + half, y - half * 1.6), (x, y))
        yield tag("polygon", points=_points(corners), fill=self.colors.primary)

    # ── marks ──

    def _mark(self, mark: Mark) -> Iterator[Markup]:
        color, on_color = _tones(self.colors, mark.entry.group)
        if not mark.label.inside:
            yield self._ground(mark.label)
        yield from self._point(mark, color, on_color) if mark.x0 == mark.x1 else self._bar(mark, color, on_color)

    def _ground(self, label: Label) -> Markup:
        """Paper under a label, so that no line of the axis runs through its words."""
        x = label.x - label.width if label.right else label.x
        high = (len(label.lines) + len(label.texts) * TEXT_SIZE) * LABEL_LEADING * self.size
        return _rectangle(x - 0.1 * self.size, label.y, label.width + 0.2 * self.size, high, fill=self.colors.paper)

    def _point(self, mark: Mark, color: str, on_color: str) -> Iterator[Markup]:
        yield _circle(mark.x0, mark.y, 0.5 * self.size, color)
        if mark.entry.done:
            yield self._check(mark.x0, mark.y, on_color)
        else:
            yield _circle(mark.x0, mark.y, 0.24 * self.size, self.colors.paper)

    def _bar(self, mark: Mark, color: str, on_color: str) -> Iterator[Markup]:
        width = max(mark.x1 - mark.x0, 0.5 * self.size)
        radius = number(min(0.4 * self.size, width / 2))
        yield _rectangle(mark.x0, mark.y - mark.height / 2, width, mark.height, rx=radius, fill=color)
        if mark.entry.done and not mark.label.inside:
            yield self._check(mark.x0 + width / 2, mark.y, on_color)

    def _check(self, x: float, y: float, color: str) -> Markup:
        r = 0.24 * self.size
        corners = ((x - r, y), (x - 0.25 * r, y + 0.75 * r), (x + r, y - 0.8 * r))
        width = number(0.13 * self.size)
        return tag("polyline", points=_points(corners), fill="none", stroke=color, stroke_width=width)

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
