"""The surname in a person's name, which stands before the page's number in some papers (MLA 9, 1.4)."""

from __future__ import annotations

import re

_AFTER = re.compile(r"(?:jr|sr|[ivx]{2,4}|ph\.?\s?d|m\.?d|esq)\.?", re.IGNORECASE)
"""What follows a surname: a generation, a degree."""

_BEFORE = frozenset(
    (
        *("af", "al", "ap", "bar", "bat", "ben", "bin", "bint", "da", "das", "de", "degli", "dei", "del", "della"),
        *("den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "lo", "los", "mac", "ter"),
        *("ten", "'t", "van", "vande", "vander", "vanden", "vom", "von", "zu", "zum", "zur"),
    )
)
"""Particles that belong to the surname where they stand before it, as in *van der Berg* and *de la Cruz*."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+")
_DOUBLE = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "司徒",
        "夏侯",
        "皇甫",
        "남궁",
        "황보",
        "제갈",
        "선우",
        "독고",
    ]
)


def surname(name: str) -> str:
    """The surname in a name as it is written; the whole name where it is one word.

    A comma ends a surname that stands first (``Cruz, Ana``). Names in Han or Hangul letters begin with it. Which of two
    last names belong together (``García Márquez``) a name does not tell: the last is taken, with its particles.
    """
    told, _, rest = (part.strip() for part in name.partition(","))
    words = told.split()
    if rest and not _AFTER.fullmatch(rest):
        return told
    while len(words) > 1 and _AFTER.fullmatch(words[-1]):
        words.pop()
    if len(words) == 1 and _HAN.fullmatch(words[0]):
        return words[0][: 2 if words[0][:2] in _DOUBLE else 1]
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _BEFORE:
        first -= 1
    return " ".join(words[max(first, 0) :])
