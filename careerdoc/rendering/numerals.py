"""Numerals of nested lists: I. A. 1. a. (1) (a) for an outline (MLA and Chicago style), 1. a. i. elsewhere."""

from __future__ import annotations

from typing import Literal

Numeral = Literal[
    "romanUcPeriod",
    "alphaUcPeriod",
    "arabicPeriod",
    "alphaLcPeriod",
    "arabicParenBoth",
    "alphaLcParenBoth",
    "romanLcPeriod",
]
"""Named as in ST_TextAutonumberScheme (ECMA-376 part 1, 20.1.10.61)."""

_OUTLINE: tuple[Numeral, ...] = (
    "romanUcPeriod",
    "alphaUcPeriod",
    "arabicPeriod",
    "alphaLcPeriod",
    "arabicParenBoth",
    "alphaLcParenBoth",
)
_PLAIN: tuple[Numeral, ...] = ("arabicPeriod", "alphaLcPeriod", "romanLcPeriod")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def numeral_at(depth: int, *, outline: bool) -> Numeral:
    """The kind of numeral for an ordered list at a depth (from 0) of ordered lists."""
    kinds = _OUTLINE if outline else _PLAIN
    return kinds[depth % len(kinds)]


def numeral_text(kind: Numeral, number: int) -> str:
    """A number as its numeral: ``IV.``, ``(b)``. Numbers that Roman or letters cannot tell stay Arabic."""
    text = str(number)
    if kind.startswith("roman") and 0 < number < 4000:
        text = _roman(number)
    elif kind.startswith("alpha") and number > 0:
        text = _letters(number)
    if "Uc" in kind:
        text = text.upper()
    return f"({text})" if kind.endswith("ParenBoth") else f"{text}."


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """One letter up to z, then aa … zz, aaa: the letter repeated, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
