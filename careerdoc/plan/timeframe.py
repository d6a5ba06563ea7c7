"""Time frames: the words a student writes for when, and the days they mean.

The grammar, in every language from its own words (``reading/languages``)::

    frame    = relation? point | between | "within" count unit | "in" count unit | open
    point    = 2027-05-31 | 2027-05 | 5/2027 | May 2027 | May 5, 2027 | 5 May 2027
             | Fall 2027 | spring semester 2027 | Q3 2027 | 2027
    between  = point ("to" | "–") point
    relation = by | in | from …

``by`` leaves the start open and ``from`` the end; otherwise a point lasts from its first day to its last. Terms follow
the usual North American academic year. ``in six months`` is the day half a year from the plan's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.plan.model import Plain, TimeFrame

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdoc.reading.languages import Language
    from careerdoc.tree import Scalar

LONGEST_TEXT = 2_000
"""Characters of a title or a step in which a time frame is looked for."""

_DIGIT = re.compile(r"\d")
_YEAR = r"(?:19|20|21)\d\d"
_BARE = re.compile(rf"(?:\d{{1,2}}/){{0,2}}{_YEAR}|[QT][1-4]\W*{_YEAR}", re.IGNORECASE)
"""What may as well be a number in the text: "a 2027 class"."""

_SET_OFF = re.compile(r"(?:[,;:–—(\[]|\s-)\s*$")
_AFTER_START = re.compile(r"\s*(?::|[–—-](?=\s)|,)\s*(?=\S)")
_BEFORE = " ,;:–—-(["
_BEHIND = " .,;)]"


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """The vocabulary of time frames; see the ``[time]`` table of a language's file."""

    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    terms: tuple[str, ...]
    by: tuple[str, ...]
    during: tuple[str, ...]
    since: tuple[str, ...]
    within: tuple[str, ...]
    ahead: tuple[str, ...]
    between: tuple[str, ...]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    this: tuple[str, ...]
    next: tuple[str, ...]
    open: tuple[str, ...]
    of: tuple[str, ...]


_LISTS = ("terms", "by", "during", "since", "within", "ahead", "between", "this", "next", "open", "of")


