"""Points of time: a day, a month, a season, a term, a quarter, a year, or a piece of one of them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from careerdoc.plan.timeframe.calendar import Days, around, coming, day, later, months, one_day, piece
from careerdoc.plan.timeframe.vocabulary import NEVER, alternatives, time_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.plan.timeframe.vocabulary import TimeWords
    from careerdoc.reading.languages import Language

YEAR = r"(?:19|20|21)\d\d"


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One way to name a point of time: its expression, and what a match of it means."""

    text: str
    means: Callable[[re.Match[str], dt.date, TimeWords], Days | None]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first wanted."""
        return _compiled(self.text)


@lru_cache(maxsize=512)
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text)


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """The ways of a language, and the words for a piece of a point, before it and behind it."""

    ways: tuple[Point, ...]
    part: str
    part_behind: str

    @property
    def text(self) -> str:
        """An expression for any point, without groups."""
        inner = "|".join(bare(way.text) for way in self.ways)
        return f"(?:{bare(self.part)})?(?:{inner})(?:{bare(self.part_behind)})?"


def bare(expression: str) -> str:
    """An expression without its groups' names."""
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


@cache
def points(language: Language) -> Points:
    """The ways of a language to name a point, the longest expressions before those that begin them."""
    words = time_words(language)
    of = rf"(?:\s*{words.any('of')}\s*|\s+)" if words.spaced else rf"(?:\s*{words.any('of')})?\s*"
    year, sign = rf"(?P<year>{YEAR})", words.signs.get("year", "")
    halves = rf"(?P<half1>{words.any('first_half')})|{words.any('second_half')}"
    ways = (
        Point(rf"{year}[-/.]\s?(?P<m>\d\d?)[-/.]\s?(?P<d>\d\d?)(?!\d)", _numbers),
        Point(rf"(?P<a>\d\d?)[-/.](?P<b>\d\d?)[-/.]{year}", _written),
        Point(rf"(?:{words.any('school_year')}\s*)?{year}\s*[-/–]\s*(?P<short>\d\d)(?![\d/]|[-.]\d)", _school_year),
        Point(rf"{words.any('school_year')}\s*{year}(?:\s*[-/–]\s*{YEAR})?", _school_year),
        Point(rf"{year}[-/.](?P<m>\d\d?)(?![\d/])", _numbers),
        Point(rf"(?P<m>\d\d?)[/.]{year}", _numbers),
        *_signed(words, year),
        *_named(words, of, year),
        Point(rf"[qt](?P<quarter>[1-4])(?:(?:{of}|\W?\s*){year})?", _quarter),
        Point(rf"{year}\s*[-/]?\s*q(?P<quarter>[1-4])", _quarter),
        Point(rf"h(?P<half>[12])(?:{of}|\s*){year}", _half),
        Point(rf"(?:{halves})(?:{of}|\s*){year}", _half),
        Point(rf"{year}\s*{sign}\s*(?:{halves})", _half),
        Point(rf"{year}(?:\s*{words.signs.get('year', NEVER)})?", _year),
        Point(words.any("today"), _today),
        Point(words.any("tomorrow"), _tomorrow),
    )
    the = rf"(?:{words.any('the')}\s*)?"
    part = rf"(?P<part>{alternatives(words.parts)})[\s-]*(?:{words.any('of')}\s*)?{the}" if words.parts else NEVER
    behind = rf"\s*(?:{words.any('of')}\s*)?(?P<part>{alternatives(words.parts)})" if not words.spaced else NEVER
    return Points(ways, part, behind)


def _named(words: TimeWords, of: str, year: str) -> list[Point]:
    """Months, seasons and terms by name, with or without a year, and units: this month, next year."""
    shift = rf"(?:(?:(?P<next>{words.any('next')})|{words.any('this')})\s*)"
    after = rf"(?:\s+(?P<after>{words.any('next_after')}))" if words.lists.get("next_after") else "(?:)"
    term = rf"(?:\s*{words.any('terms')})?" if words.lists.get("terms") else ""
    before = rf"(?:{words.any('terms')}{of})?" if words.lists.get("terms") else ""
    ahead = rf"(?:{year}\s*{words.signs.get('year', '')}?(?:\s*{words.any('of')})?,?\s*)?"
    behind = rf"(?:,?(?:{of}|\s*[,/-]\s*)(?P<year2>{YEAR})|\s*['’](?P<short>\d\d))?"
    number = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|º|ª|er|\.)?"
    day, day2 = number.format("day"), number.format("day2")
    found = []
    if words.months:
        month = rf"(?P<month>{alternatives(words.months)})\.?"
        found.append(Point(rf"{shift}?{ahead}(?:{day}{of})?{month}(?:{of}{day2}(?!\d))?{behind}{after}?", _month))
    if words.seasons:
        season = rf"(?P<season>{alternatives(words.seasons)})"
        found.append(Point(rf"{shift}?{ahead}{before}{season}{term}{behind}{after}?", _season))
    unit = rf"(?P<unit>{alternatives(words.units)})"
    found.append(Point(rf"{shift}{unit}", _unit))
    if words.lists.get("next_after"):
        found.append(Point(rf"{unit}{after}", _unit))
    return found


