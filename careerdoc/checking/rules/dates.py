"""Rules on how dates are written: such as there are, one way only, and in an order that can be."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, frames_of
from careerdoc.findings import Level
from careerdoc.plan.timeframe.grammar import grammar
from careerdoc.plan.timeframe.vocabulary import even, time_words
from careerdoc.reading import language
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan, TimeFrame
    from careerdoc.plan.model import Plain
    from careerdoc.source import Span

MISSPELT = 0.83
"""From here on a word beside a number is a month misspelt (difflib's ratio)."""

_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_NUMBERS = re.compile(
    r"\d{4}\s?[-/.年년]\s?\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?!\d)|(?<![\d/.])\d{1,2}[/.]\d{4}(?!\d)"
    r"|\d{1,2}\s?[月월]"
)
_QUARTER = re.compile(r"\bq[05-9]\b\W*(?:19|20|21)\d\d|(?:19|20|21)\d\d\W*\bq[05-9]\b")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_WRITTEN = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])")
_TWO_YEARS = re.compile(r"(?:19|20|21)\d\d.*?\D(?:19|20|21)\d\d", re.DOTALL)
_LONGEST = 300
_HEAD = 3_000
"""Characters in which a plan says its date."""


@rule("CD105", "time-frame-not-understood", Level.WARNING)
def time_frame_not_understood(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What looks like a date is one."""
    for frame in frames_of(plan):
        text = even(str(frame.text[:_LONGEST]))
        if not any(c.isdigit() for c in text):
            continue
        if month := _misspelt_month(text, plan):
            yield Found(f'"{frame.text}" names no month that I know', frame.text.span, f'did you mean "{month}"?')
        elif _QUARTER.search(text):
            yield Found(f'"{frame.text}" is no quarter: a year has four', frame.text.span, "write Q1, Q2, Q3 or Q4")
        elif not frame.understood and _looks_like_a_date(text, plan):
            yield _no_date(frame, text)


def _no_date(frame: TimeFrame, text: str) -> Found:
    """The finding about words that look like a date and are none."""
    message, hint = f'"{frame.text}" means no date that I know', "write it as 2027-05-10, 2027-05 or May 2027"
    match = _DAY.search(text)
    if match and 1 <= int(match[2]) <= 12 and int(match[1]):
        year, month = int(match[1]), int(match[2])
        message = f'"{frame.text}" is no day: {year}-{month:02} has {calendar.monthrange(year, month)[1]} days'
    elif match or re.search(r"\d{4}-\d", text):
        hint = "write the year, the month (01 to 12) and the day: 2027-05-10, or 2027-05"
    return Found(message, frame.text.span, hint)


def _looks_like_a_date(text: str, plan: Plan) -> bool:
    if (match := _DAY.search(text)) and _iso("-".join(part.zfill(2) for part in match.groups())):
        return False  # a day that there is, with signs of a task manager around it
    months = {word for word in _WORD.findall(text) if word in time_words(language(plan.language)).months}
    beside = (re.search(rf"\d\W{{0,3}}{month}\b|\b{month}\W{{0,3}}\d", text) for month in months)
    return bool(_NUMBERS.search(text)) or any(beside)


def _misspelt_month(text: str, plan: Plan) -> str:
    """The month that a word of a time frame is nearly; empty where all its words are others."""
    return next(filter(None, (_month_meant(word, plan.language) for word in _WORD.findall(text))), "")


@lru_cache(maxsize=4096)
def _month_meant(word: str, code: str) -> str:
    words = time_words(language(code))
    if word in _words_for_time(code) or not words.spaced:
        return ""
    months = [month for month in words.months if len(month) > 2 and month.isalpha() and month[0] == word[0]]
    twisted = [month for month in months if sorted(month) == sorted(word)]
    near = twisted or (get_close_matches(word, months, 1, MISSPELT) if len(word) > 4 else [])
    return near[0].capitalize() if near else ""


@cache
def _words_for_time(code: str) -> frozenset[str]:
    """All words that a language has for time."""
    words = time_words(language(code))
    known = {*words.months, *words.seasons, *words.units, *words.parts, *words.numbers, *words.lengths}
    known |= {phrase for phrases in words.lists.values() for phrase in phrases}
    return frozenset(word for phrase in known for word in even(phrase).split())


@rule("CD118", "impossible-dates", Level.WARNING)
def impossible_dates(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What begins ends later, and nothing was done or reviewed on a day on which it cannot have been."""
    entries = [(goal.title, goal.when) for goal in plan.goals]
    for text, when in [*entries, *((step.text, step.when) for step, _ in every_step(plan))]:
        if when and (span := _reversed(text, when, plan)):
            yield Found("this ends before it begins", span, "write the earlier date first")
    if not _says_its_date(plan):
        for day in _done_later(plan):
            yield Found("this was done on a day that is still to come", day.span, "mend the day")
    yield from _early_reviews(plan)


def _says_its_date(plan: Plan) -> bool:
    """Whether the day that a plan is read against stands in it; otherwise it is today."""
    day = plan.date
    form = rf"(?:{day.year}\W{{1,2}}0?{day.month}\W{{1,2}}0?{day.day}(?!\d)|(?<!\d){day.day}\D{{1,20}}{day.year})"
    line = rf"^(?![ \t]*[-*+#|>])[^\n]{{0,40}}[:：][^\n\d]{{0,20}}{form}"
    return re.search(line, plan.span.source.text[:_HEAD], re.MULTILINE) is not None


def _done_later(plan: Plan) -> Iterator[Plain]:
    """The days of doing that lie after the day that the plan is read against."""
    done = [goal.status for goal in plan.goals if goal.done and goal.status]
    for day in [*done, *(step.done_on for step, _ in every_step(plan) if step.done_on)]:
        when_done = _iso(day)
        if when_done and when_done > plan.date:
            yield day


@rule("CD139", "date-left-behind", Level.ADVICE)
def date_left_behind(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A plan's date goes on with what is done."""
    later = list(_done_later(plan)) if _says_its_date(plan) else []
    if later:
        rest = f", and {len(later) - 1} more" if len(later) > 1 else ""
        message = f"this was done on a day after the plan's date ({plan.date.isoformat()}){rest}"
        yield Found(message, later[0].span, "set the plan's `date` to today, or mend the day")


def _early_reviews(plan: Plan) -> Iterator[Found]:
    """Reviews before the plan was written. Once something is ticked, the plan's date may have moved with it."""
    moved = any(goal.done for goal in plan.goals) or any(step.done for step, _ in every_step(plan))
    if moved or not plan.reviews or re.search(rf"(?m)^date\W+{plan.date.isoformat()}", plan.span.source.text) is None:
        return
    for review in plan.reviews:
        day = _iso(review.date) if review.date else None
        if day and day < plan.date and review.date:
            message = f"this review was before the plan was written ({plan.date.isoformat()})"
            yield Found(message, review.date.span, "mend the day, or set the plan's `date` to the day of writing")


def _iso(text: str) -> dt.date | None:
    """The day that a text begins with, as ISO 8601 has it; of a month the first."""
    match = _ISO.match(text)
    try:
        return dt.date.fromisoformat(match[0] if len(match[0]) > 7 else f"{match[0]}-01") if match else None
    except ValueError:
        return None


def _reversed(text: Plain, when: TimeFrame, plan: Plan) -> Span | None:
    """Where two times stand, the later one first. The reader may have left the first of them in the text."""
    source, begin, end = when.text.span.source, text.span.start, when.text.span.end
    if begin > when.text.span.start or "\n" in source.text[begin:end] or end - begin > _LONGEST:
        begin = when.text.span.start
    for words, offset in ((source.text[begin:end], begin), (str(when.text), None)):
        if len(words) > _LONGEST or _TWO_YEARS.search(words) is None:
            continue
        rules, value = grammar(language(plan.language)), even(words)
        for (first, last), (_, stop) in pairwise(rules.places(value)):
            between = rules.between.match(value, last, stop)
            if between is None:
                continue
            left = rules.dates(value[first:last], plan.date)[0]
            right = rules.dates(value[between.end() : stop], plan.date)[1]
            if left and right and left > right:
                return when.text.span if offset is None else source.span(offset + first, offset + stop)
    return None


@rule("CD120", "ambiguous-date", Level.ADVICE)
def ambiguous_date(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A date reads the same everywhere."""
    for frame in frames_of(plan):
        span = frame.text.span
        if not frame.understood or span.end - span.start > _LONGEST:
            continue
        for match in _WRITTEN.finditer(span.text):
            place = span.source.span(span.start + match.start(), span.start + match.end())
            day = _meant(match, frame)
            sure = max(int(match[1]), int(match[3])) > 12
            if day is not None and match[1] != match[3]:
                message = f"{match[0]} is read as {day.isoformat()}" + ("" if sure else "; elsewhere it is another day")
                fix = (Edit(place, day.isoformat()),) if sure else ()
                yield Found(message, place, f"write {day.isoformat()}", fix)


def _meant(match: re.Match[str], frame: TimeFrame) -> dt.date | None:
    """The day of a time frame that a date in it stands for."""
    numbers = {int(match[1]), int(match[3])}
    days = (day for day in (frame.start, frame.end) if day)
    return next((day for day in days if {day.month, day.day} == numbers and day.year == int(match[4])), None)


DATES = (time_frame_not_understood, impossible_dates, ambiguous_date, date_left_behind)
