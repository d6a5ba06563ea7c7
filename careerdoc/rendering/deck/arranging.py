"""What stands side by side on a slide: columns that somebody asked for, pictures beside text, pictures in a grid."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from careerdoc.document.model import (
    Attributes,
    BulletList,
    Container,
    Figure,
    Image,
    LineBreak,
    OrderedList,
    Paragraph,
    SoftBreak,
    Table,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block
    from careerdoc.source import Span

COLUMNS, COLUMN = "columns", "column"
GUTTER = 28.0
"""Points between columns."""

_TEXT_SHARE = "56%"
"""Width of text that has pictures beside it."""
_PERCENT = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*%")
_MOST = 4
"""Columns beyond which no slide is wide enough."""


class Column(NamedTuple):
    """Blocks, and their share of the width that the gutters leave."""

    share: float
    blocks: tuple[Block, ...]


def columns_of(container: Container) -> tuple[Column, ...]:
    """The columns of a container: its ``::: column`` parts as wide as they say, or what it holds in two halves.

    Shares add up to 1. There is one column where there is nothing to part, or more than a slide is wide enough for.
    """
    parts = [block for block in container.blocks if isinstance(block, Container) and block.name == COLUMN]
    if len(parts) != len(container.blocks):
        halves = _halves(container.blocks)
        return tuple(Column(1 / len(halves), half) for half in halves)
    if not 2 <= len(parts) <= _MOST:
        return (Column(1.0, tuple(block for part in parts for block in part.blocks)),)
    said = [_share(part) for part in parts]
    left = max(1.0 - sum(share for share in said if share), 0.15 * said.count(0.0))
    shares = [share or left / said.count(0.0) for share in said]
    return tuple(Column(share / sum(shares), part.blocks) for share, part in zip(shares, parts, strict=True))


def _share(part: Container) -> float:
    match = _PERCENT.fullmatch(part.attributes.get("width"))
    return min(max(float(match[1]) / 100, 0.15), 0.85) if match else 0.0


def _halves(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """Blocks in two, or the items of a list that stands alone."""
    if len(blocks) == 1 and isinstance(first := blocks[0], BulletList | OrderedList) and len(first.items) > 1:
        half = math.ceil(len(first.items) / 2)
        if isinstance(first, OrderedList):
            second = OrderedList(first.items[half:], first.start + half, first.tight, first.span)
            return (OrderedList(first.items[:half], first.start, first.tight, first.span),), (second,)
        both = (first.items[:half], first.items[half:])
        return tuple((BulletList(items, first.tight, first.span),) for items in both)
    if len(blocks) < 2:
        return (blocks,)
    half = math.ceil(len(blocks) / 2)
    return blocks[:half], blocks[half:]


def in_columns(blocks: tuple[Block, ...], span: Span) -> tuple[Block, ...]:
    """All blocks as one container of columns."""
    return (Container(COLUMNS, blocks, span),)


def arranged(blocks: tuple[Block, ...], resources: Mapping[str, bytes]) -> tuple[Block, ...]:
    """Pictures that follow one another in one paragraph, for a grid; beside the text of a slide that has nothing else.

    Text that stands with a table, a figure or columns keeps its pictures below it.
    """
    if not any(_pictures(block, resources) for block in blocks):
        return blocks
    gathered = _gathered(blocks, resources)
    shown = [block for block in gathered if _pictures(block, resources)]
    text = tuple(block for block in gathered if block not in shown)
    wide = any(isinstance(block, Table | Figure | Container) for block in text)
    if not text or wide or len(shown) != 1:
        return gathered
    width = Attributes(values=(("width", _TEXT_SHARE),))
    picture = shown[0]
    sides = [Container(COLUMN, text, text[0].span, width), Container(COLUMN, (picture,), picture.span)]
    if gathered[0] is picture:
        sides.reverse()
    return (Container(COLUMNS, tuple(sides), picture.span),)


def _pictures(block: Block, resources: Mapping[str, bytes]) -> tuple[Image, ...]:
    """The pictures of a paragraph that has nothing else; none for any other block."""
    if not isinstance(block, Paragraph):
        return ()
    images = tuple(node for node in block.children if isinstance(node, Image) and node.target in resources)
    rest = [node for node in block.children if node not in images]
    bare = all(isinstance(node, SoftBreak | LineBreak) or not plain((node,)).strip() for node in rest)
    return images if bare and not any(isinstance(node, Image) for node in rest) else ()


def _gathered(blocks: tuple[Block, ...], resources: Mapping[str, bytes]) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done else None
        images = _pictures(block, resources)
        if images and isinstance(last, Paragraph) and (before := _pictures(last, resources)):
            done[-1] = Paragraph((*before, *images), last.span.to(block.span))
        else:
            done.append(block)
    return tuple(done)


def grid(count: int, width: float, height: float, wide: float) -> tuple[int, int]:
    """Columns and rows for pictures of which most are ``wide`` times as wide as high, so that they are largest."""
    best = (1, count, 0.0)
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        size = min(width / columns, height / rows * wide)
        if size > best[2]:
            best = (columns, rows, size)
    return best[0], best[1]
