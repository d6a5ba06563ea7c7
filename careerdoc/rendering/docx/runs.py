"""Inlines as runs of WordprocessingML."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from careerdoc.document.model import (
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Image,
    LineBreak,
    Link,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
)
from careerdoc.rendering.docx.look import color_xml, script_xml
from careerdoc.rendering.ooxml import clean
from careerdoc.rendering.segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Inline
    from careerdoc.rendering.scripts import Script

_SCHEMES = frozenset({"http", "https", "mailto"})


class Parts(Protocol):
    """What runs need of the package around them. ``in_notes`` is set while footnotes or comments are written."""

    in_notes: bool

    def link(self, target: str) -> str:
        """The relationship of an address outside."""
        ...

    def note_mark(self, label: str) -> str:
        """What stands in the run of a footnote's mark, or an empty text where there is no such note."""
        ...

    def picture(self, image: Image, room: float) -> str:
        """A picture as a run at most ``room`` points wide, or an empty text where it cannot be shown."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set, gathered from the inlines around it.

    ``room`` is the width for pictures in points, ``color`` one that is not the style's, ``language`` the document's.
    """

    marks: frozenset[str] = field(default_factory=frozenset)
    rtl: bool = False
    room: float = math.inf
    color: str = ""
    language: str = "en"

    def plus(self, mark: str) -> Look:
        """The same, and one more mark."""
        return replace(self, marks=self.marks | {mark})

    def xml(self, script: Script | None = None) -> str:
        """The run's properties in the order that the schema asks for (ECMA-376 part 1, 17.3.2.28)."""
        first, last = script_xml(script, self.language, rtl=self.rtl)
        style = next((s for s in ("Hyperlink", "CodeText", "FootnoteReference") if s in self.marks), "")
        parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
        parts += [first] if first else []
        parts += ["<w:b/><w:bCs/>"] if "bold" in self.marks else []
        parts += ["<w:i/><w:iCs/>"] if "italic" in self.marks else []
        parts += ["<w:strike/>"] if "strike" in self.marks else []
        parts += [color_xml(self.color)] if self.color else []
        parts += [last] if last else []
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def text_run(text: str, look: Look | None = None) -> str:
    """A run of text; line ends in it become spaces."""
    words = clean(text).replace("\n", " ").replace("\t", " ")
    if look is None or not words:
        return _run(words, "")
    made = segments(words, look.language, rtl=look.rtl)
    return "".join(_run(one.text, replace(look, rtl=one.rtl).xml(one.script)) for one in made)


def _run(words: str, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def runs(inlines: Iterable[Inline], parts: Parts, look: Look) -> str:
    """Inlines as runs, in order."""
    return "".join(_inline(node, parts, look) for node in inlines)


def _inline(node: Inline, parts: Parts, look: Look) -> str:
    match node:
        case Text(text) | Citation(_, _, text):
            return text_run(text, look)
        case Emphasis(children):
            return runs(children, parts, look.plus("italic"))
        case Strong(children):
            return runs(children, parts, look.plus("bold"))
        case Strikethrough(children):
            return runs(children, parts, look.plus("strike"))
        case Code(text):
            return text_run(text, look.plus("CodeText"))
        case Link(target, children):
            return _link(target, children, parts, look)
        case Image(_, alt):
            return parts.picture(node, look.room) or text_run(alt, look.plus("italic"))
        case SoftBreak():
            return text_run(" ", look)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case FootnoteMark(label):
            mark = parts.note_mark(label)
            return f"<w:r>{look.plus('FootnoteReference').xml()}{mark}</w:r>" if mark else ""


def _link(target: str, children: tuple[Inline, ...], parts: Parts, look: Look) -> str:
    if not _is_address(target):
        return runs(children, parts, look)
    inner = runs(children, parts, look.plus("Hyperlink"))
    return f"<w:hyperlink r:id={quoteattr(parts.link(target))}>{inner}</w:hyperlink>" if inner else ""


def _is_address(target: str) -> bool:
    """Whether a link leads to a page or a mailbox, written so that Word takes it for an address."""
    try:
        address = urlsplit(target)
        _ = address.port
    except ValueError:
        return False
    there = address.path if address.scheme == "mailto" else address.hostname
    return address.scheme in _SCHEMES and bool(there) and not any(c.isspace() or c in '<>"{}|\\^`' for c in target)
