"""Which way text reads, and the language tags that PowerPoint's spell checker knows."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

_FROM_RIGHT = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "dv", "iw"})
_STRONG = MappingProxyType({"L": False, "R": True, "AL": True})
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_REGIONS = MappingProxyType(
    {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "it": "it-IT", "pt": "pt-BR", "nl": "nl-NL"}
    | {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
)


def reads_from_right(text: str, language: str) -> bool:
    """The direction of the first letter that has one (UAX 9, P2 and P3); the language's where none has."""
    for character in text:
        known = _STRONG.get(unicodedata.bidirectional(character))
        if known is not None:
            return known
    return language.split("-", maxsplit=1)[0].lower() in _FROM_RIGHT


def tag(language: str) -> str:
    """The language with a region, as Office writes it; ``en-US`` where there is none that can be written."""
    if not _TAG.fullmatch(language):
        return "en-US"
    return _REGIONS.get(language.lower(), language)
