"""Marks for time that task managers write into a line: ``📅 2027-05-01``, ``✅ 2026-11-12``, ``[due:: 2027-05-01]``.

The signs are those of the Tasks plug-in of Obsidian; ``[due:: …]`` is Dataview's form.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.plan.model import Plain, TimeFrame
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from careerdoc.source import Span

_DAY = r"(\d{4}-\d\d-\d\d)"
_SIGNS = "📅🗓⏳🛫➕🔁⏫🔼🔽🔺⏬❌"
_LEVELS = "⏫🔼🔽🔺⏬"
_FIRST = re.compile(
    rf"(?<!\s)\s*(?:[{_SIGNS}✅]\ufe0f?\s*(?={_DAY})|[{_LEVELS}]\ufe0f?\s*(?=[{_SIGNS}✅]|$)|🔁"
    rf"|[\[(](?:due|scheduled|start|completion):: *{_DAY})"
)
_DUE = re.compile(rf"(?:[📅🗓]\ufe0f?\s*|[\[(]due:: *){_DAY}")
_SCHEDULED = re.compile(rf"(?:⏳\ufe0f?\s*|[\[(]scheduled:: *){_DAY}")
_START = re.compile(rf"(?:🛫\ufe0f?\s*|[\[(]start:: *){_DAY}")
_DONE = re.compile(rf"(?<!\s)\s*(?:✅\ufe0f?\s*{_DAY}|[\[(]completion:: *{_DAY}[\])])")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of a line say, and the line without them."""

    text: Scalar
    when: TimeFrame | None
    done_on: Plain | None


def split_marks(text: Scalar) -> Marks | None:
    """The marks at the end of a line; None where there are none."""
    first = _FIRST.search(text.value) if any(sign in text.value for sign in (*_SIGNS, "✅", "::")) else None
    if first is None or not text.value[: first.start()].strip():
        return None
    tail = text.value[first.start() :]
    done = _DONE.search(tail)
    told = tail[: done.start()] + " " * (done.end() - done.start()) + tail[done.end() :] if done else tail
    kept = told.strip()
    when = None
    if kept:
        start = first.start() + told.index(kept)
        due = _date(_DUE, kept) or _date(_SCHEDULED, kept)
        words = Plain(" ".join(kept.split()), text.part(start, start + len(kept)))
        when = TimeFrame(text=words, start=_date(_START, kept) or due, end=due)
    day: Plain | None = None
    if done:
        group = 1 if done[1] else 2
        day = Plain(done[group], _span(text, first.start(), done, group))
    value = text.value[: first.start()]
    return Marks(Scalar(value, text.part(0, len(value)), plain=False, pieces=text.pieces), when, day)


def _span(text: Scalar, offset: int, match: re.Match[str], group: int) -> Span:
    return text.part(offset + match.start(group), offset + match.end(group))


def _date(pattern: re.Pattern[str], text: str) -> dt.date | None:
    match = pattern.search(text)
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
