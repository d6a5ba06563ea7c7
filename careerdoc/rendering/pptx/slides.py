"""The slides of a deck as XML: each in the layout of its kind, its words in the layout's placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Strong, plain
from careerdoc.rendering.deck import Line
from careerdoc.rendering.deck.measurer import BADGE as BADGE_SIZE
from careerdoc.rendering.pptx.canvas import Canvas
from careerdoc.rendering.pptx.geometry import PLACES, Box
from careerdoc.rendering.pptx.languages import tag
from careerdoc.rendering.pptx.look import TONES, on_tone
from careerdoc.rendering.pptx.stacking import Stack
from careerdoc.rendering.pptx.stages import Slot
from careerdoc.rendering.pptx.text import LineLook, Voice, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block
    from careerdoc.findings import Finding
    from careerdoc.rendering.deck import Deck, Measurer, Slide
    from careerdoc.rendering.pptx.stages import Stage, Stages
    from careerdoc.rendering.theme import Theme

_TITLES = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
_NO_BREAK = "\u00a0"
_TIGHT = '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
_LEVEL = f'{_TIGHT}<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'


@dataclass(slots=True)
class SlideWriter:
    """Writes the slides of one deck on its stages."""

    resources: Mapping[str, bytes]
    deck: Deck
    theme: Theme
    measurer: Measurer
    pictures: Mapping[str, tuple[float, float]]
    findings: list[Finding]
    stages: Stages

    def slide(self, slide: Slide, number: int) -> Canvas:
        """One slide."""
        match slide.kind:
            case "title":
                return self._cover(slide)
            case "section":
                return self._section(slide, self.stages.section[slide.tone], number)
            case "closing" if self._brief(slide):
                return self._section(slide, self.stages.closing, number)
            case _ if not (slide.body or slide.lead or slide.when):
                return self._section(slide, self.stages.section[slide.tone], number)
            case _:
                return self._content(slide, number)

    def _writer(self, canvas: Canvas) -> Writer:
        own = self.stages.own
        return Writer(self.deck.language, self.deck.footnotes, self.resources, canvas.link, self.findings, sided=own)

    # ── titles ──

    def _title(
        self, canvas: Canvas, slide: Slide, slot: Slot, size: float, soft: str = "", *, moved: bool = False
    ) -> None:
        writer, own = self._writer(canvas), self.stages.own
        runs = writer.runs(slide.title, Voice(size, bold=own and self.theme.heading.has_bold))
        if slide.suffix:
            runs += writer.said(" " + slide.suffix.replace(" ", _NO_BREAK), Voice(max(round(size * 0.6), 18), soft))
        text = writer.set(runs, plain(slide.title), Voice(size), more="" if own else _LEVEL)
        canvas.place("Title", slot, text, slot.box if moved else None)

    def _title_size(self, slide: Slide, slot: Slot) -> float:
        """The largest size at which the title stands in its place without breaking a word, if there is one."""
        box, sizes = slot.room, [size for size in _TITLES if size <= slot.size]
        for size in sizes:
            lines = self.measurer.heading_lines(slide.heading, size, box.width)
            whole = self.measurer.widest_word(slide.heading, size) <= box.width
            if whole and lines * self.measurer.heading_line(size) <= box.height:
                return size
        return _TITLES[-1]

    def _cover(self, slide: Slide) -> Canvas:
        stage = self.stages.title_with_lead if slide.lead else self.stages.title
        canvas = Canvas(stage.layout, slots=stage.slots)
        writer = self._writer(canvas)
        size = self._title_size(slide, stage.title)
        self._title(canvas, slide, stage.title, size, stage.on, moved=stage.title != self.stages.title.title)
        above: tuple[Block, ...] = ()
        if slide.lead and stage.lead:
            text = self._paragraphs(writer, slide.lead, (28, 24, 22, 20, 18), stage.lead, stage.on)
            canvas.place("Lead", stage.lead, text, stage.lead.box)
        else:
            above = slide.lead
        first, *others = slide.subtitle or (None,)
        if isinstance(first, Paragraph) and others:
            first = Paragraph((Strong(first.children, first.span),), first.span)
        when = (Paragraph(slide.when, slide.span),) if slide.when else ()
        under = (*above, *((first,) if first else ()), *others, *when)
        if under:
            text = self._paragraphs(writer, under, (22, 20, 18), stage.text, stage.under)
            canvas.place("Byline", stage.text, text)
        return canvas

    def _paragraphs(
        self, writer: Writer, blocks: tuple[Block, ...], sizes: tuple[float, ...], slot: Slot, color: str
    ) -> str:
        """Paragraphs at the largest size at which they stand in a slot."""
        pieces = [piece for piece in self.measurer.flow.pieces(blocks) if isinstance(piece, Line)]
        color = color if slot.kind or color else "tx1"
        for size in sizes if self.stages.own else (*sizes, 16, 14, 12):
            if self.measurer.lines_height(pieces, size, slot.room.width) <= slot.room.height:
                break
        return writer.lines(pieces, size, LineLook(color, color, color or "tx1", spaced=not self.stages.own))

    def _brief(self, slide: Slide) -> bool:
        """Whether a closing slide's body is a few words, so that it can be set big."""
        pieces = self.measurer.flow.pieces((*slide.lead, *slide.body))
        if not all(isinstance(piece, Line) and piece.role != "footnote" for piece in pieces):
            return False
        lines = [piece for piece in pieces if isinstance(piece, Line)]
        box = self.stages.closing.text.room
        return not slide.when and self.measurer.lines_height(lines, 20, box.width) <= box.height

    def _section(self, slide: Slide, stage: Stage, number: int) -> Canvas:
        canvas = Canvas(stage.layout, slots=stage.slots)
        self._title(canvas, slide, stage.title, self._title_size(slide, stage.title), stage.on)
        when: tuple[Block, ...] = (Paragraph(slide.when, slide.span),) if slide.when else ()
        under = (*slide.lead, *slide.subtitle, *when, *slide.body)
        if under:
            text = self._paragraphs(self._writer(canvas), under, (28, 26, 24, 22, 20, 18), stage.text, stage.on)
            canvas.place("Text", stage.text, text)
        self._number(canvas, stage, number)
        return canvas

    # ── content ──

    def _content(self, slide: Slide, number: int) -> Canvas:
        pieces = self.measurer.flow.pieces(slide.body, slide.depth)
        worded = slide.lead or slide.when or any(isinstance(piece, Line) for piece in pieces)
        stage = (self.stages.content if worded else self.stages.drawing)[slide.tone]
        canvas, body = Canvas(stage.layout, slots=stage.slots), stage.text.box
        size, _ = self.measurer.title(slide.heading)
        self._title(canvas, slide, stage.title, size, stage.on)
        top = body.y
        if slide.when:
            self._badge(canvas, slide, body)
            top += PLACES.badge_room
        if slide.lead:
            top = self._lead(canvas, slide, stage, top)
        room = Box(body.x, top, body.width, body.y + body.height - top)
        strong = TONES[slide.tone] if slide.tone else "accent2"
        reason = "accent4" if slide.when and any(isinstance(piece, Line) and piece.mark for piece in pieces) else ""
        look = LineLook("", "accent4", strong, reason=reason, spaced=not self.stages.own, bulleted=stage.text.bulleted)
        writer = self._writer(canvas)
        stack = Stack(
            canvas, writer, self.measurer, self.theme, look, self.pictures, slide.size, self.deck.language, stage.text
        )
        stack.place(pieces, room, moved=bool(slide.lead or slide.when))
        self._footer(canvas, stage, number)
        return canvas

    def _badge(self, canvas: Canvas, slide: Slide, body: Box) -> None:
        writer, words = self._writer(canvas), plain(slide.when)
        width = self.measurer.badge(slide)
        x = body.x + body.width - width if self.stages.rtl else body.x
        runs = writer.runs(slide.when, Voice(BADGE_SIZE, on_tone(self.theme.colors, slide.tone), bold=True))
        text = writer.set(runs, words, Voice(BADGE_SIZE), align="ctr")
        box = Box(x, body.y + PLACES.badge.y - PLACES.body.y, width, PLACES.badge.height)
        canvas.badge("Time frame", box, TONES[slide.tone], text)

    def _lead(self, canvas: Canvas, slide: Slide, stage: Stage, top: float) -> float:
        """The lead, and where the body begins below it. A lead alone stands in the middle."""
        writer, body = self._writer(canvas), stage.text.box
        size, height = self.measurer.lead(slide)
        pieces = self.measurer.flow.pieces(slide.lead)
        voice = Voice(size) if stage.lead else Voice(size, "accent2", face="+mj-lt")
        text = "".join(
            writer.paragraph(piece.inlines, voice, more=f"{_TIGHT}<a:buNone/>")
            for piece in pieces
            if isinstance(piece, Line)
        )
        if not slide.body:
            top += max(0.0, (body.y + body.height - top - height) * 0.38)
        box = Box(body.x, top, body.width, height)
        canvas.place("Lead", stage.lead or Slot("", box), text, box)
        return top + height + self.measurer.frame.gap

    def _footer(self, canvas: Canvas, stage: Stage, number: int) -> None:
        slot, title = stage.footer, stage.words
        if not title and self.deck.slides[0].kind == "title":
            title = plain(self.deck.slides[0].title).strip()
        if slot and title and (stage.words or self.measurer.heading_lines(title, 11, slot.box.width) == 1):
            writer, voice = self._writer(canvas), Voice(11) if self.stages.own else Voice(0)
            canvas.place("Footer", slot, writer.set(writer.said(title, voice), title, voice))
        self._number(canvas, stage, number)

    def _number(self, canvas: Canvas, stage: Stage, number: int) -> None:
        if stage.number is None:
            return
        size = ' sz="1100"' if self.stages.own else ""
        text = (
            '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="{tag(self.deck.language)}"{size} dirty="0"/><a:t>{number}</a:t></a:fld></a:p>'
        )
        canvas.place("Slide Number", stage.number, text)
