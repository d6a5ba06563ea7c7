"""The words of a language for time, as the ``[time]`` table of its file has them, ready for the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdoc.reading.languages import Language

NEVER = "(?!)"
"""Matches nothing: stands for a list of words that a language does not have."""

_DIGITS = {ord(zero) + value: str(value) for zero in "０٠۰०" for value in range(10)}
_SIGNS = dict(zip(map(ord, "／．－～（）\u3000"), "/.-~() ", strict=True))
_TABLE = {**_DIGITS, **_SIGNS}


def even(text: str) -> str:
    """A text with the digits and signs of other scripts as those of ASCII, letter for letter; case is folded."""
    text = text.translate(_TABLE)
    folded = text.casefold()
    return folded if len(folded) == len(text) else text.lower() if len(text.lower()) == len(text) else text


def alternatives(words: Iterable[str]) -> str:
    """An expression for any of the words, longest first; white space in them is any."""
    ordered = sorted({even(word) for word in words}, key=len, reverse=True)
    joined = "|".join(re.sub(r"\\ |\s", r"\\s+", re.escape(word)) for word in ordered if word)
    return f"(?:{joined})" if joined else NEVER


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """The vocabulary of time frames.

    The lists of relations stand before a point (``by`` May) or, with ``_after``, behind it (5월``까지``). ``parts``
    are the words for a piece of a month, term or year; ``signs`` stand behind the numbers of a year, month and day.
    """

    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    lengths: Mapping[str, int]
    parts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, str]
    spaced: bool
    day_first: bool
    academic: tuple[int, int]

    def any(self, *names: str) -> str:
        """An expression for any word of the lists named."""
        return alternatives(word for name in names for word in self.lists.get(name, ()))


_TABLES = frozenset(
    {"months", "seasons", "units", "numbers", "lengths", "parts", "signs", "spaced", "day_first", "academic"}
)


@cache
def time_words(language: Language) -> TimeWords:
    """The vocabulary of a language; one without a ``[time]`` table still has numbers and signs."""
    table: Mapping[str, Any] = language.time
    return TimeWords(
        months={even(word): n for n, forms in enumerate(table.get("months", ()), 1) for word in forms},
        seasons={even(word): (first, last) for word, (first, last) in table.get("seasons", {}).items()},
        units={even(word): unit for unit, forms in table.get("units", {}).items() for word in forms},
        numbers={even(word): number for word, number in table.get("numbers", {}).items()},
        lengths={even(word): months for word, months in table.get("lengths", {}).items()},
        parts={even(word): part for part, forms in table.get("parts", {}).items() for word in forms},
        lists={key: tuple(words) for key, words in table.items() if key not in _TABLES},
        signs={key: alternatives(words) for key, words in table.get("signs", {}).items()},
        spaced=table.get("spaced", True),
        day_first=table.get("day_first", True),
        academic=tuple(table.get("academic", (9, 6))),
    )
