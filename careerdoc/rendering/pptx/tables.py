"""Native tables, with the deck's own table style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.rendering.bidi import is_foreign
from careerdoc.rendering.deck.measurer import PADDING
from careerdoc.rendering.pptx.geometry import emu
from careerdoc.rendering.pptx.look import TABLE_STYLE
from careerdoc.rendering.pptx.text import Voice

if TYPE_CHECKING:
    from careerdoc.document.model import Alignment, Inline, Table
    from careerdoc.rendering.deck import TableShape
    from careerdoc.rendering.pptx.text import Writer

_ALIGNMENTS = {"left": "l", "center": "ctr", "right": "r", None: ""}


def table_xml(table: Table, shape: TableShape, writer: Writer) -> str:
    """The table as DrawingML, its columns and rows as measured."""
    headed = any(plain(cell).strip() for cell in table.header)
    rows = [(table.header, True)] if headed or not table.rows else []
    rows += [(row, False) for row in table.rows]
    heights = shape.heights[-len(rows) :]
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in shape.widths)
    body = "".join(
        _row(row, height, table.alignments, shape, writer, header=header)
        for (row, header), height in zip(rows, heights, strict=True)
    )
    words = " ".join(plain(cell) for row, _ in rows for cell in row)
    turned = is_foreign(words, within=writer.rtl) != writer.rtl
    way = 'rtl="1" ' if turned else ""
    marks = f'{way}firstRow="{int(headed)}" bandRow="1"'
    return (
        f"<a:tbl><a:tblPr {marks}><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>"
    )


def _row(
    cells: tuple[tuple[Inline, ...], ...],
    height: float,
    alignments: tuple[Alignment, ...],
    shape: TableShape,
    writer: Writer,
    *,
    header: bool,
) -> str:
    filled = [*cells, *([()] * len(shape.widths))][: len(shape.widths)]
    sides = [*alignments, *([None] * len(shape.widths))]
    inner = "".join(
        _cell(cell, side, shape.size, writer, header=header) for cell, side in zip(filled, sides, strict=False)
    )
    return f'<a:tr h="{emu(height)}">{inner}</a:tr>'


def _cell(cell: tuple[Inline, ...], side: Alignment, size: float, writer: Writer, *, header: bool) -> str:
    paragraph = writer.paragraph(cell, Voice(size, bold=header), align=_ALIGNMENTS[side], more="<a:buNone/>")
    across, down = emu(PADDING), emu(size * 0.3)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="ctr"/></a:tc>'
    )
