"""The theme in words of WordprocessingML: fonts, colours, sizes, language."""

from __future__ import annotations

import re
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from careerdoc.rendering.ooxml import clean

RTL_LANGUAGES = frozenset({"ar", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
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


def is_rtl_language(tag: str) -> bool:
    """Whether a language (BCP 47) is written from right to left."""
    return tag.split("-", maxsplit=1)[0].lower() in RTL_LANGUAGES


def language_xml(tag: str) -> str:
    """``w:lang`` for a language tag; nothing for what is no tag, as Word refuses such a file."""
    if not _TAG.fullmatch(tag):
        return ""
    primary, word_tag = tag.split("-", maxsplit=1)[0].lower(), _REGIONS.get(tag.lower(), tag)
    east = f' w:eastAsia="{word_tag}"' if primary in _EAST_ASIAN else ""
    bidi = f' w:bidi="{word_tag}"' if primary in RTL_LANGUAGES else ""
    return f'<w:lang w:val="{word_tag}"{east}{bidi}/>'


def fonts_xml(family: str) -> str:
    """One family for every script."""
    name = quoteattr(clean(family))
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"


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
