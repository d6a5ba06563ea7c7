"""The same blocks with other inlines: for what is put in the place of citations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Container,
    Emphasis,
    Heading,
    Link,
    OrderedList,
    Paragraph,
    Quotation,
    Strikethrough,
    Strong,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careerdoc.document.model import Block, Inline

    Change = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def blocks_with(blocks: Iterable[Block], change: Change, fill: Callable[[Block], Block]) -> tuple[Block, ...]:
    """Blocks whose inlines have gone through ``change`` and which themselves have gone through ``fill``."""
    return tuple(fill(_block(block, change, fill)) for block in blocks)


def _block(block: Block, change: Change, fill: Callable[[Block], Block]) -> Block:
    match block:
        case Heading(_, children) | Paragraph(children):
            return replace(block, children=_deep(children, change))
        case Quotation(inner) | Container(_, inner):
            return replace(block, blocks=blocks_with(inner, change, fill))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(replace(i, blocks=blocks_with(i.blocks, change, fill)) for i in items))
        case Table(_, header, rows):
            cells = tuple(tuple(_deep(cell, change) for cell in row) for row in rows)
            return replace(block, header=tuple(_deep(cell, change) for cell in header), rows=cells)
        case _:
            return block


def _deep(children: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    return change(tuple(_inside(node, change) for node in children))


def _inside(node: Inline, change: Change) -> Inline:
    match node:
        case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
            return replace(node, children=_deep(children, change))
        case _:
            return node


def merged(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Inlines with neighbouring texts made one."""
    out: list[Inline] = []
    for node in inlines:
        if isinstance(node, Text) and out and isinstance(before := out[-1], Text):
            out[-1] = Text(before.text + node.text, before.span)
        else:
            out.append(node)
    return tuple(out)
