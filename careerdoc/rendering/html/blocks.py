"""Blocks and inlines as HTML: what prose, slides and posters share, on the screen and on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    Citation,
    Code,
    CodeBlock,
    Container,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Image,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    SoftBreak,
    Strikethrough,
    Strong,
    Table,
    Text,
    plain,
)
from careerdoc.rendering.deck import COLUMNS, CONTINUED, GUTTER, columns_of, grid, numeral_at, numeral_text
from careerdoc.rendering.figures import draw_whole, read_timeline, words_of
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.html.contents import TOC, contents, names_of_headings
from careerdoc.rendering.html.markup import Markup, join, number, tag, void
from careerdoc.rendering.html.names import container_class, internal_targets, name_of
from careerdoc.rendering.html.notes import Notes, foot_note
from careerdoc.rendering.html.rules import Rules
from careerdoc.rendering.html.tables import table
from careerdoc.rendering.html.timeline import timeline_figure
from careerdoc.rendering.html.together import Classed, RunIn, pieces
from careerdoc.rendering.html.ways import Ways
from careerdoc.rendering.poster import SCALE
from careerdoc.rendering.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.deck import Column
    from careerdoc.rendering.html.pictures import Pictures
    from careerdoc.rendering.html.setting import Setting
    from careerdoc.rendering.html.together import Piece
    from careerdoc.rendering.theme import Theme

_LASTING = re.compile(r"(?:https?|mailto|tel):|#.", re.IGNORECASE)


_STOPS = tuple(".!?:…。")
"""What a heading may end with that needs no full stop behind it."""

COMMENT = "comment"
"""A container with a remark for an instructor, which Word files show and nothing else does."""

DEEPEST_QUOTE = 4
"""Quotations within quotations that are indented."""

_HEADS = frozenset({"byline", "heading-block", "lead", "title-page", "when"})
"""Containers that stand at the document's side, whichever way their words run."""


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks of one document. ``pictures`` and ``rules`` gather what the page has to bring along.

    ``em`` is the size in points of the text that is being written, ``tallest`` the height in points that a picture may
    have (0: as the style sheet says).
    """

    document: Document
    theme: Theme
    pictures: Pictures
    setting: Setting
    rules: Rules = field(default_factory=Rules)
    em: float = 12.0
    tallest: float = 0.0
    numbers: Mapping[str, int] | None = None
    _lists: int = 0
    _headed: int = 0
    _quotes: int = 0
    ways: Ways = field(init=False)
    named: Mapping[Heading, str] = field(init=False)
    placed: Notes = field(init=False)

    def __post_init__(self) -> None:
        self.ways = Ways(self.document)
        if self.numbers is None:
            self.numbers = {label: n for n, label in enumerate(footnote_order(self.document), 1)}
        self.named = names_of_headings(self.document, frozenset(internal_targets(self.document)))
        self.placed = Notes(self.document.footnotes, self.numbers, at_foot=self.setting.foot_notes)

    def sheets(self, *names: str) -> tuple[str, ...]:
        """The style sheets that a page of a kind needs for what has been written."""
        return ("base", *names, "foreign") if self.ways.foreign else ("base", *names)

    # ── blocks ──

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """Blocks one after the other; ``depth`` counts the ordered lists around them."""
        if not self.setting.flowing:
            return join(self.block(block, depth) for block in blocks)
        return join(self._piece(piece, depth) for piece in pieces(blocks, self.setting.looks))

    def _piece(self, piece: Block | Piece, depth: int) -> Markup:
        """A block, or what stands with the next one."""
        match piece:
            case RunIn(heading, paragraph):
                words = self.inlines(paragraph.children) if paragraph else ""
                return tag("div", self.heading(heading, stop=True), " ", tag("span", words), cls="run-in")
            case Classed(paragraph, name):
                return self.paragraph(paragraph.children, name)
            case _:
                return self.block(piece, depth)

    def headed(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """Blocks that stand at the document's side, whichever way their words run."""
        self._headed += 1
        content = self.blocks(blocks, depth)
        self._headed -= 1
        return content

    def block(self, block: Block, depth: int = 0) -> Markup:
        """One block as an element; nothing for one that is not shown."""
        match block:
            case Paragraph(children):
                return self.paragraph(children)
            case Heading():
                return self.heading(block)
            case Quotation(inner):
                return self._quotation(inner, depth)
            case BulletList() | OrderedList():
                return self._list(block, depth)
            case Container():
                return self._container(block, depth)
            case CodeBlock(text):
                return tag("pre", tag("code", text), dir=self.ways.code(text))
            case Rule():
                return void("hr")
            case Table():
                return table(block, self.said, self.rules, self.ways.of_all((block,)))
            case Figure():
                return self.figure(block)

    def paragraph(self, children: tuple[Inline, ...], name: str | None = None) -> Markup:
        """A paragraph; in a list it stands at the list's side, else it runs its own way."""
        words = self.inlines(children)
        pictures = tuple(node for node in children if isinstance(node, Image))
        if self.setting.side_by_side and len(pictures) > 1 and not plain(_without(children, pictures)).strip():
            return self._gallery(pictures)
        if self._lists or self._headed:
            return tag("p", self.ways.isolated(children, words), cls=name)
        return tag("p", words, cls=name, dir=self.ways.of(children))

    def _gallery(self, images: tuple[Image, ...]) -> Markup:
        """Pictures in a grid, in rows of as many as are largest."""
        tallest = self.tallest
        across, down = grid(len(images), self.setting.width, tallest, 1.4)
        self.tallest = tallest / down - 0.6 * self.em
        cells = [tag("div", self._inline(image), cls="cell") for image in images]
        self.tallest = tallest
        rows = [tag("div", *cells[at : at + across], cls="row") for at in range(0, len(cells), across)]
        return tag("div", *rows, cls="gallery")

    def heading(self, heading: Heading, level: int = 0, *, stop: bool = False) -> Markup:
        """A heading of its own level, or of the one given; ``stop`` ends it with a full stop if it has none."""
        text = self.said(heading.children)
        if stop and not plain(heading.children).rstrip().endswith(_STOPS):
            text = join((text, "."))
        classes = " ".join(name for name in map(name_of, heading.attributes.classes) if name) or None
        return tag(f"h{level or heading.level}", text, id=self.identifier(heading), cls=classes)

    def identifier(self, heading: Heading) -> str | None:
        """The name of a heading that something in the document links to."""
        return self.named.get(heading)

    def _container(self, block: Container, depth: int) -> Markup:
        if block.name == COMMENT or (block.name == "notes" and not self.setting.notes):
            return Markup("")
        if block.name == TOC:
            title = block.attributes.get("title") or words_for(self.document.metadata.language).contents
            return contents(self.named, self.document.blocks, lambda heading: self.said(heading.children), title)
        if block.name == COLUMNS and self.setting.side_by_side and len(columns := columns_of(block)) > 1:
            return self._columns(columns, depth)
        count = block.attributes.get("number") if block.name == "footnote" else ""
        mark = tag("span", f"{count}.", cls="mark") if count else ""
        identifier = f"note-{count}" if count else None
        content = self.headed(block.blocks, depth) if block.name in _HEADS else self.blocks(block.blocks, depth)
        return tag("div", mark, content, cls=container_class(block.name) or None, id=identifier)

    def _columns(self, columns: Sequence[Column], depth: int) -> Markup:
        """Columns side by side; what is drawn in one is as wide as it is."""
        setting, room = self.setting, self.setting.width - GUTTER * (len(columns) - 1)
        parts = []
        for column in columns:
            width = room * column.share
            self.setting = replace(setting, width=width)
            rule = self.rules.name(f"width:{number(width / self.em)}em")
            parts.append(tag("div", self.blocks(column.blocks, depth), cls=f"column {rule}"))
            parts.append(tag("div", cls="gutter"))
        self.setting = setting
        return tag("div", *parts[:-1], cls="columns")

    def _quotation(self, blocks: tuple[Block, ...], depth: int) -> Markup:
        self._quotes += 1
        content = self.blocks(blocks, depth)
        self._quotes -= 1
        way = self.ways.of_all(blocks) if not self._quotes else None
        return tag("blockquote", content, cls="deep" if self._quotes >= DEEPEST_QUOTE else None, dir=way)

    def _list(self, block: BulletList | OrderedList, depth: int) -> Markup:
        ordered = isinstance(block, OrderedList)
        start = block.start if isinstance(block, OrderedList) else 1
        kind = numeral_at(depth, outline=self.setting.outline)
        items = []
        self._lists += 1
        for count, item in enumerate(block.items, start):
            mark = tag("span", numeral_text(kind, count), cls="mark") if ordered else Markup("")
            items.append(self._item(item, mark, depth + ordered))
        self._lists -= 1
        classes = "tight" if block.tight else "loose"
        classes += " deep" if self._lists >= SCALE.deepest_indent else ""
        if not ordered:
            classes += " tasks" if all(item.checked is not None for item in block.items) else " bullets"
        way = self.ways.of_all((block,)) if not self._lists else None
        return tag("ol" if ordered else "ul", *items, cls=classes, role="list", dir=way)

    def _item(self, item: ListItem, mark: Markup, depth: int, *, identifier: str | None = None) -> Markup:
        if item.checked is not None:
            mark = join((mark, tag("span", "✓", cls="box done") if item.checked else tag("span", cls="box")))
        first, rest = item.blocks[:1], item.blocks[1:]
        if first and isinstance(first[0], Container) and first[0].name == CONTINUED:
            return tag("li", self.blocks(item.blocks, depth), cls="continued")
        done = "done" if item.checked else "task" if item.checked is not None else ""
        if first and isinstance(paragraph := first[0], Paragraph):
            words = self.said(paragraph.children)
            if not rest:
                return tag("li", mark, words, cls=f"one {done}".rstrip(), id=identifier)
            line = tag("p", mark, words)
        else:
            line, rest = tag("p", mark), item.blocks
        return tag("li", line, self.blocks(rest, depth), cls=done or None, id=identifier)

    # ── figures ──

    def figure(self, figure: Figure) -> Markup:
        """A timeline drawn, or its entries where there is no room for all; the words of a figure of another kind."""
        timeline = read_timeline(figure)
        if timeline is None:
            return _listed(words_of(figure))
        setting, language = self.setting, self.document.metadata.language
        drawing = draw_whole(timeline, self.theme, setting.width, setting.size, setting.height, language=language)
        if drawing is None:
            return _listed(
                [f"{entry.label}, {entry.text}" if entry.text else entry.label for entry in timeline.entries]
            )
        return tag("figure", timeline_figure(drawing, self.theme.colors, self.rules, self.em))

    # ── inlines ──

    def said(self, inlines: tuple[Inline, ...]) -> Markup:
        """Inlines in a line of the document's own way, set apart where they run the other."""
        return self.ways.isolated(inlines, self.inlines(inlines))

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Inlines one after the other."""
        return self.ways.line([(node, self._inline(node)) for node in inlines])

    def _inline(self, node: Inline) -> Markup:
        match node:
            case Text(text) | Citation(_, _, text):
                return self.ways.text(text)
            case Emphasis(children):
                return tag("em", self.inlines(children))
            case Strong(children):
                return tag("strong", self.inlines(children))
            case Strikethrough(children):
                return tag("s", self.inlines(children))
            case Code(text):
                return tag("code", text, dir=self.ways.code(text))
            case Link(target, children):
                return self._link(target, self.inlines(children))
            case Image():
                return self._image(node)
            case SoftBreak():
                return Markup("\n")
            case LineBreak():
                return void("br")
            case FootnoteMark(label):
                return self._footnote_mark(label)

    def _link(self, target: str, content: Markup) -> Markup:
        """A link; only text where it leads to a file beside the page, for the page stands alone."""
        return tag("a", content, href=target) if _LASTING.match(target) else content

    def _image(self, image: Image) -> Markup:
        address = self.pictures.address(image)
        if address is None:
            return tag("span", image.alt, cls="missing") if image.alt else Markup("")
        rule = self.rules.name(f"max-height:{number(self.tallest / self.em)}em") if self.tallest else None
        return void("img", src=address, alt=image.alt, title=image.title or None, cls=rule)

    # ── footnotes ──

    def _footnote_mark(self, label: str) -> Markup:
        count = self.placed.numbers.get(label)
        if count is None:
            return Markup("")
        mark = tag("sup", tag("a", str(count), href=f"#note-{count}"))
        words = [self.said(paragraph.children) for paragraph in self.placed.at_mark(label)]
        return join((mark, foot_note(count, words))) if words else mark

    def footnotes(self) -> Markup:
        """Footnotes in the order of their numbers, those that stand at no page's foot; or nothing."""
        notes = []
        for count, blocks in self.placed.at_end():
            item = ListItem(blocks, self.document.span)
            notes.append(self._item(item, tag("span", f"{count}.", cls="mark"), 0, identifier=f"note-{count}"))
        return tag("section", tag("ol", *notes, role="list"), cls="footnotes") if notes else Markup("")


def _without(children: tuple[Inline, ...], some: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines without some of them."""
    return tuple(node for node in children if node not in some)


def _listed(words: Sequence[str]) -> Markup:
    return tag("ul", *(tag("li", word, cls="one") for word in words), cls="tight bullets") if words else Markup("")
