"""A line of text in pieces that run one way and are of one kind of script, as Word wants its runs.

The rules are those of UAX 9 for text without formatting characters, as far as Word leaves them to who writes the file:
numbers after letters run as these do (W2, W7), brackets as what they hold (N0), other signs as what is on both sides
of them, or else as the paragraph (N1, N2).
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import NamedTuple

from careerdoc.rendering.bidi import LTR_MARK, fixed, has_rtl
from careerdoc.rendering.scripts import SCRIPTS, Script, Slot, has_script, own_script, script_at, scripts_in

_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_WAYS = {"L": False, "R": True, "AL": True}


class Segment(NamedTuple):
    """A piece of text, whether it runs from right to left, and its script if that asks for a face of its own."""

    text: str
    rtl: bool
    script: Script | None


def segments(text: str, language: str, *, rtl: bool) -> list[Segment]:
    """The pieces of a text that stands in a paragraph from right to left, or not."""
    if not rtl and not has_script(text) and not has_rtl(text):
        return [Segment(text, rtl=False, script=None)]
    pieces = [(piece, keeps) for piece, keeps in fixed(text)] if rtl or has_rtl(text) else [(text, False)]
    whole = "".join(piece for piece, _ in pieces)
    kept = [keeps for piece, keeps in pieces for _ in piece]
    ways = _ways(whole, kept, rtl=rtl)
    slots = _complex(whole)
    made: list[Segment] = []
    at = 0
    for (way, slot, keeps), group in groupby(zip(ways, slots, kept, strict=True)):
        length = len(list(group))
        part, at = whole[at : at + length], at + length
        shown = f"{LTR_MARK}{part}{LTR_MARK}" if keeps and has_rtl(whole) else part
        made.append(Segment(shown, way, _script(part, way, language, "cs" if slot else "ea")))
    return made


def _script(part: str, rtl: bool, language: str, slot: Slot) -> Script | None:  # noqa: FBT001 - as in a Segment
    """The script of a piece; that of the language for signs alone between letters from right to left."""
    found = [SCRIPTS[code] for code in scripts_in(part, language)]
    if not rtl:
        return next((script for script in found if script.slot == slot and not script.rtl), None)
    own = own_script(language)
    otherwise = own if own is not None and own.rtl else SCRIPTS["Arab"]
    return next((script for script in found if script.rtl), otherwise)


def _complex(text: str) -> list[bool]:
    """Whether each character asks for Word's complex kind of font, though it runs from left to right.

    Signs and numbers belong to what they follow.
    """
    told, last = [], False
    for character in text:
        script = SCRIPTS.get(script_at(character))
        if character.isalpha() or script is not None:
            last = script is not None and script.slot == "cs" and not script.rtl
        told.append(last)
    return told


def _ways(text: str, kept: list[bool], *, rtl: bool) -> list[bool]:
    """Whether each character runs from right to left."""
    ways: list[bool | None] = []
    last = rtl
    for character, keeps in zip(text, kept, strict=True):
        kind = unicodedata.bidirectional(character)
        way = False if keeps else _WAYS.get(kind)
        if way is None and kind in {"EN", "AN"}:
            way = last
        elif way is None and kind == "NSM" and ways:
            way = ways[-1]
        elif way is not None and not keeps:
            last = way
        ways.append(way)
    _brackets(text, ways, rtl=rtl)
    return _filled(ways, rtl=rtl)


def _brackets(text: str, ways: list[bool | None], *, rtl: bool) -> None:
    """Give both brackets of a pair the way of what they hold, if that is the paragraph's or that of what is before."""
    open_: list[int] = []
    for at, character in enumerate(text):
        if character in _BRACKETS:
            open_.append(at)
        elif open_ and character == _BRACKETS[text[open_[-1]]]:
            start = open_.pop()
            inside = {way for way in ways[start + 1 : at] if way is not None}
            before = next((way for way in reversed(ways[:start]) if way is not None), rtl)
            if inside:
                ways[start] = ways[at] = rtl if rtl in inside else before


def _filled(ways: list[bool | None], *, rtl: bool) -> list[bool]:
    """Signs as the letters on both sides of them, or as the paragraph."""
    filled: list[bool] = []
    for way, group in groupby(ways):
        count = len(list(group))
        if way is None:
            before = filled[-1] if filled else rtl
            behind = next((one for one in ways[len(filled) + count :] if one is not None), rtl)
            way = before if before == behind else rtl  # noqa: PLW2901 - the way that the signs take
        filled += [way] * count
    return filled
