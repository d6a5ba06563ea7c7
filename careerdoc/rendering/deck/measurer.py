"""How high the body of a slide is, by the theme's fonts, with room to spare for a wider fallback font."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import Figure, Strong, Table, plain
from careerdoc.rendering.deck.arranging import GUTTER
from careerdoc.rendering.deck.flow import Columns, Flow, Gallery, Line, Picture
from careerdoc.rendering.figures import draw_timeline, read_timeline
from careerdoc.rendering.measure import line_count, line_height, room_for_others, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdoc.document.model import Block, Inline
    from careerdoc.rendering.deck.flow import Piece, Role
    from careerdoc.rendering.deck.model import Slide
    from careerdoc.rendering.theme import Theme

STRETCH = 1.24
"""How much wider than Source Sans a font may be that stands in for it (DejaVu Sans: 1.22)."""

HEAVIER = 1.06
"""How much wider still the bold face of a font may be that stands in for a theme's semibold."""

INDENT = 1.3
"""Indentation of a level of lists, in font sizes."""

LEADS = (40.0, 36.0, 32.0, 28.0)
"""Sizes of a lead in points, the first that fits."""

TITLES = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
"""Sizes of a title in points: the first at which it stands in its place, in three lines at most."""

FIGURES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0, 15.0)
"""Sizes at which a timeline is planned; its words are set smaller, by the room that a wider font takes."""

BADGE = 16.0
"""Size of the words in a badge, in points."""

SMALLEST_TABLE = 16.0
LARGEST_TABLE = 22.0

_PICTURE = 200.0
"""Least height of a picture in points, where there is room."""

