"""On which page a bookmark falls, reckoned from the XML and the fonts' own metrics as a word processor would set it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from careerdoc.rendering.measure import line_height, text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

    from careerdoc.rendering.docx.effective import Setting, Settings
    from careerdoc.rendering.theme import Font, Theme

_EMU = 12700
_CELL = (220, 80)
"""What the margins of a cell take in all, across and down, in twentieths of a point."""
_FEWEST = 2
"""Lines of a paragraph that stand together at the foot or the head of a page (``w:widowControl``)."""
_RULE_ABOVE_NOTES = 12.0


@dataclass(slots=True)
class _Piece:
    """What is set as one: the lines of a paragraph, or a row of a table. Lengths in points."""

    lines: list[float]
    before: float = 0.0
    after: float = 0.0
    names: list[str] = field(default_factory=list)
    keep_next: bool = False
    whole: bool = False
    new_page: bool = False
    notes: float = 0.0
    """Height of the footnotes that it calls."""


def pages_of(
    body: BaseOxmlElement, settings: Settings, theme: Theme, notes: Mapping[str, BaseOxmlElement]
) -> dict[str, int]:
    """The page (from 1) of each bookmark. ``notes`` are the footnotes by identifier."""
    section = body.find(qn("w:sectPr"))
    margins = section.find(qn("w:pgMar"))
    ends = sum(
        abs(float(margins.get(qn(f"w:{end}"), "1440"))) if margins is not None else 1440 for end in ("top", "bottom")
    )
    room = round((theme.page.width - 2 * theme.page.margin) * 20)
    pieces = _Maker(settings, theme, notes, room).pieces(body, room)
    return _placed(pieces, max(theme.page.height - ends / 20, 72.0))


class _Maker:
    """Makes the pieces of a document from its XML."""

    def __init__(self, settings: Settings, theme: Theme, notes: Mapping[str, BaseOxmlElement], room: int) -> None:
        self.settings = settings
        self.theme = theme
        self.notes = notes
        self.carried = ""
        self.carried_names: list[str] = []
        self.room = room

    def pieces(self, parent: BaseOxmlElement, room: int) -> list[_Piece]:
        """The pieces of the blocks in an element, ``room`` twentieths of a point wide.

        Of the space after a paragraph and that before the next, the larger counts (17.15.3.4 is not set).
        """
        made = list(self._pieces(parent, room))
        for above, below in pairwise(made):
            below.before = max(below.before - above.after, 0.0)
        return made

    def _pieces(self, parent: BaseOxmlElement, room: int) -> Iterator[_Piece]:
        for child in parent:
            if child.tag == qn("w:p"):
                piece = self._paragraph(child, room)
                if piece is not None:
                    yield piece
            elif child.tag == qn("w:sdt"):
                yield from self._pieces(child.find(qn("w:sdtContent")), room)
            elif child.tag == qn("w:tbl"):
                yield from (self._row(row) for row in child.findall(qn("w:tr")))

    def _paragraph(self, paragraph: BaseOxmlElement, room: int) -> _Piece | None:
        setting = self.settings.of(paragraph)
        names = [mark.get(qn("w:name")) for mark in paragraph.iter(qn("w:bookmarkStart"))]
        words = self.carried + _words(paragraph)
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:specVanish')}") is not None:
            self.carried, self.carried_names = words, [*self.carried_names, *names]
            return None
        names, self.carried, self.carried_names = [*self.carried_names, *names], "", []
        pictures = [int(extent.get("cy")) / _EMU for extent in paragraph.iter(qn("wp:extent"))]
        height = self._line(setting)
        count = len(self._wrapped(words, setting, room)) if words.strip() or not pictures else 0
        lines = [height] * count + pictures
        called = [mark.get(qn("w:id")) for mark in paragraph.iter(qn("w:footnoteReference"))]
        return _Piece(
            lines,
            setting.before / 20,
            setting.after / 20,
            names,
            setting.keep_next,
            setting.keep_lines or bool(pictures),
            setting.new_page,
            sum(self._note(name) for name in called),
        )

    def _wrapped(self, words: str, setting: Setting, room: int) -> tuple[str, ...]:
        """The lines of a paragraph; the first is shorter by its indent, as if by a word that takes that place."""
        font, style = self._font(setting), setting.style
        width = max((room - setting.left - setting.right) / 20, 20.0)
        indent = setting.first / 20
        if indent > 0:
            blank = text_width("\u00a0", font, setting.size, style)
            words = "\u00a0" * round(indent / blank) + words
        return wrap(words, font, setting.size, width, style)

    def _font(self, setting: Setting) -> Font:
        return self.theme.heading if setting.family == self.theme.heading.named else self.theme.body

    def _line(self, setting: Setting) -> float:
        """The height of a line (17.3.1.33): a multiple of the font's, a fixed one, or at least one."""
        natural = line_height(self._font(setting), setting.size)
        if setting.rule == "auto":
            return natural * setting.line / 240
        return setting.line / 20 if setting.rule == "exact" else max(natural, setting.line / 20)

    def _note(self, name: str) -> float:
        note = self.notes.get(name)
        if note is None:
            return 0.0
        return sum(_height(piece) for piece in self.pieces(note, self.room))

    def _row(self, row: BaseOxmlElement) -> _Piece:
        """A row, which no page's end divides, as high as its highest cell."""
        heights, names, keep = [0.0], [], False
        for cell in row.findall(qn("w:tc")):
            width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            room = int(width.get(qn("w:w"), "2000")) - _CELL[0] if width is not None else 2000
            pieces = self.pieces(cell, room)
            heights.append(sum(_height(piece) for piece in pieces) + _CELL[1] / 20)
            names += [name for piece in pieces for name in piece.names]
            keep = keep or any(piece.keep_next for piece in pieces)
        return _Piece([max(heights)], names=names, keep_next=keep, whole=True)


