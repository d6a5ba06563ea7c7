"""Documents as PowerPoint files: a deck of slides, or a poster as one slide of its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.rendering.contract import Rendering
    from careerdoc.rendering.theme import Theme

__all__ = ["render"]


def render(document: Document, theme: Theme) -> Rendering:
    """The document as a .pptx: one slide of the sheet's size if it is a poster, a deck of 16:9 otherwise."""
    from dataclasses import replace

    from careerdoc.document.typography import typeset
    from careerdoc.rendering.coverage import uncounted
    from careerdoc.rendering.pptx.making import make_deck, make_poster

    document = typeset(document)
    made = make_poster(document, theme) if document.shape == "poster" else make_deck(document, theme)
    return replace(made, findings=(*made.findings, *uncounted(document, theme, "pptx")))
