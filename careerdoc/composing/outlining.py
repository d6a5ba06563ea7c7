"""Prose as items of an outline: a paragraph is an item, and so is each item of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document import parse, write_blocks
from careerdoc.document.model import BulletList, Heading, ListItem, OrderedList, Paragraph
from careerdoc.source import Source

if TYPE_CHECKING:
    from careerdoc.document.model import Block


def outlined(markdown: str) -> str:
    """Markdown whose top is a numbered list; a table joins the item before it, or leads if there is none."""
    document = parse(Source("", markdown))
    leading: list[Block] = []
    items: list[ListItem] = []
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                items.append(ListItem((_as_paragraph(block),), block.span))
            case BulletList(inner) | OrderedList(inner):
                items.extend(_numbered(item) for item in inner)
            case _ if items:
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, block))
            case _:
                leading.append(block)
    numbered = [OrderedList(tuple(items), 1, True, items[0].span)] if items else []  # noqa: FBT003 - a tight list
    return write_blocks([*leading, *numbered])


def _as_paragraph(block: Paragraph | Heading) -> Paragraph:
    return Paragraph(block.children, block.span)


def _numbered(item: ListItem) -> ListItem:
    """An item whose inner lists are numbered as well."""
    blocks = tuple(
        OrderedList(tuple(_numbered(inner) for inner in block.items), 1, True, block.span)  # noqa: FBT003 - tight
        if isinstance(block, BulletList | OrderedList)
        else block
        for block in item.blocks
    )
    return replace(item, blocks=blocks)
