"""Bytes to a Source: which encodings are read, and what is said of those that are not."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.source import UNFIT, Source

if TYPE_CHECKING:
    from careerdoc.findings import CareerdocError

LARGEST = 4_000_000
"""Bytes in one plan; the largest that people wrote is a fifteenth of it."""

MOST_LINES = 200_000
"""Lines in one plan; each costs some memory, be it empty."""

_SIGNATURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive (perhaps a Word or PowerPoint file)",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}


def decode(content: bytes, name: str) -> Source:
    """The text of a plan: UTF-8 with or without a byte order mark, or UTF-16 with one; line ends become LF.

    Raises CareerdocError, saying what the bytes look like, where they are not such a text or hold nothing.
    """
    if len(content) > LARGEST:
        size = f"{len(content) / 1e6:.1f} MB"
        raise refusal("CD002", f"this file is too large for a plan ({size})", place=name, hint="4 MB is the most")
    kind = next((what for signature, what in _SIGNATURES.items() if content.startswith(signature)), "")
    if kind:
        raise refusal("CD002", f"this is {kind}, not a plan", place=name, hint="a plan is Markdown or YAML text")
    text = _decoded(content, name).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        told = f"this file has more than {MOST_LINES:,} lines, too many for a plan"
        raise refusal("CD005", told, place=name, hint="delete the empty ones, or part it into several plans")
    source = Source(name, text)
    if not text.strip():
        raise refusal(
            "CD001", "this file is empty", place=name, hint="`careerdoc new my-plan.md` writes a plan to start from"
        )
    _refuse_controls(source)
    return source


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _refused(content, name)
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(content, name, error.start) from None
    if text.count("\0") > max(2, len(text) // 20):
        raise _refused(content, name)
    return text


def _refused(content: bytes, name: str, at: int = 0) -> CareerdocError:
    from careerdoc.reading.foreign import not_utf8  # noqa: PLC0415 - only for texts that cannot be read

    return not_utf8(content, name, at)


def _refuse_controls(source: Source) -> None:
    """Control characters and lone surrogates cannot stand in any document; the first one is shown."""
    found = UNFIT.search(source.text)
    if found is not None:
        raise refusal(
            "CD002",
            f"the control character U+{ord(found[0]):04X} cannot stand in a plan",
            span=source.span(found.start(), found.end()),
            hint="delete it; if there are many, this is not a text file",
        )
