"""Tables as HTML: laid out by our own shares of the width, so that every engine agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.rendering.html.markup import join, number, tag, void
from careerdoc.rendering.poster import column_shares

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.document.model import Inline, Table
    from careerdoc.rendering.html.markup import Markup
    from careerdoc.rendering.html.rules import Rules

DENSE, DENSER = 7, 12
"""Columns beyond which the text of a table is set smaller, and smaller still."""

WHOLE = 12
"""Rows up to which a table is not parted by the end of a page."""


def table(found: Table, said: Callable[[tuple[Inline, ...]], Markup], rules: Rules, way: str | None) -> Markup:
    """A table; ``said`` writes the words of a cell."""
    columns = join(void("col", cls=rules.name(f"width:{number(share * 100)}%")) for share in column_shares(found))
    head = tag("thead", _row(found.header, found, "th", said)) if any(found.header) else ""
    body = tag("tbody", *(_row(row, found, "td", said) for row in found.rows)) if found.rows else ""
    count = len(found.alignments)
    crowd = "denser" if count > DENSER else "dense" if count > DENSE else ""
    whole = "whole" if len(found.rows) <= WHOLE else ""
    classes = f"{crowd} {whole}".strip() or None
    return tag("table", tag("colgroup", columns), head, body, cls=classes, dir=way)


def _row(
    row: tuple[tuple[Inline, ...], ...], found: Table, name: str, said: Callable[[tuple[Inline, ...]], Markup]
) -> Markup:
    cells = zip(row, found.alignments, strict=False)
    scope = "col" if name == "th" else None
    return tag("tr", *(tag(name, said(cell), cls=align, scope=scope) for cell, align in cells))
