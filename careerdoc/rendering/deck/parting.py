"""Parting a body that is too full: between paragraphs, list items and rows; at the ends of sentences if need be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Heading,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
    plain,
)
from careerdoc.rendering.deck.cutting import cut, sentence_ends, word_ends
from careerdoc.rendering.deck.flow import CONTINUED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careerdoc.document.model import Block, ListItem
    from careerdoc.rendering.deck.model import Slide
    from careerdoc.source import Span

_T = TypeVar("_T")
Blocks: TypeAlias = "tuple[Block, ...]"
Fits: TypeAlias = "Callable[[Blocks], bool]"
Height: TypeAlias = "Callable[[Blocks, float, int], float]"


@dataclass(frozen=True, slots=True)
class Parting:
    """Parts bodies, given how high blocks are at a size (and at a depth of an outline)."""

    height: Height

    def bodies(self, slide: Slide, size: float, rooms: Sequence[float]) -> list[Blocks]:
        """The bodies of a slide's parts at a size, in rooms of the heights given; further parts take the last."""
        rest = slide.body
        bodies: list[Blocks] = []
        while rest:
            room = rooms[min(len(bodies), len(rooms) - 1)]
            head: Blocks = ()
            while not head:
                head, tail = self._part(rest, size, room, slide.depth)
                room *= 1.25  # what cannot be parted is taken all the same, once the room seems high enough
            bodies.append(head)
            rest = tail
        return bodies

    def _part(self, blocks: Blocks, size: float, room: float, depth: int) -> tuple[Blocks, Blocks]:
        def fits(head: Blocks) -> bool:
            return self.height(head, size, depth) <= room

        return _with_next(*_part_blocks(blocks, fits, fits))


def _part_blocks(blocks: Blocks, fits: Fits, alone: Fits) -> tuple[Blocks, Blocks]:
    """Whole blocks while they fit, then a part of the next. ``alone`` tells what would fit on an empty slide."""
    count = _most(blocks, fits)
    head, tail = blocks[:count], blocks[count:]
    if not tail:
        return head, tail

    def after_head(some: Blocks) -> bool:
        return fits((*head, *some))

    if all(map(_announces, head)):  # these would go to the next slide with what they announce, and so on for ever
        alone = after_head
    elif isinstance(tail[0], Paragraph | Quotation | CodeBlock) and alone((tail[0],)):
        return head, tail
    part, rest = _cut(tail[0], after_head, alone)
    return (*head, *part), (*rest, *tail[1:])


def _cut(block: Block, fits: Fits, alone: Fits) -> tuple[Blocks, Blocks]:
    """A block in two, either of which may be empty."""
    match block:
        case Paragraph():
            return _cut_paragraph(block, fits, alone)
        case BulletList() | OrderedList():
            return _cut_list(block, fits, alone)
        case Table(_, _, rows):
            count = _most(rows, lambda some: fits((replace(block, rows=some),)))
            if 0 < count < len(rows):
                return (replace(block, rows=rows[:count]),), (replace(block, rows=rows[count:]),)
        case Quotation(blocks) | Container(_, blocks):
            head, tail = _part_blocks(
                blocks,
                lambda some: fits((replace(block, blocks=some),)),
                lambda some: alone((replace(block, blocks=some),)),
            )
            if head and tail:
                return (replace(block, blocks=head),), (replace(block, blocks=tail),)
        case CodeBlock(text):
            return _cut_code(block, tuple(text.split("\n")), fits)
        case _:
            pass
    return (), (block,)


def _cut_paragraph(paragraph: Paragraph, fits: Fits, alone: Fits) -> tuple[Blocks, Blocks]:
    """At the last end of a sentence that fits; at a word's only if the sentence fits nowhere, then at a letter's."""
    text = plain(paragraph.children)

    def before(end: int) -> Paragraph:
        return Paragraph(cut(paragraph.children, end)[0], paragraph.span)

    for ends in (sentence_ends(text), word_ends(text), tuple(range(1, len(text)))):
        count = _most(ends, lambda some: fits((before(some[-1]),)))
        if count:
            head, tail = cut(paragraph.children, ends[count - 1])
            return (Paragraph(head, _over(head, paragraph.span)),), (Paragraph(tail, _over(tail, paragraph.span)),)
        if ends and alone((before(ends[0]),)):
            break
    return (), (paragraph,)


