"""Fonts for scripts that a theme's own lack: in packages that are installed only where they are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.rendering.scripts import script_at, scripts_in
from careerdoc.rendering.theme import Font

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdoc.rendering.theme import Theme


@dataclass(frozen=True, slots=True)
class Offer:
    """A family for a script: the module of its package, its files there, and the extra of ours that asks for it."""

    script: str
    family: str
    module: str
    regular: str
    bold: str
    extra: str


_OFFERS = (
    Offer(
        "Arab",
        "IBM Plex Sans Arabic",
        "fontpkg_ibm_plex_sans_arabic",
        "files/IBMPlexSansArabic-Regular.ttf",
        "files/IBMPlexSansArabic-SemiBold.ttf",
        "scripts",
    ),
    Offer(
        "Hebr", "Assistant", "fontpkg_assistant", "files/Assistant[wght].ttf", "files/Assistant[wght].ttf", "scripts"
    ),
    Offer("Deva", "Hind", "fontpkg_hind", "files/Hind-Regular.ttf", "files/Hind-SemiBold.ttf", "scripts"),
    Offer(
        "Beng",
        "Hind Siliguri",
        "fontpkg_hind_siliguri",
        "files/HindSiliguri-Regular.ttf",
        "files/HindSiliguri-SemiBold.ttf",
        "scripts",
    ),
    Offer("Hans", "Noto Sans SC", "pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf", "NotoSansSC-Regular.otf", "zh"),
    Offer("Hant", "Noto Sans TC", "pylopdf_fonts_zh_tw", "NotoSansTC-Regular.otf", "NotoSansTC-Regular.otf", "zh-tw"),
    Offer("Jpan", "Noto Sans JP", "pylopdf_fonts_jp", "NotoSansJP-Regular.otf", "NotoSansJP-Regular.otf", "ja"),
    Offer("Kore", "Noto Sans KR", "pylopdf_fonts_ko", "NotoSansKR-Regular.otf", "NotoSansKR-Regular.otf", "ko"),
)
OFFERS: Mapping[str, Offer] = MappingProxyType({offer.script: offer for offer in _OFFERS})


def fallbacks(text: str, language: str, theme: Theme) -> tuple[Font, ...]:
    """A font for each script of a text in order of appearance: the theme's, or what is offered and installed."""
    found = (theme.scripts.get(script) or _offered(script) for script in scripts_in(text, language))
    return tuple(font for font in found if font is not None)


def _offered(script: str) -> Font | None:
    return installed(OFFERS[script]) if script in OFFERS else None


@cache
def installed(offer: Offer) -> Font | None:
    """The offered font, or None if its package is not there. It has no italics: upright faces stand for them."""
    spec = find_spec(offer.module)
    places = list(spec.submodule_search_locations or ()) if spec else []
    regular, bold = (Path(places[0], name) if places else None for name in (offer.regular, offer.bold))
    if regular is None or bold is None or not (regular.is_file() and bold.is_file()):
        return None
    faces = {"regular": regular, "bold": bold, "italic": regular, "bold_italic": bold}
    return Font(offer.family, "sans-serif", MappingProxyType(faces))  # type: ignore[arg-type] # mypy widens the keys


def lacking(characters: Iterable[str], theme: Theme, others: Iterable[Font]) -> frozenset[str]:
    """The characters that are in no face of the theme and in none of the other fonts."""
    covered = letters_of(theme.body.faces["regular"]) & letters_of(theme.heading.faces["bold"])
    for font in others:
        covered |= letters_of(font.faces["regular"])
    return frozenset(character for character in characters if ord(character) not in covered)


@cache
def letters_of(path: Path) -> frozenset[int]:
    """The code points that a font file has glyphs for."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # fontTools has no types

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())


_BESIDE = (*range(0x20, 0x7F), 0xA0, *range(0x2010, 0x2027), 0x20AA)
"""Spaces, signs and digits, which stand beside letters of every script."""


def is_variable(path: Path) -> bool:
    """Whether a font file has an axis for its weight, as its name says."""
    return "[wght]" in path.name


@cache
def at_weight(path: Path, weight: int) -> bytes:
    """A variable font at one weight, cut down to the letters of other scripts; WeasyPrint does not space its bold."""
    from fontTools import subset  # type: ignore[import-untyped] # fontTools has no types
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer  # type: ignore[import-untyped] # likewise

    font = TTFont(path, recalcTimestamp=False, lazy=True)
    cutter = subset.Subsetter(subset.Options(layout_features=["*"], hinting=False, recalc_timestamp=False))
    cutter.populate(unicodes=[*_BESIDE, *(code for code in letters_of(path) if script_at(chr(code)))])
    cutter.subset(font)
    stream = BytesIO()
    instancer.instantiateVariableFont(font, {"wght": weight}).save(stream)
    return stream.getvalue()
