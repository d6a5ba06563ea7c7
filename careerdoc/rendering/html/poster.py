"""A poster as the body of a page: boxes where the layout puts them, in ems of its body text."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from careerdoc.document.model import Heading, Paragraph, walk
from careerdoc.findings import Finding, Level
from careerdoc.rendering.html.blocks import BlockWriter
from careerdoc.rendering.html.body import Body
from careerdoc.rendering.html.markup import Markup, join, number, tag
from careerdoc.rendering.html.setting import Setting
from careerdoc.rendering.html.timeline import timeline_figure
from careerdoc.rendering.poster import FIGURE_SIZE, TIGHT, lay_out, poster_of, sheet
from careerdoc.rendering.poster.head import BYLINE_GAP, LEAD_GAP

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Document
    from careerdoc.rendering.html.pictures import Pictures
    from careerdoc.rendering.poster import Box, PlacedPanel, Poster, PosterLayout, Scale
    from careerdoc.rendering.theme import Theme

DEFAULT_SIZE = "36x24in"

BORDER = 0.24
"""Width of the rule above a panel, part of its padding."""


def poster_body(document: Document, theme: Theme, pictures: Pictures) -> Body:
    """The whole sheet, of the size in the document's settings; an unknown size is told in a finding."""
    wanted = document.settings.get("size", DEFAULT_SIZE)
    size, findings = sheet(wanted), []
    if size is None:
        hint = "known sizes: 36x24in, 48x36in, a0, a1, a2, each with -portrait too"
        findings.append(Finding("CD034", Level.WARNING, f'"{wanted}" is not a poster size', None, hint, wanted))
        size = sheet(DEFAULT_SIZE) or (2592.0, 1728.0)
    poster = poster_of(document)
    language = document.metadata.language
    layout = lay_out(poster, theme, *size, resources=document.resources, language=language, tight=TIGHT)
    column = layout.panels[0].box.width if layout.panels else layout.width
    setting = Setting(
        column - 2 * layout.scale.panel_x * layout.body, layout.body * FIGURE_SIZE, layout.height, notes=False
    )
    writer = BlockWriter(document, theme, pictures, setting, em=layout.body)
    drawn = _Sheet(poster, layout, writer)
    html = tag("main", *drawn.parts(), cls="sheet")
    rules = drawn.rules() + writer.rules.css()
    said = (*findings, *layout.findings, *pictures.findings)
    return Body(html, writer.sheets("poster"), rules, said, size, layout.body, scale_values(layout.scale))


def scale_values(scale: Scale) -> tuple[tuple[str, str], ...]:
    """What the style sheet of posters takes from the scale that the layout counts on, in ems."""
    given = {field.name: getattr(scale, field.name) for field in fields(scale)}
    given["title_space"] = scale.title_gap / scale.heading
    given["inner_top"] = scale.panel_top - BORDER
    given["inner_bottom"] = scale.panel_bottom - 0.35
    given["when_pad"] = (scale.when_height / scale.small - 1.25) / 2 - 0.03
    given["table_cell_x"], given["table_cell_y"] = scale.cell_x / 0.92, scale.cell_y / 0.92
    given["border"] = BORDER
    return tuple((f"p_{name}", number(value)) for name, value in given.items())


class _Sheet:
    """One laid-out poster."""

    def __init__(self, poster: Poster, layout: PosterLayout, writer: BlockWriter) -> None:
        self.poster, self.layout, self.writer = poster, layout, writer
        self.airs: dict[str, str] = {}
        self.side = "right" if writer.ways.rtl else "left"

    def em(self, points: float) -> str:
        """Points of the sheet in its ems."""
        return f"{number(points / self.layout.body)}em"

    def _airy(self, air: float) -> str:
        """The class of a panel with more space between its lines."""
        if air < 0.02:
            return ""
        return f" {self.airs.setdefault(number(air), f'a{len(self.airs) + 1}')}"

    def rules(self) -> str:
        """The sheet's own size: a hair less than the page, so that no engine rounds it up to a second one."""
        layout = self.layout
        airs = (
            f".{name} .flow>*+*,.{name} li+li,.{name} li>*+*{{padding-top:{air}em}}" for air, name in self.airs.items()
        )
        return f".sheet{{height:{self.em(layout.height - 0.5)};width:{self.em(layout.width)}}}" + "".join(airs)

    def parts(self) -> list[Markup]:
        return [self._band(), *self._figure(), *(self._panel(panel) for panel in self.layout.panels)]

    def _placed(self, box: Box) -> str:
        return self.writer.rules.name(
            f"{self.side}:{self.em(box.x)};top:{self.em(box.y)};width:{self.em(box.width)};height:{self.em(box.height)}"
        )

    # ── the head ──

    def _band(self) -> Markup:
        head, rule = self.layout.head, self.writer.rules.name
        parts: list[Markup] = []
        if self.poster.title:
            name = rule(f"font-size:{self.em(head.title)}")
            parts.append(tag("h1", self.writer.said(self.poster.title), cls=name))
        if self.poster.lead:
            space, size = rule(f"margin-top:{self.em(LEAD_GAP * head.title)}"), rule(f"font-size:{self.em(head.lead)}")
            parts.append(tag("div", tag("div", self.writer.headed(self.poster.lead), cls=size), cls=f"lead {space}"))
        if self.poster.byline:
            space, size = (
                rule(f"margin-top:{self.em(BYLINE_GAP * head.title)}"),
                rule(f"font-size:{self.em(head.byline)}"),
            )
            parts.append(tag("div", tag("div", self._byline(), cls=size), cls=f"byline {space}"))
        box = rule(f"height:{self.em(head.height)};padding:{self.em(head.pad)} {self.em(self.layout.margin)} 0")
        return tag("header", *parts, cls=f"band {box}")

    def _byline(self) -> Markup:
        """The paragraphs of the byline in one line."""
        lines = [b for b in walk(self.poster.byline) if isinstance(b, Paragraph | Heading)]
        parts: list[str] = []
        for line in lines:
            parts.extend([" · "] if parts else [])
            parts.append(self.writer.said(line.children))
        return tag("p", join(parts))

    # ── panels ──

    def _figure(self) -> list[Markup]:
        drawing, box, writer = self.layout.drawing, self.layout.figure, self.writer
        if drawing is None or box is None:
            return []
        drawn = timeline_figure(drawing, writer.theme.colors, writer.rules, self.layout.body)
        return [tag("figure", drawn, cls=f"panel figure {self._placed(box)}")]

    def _panel(self, placed: PlacedPanel) -> Markup:
        panel = placed.panel
        title = tag("h2", self.writer.said(panel.title)) if panel.title else ""
        placing = f"{self._placed(placed.box)}{self._airy(placed.air)}"
        content = tag("div", *map(self._block, panel.blocks), cls="flow")
        return tag("section", title, content, cls=f"panel {panel.tone} {placing}")

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Heading):
            return self.writer.heading(block, max(block.level, 3))
        return self.writer.block(block)
