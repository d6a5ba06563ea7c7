"""A table or a figure that no slide can show as one, told as a list: an item a row or entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Container,
    Figure,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    plain,
)
from careerdoc.rendering.deck.arranging import COLUMNS, columns_of
from careerdoc.rendering.figures import read_timeline, words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Shown: TypeAlias = Table | Figure | Container

    from careerdoc.document.model import Block, Inline
    from careerdoc.source import Span


def told(blocks: tuple[Block, ...], shown: Callable[[Shown], bool]) -> tuple[Block, ...]:
    """Blocks with every table and figure that cannot be shown told as a list, wherever it stands.

    Columns that cannot be shown stand one below the other.
    """
    if not any(
        isinstance(block, Table | Figure | Quotation | Container | BulletList | OrderedList) for block in blocks
    ):
        return blocks
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Container) and block.name == COLUMNS and not shown(block):
            done.extend(told(tuple(inner for column in columns_of(block) for inner in column.blocks), shown))
        else:
            done.append(_told(block, shown))
    return tuple(done)


def _told(block: Block, shown: Callable[[Shown], bool]) -> Block:
    match block:
        case Table():
            return block if shown(block) else _listed(block)
        case Figure():
            return block if shown(block) else _entries(block)
        case Container("columns"):
            return block
        case Quotation(blocks) | Container(_, blocks):
            return replace(block, blocks=told(blocks, shown))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(replace(item, blocks=told(item.blocks, shown)) for item in items))
        case _:
            return block


def _entries(figure: Figure) -> Block:
    """The entries of a timeline with their boxes; of any other figure the words in its data."""
    timeline, span = read_timeline(figure), figure.span
    if timeline is None:
        said = tuple(ListItem((Paragraph((Text(word, span),), span),), span) for word in words_of(figure))
        return BulletList(said, True, span)  # noqa: FBT003 - tight
    items = []
    for entry in timeline.entries:
        name: Inline = Strong((Text(entry.label, span),), span)
        inlines = (name, Text(f" ({entry.text})", span)) if entry.text else (name,)
        items.append(ListItem((Paragraph(inlines, span),), span, entry.done))
    return BulletList(tuple(items), True, span)  # noqa: FBT003 - tight


def _listed(table: Table) -> Block:
    """The first cell of a row heads its item; each other cell follows its column's name."""
    rows = table.rows or ((),)
    items = tuple(_row(table.header, row, table.span) for row in rows)
    return BulletList(items, tight=True, span=table.span)


def _row(header: tuple[tuple[Inline, ...], ...], row: tuple[tuple[Inline, ...], ...], span: Span) -> ListItem:
    cells = row or tuple(() for _ in header)
    first, *others = zip(header, cells, strict=False)
    named = any(plain(cell).strip() for cell in cells[1:])
    blocks: list[Block] = [Paragraph(_named(*first, span, strong=bool(named)), span)]
    lines = [_named(name, cell, span) for name, cell in others if plain(name).strip() or plain(cell).strip()]
    if lines:
        blocks.append(BulletList(tuple(ListItem((Paragraph(line, span),), span) for line in lines), True, span))  # noqa: FBT003 - tight
    return ListItem(tuple(blocks), span)


def _named(
    name: tuple[Inline, ...], cell: tuple[Inline, ...], span: Span, *, strong: bool = False
) -> tuple[Inline, ...]:
    value: tuple[Inline, ...] = (Strong(cell, span),) if strong and cell else cell
    if not plain(name).strip():
        return value
    return (*name, Text(": ", span), *value) if cell else name
