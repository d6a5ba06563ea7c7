"""Characters that no font can be counted on for: found in a document, and said in a finding with their place."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import Text, inlines_of, walk
from careerdoc.findings import Finding, Level
from careerdoc.rendering.bidi import words_in
from careerdoc.rendering.fallbacks import lacking
from careerdoc.rendering.scripts import script_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import Theme
    from careerdoc.source import Span

COMMON = 0x250
"""Below are ASCII, Latin-1 and Latin Extended, which every theme's font has."""

_NOWHERE = frozenset({"Co", "Cn"})
"""Private use and unassigned: what they show, if anything, is a matter of one font on one machine."""


def needs_font(character: str) -> bool:
    """Whether a character shows something that not every font has: letters, marks, numbers, signs, private ones."""
    category = unicodedata.category(character)
    return ord(character) >= COMMON and (category[0] in "LMNS" or category in _NOWHERE)


def uncounted(document: Document, theme: Theme, place: str) -> tuple[Finding, ...]:
    """Findings for an Office file or a web page, which take letters that the theme lacks from the reader's machine.

    Letters of the scripts that Office and browsers have faces for, and signs, are counted on; those of rarer scripts
    and private or unassigned characters are not. ``place`` is the file type.
    """
    text = "".join(words_in(part) for part in (document.blocks, *document.footnotes.values()))
    letters = sorted({c for c in text if needs_font(c)})
    rare = {c for c in letters if unicodedata.category(c)[0] != "S" and not script_at(c)}
    missing = sorted(lacking(rare, theme, ()), key=text.index) if rare else []
    return tuple(_finding(document, title, first, place) for title, first in by_name(missing).items())


def _finding(document: Document, title: str, first: str, place: str) -> Finding:
    span = span_of(document, first)
    if title:
        message = f"the reader's machine may have no {title} letters, and show boxes for them, the first for “{first}”"
        hint = "make a PDF, which brings its fonts along"
        return Finding("CD039", Level.WARNING, message, span, hint, "" if span else place)
    return private_use(first, span, place)


def private_use(character: str, span: Span | None, place: str) -> Finding:
    """The finding for a character that no font can be expected to have."""
    message = f"U+{ord(character):04X} is no character that fonts have; a box or nothing is shown for it"
    hint = "take it out, or write what it stands for"
    return Finding("CD039", Level.WARNING, message, span, hint, "" if span else place)


def by_name(characters: Iterable[str]) -> dict[str, str]:
    """Scripts by the first word of their characters' names, each with its first character; empty for private ones."""
    found: dict[str, str] = {}
    for character in characters:
        name = "" if unicodedata.category(character) in _NOWHERE else unicodedata.name(character, "unnamed")
        found.setdefault(name.split(" ", 1)[0].capitalize(), character)
    return found


def span_of(document: Document, character: str) -> Span | None:
    """Where a character first stands in the document."""
    for part in (document.blocks, *document.footnotes.values()):
        for block in walk(part):
            for node in inlines_of(block):
                if isinstance(node, Text) and character in node.text:
                    return _narrowed(node.span, character)
    return None


def _narrowed(span: Span, character: str) -> Span:
    """The character itself, where the source has it as it is."""
    at = span.text.find(character)
    return span if at < 0 else replace(span, start=span.start + at, end=span.start + at + len(character))
