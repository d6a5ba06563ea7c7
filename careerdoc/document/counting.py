"""How many words a text or a document has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Container, Heading, Paragraph, Table, plain, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.document.model import Block, Document

MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963"
)
"""Vowel signs and accents that belong to the letter before them, for a class of characters: no ``\\w`` matches them."""

_WORDS = re.compile(
    rf"[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_]|[{MARKS}])+(?:['’-](?:[^\W_]|[{MARKS}])+)*"
)


def count_words(text: str) -> int:
    """Words of a text as it is read: runs of letters and digits, and each character of scripts without spaces."""
    shown = re.sub(r"(?<=\])\([^()\n]{0,500}\)", " ", text) if "](" in text else text
    return len(_WORDS.findall(shown))


_AROUND = frozenset({"title-page", "heading-block", "byline", "toc", "references", "comment", "notes"})
"""Containers that stand around a text and are not counted with it: word limits are for what was written."""


def words_of(document: Document) -> int:
    """The words of a document's text: headings but not the title, no title page, no list of references."""
    return sum(count_words(text) for text in _texts(_text_blocks(document.blocks)))


def spoken_words(document: Document) -> int:
    """The words of a document's speaker notes."""
    notes = (block for block in walk(document.blocks) if isinstance(block, Container) and block.name == "notes")
    return sum(count_words(text) for block in notes for text in _texts(block.blocks))


def _text_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        title = isinstance(block, Heading) and (block.level == 1 or "references" in block.attributes.classes)
        if not title and not (isinstance(block, Container) and block.name in _AROUND):
            yield block


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case Heading(_, children) | Paragraph(children):
                yield plain(children)
            case Table(_, header, rows):
                yield from (plain(cell) for row in (header, *rows) for cell in row)
            case _:
                pass
