"""Inlines as runs of WordprocessingML."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from xml.sax.saxutils import escape, quoteattr

from careerdoc.document.model import (
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
    plain,
)
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Inline

RTL_LANGUAGES = frozenset({"ar", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)


class Parts(Protocol):
    """What runs need of the package around them."""

    def link(self, target: str) -> str:
        """The relationship of an address outside."""
        ...

    def footnote(self, label: str) -> int | None:
        """The identifier of a footnote, or None where there is no such note."""
        ...

    def picture(self, image: Image) -> str:
        """A picture as a run, or an empty text where it cannot be shown."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set, gathered from the inlines around it."""

    marks: frozenset[str] = field(default_factory=frozenset)
    rtl: bool = False

    def plus(self, mark: str) -> Look:
        """The same, and one more mark."""
        return Look(self.marks | {mark}, self.rtl)

    def xml(self) -> str:
        """The run's properties in the order that the schema asks for (ECMA-376 part 1, 17.3.2.28)."""
        style = next((s for s in ("Hyperlink", "CodeText", "FootnoteReference") if s in self.marks), "")
        parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
        parts += ["<w:b/><w:bCs/>"] if "bold" in self.marks else []
        parts += ["<w:i/><w:iCs/>"] if "italic" in self.marks else []
        parts += ["<w:strike/>"] if "strike" in self.marks else []
        parts += ["<w:rtl/>"] if self.rtl else []
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def text_run(text: str, look: Look | None = None) -> str:
    """A run of text; line ends in it become spaces."""
    words = clean(text).replace("\n", " ").replace("\t", " ")
    properties = look.xml() if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def runs(inlines: Iterable[Inline], parts: Parts, look: Look) -> str:
    """Inlines as runs, in order."""
    return "".join(_inline(node, parts, look) for node in inlines)


def _inline(node: Inline, parts: Parts, look: Look) -> str:
    match node:
        case Text(text):
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
            return parts.picture(node) or text_run(alt, look.plus("italic"))
        case SoftBreak():
            return text_run(" ", look)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case FootnoteMark(label):
            number = parts.footnote(label)
            mark = look.plus("FootnoteReference").xml()
            return f'<w:r>{mark}<w:footnoteReference w:id="{number}"/></w:r>' if number else ""


def _link(target: str, children: tuple[Inline, ...], parts: Parts, look: Look) -> str:
    if not _SAFE_LINK.fullmatch(target):
        return runs(children, parts, look)
    inner = runs(children, parts, look.plus("Hyperlink"))
    return f"<w:hyperlink r:id={quoteattr(parts.link(target))}>{inner}</w:hyperlink>" if inner else ""


def is_rtl(inlines: Iterable[Inline], *, otherwise: bool) -> bool:
    """Whether a text runs from right to left: by its first strong character (Unicode UAX 9, rule P2)."""
    for char in plain(inlines):
        direction = unicodedata.bidirectional(char)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return otherwise
