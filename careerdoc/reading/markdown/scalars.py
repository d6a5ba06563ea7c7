"""The text of blocks and inlines as Tree scalars and mappings, with the place of each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Emphasis, Link, Paragraph, Strong, Text, plain
from careerdoc.document.writer import write_blocks, write_inlines
from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Sequence as Nodes

    from careerdoc.document.model import Block, Inline
    from careerdoc.source import Span
    from careerdoc.tree import Node


def plain_scalar(inlines: Nodes[Inline], fallback: Span) -> Scalar:
    """The words of inlines as a plain value."""
    return _scalar([(plain((node,)), node.span) for node in inlines], fallback)


def prose_scalar(inlines: Nodes[Inline], fallback: Span) -> Scalar:
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


def blocks_scalar(blocks: Nodes[Block]) -> Scalar:
    """Blocks as Markdown."""
    if len(blocks) == 1 and isinstance(only := blocks[0], Paragraph) and not _has_breaks(only):
        return prose_scalar(only.children, only.span)
    return Scalar(write_blocks(blocks), blocks[0].span.to(blocks[-1].span), plain=False)


def _has_breaks(paragraph: Paragraph) -> bool:
    return any(not isinstance(node, Text | Emphasis | Strong | Link) for node in paragraph.children)


def mapping(entries: dict[str, Node], span: Span) -> Mapping:
    """A mapping node whose keys are names of ours; each key stands where its value stands."""
    return Mapping(tuple((Scalar(key, node.span), node) for key, node in entries.items()), span)


def sequence(nodes: Nodes[Node]) -> Sequence:
    """A sequence node of at least one node."""
    return Sequence(tuple(nodes), nodes[0].span.to(nodes[-1].span))


def truth_scalar(*, value: bool, span: Span) -> Scalar:
    """A truth value as a Tree holds it."""
    return Scalar("true" if value else "false", span)
