"""The body of a slide as a flow of lines, tables, figures and pictures: what is measured is what is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Figure,
    Heading,
    Image,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
    Text,
    plain,
)
from careerdoc.rendering.deck.arranging import columns_of
from careerdoc.rendering.numerals import numeral_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from careerdoc.document.model import Block, Inline
    from careerdoc.rendering.numerals import Numeral
    from careerdoc.source import Span

Role = Literal["text", "heading", "when", "lead", "quote", "quotation", "number", "code", "footnote"]
Mark = Literal["", "bullet", "number", "done", "open"]

DEEPEST_LEVEL = 8
"""PowerPoint knows nine levels of text, 0 to 8."""


CONTINUED = "continued"
"""Name of the container around what is left of a list item that was parted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the flow. ``gap`` is the space above it in font sizes, where it is not the first.

    ``level`` counts the lists around it; ``mark`` is what stands before it; ``number`` and ``numeral`` serve the mark
    ``number`` and, for ``footnote``, the role.
    """

    inlines: tuple[Inline, ...]
    role: Role = "text"
    level: int = 0
    mark: Mark = ""
    number: int = 0
    numeral: Numeral = "arabicPeriod"
    gap: float = 0.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands by itself; its bytes are the document's."""

    image: Image


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures that stand in a grid."""

    images: tuple[Image, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Flows side by side, each with its share of the width that the gutters leave."""

    parts: tuple[tuple[float, tuple[Piece, ...]], ...]


Piece: TypeAlias = "Line | Table | Figure | Picture | Gallery | Columns"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in lists and quotations a block stands."""

    level: int = 0
    depth: int = 0
    role: Role = "text"
    gap: float = 0.5


@dataclass(frozen=True, slots=True)
class Flow:
    """Makes flows: ``outline`` chooses the numerals, ``resources`` which pictures there are.

    Where they are not ``side_by_side``, as on a poster, columns and pictures stand one below the other.
    """

    outline: bool
    resources: Mapping[str, bytes]
    side_by_side: bool = True

    def pieces(self, blocks: Iterable[Block], depth: int = 0) -> tuple[Piece, ...]:
        """The flow of blocks, lists counted from a depth of an outline."""
        return tuple(self._blocks(blocks, Place(depth=depth)))

    def _blocks(self, blocks: Iterable[Block], place: Place) -> Iterator[Piece]:
        for block in blocks:
            yield from self._block(block, place)

    def _block(self, block: Block, place: Place) -> Iterator[Piece]:
        match block:
            case Heading(_, children):
                yield from self._text(children, Line((), "heading", place.level, gap=0.8))
            case Paragraph(children):
                yield from self._text(children, Line((), place.role, place.level, gap=place.gap))
            case Quotation(blocks):
                yield from self._blocks(blocks, Place(place.level, place.depth, "quote", place.gap))
            case Container(name, blocks):
                yield from self._container(name, blocks, block, place)
            case BulletList() | OrderedList():
                yield from self._list(block, place)
            case CodeBlock(text, _, span):
                lines = text.split("\n")
                for index, line in enumerate(lines):
                    yield Line(_text(line, span), "code", place.level, gap=0.0 if index else place.gap)
            case Table() | Figure():
                yield block
            case _:  # a rule draws nothing inside a slide
                return

    def _container(self, name: str, blocks: tuple[Block, ...], block: Container, place: Place) -> Iterator[Piece]:
        match name:
            case "when":
                yield from self._blocks(blocks, Place(place.level, place.depth, "when", 0.15))
            case "lead":
                yield from self._blocks(blocks, Place(place.level, place.depth, "lead", 0.5))
            case "quotation":
                yield from self._blocks(blocks, Place(place.level, place.depth, "quotation", 0.5))
            case "big-number":
                yield from self._blocks(blocks[:1], Place(place.level, place.depth, "number", 0.4))
                yield from self._blocks(blocks[1:], Place(place.level, place.depth, gap=0.2))
            case "columns" if self.side_by_side and len(columns := columns_of(block)) > 1:
                yield Columns(tuple((one.share, tuple(self._blocks(one.blocks, place))) for one in columns))
            case "footnote":
                number = int(block.attributes.get("number", "0"))
                for index, piece in enumerate(self._blocks(blocks, Place(role="footnote", gap=0.9))):
                    numbered = index == 0 and isinstance(piece, Line)
                    yield Line(piece.inlines, "footnote", number=number, gap=0.9) if numbered else piece  # type: ignore[union-attr] # a line, as just asked
            case _:
                yield from self._blocks(blocks, place)

    def _list(self, block: BulletList | OrderedList, place: Place) -> Iterator[Piece]:
        ordered = isinstance(block, OrderedList)
        numeral = numeral_at(place.depth, outline=self.outline)
        level = min(place.level, DEEPEST_LEVEL)
        gap = 0.28 if block.tight else 0.5
        for number, item in enumerate(block.items, block.start if isinstance(block, OrderedList) else 1):
            mark: Mark = "number" if ordered else "bullet"
            if item.checked is not None and not (ordered and self.outline):
                mark = "done" if item.checked else "open"
            first = item.blocks[0] if item.blocks else None
            rest = item.blocks
            children: tuple[Inline, ...] = ()
            if isinstance(first, Paragraph):
                children, rest = first.children, item.blocks[1:]
                if item.checked is not None and mark == "number":
                    box = "\u2611 " if item.checked else "\u2610 "
                    children = (*_text(box, first.span), *children)
            if not _marked_within(first):
                yield from self._text(children, Line((), place.role, level, mark, number, numeral, gap))
            inner = Place(min(level + 1, DEEPEST_LEVEL), place.depth + ordered, place.role, 0.28)
            yield from self._blocks(rest, inner)

    def _text(self, children: tuple[Inline, ...], like: Line) -> Iterator[Piece]:
        """A line, and after it the pictures that stood in it and are there; the others leave their alt text."""
        pictures = [node for node in children if isinstance(node, Image) and node.target in self.resources]
        words = tuple(node for node in children if node not in pictures) if pictures else children
        if plain(words).strip() or like.mark or not pictures:
            yield Line(words, like.role, like.level, like.mark, like.number, like.numeral, like.gap)
        if len(pictures) > 1 and self.side_by_side:
            yield Gallery(tuple(pictures))
        else:
            yield from map(Picture, pictures)


def _marked_within(block: Block | None) -> bool:
    """Whether an item needs no mark: it goes on from the slide before, or says nothing before its own list."""
    return isinstance(block, BulletList | OrderedList) or (isinstance(block, Container) and block.name == CONTINUED)


def _text(text: str, span: Span) -> tuple[Inline, ...]:
    return (Text(text, span),) if text else ()
