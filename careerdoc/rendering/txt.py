"""Plain text, for mail and for reading aloud: 72 columns, lists with hanging indents, tables in columns."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    SoftBreak,
    Strikethrough,
    Strong,
    Table,
    plain,
)
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.figures import read_timeline, words_of
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.numerals import numeral_at, numeral_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.theme import Theme

WIDTH = 72
"""Columns of a line."""

NARROWEST = 24
"""Columns that text keeps however deep it is indented."""


def render(document: Document, theme: Theme) -> Rendering:
    """UTF-8 text."""
    del theme
    writer = _Writer(document)
    lines = writer.blocks(document.blocks, WIDTH)
    for label, number in writer.notes.items():
        body = writer.blocks(document.footnotes[label], WIDTH - 4)
        lines += ["", *_hung(f"[{number}] ", body)]
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return Rendering((text + "\n" if text else "").encode())


def columns(text: str) -> int:
    """Columns of a text on a screen: East Asian wide characters take two, combining ones none (UAX 11)."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int, side: str | None) -> str:
    room = " " * max(width - columns(text), 0)
    if side == "right":
        return room + text
    return room[: len(room) // 2] + text + room[len(room) // 2 :] if side == "center" else text + room


def _hung(marker: str, lines: list[str]) -> list[str]:
    """Lines behind a marker, the later ones indented by its width."""
    indent = " " * columns(marker)
    return [(marker if index == 0 else indent) + line for index, line in enumerate(lines or [""])]


class _Writer:
    def __init__(self, document: Document) -> None:
        self.outline = document.shape == "outline"
        self.notes = {label: number for number, label in enumerate(footnote_order(document), 1)}

    def blocks(self, blocks: Iterable[Block], width: int, depth: int = 0, *, tight: bool = False) -> list[str]:
        lines: list[str] = []
        for block in blocks:
            told = self._block(block, max(width, NARROWEST), depth)
            if told and lines and not (tight and lines[-1]):
                lines.append("")
            lines += told
        return lines

    def _block(self, block: Block, width: int, depth: int) -> list[str]:
        match block:
            case Heading(level, children):
                text = self._wrapped(children, width)
                under = {1: "=", 2: "-"}.get(level)
                return ["", *text, under * min(max(map(columns, text), default=0), width)] if under else ["", *text]
            case Paragraph(children):
                return self._wrapped(children, width)
            case Quotation(blocks):
                return [f"> {line}" for line in self.blocks(blocks, width - 2, depth)]
            case BulletList(items, tight):
                return self._items(items, ["- "] * len(items), width, depth, tight=tight)
            case OrderedList(items, start, tight):
                kind = numeral_at(depth, outline=self.outline)
                markers = [numeral_text(kind, start + index) + " " for index in range(len(items))]
                return self._items(items, markers, width, depth + 1, tight=tight)
            case CodeBlock(text):
                return [f"    {line}" for line in text.split("\n")]
            case Rule():
                return ["* * *".center(width)]
            case Table():
                return self._table(block, width)
            case Container("notes", blocks):
                return [f"    {line}" for line in self.blocks(blocks, width - 4, depth)]
            case Container(_, blocks):
                return self.blocks(blocks, width, depth)
            case Figure():
                return _figure(block)

    def _items(
        self, items: tuple[ListItem, ...], markers: list[str], width: int, depth: int, *, tight: bool
    ) -> list[str]:
        room = max((columns(marker) for marker in markers), default=0)
        lines: list[str] = []
        for item, marker in zip(items, markers, strict=True):
            box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
            head = _pad(marker, room, None) + box
            body = self.blocks(item.blocks, width - columns(head), depth, tight=True)
            if lines and not tight:
                lines.append("")
            lines += _hung(head, [line for line in body if line] if tight else body)
        return lines

    def _table(self, table: Table, width: int) -> list[str]:
        rows = [[self._line(cell) for cell in row] for row in (table.header, *table.rows)]
        widths = [max((columns(row[i]) for row in rows), default=0) for i in range(len(table.header))]
        if sum(widths) + 2 * (len(widths) - 1) > width:
            return self._records(rows, width)
        told = ["  ".join(_pad(c, w, s) for c, w, s in zip(row, widths, table.alignments, strict=True)) for row in rows]
        return [told[0], "  ".join("-" * w for w in widths), *told[1:]]

    def _records(self, rows: list[list[str]], width: int) -> list[str]:
        """A table too wide for columns: a group of lines for each row, every value behind its column's name."""
        header, *body = rows
        lines: list[str] = []
        for row in body or [[]]:
            lines += [""] if lines else []
            pairs = list(zip(header, row, strict=False)) if row else [(name, "") for name in header]
            for name, value in pairs:
                lines += textwrap.wrap(f"{name}: {value}" if name else value, width, subsequent_indent="  ")
        return lines

    # ── inlines ──

    def _wrapped(self, children: Iterable[Inline], width: int) -> list[str]:
        lines: list[str] = []
        for part in self._line(children).split("\n"):
            lines += _wrap(part, width) or [""]
        return lines

    def _line(self, children: Iterable[Inline]) -> str:
        return "".join(self._inline(node) for node in children)

    def _inline(self, node: Inline) -> str:
        match node:
            case Emphasis(children) | Strong(children) | Strikethrough(children):
                return self._line(children)
            case Link(target, children):
                text = self._line(children)
                return text if text == target or target.startswith("#") else f"{text} <{target}>"
            case SoftBreak():
                return " "
            case LineBreak():
                return "\n"
            case FootnoteMark(label):
                return f"[{self.notes[label]}]" if label in self.notes else ""
            case _:
                return plain((node,))


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most so many columns, broken at blanks; wide characters may part anywhere."""
    if columns(text) == len(text):
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    lines, current = [], ""
    for word in text.split():
        candidate = f"{current} {word}".strip()
        while columns(candidate) > width and any(unicodedata.east_asian_width(c) in "WF" for c in candidate):
            cut = next(i for i in range(len(candidate), 0, -1) if columns(candidate[:i]) <= width)
            lines.append(candidate[:cut])
            candidate = candidate[cut:]
        if columns(candidate) > width and current:
            lines.append(current)
            candidate = word
        current = candidate
    return [*lines, current] if current else lines


def _figure(figure: Figure) -> list[str]:
    timeline = read_timeline(figure)
    if timeline is None:
        return list(words_of(figure))
    titles, widest = dict(timeline.groups), max((columns(e.text) for e in timeline.entries), default=0)
    lines: list[str] = []
    for group in dict.fromkeys(entry.group for entry in timeline.entries):
        lines += [*([""] if lines else []), *([titles[group]] if group in titles else [])]
        lines += [
            f"  {_pad(e.text, widest, None)}  {e.label}{' ✓' if e.done else ''}"
            for e in timeline.entries
            if e.group == group
        ]
    return lines
