"""What the style sheets of an academic paper ask for, out of the theme's ``manuscript:``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.surnames import surname
from careerdoc.rendering.html.markup import number
from careerdoc.rendering.measure import line_height

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import HeadingLook, Manuscript, Theme


def manuscript_values(theme: Theme, manuscript: Manuscript) -> dict[str, str]:
    """Lengths in points and the looks of headings, by the names that the sheets use."""
    sizes = theme.sizes
    single, small = line_height(theme.body, sizes.body), line_height(theme.body, sizes.small)
    line = single * manuscript.lines
    looks = {f"look_{level}": _look(look) for level, look in enumerate(manuscript.headings, 1)}
    return {
        "line": number(line),
        "line_small": number(small * manuscript.note_lines),
        "first_line": number(manuscript.first_line),
        "quotation": number(manuscript.quotation),
        "hanging": number(manuscript.hanging),
        "header": number(manuscript.header),
        "title_above": number(line * manuscript.title_page_above),
        "look_title": _look(manuscript.title),
        "look_references": _look(manuscript.references_title),
        **looks,
    }


def page_sheets(theme: Theme) -> tuple[str, ...]:
    """The style sheets for pages of paper with text that runs from one to the next."""
    return ("manuscript-pages" if theme.manuscript else "pages", "breaks")


def before_number(document: Document, theme: Theme) -> str:
    """What stands before the page's number in the head of a paper: the author's surname, where the theme wants it."""
    if theme.manuscript is None or not theme.manuscript.surname:
        return ""
    name = surname(document.metadata.author)
    return f"{name} " if name else ""


def faces_of_headings(theme: Theme, html: str) -> frozenset[str]:
    """The faces that the headings of a page are set in."""
    manuscript = theme.manuscript
    if manuscript is None:
        return frozenset()
    looks = [look for level, look in enumerate(manuscript.headings, 2) if f"<h{level}" in html]
    parts = (("bold" * look.bold, "italic" * look.italic) for look in looks)
    return frozenset("-".join(("body", *filter(None, names))) for names in parts if any(names))


def _look(look: HeadingLook) -> str:
    """Declarations; a heading that is not centered stands where text begins."""
    weight, slant = "700" if look.bold else "400", "italic" if look.italic else "normal"
    side = "; text-align: center" if look.centered else ""
    return f"font-style: {slant}; font-weight: {weight}{side}"
