"""Scripts: which one a character is of, and what Office files say of text in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

Slot = Literal["cs", "ea"]


@dataclass(frozen=True, slots=True)
class Script:
    """A script that the fonts of a theme may lack, by its ISO 15924 code.

    ``slot`` is the kind of font that Office asks for it, ``face`` one that Office brings along, ``other``
    one that macOS does. ``language`` is the tag of text in it that says no other. ``width`` is what a letter takes and
    ``line`` how far lines are apart in the faces that such text is likely to be set in, in font sizes.
    """

    code: str
    title: str
    slot: Slot
    face: str
    other: str
    language: str
    width: float
    line: float
    rtl: bool = False


_KNOWN = (
    Script("Arab", "Arabic", "cs", "Arial", "Geeza Pro", "ar-SA", 0.54, 1.36, rtl=True),
    Script("Hebr", "Hebrew", "cs", "Arial", "Arial Hebrew", "he-IL", 0.57, 1.36, rtl=True),
    Script("Deva", "Devanagari", "cs", "Nirmala UI", "Kohinoor Devanagari", "hi-IN", 0.56, 1.4),
    Script("Beng", "Bengali", "cs", "Nirmala UI", "Kohinoor Bangla", "bn-IN", 0.6, 1.4),
    Script("Taml", "Tamil", "cs", "Nirmala UI", "Tamil Sangam MN", "ta-IN", 0.85, 1.4),
    Script("Telu", "Telugu", "cs", "Nirmala UI", "Kohinoor Telugu", "te-IN", 0.75, 1.4),
    Script("Thai", "Thai", "cs", "Leelawadee UI", "Thonburi", "th-TH", 0.62, 1.45),
    Script("Hans", "simplified Chinese", "ea", "Microsoft YaHei", "PingFang SC", "zh-CN", 1.0, 1.45),
    Script("Hant", "traditional Chinese", "ea", "Microsoft JhengHei", "PingFang TC", "zh-TW", 1.0, 1.45),
    Script("Jpan", "Japanese", "ea", "Yu Gothic", "Hiragino Sans", "ja-JP", 1.0, 1.45),
    Script("Kore", "Korean", "ea", "Malgun Gothic", "Apple SD Gothic Neo", "ko-KR", 1.0, 1.45),
)
SCRIPTS: Mapping[str, Script] = MappingProxyType({script.code: script for script in _KNOWN})

_HAN = "Hani"
"""Characters that Chinese, Japanese and Korean share; which it is, the language says or what stands around them."""

_RANGES = (
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0870, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1100, 0x11FF, "Kore"),
    (0x2E80, 0x2FDF, _HAN),
    (0x3000, 0x303F, _HAN),
    (0x3040, 0x30FF, "Jpan"),
    (0x3100, 0x312F, "Hant"),
    (0x3130, 0x318F, "Kore"),
    (0x31F0, 0x31FF, "Jpan"),
    (0x3200, 0x33FF, _HAN),
    (0x3400, 0x4DBF, _HAN),
    (0x4E00, 0x9FFF, _HAN),
    (0xA8E0, 0xA8FF, "Deva"),
    (0xA960, 0xA97F, "Kore"),
    (0xAC00, 0xD7FF, "Kore"),
    (0xF900, 0xFAFF, _HAN),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE30, 0xFE4F, _HAN),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF00, 0xFFEF, _HAN),
    (0x20000, 0x3FFFF, _HAN),
)
"""Blocks of Unicode 15 by script, with the wide punctuation beside Han."""

_ANY = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last, _ in _RANGES)}]")
_STARTS = tuple(first for first, _, _ in _RANGES)
_FIRST = "\u0590"
_BY_LANGUAGE = MappingProxyType(
    {"ar": "Arab", "fa": "Arab", "ur": "Arab", "ps": "Arab", "sd": "Arab", "ug": "Arab", "ckb": "Arab"}
    | {"he": "Hebr", "iw": "Hebr", "yi": "Hebr", "hi": "Deva", "mr": "Deva", "ne": "Deva", "bn": "Beng"}
    | {"ta": "Taml", "te": "Telu", "th": "Thai", "zh": "Hans", "ja": "Jpan", "ko": "Kore"}
)
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def script_at(character: str) -> str:
    """The code of a character's script, ``Hani`` for Han; empty for Latin, Greek, Cyrillic, signs and others."""
    if character < _FIRST:
        return ""
    number = ord(character)
    at = bisect_right(_STARTS, number) - 1
    return _RANGES[at][2] if at >= 0 and number <= _RANGES[at][1] else ""


def has_script(text: str) -> bool:
    """Whether a text has any character of a script known here."""
    return _ANY.search(text) is not None


def script_of_language(tag: str) -> str:
    """The code of the script that a language (BCP 47) is written in; empty where that is none of those known here."""
    primary, *rest = tag.casefold().replace("_", "-").split("-")
    for part in rest:
        if part.capitalize() in SCRIPTS:
            return part.capitalize()
        if part in {"latn", "cyrl"}:
            return ""
    if primary == "zh" and _TRADITIONAL.intersection(rest):
        return "Hant"
    return _BY_LANGUAGE.get(primary, "")


def scripts_in(text: str, language: str) -> Mapping[str, str]:
    """The scripts of a text in order of appearance, each with its characters; Han is the language's."""
    if not has_script(text):
        return MappingProxyType({})
    found: dict[str, str] = {}
    for character in sorted(set(text), key=text.index):
        if code := script_at(character):
            found[code] = found.get(code, "") + character
    if _HAN in found:
        home = han_script(language, found)
        found = {code: characters for code, characters in found.items() if code != _HAN} | {
            home: found.get(home, "") + found[_HAN]
        }
    return MappingProxyType(found)


def han_script(language: str, beside: Container[str]) -> str:
    """Which script Han belongs to: the language's, or that of the kana or Hangul beside it, or simplified Chinese."""
    own = script_of_language(language)
    if own in {"Hans", "Hant", "Jpan", "Kore"}:
        return own
    return next((code for code in ("Jpan", "Kore", "Hant") if code in beside), "Hans")


@lru_cache(maxsize=4096)
def main_script(text: str, language: str) -> Script | None:
    """The script that most of a text's letters are of, if it is one of those known here."""
    if not has_script(text):
        return None
    counts = Counter(script_at(character) for character in text if character.isalpha())
    code = counts.most_common(1)[0][0] if counts else ""
    return SCRIPTS.get(han_script(language, counts) if code == _HAN else code)


def tallest(text: str, language: str) -> float:
    """The greatest distance of lines that a text's scripts ask for, in font sizes; 0 where it has none known here."""
    return max((SCRIPTS[code].line for code in scripts_in(text, language)), default=0.0)


def own_script(language: str) -> Script | None:
    """The script of a language, if it is one of those known here."""
    return SCRIPTS.get(script_of_language(language))
