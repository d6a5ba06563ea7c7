"""A deck as the body of a page: one section for each slide, everything on it placed in font sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.rendering.deck import Flow, Frame, Measurer, deck_of, fit, remarks
from careerdoc.rendering.html.blocks import BlockWriter
from careerdoc.rendering.html.body import Body
from careerdoc.rendering.html.markup import Markup, join, number, tag
from careerdoc.rendering.html.setting import Setting
from careerdoc.rendering.theme import Design

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Block, Document
    from careerdoc.rendering.deck import Slide
    from careerdoc.rendering.html.pictures import Pictures
    from careerdoc.rendering.theme import Theme

WIDTH, HEIGHT = 960.0, 540.0
EM = 12.0
"""Points to the em of a slide."""

FRAME = Frame(title_width=832, title_height=84, width=832, height=336, badge=42)
STRETCH = 1.06
"""How much wider than measured text may come out: the faces are those of the theme, the rest is kerning."""

_FIGURE_SIZE = 21.0
_LONGEST_FOOT = 90
_CLOSING_ROOM = 180.0
_ALONE = 0.94
"""Share of a body's height that pictures may have where there is nothing else above or below."""
_PICTURE = 200.0
"""Greatest height of any other picture in points."""

UNDER = 24.0
"""Size in points of what stands under the title of a section."""


def slides_body(document: Document, theme: Theme, pictures: Pictures) -> Body:
    """All slides below one another; each fits on its page."""
    deck = deck_of(document)
    measurer = Measurer(theme, FRAME, Flow(deck.outline, document.resources), STRETCH, deck.language)
    told, deck = deck, fit(deck, measurer)
    said = (*pictures.findings, *remarks(told, deck))
    setting = Setting(FRAME.width, _FIGURE_SIZE, FRAME.height, deck.outline, notes=False, side_by_side=True)
    writer = BlockWriter(document, theme, pictures, setting, numbers=deck.footnotes)
    slides = _Slides(writer, measurer, _foot(document))
    html = tag("main", *(slides.slide(slide, n) for n, slide in enumerate(deck.slides, 1)), cls=_classes(theme.design))
    return Body(html, writer.sheets("slides"), writer.rules.css(), said, (WIDTH, HEIGHT), EM)


def _classes(design: Design) -> str:
    """The classes of a deck: those of its design where it is not the usual one."""
    usual = Design()
    own = {"cover": design.cover, "frame": design.frame}
    return " ".join(["deck", *(f"{part}-{name}" for part, name in own.items() if name != getattr(usual, part))])


def _foot(document: Document) -> str:
    title = document.metadata.title
    return title if len(title) <= _LONGEST_FOOT else title[: _LONGEST_FOOT - 1].rstrip() + "…"


class _Slides:
    """Slides of one deck."""

    def __init__(self, writer: BlockWriter, measurer: Measurer, foot: str) -> None:
        self.writer, self.measurer, self.foot = writer, measurer, foot

    def slide(self, slide: Slide, count: int) -> Markup:
        kind, parts = self._kind(slide)
        name = " ".join(filter(None, ("slide", kind, slide.tone)))
        foot = Markup("") if kind == "opening" else self._foot(count)
        return tag("section", *parts, foot, cls=name, id=f"slide-{count}")

    def _kind(self, slide: Slide) -> tuple[str, tuple[Markup, ...]]:
        match slide.kind:
            case "title":
                return "opening", self._opening(slide)
            case "section":
                return "section", self._section(slide)
            case "closing" if self.measurer.height(slide.body, slide.size or 24.0) <= _CLOSING_ROOM and not slide.lead:
                return "closing", self._section(slide)
            case _:
                return "content", self._content(slide)

    def _opening(self, slide: Slide) -> tuple[Markup, ...]:
        title = tag("div", self._title(slide, "h1", 1.2), cls="place")
        return tag("div", cls="band"), tag("div", cls="rule"), title, self._under(slide)

    def _section(self, slide: Slide) -> tuple[Markup, ...]:
        title = tag("div", self._title(slide, "h2", 1.2), cls="place")
        return title, tag("div", cls="bar"), self._under(slide)

    def _under(self, slide: Slide) -> Markup:
        self.writer.em = UNDER
        when = tag("p", self.writer.said(slide.when)) if slide.when else Markup("")
        blocks = (*slide.lead, *slide.subtitle, *slide.body)
        return tag("div", when, self.writer.headed(blocks, slide.depth), cls="under") if blocks or when else Markup("")

    def _content(self, slide: Slide) -> tuple[Markup, ...]:
        title = tag("div", tag("div", self._title(slide, "h2", 1.0), cls="place"), cls="title")
        badge = tag("div", tag("span", self.writer.said(slide.when), cls="when"), cls="badge") if slide.when else ""
        lead = self._sized("lead", slide.lead, self.measurer.lead(slide)[0]) if slide.lead else ""
        text = self._sized("text", slide.body, slide.size or 24.0, slide.depth) if slide.body else ""
        return tag("div", cls="edge"), title, tag("div", cls="bar"), tag("div", badge, lead, text, cls="body")

    def _sized(self, name: str, blocks: Sequence[Block], size: float, depth: int = 0) -> Markup:
        rule = self.writer.rules.name(f"font-size:{number(size / EM)}em")
        self.writer.em = size
        self.writer.tallest = FRAME.height * _ALONE if name == "text" and len(blocks) == 1 else _PICTURE
        written = self.writer.headed if name == "lead" else self.writer.blocks
        return tag("div", written(blocks, depth), cls=f"{name} {rule}")

    def _title(self, slide: Slide, name: str, factor: float) -> Markup:
        """The title at its size; a short one on a slide of its own is set larger."""
        size = self.measurer.title(slide.heading)[0]
        if factor > 1 and len(plain(slide.title)) <= 60:
            size *= factor
        suffix = f" {slide.suffix}" if slide.suffix else ""
        rule = self.writer.rules.name(f"font-size:{number(size / EM)}em")
        return tag(name, join((self.writer.said(slide.title), suffix)), cls=rule)

    def _foot(self, count: int) -> Markup:
        return tag("div", self.foot, tag("span", str(count), cls="count"), cls="foot")
