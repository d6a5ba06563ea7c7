"""The surname in a name: for the head of a page, and to speak of its bearer."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r",?\s+(?:jr|sr|ii|iii|iv|v|m\.?d|ph\.?d|r\.?n|esq)\.?$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:dr|prof|mr|mrs|ms|mx|hr|fr|sr|sra)\.?\s+", re.IGNORECASE)
_PARTICLE = frozenset(
    {
        "af",
        "al",
        "ap",
        "bin",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "dela",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
    }
    | {"dos", "du", "el", "ibn", "la", "las", "le", "lo", "los", "mac", "mc", "ten", "ter", "van", "vom", "von", "y"}
    | {"zu", "zum", "zur"}
)
"""Words that belong to the surname after them when they are small: "Ludwig van Beethoven", "Ana de la Cruz"."""

_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def surname(name: str) -> str:
    """The surname in a name as it is written: what stands before a comma, or else the last word with its particles.

    Names in Chinese, Japanese and Korean letters are given whole, as no mark parts the two there.
    """
    told = " ".join(name.split())
    bare = _SUFFIX.sub("", _TITLE.sub("", told))
    if "," in bare:
        return bare.split(",", 1)[0].strip()
    words = bare.split()
    if len(words) < 2 or _FAMILY_FIRST.search(bare):
        return bare
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLE:
        first -= 1
    return " ".join(words[first:])
