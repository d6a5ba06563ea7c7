"""A timeline as native shapes: one group with marks, axis and labels that can be edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.rendering.deck.measurer import FIGURES
from careerdoc.rendering.figures import describe, draw_timeline
from careerdoc.rendering.figures.drawing import LABEL_LEADING, TEXT_SIZE
from careerdoc.rendering.measure import text_width
from careerdoc.rendering.pptx.geometry import Box
from careerdoc.rendering.pptx.look import NO_LINE, TONES, on_tone, solid
from careerdoc.rendering.pptx.text import Voice

if TYPE_CHECKING:
    from careerdoc.rendering.figures import Drawing, Timeline
    from careerdoc.rendering.figures.drawing import Mark
    from careerdoc.rendering.pptx.canvas import Canvas
    from careerdoc.rendering.pptx.text import Writer
    from careerdoc.rendering.theme import Style, Theme

LESS = 0.935
"""Share of the room for wider fonts that a timeline keeps: labels do not wrap, and have free space beside them."""

HEAVIER = 1.08
"""How much wider than planned the bold face of a font may be that stands in for the theme's."""

_DASHED = '<a:prstDash val="dash"/>'


def planned(timeline: Timeline, theme: Theme, box: Box, language: str) -> Drawing:
    """The largest drawing that fits a box, spread over its height; the smallest where none fits."""
    for size in FIGURES:
        drawing = draw_timeline(timeline, theme, box.width, size, language=language)
        if drawing.height <= box.height:
            spread = min(box.height, drawing.height + size * 3.2 * len(drawing.marks))
            return draw_timeline(timeline, theme, box.width, size, language=language, height=spread)
    return drawing


