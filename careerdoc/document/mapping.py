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


def with_inlines(blocks: Iterable[Block], change: Callable[[Line], Line]) -> tuple[Block, ...]:
    """The blocks with each run of inlines, of a paragraph, a heading or a cell, as a function gives it."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, children=change(block.children))
        case Quotation() | Container():
            return replace(block, blocks=with_inlines(block.blocks, change))
        case BulletList() | OrderedList():
            return replace(
                block, items=tuple(replace(item, blocks=with_inlines(item.blocks, change)) for item in block.items)
            )
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, header=tuple(change(cell) for cell in block.header), rows=rows)
        case _:
            return block
