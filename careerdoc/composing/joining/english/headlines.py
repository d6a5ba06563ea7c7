"""English titles and headings with capitals, as style manuals write them."""

from __future__ import annotations

import re

_SHORT = frozenset(
    {
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "if",
        "in",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "per",
        "so",
        "the",
        "to",
    }
    | {"up", "via", "vs", "yet"}
)
"""Words of three letters or fewer that stay small (APA 7, 6.17; MLA 9, 2.90)."""
_PREPOSITIONS = frozenset(
    {"about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath"}
    | {
        "beside",
        "between",
        "beyond",
        "during",
        "from",
        "inside",
        "into",
        "like",
        "near",
        "onto",
        "outside",
        "over",
        "past",
    }
    | {"since", "through", "toward", "towards", "under", "until", "upon", "with", "within", "without"}
)
"""Longer prepositions, which the MLA writes small as well (MLA 9, 2.90)."""
_WORD = re.compile(r"[^\s—–-]+")


def headline(text: str, *, mla: bool = False) -> str:
    """The text in title case; words that have capitals of their own (NASA, iPad) keep them."""
    words = list(_WORD.finditer(text))
    made, end = [], 0
    for index, match in enumerate(words):
        first = index in {0, len(words) - 1} or text[: match.start()].rstrip().endswith((":", "—", "–", "?", "!"))
        made += [text[end : match.start()], _cased(match[0], first=first, mla=mla)]
        end = match.end()
    return "".join([*made, text[end:]])


def _cased(word: str, *, first: bool, mla: bool) -> str:
    bare = re.sub(r"^\W+|\W+$", "", word)
    if not bare or bare != bare.lower():
        return word
    if not first and (bare in _SHORT or (mla and bare in _PREPOSITIONS)):
        return word
    at = word.index(bare[0])
    return word[:at] + word[at].upper() + word[at + 1 :]
