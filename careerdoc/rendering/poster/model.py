"""The poster as a value: what stands in the band at its head, and its panels in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from careerdoc.document.model import (
    BulletList,
    Container,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    inlines_of,
    plain,
    walk,
)
from careerdoc.rendering.figures import read_timeline
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.source import Span

Tone = Literal["plain", "short", "long", "closing", "note"]

INCH = 72.0
SHEETS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "36x24in": (36 * INCH, 24 * INCH),
        "48x36in": (48 * INCH, 36 * INCH),
        "a0": (3370.39, 2383.94),
        "a1": (2383.94, 1683.78),
        "a2": (1683.78, 1190.55),
    }
)
"""Landscape sheets by name, in points (ISO 216; the inch sizes are those that print shops sell)."""

_SHEET = re.compile(r"(?P<name>[^-]+)(-(?P<way>landscape|portrait))?")
_TONES: tuple[Tone, ...] = ("short", "long", "closing")
_LONGEST_TITLE = 90
_LONGEST_UNTITLED = 700


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the poster. ``title`` is empty for what stands under no heading."""

    title: tuple[Inline, ...]
    tone: Tone
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Poster:
    """The parts of a poster; ``byline`` and ``lead`` are the blocks inside those containers."""

    title: tuple[Inline, ...]
    byline: tuple[Block, ...]
    lead: tuple[Block, ...]
    figure: Figure | None
    panels: tuple[Panel, ...]
    notes: tuple[str, ...] = ()
    """Labels of the footnotes in the order of their marks; a mark shows its place in here, from 1."""


def sheet(size: str) -> tuple[float, float] | None:
    """Width and height in points of ``36x24in``, ``48x36in``, ``a0``, ``a1``, ``a2``, or None for anything else.

    Sheets lie on their side unless the name ends in ``-portrait``.
    """
    match = _SHEET.fullmatch(size.strip().casefold())
    found = SHEETS.get(match["name"]) if match else None
    if match is None or found is None:
        return None
    return (found[1], found[0]) if match["way"] == "portrait" else found


def poster_of(document: Document) -> Poster:
    """The poster that any document makes: its head, then a panel for each heading of the level that parts it.

    Speaker notes are left out. What stands under no heading makes panels without a title; an outline makes one of
    each of its first numerals.
    """
    document = shown(document)
    blocks = [block for block in document.blocks if not (isinstance(block, Container) and block.name == "notes")]
    title, blocks = _title(document, blocks)
    byline, lead, figure, rest = _head(blocks)
    if not any(isinstance(block, Heading) for block in rest):
        rest = [part for block in rest for part in _opened(block)]
    notes = footnote_order(document)
    return Poster(title, byline, lead, figure, (*_panels(rest), *_note_panel(document, notes)), notes)


def _title(document: Document, blocks: list[Block]) -> tuple[tuple[Inline, ...], list[Block]]:
    """The first heading, if it is of level 1, and what else there is; the metadata's title where there is none."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), None)
    if first is not None and isinstance(heading := blocks[first], Heading) and heading.level == 1:
        return heading.children, blocks[:first] + blocks[first + 1 :]
    title = document.metadata.title
    return ((Text(title, document.span),) if title else ()), blocks


def _head(blocks: list[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...], Figure | None, list[Block]]:
    """Byline, lead and timeline from before the next heading, and the rest."""
    byline: tuple[Block, ...] = ()
    lead: tuple[Block, ...] = ()
    figure: Figure | None = None
    rest: list[Block] = []
    for n, block in enumerate(blocks):
        match block:
            case Heading():
                rest.extend(blocks[n:])
                break
            case Container("byline", inner):
                byline += inner
            case Container("lead", inner) if not lead:
                lead = inner
            case Figure() if figure is None and read_timeline(block) is not None:
                figure = block
            case _:
                rest.append(block)
    return byline, lead, figure, rest


def _opened(block: Block) -> Iterator[Block]:
    """A list of items that have parts, as headings over these parts; any other block as it is."""
    if not isinstance(block, BulletList | OrderedList) or not all(map(_is_section, block.items)):
        yield block
        return
    for item in block.items:
        yield Heading(2, _first_line(item), item.blocks[0].span)
        yield from item.blocks[1:]


def _is_section(item: ListItem) -> bool:
    return item.checked is None and len(item.blocks) > 1 and 0 < len(plain(_first_line(item))) <= _LONGEST_TITLE


def _first_line(item: ListItem) -> tuple[Inline, ...]:
    first = item.blocks[0] if item.blocks else None
    return first.children if isinstance(first, Paragraph) else ()


def _panels(blocks: list[Block]) -> Iterator[Panel]:
    levels = {block.level for block in blocks if isinstance(block, Heading)}
    level = 2 if 2 in levels else min(levels, default=2)
    starts = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level <= level]
    yield from _untitled(blocks[: starts[0] if starts else None])
    for start, end in pairwise([*starts, len(blocks)]):
        heading, *inner = blocks[start:end]
        if isinstance(heading, Heading):
            tone: Tone = next((name for name in _TONES if name in heading.attributes.classes), "plain")
            yield Panel(heading.children, tone, tuple(inner), heading.span)


def _untitled(blocks: list[Block]) -> Iterator[Panel]:
    """Running text in panels of a size that the eye takes in at once."""
    part: list[Block] = []
    length = 0
    for block in blocks:
        more = sum(len(node.text) for inner in walk([block]) for node in inlines_of(inner) if isinstance(node, Text))
        if part and length + more > _LONGEST_UNTITLED:
            yield Panel((), "plain", tuple(part), part[0].span)
            part, length = [], 0
        part.append(block)
        length += more
    if part:
        yield Panel((), "plain", tuple(part), part[0].span)


def _note_panel(document: Document, notes: tuple[str, ...]) -> Iterator[Panel]:
    if notes:
        items = tuple(ListItem(document.footnotes[label], document.span) for label in notes)
        yield Panel((), "note", (OrderedList(items, 1, True, document.span),), document.span)  # noqa: FBT003 - tight
