"""English times: days written out, and time frames as they stand within a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.neutral import Joining

if TYPE_CHECKING:
    import datetime as dt

    from careerdoc.plan import TimeFrame

_MONTHS: tuple[str, ...] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
)
_MONTHS += ("November", "December")  # not calendar.month_name, which follows the locale
_RELATION = re.compile(
    r"(?:by|before|until|in|on|at|during|from|within|after|since|starting|beginning|over|no later than|every|through|"
    r"around|mid|early|late|ongoing|weekly|daily|monthly|due|for|between|this|next|as|to)\b",
    re.IGNORECASE,
)
SIGNS = re.compile(r"^[\u2190-\u2bff\U0001f300-\U0001faff\ufe0f\s]+|[\s\u2190-\u2bff\U0001f300-\U0001faff\ufe0f]+$")
"""Pictographs around a text: the priorities and calendars of task managers."""
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_SEASON = re.compile(r"\b(?:Fall|Autumn|Winter|Spring|Summer|Semester|Term)\b")
_RANGE = re.compile(r"\s*(?:–|—|\sto\s|\sthrough\s|\suntil\s|(?<=[a-z\d])-(?=[A-Z\d]))\s*")


class Times(Joining):
    """Days and time frames in sentences."""

    def date(self, day: dt.date) -> str:
        """``November 23, 2026``."""
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"

    def day_first(self, day: dt.date) -> str:
        """``23 November 2026`` (MLA 9, 1.3)."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def phrase(self, when: TimeFrame) -> str:
        """A time frame as it stands in a sentence: ``by May 2027``, ``in spring 2032``."""
        text = self.dated(when)
        text = _SEASON.sub(lambda match: match[0].lower(), text)
        if _RELATION.match(text):
            return text[:1].lower() + text[1:]
        if when.start is not None and when.start == when.end:
            return f"on {text}"
        if _RANGE.search(text):
            return f"from {_RANGE.sub(' to ', text, count=1)}"
        return f"in {text}" if when.understood else text[:1].lower() + text[1:]

    def dated(self, when: TimeFrame) -> str:
        """The words of a time frame, days and months written out."""
        return _ISO.sub(lambda match: self.written(match[0]), SIGNS.sub("", self.markdown(when.text)))

    def written(self, iso: str) -> str:
        """A day or a month in figures, written out."""
        year, month, *day = (int(part) for part in iso.split("-"))
        name = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
        return f"{name} {day[0]}, {year}" if day else f"{name} {year}"

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A clause with its time frame."""
        if when is None or self.markdown(when.text) in text or self.dated(when) in text:
            return text
        return f"{text}{' —' if text.count(' — ') % 2 else ''} {self.phrase(when)}"

    # ── clauses ──
