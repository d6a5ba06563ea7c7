"""Web pages: one file that stands alone. Its body is also what becomes a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.typography import typeset
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.coverage import uncounted
from careerdoc.rendering.html.body import Body
from careerdoc.rendering.html.manuscript import before_number, page_sheets
from careerdoc.rendering.html.page import metadata, page
from careerdoc.rendering.html.pictures import EmbeddedPictures, Pictures, missing, picture_type
from careerdoc.rendering.html.poster import poster_body
from careerdoc.rendering.html.prose import prose_body
from careerdoc.rendering.html.slides import slides_body
from careerdoc.rendering.html.style import direction, faces, quoted, style
from careerdoc.rendering.theme import for_paper

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import Theme

__all__ = [
    "Body",
    "Pictures",
    "before_number",
    "body_of",
    "direction",
    "faces",
    "metadata",
    "missing",
    "page_sheets",
    "picture_type",
    "quoted",
    "render",
    "style",
]


def render(document: Document, theme: Theme) -> Rendering:
    """The document as one HTML file: a page to read, slides to show, or a sheet as large as the window."""
    document, theme = typeset(document), for_paper(theme, document.shape)
    body = body_of(document, theme, EmbeddedPictures(document.resources))
    content = page(document, theme, body).encode("utf-8")
    return Rendering(content, (*body.findings, *uncounted(document, theme, "html")))


def body_of(document: Document, theme: Theme, pictures: Pictures, *, foot_notes: bool = False) -> Body:
    """What the page shows, by the document's shape. ``pictures`` gives the addresses that it shows pictures from.

    ``foot_notes`` tells whether what sets the pages can put footnotes at their feet.
    """
    match document.shape:
        case "slides":
            return slides_body(document, theme, pictures)
        case "poster":
            return poster_body(document, theme, pictures)
        case _:
            return prose_body(document, theme, pictures, foot_notes=foot_notes)
