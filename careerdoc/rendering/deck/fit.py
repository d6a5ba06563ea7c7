"""Fit: each slide's text as large as there is room for, and what is too much goes on on a further slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from careerdoc.document.model import Paragraph, Strong, Text, plain
from careerdoc.rendering.deck.cutting import cut, word_ends
from careerdoc.rendering.deck.parting import Parting
from careerdoc.rendering.deck.telling import tables_told
from careerdoc.rendering.deck.titles import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.document.model import Block, Inline, Table
    from careerdoc.rendering.deck.model import Deck, Slide

SIZES = (32.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
"""Sizes of a body in points, the preferred one being 24: more only for what is short, less only for what is long.

Text goes down to 18 so that a slide need not be parted; once it is, there is room for 20."""

PREFERRED = 24.0
SMALLEST = 18.0
SMALLEST_PARTED = 20.0
SHORT = 0.62
"""Share of its room that a body set larger than preferred may fill."""


class SlideMeasurer(Protocol):
    """What fitting asks of a measurer; all lengths are points."""

    def room(self, slide: Slide) -> float:
        """Height for the body of a slide."""
        ...

    def height(self, blocks: Iterable[Block], size: float, depth: int = 0) -> float:
        """Height of a body at a size."""
        ...

    def title(self, text: str) -> tuple[float, int]:
        """Size of a title and its lines."""
        ...

    def lead(self, slide: Slide) -> tuple[float, float]:
        """Size and height of a lead."""
        ...

    def columns_fit(self, table: Table) -> bool:
        """Whether a table can be set without breaking words, at the smallest size a table may have."""
        ...


def fit(deck: Deck, measurer: SlideMeasurer) -> Deck:
    """The deck with sizes chosen and too-full slides parted, their titles numbered anew."""
    slides = [part for slide in deck.slides for part in _fitted(slide, measurer)]
    return replace(deck, slides=numbered(slides, deck.language))


def _fitted(slide: Slide, measurer: SlideMeasurer) -> Iterator[Slide]:
    slide = _title_fits(slide, measurer)
    slide = _lead_fits(slide, measurer)
    if slide.kind in {"title", "section"} and not slide.body:
        yield replace(slide, size=PREFERRED)
        return
    if slide.kind in {"title", "section"}:
        yield replace(slide, body=(), size=PREFERRED)
        slide = replace(slide, kind="content", subtitle=(), lead=(), when=(), notes=())
    yield from _parts(_tables_fit(slide, measurer), measurer)


def _tables_fit(slide: Slide, measurer: SlideMeasurer) -> Slide:
    """A table with more columns than the slide is wide for, or with a row higher than it, is told as a list."""
    room = measurer.room(slide)

    def shown(table: Table) -> bool:
        rows = (replace(table, rows=(row,)) for row in table.rows) if table.rows else (table,)
        return measurer.columns_fit(table) and all(measurer.height((row,), SMALLEST) <= room for row in rows)

    return replace(slide, body=tables_told(slide.body, shown))


def _title_fits(slide: Slide, measurer: SlideMeasurer) -> Slide:
    """A title of more than three lines is cut with an ellipsis and said in full in the body."""
    words = plain(slide.title)
    if measurer.title(words + " (99 of 99)")[1] <= 3:
        return slide
    ends = [end for end in word_ends(words) if end < 160]
    end = ends[-1] if ends else 80
    while end > 10 and measurer.title(words[:end] + "… (99 of 99)")[1] > 3:
        end = end * 3 // 4
    title, _ = cut(slide.title, end)
    full: Block = Paragraph((Strong(slide.title, slide.span),), slide.span)
    return replace(slide, title=_with_ellipsis(title), body=(full, *slide.body))


def _with_ellipsis(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (*inlines, Text("…", inlines[-1].span)) if inlines else inlines


def _lead_fits(slide: Slide, measurer: SlideMeasurer) -> Slide:
    """A lead too long to be set big is running text; so is a subtitle with more than its place holds."""
    height = measurer.lead(slide)[1] if slide.lead else 0.0
    if slide.lead and height > measurer.room(replace(slide, lead=(), when=())) * (0.62 if slide.body else 0.92):
        slide = replace(slide, lead=(), body=(*slide.lead, *slide.body))
    if slide.subtitle and measurer.height(slide.subtitle, 20.0) > 130:
        slide = replace(slide, subtitle=(), body=(*slide.subtitle, *slide.body))
    if sum(len(plain((node,))) for node in slide.when) > 60:
        slide = replace(slide, when=(), body=(Paragraph(slide.when, slide.span), *slide.body))
    return slide


def _parts(slide: Slide, measurer: SlideMeasurer) -> Iterator[Slide]:
    size = _size(slide, measurer)
    if size:
        yield replace(slide, size=size)
        return
    parting = Parting(measurer.height)
    size, bodies = _bodies(slide, parting, measurer)
    for index, body in enumerate(bodies):
        part = replace(slide, body=body, size=size)
        yield part if index == 0 else replace(part, lead=(), notes=(), continues=True)


def _size(slide: Slide, measurer: SlideMeasurer) -> float:
    """The size at which the body fits, or 0."""
    room = measurer.room(slide)
    for size in SIZES:
        share = SHORT if size > PREFERRED else 1.0
        if measurer.height(slide.body, size, slide.depth) <= room * share:
            return size
    return 0.0


def _bodies(slide: Slide, parting: Parting, measurer: SlideMeasurer) -> tuple[float, list[tuple[Block, ...]]]:
    """The size and the bodies of the slides that one is parted into: as few as can be, then as large, then as even."""
    first = measurer.room(slide)
    further = measurer.room(replace(slide, lead=()))
    best = parting.bodies(slide, SMALLEST_PARTED, first, further)
    chosen = SMALLEST_PARTED
    for size in SIZES[SIZES.index(PREFERRED) : SIZES.index(SMALLEST_PARTED)]:
        bodies = parting.bodies(slide, size, first, further)
        if len(bodies) <= len(best):
            best, chosen = bodies, size
            break
    low, high = 0.5, 1.0
    for _ in range(4):
        middle = (low + high) / 2
        bodies = parting.bodies(slide, chosen, first * middle, further * middle)
        if len(bodies) > len(best):
            low = middle
        else:
            best, high = bodies, middle
    return chosen, best
