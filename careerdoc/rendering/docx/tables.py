"""Tables of WordprocessingML: the document's own, and a timeline told as one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.document.model import plain
from careerdoc.rendering.docx.runs import Look, text_run
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.document.model import Inline, Table
    from careerdoc.rendering.figures import Entry, Timeline
    from careerdoc.rendering.theme import Theme

_AFTER = '<w:p><w:pPr><w:spacing w:before="0" w:after="60" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
"""A little space behind a table, which has no spacing of its own; two tables in a row would be one without it."""


def table_xml(table: Table, cell: Callable[[tuple[Inline, ...], str], str], room: int, left: int, *, rtl: bool) -> str:
    """A table with a header row that repeats on each page; ``room`` is its width in twentieths of a point."""
    widths = _widths(table, room)
    sides = ["" if side in {None, "left"} else str(side) for side in table.alignments]
    rows = [_row([cell(c, side) for c, side in zip(table.header, sides, strict=True)], widths, header=True)]
    rows += [_row([cell(c, side) for c, side in zip(row, sides, strict=True)], widths) for row in table.rows]
    return _table(rows, widths, left, "", rtl=rtl)


def _widths(table: Table, room: int) -> list[int]:
    """Columns by the length of what they hold, none under a seventh of an even share."""
    columns = len(table.header) or 1
    rows = (table.header, *table.rows)
    longest = [max((min(len(plain(row[i])), 60) for row in rows), default=1) + 3 for i in range(columns)]
    even = room / columns
    shares = [max(room * length / sum(longest), even / 2.5) for length in longest]
    return [round(room * share / sum(shares)) for share in shares]


def _table(rows: list[str], widths: list[int], left: int, description: str, *, rtl: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    told = f"<w:tblDescription w:val={quoteattr(clean(description))}/>" if description else ""
    properties = (
        f'<w:tblPr><w:tblStyle w:val="CareerdocTable"/>{"<w:bidiVisual/>" if rtl else ""}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{indent}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{told}</w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_AFTER}"


def _row(cells: list[str], widths: list[int], *, header: bool = False, fills: tuple[str, ...] = ()) -> str:
    head = "<w:tblHeader/>" if header else ""
    parts = []
    for index, (content, width) in enumerate(zip(cells, widths, strict=True)):
        fill = fills[index] if index < len(fills) else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(parts)}</w:tr>"


def timeline_table(timeline: Timeline, description: str, theme: Theme, room: int, *, rtl: bool) -> str:
    """A timeline as rows in order of time: when, and what, with the horizon's colour at the side."""
    titles = dict(timeline.groups)
    widths = [round(room * share) for share in (0.03, 0.27, 0.70)]
    dated = sorted((e for e in timeline.entries if e.dated), key=lambda e: (e.end or e.start or dt.date.max, e.label))
    entries = [*dated, *(e for e in timeline.entries if not e.dated)]
    rows = [_row(_entry_cells(e, titles.get(e.group, "")), widths, fills=(_fill(e, theme), "", "")) for e in entries]
    return _table(rows, widths, 0, description, rtl=rtl).replace('w:firstRow="1"', 'w:firstRow="0"', 1)


def _fill(entry: Entry, theme: Theme) -> str:
    color = {"short": theme.colors.secondary, "long": theme.colors.accent}.get(entry.group, theme.colors.primary)
    return color.lstrip("#").upper()


def _entry_cells(entry: Entry, group: str) -> list[str]:
    def cell(text: str, look: Look | None = None) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{text_run(text, look)}</w:p>'

    label = f"{entry.label} ✓" if entry.done else entry.label
    what = f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{text_run(label, Look(frozenset({"bold"})))}'
    what += f"<w:r><w:br/></w:r>{text_run(group)}</w:p>" if group else "</w:p>"
    return [cell(""), cell(entry.text), what]
