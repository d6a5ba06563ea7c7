"""Blocks and inlines as HTML: what prose, slides and posters share, on the screen and on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
)
from careerdoc.rendering.deck import CONTINUED, numeral_at, numeral_text
from careerdoc.rendering.figures import draw_whole, read_timeline, words_of
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.html.markup import Markup, join, number, tag, void
from careerdoc.rendering.html.names import container_class, internal_targets, name_of, slug
from careerdoc.rendering.html.rules import Rules
from careerdoc.rendering.html.timeline import timeline_figure
from careerdoc.rendering.html.ways import Ways
from careerdoc.rendering.poster import SCALE, column_shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.html.pictures import Pictures
    from careerdoc.rendering.theme import Theme

_LASTING = re.compile(r"(?:https?|mailto|tel):|#.", re.IGNORECASE)


DEEPEST_QUOTE = 4
"""Quotations within quotations that are indented."""

_HEADS = frozenset({"byline", "lead", "when"})
"""Containers that stand at the document's side, whichever way their words run."""


DENSE, DENSER = 7, 12
"""Columns beyond which the text of a table is set smaller, and smaller still."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where blocks stand. A drawing is made for that width, text size and greatest height, in points.

    ``outline`` chooses the numerals of ordered lists; ``notes`` says whether speaker notes are shown.
    """

    width: float
    size: float
    height: float
    outline: bool = False
    notes: bool = True


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks of one document. ``pictures`` and ``rules`` gather what the page has to bring along.

    ``em`` is the size in points of the text that is being written.
    """

    document: Document
    theme: Theme
    pictures: Pictures
    setting: Setting
    rules: Rules = field(default_factory=Rules)
    em: float = 12.0
    numbers: Mapping[str, int] | None = None
    _linked: frozenset[str] = frozenset()
    _lists: int = 0
    _headed: int = 0
    _quotes: int = 0
    ways: Ways = field(init=False)

    def __post_init__(self) -> None:
        self.ways = Ways(self.document)
        if self.numbers is None:
            self.numbers = {label: n for n, label in enumerate(footnote_order(self.document), 1)}
        self._linked = frozenset(internal_targets(self.document))

    def sheets(self, name: str) -> tuple[str, ...]:
        """The style sheets that a page of a kind needs for what has been written."""
        return ("base", name, "foreign") if self.ways.foreign else ("base", name)

    # ── blocks ──

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> Markup:
        """Blocks one after the other; ``depth`` counts the ordered lists around them."""
        return join(self.block(block, depth) for block in blocks)

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
                return self._table(block)
            case Figure():
                return self.figure(block)

    def paragraph(self, children: tuple[Inline, ...]) -> Markup:
        """A paragraph; in a list it stands at the list's side, else it runs its own way."""
        words = self.inlines(children)
        if self._lists or self._headed:
            return tag("p", self.ways.isolated(children, words))
        return tag("p", words, dir=self.ways.of(children))

    def heading(self, heading: Heading, level: int = 0) -> Markup:
        """A heading of its own level, or of the one given."""
        text = self.said(heading.children)
        classes = " ".join(name for name in map(name_of, heading.attributes.classes) if name) or None
        return tag(f"h{level or heading.level}", text, id=self.identifier(heading), cls=classes)

    def identifier(self, heading: Heading) -> str | None:
        """The name of a heading that something in the document links to."""
        name = heading.attributes.identifier or slug(heading.children)
        return name if name in self._linked else None

    def _container(self, block: Container, depth: int) -> Markup:
        if block.name == "notes" and not self.setting.notes:
            return Markup("")
        count = block.attributes.get("number") if block.name == "footnote" else ""
        mark = tag("span", f"{count}.", cls="mark") if count else ""
        identifier = f"note-{count}" if count else None
        content = self.headed(block.blocks, depth) if block.name in _HEADS else self.blocks(block.blocks, depth)
        return tag("div", mark, content, cls=container_class(block.name) or None, id=identifier)

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

    def _table(self, table: Table) -> Markup:
        columns = join(
            void("col", cls=self.rules.name(f"width:{number(share * 100)}%")) for share in column_shares(table)
        )
        head = tag("thead", self._row(table.header, table, "th")) if any(table.header) else ""
        body = tag("tbody", *(self._row(row, table, "td") for row in table.rows)) if table.rows else ""
        count = len(table.alignments)
        crowd = "denser" if count > DENSER else "dense" if count > DENSE else None
        return tag("table", tag("colgroup", columns), head, body, cls=crowd, dir=self.ways.of_all((table,)))

    def _row(self, row: tuple[tuple[Inline, ...], ...], table: Table, name: str) -> Markup:
        cells = zip(row, table.alignments, strict=False)
        scope = "col" if name == "th" else None
        return tag("tr", *(tag(name, self.said(cell), cls=align, scope=scope) for cell, align in cells))

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
        return void("img", src=address, alt=image.alt, title=image.title or None)

    # ── footnotes ──

    def _footnote_mark(self, label: str) -> Markup:
        count = (self.numbers or {}).get(label)
        return tag("sup", tag("a", str(count), href=f"#note-{count}")) if count else Markup("")

    def footnotes(self) -> Markup:
        """All footnotes in the order of their numbers, or nothing."""
        if not self.numbers:
            return Markup("")
        notes = []
        for label, count in self.numbers.items():
            item = ListItem(self.document.footnotes[label], self.document.span)
            notes.append(self._item(item, tag("span", f"{count}.", cls="mark"), 0, identifier=f"note-{count}"))
        return tag("section", tag("ol", *notes, role="list"), cls="footnotes")


def _listed(words: Sequence[str]) -> Markup:
    return tag("ul", *(tag("li", word, cls="one") for word in words), cls="tight bullets") if words else Markup("")
