"""Letters that no font at hand can show: said in a finding, for a PDF shows boxes in their place."""

from __future__ import annotations

import ctypes
import ctypes.util
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.rendering.coverage import by_name, needs_font, private_use, span_of
from careerdoc.rendering.fallbacks import OFFERS, lacking
from careerdoc.rendering.scripts import SCRIPTS, scripts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import Font, Theme

_OTHER = "fonts-noto-core"


def unseen(document: Document, theme: Theme, others: tuple[Font, ...], text: str) -> Iterator[Finding]:
    """A finding for each script of which a page's text has letters that neither our fonts nor the system's have."""
    letters = sorted({c for c in text if needs_font(c)})
    missing = [c for c in (lacking(letters, theme, others) if letters else ()) if not in_system(c)]
    if not missing:
        return
    ordered = "".join(sorted(missing, key=text.index))
    named = scripts_in(ordered, document.metadata.language)
    known = frozenset("".join(named.values()))
    for code, characters in named.items():
        offer = OFFERS.get(code)
        remedy = f'pip install "careerdoc[{offer.extra}]"' if offer else ""
        title = f"{SCRIPTS[code].title} letters"
        yield _finding(document, title, min(characters, key=text.index), remedy)
    signs = [c for c in ordered if c not in known and unicodedata.category(c)[0] == "S"]
    if signs:
        yield _finding(document, f"the sign {unicodedata.name(signs[0], '').lower()}", signs[0], "")
    for title, first in by_name(c for c in ordered if c not in known and c not in signs).items():
        if title:
            yield _finding(document, f"{title} letters", first, "")
        else:
            yield private_use(first, span_of(document, first), "pdf")


def _finding(document: Document, title: str, first: str, remedy: str) -> Finding:
    message = f"no font here has {title}; the PDF shows boxes for them, the first for “{first}”"
    system = "install a font for them on this machine"
    hint = f"{remedy}, or {system}" if remedy else f"{system} (Debian, Ubuntu: apt install {_OTHER})"
    span = span_of(document, first)
    return Finding("CD039", Level.WARNING, message, span, hint, "" if span else "pdf")


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
