"""The theme in words of WordprocessingML: fonts, colours, sizes, language."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.rendering.ooxml import clean
from careerdoc.rendering.scripts import own_script

if TYPE_CHECKING:
    from careerdoc.rendering.scripts import Script, Slot

_LANGUAGE_OF: dict[Slot, str] = {"cs": "bidi", "ea": "eastAsia"}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_REGIONS = MappingProxyType(
    {
        "ar": "ar-SA",
        "de": "de-DE",
        "en": "en-US",
        "es": "es-ES",
        "fa": "fa-IR",
        "fr": "fr-FR",
        "he": "he-IL",
        "hi": "hi-IN",
        "it": "it-IT",
        "ja": "ja-JP",
        "ko": "ko-KR",
        "nl": "nl-NL",
        "pl": "pl-PL",
        "pt": "pt-BR",
        "ru": "ru-RU",
        "tr": "tr-TR",
        "uk": "uk-UA",
        "ur": "ur-PK",
        "vi": "vi-VN",
        "zh": "zh-CN",
    }
)
"""Word's spelling checkers belong to regions; a bare language gets the one with the most speakers or the standard."""


def language_xml(tag: str) -> str:
    """``w:lang`` for a language tag; nothing for what is no tag, as Word refuses such a file.

    The Latin words of a language that is not written in Latin letters are English ones.
    """
    if not _TAG.fullmatch(tag):
        return ""
    word_tag, script = _REGIONS.get(tag.lower(), tag), own_script(tag)
    if script is None:
        return f'<w:lang w:val="{word_tag}"/>'
    return f'<w:lang w:val="en-US" w:{_LANGUAGE_OF[script.slot]}="{word_tag}"/>'


def fonts_xml(family: str, script: Script | None = None) -> str:
    """One family for every script but one, which has a face of its own."""
    name = quoteattr(clean(family))
    east, complex_ = (
        quoteattr(script.face) if script is not None and script.slot == slot else name for slot in ("ea", "cs")
    )
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={east} w:cs={complex_}/>"


def script_xml(script: Script | None, language: str, *, rtl: bool) -> tuple[str, str]:
    """What the properties of a run begin and end with: the face and the language of its script, and its way."""
    if script is None:
        return "", "<w:rtl/>" if rtl else ""
    foreign = own_script(language) != script
    if script.slot == "ea":
        face = f' w:eastAsia="{script.face}"' if foreign else ""
        told = f'<w:lang w:eastAsia="{script.language}"/>' if foreign else ""
        return f'<w:rFonts w:hint="eastAsia"{face}/>', told
    face = f'<w:rFonts w:cs="{script.face}"/>' if foreign else ""
    told = f'<w:lang w:bidi="{script.language}"/>' if foreign else ""
    return face, ("<w:rtl/>" if rtl else "<w:cs/>") + told


def size_xml(points: float) -> str:
    """A size, which Word counts in half points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def hexa(color: str) -> str:
    """A colour as Word writes it."""
    return color.lstrip("#").upper()


def color_xml(color: str) -> str:
    """The colour of text."""
    return f'<w:color w:val="{hexa(color)}"/>'
