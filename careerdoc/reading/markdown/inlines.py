"""Cutting inlines: by line, and by characters as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Emphasis, LineBreak, Link, SoftBreak, Strikethrough, Strong, Text, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Inline, Paragraph
    from careerdoc.source import Span

LINE_MARK = "\u2028"
"""Stands for a line end where Markdown can have none: in a cell of a table."""


def lines_of(paragraph: Paragraph) -> list[tuple[Inline, ...]]:
    """The lines of a paragraph as its author broke them."""
    lines: list[list[Inline]] = [[]]
    for node in paragraph.children:
        if isinstance(node, SoftBreak | LineBreak):
            lines.append([])
        else:
            lines[-1].append(node)
    return [tuple(line) for line in lines if line]


def place_of(inlines: Sequence[Inline]) -> Span:
    """From the first character that is read to the end."""
    node = inlines[0]
    while isinstance(node, Strong | Emphasis | Strikethrough | Link) and node.children:
        node = node.children[0]
    return node.span.to(inlines[-1].span)


def drop(inlines: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """Inlines without their first characters, counted as they read."""
    kept: list[Inline] = []
    for node in inlines:
        length = _length(node)
        if count >= length and count > 0:
            count -= length
        elif count > 0:
            kept.extend(_cut(node, count, length))
            count = 0
        else:
            kept.append(node)
    return tuple(kept)


def take(inlines: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """The first characters of inlines, counted as they read."""
    kept: list[Inline] = []
    for node in inlines:
        if count <= 0:
            break
        length = _length(node)
        kept.extend((node,) if count >= length else _cut(node, 0, count))
        count -= length
    return tuple(kept)


def part(inlines: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Inlines from one character to another, without white space at the edges."""
    text = plain(inlines)[start:end]
    start += len(text) - len(text.lstrip())
    return drop(take(inlines, start + len(text.strip())), start)


def _length(node: Inline) -> int:
    return len(plain((node,)))


def _cut(node: Inline, start: int, end: int) -> tuple[Inline, ...]:
    """The characters of one inline from ``start`` to ``end``; a link or a picture is kept whole."""
    match node:
        case Text(text, span):
            last = span.start + end if end < len(text) else span.end
            return (Text(text[start:end], span.source.span(min(span.start + start, span.end), last)),)
        case Strong(children, span) | Emphasis(children, span) | Strikethrough(children, span):
            return (type(node)(drop(take(children, end), start), span),)
        case _:
            return (node,)
