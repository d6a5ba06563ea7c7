"""When a work came out or was read, from the ways in which people and programs write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": "Spring", "summer": "Summer", "fall": "Fall", "autumn": "Fall", "winter": "Winter"}
_ISO = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?:T[\d:.+Z-]*)?\Z")
_WORDY = re.compile(
    r"(?:(?P<d1>\d{1,2})\.?\s+)?(?P<word>[^\W\d]{3,12})\.?\s*(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?,?\s+(?P<year>\d{4})\Z"
)
_US = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\Z")
_NONE = re.compile(r"(?:n\.?\s?d\.?|no date|s\.?\s?f\.?|o\.?\s?[dJ]\.?|undated)\Z", re.IGNORECASE)
_APPROXIMATE = re.compile(r"(?:ca?\.|circa|~)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known; ``text`` is what could not be told for one (``in press``). No year: undated."""

    year: int | None = None
    month: int = 0
    day: int = 0
    season: str = ""
    text: str = ""
    end: When | None = None
    circa: bool = False

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return self.year is not None or bool(self.text)


UNDATED = When()


def read_date(text: str | None) -> When:
    """A date from its words: ``2026-05-14``, ``May 14, 2026``, ``Spring 2026``, ``2020/2022``, ``n.d.``."""
    words = " ".join((text or "").split())
    if not words or _NONE.fullmatch(words):
        return UNDATED
    if approximate := _APPROXIMATE.match(words):
        found = read_date(words[approximate.end() :])
        return When(found.year, found.month, found.day, circa=True) if found.year is not None else When(text=words)
    single = _single(words)
    if single is not None:
        return single
    ends = re.split(r"\s*(?:--|–|/|\.\.)\s*|\s+-\s+|(?<=\d{4})-(?=\d{4})", words)
    if len(ends) == 2 and (first := _single(ends[0])) is not None:
        last = _single(ends[1]) if ends[1] else None
        return When(first.year, first.month, first.day, first.season, end=last or When(text=ends[1] or "present"))
    return When(text=words)


def _single(words: str) -> When | None:
    match = _ISO.match(words)
    if match is not None:
        month, day = int(match["month"] or 0), int(match["day"] or 0)
        if 21 <= month <= 24:  # EDTF's seasons
            return When(int(match["year"]), season=("Spring", "Summer", "Fall", "Winter")[month - 21])
        return When(int(match["year"]), month, day) if month <= 12 and day <= 31 else None
    match = _US.match(words)
    if match is not None and int(match["month"]) <= 12:
        return When(int(match["year"]), int(match["month"]), int(match["day"]))
    match = _WORDY.match(words)
    if match is None:
        return None
    name = match["word"].casefold()
    if name in _SEASONS:
        return When(int(match["year"]), season=_SEASONS[name])
    if name[:3] not in _MONTHS:
        return None
    return When(int(match["year"]), _MONTHS.index(name[:3]) + 1, int(match["d1"] or match["d2"] or 0))
