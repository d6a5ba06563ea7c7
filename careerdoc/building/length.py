"""Whether a document is as long as it was asked to be, and a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking import read_bounds
from careerdoc.document.counting import spoken_words, words_of
from careerdoc.findings import Finding, Level, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.document import Document

SETTING = "words"
TALK = "minutes"
PACE = 130
"""Words a minute that people say in front of others."""


def length_finding(document: Document, name: str) -> Iterator[Finding]:
    """A finding where the setting ``words`` asks for more or fewer words than the document has.

    Raises CareerdocError where the setting is no range.
    """
    asked = document.settings.get(SETTING, "")
    if not asked:
        return
    bounds = read_bounds(asked)
    if bounds is None:
        hint = "write `1000..1500`, `1000..` (at least) or `..1500` (at most)"
        raise refusal("CD024", f'"{asked}" is not a number of words', place=f"{SETTING}={asked}", hint=hint)
    low, high = bounds
    count = words_of(document)
    missing, over = max((low or 0) - count, 0), max(count - high, 0) if high is not None else 0
    if missing or over:
        hint = f"{missing} more are wanted" if missing else f"cut {over}"
        counted = "title, heading block and references are not counted"
        message = f"the {name.partition('.')[0]} has {count} words; asked for: {_told(low, high)}"
        yield Finding("CD061", Level.WARNING, message, None, f"{hint}; {counted}", name)


def talk_finding(document: Document, name: str) -> Iterator[Finding]:
    """A finding where the speaker notes take more, or less, than the minutes that the setting ``minutes`` gives.

    Raises CareerdocError where the setting is no number of minutes.
    """
    asked = document.settings.get(TALK, "")
    if not asked:
        return
    bounds = read_bounds(asked)
    if bounds is None:
        hint = "write `5` (at most), `4..6` or `4..` (at least)"
        raise refusal("CD024", f'"{asked}" is not a number of minutes', place=f"{TALK}={asked}", hint=hint)
    low, high = bounds
    low = None if low == high else low
    words = spoken_words(document)
    over, missing = words - (high * PACE if high is not None else words), (low or 0) * PACE - words
    if over > 0 or missing > 0:
        hint = f"cut about {over} words of the notes" if over > 0 else f"about {missing} words more are wanted"
        time = f"{words // PACE}:{words % PACE * 60 // PACE:02d}"
        told = f"the speaker notes take {time} minutes at {PACE} words a minute; there are {_told(low, high)}"
        yield Finding("CD067", Level.WARNING, told, None, hint, name)


def _told(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"{low} to {high}" if low is not None else f"at most {high}"
