"""A poster as one slide of its size: panels that can be edited, where the poster's own layout puts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import Figure, Paragraph, Table, Text, plain
from careerdoc.findings import Finding, Level
from careerdoc.rendering.deck import Flow, Frame, Line, Measurer, Picture
from careerdoc.rendering.deck.measurer import STRETCH
from careerdoc.rendering.deck.telling import told
from careerdoc.rendering.figures import read_timeline
from careerdoc.rendering.measure import line_count, line_height
from careerdoc.rendering.poster import SCALE, lay_out, poster_of, sheet
from careerdoc.rendering.poster.head import BYLINE_GAP, BYLINE_LEADING, LEAD_GAP, LEAD_LEADING, TITLE_LEADING, texts_of
from careerdoc.rendering.pptx import layouts, timeline
from careerdoc.rendering.pptx.canvas import Canvas
from careerdoc.rendering.pptx.geometry import LARGEST_SHEET, Box
from careerdoc.rendering.pptx.look import NO_LINE, TONES, solid
from careerdoc.rendering.pptx.stacking import segments_of
from careerdoc.rendering.pptx.tables import table_xml
from careerdoc.rendering.pptx.text import LineLook, Voice, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.deck import Piece
    from careerdoc.rendering.deck.flow import Role
    from careerdoc.rendering.poster import PlacedPanel
    from careerdoc.rendering.theme import Theme

DEFAULT_SHEET = "36x24in"
_SIZES: dict[Role, float] = {
    "heading": SCALE.subheading,
    "lead": 1.2,
    "when": 0.95,
    "code": 0.9,
    "footnote": SCALE.small,
}
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


@dataclass(frozen=True)
class _PanelLook(LineLook):
    """Lines of a panel, in the poster's own scale."""

    def size(self, role: Role, size: float) -> float:
        return round(size * _SIZES.get(role, 1.0), 1)

    def gap(self, line: Line) -> float:
        return 0.7 if line.role == "heading" else line.gap

    def voice(self, line: Line, size: float) -> Voice:
        return Voice(size, "tx1", bold=True) if line.role == "heading" else LineLook.voice(self, line, size)


