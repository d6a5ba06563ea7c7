"""Time frames: the words a student writes for when, and the days they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.plan.model import Plain, TimeFrame
from careerdoc.plan.timeframe.grammar import grammar
from careerdoc.plan.timeframe.marks import Marks, split_marks
from careerdoc.plan.timeframe.vocabulary import even

if TYPE_CHECKING:
    import datetime as dt

    from careerdoc.plan.timeframe.grammar import Grammar
    from careerdoc.reading.languages import Language
    from careerdoc.tree import Scalar

__all__ = ["LONGEST_TEXT", "Marks", "read_time_frame", "split_marks", "split_time_frame"]

LONGEST_TEXT = 2_000
"""Characters of a title or a step in which a time frame is looked for."""

_SET_OFF = re.compile(r"(?:[,;:–—(\[（、，。：،]|\s-|^)\s*$")
_AFTER_START = re.compile(r"\s*(?:[:：]|[–—-](?=\s)|[,，、)）])\s*(?=\S)")
_BEFORE = " ,;:–—-([（、，：،\u3000"
_BEHIND = " .,;)]）。、，\u3000"


def read_time_frame(text: Scalar, language: Language, today: dt.date) -> TimeFrame:
    """The time frame that a text as a whole is; words that mean no date are kept as words."""
    words = text.value.strip()
    rules, value = grammar(language), even(words)
    start = end = None
    if len(value) <= LONGEST_TEXT:
        start, end = rules.dates(value.strip(_BEHIND + "(["), today)
        if start is None and end is None:
            sure = (value[slice(*place)] for place in rules.places(value))
            start, end = next((rules.dates(found, today) for found in sure if not rules.is_weak(found)), (None, None))
    return TimeFrame(text=Plain(words, text.span), start=start, end=end)


def split_time_frame(text: Scalar, language: Language, today: dt.date) -> tuple[tuple[int, int], TimeFrame | None]:
    """The part of a text without the time frame at its end or start, as offsets, and that time frame.

    A time frame in the middle of a text is understood, and the text stays whole. So does a text that is
    nothing but a time frame.
    """
    whole = (0, len(text.value))
    if len(text.value) > LONGEST_TEXT:
        return whole, None
    rules, value = grammar(language), even(text.value)
    if rules.hint.search(value) is None:
        return whole, None
    matches = rules.places(value)
    if (place := _at_end(value, matches, rules)) and (found := _found(text, value, place, rules, today)):
        return (0, len(value[: place[0]].rstrip(_BEFORE))), found
    if matches and not value[: matches[0][0]].strip(" (（[") and (after := _AFTER_START.match(value, matches[0][1])):
        found = _found(text, value, matches[0], rules, today)
        if found is not None and found.understood:
            return (after.end(), len(value)), found
    for start, end in matches:
        words = value[start:end]
        if rules.is_sure(words):
            found = _found(text, value, (start, end), rules, today)
            return whole, found if found and found.understood else None
    return whole, None


def _at_end(value: str, matches: list[tuple[int, int]], rules: Grammar) -> tuple[int, int] | None:
    """Where the time frame at the end of a text stands; what may be words of the text must be set off from them."""
    if matches and matches[-1][0] and not value[matches[-1][1] :].strip(_BEHIND):
        start, end = matches[-1]
        words = value[start:end]
        if not (rules.is_bare(words) or rules.is_weak(words)) or _SET_OFF.search(value[:start]):
            return start, end
    ongoing = rules.open.search(value) or rules.until.search(value)
    return ongoing.span("open") if ongoing and ongoing.start() else None


def _found(text: Scalar, value: str, place: tuple[int, int], rules: Grammar, today: dt.date) -> TimeFrame | None:
    """The time frame at a place of a text, in the student's own letters."""
    start, end = place
    first, last = rules.dates(value[start:end], today)
    told = rules.open.search(value) or rules.until.search(value)
    if first is None and last is None and not (told or any(c.isdigit() for c in value[start:end])):
        return None
    return TimeFrame(text=Plain(text.value[start:end], text.part(start, end)), start=first, end=last)