def _signed(words: TimeWords, year: str) -> list[Point]:
    """Dates whose numbers have signs behind them: 2027年5月10日, 2027년 5월."""
    if not {"year", "month", "day"} <= set(words.signs):
        return []
    years, ms, ds = (words.signs[key] for key in ("year", "month", "day"))
    told = rf"{year}\s*{years}|(?P<following>{words.any('next_year')})|(?P<running>{words.any('this_year')})"
    ahead = rf"(?:(?:{told})\s*(?:{words.any('of')}\s*)?)?"
    return [Point(rf"{ahead}(?P<m>\d\d?)\s*{ms}(?:\s*(?P<d>\d\d?)\s*{ds})?", _numbers)]


def meaning(text: str, language: Language, today: dt.date) -> Days | None:
    """First and last day of a point of time; None for anything else."""
    words, known = time_words(language), points(language)
    for way in known.ways:
        if (match := way.pattern.fullmatch(text)) and (days := way.means(match, today, words)):
            return days
    return _piece(text, language, today, words, known)


def _piece(text: str, language: Language, today: dt.date, words: TimeWords, known: Points) -> Days | None:
    """The beginning, the middle or the end of a point, or of the month, term or year that goes on."""
    found = _compiled(known.part).match(text)
    if found is not None:
        return _part_of(text[found.end() :].strip(), found["part"], language, today)
    if not words.spaced:
        for part in sorted(words.parts, key=len, reverse=True):
            if text.endswith(part) and (days := _part_of(text[: -len(part)].strip(), part, language, today)):
                return days
    return None


def _part_of(text: str, part: str, language: Language, today: dt.date) -> Days | None:
    words = time_words(language)
    unit = words.units.get(text)
    whole = around(today, unit, 0, words.academic) if unit else meaning(text, language, today) if text else None
    return piece(whole, words.parts[" ".join(part.split())]) if whole else None


# ── What a match means ───────────────────────────────────────────────────────────────────────────────────


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _year_of(match: re.Match[str], today: dt.date, build: Callable[[int], Days | None]) -> Days | None:
    """What is built for the year that is said, or else for the first one in which it is still to come."""
    if year := _group(match, "year") or _group(match, "year2"):
        return build(int(year))
    if short := _group(match, "short"):
        return build(2000 + int(short))
    if _group(match, "following") or _group(match, "running"):
        return build(today.year + bool(_group(match, "following")))
    return next((days for n in (-1, 0, 1) if (days := build(today.year + n)) and coming(days, today, today.year)), None)


def _numbers(match: re.Match[str], today: dt.date, _words: TimeWords) -> Days | None:
    month, number = int(match["m"]), _group(match, "d")
    return _year_of(match, today, lambda year: day(year, month, int(number)) if number else months(year, month, month))


def _written(match: re.Match[str], _today: dt.date, words: TimeWords) -> Days | None:
    """``5/10/2027``: the month first in English, the day first elsewhere, and whichever the calendar allows."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    day_first = words.day_first or "." in match[0]
    month, number = (second, first) if day_first else (first, second)
    return day(year, month, number) or day(year, number, month)


def _month(match: re.Match[str], today: dt.date, words: TimeWords) -> Days | None:
    month = words.months[" ".join(match["month"].split())]
    number = _group(match, "day") or _group(match, "day2")

    def build(year: int) -> Days | None:
        return day(year, month, int(number)) if number else months(year, month, month)

    return _shifted(match, today, build)


def _season(match: re.Match[str], today: dt.date, words: TimeWords) -> Days | None:
    first, last = words.seasons[" ".join(match["season"].split())]
    return _shifted(match, today, lambda year: months(year, first, last))


def _shifted(match: re.Match[str], today: dt.date, build: Callable[[int], Days | None]) -> Days | None:
    """``this summer`` goes on or comes first; ``next summer`` is the one after one that goes on."""
    days = _year_of(match, today, build)
    if not (_group(match, "next") or _group(match, "after")) or days is None or days[0] is None or days[1] is None:
        return days
    if days[0] > today:
        return days
    return _year_of(match, days[1] + dt.timedelta(days=1), build)


def _unit(match: re.Match[str], today: dt.date, words: TimeWords) -> Days | None:
    shift = int(bool(_group(match, "next") or _group(match, "after")))
    return around(today, words.units[match["unit"]], shift, words.academic)


def _quarter(match: re.Match[str], today: dt.date, _words: TimeWords) -> Days | None:
    number = int(match["quarter"])
    return _year_of(match, today, lambda year: months(year, number * 3 - 2, number * 3))


def _half(match: re.Match[str], _today: dt.date, _words: TimeWords) -> Days | None:
    first = _group(match, "half") == "1" or bool(_group(match, "half1"))
    return months(int(match["year"]), 1 if first else 7, 6 if first else 12)


def _year(match: re.Match[str], _today: dt.date, _words: TimeWords) -> Days | None:
    return months(int(match["year"]), 1, 12)


def _school_year(match: re.Match[str], _today: dt.date, words: TimeWords) -> Days | None:
    """``2027-28``, ``AY 2027``: from the first month of teaching to the last."""
    year, short = int(match["year"]), _group(match, "short")
    if short and int(short) != (year + 1) % 100:
        return months(year, int(short), int(short)) if 1 <= int(short) <= 12 else None
    return months(year, words.academic[0], words.academic[1])


def _today(_match: re.Match[str], today: dt.date, _words: TimeWords) -> Days | None:
    return today, today


def _tomorrow(_match: re.Match[str], today: dt.date, _words: TimeWords) -> Days | None:
    return one_day(later(today, 1, "day"))