def _over(inlines: tuple[object, ...], default: Span) -> Span:
    spans: list[Span] = [node.span for node in inlines if hasattr(node, "span")]
    return spans[0].to(spans[-1]) if spans else default


def _cut_list(block: BulletList | OrderedList, fits: Fits, alone: Fits) -> tuple[Blocks, Blocks]:
    """Between items; within one only if it is too much for any slide."""
    items = block.items
    count = _most(items, lambda some: fits((replace(block, items=some),)))
    if count < len(items) and not alone((replace(block, items=items[count : count + 1]),)):
        head, tail = _cut_item(block, count, fits, alone)
        if head:
            parted = (replace(items[count], blocks=head),)
            further = (_continued(items[count], tail), *items[count + 1 :])
            return (replace(block, items=(*items[:count], *parted)),), (_from(block, count, further),)
    if count == 0:
        return (), (block,)
    return (replace(block, items=items[:count]),), (_from(block, count, items[count:]),)


def _cut_item(block: BulletList | OrderedList, at: int, fits: Fits, alone: Fits) -> tuple[Blocks, Blocks]:
    item, before = block.items[at], block.items[:at]
    head, tail = _part_blocks(
        item.blocks,
        lambda some: fits((replace(block, items=(*before, replace(item, blocks=some))),)),
        lambda some: alone((replace(block, items=(replace(item, blocks=some),)),)),
    )
    head, tail = _with_next(head, tail)
    lonely = len(head) == 1 and isinstance(head[0], Paragraph) and bool(tail) and bool(before)
    return ((), item.blocks) if lonely or not tail else (head, tail)


def _continued(item: ListItem, blocks: Blocks) -> ListItem:
    first = blocks[0]
    if len(blocks) == 1 and isinstance(first, Container) and first.name == CONTINUED:
        return replace(item, blocks=blocks, checked=None)
    return replace(item, blocks=(Container(CONTINUED, blocks, first.span),), checked=None)


def _from(block: BulletList | OrderedList, count: int, items: tuple[ListItem, ...]) -> BulletList | OrderedList:
    if isinstance(block, OrderedList):
        return replace(block, items=items, start=block.start + count)
    return replace(block, items=items)


def _cut_code(block: CodeBlock, lines: tuple[str, ...], fits: Fits) -> tuple[Blocks, Blocks]:
    count = _most(lines, lambda some: fits((replace(block, text="\n".join(some)),)))
    if count:
        return (replace(block, text="\n".join(lines[:count])),), (replace(block, text="\n".join(lines[count:])),)
    first = lines[0]
    letters = _most(tuple(first), lambda some: fits((replace(block, text="".join(some)),)))
    if not letters:
        return (), (block,)
    rest = "\n".join([first[letters:], *lines[1:]])
    return (replace(block, text=first[:letters]),), (replace(block, text=rest),)


def _with_next(head: Blocks, tail: Blocks) -> tuple[Blocks, Blocks]:
    """Headings, time frames and words that announce something go with what follows them."""
    while head and tail and _announces(head[-1]):
        head, tail = head[:-1], (head[-1], *tail)
    return head, tail


def _announces(block: Block) -> bool:
    match block:
        case Heading() | Container("when"):
            return True
        case Paragraph(children):
            text = plain(children).rstrip()
            return text.endswith(":") and len(text) < 80
        case _:
            return False


def _most(things: tuple[_T, ...], fits: Callable[[tuple[_T, ...]], bool]) -> int:
    """The largest number of leading things that fit (more never fit where fewer do not)."""
    low, high = 0, len(things)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(things[:middle]):
            low = middle
        else:
            high = middle - 1
    return low
