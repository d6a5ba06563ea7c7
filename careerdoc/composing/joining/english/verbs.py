"""English verb forms, as far as the steps of a plan need them: is this a verb, what is its past, what its base."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))

VERBS: frozenset[str] = frozenset(WORDS["verbs"])
"""Base forms that steps and goals begin with."""
_IRREGULAR: dict[str, str] = WORDS["past"]
_DOUBLED = frozenset(WORDS["doubled"])

FINITE: tuple[str, ...] = tuple(WORDS["finite"])
"""Verb forms that make a clause of a phrase."""

ORDINARY = frozenset(WORDS["ordinary"])
"""Words that begin a phrase without being names."""

PROPER = frozenset(WORDS["proper"])
"""Words that keep their capital."""

NOUNS_TOO = frozenset(WORDS["nouns_too"])
"""Verbs that are more often nouns where another noun follows: "Mentor training", "Budget course"."""

NOMINALS: dict[str, str] = WORDS["nominals"]
"""Noun phrases that steps begin with, and the verb that says the same."""


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is a verb's base form that steps begin with."""
    return word in VERBS


@cache
def past(verb: str) -> str:
    """The past tense of a base form."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


@cache
def base_of_gerund(word: str) -> str:
    """The base form of a word in -ing, or an empty string where it is none that is known."""
    if not word.endswith("ing"):
        return ""
    stem = word[:-3]
    forms = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
    return next((form for form in forms if form in VERBS), "")


@cache
def base_of_past(word: str) -> str:
    """The base form of a past tense, or an empty string."""
    return _PASTS.get(word, "")


_PASTS: dict[str, str] = {past(verb): verb for verb in VERBS if past(verb) != verb}
