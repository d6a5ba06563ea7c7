"""A deck from its document: told, fitted, written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.deck import Flow, Measurer, deck_of, fit
from careerdoc.rendering.pptx.base import open_base
from careerdoc.rendering.pptx.geometry import PLACES
from careerdoc.rendering.pptx.notes import notes_of
from careerdoc.rendering.pptx.pictures import sizes
from careerdoc.rendering.pptx.slides import SlideWriter
from careerdoc.rendering.pptx.write import add_notes, add_slide, finished

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.findings import Finding
    from careerdoc.rendering.theme import Theme


def make_deck(document: Document, theme: Theme) -> Rendering:
    """A deck of 16:9."""
    pictures = sizes(document.resources)
    shown = MappingProxyType({target: document.resources[target] for target in pictures})
    told = deck_of(document)
    flow = Flow(told.outline, shown)
    measurer = Measurer(theme, PLACES.frame, flow, told.language)
    deck = fit(told, measurer)
    findings: list[Finding] = []
    presentation = open_base(theme)
    writer = SlideWriter(shown, deck, theme, measurer, pictures, findings)
    for number, slide in enumerate(deck.slides, 1):
        part = add_slide(presentation, writer.slide(slide, number), shown)
        if slide.notes:
            add_notes(presentation, part, *notes_of(slide.notes, shown, deck, flow, findings))
    title = document.metadata.title or plain(deck.slides[0].title)
    return Rendering(finished(presentation, document, title), tuple(findings))
