"""Prose as items of an outline: a paragraph is an item, and so is each item of a list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document import parse, write_blocks
from careerdoc.document.model import BulletList, Heading, ListItem, OrderedList, Paragraph
from careerdoc.source import Source

if TYPE_CHECKING:
    from careerdoc.document.model import Block


_MAY_BE_BLOCKS = re.compile(r"\n[ \t]*\n|(?:\A|\n)[ \t]*(?:[-*+>#|`~:]|\d{1,9}[.)])|\||\n[ \t]*(?:=|-)")
"""What a text must hold to be more than one paragraph; most prose of a plan is one."""


def is_one_paragraph(markdown: str) -> bool:
    """Whether a text is surely a single paragraph, told without parsing it."""
    return _MAY_BE_BLOCKS.search(markdown) is None


def begins_with_paragraph(markdown: str) -> bool:
    """Whether the first block of a text is a paragraph, so that a label can stand before it."""
    return is_one_paragraph(markdown) or isinstance((*parse(Source("", markdown)).blocks, None)[0], Paragraph)


def outlined(markdown: str) -> str:
    """Markdown whose top is a numbered list; a table joins the item before it, or leads if there is none."""
    if is_one_paragraph(markdown):
        return "1. " + markdown.replace("\n", "\n   ")
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


def points(markdown: str) -> list[str]:
    """The paragraphs of a text and the items of its lists, each in a line; tables and quotations are no points."""
    found: list[str] = []
    for block in parse(Source("", markdown)).blocks:
        match block:
            case Paragraph():
                found.append(write_blocks([block]))
            case BulletList(items) | OrderedList(items):
                found += [write_blocks(item.blocks[:1]) for item in items if item.blocks]
            case _:
                pass
    return [" ".join(point.split()) for point in found]


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
