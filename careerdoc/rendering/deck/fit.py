"""Fit: each slide's text as large as there is room for, and what is too much goes on on a further slide."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from careerdoc.document.model import Container, Figure, Paragraph, Strong, Text, plain
from careerdoc.rendering.deck.cutting import cut, word_ends
from careerdoc.rendering.deck.parting import Parting
from careerdoc.rendering.deck.telling import told
from careerdoc.rendering.deck.titles import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdoc.document.model import Block, Inline, Table
    from careerdoc.rendering.deck.measurer import Frame
    from careerdoc.rendering.deck.model import Deck, Slide

SIZES = (32.0, 28.0, 26.0, 24.0, 22.0, 20.0)
"""Sizes of a body in points, the preferred one being 24: more only for what is short, less only for what is long.

What does not fit at 20 goes on on a further slide: a hall reads nothing smaller."""

PREFERRED = 24.0
SMALLEST = 20.0
SHORT = MappingProxyType({32.0: 0.36, 28.0: 0.64, 26.0: 0.8})
"""Share of its room that a body set larger than preferred may fill."""


class SlideMeasurer(Protocol):
    """What fitting asks of a measurer; all lengths are points."""

    @property
    def frame(self) -> Frame:
        """The places of a content slide."""
        ...

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

    def badge(self, slide: Slide) -> float:
        """Width of the badge with a slide's time frame."""
        ...

    def figure(self, figure: Figure) -> float | None:
        """The least height of a figure, or None where it cannot be drawn."""
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
    yield from _parts(_all_shown(slide, measurer), measurer)


def _all_shown(slide: Slide, measurer: SlideMeasurer) -> Slide:
    """Tables too wide, or with a row too high, for any slide are told as lists; so are figures of too many entries."""
    room = measurer.room(slide)

    def shown(table: Table | Figure | Container) -> bool:
        if isinstance(table, Container):
            return measurer.height((table,), SMALLEST) <= room
        if isinstance(table, Figure):
            height = measurer.figure(table)
            return height is not None and height <= room
        rows = (replace(table, rows=(row,)) for row in table.rows) if table.rows else (table,)
        return measurer.columns_fit(table) and all(measurer.height((row,), SMALLEST) <= room for row in rows)

    return replace(slide, body=told(slide.body, shown))


def _title_fits(slide: Slide, measurer: SlideMeasurer) -> Slide:
    """A title of more than three lines is cut with an ellipsis and said in full in the body."""
    words = plain(slide.title)
    if measurer.title(words + " (99 of 99)")[1] <= 3:
        return slide
    ends = [end for end in word_ends(words) if 10 < end < 160] or list(range(80, 10, -10))
    fitting = (end for end in sorted(ends, reverse=True) if measurer.title(words[:end] + "… (99 of 99)")[1] <= 3)
    end = next(fitting, min(ends))
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
    if slide.when and measurer.badge(slide) > measurer.frame.width:
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
        if measurer.height(slide.body, size, slide.depth) <= room * SHORT.get(size, 1.0):
            return size
    return 0.0


def _bodies(slide: Slide, parting: Parting, measurer: SlideMeasurer) -> tuple[float, list[tuple[Block, ...]]]:
    """The size and the bodies of the slides that one is parted into: as few as can be, then as large, then as even."""
    first = measurer.room(slide)
    further = measurer.room(replace(slide, lead=()))
    best = parting.bodies(slide, SMALLEST, (first, further))
    chosen = SMALLEST
    for size in SIZES[SIZES.index(PREFERRED) : SIZES.index(SMALLEST)]:
        bodies = parting.bodies(slide, size, (first, further))
        fits = all(measurer.height(body, size, slide.depth) <= further for body in bodies)
        if len(bodies) <= len(best) and fits:
            best, chosen = bodies, size
            break
    if len(best) < 2:
        return chosen, best
    rooms = [first, *([further] * (len(best) - 1))]
    return chosen, _even(slide, parting, chosen, _lowered(slide, parting, chosen, rooms))


def _lowered(slide: Slide, parting: Parting, size: float, rooms: Sequence[float]) -> list[float]:
    """Rooms as low as they can be for as many parts as there are rooms."""
    low, high = 0.5, 1.0
    for _ in range(4):
        middle = (low + high) / 2
        if len(parting.bodies(slide, size, [room * middle for room in rooms])) > len(rooms):
            low = middle
        else:
            high = middle
    return [room * high for room in rooms]


def _even(slide: Slide, parting: Parting, size: float, rooms: list[float]) -> list[tuple[Block, ...]]:
    """The bodies in their rooms, the last but one lowered until it is no higher than the last."""
    bodies = parting.bodies(slide, size, rooms)
    for share in (0.9, 0.8, 0.7, 0.6, 0.5):
        high, low = (parting.height(body, size, slide.depth) for body in bodies[-2:])
        lowered = [*rooms[:-2], rooms[-2] * share, rooms[-1] / 0.5]
        tried = parting.bodies(slide, size, lowered)
        last = parting.height(tried[-1], size, slide.depth)
        if high <= low or len(tried) > len(bodies) or last > rooms[-1]:
            break
        bodies = tried
    return bodies
