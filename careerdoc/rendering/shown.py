"""What of a document a file type shows: containers that it has no place for are left out, wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document.model import BulletList, Container, ListItem, OrderedList, Quotation, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document

COMMENT = "comment"
"""A remark for whoever reads a draft: a comment in Word, nowhere else."""
CONTENTS = "toc"
"""A table of contents, for files that have pages or links."""
BEYOND_TEXT = frozenset({COMMENT, CONTENTS})
"""Containers that text without pages leaves out."""


def shown(document: Document, without: frozenset[str] = BEYOND_TEXT) -> Document:
    """The document without the containers of these names; itself where it has none."""
    parts = (document.blocks, *document.footnotes.values())
    if not any(isinstance(block, Container) and block.name in without for part in parts for block in walk(part)):
        return document
    notes = {label: shown_blocks(blocks, without) for label, blocks in document.footnotes.items()}
    return replace(document, blocks=shown_blocks(document.blocks, without), footnotes=MappingProxyType(notes))


def shown_blocks(blocks: Iterable[Block], without: frozenset[str]) -> tuple[Block, ...]:
    """The blocks without the containers of these names; what holds none stays the same object."""
    kept = (block for block in blocks if not (isinstance(block, Container) and block.name in without))
    return tuple(_inside(block, without) for block in kept)


def _inside(block: Block, without: frozenset[str]) -> Block:
    match block:
        case Quotation(blocks) | Container(_, blocks):
            return replace(block, blocks=shown_blocks(blocks, without))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(_item(item, without) for item in items))
        case _:
            return block


def _item(item: ListItem, without: frozenset[str]) -> ListItem:
    return replace(item, blocks=shown_blocks(item.blocks, without))
