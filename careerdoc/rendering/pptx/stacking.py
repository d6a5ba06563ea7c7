"""The pieces of a body, one below the other: text in the placeholder, tables, timelines and pictures as shapes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import Figure, Table, plain
from careerdoc.rendering.deck import GUTTER, Columns, Gallery, Line, Picture
from careerdoc.rendering.figures import read_timeline
from careerdoc.rendering.pptx import timeline
from careerdoc.rendering.pptx.galleries import place_pictures
from careerdoc.rendering.pptx.geometry import Box
from careerdoc.rendering.pptx.tables import table_xml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.rendering.deck import Measurer, Piece
    from careerdoc.rendering.pptx.canvas import Canvas
    from careerdoc.rendering.pptx.stages import Slot
    from careerdoc.rendering.pptx.text import LineLook, Writer
    from careerdoc.rendering.theme import Theme

_GROWING = (Figure, Picture, Gallery, Columns)
"""What takes the room that the rest of a body leaves."""


@dataclass(slots=True)
class Stack:
    """Places the pieces of one body at one size."""

    canvas: Canvas
    writer: Writer
    measurer: Measurer
    theme: Theme
    look: LineLook
    pictures: Mapping[str, tuple[float, float]]
    size: float
    language: str
    slot: Slot
    airy: float = 1.0
    room: float = 0.0
    placeheld: bool = False

    def place(self, pieces: Sequence[Piece], room: Box, *, moved: bool) -> None:
        """All pieces in a room; what can grow takes what the others leave. ``moved``: not the layout's own room."""
        segments = segments_of(pieces)
        heights = [self._height(segment, room.width) for segment in segments]
        gaps = self.measurer.frame.gap * max(len(segments) - 1, 0)
        spare = max(room.height - sum(heights) - gaps, 0.0)
        self.room = room.height if len(segments) == 1 else 0.0
        if len(segments) == 1:
            self.airy = 1.0 + min(spare * 0.4 / max(self._gaps(segments[0]), 1.0), 1.2)
        growing = [index for index, segment in enumerate(segments) if isinstance(segment[0], _GROWING)]
        for index in growing:
            heights[index] += spare / len(growing)
        alone = len(segments) == 1 and not moved
        top = room.y
        for segment, height in zip(segments, heights, strict=True):
            first = segment[0]
            to_end = isinstance(first, Line) and segment is segments[-1]
            box = Box(room.x, top, room.width, room.y + room.height - top if to_end else height)
            self._place(segment, box, alone=alone)
            top += height + self.measurer.frame.gap

    def _place(self, segment: list[Piece], box: Box, *, alone: bool) -> None:
        match segment[0]:
            case Line():
                self._text(segment, None if alone else box)
            case Table() as table:
                self._table(table, box)
            case Figure() as figure:
                self._figure(figure, box)
            case Columns() as columns:
                self._columns(columns, box)
            case Gallery(images):
                place_pictures(images, box, self.canvas, self.pictures, rtl=self.writer.rtl)
            case Picture(image):
                place_pictures((image,), box, self.canvas, self.pictures, rtl=self.writer.rtl)

    def _columns(self, columns: Columns, box: Box) -> None:
        """Flows side by side, from the side that lines begin at; the first text takes the layout's placeholder."""
        left = box.x
        for width, (_, pieces) in zip(self.measurer.widths(columns), columns.parts, strict=True):
            x = 2 * box.x + box.width - left - width if self.writer.rtl else left
            inner = replace(self, measurer=self.measurer.within(width), airy=1.0, room=0.0)
            inner.place(pieces, Box(x, box.y, width, box.height), moved=True)
            self.placeheld = inner.placeheld
            left += width + GUTTER

    def _height(self, segment: list[Piece], width: float) -> float:
        lines = [piece for piece in segment if isinstance(piece, Line)]
        if lines:
            return self.measurer.lines_height(lines, self.size, width)
        return self.measurer.piece(segment[0], self.size)

    def _gaps(self, segment: list[Piece]) -> float:
        return sum(self.measurer.gap(piece, self.size) for piece in segment[1:])

    def _text(self, segment: list[Piece], box: Box | None) -> None:
        lines = [piece for piece in segment if isinstance(piece, Line)]
        paragraphs = self.writer.lines(lines, self.size, self.look, self.airy)
        if self.placeheld and box:
            self.canvas.text("Text", box, paragraphs)
        else:
            self.canvas.place("Text", self.slot, paragraphs, box)
            self.placeheld = True

    def _table(self, table: Table, box: Box) -> None:
        shape = self.measurer.table(table, self.size)
        room = self.room - sum(shape.heights)
        more = max(0.0, min(room / max(len(shape.heights), 1), shape.size * 0.9))
        shape = replace(shape, heights=tuple(height + more for height in shape.heights))
        box = Box(box.x, box.y, box.width, sum(shape.heights))
        words = ", ".join(plain(cell) for cell in table.header if plain(cell).strip())
        self.canvas.table("Table", box, table_xml(table, shape, self.writer), words)

    def _figure(self, figure: Figure, box: Box) -> None:
        told = read_timeline(figure)
        if told is None:
            return
        drawing = timeline.planned(told, self.theme, box, self.language)
        size = drawing.size / (self.measurer.stretch * timeline.LESS)
        brush = timeline.Brush(self.canvas, self.writer, self.theme, drawing, box, size)
        brush.draw(told)


def segments_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Runs of lines, and each other piece by itself."""
    segments: list[list[Piece]] = []
    for piece in pieces:
        if isinstance(piece, Line) and segments and isinstance(segments[-1][0], Line):
            segments[-1].append(piece)
        else:
            segments.append([piece])
    return segments
