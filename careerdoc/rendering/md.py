"""Markdown files: the document as it was composed, its outline numbered, its figures told in text."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
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
from careerdoc.rendering.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document import Document
    from careerdoc.document.model import Block
    from careerdoc.rendering.figures import Entry, Timeline
    from careerdoc.rendering.theme import Theme


_KEYWORD = re.compile(
    r"[#%}]|.%|\d{4}-\d\d|(?:accDescr|accTitle|axisFormat|call|click|date|dateFormat|excludes|gantt|href|includes|"
    r"inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|weekday|weekend)\b",
    re.IGNORECASE,
)
"""What begins a comment or a statement in a Mermaid Gantt chart."""


def render(document: Document, theme: Theme) -> Rendering:
    """UTF-8 Markdown (CommonMark with tables and task lists) that the parser of plans reads back."""
    del theme
    document = shown(document)
    outline = document.shape == "outline"
    notes = {label: _blocks(blocks, 0, outline=False) for label, blocks in document.footnotes.items()}
    told = replace(document, blocks=_blocks(document.blocks, 0, outline=outline), footnotes=MappingProxyType(notes))
    return Rendering(write(told).encode())


def _blocks(blocks: Iterable[Block], depth: int, *, outline: bool) -> tuple[Block, ...]:
    """The blocks as Markdown can hold them; a figure may be several, or none."""
    told: list[Block] = []
    for block in blocks:
        told.extend(_told(block) if isinstance(block, Figure) else (_block(block, depth, outline=outline),))
    return tuple(told)


def _block(block: Block, depth: int, *, outline: bool) -> Block:
    match block:
        case OrderedList(items, start, tight, span) if outline:
            numbered = tuple(_numbered(item, depth, start + index) for index, item in enumerate(items))
            return BulletList(numbered, tight, span)
        case OrderedList(items) | BulletList(items):
            return replace(block, items=tuple(_item(item, depth, outline=outline) for item in items))
        case Quotation(blocks) | Container(_, blocks):
            return replace(block, blocks=_blocks(blocks, depth, outline=outline))
        case _:
            return block


def _item(item: ListItem, depth: int, *, outline: bool) -> ListItem:
    return replace(item, blocks=_blocks(item.blocks, depth, outline=outline))


def _numbered(item: ListItem, depth: int, number: int) -> ListItem:
    """An outline's item with its numeral in front: CommonMark has no Roman numerals or letters."""
    numeral = Text(f"{numeral_text(numeral_at(depth, outline=True), number)} ", item.span)
    blocks = _blocks(item.blocks, depth + 1, outline=True)
    if blocks and isinstance(first := blocks[0], Paragraph):
        return replace(item, blocks=(replace(first, children=(numeral, *first.children)), *blocks[1:]))
    return replace(item, blocks=(Paragraph((numeral,), item.span), *blocks))


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────


def _told(figure: Figure) -> tuple[Block, ...]:
    """A timeline as a Mermaid Gantt chart, which many viewers draw, then what has no date; else a figure's words."""
    timeline = read_timeline(figure)
    if timeline is None:
        words = "\n".join(words_of(figure))
        return (CodeBlock(words, "", figure.span),) if words else ()
    undated = [ListItem((_line(_told_entry(e), figure),), figure.span) for e in timeline.entries if not e.dated]
    listed = (BulletList(tuple(undated), tight=True, span=figure.span),) if undated else ()
    chart = _gantt(timeline)
    return (*((CodeBlock(chart, "mermaid", figure.span),) if chart else ()), *listed)


def _line(text: str, figure: Figure) -> Paragraph:
    return Paragraph((Text(text, figure.span),), figure.span)


def _told_entry(entry: Entry) -> str:
    return f"{entry.label} ({entry.text})" if entry.text else entry.label


def _gantt(timeline: Timeline) -> str:
    """The chart, its groups as sections; nothing where no entry has a date."""
    lines: list[str] = []
    titles = dict(timeline.groups)
    for group in dict.fromkeys(entry.group for entry in timeline.entries):
        tasks = [_task(entry) for entry in timeline.entries if entry.group == group and entry.dated]
        if tasks and titles.get(group):
            lines.append(f"    section {_name(titles[group])}")
        lines += tasks
    return "\n".join(["gantt", "    dateFormat YYYY-MM-DD", *lines]) if lines else ""


def _task(entry: Entry) -> str:
    start, end = entry.start or entry.end, entry.end or entry.start
    milestone = entry.start is None or entry.end is None or start == end
    state = ("milestone, " if milestone else "") + ("done, " if entry.done else "")
    return f"    {_name(_told_entry(entry))} :{state}{start}, {end}"


def _name(text: str) -> str:
    """A name that Mermaid's Gantt grammar does not take for anything else: it ends at a colon."""
    name = re.sub(r":(?=\S)", "\u2236", text).replace(":", " –")
    return f"· {name}" if _KEYWORD.match(name) else name
