"""Blocks as paragraphs and tables of WordprocessingML, built-in styles throughout."""

from __future__ import annotations

from dataclasses import dataclass
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
)
from careerdoc.rendering.docx.numbering import indent_of
from careerdoc.rendering.docx.runs import RTL_LANGUAGES, Look, is_rtl, runs, text_run
from careerdoc.rendering.docx.styles import LEVELS
from careerdoc.rendering.docx.tables import table_xml, timeline_table
from careerdoc.rendering.figures import describe, read_timeline, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.docx.numbering import Kind, Numbering
    from careerdoc.rendering.docx.runs import Parts
    from careerdoc.rendering.theme import Theme

_CONTAINER_STYLES = {"byline": "Subtitle", "lead": "IntenseQuote", "when": "TimeFrame"}

_BOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/><w14:checkedState w14:val="2611" w14:font="Segoe UI Symbol"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="Segoe UI Symbol"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
    '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/></w:rPr>'
    "<w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
)
"""A box that can be clicked in Word (Office 2010's w14:checkbox), with the glyph for every other program."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the style of their paragraphs, and the list that they are in."""

    style: str = "BodyText"
    level: int = -1
    ordered: int = 0
    kind: Kind = "bullet"


class Body:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, theme: Theme, parts: Parts, numbering: Numbering) -> None:
        """``parts`` is the package around the text; ``numbering`` collects the lists."""
        self.document = document
        self.theme = theme
        self.parts = parts
        self.numbering = numbering
        self.rtl = document.metadata.language.split("-")[0].lower() in RTL_LANGUAGES
        tops = [b for b in document.blocks if isinstance(b, Heading) and b.level == 1]
        self.title = tops[0] if tops and document.blocks[0] is tops[0] else None
        self.shift = 1 if self.title is not None and len(tops) == 1 else 0

    def xml(self, blocks: Iterable[Block], place: Place | None = None) -> str:
        """The paragraphs and tables of blocks."""
        where = place or Place()
        return "".join(self._block(block, where) for block in blocks)

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph(children):
                return self.paragraph(children, place.style, self._continued(place))
            case Quotation(blocks):
                return self.xml(blocks, Place("Quote", place.level, place.ordered, place.kind))
            case BulletList(items):
                return self._list(items, "bullet", 1, place)
            case OrderedList(items, start):
                return self._list(items, "outline" if self.document.shape == "outline" else "number", start, place)
            case CodeBlock(text):
                lines = "<w:r><w:br/></w:r>".join(text_run(line) for line in text.split("\n"))
                return f'<w:p><w:pPr><w:pStyle w:val="Code"/>{self._continued(place)}</w:pPr>{lines}</w:p>'
            case Rule():
                edge = self.theme.colors.rule.lstrip("#").upper()
                line = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{edge}"/></w:pBdr>'
                return f"<w:p><w:pPr>{line}</w:pPr></w:p>"
            case Table():
                return table_xml(block, self._cell, self._room(place), self._left(place), rtl=self.rtl)
            case Container(name, blocks):
                return self._container(name, blocks, place)
            case Figure():
                return self._figure(block, place)

    # ── paragraphs ──

    def paragraph(self, children: Iterable[Inline], style: str, extra: str = "", before: str = "") -> str:
        """A paragraph in a style; ``extra`` are further properties, ``before`` stands ahead of the runs."""
        inlines = tuple(children)
        rtl = is_rtl(inlines, otherwise=self.rtl)
        bidi = "<w:bidi/>" if rtl else ""
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{_ordered_properties(extra, bidi)}</w:pPr>'
        return f"<w:p>{properties}{before}{runs(inlines, self.parts, Look(rtl=rtl))}</w:p>"

    def _heading(self, heading: Heading, place: Place) -> str:
        style = "Title" if heading is self.title else f"Heading{min(max(heading.level - self.shift, 1), 6)}"
        return self.paragraph(heading.children, style, self._continued(place))

    def _continued(self, place: Place) -> str:
        """The indent of what stands in a list item after its first paragraph."""
        left = self._left(place)
        return f'<w:ind w:left="{left}"/>' if left else ""

    def _left(self, place: Place) -> int:
        return indent_of(place.level, place.kind) if place.level >= 0 else 0

    def _room(self, place: Place) -> int:
        page = self.theme.page
        return max(round((page.width - 2 * page.margin) * 20) - self._left(place), 2000)

    def _container(self, name: str, blocks: tuple[Block, ...], place: Place) -> str:
        if name == "notes":
            return ""
        style = _CONTAINER_STYLES.get(name)
        if style is None:
            return self.xml(blocks, place)
        inner = Place(style, place.level, place.ordered, place.kind)
        last = blocks[-1] if blocks else None
        if name == "byline" and isinstance(last, Paragraph):
            closing = self.paragraph(last.children, style, '<w:spacing w:before="0" w:after="280"/>')
            return self.xml(blocks[:-1], inner) + closing
        return self.xml(blocks, inner)

    # ── lists ──

    def _list(self, items: tuple[ListItem, ...], kind: Kind, start: int, place: Place) -> str:
        level = min(place.level + 1, LEVELS - 1)
        ordered = place.ordered if kind == "bullet" else place.ordered + 1
        number_level = level if kind != "outline" else min(place.ordered, LEVELS - 1)
        number = self.numbering.begin(kind, number_level, start)
        inner = Place("ListContinue", level, ordered, kind)
        return "".join(self._item(item, kind, number, number_level, inner) for item in items)

    def _item(self, item: ListItem, kind: Kind, number: int, level: int, inner: Place) -> str:
        first = item.blocks[0] if item.blocks else None
        children = first.children if isinstance(first, Paragraph) else ()
        rest = item.blocks[1:] if isinstance(first, Paragraph) else item.blocks
        top = kind == "outline" and inner.level == 0 and bool(rest)
        style = "OutlineTop" if top else "ListBullet" if kind == "bullet" else "ListNumber"
        box = ""
        if item.checked is not None:
            box = _BOX.format(on=int(item.checked), glyph="☑" if item.checked else "☐") + text_run(" ")
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if box and kind == "bullet":  # the box takes the bullet's place
            listed = f'<w:ind w:left="{indent_of(inner.level, kind)}" w:hanging="340"/>'
            box = box.removesuffix(text_run(" ")) + "<w:r><w:tab/></w:r>"
        if kind == "outline" and level != inner.level:
            listed += f'<w:ind w:left="{indent_of(inner.level, kind)}" w:hanging="340"/>'
        # What heads a list within stays on the page where that list begins.
        keep = "<w:keepNext/>" if any(isinstance(block, BulletList | OrderedList) for block in rest) else ""
        return self.paragraph(children, style, keep + listed, box) + self.xml(rest, inner)

    # ── tables and figures ──

    def _cell(self, children: tuple[Inline, ...], alignment: str) -> str:
        return self.paragraph(children, "TableText", f'<w:jc w:val="{alignment}"/>' if alignment else "")

    def _figure(self, figure: Figure, place: Place) -> str:
        timeline = read_timeline(figure)
        if timeline is None:
            text = "; ".join(words_of(figure))
            return f'<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>{text_run(text)}</w:p>' if text else ""
        return timeline_table(timeline, describe(timeline), self.theme, self._room(place), rtl=self.rtl)


def _ordered_properties(extra: str, bidi: str) -> str:
    """Paragraph properties in the order of the schema: ``bidi`` before ``ind`` and ``jc`` (17.3.1.26)."""
    if not bidi:
        return extra
    at = min((i for name in ("<w:ind ", "<w:jc ") if (i := extra.find(name)) >= 0), default=len(extra))
    return extra[:at] + bidi + extra[at:]
