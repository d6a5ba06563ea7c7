"""PDF: the body of the web page, set on paper by WeasyPrint or, where that cannot start, by PlutoPrint."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from careerdoc.document.typography import typeset
from careerdoc.findings import refusal
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.fallbacks import fallbacks
from careerdoc.rendering.html import (
    Body,
    before_number,
    body_of,
    direction,
    faces,
    metadata,
    page_sheets,
    quoted,
    style,
)
from careerdoc.rendering.html.markup import number, tag, void
from careerdoc.rendering.pdf.boxes import unseen
from careerdoc.rendering.pdf.engine import ENGINES, CrowdedNotesError, Job, engine_for
from careerdoc.rendering.pdf.resources import Table
from careerdoc.rendering.theme import for_paper

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.findings import Finding
    from careerdoc.rendering.pdf.engine import Engine
    from careerdoc.rendering.theme import Font, Theme

__all__ = ["ENGINES", "render"]

_EPOCH = dt.date(1980, 1, 1)
"""The date of what has none, the same as that of the Office files."""

_LONGEST_RUNNING = 70


def render(document: Document, theme: Theme) -> Rendering:
    """The document as PDF. ``settings["pdf-engine"]`` names the engine; without it the first that starts is taken.

    Raises CareerdocError for an unknown engine, and where none starts.
    """
    document, theme = typeset(document), for_paper(theme, document.shape)
    engine, said = engine_for(document.settings.get("pdf-engine"))
    try:
        return _rendered(document, theme, engine, said, foot_notes=engine.FOOT_NOTES)
    except CrowdedNotesError:
        return _rendered(document, theme, engine, said, foot_notes=False)


def _rendered(
    document: Document, theme: Theme, engine: Engine, said: tuple[Finding, ...], *, foot_notes: bool
) -> Rendering:
    """The document as one engine makes it, its footnotes at the feet of pages or at the end."""
    table = Table(document.resources)
    body = body_of(document, theme, table, foot_notes=foot_notes)
    others = fallbacks(body.html + document.metadata.title, document.metadata.language, theme)
    job = _job(document, theme, body, table, others)
    told = len(table.findings)
    try:
        content = engine.write_pdf(job, table)
    except (RecursionError, MemoryError, ZeroDivisionError, ValueError) as error:  # what hostile pages do to engines
        raise refusal("CD037", f"the PDF engine gave up on this document: {error}", place="pdf") from error
    boxed = unseen(document, theme, others, body.html)
    return Rendering(content, (*said, *body.findings, *table.findings[told:], *boxed))


def _job(document: Document, theme: Theme, body: Body, table: Table, others: tuple[Font, ...]) -> Job:
    said = document.metadata
    date = said.date or _EPOCH
    head = (void("meta", charset="utf-8"), *metadata(document))
    html = tag("html", tag("head", *head), tag("body", body.html), lang=said.language, dir=direction(said.language))
    page = body.page or (theme.page.width, theme.page.height)
    sheets = ("base", *body.sheets[1:], *(() if body.page else page_sheets(theme)))
    shared = "\n".join(
        (
            faces(theme, table.face, others),
            style(sheets, theme, said.language, others=others, running=quoted(""), **dict(body.values)),
            theme.style_css,
        )
    )
    own = body.rules + (_single(body, page) if body.page else _running(document, theme))
    return Job(f"<!DOCTYPE html>{html}", shared, own, said.title, said.author, said.subject, date, page)


def _single(body: Body, page: tuple[float, float]) -> str:
    """Pages that are filled by one box each."""
    width, height = map(number, page)
    return (
        f"@page{{margin:0;size:{width}pt {height}pt}}html{{font-size:{number(body.em)}pt}}"
        ".slide{break-after:page}.slide:last-child{break-after:auto}"
    )


def _running(document: Document, theme: Theme) -> str:
    """What stands on every page beside its number: the title from the second page on, or a paper's surname."""
    start, end = ("right", "left") if direction(document.metadata.language) == "rtl" else ("left", "right")
    if theme.manuscript:
        return f"@page{{@top-{end}{{content:{quoted(before_number(document, theme))} counter(page)}}}}"
    title = document.metadata.title
    running = title if len(title) <= _LONGEST_RUNNING else title[: _LONGEST_RUNNING - 1].rstrip() + "…"
    return f"@page{{@bottom-{start}{{content:{quoted(running)}}}}}@page:first{{@bottom-{start}{{content:''}}}}"
