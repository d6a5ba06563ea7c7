"""English times: days written out, and time frames as they stand within a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.forms import has_tail
from careerdoc.composing.joining.neutral import Joining

if TYPE_CHECKING:
    import datetime as dt

    from careerdoc.plan import TimeFrame

_MONTHS: tuple[str, ...] = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Not ``calendar.month_name``, which follows the locale."""
_RELATION = re.compile(
    r"(?:by|before|until|in|on|at|during|from|within|after|since|starting|beginning|over|no later than|every|through|"
    r"around|about|mid|early|late|ongoing|weekly|daily|monthly|due|for|between|this|next|as|to|expected|sometime|once|"
    r"twice|each|throughout|right|now|today|tomorrow|whenever|when)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^[\u2190-\u2bff\U0001f300-\U0001faff\ufe0f\s]+|[\s\u2190-\u2bff\U0001f300-\U0001faff\ufe0f]+$")
"""Pictographs around a text: the priorities and calendars of task managers."""
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_SHORT_MONTH = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=[ ,]+\d|\s*[-–—]|$)", re.IGNORECASE
)
_SEASON = re.compile(r"\b(?:Fall|Autumn|Winter|Spring|Summer|Semester|Term)\b")
_RANGE = re.compile(r"\s*(?:–|—|\sto\s|\sthrough\s|\suntil\s|(?<=[a-z\d])-(?=[A-Z\d]))\s*")
_FULL_DAY = re.compile(rf"\b((?:{'|'.join(_MONTHS)}) \d{{1,2}}, \d{{4}})(?= (?!(?:to|and|or|until|through)\b)\w)")
"""A day with its year in the middle of a sentence, which takes a comma behind it (APA 7, 6.3; MLA 9, 2.20)."""
_ABBREVIATED = (
    (re.compile(r"\bw/\s+"), "with "),
    (re.compile(r"\bw/o\s+"), "without "),
    (re.compile(r"\s+&\s+"), " and "),
    (re.compile(r"(?<=\w) \+ (?=[a-z])"), " and "),
)
_FRONTED = re.compile(r"(?:in|on|during|last)\s")


class Times(Joining):
    """Days and time frames in sentences."""

    def date(self, day: dt.date) -> str:
        """``November 23, 2026``."""
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"

    def day_first(self, day: dt.date) -> str:
        """``23 November 2026`` (MLA 9, 1.3)."""
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def clean(self, text: str) -> str:
        """A text for the middle of a sentence: no end mark, days and abbreviations written out."""
        plain = _SIGNS.sub("", self.markdown(text)).strip().rstrip(".!")
        plain = _FULL_DAY.sub(r"\1,", _DAY.sub(lambda match: _written(match[0]), plain))
        for short, written in _ABBREVIATED:
            plain = short.sub(written, plain)
        return plain

    def phrase(self, when: TimeFrame) -> str:
        """A time frame as it stands in a sentence: ``by May 2027``, ``in spring 2032``."""
        text = _SEASON.sub(lambda match: match[0].lower(), self._dated(when))
        text = re.sub(r"^(?:complete|finish|done|deliver|target|due)\w*:? (?=by |in )", "", text, flags=re.IGNORECASE)
        if _RELATION.match(text):
            return text[:1].lower() + text[1:]
        if when.start is not None and when.start == when.end:
            return f"on {text}"
        if _RANGE.search(text):
            return f"from {_RANGE.sub(' to ', text, count=1)}"
        if when.understood:
            return f"in {text}"
        return f"starting {text}" if text.startswith(_MONTHS) else text[:1].lower() + text[1:]

    def fronted(self, when: TimeFrame | None) -> str:
        """A time frame that can begin a sentence, with its comma, "In October 2026, "; else an empty string."""
        text = self.phrase(when) if when else ""
        return f"{self.capital(text)}, " if _FRONTED.match(text) else ""

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A clause with its time frame; a comma sets it apart from an addition that has one."""
        if when is None or self.markdown(when.text) in text or self._dated(when) in text:
            return text
        mark = " —" if text.count(" — ") % 2 else "," if has_tail(text) else ""
        return f"{text}{mark} {self.phrase(when)}"

    def _dated(self, when: TimeFrame) -> str:
        """The words of a time frame, days and months written out."""
        text = _ISO.sub(lambda match: _written(match[0]), _SIGNS.sub("", self.markdown(when.text)))
        text = _SHORT_MONTH.sub(lambda match: _in_full(match["month"]), text)
        return re.sub(r"\s+&\s+", " and ", text)


def _in_full(month: str) -> str:
    return next(name for name in _MONTHS if name.lower().startswith(month[:3].lower()))


def _written(iso: str) -> str:
    year, month, *day = (int(part) for part in iso.split("-"))
    name = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
    return f"{name} {day[0]}, {year}" if day else f"{name} {year}"
