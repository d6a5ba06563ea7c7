"""What a heading stands for: a known part, a goal, a group of goals (by time or by field of life), or neither."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from careerdoc.reading.languages import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.reading.languages import Language

HORIZONS = {"short_term": "short", "long_term": "long", "medium_term": "", "goals": ""}
"""Headings over goals, and the horizon that they give them."""

_FILLERS = re.compile(r"[年月日第\d०-९٠-٩]+|\b(?:st|nd|rd|th|q|h|t|s)\d?\b|[–—+~/-]")
_AND = re.compile(r"\s*(?:[&/,、和與与及・]|\b(?:and|y|e|et|und|и|ve|و)\b)\s*")
_NOT_SPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_grouping(title: str, words: Language) -> bool:
    """Whether a line or a heading is a horizon or a time, and so groups what stands under it."""
    return words.role(title) in HORIZONS or is_period(title, words)


def is_period(title: str, words: Language) -> bool:
    """Whether a heading is nothing but a time: ``2027``, ``Year 2``, ``Now (Q4 2026 – Q1 2027)``, ``第一阶段``."""
    return _is_period(re.sub(r"\s*[(（][^()（）]*[)）]", "", title) or title, words)


_TIMES = ("months", "seasons", "terms", "units", "lengths", "today", "open", "first_half", "second_half")


@cache
def _is_period(title: str, words: Language) -> bool:
    text = normalize(title)
    if not text or len(text) > 60:
        return False
    if not any(c.isdigit() for c in text) and not _time_words(words, _TIMES).search(text):
        return False  # "a" and "to" are words of time, too
    rest = _time_words(words).sub(" ", text)
    rest = re.sub(r"[^\w]|_", "", _FILLERS.sub("", rest))
    return not rest and (rest != text)


@cache
def _time_words(words: Language, tables: tuple[str, ...] = ()) -> re.Pattern[str]:
    """An expression for any word of time, or for those of some tables only."""
    time = {name: words.time[name] for name in tables or words.time if name in words.time}
    phrases = sorted({normalize(phrase) for phrase in _phrases(time)} - {"", *tables}, key=len, reverse=True)
    if not phrases:
        return re.compile(r"(?!)")
    spaced = [re.escape(p) for p in phrases if not _NOT_SPACED.search(p)]
    others = [re.escape(p) for p in phrases if _NOT_SPACED.search(p)]
    forms = ([rf"\b(?:{'|'.join(spaced)})\b"] if spaced else []) + others
    return re.compile("|".join(forms))


def _phrases(value: Any) -> Iterator[str]:  # noqa: ANN401 - a table of TOML
    match value:
        case str():
            yield value
        case list() | tuple():
            for inner in value:
                yield from _phrases(inner)
        case dict():
            for key, inner in value.items():
                yield key
                yield from _phrases(inner)
        case _ if hasattr(value, "items"):
            for inner in value.values():
                yield from _phrases(inner)


def is_area(title: str, words: Language) -> bool:
    """Whether a heading is a field of life or work that goals are sorted by."""
    bare = re.sub(r"\s*[(（][^()（）]*[)）]", "", title)
    if normalize(bare) in words.areas:
        return True
    pieces = [normalize(piece) for piece in _AND.split(bare.casefold())]
    return len(pieces) > 1 and all(piece in words.areas for piece in pieces if piece)
