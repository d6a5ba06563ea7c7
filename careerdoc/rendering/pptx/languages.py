"""What PowerPoint is to know of languages: the tags of its spell checkers, and how far apart their lines stand."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import words_in
from careerdoc.rendering.scripts import main_script, own_script, tallest

if TYPE_CHECKING:
    from careerdoc.document.model import Document

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_REGIONS = MappingProxyType(
    {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "it": "it-IT", "pt": "pt-BR", "nl": "nl-NL"}
    | {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
    | {"hi": "hi-IN", "ru": "ru-RU", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "th": "th-TH"}
)


def tag(language: str) -> str:
    """The language with a region, as Office writes it; ``en-US`` where there is none that can be written."""
    if not _TAG.fullmatch(language):
        return "en-US"
    return _REGIONS.get(language.lower(), language)


def spoken(text: str, language: str) -> str:
    """The attributes that tell the language of a run in a document of a language, by the letters of its words."""
    script, own = main_script(text, language), own_script(language)
    if script is None:
        latin = own is not None and any("A" <= character <= "z" for character in text)
        return 'lang="en-US"' if latin else f'lang="{tag(language)}"'
    told = tag(language) if script == own else script.language
    return f'lang="{told}" altLang="en-US"' if script.slot == "ea" else f'lang="{told}"'


def tallest_in(document: Document) -> float:
    """How far apart lines may come to stand for the scripts in a document, in font sizes."""
    parts = (document.blocks, *document.footnotes.values())
    return max(tallest(words_in(part), document.metadata.language) for part in parts)
