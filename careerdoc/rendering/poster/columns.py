"""Panels in columns: what may be parted, and how columns come out even."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from careerdoc.document.model import BulletList, Container, Heading, OrderedList, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdoc.document.model import Block
    from careerdoc.rendering.poster.heights import Heights, Scale
    from careerdoc.rendering.poster.model import Panel

_ITEMS_TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Atom:
    """What stays together in a column: the beginning of a panel, or a sub-heading with what follows it.

    ``panel`` is the panel's place in reading order; ``height`` is in body sizes, with the gap above but no padding.
    """

    panel: int
    blocks: tuple[Block, ...]
    first: bool
    height: float


def atoms_of(panels: Iterable[Panel], heights: Heights, width: float, limit: float) -> list[Atom]:
    """The atoms of panels in columns of ``width``, none higher than ``limit`` that has a place to be parted at."""
    scale = heights.scale
    inner = width - 2 * scale.panel_x
    atoms = []
    for number, panel in enumerate(panels):
        first = True
        for part in parts_of(panel.blocks):
            for piece in _pieces(part, heights, inner, limit):
                high = heights.blocks(piece, inner)
                high += heights.panel_title(panel.title, inner) if first else scale.part_gap
                atoms.append(Atom(number, piece, first, high))
                first = False
    return atoms


def parts_of(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Blocks parted before each sub-heading; one part at the least, and none that is a heading alone."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not all(isinstance(b, Heading) for b in part):
            yield tuple(part)
            part = []
        part.append(block)
    yield tuple(part)


def _pieces(part: tuple[Block, ...], heights: Heights, width: float, limit: float) -> Iterator[tuple[Block, ...]]:
    """A part, or pieces of it under the limit. What begins with a heading takes its first block along."""
    if heights.blocks(part, width) <= limit:
        yield part
        return
    piece: list[Block] = []
    for block in (small for whole in part for small in _cut_list(whole)):
        alone = all(isinstance(b, Heading) for b in piece)
        if not alone and heights.blocks([*piece, block], width) > limit:
            yield tuple(piece)
            piece = []
        piece.append(block)
    yield tuple(piece)


def _cut_list(block: Block) -> Iterator[Block]:
    if not isinstance(block, BulletList | OrderedList) or len(block.items) <= _ITEMS_TOGETHER:
        yield block
        return
    for n in range(0, len(block.items), _ITEMS_TOGETHER):
        items = block.items[n : n + _ITEMS_TOGETHER]
        yield (
            replace(block, items=items, start=block.start + n)
            if isinstance(block, OrderedList)
            else replace(block, items=items)
        )


def column_height(column: Sequence[Atom], scale: Scale) -> float:
    """Height of a column in body sizes, with the padding of its panels and the gaps between them."""
    panels = len({atom.panel for atom in column})
    padding = panels * (scale.panel_top + scale.panel_bottom) + max(panels - 1, 0) * scale.panel_gap
    return sum(atom.height for atom in column) + padding


def fill(atoms: Sequence[Atom], cap: float, scale: Scale) -> list[list[Atom]]:
    """Atoms in reading order, column by column, none higher than the cap unless one atom alone is."""
    columns: list[list[Atom]] = []
    used, padding = 0.0, scale.panel_top + scale.panel_bottom
    last = -1
    for atom in atoms:
        more = atom.height + (0.0 if atom.panel == last else padding + scale.panel_gap)
        if columns and used + more <= cap:
            columns[-1].append(atom)
            used += more
        else:
            columns.append([atom])
            used = atom.height + padding
        last = atom.panel
    return columns


def fits(atoms: Sequence[Atom], count: int, limit: float, scale: Scale) -> bool:
    """Whether atoms stand in so many columns, none higher than the limit."""
    columns = fill(atoms, limit, scale)
    return len(columns) <= count and all(column_height(column, scale) <= limit for column in columns)


def balance(atoms: Sequence[Atom], count: int, limit: float, scale: Scale) -> list[list[Atom]] | None:
    """At most ``count`` columns, as even as reading order allows, or None where one would be higher than the limit."""
    if not fits(atoms, count, limit, scale):
        return None
    best = fill(atoms, limit, scale)
    low, high = sum(atom.height for atom in atoms) / count, limit
    for _ in range(10):
        middle = (low + high) / 2
        tried = fill(atoms, middle, scale)
        if len(tried) <= count:
            best, high = tried, middle
        else:
            low = middle
    return best


def panels_in(column: Sequence[Atom], panels: Sequence[Panel], scale: Scale) -> Iterator[tuple[Panel, float]]:
    """The panels of a column with their heights; one that began in an earlier column has no title here."""
    for number, group in groupby(column, key=lambda atom: atom.panel):
        atoms = list(group)
        panel = panels[number]
        blocks = tuple(block for atom in atoms for block in atom.blocks)
        title = panel.title if atoms[0].first else ()
        padding = scale.panel_top + scale.panel_bottom
        yield replace(panel, title=title, blocks=blocks), sum(atom.height for atom in atoms) + padding


def joints_in(blocks: Sequence[Block]) -> int:
    """How many places between blocks and between items of lists there are, where a column may be given more air."""
    joints = max(len(blocks) - 1, 0)
    for block in blocks:
        match block:
            case BulletList(items) | OrderedList(items):
                joints += max(len(items) - 1, 0) + sum(joints_in(item.blocks[1:]) for item in items)
            case Container(_, inner) | Quotation(inner):
                joints += joints_in(inner)
            case _:
                pass
    return joints
