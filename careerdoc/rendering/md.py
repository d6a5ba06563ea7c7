"""Markdown files: the document as it was composed, its outline numbered, its figures told in text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document import write
from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Figure,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Text,
)
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.figures import read_timeline, words_of
from careerdoc.rendering.numerals import numeral_at, numeral_text

if TYPE_CHECKING:
    from careerdoc.document import Document
    from careerdoc.document.model import Block
    from careerdoc.rendering.theme import Theme


def render(document: Document, theme: Theme) -> Rendering:
    """UTF-8 Markdown (CommonMark with tables and task lists) that the parser of plans reads back."""
    del theme
    outline = document.shape == "outline"
    blocks = tuple(_block(block, 0, outline=outline) for block in document.blocks)
    return Rendering(write(replace(document, blocks=blocks)).encode())


def _block(block: Block, depth: int, *, outline: bool) -> Block:
    match block:
        case OrderedList(items, start, tight, span) if outline:
            numbered = tuple(_numbered(item, depth, start + index) for index, item in enumerate(items))
            return BulletList(numbered, tight, span)
        case OrderedList(items) | BulletList(items):
            return replace(block, items=tuple(_item(item, depth, outline=outline) for item in items))
        case Quotation(blocks) | Container(_, blocks):
            return replace(block, blocks=tuple(_block(inner, depth, outline=outline) for inner in blocks))
        case Figure():
            return _told(block)
        case _:
            return block


def _item(item: ListItem, depth: int, *, outline: bool) -> ListItem:
    return replace(item, blocks=tuple(_block(inner, depth, outline=outline) for inner in item.blocks))


def _numbered(item: ListItem, depth: int, number: int) -> ListItem:
    """An outline's item with its numeral in front: CommonMark has no Roman numerals or letters."""
    numeral = Text(f"{numeral_text(numeral_at(depth, outline=True), number)} ", item.span)
    blocks = tuple(_block(inner, depth + 1, outline=True) for inner in item.blocks)
    if blocks and isinstance(first := blocks[0], Paragraph):
        return replace(item, blocks=(replace(first, children=(numeral, *first.children)), *blocks[1:]))
    return replace(item, blocks=(Paragraph((numeral,), item.span), *blocks))


def _told(figure: Figure) -> Block:
    """A timeline as a Mermaid Gantt chart, which many Markdown viewers draw; any other figure as its words."""
    timeline = read_timeline(figure)
    if timeline is None:
        return CodeBlock("\n".join(words_of(figure)), "", figure.span)
    lines = ["gantt", "    dateFormat YYYY-MM-DD"]
    for group in dict.fromkeys(entry.group for entry in timeline.entries):
        title = dict(timeline.groups).get(group, "")
        lines += [f"    section {_gantt(title)}"] if title else []
        for entry in timeline.entries:
            if entry.group != group:
                continue
            start, end = entry.start or entry.end, entry.end or entry.start
            state = "done, " if entry.done else ""
            if start and end:
                mark = "milestone, " if entry.start is None or entry.end is None or start == end else ""
                lines.append(f"    {_gantt(f'{entry.label} ({entry.text})')} :{mark}{state}{start}, {end}")
            else:
                lines.append(f"    %% {_gantt(f'{entry.label} ({entry.text})')}")
    return CodeBlock("\n".join(lines), "mermaid", figure.span)


def _gantt(text: str) -> str:
    """A label without the characters that end one in Mermaid."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace(":", " –").replace(";", ",").replace("#", "no. ")
