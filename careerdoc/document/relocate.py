"""The same blocks with other spans: for a text that was rewritten before it was parsed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Container,
    Emphasis,
    Heading,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Strikethrough,
    Strong,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerdoc.document.model import Block, Inline
    from careerdoc.source import Span

    Move = Callable[[Span], Span]


def relocated(blocks: Iterable[Block], move: Move) -> tuple[Block, ...]:
    """Blocks, with all that is in them, whose spans are those that ``move`` gives for theirs."""
    return tuple(_block(block, move) for block in blocks)


def _block(block: Block, move: Move) -> Block:
    span = move(block.span)
    match block:
        case Heading(_, children) | Paragraph(children):
            return replace(block, children=_inlines(children, move), span=span)
        case Quotation(inner) | Container(_, inner):
            return replace(block, blocks=relocated(inner, move), span=span)
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(_item(item, move) for item in items), span=span)
        case Table(_, header, rows):
            cells = tuple(tuple(_inlines(cell, move) for cell in row) for row in rows)
            return replace(block, header=tuple(_inlines(cell, move) for cell in header), rows=cells, span=span)
        case _:
            return replace(block, span=span)


def _item(item: ListItem, move: Move) -> ListItem:
    return ListItem(relocated(item.blocks, move), move(item.span), item.checked)


def _inlines(inlines: tuple[Inline, ...], move: Move) -> tuple[Inline, ...]:
    return tuple(_inline(node, move) for node in inlines)


def _inline(node: Inline, move: Move) -> Inline:
    match node:
        case Emphasis(children, span) | Strong(children, span) | Strikethrough(children, span):
            return type(node)(_inlines(children, move), move(span))
        case Link(target, children, span):
            return Link(target, _inlines(children, move), move(span))
        case _:
            return replace(node, span=move(node.span))
