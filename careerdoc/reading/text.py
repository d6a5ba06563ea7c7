"""Bytes to a Source: which encodings are read, and what is said of those that are not."""

from __future__ import annotations

import codecs

from careerdoc.findings import CareerdocError, refusal
from careerdoc.source import UNFIT, Source

LARGEST = 4_000_000
"""Bytes in one plan; the largest that people wrote is a fifteenth of it."""

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
    source = Source(name, text)
    if not text.strip():
        raise refusal(
            "CD001", "this file is empty", place=name, hint="`careerdoc new my-plan.md` writes a plan to start from"
        )
    _refuse_controls(source)
    return source


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise refusal("CD002", "this begins as UTF-16 text, but is not", place=name, hint=_SAVE) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(content, error.start, name) from None


_SAVE = "save it as UTF-8 in your editor"


def _not_utf8(content: bytes, at: int, name: str) -> CareerdocError:
    if content.count(0) > len(content) // 100:
        likely = "UTF-16 without a byte order mark" if _looks_like_utf16(content) else "binary data"
        return refusal("CD002", f"this is not text (it looks like {likely})", place=name, hint=_SAVE)
    line = content.count(b"\n", 0, at) + 1
    before = content[:at].decode("utf-8", "replace").replace("\r\n", "\n")
    source = Source(name, before + content[at : at + 200].decode("cp1252", "replace").replace("\r\n", "\n"))
    return refusal(
        "CD002",
        f"this is not UTF-8: line {line} holds the byte 0x{content[at]:02x} (it looks like Windows-1252 text)",
        span=source.span(len(before), len(before) + 1),
        hint=_SAVE,
    )


def _looks_like_utf16(content: bytes) -> bool:
    return max(content[0::2].count(0), content[1::2].count(0)) > len(content) // 5


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
