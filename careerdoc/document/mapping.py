"""A document with its lines of inlines changed, block by block."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Container,
    Heading,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerdoc.document.model import Block, Inline

    Line = tuple[Inline, ...]
    Fill = Callable[[Block], Block]


def with_inlines(
    blocks: Iterable[Block], change: Callable[[Line], Line], fill: Fill | None = None
) -> tuple[Block, ...]:
    """The blocks with each run of inlines, of a paragraph, a heading or a cell, as a function gives it.

    ``fill``, if there is one, takes each block that was made so, the inner ones first.
    """
    made = (_changed(block, change, fill) for block in blocks)
    return tuple(made) if fill is None else tuple(fill(block) for block in made)


def _changed(block: Block, change: Callable[[Line], Line], fill: Fill | None) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, children=change(block.children))
        case Quotation() | Container():
            return replace(block, blocks=with_inlines(block.blocks, change, fill))
        case BulletList() | OrderedList():
            items = tuple(replace(item, blocks=with_inlines(item.blocks, change, fill)) for item in block.items)
            return replace(block, items=items)
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, header=tuple(change(cell) for cell in block.header), rows=rows)
        case _:
            return block
