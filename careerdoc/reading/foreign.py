"""What is said of a text that is not UTF-8: where that shows, what it looks like, and how to save it anew."""

from __future__ import annotations

import codecs
import shlex
from pathlib import PurePath
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.reading.encodings import likely_encoding
from careerdoc.source import Source

if TYPE_CHECKING:
    from careerdoc.findings import CareerdocError
    from careerdoc.reading.encodings import Likely
    from careerdoc.source import Span

LONGEST_WORD = 40
"""Characters shown of a word, on either side of where it stops to be UTF-8."""

_SAVE = "save it as UTF-8 in your editor"


def not_utf8(content: bytes, name: str, at: int) -> CareerdocError:
    """The refusal of a text which stops to be UTF-8 at a byte, or which holds too many zeros to be text as it is."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not content.startswith(codecs.BOM_UTF32_LE):
        return refusal("CD002", "this begins as UTF-16 text, but is not", place=name, hint=_SAVE)
    almost = _almost_utf8(content)
    likely = likely_encoding(_line_at(content, at) if almost else content)
    if likely is None:
        return refusal("CD002", "this is not text (it looks like binary data)", place=name, hint=_SAVE)
    if likely.codec.startswith("utf"):
        source = Source(name, _lines(content.decode(likely.codec, "replace").removeprefix("\ufeff")))
        told = f"this is not UTF-8 (it looks like {likely.name})"
        return refusal("CD002", told, span=source.lines_span(1, 1), hint=_hint(likely, name))
    before = _lines(content[:at].decode("utf-8" if almost else likely.codec, "ignore"))
    after = content[at : at + 4 * LONGEST_WORD].split(b"\n")[0].decode(likely.codec, "replace")
    span = _word(Source(name, before + after.rstrip("\r")), len(before))
    told = f"this is not UTF-8: line {span.line} holds the byte 0x{content[at]:02x}"
    if almost:
        return refusal("CD002", told, span=span, hint=f"all the rest is UTF-8: write this word anew, and {_SAVE}")
    reads = f', in which this reads "{span.text}"' if likely.certain and span.text.strip() else ""
    return refusal("CD002", f"{told} (it looks like {likely.name}{reads})", span=span, hint=_hint(likely, name))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line_at(content: bytes, at: int) -> bytes:
    return content[content.rfind(b"\n", 0, at) + 1 :].split(b"\n", 1)[0]


def _almost_utf8(content: bytes) -> bool:
    """Whether a text is UTF-8 but for a few bytes, as when a piece of another file was put into it."""
    text = content.decode("utf-8", "replace")
    strange = text.count("\ufffd")
    return sum(not char.isascii() for char in text) > 3 * strange > 0


def _word(source: Source, at: int) -> Span:
    """The word around a place."""
    text = source.text
    start, end = at, min(at + 1, len(text))
    while start and text[start - 1].isalnum() and at - start < LONGEST_WORD:
        start -= 1
    while end < len(text) and text[end].isalnum() and end - at < LONGEST_WORD:
        end += 1
    return source.span(start, end)


def _hint(likely: Likely, name: str) -> str:
    """How to save the text anew: in the editor, or by a command where the encoding is certain."""
    if not likely.certain or name.startswith("<"):
        return _SAVE
    file = PurePath(name)
    mended = shlex.quote(str(file.with_name(f"{file.stem}-utf8{file.suffix}"))) if file.name else "plan.md"
    return f"{_SAVE}, or: iconv -f {likely.command} -t UTF-8 {shlex.quote(name)} > {mended}"
