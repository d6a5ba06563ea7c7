"""Letters that no font at hand can show: said in a finding, for a PDF shows boxes in their place."""

from __future__ import annotations

import ctypes
import ctypes.util
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.document.model import Text, inlines_of, walk
from careerdoc.findings import Finding, Level
from careerdoc.rendering.fallbacks import OFFERS, lacking
from careerdoc.rendering.scripts import SCRIPTS, scripts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import Font, Theme
    from careerdoc.source import Span

_COMMON = 0x250
"""Below are ASCII, Latin-1 and Latin Extended, which every theme's font has."""

_OTHER = "fonts-noto-core"


def unseen(document: Document, theme: Theme, others: tuple[Font, ...], text: str) -> Iterator[Finding]:
    """A finding for each script of which a page's text has letters that neither our fonts nor the system's have."""
    letters = sorted({c for c in text if ord(c) >= _COMMON and unicodedata.category(c)[0] in "LMN"})
    missing = [c for c in (lacking(letters, theme, others) if letters else ()) if not in_system(c)]
    if not missing:
        return
    ordered = "".join(sorted(missing, key=text.index))
    named = scripts_in(ordered, document.metadata.language)
    known = frozenset("".join(named.values()))
    for code, characters in named.items():
        offer = OFFERS.get(code)
        yield _finding(
            document,
            SCRIPTS[code].title,
            min(characters, key=text.index),
            f'pip install "careerdoc[{offer.extra}]"' if offer else "",
        )
    for title, first in _by_name(character for character in ordered if character not in known).items():
        yield _finding(document, title, first, "")


def _by_name(characters: Iterator[str]) -> dict[str, str]:
    """Other scripts by the first word of their characters' names, each with its first character."""
    found: dict[str, str] = {}
    for character in characters:
        found.setdefault(unicodedata.name(character, "unnamed").split()[0].capitalize(), character)
    return found


def _finding(document: Document, title: str, first: str, remedy: str) -> Finding:
    message = f"no font here has {title} letters; the PDF shows boxes for them, the first for “{first}”"
    system = "install a font for them on this machine"
    hint = f"{remedy}, or {system}" if remedy else f"{system} (Debian, Ubuntu: apt install {_OTHER})"
    span = _span(document, first)
    return Finding("CD039", Level.WARNING, message, span, hint, "" if span else "pdf")


def _span(document: Document, character: str) -> Span | None:
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


# ── what fontconfig knows ────────────────────────────────────────────────────────────────────────────────


def in_system(character: str) -> bool:
    """Whether a font of this machine has a character, as far as fontconfig says; without it none has."""
    ask = _fontconfig()
    return ask is not None and ask(ord(character))


@cache
def _fontconfig() -> Callable[[int], bool] | None:
    """Asks fontconfig, which both engines take system fonts from; None where it cannot be loaded."""
    for name in ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"):
        try:
            return _asking(ctypes.CDLL(name))
        except (OSError, AttributeError):
            continue
    return None


def _asking(library: ctypes.CDLL) -> Callable[[int], bool]:
    """Whether any font has a code point; one object of fontconfig is made and freed for each question."""
    pointer = ctypes.c_void_p
    for function in ("FcConfigGetCurrent", "FcPatternCreate", "FcCharSetCreate", "FcObjectSetCreate", "FcFontList"):
        getattr(library, function).restype = pointer
    library.FcCharSetAddChar.argtypes = (pointer, ctypes.c_uint32)
    library.FcPatternAddCharSet.argtypes = (pointer, ctypes.c_char_p, pointer)
    library.FcFontList.argtypes = (pointer, pointer, pointer)
    for function in ("FcCharSetDestroy", "FcPatternDestroy", "FcObjectSetDestroy", "FcFontSetDestroy"):
        getattr(library, function).argtypes = (pointer,)

    @cache
    def asked(code: int) -> bool:
        characters, pattern, objects = library.FcCharSetCreate(), library.FcPatternCreate(), library.FcObjectSetCreate()
        library.FcCharSetAddChar(characters, code)
        library.FcPatternAddCharSet(pattern, b"charset", characters)
        fonts = library.FcFontList(None, pattern, objects)
        found = bool(fonts) and ctypes.cast(fonts, ctypes.POINTER(ctypes.c_int))[0] > 0
        library.FcFontSetDestroy(fonts)
        library.FcObjectSetDestroy(objects)
        library.FcPatternDestroy(pattern)
        library.FcCharSetDestroy(characters)
        return found

    return asked
