"""A presentation from its document: told, fitted, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.deck import Flow, Measurer, deck_of, fit, remarks
from careerdoc.rendering.pptx.base import open_base
from careerdoc.rendering.pptx.geometry import LARGEST_SHEET, PLACES
from careerdoc.rendering.pptx.languages import tallest_in
from careerdoc.rendering.pptx.notes import notes_of
from careerdoc.rendering.pptx.pictures import shown_pictures
from careerdoc.rendering.pptx.poster import PosterWriter, sheet_of
from careerdoc.rendering.pptx.slides import SlideWriter
from careerdoc.rendering.pptx.staging import staged
from careerdoc.rendering.pptx.write import add_notes, add_slide, finished

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.findings import Finding
    from careerdoc.rendering.theme import Theme


def make_poster(document: Document, theme: Theme) -> Rendering:
    """One slide of the size that the document's settings say."""
    shown, pictures = shown_pictures(document.resources, LARGEST_SHEET)
    findings: list[Finding] = []
    size = sheet_of(document, findings)
    writer = PosterWriter(document, shown, theme, pictures, size, findings)
    presentation = open_base(theme, document.metadata.language, size)
    add_slide(presentation, writer.canvas(), shown)
    title = document.metadata.title or plain(writer.poster.title)
    return Rendering(finished(presentation, document, title), tuple(findings))


def make_deck(document: Document, theme: Theme) -> Rendering:
    """A deck: of 16:9, or as the theme's reference presentation has it."""
    shown, pictures = shown_pictures(document.resources, PLACES.slide.width)
    told = deck_of(document)
    flow = Flow(told.outline, shown)
    presentation, stages, theme = staged(theme, told.language)
    measurer = Measurer(theme, stages.frame, flow, language=told.language, tallest=tallest_in(document))
    deck = fit(told, measurer)
    findings: list[Finding] = list(remarks(told, deck))
    writer = SlideWriter(shown, deck, theme, measurer, pictures, findings, stages)
    for number, slide in enumerate(deck.slides, 1):
        part = add_slide(presentation, writer.slide(slide, number), shown)
        if slide.notes:
            add_notes(presentation, part, *notes_of(slide.notes, shown, deck, flow, findings))
    title = document.metadata.title or plain(deck.slides[0].title)
    return Rendering(finished(presentation, document, title), tuple(findings))
