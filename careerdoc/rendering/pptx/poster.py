"""A poster as one slide of its size: panels that can be edited, where the poster's own layout puts them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import Figure, Paragraph, Table, Text, plain
from careerdoc.findings import Finding, Level
from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.deck import Flow, Line, Picture
from careerdoc.rendering.deck.measurer import HEAVIER, STRETCH
from careerdoc.rendering.figures import read_timeline
from careerdoc.rendering.measure import line_count, line_height
from careerdoc.rendering.poster import SCALE, lay_out, poster_of, sheet
from careerdoc.rendering.poster.head import BYLINE_GAP, BYLINE_LEADING, LEAD_GAP, LEAD_LEADING, TITLE_LEADING, texts_of
from careerdoc.rendering.pptx import layouts, timeline
from careerdoc.rendering.pptx.canvas import Canvas
from careerdoc.rendering.pptx.geometry import LARGEST_SHEET, Box
from careerdoc.rendering.pptx.languages import tallest_in
from careerdoc.rendering.pptx.look import NO_LINE, TONES, solid
from careerdoc.rendering.pptx.panels import PanelLook, PanelPlan, Planner
from careerdoc.rendering.pptx.tables import table_xml
from careerdoc.rendering.pptx.text import Voice, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.deck import Piece
    from careerdoc.rendering.poster import PlacedPanel, PosterLayout
    from careerdoc.rendering.theme import Style, Theme

DEFAULT_SHEET = "36x24in"
_SLACKS = (STRETCH, 1.12, 1.0, 0.9, 0.8)
_SHARES = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7)
"""Sizes of the panels' text beside the layout's, the first at which every panel holds its words."""

_COLORS = {**TONES, "plain": "accent1", "closing": "accent3", "note": "accent5"}


def sheet_of(document: Document, findings: list[Finding]) -> tuple[float, float]:
    """Width and height in points; an unknown size is told in a finding and the usual one taken."""
    wanted = document.settings.get("size", DEFAULT_SHEET)
    size = sheet(wanted)
    if size is None or max(size) > LARGEST_SHEET:
        hint = "known sizes: 36x24in, 48x36in, a0, a1, a2, each with -portrait too"
        findings.append(Finding("CD034", Level.WARNING, f'"{wanted}" is not a poster size', None, hint, wanted))
        size = sheet(DEFAULT_SHEET)
    return size or (2592.0, 1728.0)


class PosterWriter:
    """Writes one poster."""

    def __init__(
        self,
        document: Document,
        shown: Mapping[str, bytes],
        theme: Theme,
        pictures: Mapping[str, tuple[float, float]],
        size: tuple[float, float],
        findings: list[Finding],
    ) -> None:
        self.tallest = tallest_in(document)
        self.theme, self.pictures, self.language = theme, pictures, document.metadata.language
        self.poster = poster_of(document)
        self.flow = Flow(document.shape == "outline", shown, side_by_side=False)
        self.layout, self.plans, self.slack = self._laid_out(size, shown)
        findings.extend(self.layout.findings)
        self.drawn = Canvas()
        numbers = {label: number for number, label in enumerate(self.poster.notes, 1)}
        self.writer = Writer(self.language, numbers, shown, self.drawn.link, findings)

    def _laid_out(
        self, size: tuple[float, float], shown: Mapping[str, bytes]
    ) -> tuple[PosterLayout, list[PanelPlan], float]:
        """The layout, its panels, and how much wider fonts it has room for.

        Room for wider fonts comes from the layout; where that would cost words, from smaller letters.
        """
        for slack in _SLACKS:
            layout = lay_out(self.poster, self.theme, *size, resources=shown, language=self.language, slack=slack)
            planner = Planner(self.theme, self.flow, self.language, layout.body, self.tallest)
            for share in _SHARES:
                plans = [planner.plan(placed, layout.body * share) for placed in self._placed(layout)]
                if all(plan.holds for plan in plans):
                    break
            if not any(finding.code == "CD032" for finding in layout.findings):
                break
        return layout, plans, slack

    def _placed(self, layout: PosterLayout) -> tuple[PlacedPanel, ...]:
        """The panels of a layout, which begin at the right where text does."""
        if not is_rtl_language(self.language):
            return layout.panels
        return tuple(
            replace(one, box=replace(one.box, x=layout.width - one.box.x - one.box.width)) for one in layout.panels
        )

    def canvas(self) -> Canvas:
        """The slide."""
        self._head()
        self._figure()
        for plan in self.plans:
            self._panel(plan)
        return self.drawn

    # ── the head ──

    def _head(self) -> None:
        layout, head, body = self.layout, self.layout.head, self.layout.body
        edge = body * 0.22
        self.drawn.shape("Band", "rect", Box(0, 0, layout.width, head.height), solid("accent1") + NO_LINE)
        self.drawn.shape("Edge", "rect", Box(0, head.height - edge, layout.width, edge), solid("accent3") + NO_LINE)
        y = head.pad
        y += self._said("Title", 'type="title"', self.poster.title, head.title, TITLE_LEADING, y)
        lead = _one_line(self.poster.lead)
        if lead:
            y += LEAD_GAP * head.title
            kind = f'type="body" sz="quarter" idx="{layouts.LEAD}"'
            y += self._said("Lead", kind, lead, head.lead, LEAD_LEADING, y)
        byline = _one_line(self.poster.byline)
        if byline:
            y += BYLINE_GAP * head.title
            kind = f'type="subTitle" idx="{layouts.BODY}"'
            self._said("Byline", kind, byline, head.byline, BYLINE_LEADING, y)

    def _said(self, name: str, kind: str, inlines: tuple[Inline, ...], size: float, leading: float, y: float) -> float:
        """A part of the head in its placeholder, and how high it is."""
        layout, font = self.layout, self.theme.body if name == "Byline" else self.theme.heading
        style: Style = "regular" if name == "Byline" else "bold"
        room = layout.width - 2 * layout.margin

        def lines(own: float, wider: float) -> int:
            return line_count(plain(inlines), font, own * wider, room, style)

        planned = lines(size, self.slack)
        own = next(
            (size * share for share in _SHARES if lines(size * share, STRETCH * HEAVIER) <= planned), size * _SHARES[-1]
        )
        high = planned * size * leading
        percent = round(leading * size / max(line_height(font, size), self.tallest * size) * 100)
        more = f'<a:lnSpc><a:spcPct val="{percent}000"/></a:lnSpc><a:buNone/>'
        serif = "+mj-lt" if name == "Lead" else ""
        voice = Voice(round(own, 1), bold=name == "Title", italic=name == "Lead" and self.writer.plain, face=serif)
        box = Box(layout.margin, y, room, high)
        self.drawn.placeholder(name, kind, self.writer.paragraph(inlines, voice, more=more), box)
        return high

    def _figure(self) -> None:
        figure, layout = self.poster.figure, self.layout
        told_there = read_timeline(figure) if figure else None
        if told_there is None or layout.drawing is None or layout.figure is None:
            return
        box = Box(layout.figure.x, layout.figure.y, layout.figure.width, layout.figure.height)
        self._sheet("Timeline panel", box, "accent1", "")
        at = Box(box.x + SCALE.panel_x * layout.body, box.y + SCALE.panel_top * layout.body, box.width, box.height)
        size = layout.drawing.size / STRETCH
        timeline.Brush(self.drawn, self.writer, self.theme, layout.drawing, at, size).draw(told_there)

    # ── panels ──

    def _sheet(self, name: str, box: Box, color: str, paragraphs: str) -> None:
        body = self.layout.body
        inset = (SCALE.panel_x * body, SCALE.panel_top * body)
        self.drawn.panel(
            name, box, f"{solid('bg1')}{NO_LINE}", paragraphs or self.writer.set("", "", Voice(body)), inset
        )
        self.drawn.shape("Edge", "rect", Box(box.x, box.y, box.width, 0.24 * body), solid(color) + NO_LINE)

    def _panel(self, plan: PanelPlan) -> None:
        tone = plan.panel.tone
        color = _COLORS.get(tone, "accent1")
        look = PanelLook("", "accent4", color if tone in {"short", "long"} else "accent1")
        text = self._title(plan.panel.title, plan.size, look)
        if plan.first:
            text += self.writer.lines(plan.first, plan.size, look)
        self._sheet("Panel", plan.box, color, text)
        for segment, box in plan.others:
            self._segment(segment, box, plan, look)

    def _title(self, title: tuple[Inline, ...], body: float, look: PanelLook) -> str:
        if not title:
            return ""
        gap = round(SCALE.title_gap * body * 100)
        more = f'<a:lnSpc><a:spcPct val="84000"/></a:lnSpc><a:spcAft><a:spcPts val="{gap}"/></a:spcAft><a:buNone/>'
        voice = Voice(round(body * SCALE.heading, 1), look.strong, bold=True, face="+mj-lt")
        return self.writer.paragraph(title, voice, more=more)

    def _segment(self, segment: list[Piece], box: Box, plan: PanelPlan, look: PanelLook) -> None:
        first = segment[0]
        if isinstance(first, Line):
            lines = [piece for piece in segment if isinstance(piece, Line)]
            self.drawn.text("Text", box, self.writer.lines(lines, plan.size, look))
        elif isinstance(first, Table):
            words = ", ".join(plain(cell) for cell in first.header if plain(cell).strip())
            shape = plan.measurer.table(first, plan.size)
            self.drawn.table("Table", box, table_xml(first, shape, self.writer), words)
        elif isinstance(first, Picture):
            wide, high = self.pictures[first.image.target]
            scale = min(box.width / wide, box.height / high)
            x = box.x + box.width - wide * scale if self.writer.rtl else box.x
            place = Box(x, box.y, wide * scale, high * scale)
            self.drawn.picture("Picture", place, first.image.target, first.image.alt or first.image.title)
        elif isinstance(first, Figure) and (there := read_timeline(first)) is not None:
            drawing = timeline.planned(there, self.theme, box, self.language)
            timeline.Brush(self.drawn, self.writer, self.theme, drawing, box, drawing.size / STRETCH).draw(there)


def _one_line(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """The paragraphs of a lead or byline as one."""
    parts: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.extend((Text(" · ", block.span), *block.children) if parts else block.children)
    if not parts and blocks:
        parts.append(Text(" · ".join(texts_of(blocks)), blocks[0].span))
    return tuple(parts)