_SCALE: dict[Role, float] = {
    "heading": 1.05,
    "lead": 1.3,
    "code": 0.85,
    "footnote": 0.75,
    "when": 0.85,
    "quotation": 1.2,
    "number": 3.0,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a content slide in points. ``height`` is what lead and body share; the badge takes from it.

    ``title_size`` is the largest that a title may have.
    """

    title_width: float
    title_height: float
    width: float
    height: float
    badge: float
    gap: float = 22.0
    title_size: float = 40.0


@dataclass(frozen=True, slots=True)
class TableShape:
    """The size of a table's text, its columns' widths and its rows' heights, the header's first, in points."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def text_size(role: Role, size: float) -> float:
    """Size in points of a line of a role in a body of a size; nothing but a footnote is below 20 points."""
    scaled = size * _SCALE.get(role, 1.0)
    floor = 14.0 if role == "footnote" else min(20.0, size)
    return max(round(scaled), floor)


@dataclass(slots=True)
class Measurer:
    """Measures the flow of bodies in a frame; ``tallest`` is a distance of lines to reckon with, in font sizes.

    ``stretch`` is how much wider than measured text may come out; left out, as wide as a font is that stands in for one
    of the theme's. Heights are remembered: bodies are measured at several sizes.
    """

    theme: Theme
    frame: Frame
    flow: Flow
    stretch: float = 0.0
    language: str = "en"
    largest_table: float = LARGEST_TABLE
    tallest: float = 0.0
    _heights: dict[tuple[int, float], float] = field(default_factory=dict)
    _kept: list[Block] = field(default_factory=list)
    _columns: dict[float, Measurer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.stretch:
            headings = room_for_others(self.theme.heading, "bold") / HEAVIER
            self.stretch = max(room_for_others(self.theme.body), headings)

    # ── slides ──

    def room(self, slide: Slide) -> float:
        """Height for the body of a slide in points, beside its badge and lead."""
        badge = self.frame.badge if slide.when else 0.0
        lead = self.lead(slide)[1] + self.frame.gap if slide.lead else 0.0
        return self.frame.height - badge - lead

    def title(self, text: str) -> tuple[float, int]:
        """Size of a title in points and the lines it takes; more than three lines mean that it does not fit."""
        for size in (size for size in TITLES if size <= self.frame.title_size or size == TITLES[-1]):
            lines = self._lines(text, size, self.frame.title_width, heading=True)
            if lines <= 3 and lines * self.heading_line(size) <= self.frame.title_height:
                return size, lines
        return TITLES[-1], max(lines, 4)

    def lead(self, slide: Slide) -> tuple[float, float]:
        """Size and height of a slide's lead in points."""
        most = self.frame.height * (0.6 if slide.body else 0.9) - (self.frame.badge if slide.when else 0.0)
        for size in LEADS:
            height = self._lead_height(slide, size)
            if height <= most:
                return size, height
        return LEADS[-1], height

    def _lead_height(self, slide: Slide, size: float) -> float:
        height = 0.0
        for piece in self.flow.pieces(slide.lead):
            text = plain(piece.inlines) if isinstance(piece, Line) else ""
            height += self._lines(text, size, self.frame.width * 0.94, heading=True) * self.heading_line(size)
        return height

    # ── bodies ──

    def height(self, blocks: Iterable[Block], size: float, depth: int = 0) -> float:
        """Height of a body at a size in points, its first line without the space above it."""
        total = first_gap = 0.0
        for index, block in enumerate(blocks):
            height, gap = self._block(block, size, depth)
            first_gap = gap if index == 0 else first_gap
            total += height
        return total - first_gap

    def _block(self, block: Block, size: float, depth: int) -> tuple[float, float]:
        """Height of a block and the space above it, which the height includes."""
        pieces = self.flow.pieces((block,), depth)
        gap = self.gap(pieces[0], size) if pieces else 0.0
        key = (id(block), size)
        if key not in self._heights:
            self._kept.append(block)  # so that no other block can come to have its id
            self._heights[key] = sum(self.piece(piece, size) + self.gap(piece, size) for piece in pieces)
        return self._heights[key], gap

    def gap(self, piece: Piece, size: float) -> float:
        """Space above a piece in points."""
        return round(piece.gap * size, 1) if isinstance(piece, Line) else self.frame.gap * 0.7

    def lines_height(self, lines: Iterable[Line], size: float, width: float) -> float:
        """Height of lines in a width, the first without the space above it."""
        heights = [(self.gap(line, size), self.piece(line, size, width)) for line in lines]
        return sum(gap + height for gap, height in heights) - (heights[0][0] if heights else 0.0)

    def piece(self, piece: Piece, size: float, across: float = 0.0) -> float:
        """Height of a piece in points, without the space above it; lines may be set across another width."""
        match piece:
            case Line(inlines, role, level, mark):
                own = text_size(role, size)
                width = (across or self.frame.width) - INDENT * size * (level + bool(mark))
                face = 1.22 if role == "code" else _bold(role, inlines)
                text = plain(inlines) or " "
                return self._lines(text, own * face, max(width, 60.0)) * self.line(own)
            case Table():
                return sum(self.table(piece, size).heights)
            case Figure():
                return self.figure(piece) or 0.0
            case Picture():
                return min(self.frame.height * 0.6, _PICTURE)
            case Gallery(images):
                return min(self.frame.height * 0.9, _PICTURE * (1.0 if len(images) < 4 else 1.4))
            case Columns(parts):
                widths = self.widths(piece)
                return max(
                    self.within(width).flow_height(inner, size) for width, (_, inner) in zip(widths, parts, strict=True)
                )

    def flow_height(self, pieces: Sequence[Piece], size: float) -> float:
        """Height of pieces one below the other, the first without the space above it."""
        heights = [(self.gap(piece, size), self.piece(piece, size)) for piece in pieces]
        return sum(gap + height for gap, height in heights) - (heights[0][0] if heights else 0.0)

    def widths(self, columns: Columns) -> tuple[float, ...]:
        """Widths of columns in points."""
        room = self.frame.width - GUTTER * (len(columns.parts) - 1)
        return tuple(room * share for share, _ in columns.parts)

    def within(self, width: float) -> Measurer:
        """The measurer of a column of a width."""
        if width not in self._columns:
            self._columns[width] = replace(
                self, frame=replace(self.frame, width=width), _heights={}, _kept=[], _columns={}
            )
        return self._columns[width]

    def line(self, size: float) -> float:
        """Height of a line of running text in points."""
        return max(line_height(self.theme.body, size), self.tallest * size)

    def heading_line(self, size: float) -> float:
        """Height of a line of a title or a lead in points, set at nine tenths of the face's own."""
        return max(line_height(self.theme.heading, size), self.tallest * size) * 0.9

    def heading_lines(self, text: str, size: float, width: float) -> int:
        """How many lines a title takes."""
        return self._lines(text, size, width, heading=True)

    def widest_word(self, text: str, size: float) -> float:
        """Width of the longest word of a title in points."""
        words = text.split()
        return max(
            (text_width(word, self.theme.heading, size * self.stretch * HEAVIER, "bold") for word in words), default=0.0
        )

    def _lines(self, text: str, size: float, width: float, *, heading: bool = False) -> int:
        if heading:
            return line_count(text, self.theme.heading, size * self.stretch * HEAVIER, width, "bold")
        return line_count(text, self.theme.body, size * self.stretch, width)

    def badge(self, slide: Slide) -> float:
        """Width of the badge with a slide's time frame in points."""
        return text_width(plain(slide.when), self.theme.body, BADGE * self.stretch, "bold") + BADGE * 2.2

    # ── figures ──

    def figure(self, figure: Figure) -> float | None:
        """The least height of a figure in points; None where it cannot be drawn in the frame."""
        timeline = read_timeline(figure)
        if timeline is None or not any(entry.dated for entry in timeline.entries):
            return None
        for size in (*FIGURES[4::2], FIGURES[-1]):
            height = draw_timeline(timeline, self.theme, self.frame.width, size, language=self.language).height
            if height <= self.frame.height:
                return height
        return None

    # ── tables ──

    def table(self, table: Table, size: float) -> TableShape:
        """The shape of a table in a body of a size: at its largest text that breaks no word, if there is one."""
        own = min(max(size - 4, SMALLEST_TABLE), self.largest_table)
        while own > SMALLEST_TABLE and not self.columns_fit(table, own):
            own -= 1
        widths = self._widths(table, own)
        header = self._row(table.header, widths, own, header=True)
        return TableShape(own, widths, (header, *(self._row(row, widths, own, header=False) for row in table.rows)))

    def columns_fit(self, table: Table, size: float = SMALLEST_TABLE) -> bool:
        """Whether a table can stand in the frame at a size with every word whole."""
        return sum(self._narrowest(table, size)) <= self.frame.width

    def _row(
        self, row: tuple[tuple[Inline, ...], ...], widths: tuple[float, ...], size: float, *, header: bool
    ) -> float:
        lines = [
            self._lines(plain(cell), size * (1.11 if header else _bold("text", cell)), width - PADDING * 2)
            for cell, width in zip(row, widths, strict=False)
        ]
        return round(max(lines, default=1) * self.line(size) + size * 0.62, 1)

    def _narrowest(self, table: Table, size: float) -> list[float]:
        """The width of the longest word of each column, with its padding."""
        found = []
        for column in _columns(table):
            words = [word for cell in column for word in plain(cell).split()]
            longest = max((self._width(word, size) for word in words if len(word) < 40), default=0.0)
            found.append(longest + PADDING * 2 + 1)
        return found

    def _widths(self, table: Table, size: float) -> tuple[float, ...]:
        """Widths that add up to the frame's: the longest word of each column, the rest by how much there is to say."""
        least = self._narrowest(table, size)
        total = self.frame.width
        if sum(least) >= total:
            return tuple(total * width / sum(least) for width in least)
        wishes = [
            max((min(self._width(plain(cell), size), total) for cell in column), default=0.0) ** 0.75 + 1
            for column in _columns(table)
        ]
        spare = total - sum(least)
        return tuple(width + spare * wish / sum(wishes) for width, wish in zip(least, wishes, strict=True))

    def _width(self, text: str, size: float) -> float:
        return text_width(text, self.theme.body, size * self.stretch * HEAVIER, "bold")


def _bold(role: Role, inlines: tuple[Inline, ...]) -> float:
    """How much wider a line is for what is bold in it, the theme's bold face or a heavier one."""
    if role in {"heading", "when", "number"}:
        return 1.11
    strong = sum(len(plain((node,))) for node in inlines if isinstance(node, Strong))
    return 1.0 + 0.11 * strong / max(len(plain(inlines)), 1) if strong else 1.0


PADDING = 8.0
"""Space left and right of a cell's text in points."""


def _columns(table: Table) -> list[list[tuple[Inline, ...]]]:
    rows = (table.header, *table.rows)
    count = len(table.alignments) or max((len(row) for row in rows), default=0)
    return [[row[index] for row in rows if index < len(row)] for index in range(count)]
