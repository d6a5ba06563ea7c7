"""Document to Deck: which blocks make which slide. Nothing is measured here, so a slide may be too full."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeGuard

from careerdoc.document.model import (
    Attributes,
    Container,
    FootnoteMark,
    Heading,
    Image,
    OrderedList,
    Paragraph,
    Rule,
    Text,
    inlines_of,
    plain,
    walk,
)
from careerdoc.rendering.deck.arranging import COLUMNS, arranged, in_columns
from careerdoc.rendering.deck.cutting import cut, sentence_ends
from careerdoc.rendering.deck.model import Deck, Slide
from careerdoc.rendering.deck.titles import numbered
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.numerals import numeral_at, numeral_text
from careerdoc.rendering.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document, Inline, ListItem
    from careerdoc.rendering.deck.model import Kind, Tone
    from careerdoc.source import Span

LONGEST_HEADLINE = 110
"""Characters that the first sentence of a paragraph may have to become the title of its slide."""

LONGEST_NAME = 60
"""Characters of its first words that an untitled slide is called by."""

LONGEST_SUBTITLE = 320
"""Characters of running text that may stand under the title of a section."""


def deck_of(document: Document) -> Deck:
    """The deck of any document; a document of another shape than ``slides`` is parted sensibly.

    Prose: its headings begin slides, and so does each paragraph before them. An outline: each item of the top level
    is a slide. A poster: each panel is one. There is always at least one slide.
    """
    document = shown(document)
    drafting = _Drafting(document)
    for block in document.blocks:
        drafting.take(block)
    slides = drafting.slides() or (_cover(document),)
    slides = tuple(replace(slide, body=arranged(slide.body, document.resources)) for slide in slides)
    numbers, slides = _with_footnotes(document, tuple(_titled(slide) for slide in slides))
    return Deck(
        numbered(slides, document.metadata.language),
        document.metadata.language,
        document.shape == "outline",
        MappingProxyType(numbers),
    )


@dataclass(slots=True)
class _Draft:
    """A slide that is being filled."""

    kind: Kind
    title: tuple[Inline, ...]
    span: Span
    tone: Tone = ""
    continues: bool = False
    depth: int = 0
    columns: bool = False
    when: tuple[Inline, ...] = ()
    subtitle: list[Block] = field(default_factory=list)
    lead: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.subtitle or self.lead or self.body or self.when)

    def slide(self) -> Slide:
        return Slide(
            self.kind,
            self.title,
            self.span,
            self.tone,
            tuple(self.subtitle),
            self.when,
            tuple(self.lead),
            in_columns(tuple(self.body), self.span) if self.columns else tuple(self.body),
            tuple(self.notes),
            self.depth,
            self.continues,
        )


class _Drafting:
    """Takes the blocks of a document in order and begins slides as they ask for it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.level = _slide_level(document)
        self.drafts: list[_Draft] = []
        self.headed = False
        first = document.blocks[0] if document.blocks else None
        if not (isinstance(first, Heading) and first.level == 1) and document.metadata.title:
            self.drafts.append(_Draft("title", _words(document.metadata.title, document.span), document.span))

    def slides(self) -> tuple[Slide, ...]:
        kept: list[_Draft] = []
        for draft in self.drafts:
            if kept and draft.continues and draft.empty:
                kept[-1].notes.extend(draft.notes)
            else:
                kept.append(draft)
        return tuple(draft.slide() for draft in kept)

    def take(self, block: Block) -> None:
        match block:
            case Heading(level) if level <= self.level:
                self._heading(block)
            case Rule():
                self._go_on(block.span)
            case Container("notes", blocks):
                self._current(block.span).notes.extend(blocks)
            case OrderedList(items) if self.document.shape == "outline" and _worth_slides(items):
                self._outline(block)
            case _:
                self._content(block)

    def _heading(self, heading: Heading) -> None:
        if not plain(heading.children).strip():
            self._go_on(heading.span)
            return
        classes = heading.attributes.classes
        tone: Tone = "short" if "short" in classes else "long" if "long" in classes else ""
        kind: Kind = "content"
        self.headed = self.headed or bool(self.drafts)
        if heading.level == 1 and self.level > 1:
            kind = "section" if self.drafts else "title"
        if "section" in classes and self.drafts:
            kind = "section"
        if "closing" in classes:
            kind = "closing"
        columns = COLUMNS in classes
        self.drafts.append(_Draft(kind, heading.children, heading.span, tone, columns=columns))

    def _outline(self, listing: OrderedList) -> None:
        for number, item in enumerate(listing.items, listing.start):
            first, rest = (item.blocks[0], item.blocks[1:]) if item.blocks else (None, ())
            title, rest = (first.children, rest) if isinstance(first, Paragraph) else ((), item.blocks)
            box = "" if item.checked is None else "\u2611 " if item.checked else "\u2610 "
            numeral = f"{numeral_text(numeral_at(0, outline=True), number)} {box}"
            draft = _Draft("content", (Text(numeral, item.span), *title), item.span, depth=1)
            draft.body.extend(rest)
            self.drafts.append(draft)

    def _current(self, span: Span) -> _Draft:
        if not self.drafts:
            self.drafts.append(_Draft("title", (), span))
        return self.drafts[-1]

    def _go_on(self, span: Span) -> _Draft:
        """A further slide under the title of the one before it."""
        last = self._current(span)
        draft = _Draft("content", last.title, span, last.tone, continues=last.kind == "content", depth=last.depth)
        self.drafts.append(draft)
        return draft

    def _content(self, block: Block) -> None:
        draft = self._current(block.span)
        under_title = draft.kind in {"title", "section"}
        if (under_title and self._subtitle(draft, block)) or self._headline(block):
            return
        if under_title:
            draft = self._go_on(block.span)
        match block:
            case Container("when", blocks) if not (draft.when or draft.body) and _all_paragraphs(blocks):
                draft.when = _joined(blocks)
            case Container("lead", blocks) if not draft.body and not draft.lead:
                draft.lead.extend(blocks)
            case Container("byline", blocks):
                draft.body.extend(blocks)
            case _:
                draft.body.append(block)

    def _subtitle(self, draft: _Draft, block: Block) -> bool:
        """Whether a block belongs under the title of a title or section slide; if so it is put there."""
        match block:
            case Container("byline", blocks) if _all_paragraphs(blocks):
                draft.subtitle.extend(blocks)
            case Container("when", blocks) if _all_paragraphs(blocks):
                draft.when = (*draft.when, *_joined(blocks))
            case Container("lead", blocks) if _all_paragraphs(blocks) and not draft.lead:
                draft.lead.extend(blocks)
            case Paragraph() if (
                self.document.shape == "slides" and _length((*draft.subtitle, block)) <= LONGEST_SUBTITLE
            ):
                draft.subtitle.append(block)
            case _:
                return False
        return True

    def _headline(self, block: Block) -> bool:
        """Whether a paragraph of prose before any heading has become a slide of its own."""
        if self.document.shape not in {"prose", "outline"} or not isinstance(block, Paragraph) or self.headed:
            return False
        if any(isinstance(node, Image) for node in inlines_of(block)):
            return False
        text = plain(block.children)
        ends = (*sentence_ends(text), len(text))
        if not 0 < ends[0] <= LONGEST_HEADLINE:
            return False
        title, rest = cut(block.children, ends[0])
        headline = _Draft("content", title, block.span)
        if rest:
            headline.body.append(Paragraph(rest, rest[0].span.to(rest[-1].span)))
        self.drafts.append(headline)
        return True


