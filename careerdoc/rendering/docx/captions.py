"""Captions of pictures and tables: numbered by a field, so that Word counts on where somebody adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Image, Paragraph, SoftBreak, Table, Text
from careerdoc.rendering.words import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.document.model import Block, Inline


def pictured(children: Sequence[Inline]) -> Image | None:
    """The picture of a paragraph that holds nothing else, if it has a title to stand below it."""
    said = [
        node
        for node in children
        if not (isinstance(node, SoftBreak) or (isinstance(node, Text) and node.text.isspace()))
    ]
    only = said[0] if len(said) == 1 else None
    return only if isinstance(only, Image) and only.title.strip() else None


def table_captions(blocks: Sequence[Block], language: str) -> tuple[Mapping[int, tuple[Inline, ...]], frozenset[int]]:
    """What is said of tables, by the table's ``id``, and the ``id`` of the paragraphs that say it.

    A caption is a paragraph before or after its table that begins with ``Table:`` or ``:`` (pandoc's table captions).
    """
    found: dict[int, tuple[Inline, ...]] = {}
    used: set[int] = set()
    for at, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        for near in (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]):
            words = _caption(near, language) if id(near) not in used else None
            if words is not None and id(block) not in found:
                found[id(block)] = words
                used.add(id(near))
    return found, frozenset(used)


def _caption(block: Block, language: str) -> tuple[Inline, ...] | None:
    if not isinstance(block, Paragraph) or not block.children or not isinstance(block.children[0], Text):
        return None
    first = block.children[0]
    mark, colon, rest = first.text.partition(":")
    if not colon or mark.strip().lower() not in {"", "table", words_for(language).table.lower()}:
        return None
    words = (Text(rest.lstrip(), first.span), *block.children[1:])
    return words if rest.strip() or len(words) > 1 else None


def number_xml(label: str, number: int) -> str:
    """The label and the number of a caption, which Word can count anew (ECMA-376 part 1, 17.16.5.56)."""
    name = label.replace(" ", "_")
    return (
        f'<w:r><w:t xml:space="preserve">{label} </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> SEQ {name} \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t xml:space="preserve">{number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve">. </w:t></w:r>'
    )