@cache
def _time_words(language: Language) -> TimeWords:
    time = language.time
    return TimeWords(
        months={word: n for n, forms in enumerate(time["months"], 1) for word in forms},
        seasons={word: (first, last) for word, (first, last) in time["seasons"].items()},
        units={word: unit for unit, forms in time["units"].items() for word in forms},
        numbers=dict(time["numbers"]),
        **{key: tuple(sorted(time[key], key=len, reverse=True)) for key in _LISTS},
    )


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The expressions of one language, compiled. ``frame`` is the one that costs; the rest is told from its matches."""

    language: Language
    point: re.Pattern[str]
    frame: re.Pattern[str]
    open_at_end: re.Pattern[str]
    length: re.Pattern[str]
    opening_month: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return (
        "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)) + ")"
    )


@cache
def _grammar(language: Language) -> _Grammar:
    time = _time_words(language)
    of = rf"(?:\s*{_any(time.of)})?\s+"
    month = _any(time.months) + r"\.?"
    season = _any(time.seasons)
    term = rf"(?:\s+{_any(time.terms)})?" if time.terms else ""
    before_term = rf"(?:{_any(time.terms)}\s+(?:{_any(time.of)}\s+)?)?" if time.terms else ""
    point = "|".join(
        (
            rf"{_YEAR}-\d\d-\d\d",
            rf"{_YEAR}-\d\d",
            rf"\d{{1,2}}/\d{{1,2}}/{_YEAR}",
            rf"\d{{1,2}}/{_YEAR}",
            rf"{month}{of}\d{{1,2}}(?:st|nd|rd|th)?,?{of}{_YEAR}",
            rf"\d{{1,2}}(?:st|nd|rd|th)?{of}{month}{of}{_YEAR}",
            rf"{month}{of}{_YEAR}",
            rf"{before_term}{season}{term}{of}{_YEAR}",
            rf"[QT][1-4]{of}{_YEAR}",
            _YEAR,
        )
    )
    number = rf"(?:\d{{1,3}}|{_any(time.numbers)})"
    relative = rf"(?:{_any(time.within)}|{_any(time.ahead)})\s+{number}\s+{_any(time.units)}"
    relation = rf"(?:{_any([*time.by, *time.during, *time.since])})"
    # The first month of a range may leave its year to the second: "from March to May 2027".
    between = rf"(?:{point}|{month})\s*{_any(time.between)}\s*(?:{point})"
    from_to = rf"(?:{_any([*time.since, *time.during])}\s+)?{between}"
    frame = rf"\b(?:{from_to}|{relative}|(?:{relation}\s+)?(?:{point}))(?!\w)"
    flags = re.IGNORECASE
    return _Grammar(
        language,
        re.compile(point, flags),
        re.compile(frame, flags),
        re.compile(rf"[,;:–—(\[]\s*(?P<open>{_any(time.open)})\s*[)\]]?\s*[.;,]?\s*$", flags),
        re.compile(rf"(\d{{1,3}}|{_any(time.numbers)})\s+({_any(time.units)})$", flags),
        re.compile(
            rf"(?:{_any([*time.since, *time.during])}\s+)?(?P<month>{_any(time.months)})\.?\s*{_any(time.between)}\s*",
            flags,
        ),
    )


def read_time_frame(text: Scalar, language: Language, today: dt.date) -> TimeFrame:
    """The time frame that a text as a whole is; words that mean no date are kept as words."""
    grammar = _grammar(language)
    match = grammar.frame.search(text.value)
    start, end = _dates(match[0], grammar, today) if match else (None, None)
    words = text.value.strip()
    return TimeFrame(text=Plain(words, text.span), start=start, end=end)


def split_time_frame(text: Scalar, language: Language, today: dt.date) -> tuple[tuple[int, int], TimeFrame | None]:
    """The part of a text without the time frame at its end or start, as offsets, and that time frame.

    A time frame in the middle of a text is understood, and the text stays whole. So does a text that is
    nothing but a time frame.
    """
    grammar, value = _grammar(language), text.value
    whole = (0, len(value))
    has_words = _DIGIT.search(value) is not None or _may_have_words(value, grammar)
    if len(value) > LONGEST_TEXT or not has_words:
        return whole, None
    matches = list(grammar.frame.finditer(value))
    if (found := _at_end(value, matches, grammar)) is not None:
        start, end = found
        return (0, len(value[:start].rstrip(_BEFORE))), _found(text, start, end, grammar, today)
    if matches and not value[: matches[0].start()].strip() and (after := _AFTER_START.match(value, matches[0].end())):
        return (after.end(), len(value)), _found(text, *matches[0].span(), grammar, today)
    inside = next((match for match in matches if not _BARE.fullmatch(match[0])), None)
    return whole, _found(text, *inside.span(), grammar, today) if inside else None


def _at_end(value: str, matches: list[re.Match[str]], grammar: _Grammar) -> tuple[int, int] | None:
    """Where the time frame at the end of a text stands. A bare number such as a year must be set off from the words."""
    if matches and (last := matches[-1]).start() and not value[last.end() :].strip(_BEHIND):
        if not _BARE.fullmatch(last[0]) or _SET_OFF.search(value[: last.start()]):
            return last.span()
        return None
    ongoing = grammar.open_at_end.search(value)
    return ongoing.span("open") if ongoing and ongoing.start() else None


def _may_have_words(value: str, grammar: _Grammar) -> bool:
    words = set(re.findall(r"\w+", value.casefold()))
    time = _time_words(grammar.language)
    return not words.isdisjoint(time.units) or any(phrase in value.casefold() for phrase in time.open)


def _found(text: Scalar, start: int, end: int, grammar: _Grammar, today: dt.date) -> TimeFrame:
    words = text.value[start:end]
    first, last = _dates(words, grammar, today)
    return TimeFrame(text=Plain(words, text.part(start, end)), start=first, end=last)


def _dates(words: str, grammar: _Grammar, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    """First and last day that the words mean."""
    time = _time_words(grammar.language)
    points = [dates for found in grammar.point.finditer(words) if (dates := _point(found[0], grammar.language))]
    if len(points) > 1:
        return points[0][0], points[1][1]
    if points and (opening := _opening_month(words, points[0][0].year, grammar)):
        return opening, points[0][1]
    if points:
        before = words[: grammar.point.search(words).start()].strip().casefold()  # type: ignore[union-attr] # found above
        before = " ".join(before.split())
        if before in time.by:
            return None, points[0][1]
        if before in time.since:
            return points[0][0], None
        return points[0]
    return _relative(words, grammar, today)


def _opening_month(words: str, year: int, grammar: _Grammar) -> dt.date | None:
    """The first day of a month that opens a range without a year of its own."""
    match = grammar.opening_month.match(words)
    return dt.date(year, _time_words(grammar.language).months[match["month"].casefold()], 1) if match else None


def _relative(words: str, grammar: _Grammar, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    time = _time_words(grammar.language)
    text = " ".join(words.casefold().split())
    match = grammar.length.search(text)
    if match is None:
        return None, None
    count = int(match[1]) if match[1].isdigit() else time.numbers[match[1]]
    day = _later(today, count, time.units[match[2]])
    return (today, day) if text[: match.start()].strip() in time.within else (day, day)


def _later(day: dt.date, count: int, unit: str) -> dt.date | None:
    months = {"month": 1, "year": 12}.get(unit)
    if months is None:
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    total = day.year * 12 + day.month - 1 + count * months
    year, month = divmod(total, 12)
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _point(words: str, language: Language) -> tuple[dt.date, dt.date] | None:
    """First and last day of a date, month, term, quarter or year; None where the calendar has no such day."""
    text = words.casefold()
    year_match = re.search(_YEAR, text)
    if year_match is None:
        return None
    year = int(year_match[0])
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    time = _time_words(language)
    names = re.findall(r"[^\W\d_]+", text)
    month = next((time.months[name] for name in names if name in time.months), None)
    if month is not None:
        days = [n for n in numbers if n != year]
        return _day(year, month, days[0]) if days else _months(year, month, month)
    season = next((time.seasons[name] for name in names if name in time.seasons), None)
    if season is not None:
        return _months(year, *season)
    if re.match(r"[qt][1-4]", text):
        return _months(year, int(text[1]) * 3 - 2, int(text[1]) * 3)
    if "/" in text:
        others = [n for n in numbers if n != year]
        return _day(year, *others) if len(others) == 2 else _months(year, others[0], others[0])
    if len(numbers) == 3:
        return _day(*numbers)
    return _months(year, numbers[1], numbers[1]) if len(numbers) == 2 else _months(year, 1, 12)


def _day(year: int, month: int, day: int) -> tuple[dt.date, dt.date] | None:
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found, found


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date] | None:
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
