"""A Markdown plan as parts: headings with what stands under them, and the text of blocks as Tree scalars."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Emphasis,
    Heading,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
    plain,
)
from careerdoc.document.writer import write_blocks, write_inlines
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdoc.document.model import Block, Inline
    from careerdoc.reading.languages import Language
    from careerdoc.source import Span

_LABEL = re.compile(r"\s*([^:：.!?]{1,60}?)\s*[:：]\s*(?=\S|$)")


@dataclass(slots=True)
class Part:
    """A heading, the blocks directly under it, and the parts under deeper headings."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading."""
        return plain(self.heading.children).strip() if self.heading else ""

    def span(self, fallback: Span) -> Span:
        """The heading's place, or else that of the first block."""
        if self.heading is not None:
            return self.heading.span
        return self.blocks[0].span if self.blocks else fallback


def split_parts(blocks: Iterable[Block]) -> Part:
    """Blocks as a tree of parts; the root has no heading and holds what stands before the first one."""
    root = Part(None)
    stack: list[tuple[int, Part]] = [(0, root)]
    for block in blocks:
        if isinstance(block, Heading):
            while stack[-1][0] >= block.level:
                stack.pop()
            part = Part(block)
            stack[-1][1].parts.append(part)
            stack.append((block.level, part))
        else:
            stack[-1][1].blocks.append(block)
    return root


# ── Scalars ──────────────────────────────────────────────────────────────────────────────────────────────


def plain_scalar(inlines: Sequence[Inline], fallback: Span) -> Scalar:
    """The words of inlines as a plain value."""
    return _scalar([(plain((node,)), node.span) for node in inlines], fallback)


def prose_scalar(inlines: Sequence[Inline], fallback: Span) -> Scalar:
    """Inlines as Markdown, on one line."""
    return _scalar([(write_inlines((node,)).replace("\n", " "), node.span) for node in inlines], fallback)


def _scalar(pieces: list[tuple[str, Span]], fallback: Span) -> Scalar:
    while pieces and not pieces[0][0].strip():
        pieces.pop(0)
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    if not pieces:
        return Scalar("", fallback, plain=False)
    first, span = pieces[0]
    lead = len(first) - len(first.lstrip())
    pieces[0] = (first.lstrip(), span.source.span(span.start + lead, span.end))
    offsets, at = [], 0
    for text, where in pieces:
        offsets.append((at, where))
        at += len(text)
    value = "".join(text for text, _ in pieces).rstrip()
    return Scalar(value, offsets[0][1].to(offsets[-1][1]), plain=False, pieces=tuple(offsets))


def blocks_scalar(blocks: Sequence[Block]) -> Scalar:
    """Blocks as Markdown."""
    if len(blocks) == 1 and isinstance(only := blocks[0], Paragraph) and not _has_breaks(only):
        return prose_scalar(only.children, only.span)
    return Scalar(write_blocks(blocks), blocks[0].span.to(blocks[-1].span), plain=False)


def _has_breaks(paragraph: Paragraph) -> bool:
    return any(not isinstance(node, Text | Emphasis | Strong | Link) for node in paragraph.children)


# ── Lines and labels ─────────────────────────────────────────────────────────────────────────────────────


def lines_of(paragraph: Paragraph) -> list[tuple[Inline, ...]]:
    """The lines of a paragraph as its author broke them."""
    lines: list[list[Inline]] = [[]]
    for node in paragraph.children:
        if isinstance(node, SoftBreak) or type(node).__name__ == "LineBreak":
            lines.append([])
        else:
            lines[-1].append(node)
    return [tuple(line) for line in lines if line]


@dataclass(frozen=True, slots=True)
class Labelled:
    """``Label: rest``; ``name`` is the field that the label names in the language, or empty."""

    name: str
    label: Scalar
    rest: tuple[Inline, ...]


def split_label(inlines: Sequence[Inline], language: Language | None = None) -> Labelled | None:
    """A short label and a colon at the start of a line, however marked up; None where there is none."""
    text = plain(inlines)
    match = _LABEL.match(text)
    if match is None or not inlines or "//" in text[match.end() - 1 : match.end() + 2]:
        return None
    start = _offset(inlines)
    label = Scalar(match[1], start.source.span(start.start, start.start + len(match[0].rstrip())), plain=False)
    return Labelled(language.label(match[1]) if language else "", label, drop(inlines, match.end()))


def known_label(inlines: Sequence[Inline], language: Language) -> Labelled | None:
    """The same, where the label names a field."""
    found = split_label(inlines, language)
    return found if found and found.name else None


def _offset(inlines: Sequence[Inline]) -> Span:
    node = inlines[0]
    while isinstance(node, Strong | Emphasis | Strikethrough | Link) and node.children:
        node = node.children[0]
    return node.span


def drop(inlines: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """Inlines without their first characters, counted as they read."""
    kept: list[Inline] = []
    for node in inlines:
        length = len(plain((node,)))
        if count >= length and count > 0:
            count -= length
            continue
        if count > 0:
            kept.extend(_shortened(node, count))
            count = 0
        else:
            kept.append(node)
    return tuple(kept)


def _shortened(node: Inline, count: int) -> tuple[Inline, ...]:
    if isinstance(node, Text):
        span = node.span
        return (Text(node.text[count:], span.source.span(min(span.start + count, span.end), span.end)),)
    if isinstance(node, Strong | Emphasis | Strikethrough):
        return (type(node)(drop(node.children, count), node.span),)
    return (node,)


# ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────


def items_of(block: Block) -> tuple[ListItem, ...]:
    """The items of a list; nothing for any other block."""
    return block.items if isinstance(block, BulletList | OrderedList) else ()


def has_tasks(blocks: Iterable[Block]) -> bool:
    """Whether a list among the blocks has items with a task box."""
    return any(item.checked is not None for block in blocks for item in items_of(block))


def has_nested_lists(blocks: Iterable[Block]) -> bool:
    """Whether an item of a list among the blocks has a list of its own."""
    return any(items_of(inner) for block in blocks for item in items_of(block) for inner in item.blocks)
