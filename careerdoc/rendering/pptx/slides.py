"""The slides of a deck as XML: each in the layout of its kind, its words in the layout's placeholders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Strong, plain
from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.deck import Line
from careerdoc.rendering.deck.measurer import BADGE as BADGE_SIZE
from careerdoc.rendering.pptx import layouts
from careerdoc.rendering.pptx.canvas import Canvas
from careerdoc.rendering.pptx.geometry import Box, Places, places
from careerdoc.rendering.pptx.languages import tag
from careerdoc.rendering.pptx.look import TONES, on_tone
from careerdoc.rendering.pptx.stacking import Stack
from careerdoc.rendering.pptx.text import LineLook, Voice, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block
    from careerdoc.findings import Finding
    from careerdoc.rendering.deck import Deck, Measurer, Slide
    from careerdoc.rendering.theme import Theme

_COVER_TITLES = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
_SECTION_TITLES = _COVER_TITLES[1:]


@dataclass(slots=True)
class SlideWriter:
    """Writes the slides of one deck."""

    resources: Mapping[str, bytes]
    deck: Deck
    theme: Theme
    measurer: Measurer
    pictures: Mapping[str, tuple[int, int]]
    findings: list[Finding]
    rtl: bool = field(init=False)
    places: Places = field(init=False)

    def __post_init__(self) -> None:
        self.rtl = is_rtl_language(self.deck.language)
        self.places = places(rtl=self.rtl)

    def slide(self, slide: Slide, number: int) -> Canvas:
        """One slide."""
        match slide.kind:
            case "title":
                return self._cover(slide)
            case "section":
                return self._section(slide, layouts.layout_name(layouts.SECTION, slide.tone), number)
            case "closing" if self._brief(slide):
                return self._section(slide, layouts.CLOSING, number)
            case _ if not (slide.body or slide.lead or slide.when):
                return self._section(slide, layouts.layout_name(layouts.SECTION, slide.tone), number)
            case _:
                return self._content(slide, number)

    def _writer(self, canvas: Canvas) -> Writer:
        return Writer(self.deck.language, self.deck.footnotes, self.resources, canvas.link, self.findings)

    # ── titles ──

    def _title(
        self, canvas: Canvas, slide: Slide, kind: str, size: float, box: Box | None = None, soft: str = ""
    ) -> None:
        writer = self._writer(canvas)
        runs = writer.runs(slide.title, Voice(size, bold=True))
        if slide.suffix:
            runs += writer.said(f" {slide.suffix}", Voice(max(round(size * 0.6), 18), soft))
        canvas.placeholder("Title", kind, writer.set(runs, plain(slide.title), Voice(size)), box)

    def _title_size(self, slide: Slide, sizes: tuple[float, ...], box: Box) -> float:
        """The largest size at which the title stands in its place without breaking a word, if there is one."""
        for size in sizes:
            lines = self.measurer.heading_lines(slide.heading, size, box.width)
            whole = self.measurer.widest_word(slide.heading, size) <= box.width
            if whole and lines * self.measurer.heading_line(size) <= box.height:
                return size
        return sizes[-1]

    def _cover(self, slide: Slide) -> Canvas:
        canvas = Canvas(layouts.TITLE)
        writer, on = self._writer(canvas), self.theme.colors.on_primary
        box = self.places.cover_title
        if slide.lead:
            box = box._replace(y=40, height=162)
        size = self._title_size(slide, _COVER_TITLES, box)
        self._title(canvas, slide, 'type="ctrTitle"', size, box if slide.lead else None, on)
        if slide.lead:
            text, place = self._paragraphs(writer, slide.lead, (28, 24, 22, 20, 18), self.places.cover_lead, on)
            canvas.placeholder("Lead", f'type="body" sz="quarter" idx="{layouts.LEAD}"', text, place)
        first, *others = slide.subtitle or (None,)
        if isinstance(first, Paragraph) and others:
            first = Paragraph((Strong(first.children, first.span),), first.span)
        under = (*((first,) if first else ()), *others, *((Paragraph(slide.when, slide.span),) if slide.when else ()))
        if under:
            text, place = self._paragraphs(writer, under, (22, 20, 18), self.places.cover_byline, "tx1")
            canvas.placeholder("Byline", f'type="subTitle" idx="{layouts.BODY}"', text)
        return canvas

    def _paragraphs(
        self, writer: Writer, blocks: tuple[Block, ...], sizes: tuple[float, ...], box: Box, color: str
    ) -> tuple[str, Box]:
        """Paragraphs at the largest size at which they stand in a box."""
        pieces = [piece for piece in self.measurer.flow.pieces(blocks) if isinstance(piece, Line)]
        for size in sizes:
            if self.measurer.lines_height(pieces, size, box.width) <= box.height:
                break
        return writer.lines(pieces, size, LineLook(color, color, color)), box

    def _brief(self, slide: Slide) -> bool:
        """Whether a closing slide's body is a few words, so that it can be set big."""
        pieces = self.measurer.flow.pieces((*slide.lead, *slide.body))
        if not all(isinstance(piece, Line) and piece.role != "footnote" for piece in pieces):
            return False
        lines = [piece for piece in pieces if isinstance(piece, Line)]
        box = self.places.section_text
        return not slide.when and self.measurer.lines_height(lines, 20, box.width) <= box.height

    def _section(self, slide: Slide, layout: str, number: int) -> Canvas:
        canvas = Canvas(layout)
        writer, on = self._writer(canvas), on_tone(self.theme.colors, slide.tone if layout != layouts.CLOSING else "")
        sizes = _COVER_TITLES if layout == layouts.CLOSING else _SECTION_TITLES
        self._title(canvas, slide, 'type="title"', self._title_size(slide, sizes, self.places.section_title), None, on)
        when: tuple[Block, ...] = (Paragraph(slide.when, slide.span),) if slide.when else ()
        under = (*slide.lead, *slide.subtitle, *when, *slide.body)
        if under:
            text, _ = self._paragraphs(writer, under, (28, 26, 24, 22, 20, 18), self.places.section_text, on)
            canvas.placeholder("Text", f'type="body" idx="{layouts.BODY}"', text)
        if layout != layouts.CLOSING:
            self._number(canvas, number)
        return canvas

    # ── content ──

    def _content(self, slide: Slide, number: int) -> Canvas:
        pieces = self.measurer.flow.pieces(slide.body, slide.depth)
        worded = slide.lead or slide.when or any(isinstance(piece, Line) for piece in pieces)
        canvas = Canvas(layouts.layout_name(layouts.CONTENT if worded else layouts.DRAWING, slide.tone))
        size, _ = self.measurer.title(slide.heading)
        self._title(canvas, slide, 'type="title"', size, None, "accent4")
        top = self.places.body.y
        if slide.when:
            self._badge(canvas, slide)
            top += self.places.badge_room
        if slide.lead:
            top = self._lead(canvas, slide, top)
        room = Box(self.places.body.x, top, self.places.body.width, self.places.body.y + self.places.body.height - top)
        strong = TONES[slide.tone] if slide.tone else "accent2"
        reason = "accent4" if slide.when and any(isinstance(piece, Line) and piece.mark for piece in pieces) else ""
        look = LineLook("", "accent4", strong, reason=reason)
        writer = self._writer(canvas)
        stack = Stack(canvas, writer, self.measurer, self.theme, look, self.pictures, slide.size, self.deck.language)
        stack.place(pieces, room, moved=bool(slide.lead or slide.when))
        self._footer(canvas, number)
        return canvas

    def _badge(self, canvas: Canvas, slide: Slide) -> None:
        writer, words = self._writer(canvas), plain(slide.when)
        width = self.measurer.badge(slide)
        body = self.places.body
        x = body.x + body.width - width if self.rtl else body.x
        runs = writer.runs(slide.when, Voice(BADGE_SIZE, on_tone(self.theme.colors, slide.tone), bold=True))
        text = writer.set(runs, words, Voice(BADGE_SIZE), align="ctr")
        box = Box(x, self.places.badge.y, width, self.places.badge.height)
        canvas.badge("Time frame", box, TONES[slide.tone], text)

    def _lead(self, canvas: Canvas, slide: Slide, top: float) -> float:
        """The lead, and where the body begins below it. A lead alone stands in the middle."""
        writer = self._writer(canvas)
        size, height = self.measurer.lead(slide)
        pieces = self.measurer.flow.pieces(slide.lead)
        voice = Voice(size)
        text = "".join(
            writer.paragraph(piece.inlines, voice, more='<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/>')
            for piece in pieces
            if isinstance(piece, Line)
        )
        if not slide.body:
            top += max(0.0, (self.places.body.y + self.places.body.height - top - height) * 0.38)
        box = Box(self.places.body.x, top, self.places.body.width, height)
        canvas.placeholder("Lead", f'type="body" sz="quarter" idx="{layouts.LEAD}"', text, box)
        return top + height + self.measurer.frame.gap

    def _footer(self, canvas: Canvas, number: int) -> None:
        title = plain(self.deck.slides[0].title).strip() if self.deck.slides[0].kind == "title" else ""
        if title and self.measurer.heading_lines(title, 11, self.places.footer.width) == 1:
            writer = self._writer(canvas)
            text = writer.set(writer.said(title, Voice(11)), title, Voice(11))
            canvas.placeholder("Footer", f'type="ftr" sz="quarter" idx="{layouts.FOOTER}"', text)
        self._number(canvas, number)

    def _number(self, canvas: Canvas, number: int) -> None:
        text = (
            '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{tag(self.deck.language)}" sz="1100" dirty="0"/><a:t>{number}</a:t></a:fld></a:p>'
        )
        canvas.placeholder("Slide Number", f'type="sldNum" sz="quarter" idx="{layouts.NUMBER}"', text)
