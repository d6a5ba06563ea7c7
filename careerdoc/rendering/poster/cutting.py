"""What to leave out where even the smallest type is too large for a sheet: the ends of the longest panels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Container,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    Text,
    plain,
)
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.document.model import Block
    from careerdoc.rendering.poster.model import Panel
    from careerdoc.source import Span

_LONG = 160
"""Characters of a paragraph that is shortened before it is left out."""


@dataclass(slots=True)
class _Cut:
    """What is left of a panel, and how much of it is gone."""

    panel: Panel
    count: int = 0
    span: Span | None = None

    @property
    def shown(self) -> Panel:
        if not self.count:
            return self.panel
        at = self.span or self.panel.span
        return replace(self.panel, blocks=(*self.panel.blocks, Paragraph((Text(f"… +{self.count}", at),), at)))


def cut(
    panels: tuple[Panel, ...], fits: Callable[[tuple[Panel, ...]], bool], height: Callable[[Panel], float], room: float
) -> tuple[tuple[Panel, ...], tuple[Finding, ...]]:
    """Panels that fit, and a finding (CD032) for each that lost something.

    Taken away, one at a time from the end of the panel that is then the highest: a list item, a table row, a
    paragraph. A last line ``… +3`` says how many. ``room`` is the height that all panels may have together.
    """
    cuts = [_Cut(panel) for panel in panels]
    sizes = [height(panel) for panel in panels]
    while sum(sizes) > room or not fits(tuple(c.shown for c in cuts)):
        number = max(range(len(cuts)), key=lambda n: sizes[n], default=-1)
        if number < 0 or sizes[number] <= 0:
            break
        if not _shorten(cuts[number]):
            sizes[number] = 0.0
            continue
        sizes[number] = height(cuts[number].shown)
    return tuple(c.shown for c in cuts), tuple(_finding(c) for c in cuts if c.count)


def _finding(cut: _Cut) -> Finding:
    title = plain(cut.panel.title)
    where = f' of "{title}"' if title else ""
    return Finding(
        "CD032",
        Level.WARNING,
        f"the poster has no room for the last {cut.count} lines{where}; they are left out",
        cut.span,
        hint="choose a larger sheet (size: 48x36in), or keep the details for the outline",
    )


def _shorten(cut: _Cut) -> bool:
    """Take one thing away; False where nothing is left to take."""
    left, gone = _without_last(cut.panel.blocks)
    if gone is None:
        return False
    cut.panel = replace(cut.panel, blocks=left)
    cut.count += 1
    cut.span = gone
    return True


def _without_last(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Span | None]:
    """Blocks without their last line, and where that stood. A heading goes with the last thing under it."""
    if not blocks:
        return (), None
    *before, last = blocks
    left, span = _shorter(last)
    kept = (*before, left) if left is not None else tuple(before)
    while left is None and kept and (isinstance(kept[-1], Heading) or _is_when(kept[-1])):
        span, kept = kept[-1].span, kept[:-1]
    return kept, span


def _is_when(block: Block) -> bool:
    return isinstance(block, Container) and block.name == "when"


def _shorter(block: Block) -> tuple[Block | None, Span]:
    """What is left of a block without its last line, or None where that was all."""
    match block:
        case BulletList(items) | OrderedList(items):
            item, span = _shorter_item(items[-1]) if items else (None, block.span)
            kept = (*items[:-1], item) if item else items[:-1]
            return (replace(block, items=kept) if kept else None), span
        case Container(name, inner) if name != "when":
            kept_blocks, gone = _without_last(inner)
            return (replace(block, blocks=kept_blocks) if kept_blocks else None), gone or block.span
        case Table(rows=rows) if len(rows) > 1:
            return replace(block, rows=rows[:-1]), block.span
        case Paragraph() if len(text := plain(block.children)) > _LONG:
            short = text[: len(text) * 2 // 3].rsplit(None, 1)[0].rstrip(",;:.… ")
            return Paragraph((Text(f"{short} …", block.span),), block.span), block.span
        case _:
            return None, block.span


def _shorter_item(item: ListItem) -> tuple[ListItem | None, Span]:
    if len(item.blocks) > 1:
        kept, span = _without_last(item.blocks)
        return (replace(item, blocks=kept) if kept else None), span or item.span
    return None, item.span
