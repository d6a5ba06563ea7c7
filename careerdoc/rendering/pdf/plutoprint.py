"""PDF by PlutoPrint: fast, and its wheels bring everything along; no tags for screen readers."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from plutoprint import (
    PAGE_MARGINS_NONE,
    PDF_METADATA_AUTHOR,
    PDF_METADATA_CREATION_DATE,
    PDF_METADATA_MODIFICATION_DATE,
    PDF_METADATA_SUBJECT,
    PDF_METADATA_TITLE,
    Book,
    PageSize,
    ResourceData,
    ResourceFetcher,
)

from careerdoc.rendering.pdf.resources import FACE

if TYPE_CHECKING:
    from careerdoc.rendering.pdf.engine import Job
    from careerdoc.rendering.pdf.resources import Table


FOOT_NOTES = False

BASE = "careerdoc://document/"
"""Where links within the document lead from."""


_WHOLE_WORDS = "[dir=rtl],[dir=rtl] *{overflow-wrap:normal}"
"""PlutoPrint breaks words that would fit where letters run both ways and words may be broken."""


class _Fetcher(ResourceFetcher):
    """Serves the table and nothing else."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def fetch_url(self, url: str) -> ResourceData:
        """The resource; nothing for what is refused, since PlutoPrint prints an exception to standard error."""
        resource = self.table.get(url)
        if resource is None:
            return _kept(b" ", "text/plain")
        return _face(resource.content) if resource.media == FACE else _kept(resource.content, resource.media)


@lru_cache(maxsize=16)
def _face(content: bytes) -> ResourceData:
    return _kept(content, FACE)


def _kept(content: bytes, media: str) -> ResourceData:
    """Content in PlutoPrint's own memory.

    Its caches of faces outlive the interpreter; when they are emptied at exit they call back into Python for every
    ResourceData that was made of Python's bytes, and the process crashes.
    """
    return ResourceFetcher().fetch_url(f"data:{media};base64,{b64encode(content).decode('ascii')}")


def write_pdf(job: Job, table: Table) -> bytes:
    """The file; the same bytes for the same job."""
    book = Book(PageSize(*job.page), PAGE_MARGINS_NONE)
    book.custom_resource_fetcher = _Fetcher(table)
    book.load_html(job.html, user_style=f"{job.shared}\n{_WHOLE_WORDS}\n{job.own}", base_url=BASE)
    moment = f"{job.date.isoformat()}T00:00:00Z"
    for key, value in (
        (PDF_METADATA_TITLE, job.title),
        (PDF_METADATA_AUTHOR, job.author),
        (PDF_METADATA_SUBJECT, job.subject),
        (PDF_METADATA_CREATION_DATE, moment),
        (PDF_METADATA_MODIFICATION_DATE, moment),
    ):
        book.set_metadata(key, value)
    stream = BytesIO()
    book.write_to_pdf_stream(stream)
    return stream.getvalue()