def _words(paragraph: BaseOxmlElement) -> str:
    """The words of a paragraph, without what a field shows by its instruction."""
    parts = []
    for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.getparent().tag == qn("w:r"):
            parts.append("\n" if node.tag == qn("w:br") else " ")
    return "".join(parts)


def _height(piece: _Piece) -> float:
    return piece.before + sum(piece.lines) + piece.after


def _chains(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces with those that each must stand on one page with."""
    chain: list[_Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain


def _placed(pieces: list[_Piece], height: float) -> dict[str, int]:
    """Lay the pieces on pages of a height."""
    page, used, found = 1, 0.0, {}
    room = height
    for chain in _chains(pieces):
        head = sum(_height(piece) for piece in chain[:-1]) + chain[-1].before + _together(chain[-1])
        head += sum(piece.notes for piece in chain)
        if used and (chain[0].new_page or (used + head > room + 0.5 and head <= height)):
            page, used, room = page + 1, 0.0, height
        for piece in chain:
            if piece.new_page and used:
                page, used, room = page + 1, 0.0, height
            if piece.notes:
                room -= piece.notes + (_RULE_ABOVE_NOTES if room == height else 0)
            lines = list(piece.lines)
            if used == 0 and page > 1 and not piece.new_page:
                piece = replace(piece, before=0.0)  # noqa: PLW2901 - Word sets no space above what a page begins with
            used += piece.before
            for name in piece.names:
                found[name] = page
            while lines:
                fits = _fitting(lines, room - used, whole=piece.whole, fresh=used == 0)
                if fits == len(lines):
                    used += sum(lines)
                    break
                lines = lines[fits:]
                page, used, room = page + 1, 0.0, height
            used += piece.after
    return found


def _together(piece: _Piece) -> float:
    """The height of the lines that may not be parted from what stands before."""
    whole = piece.whole or len(piece.lines) < 2 * _FEWEST
    return sum(piece.lines if whole else piece.lines[:_FEWEST])


def _fitting(lines: Iterable[float], room: float, *, whole: bool, fresh: bool) -> int:
    """How many lines stand in the room; never one alone on either side of a page's end, at least one on a fresh page."""
    heights = list(lines)
    count, used = 0, 0.0
    for line in heights:
        if used + line > room + 0.5:
            break
        used, count = used + line, count + 1
    if count == len(heights):
        return count
    if whole and not fresh:
        return 0
    if len(heights) - count < _FEWEST:
        count = len(heights) - _FEWEST
    if count < _FEWEST and not fresh:
        return 0
    return max(count, 1 if fresh else 0)
