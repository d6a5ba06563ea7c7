"""Text in columns of one width, as on a terminal: what may be put there, and how much room it takes."""

from __future__ import annotations

from unicodedata import category, east_asian_width

HARMLESS = "\u00a0\u00ad\u2009\u200c\u200d\u200e\u200f\u202f\u3000"
"""Blanks and joiners that writing in many languages needs, and which move nothing but their neighbours."""

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def visible(text: str, *, kept: str = "") -> str:
    """A text for a terminal: control and direction characters, which could rewrite the line, as escapes.

    ``kept`` are characters that stay although they are not printable by themselves.
    """
    return "".join(c if c.isprintable() or c == " " or c in kept else c.encode("unicode_escape").decode() for c in text)


def columns(text: str) -> int:
    """Columns that a terminal gives to a text: East Asian wide characters take two (UAX 11), marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if category(character) in _NO_WIDTH or "\u1160" <= character <= "\u11ff":
        return 0  # marks, joiners, and the vowels and finals of Hangul syllables written in pieces
    return 2 if east_asian_width(character) in "WF" else 1
