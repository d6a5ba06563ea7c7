"""One file that stands alone: fonts, pictures, style and script inside, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from careerdoc.rendering.fallbacks import fallbacks
from careerdoc.rendering.html.fonts import embedded, embedded_whole
from careerdoc.rendering.html.manuscript import before_number, faces_of_headings, page_sheets
from careerdoc.rendering.html.markup import Markup, number, tag, void
from careerdoc.rendering.html.style import direction, faces, quoted, style

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.rendering.html.body import Body
    from careerdoc.rendering.theme import Font, Style, Theme

GENERATOR = "careerdoc"


def page(document: Document, theme: Theme, body: Body) -> str:
    """The whole file."""
    css = _css(document, theme, body)
    script = _script() if "slides" in body.sheets else ""
    head = [
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(css, script)),
    ]
    head.append(void("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head += [*metadata(document), tag("style", Markup(css))]
    reads_on = not {"prose", "manuscript"}.isdisjoint(body.sheets)
    content = tag("div", body.html, cls="page") if reads_on else body.html
    parts = [tag("head", *head)]
    moving = (tag("progress", aria_hidden="true", value="0"), tag("script", Markup(script))) if script else ()
    parts.append(tag("body", content, *moving))
    language = document.metadata.language
    html = tag("html", *parts, lang=language, dir=direction(language))
    return f"<!DOCTYPE html>\n{html}\n"


def metadata(document: Document) -> list[Markup]:
    """Title, author, subject and date for the head of a page."""
    said = document.metadata
    found = [tag("title", said.title)]
    for name, content in (("author", said.author), ("description", said.subject)):
        if content:
            found.append(void("meta", name=name, content=content))
    if said.date:
        found.append(void("meta", name="dcterms.created", content=said.date.isoformat()))
    return [*found, void("meta", name="generator", content=GENERATOR)]


def _css(document: Document, theme: Theme, body: Body) -> str:
    letters = frozenset(body.html)
    used = _used(body.html) | (faces_of_headings(theme, body.html) if "manuscript" in body.sheets else frozenset())

    def address(name: str, font: Font, face: Style) -> str:
        if name.startswith("other-"):
            return embedded_whole(font.faces[face], letters)
        return embedded(font.faces[face], letters) if name in used else ""

    language = document.metadata.language
    others = fallbacks(body.html, language, theme)
    values = dict(body.values)
    sheets = [faces(theme, address, others), style(body.sheets, theme, language, others=others, **values), body.rules]
    if "slides" in body.sheets:
        sheets.append(style(("deck",), theme, language, others=others))
    elif body.page:
        sheets.append(style(("poster-screen",), theme, language, others=others, **_sheet_values(body)))
    else:
        screen = "manuscript-screen" if theme.manuscript else "screen"
        running = quoted(before_number(document, theme))
        sheets.append(style((screen, *page_sheets(theme)), theme, language, others=others, running=running, **values))
    css = "\n".join([*sheets, theme.style_css])
    return css.replace("</", r"<\/")


def _used(html: str) -> frozenset[str]:
    """The faces that a page is set in, as far as its elements tell."""
    names = {"heading-bold", "body-regular", "body-bold"}
    if "<em>" in html or 'class="missing"' in html:
        names.add("body-italic")
    if "<blockquote" in html or 'class="lead' in html:
        names.add("heading-italic")
    if "<em><strong>" in html or "<strong><em>" in html:
        names.add("body-bold-italic")
    return frozenset(names)


def _sheet_values(body: Body) -> dict[str, str]:
    width, height = body.page or (1.0, 1.0)
    return {
        "sheet_width": number(width),
        "sheet_height": number(height),
        "sheet_em": number(body.em),
        "sheet_share": f"{100 * body.em / width:.5f}",
        "sheet_high_share": f"{100 * body.em / height:.5f}",
    }


def _policy(css: str, script: str) -> str:
    """Nothing from anywhere; this one style sheet, this one script, and pictures and faces from the file itself."""
    rules = ["default-src 'none'", f"style-src '{_digest(css)}'", "img-src data:", "font-src data:"]
    rules += [f"script-src '{_digest(script)}'"] if script else []
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _script() -> str:
    return (files(__package__) / "deck.js").read_text("utf-8")
