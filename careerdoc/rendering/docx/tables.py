"""Tables of WordprocessingML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import quoteattr

from careerdoc.document.model import plain
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from careerdoc.document.model import Alignment, Inline, Table

MOST_COLUMNS = 63
"""Columns that Word can hold; it does not open a file with more."""

AFTER = '<w:p><w:pPr><w:spacing w:before="0" w:after="140" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
"""A little space behind a table, which has no spacing of its own; two tables in a row would be one without it."""

_MARGINS = 220
"""Left and right margin of a cell together, as the table style has them, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a table stands: its width and left indent in twentieths of a point, its direction, its header's colour.

    The colour is the table style's as well; it is told once more for programs that pass over what styles say of rows.
    """

    room: int
    left: int = 0
    rtl: bool = False
    fill: str = ""


class Cell(Protocol):
    """Writes the paragraph of a cell: its inlines, style, alignment and width in twentieths of a point."""

    def __call__(self, children: tuple[Inline, ...], style: str, alignment: Alignment, width: int) -> str:
        """The paragraph."""
        ...


def table_xml(table: Table, cell: Cell, frame: Frame) -> str:
    """A table with a header row that repeats on each page; the cells one below the other where there are too many."""
    rows = (table.header, *table.rows)
    sides = table.alignments
    if len(sides) > MOST_COLUMNS:
        return "".join(cell(content, "BodyText", None, frame.room) for row in rows for content in row if content)
    columns = list(zip(sides, _widths(table, frame.room), strict=True))
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{frame.fill}"/>' if frame.fill else ""

    def told(row: tuple[tuple[Inline, ...], ...], style: str, properties: str = "") -> str:
        cells = zip(row, columns, strict=True)
        return "".join(cell_xml(cell(c, style, side, w - _MARGINS), w, properties) for c, (side, w) in cells)

    head = row_xml(told(table.header, "TableHeader", shade), header=True)
    return framed([head, *(row_xml(told(row, "TableText")) for row in table.rows)], [w for _, w in columns], frame)


def _widths(table: Table, room: int) -> list[int]:
    """Columns by the length of what they hold, none narrower than two fifths of an even share."""
    columns = len(table.header) or 1
    rows = (table.header, *table.rows)
    longest = [max((min(len(plain(row[i])), 60) for row in rows), default=1) + 3 for i in range(columns)]
    even = room / columns
    shares = [max(room * length / sum(longest), even / 2.5) for length in longest]
    return [round(room * share / sum(shares)) for share in shares]


def framed(rows: list[str], widths: list[int], frame: Frame, *, description: str = "", header: bool = True) -> str:
    """Rows as a table in the document's table style; ``header`` gives the first row the style's header look."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    indent = f'<w:tblInd w:w="{frame.left}" w:type="dxa"/>' if frame.left else ""
    told = f"<w:tblDescription w:val={quoteattr(clean(description))}/>" if description else ""
    look = (
        'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
        if header
        else 'w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    )
    properties = (
        f'<w:tblPr><w:tblStyle w:val="CareerdocTable"/>{"<w:bidiVisual/>" if frame.rtl else ""}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/><w:tblLook {look}/>{told}</w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{AFTER}"


def row_xml(cells: str, *, header: bool = False) -> str:
    """A row that no page's end divides."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"


def cell_xml(content: str, width: int, properties: str = "", *, span: int = 1) -> str:
    """A cell over ``span`` columns; ``properties`` are those that follow its width in the schema (17.4.69)."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{properties}</w:tcPr>{content}</w:tc>'