@dataclass(slots=True)
class Brush:
    """Draws one timeline in a box, with its words at a size that leaves room for wider fonts."""

    canvas: Canvas
    writer: Writer
    theme: Theme
    drawing: Drawing
    at: Box
    size: float

    def draw(self, timeline: Timeline) -> None:
        """The whole drawing as one group, described for those who cannot see it."""
        box = Box(self.at.x, self.at.y, self.drawing.width, self.drawing.height)
        self.canvas.open_group("Timeline", box, describe(timeline))
        self._axis()
        for mark in self.drawing.marks:
            self._mark(mark)
        self._legend()
        self._rest()
        self.canvas.close_group()

    @property
    def near(self) -> str:
        """The side that lines begin at."""
        return "r" if self.drawing.rtl else "l"

    @property
    def leading(self) -> float:
        """Height of a line as it was planned."""
        return self.drawing.size * LABEL_LEADING

    def _axis(self) -> None:
        """The axis with its ticks, and today."""
        drawing = self.drawing
        if not drawing.marks:
            return
        bottom, small = self.at.y + drawing.axis, self.size * TEXT_SIZE
        for x, _ in drawing.ticks:
            self.canvas.line(
                "Grid", (self.at.x + x, self.at.y + drawing.top), (self.at.x + x, bottom), _ink("accent5", 0.75)
            )
        self.canvas.line("Axis", (self.at.x, bottom), (self.at.x + drawing.width, bottom), _ink("accent4", 1.5))
        for x, label in ((x, label) for x, label in drawing.ticks if label):
            wide = self._width((label,), TEXT_SIZE, "regular") * 1.1
            left = min(max(x - wide / 2, 0), drawing.width - wide)
            align = "l" if left > x - wide / 2 else "r" if left < x - wide / 2 else "ctr"
            box = Box(self.at.x + left, bottom + drawing.size * 0.3, wide, self.leading)
            self._text("Date", box, label, Voice(small, "accent4"), align)
        if drawing.today is not None:
            x = self.at.x + drawing.today
            self.canvas.line("Today", (x, self.at.y + drawing.top), (x, bottom), _ink("accent3", 2.0, _DASHED))

    def _mark(self, mark: Mark) -> None:
        """A bar or a point, with its words."""
        color = TONES.get(mark.entry.group, "accent1")
        fill = f'{solid(color)}<a:ln w="25400">{solid(color)}</a:ln>'
        name = "Done" if mark.entry.done else "Step"
        if mark.x0 == mark.x1:
            side = self.drawing.size * 0.75
            box = Box(self.at.x + mark.x0 - side / 2, self.at.y + mark.y - side / 2, side, side)
            self.canvas.shape(name, "ellipse", box, fill, words=mark.entry.label)
        else:
            width = max(mark.x1 - mark.x0, self.drawing.size * 0.4)
            box = Box(self.at.x + mark.x0, self.at.y + mark.y - mark.height / 2, width, mark.height)
            self.canvas.shape(name, "roundRect", box, f"{solid(color)}{NO_LINE}", words=mark.entry.label, adjust=24000)
        self._label(mark)

    def _label(self, mark: Mark) -> None:
        label, entry = mark.label, mark.entry
        high = (len(label.lines) + len(label.texts) * TEXT_SIZE) * self.leading
        wide = max(self._width(label.lines, 1.0, "bold"), self._width(label.texts, TEXT_SIZE, "regular"), 1.0) * 1.08
        left, right = (label.x - wide, label.x) if label.right else (label.x, label.x + wide)
        align = "r" if label.right else "l"
        ink = on_tone(self.theme.colors, entry.group) if label.inside else "tx1"
        muted = ink if label.inside else "accent4"
        title = Voice(self.size / HEAVIER, ink, bold=True)
        words = [self._broken(label.lines, title, align)]
        if label.texts:
            words.append(self._broken(label.texts, Voice(self.size * TEXT_SIZE, muted), align))
        box = Box(self.at.x + left, self.at.y + label.y, max(right - left, 1.0), high)
        self.canvas.text("Label", box, "".join(words), wrap=False)

    def _width(self, lines: tuple[str, ...], scale: float, style: Style) -> float:
        return max((text_width(line, self.theme.body, self.drawing.size * scale, style) for line in lines), default=0.0)

    def _broken(self, lines: tuple[str, ...], voice: Voice, align: str) -> str:
        """Lines as one paragraph, broken where they were planned to break."""
        runs = "<a:br/>".join(self.writer.said(line, voice) for line in lines)
        return self.writer.set(
            runs, " ".join(lines), voice, align=align, more='<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        )

    def _legend(self) -> None:
        """A dot and a title for each group."""
        small = self.size * TEXT_SIZE
        for name, title, x in self.drawing.legend:
            left = x - small * 0.6 if self.drawing.rtl else x
            dot = Box(self.at.x + left, self.at.y + self.leading * 0.3, small * 0.6, small * 0.6)
            self.canvas.shape("Key", "ellipse", dot, f"{solid(TONES.get(name, 'accent1'))}{NO_LINE}")
            start, end = (0.0, x - small) if self.drawing.rtl else (x + small, self.drawing.width)
            box = Box(self.at.x + start, self.at.y, max(end - start, 1.0), self.leading)
            self._text("Key text", box, title, Voice(small / HEAVIER, "accent4", bold=True), self.near)

    def _rest(self) -> None:
        """What has no date, below the axis."""
        drawing = self.drawing
        if not drawing.undated:
            return
        voice = Voice(self.size * TEXT_SIZE, "tx1")
        high = len(drawing.undated) * self.leading
        box = Box(self.at.x, self.at.y + drawing.height - high, drawing.width, high)
        self.canvas.text("Without a date", box, self._broken(drawing.undated, voice, self.near), wrap=False)

    def _text(self, name: str, box: Box, text: str, voice: Voice, align: str) -> None:
        self.canvas.text(
            name, box, self.writer.set(self.writer.said(text, voice), text, voice, align=align), wrap=False
        )


def _ink(color: str, width: float, dashes: str = "") -> str:
    """A line of a colour and a width in points."""
    return f'<a:ln w="{round(width * 12700)}">{solid(color)}{dashes}</a:ln>'
