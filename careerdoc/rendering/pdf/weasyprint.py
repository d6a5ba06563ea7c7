"""PDF by WeasyPrint: tagged for screen readers (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from weasyprint import CSS, HTML  # type: ignore[import-untyped] # weasyprint has no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped] # likewise
from weasyprint.urls import URLFetcherResponse  # type: ignore[import-untyped] # likewise

from careerdoc.rendering.pdf.engine import CrowdedNotesError
from careerdoc.rendering.pdf.feet import NOTE, notes_fit
from careerdoc.rendering.pdf.tagging import mend

if TYPE_CHECKING:
    from careerdoc.findings import Finding
    from careerdoc.rendering.pdf.engine import Job
    from careerdoc.rendering.pdf.resources import Table

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # what matters is said in findings

FOOT_NOTES = True

_KEPT = 8
"""Style sheets kept parsed, with the faces that they registered."""

_sheets: dict[str, tuple[FontConfiguration, CSS, tuple[Finding, ...]]] = {}


class _Fetcher:
    """Serves the table and nothing else. WeasyPrint's own base class would open a door for each protocol first."""

    _fail_on_errors = False  # WeasyPrint asks: a resource that is refused stops nothing

    def __init__(self, table: Table) -> None:
        self.table = table

    def __call__(self, url: str) -> URLFetcherResponse:
        """The resource, or ValueError, after which WeasyPrint goes on without it."""
        resource = self.table.get(url)
        if resource is None:
            raise ValueError("not in the table")
        return URLFetcherResponse(url, resource.content, {"Content-Type": resource.media})


def write_pdf(job: Job, table: Table) -> bytes:
    """The file, tagged; the same bytes for the same job. Raises CrowdedNotesError where its footnotes do not fit."""
    fetcher = _Fetcher(table)
    fonts, shared = _shared(job.shared, fetcher)
    own = CSS(string=job.own, font_config=fonts, url_fetcher=fetcher)
    page = HTML(string=job.html, url_fetcher=fetcher)
    laid = page.render(stylesheets=[shared, own], font_config=fonts, pdf_variant="pdf/ua-1")
    if not notes_fit(laid, job.html.count(NOTE)):
        raise CrowdedNotesError
    content: bytes = laid.write_pdf(finisher=mend, pdf_variant="pdf/ua-1")
    return content


def _shared(css: str, fetcher: _Fetcher) -> tuple[FontConfiguration, CSS]:
    """The configuration that knows the theme's faces, and the theme's style sheet, both made once.

    What a sheet asked for in vain is told for each document that uses it.
    """
    if css not in _sheets:
        if len(_sheets) >= _KEPT:
            _sheets.clear()
        fonts, told = FontConfiguration(), len(fetcher.table.findings)
        sheet = CSS(string=css, font_config=fonts, url_fetcher=fetcher)
        _sheets[css] = fonts, sheet, tuple(fetcher.table.findings[told:])
        return fonts, sheet
    fonts, sheet, findings = _sheets[css]
    fetcher.table.findings.extend(findings)
    return fonts, sheet
