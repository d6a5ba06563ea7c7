"""Time frames within a sentence: which of a student's words for when can stand there as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?![\d-])")


class TimeFrames:
    """The table ``[time]`` of a language's file.

    ``inline`` is the form of what stands in a sentence as it is ("by June 2027"); ``affixed`` lists forms that do so
    with a word at one end, and how (``en {}``). A date such as 2027-06 is written out: alone by ``in_month`` and
    ``on_day``, within words by ``month`` and ``day``. ``small`` is the form of what loses its capital there.
    """

    def __init__(self, words: dict[str, Any]) -> None:
        self.words = words
        self.before: bool = words["before"]
        self.joint: str = words["joint"]
        self._inline = re.compile(words["inline"], re.IGNORECASE)
        self._small = re.compile(words.get("small", words["inline"]), re.IGNORECASE)
        self._affixed = [(re.compile(form, re.IGNORECASE), how) for form, how in words.get("affixed", ())]

    def day(self, day: dt.date) -> str:
        """A day, written out."""
        return self._fill("day", day.year, day.month, day.day)

    def phrase(self, text: str) -> str:
        """A time frame as it stands in a sentence, or an empty string where it belongs in brackets."""
        if alone := _ISO.fullmatch(text):
            return self._written(alone, "on_day" if alone["day"] else "in_month")
        written = self.written(text)
        if self._inline.search(written):
            return written[:1].lower() + written[1:] if self._small.search(written) else written
        return next((how.format(written) for form, how in self._affixed if form.search(written)), "")

    def written(self, text: str) -> str:
        """A text with its dates written out."""
        return _ISO.sub(lambda match: self._written(match, "day" if match["day"] else "month"), text)

    def _written(self, match: re.Match[str], pattern: str) -> str:
        return self._fill(pattern, int(match["year"]), int(match["month"]), int(match["day"] or 1))

    def _fill(self, pattern: str, year: int, month: int, day: int) -> str:
        months: list[str] = self.words["months"]
        within: list[str] = self.words.get("months_within", months)
        name, inner = months[month - 1], within[month - 1]
        number = self.words["first"] if day == 1 and "first" in self.words else day
        filled: str = self.words[pattern].format(year=year, month=name, month_within=inner, day=number)
        return filled
