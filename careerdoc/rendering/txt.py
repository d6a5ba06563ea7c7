"""Plain text, for mail and for reading aloud: 72 columns, lists with hanging indents, tables in columns."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

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
    Text,
    plain,
)
from careerdoc.rendering.bidi import has_rtl, is_rtl_language, with_marks
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.figures import read_timeline, words_of
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.numerals import numeral_at, numeral_text
from careerdoc.rendering.shown import shown
from careerdoc.terminal import columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.figures import Entry
    from careerdoc.rendering.theme import Theme

WIDTH = 72
"""Columns of a line."""

NARROWEST = 24
"""Columns that text keeps however deep it is indented."""

_WHEN = 28
"""Columns that the time frames of a timeline take at the most."""


def render(document: Document, theme: Theme) -> Rendering:
    """UTF-8 text."""
    del theme
    document = shown(document)
    writer = _Writer(document)
    lines = writer.blocks(document.blocks, WIDTH)
    for label, number in writer.notes.items():
        body = writer.blocks(document.footnotes[label], WIDTH - 4)
        lines += ["", *_hung(f"[{number}] ", body)]
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return Rendering((text + "\n" if text else "").encode())


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
        self.rtl = is_rtl_language(document.metadata.language)
        self.notes = {label: number for number, label in enumerate(footnote_order(document), 1)}

    def blocks(self, blocks: Iterable[Block], width: int, depth: int = -1, *, item: bool = False) -> list[str]:
        """The lines of blocks, parted by blank ones; in an item, a list follows its heading line closely."""
        lines: list[str] = []
        for block in blocks:
            told = self._block(block, max(width, NARROWEST), max(depth, 0))
            if told and lines and not (item and isinstance(block, BulletList | OrderedList)):
                lines += [""] * (2 if depth < 0 and isinstance(block, Heading) and block.level <= 2 else 1)
            lines += told
        return lines

    def _block(self, block: Block, width: int, depth: int) -> list[str]:
        match block:
            case Heading(level, children):
                text = self._wrapped(children, width)
                under = {1: "=", 2: "-"}.get(level)
                return [*text, under * min(max(map(columns, text), default=0), width)] if under else text
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
            case Container("byline", blocks):
                return [line for line in self.blocks(blocks, width, depth) if line]
            case Container("notes", blocks):
                return [f"    {line}" for line in self.blocks(blocks, width - 4, depth)]
            case Container(_, blocks):
                return self.blocks(blocks, width, depth)
            case Figure():
                return _figure(block, width)

    def _items(
        self, items: tuple[ListItem, ...], markers: list[str], width: int, depth: int, *, tight: bool
    ) -> list[str]:
        room = max((columns(marker) for marker in markers), default=0)
        lines: list[str] = []
        for item, marker in zip(items, markers, strict=True):
            box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
            head = _pad(marker, room, None) + box
            body = self.blocks(item.blocks, width - columns(head), depth, item=True)
            if lines and not tight:
                lines.append("")
            lines += _hung(head, body)
        return lines

    def _table(self, table: Table, width: int) -> list[str]:
        rows = [[" ".join(self._line(cell).split("\n")) for cell in row] for row in (table.header, *table.rows)]
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
                told = _wrap(f"{name}: {value}" if name else value, width - 2)
                lines += [line if index == 0 else f"  {line}" for index, line in enumerate(told)]
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
                told = text in {
                    target,
                    target.partition("://")[2],
                    target.removeprefix("mailto:"),
                } or target.startswith("#")
                return text if told else f"{text} <{target}>"
            case Text(text):
                return with_marks(text) if self.rtl or has_rtl(text) else text
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
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        blank = " " if line else ""
        for piece in _pieces(word):
            wanted = columns(piece)
            if line and used + len(blank) + wanted > width:
                lines.append(line)
                line, used, blank = "", 0, ""
            line, used, blank = line + blank + piece, used + len(blank) + wanted, ""
    return [*lines, line] if line else lines


def _pieces(word: str) -> list[str]:
    """A word in parts between which a line may end: every wide character with its marks, and what is between them."""
    pieces: list[str] = []
    narrow = False
    for character in word:
        wide = east_asian_width(character) in "WF"
        if pieces and (not columns(character) or (narrow and not wide)):
            pieces[-1] += character
        else:
            pieces.append(character)
            narrow = not wide
    return pieces


def _figure(figure: Figure, width: int) -> list[str]:
    """A timeline as lines of when and what, under the titles of its groups; any other figure as its words."""
    timeline = read_timeline(figure)
    if timeline is None:
        return list(words_of(figure))
    titles = dict(timeline.groups)
    when = min(max(columns(entry.text) for entry in timeline.entries), _WHEN)
    lines: list[str] = []
    for group in dict.fromkeys(entry.group for entry in timeline.entries):
        lines += [*([""] if lines else []), *([titles[group]] if group in titles else [])]
        for entry in timeline.entries:
            if entry.group == group:
                lines += _entry(entry, when, width)
    return lines


def _entry(entry: Entry, when: int, width: int) -> list[str]:
    """The lines of an entry in two columns, each wrapped."""
    left = _wrap(entry.text, when)
    right = _wrap(f"{entry.label} ✓" if entry.done else entry.label, max(width - when - 4, NARROWEST))
    rows = zip_longest(left, right, fillvalue="")
    return [f"  {_pad(text, when, None)}  {label}" if when else f"  {label}" for text, label in rows]