class PosterWriter:
    """Writes one poster."""

    def __init__(  # noqa: PLR0913, PLR0917 - a sheet has that many givens
        self,
        document: Document,
        shown: Mapping[str, bytes],
        theme: Theme,
        pictures: Mapping[str, tuple[int, int]],
        size: tuple[float, float],
        findings: list[Finding],
    ) -> None:
        self.theme, self.pictures, self.language = theme, pictures, document.metadata.language
        self.poster = poster_of(document)
        self.layout = lay_out(self.poster, theme, *size, resources=shown, language=self.language, slack=STRETCH)
        findings.extend(self.layout.findings)
        self.flow = Flow(document.shape == "outline", shown)
        self.drawn = Canvas(layouts.POSTER)
        numbers = {label: number for number, label in enumerate(self.poster.notes, 1)}
        self.writer = Writer(self.language, numbers, shown, self.drawn.link, findings)

    def canvas(self) -> Canvas:
        """The slide."""
        self._head()
        self._figure()
        for placed in self.layout.panels:
            self._panel(placed)
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

    def _said(  # noqa: PLR0913, PLR0917 - what a part of the head is made of
        self, name: str, kind: str, inlines: tuple[Inline, ...], size: float, leading: float, y: float
    ) -> float:
        """A part of the head in its placeholder, and how high it is."""
        layout = self.layout
        serif = name != "Byline"
        font = self.theme.heading if serif else self.theme.body
        room = layout.width - 2 * layout.margin
        lines = line_count(plain(inlines), font, size * STRETCH, room, "bold" if serif else "regular")
        high = lines * size * leading
        percent = round(leading * size / line_height(font, size) * 100)
        more = f'<a:lnSpc><a:spcPct val="{percent}000"/></a:lnSpc><a:buNone/>'
        voice = Voice(size, bold=name == "Title", italic=name == "Lead", face="+mj-lt" if name == "Lead" else "")
        text = self.writer.paragraph(inlines, voice, more=more)
        self.drawn.placeholder(name, kind, text, Box(layout.margin, y, room, high))
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

    def _panel(self, placed: PlacedPanel) -> None:
        panel, body = placed.panel, self.layout.body
        box = Box(placed.box.x, placed.box.y, placed.box.width, placed.box.height)
        color = _COLORS.get(panel.tone, "accent1")
        ink = color if panel.tone in {"short", "long"} else "accent1"
        inner = box.width - 2 * SCALE.panel_x * body
        frame = Frame(inner, body, inner, box.height * 0.9, 0.0, body * SCALE.paragraph_gap)
        measurer = Measurer(self.theme, frame, self.flow, language=self.language, largest_table=body * 0.92)
        segments = segments_of(self.flow.pieces(told(panel.blocks, lambda block: _shown(block, measurer))))
        look = _PanelLook("", "accent4", ink, 108)
        text = self._title(panel.title, ink)
        first = segments.pop(0) if segments and isinstance(segments[0][0], Line) else []
        if first:
            text += self.writer.lines([piece for piece in first if isinstance(piece, Line)], body, look)
        self._sheet("Panel", box, color, text)
        y = box.y + SCALE.panel_top * body + self._title_height(panel.title, inner) + _high(first, measurer, body)
        for segment in segments:
            y += SCALE.paragraph_gap * body
            room = Box(box.x + SCALE.panel_x * body, y, inner, _high(segment, measurer, body))
            self._segment(segment, room, measurer, look)
            y += room.height

    def _title(self, title: tuple[Inline, ...], ink: str) -> str:
        if not title:
            return ""
        size = self.layout.body * SCALE.heading
        gap = round(SCALE.title_gap * self.layout.body * 100)
        more = f'<a:lnSpc><a:spcPct val="84000"/></a:lnSpc><a:spcAft><a:spcPts val="{gap}"/></a:spcAft><a:buNone/>'
        return self.writer.paragraph(title, Voice(round(size, 1), ink, bold=True, face="+mj-lt"), more=more)

    def _title_height(self, title: tuple[Inline, ...], width: float) -> float:
        size = self.layout.body * SCALE.heading
        lines = line_count(plain(title), self.theme.heading, size * STRETCH, width, "bold") if title else 0
        return lines * size * SCALE.heading_leading + (SCALE.title_gap * self.layout.body if title else 0.0)

    def _segment(self, segment: list[Piece], box: Box, measurer: Measurer, look: LineLook) -> None:
        body, first = self.layout.body, segment[0]
        if isinstance(first, Line):
            lines = [piece for piece in segment if isinstance(piece, Line)]
            self.drawn.text("Text", box, self.writer.lines(lines, body, look))
        elif isinstance(first, Table):
            words = ", ".join(plain(cell) for cell in first.header if plain(cell).strip())
            shape = measurer.table(first, body)
            self.drawn.table("Table", box, table_xml(first, shape, self.writer), words)
        elif isinstance(first, Picture):
            wide, high = self.pictures[first.image.target]
            scale = min(box.width / wide, box.height / high)
            place = Box(box.x, box.y, wide * scale, high * scale)
            self.drawn.picture("Picture", place, first.image.target, first.image.alt or first.image.title)
        elif (there := read_timeline(first)) is not None:
            drawing = timeline.planned(there, self.theme, box, self.language)
            timeline.Brush(self.drawn, self.writer, self.theme, drawing, box, drawing.size / STRETCH).draw(there)


def _high(segment: list[Piece], measurer: Measurer, body: float) -> float:
    """Height of a segment in a panel in points."""
    lines = [piece for piece in segment if isinstance(piece, Line)]
    if lines:
        return measurer.lines_height(lines, body, measurer.frame.width) * 1.1
    if segment and isinstance(segment[0], Picture):
        return SCALE.image_height * body
    return measurer.piece(segment[0], body) if segment else 0.0


def _shown(block: Table | Figure, measurer: Measurer) -> bool:
    return measurer.figure(block) is not None if isinstance(block, Figure) else measurer.columns_fit(block)


def _one_line(blocks: tuple[Block, ...]) -> tuple[Inline, ...]:
    """The paragraphs of a lead or byline as one."""
    parts: list[Inline] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.extend((Text(" · ", block.span), *block.children) if parts else block.children)
    if not parts and blocks:
        parts.append(Text(" · ".join(texts_of(blocks)), blocks[0].span))
    return tuple(parts)