def _slide_level(document: Document) -> int:
    """The level of heading that begins a slide: 2, or the first that a document of another shape has below 1."""
    levels = {block.level for block in document.blocks if isinstance(block, Heading)}
    if document.shape == "slides" or 2 in levels:
        return 2
    return min((level for level in levels if level > 2), default=2)


def _worth_slides(items: tuple[ListItem, ...]) -> bool:
    return any(len(item.blocks) > 1 for item in items)


def _all_paragraphs(blocks: Iterable[Block]) -> bool:
    return all(isinstance(block, Paragraph) for block in blocks)


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(plain(block.children)) for block in blocks if isinstance(block, Paragraph))


def _joined(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """The words of paragraphs as one line."""
    parts: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.extend((Text(" · ", block.span), *block.children) if parts else block.children)
    return tuple(parts)


def _words(text: str, span: Span) -> tuple[Inline, ...]:
    return (Text(text, span),) if text else ()


def _cover(document: Document) -> Slide:
    return Slide("title", _words(document.metadata.title, document.span), document.span)


def _titled(slide: Slide) -> Slide:
    """The slide, with its first words for a title if nobody gave it one."""
    if plain(slide.title).strip():
        return slide
    said = (plain(block.children) for block in walk((*slide.subtitle, *slide.lead, *slide.body)) if _has_words(block))
    words = " ".join(next(said, "").split())
    short = words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME].rpartition(" ")[0] + "…"
    return replace(slide, title=_words(short, slide.span))


def _has_words(block: Block) -> TypeGuard[Heading | Paragraph]:
    return isinstance(block, Heading | Paragraph) and bool(plain(block.children).strip())


def _with_footnotes(document: Document, slides: tuple[Slide, ...]) -> tuple[dict[str, int], tuple[Slide, ...]]:
    """Numbers for the footnotes, and the slides with each footnote at the foot of the slide that marks it first."""
    numbers = {label: number for number, label in enumerate(footnote_order(document), 1)}
    left = dict(numbers)
    done = []
    for slide in slides if numbers else ():
        labels = _marked(document, slide, left)
        labels = labels if slide is not slides[-1] else [*labels, *(label for label in left if label not in labels)]
        notes = tuple(_footnote(document, label, left.pop(label)) for label in labels)
        done.append(replace(slide, body=(*slide.body, *notes)))
    return numbers, tuple(done) or slides


def _marked(document: Document, slide: Slide, left: dict[str, int]) -> list[str]:
    """Labels of the footnotes not yet shown that a slide marks, and of those marked in them, each once."""
    top = Paragraph((*slide.title, *slide.when), slide.span)
    pending: list[Block] = [top, *slide.subtitle, *slide.lead, *slide.body, *slide.notes]
    found: dict[str, None] = {}
    while pending:
        for inner in walk((pending.pop(0),)):
            for node in inlines_of(inner):
                if isinstance(node, FootnoteMark) and node.label in left and node.label not in found:
                    found[node.label] = None
                    pending.extend(document.footnotes[node.label])
    return list(found)


def _footnote(document: Document, label: str, number: int) -> Block:
    blocks = document.footnotes[label]
    span = blocks[0].span if blocks else document.span
    return Container("footnote", blocks, span, Attributes(values=(("number", str(number)),)))
