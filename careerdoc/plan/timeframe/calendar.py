"""Days: months, quarters, terms, and lengths of time from a day."""

from __future__ import annotations

import calendar
import datetime as dt

Days = tuple[dt.date | None, dt.date | None]
"""First and last day; either may be open."""


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None where the calendar has no such day."""
    try:
        found = dt.date(year, month, number)
    except ValueError:
        return None
    return found, found


def one_day(found: dt.date | None) -> Days | None:
    """A day as a stretch of its own."""
    return (found, found) if found is not None else None


def months(year: int, first: int, last: int) -> Days | None:
    """From the first day of a month to the last of another; a last month before the first is in the next year."""
    if not (1 <= first <= 12 and 1 <= last <= 12 and dt.MINYEAR <= year < dt.MAXYEAR):
        return None
    end = year if last >= first else year + 1
    return dt.date(year, first, 1), dt.date(end, last, calendar.monthrange(end, last)[1])


def coming(days: Days, today: dt.date, year: int) -> bool:
    """Whether a stretch of the year given is still to come, or goes on."""
    end = days[1]
    return end is not None and end >= today and end.year >= year


def later(start: dt.date, count: int, unit: str) -> dt.date | None:
    """The day a length of time after another; None beyond the calendar."""
    size = {"month": 1, "term": 6, "quarter": 3, "year": 12}.get(unit)
    try:
        if size is None:
            return start + dt.timedelta(days=count * (7 if unit == "week" else 1))
        year, month = divmod(start.year * 12 + start.month - 1 + count * size, 12)
        return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def around(today: dt.date, unit: str, shift: int, academic: tuple[int, int]) -> Days | None:
    """The week, month, quarter, term or year that a day is in, or the one after it."""
    if unit == "day":
        return one_day(later(today, shift, "day"))
    if unit == "week":
        start = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7 * shift)
        return start, start + dt.timedelta(days=6)
    size = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if size is not None:
        first = (today.month - 1) // size * size + 1
        year, month = divmod(today.year * 12 + first - 1 + shift * size, 12)
        return months(year, month + 1, month + size)
    fall, spring = academic
    begins = today.year if today.month >= fall else today.year - 1
    terms = [months(begins + (n + 1) // 2, *((fall, 12) if n % 2 == 0 else (1, spring))) for n in range(6)]
    now = next((n for n, term in enumerate(terms) if term and coming(term, today, 0)), 0)
    return terms[min(now + shift, 5)]


def piece(days: Days, part: str) -> Days:
    """The beginning, the middle or the end of a stretch: a third of it, in whole days."""
    first, last = days
    if first is None or last is None:
        return days
    third = (last - first).days // 3
    if part == "early":
        return first, first + dt.timedelta(days=third)
    if part == "mid":
        return first + dt.timedelta(days=third), last - dt.timedelta(days=third)
    return (last - dt.timedelta(days=third), last) if part == "late" else (last, last)
