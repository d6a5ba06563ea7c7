"""Blocks as paragraphs and tables of WordprocessingML, built-in styles throughout."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
    plain,
)
from careerdoc.rendering.bidi import has_rtl, is_foreign, is_rtl_language, words_in
from careerdoc.rendering.docx.boxes import box_xml
from careerdoc.rendering.docx.captions import number_xml, pictured, table_captions
from careerdoc.rendering.docx.comments import Comments, with_comments
from careerdoc.rendering.docx.contents import Contents
from careerdoc.rendering.docx.look import hexa
from careerdoc.rendering.docx.manuscript import HEADING_BLOCK, REFERENCES_TITLE, RUN_IN, TITLE_PAGE, pitch
from careerdoc.rendering.docx.places import Place, Series, is_short, is_title_page, leads, ordered_properties
from careerdoc.rendering.docx.runs import Look, runs, text_run
from careerdoc.rendering.docx.styles import LEVELS, QUOTE_INDENT, bar_xml
from careerdoc.rendering.docx.tables import Frame, table_xml
from careerdoc.rendering.docx.timeline import timeline_table
from careerdoc.rendering.docx.ways import aligned, bidi_xml, way_of
from careerdoc.rendering.figures import read_timeline, words_of
from careerdoc.rendering.shown import COMMENT, CONTENTS
from careerdoc.rendering.words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Alignment, Block, Document, Image, Inline
    from careerdoc.rendering.docx.numbering import Kind, Numbering
    from careerdoc.rendering.docx.runs import Parts
    from careerdoc.rendering.theme import Theme

_CONTAINER_STYLES = {
    "byline": "Subtitle",
    "lead": "IntenseQuote",
    "when": "TimeFrame",
    "references": "Bibliography",
    "title-page": TITLE_PAGE,
    "heading-block": HEADING_BLOCK,
}


_FREE = frozenset({"BodyText", "Quote", "FootnoteText"})
"""Styles of running text, which stands at the side that its words begin at."""


class Body:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, theme: Theme, parts: Parts, numbering: Numbering) -> None:
        """``parts`` is the package around the text; ``numbering`` collects the lists."""
        self.document = document
        self.theme = theme
        self.parts = parts
        self.numbering = numbering
        self.language = document.metadata.language
        self.rtl = self.side = is_rtl_language(self.language)
        self.mixed = self.rtl or any(
            has_rtl(words_in(part)) for part in (document.blocks, *document.footnotes.values())
        )
        tops = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
        self.title = tops[0] if tops and leads(tops[0], document.blocks) else None
        self.shift = 1 if self.title is not None and len(tops) == 1 else 0
        self.comments = Comments(document.metadata.date)
        self.contents = Contents(document.blocks, self._level)
        self.captioned = {"figure": 0, "table": 0}
        self.before_paragraphs = {id(a) for a, b in pairwise(document.blocks) if isinstance(b, Paragraph)}
        self.after_title_page = next((b for a, b in pairwise(document.blocks) if is_title_page(a)), None)

    def xml(self, blocks: Iterable[Block], place: Place | None = None) -> str:
        """The paragraphs and tables of blocks."""
        blocks, where = tuple(blocks), place or Place()
        captions, told = table_captions(blocks, self.language)
        written: list[str] = []
        waiting: list[int] = []
        for block in blocks:
            if id(block) in captions:
                written.append(self._caption("table", captions[id(block)], "<w:keepNext/>"))
            if id(block) in told:
                continue
            if isinstance(block, Container) and block.name == COMMENT:
                waiting += self._comment(block)
            elif text := self._block(block, where):
                written.append(text)
            if written and waiting:
                written[-1], waiting = with_comments(written[-1], waiting), []
        return "".join(written) or with_comments("", waiting)

    def _comment(self, block: Container) -> list[int]:
        """The identifier of a comment, or none: notes cannot be commented on."""
        if self.parts.in_notes:
            return []
        self.parts.in_notes = True
        said = self.xml(block.blocks, Place("CommentText"))
        self.parts.in_notes = False
        author = block.attributes.get("author") or words_for(self.language).author
        return [self.comments.add(said, author)] if said else []

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph(children) if (image := pictured(children)) is not None:
                return self._pictured(image, place)
            case Paragraph(children):
                return self.paragraph(children, place.style, self._continued(place), room=self._frame(place).room / 20)
            case Quotation(blocks):
                return self.xml(blocks, replace(place, style="Quote"))
            case BulletList() | OrderedList() | Table():
                outer, self.side = self.side, self.side if place.level >= 0 else self._turned(block)
                if isinstance(block, Table):
                    written = table_xml(block, self._cell, self._frame(place))
                else:
                    written = self._listed(block, place)
                self.side = outer
                return written
            case CodeBlock(text):
                look = Look(language=self.language)
                lines = "<w:r><w:br/></w:r>".join(text_run(line, look) for line in text.split("\n"))
                return f'<w:p><w:pPr><w:pStyle w:val="Code"/>{self._continued(place)}</w:pPr>{lines}</w:p>'
            case Rule():
                line = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{hexa(self.theme.colors.rule)}"/></w:pBdr>'
                return f"<w:p><w:pPr>{line}{self._continued(place)}</w:pPr></w:p>"
            case Container(name, blocks):
                return self._contents(block, place) if name == CONTENTS else self._container(name, blocks, place)
            case Figure():
                return self._figure(block, place)

    # ── paragraphs ──

    def paragraph(
        self, children: Iterable[Inline], style: str, extra: str = "", before: str = "", room: float = math.inf
    ) -> str:
        """A paragraph in a style; ``extra`` are further properties, ``before`` stands ahead of the runs.

        ``room`` is the width for pictures, in points, where it is less than that of the page.
        """
        inlines = tuple(children)
        way = way_of(plain(inlines), self.language, side=self.side, free=style in _FREE)
        bidi = bidi_xml(self.language, rtl=way.paragraph)
        if style == "Quote" and way.paragraph != self.rtl and self.theme.manuscript is None:
            bidi = bar_xml("right" if way.paragraph else "left", hexa(self.theme.colors.rule)) + bidi
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{ordered_properties(extra, bidi)}</w:pPr>'
        look = Look(rtl=way.words, room=room, language=self.language)
        words = text_run(way.before, look) + runs(inlines, self.parts, look) + text_run(way.behind, look)
        return f"<w:p>{properties}{before}{words}</w:p>"

    def _pictured(self, image: Image, place: Place) -> str:
        """A picture on a line of its own, and its title as the caption below, on the same page."""
        indent = self._continued(place) or '<w:ind w:firstLine="0"/>'
        shown = self.paragraph((image,), place.style, f"<w:keepNext/>{indent}", room=self._frame(place).room / 20)
        return shown + self._caption("figure", (Text(image.title, image.span),), self._continued(place))

    def _caption(self, kind: str, children: tuple[Inline, ...], extra: str) -> str:
        """A caption of the next ``figure`` or ``table``, numbered."""
        number = self.captioned[kind] = self.captioned[kind] + 1
        label = getattr(words_for(self.language), kind)
        return self.paragraph(children, "Caption", extra, number_xml(label, number))

    def _turned(self, block: Block) -> bool:
        """Which way a list or a table runs: the document's, unless all that is in it runs the other."""
        if not self.mixed:
            return self.rtl
        return self.rtl is not is_foreign(words_in((block,)), within=self.rtl)

    def _heading(self, heading: Heading, place: Place) -> str:
        return self.contents.marked(heading, self._headed(heading, place))

    def _level(self, heading: Heading) -> int:
        """The level of a heading as Word counts, from 1; 0 for the title."""
        return 0 if heading is self.title else min(max(heading.level - self.shift, 1), 6)

    def _contents(self, block: Container, place: Place) -> str:
        """The table of contents; what the container holds is not shown."""
        return self.contents.xml(block.attributes.get("title"), self.language, self._frame(place).room, rtl=self.rtl)

    def _headed(self, heading: Heading, place: Place) -> str:
        level = self._level(heading)
        style = f"Heading{level}" if level else "Title"
        if self.theme.manuscript is None:
            return self.paragraph(heading.children, style, self._continued(place))
        if "references" in heading.attributes.classes:
            style = REFERENCES_TITLE
        breaks = "<w:pageBreakBefore/>" if heading is self.after_title_page else ""
        if style != f"Heading{level}" or not self._runs_in(heading, level):
            return self.paragraph(heading.children, style, breaks + self._continued(place))
        end = " " if plain(heading.children).rstrip().endswith((".", "?", "!")) else ". "
        words = (*heading.children, Text(end, heading.span))
        return self.paragraph(words, style, breaks + self._continued(place) + RUN_IN)

    def _runs_in(self, heading: Heading, level: int) -> bool:
        """Whether a heading stands at the head of the paragraph after it."""
        looks = self.theme.manuscript.headings if self.theme.manuscript else ()
        return bool(looks) and looks[min(level, len(looks)) - 1].run_in and id(heading) in self.before_paragraphs

    def _continued(self, place: Place) -> str:
        """The indent of what stands in a list item after its first paragraph; a quotation there keeps its own."""
        left = self.numbering.indent(place.level)
        own = QUOTE_INDENT if place.style == "Quote" else 0
        return f'<w:ind w:left="{left + own}"/>' if left else ""

    def _frame(self, place: Place) -> Frame:
        left, page = self.numbering.indent(place.level), self.theme.page
        designed = self.theme.reference_docx is None and self.theme.manuscript is None
        fill = hexa(self.theme.colors.primary) if designed else ""
        return Frame(max(round((page.width - 2 * page.margin) * 20) - left, 2000), left, self.side, fill)

    def _container(self, name: str, blocks: tuple[Block, ...], place: Place) -> str:
        if name == "notes":
            return ""
        style = _CONTAINER_STYLES.get(name)
        if style is None:
            return self.xml(blocks, place)
        inner = replace(place, style=style)
        if name == "title-page":
            return self._title_page(blocks, inner)
        last = blocks[-1] if blocks else None
        if name == "byline" and isinstance(last, Paragraph) and self.theme.manuscript is None:
            closing = self.paragraph(last.children, style, '<w:spacing w:before="0" w:after="280"/>')
            return self.xml(blocks[:-1], inner) + closing
        return self.xml(blocks, inner)

    def _title_page(self, blocks: tuple[Block, ...], place: Place) -> str:
        """The title some lines down, an empty line below it, then who wrote it and for what (APA 7, 2.3)."""
        title, rest = blocks[:1], blocks[1:]
        if self.theme.manuscript is None or not title or not isinstance(title[0], Paragraph):
            return self.xml(blocks, place)
        lines = pitch(self.theme.manuscript, self.theme)
        above = self.theme.manuscript.title_page_above * lines
        space = f'<w:spacing w:before="{above}" w:after="{lines}"/>'
        return self.paragraph(title[0].children, TITLE_PAGE, space) + self.xml(rest, place)

    # ── lists ──

    def _listed(self, block: BulletList | OrderedList, place: Place) -> str:
        if isinstance(block, BulletList):
            return self._list(block.items, "bullet", 1, place)
        return self._list(block.items, "outline" if self.document.shape == "outline" else "number", block.start, place)

    def _list(self, items: tuple[ListItem, ...], kind: Kind, start: int, place: Place) -> str:
        depth = place.level + 1 if kind == "bullet" else place.ordered
        inner = Place("ListContinue", place.level + 1, place.ordered if kind == "bullet" else place.ordered + 1)
        series = Series(kind, self.numbering.begin(kind, depth, start), depth, any(len(i.blocks) > 1 for i in items))
        return "".join(self._item(item, series, inner) for item in items)

    def _item(self, item: ListItem, series: Series, inner: Place) -> str:
        first = item.blocks[0] if item.blocks else None
        children = first.children if isinstance(first, Paragraph) else ()
        rest = item.blocks[1:] if isinstance(first, Paragraph) else item.blocks
        if series.kind == "bullet" and item.checked is not None:  # the box takes the bullet's place
            style, box = "TaskList", self._box(done=item.checked) + "<w:r><w:tab/></w:r>"
            listed = self.numbering.indent_xml(inner.capped, series.kind)
        else:
            style = "ListBullet" if series.kind == "bullet" else "ListNumber"
            if series.kind == "outline" and inner.level == 0 and (rest or (series.headed and is_short(children))):
                style = "OutlineTop"
            box = "" if item.checked is None else self._box(done=item.checked) + text_run(" ")
            listed = self._numbered(series, inner)
        # What heads a list within stays on the page where that list begins.
        keep = "<w:keepNext/>" if any(isinstance(block, BulletList | OrderedList) for block in rest) else ""
        return self.paragraph(children, style, keep + listed, box, self._frame(inner).room / 20) + self.xml(rest, inner)

    def _numbered(self, series: Series, inner: Place) -> str:
        """The numbering of an item; with an indent of its own where it stands at another level than it counts at."""
        level = series.depth % LEVELS if series.kind != "bullet" else min(series.depth, LEVELS - 1)
        own = self.numbering.indent_xml(inner.capped, series.kind) if series.depth != inner.level else ""
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{series.number}"/></w:numPr>{own}'

    def _box(self, *, done: bool) -> str:
        return box_xml(self.theme.body.named, done=done)

    # ── tables and figures ──

    def _cell(self, children: tuple[Inline, ...], style: str, alignment: Alignment, width: int) -> str:
        side = aligned(alignment, rtl=self.side)
        return self.paragraph(children, style, side, room=max(width, 200) / 20)

    def _figure(self, figure: Figure, place: Place) -> str:
        timeline = read_timeline(figure)
        if timeline is None:
            text = "; ".join(words_of(figure))
            return self.paragraph((Text(text, figure.span),), "Caption") if text else ""
        return timeline_table(timeline, self.theme, self._frame(place), self.document.metadata.language)
