"""Time frames in thirteen languages, from a table that a person can read (``time_frames.txt``)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.plan.timeframe import read_time_frame, split_marks, split_time_frame
from careerdoc.reading import known_languages, language
from careerdoc.source import Source
from careerdoc.tree import Scalar
from tests.conftest import TODAY

TABLE = Path(__file__).with_name("time_frames.txt")


def rows() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    code = ""
    for line in TABLE.read_text("utf-8").split("\n"):
        if line.startswith("["):
            code = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((code, *line.split(" | ")))
    return found


def scalar(text: str) -> Scalar:
    source = Source("plan.md", text)
    return Scalar(text, source.span(0, len(text)), plain=False)


def days(frame) -> str:
    return f"{frame.start or '…'} {frame.end or '…'}" if frame and frame.understood else "–"


@pytest.mark.parametrize(("code", "text", "left", "inside", "alone"), rows(), ids=lambda value: value[:30])
def test_the_table(code: str, text: str, left: str, inside: str, alone: str) -> None:
    words = language(code)
    (start, end), frame = split_time_frame(scalar(text), words, TODAY)
    assert (text[start:end], days(frame)) == (text if left == "=" else left, inside)
    assert days(read_time_frame(scalar(text), words, TODAY)) == alone


@pytest.mark.parametrize("code", [code for code in known_languages() if code not in {"zh", "ja", "ko"}])
@pytest.mark.parametrize("context", ["format", "stand-alone"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_the_months_of_the_unicode_locale_data_are_known(code: str, context: str, width: str) -> None:
    for number, name in Locale(code).months[context][width].items():
        frame = read_time_frame(scalar(f"{name} 2027"), language(code), TODAY)
        assert (frame.start, frame.end and frame.end.month) == (dt.date(2027, number, 1), number), name


@given(st.text(max_size=80), st.sampled_from(known_languages()))
def test_any_text_gives_a_time_frame_or_none(text: str, code: str) -> None:
    words = language(code)
    (start, end), frame = split_time_frame(scalar(text), words, TODAY)
    assert 0 <= start <= end <= len(text)
    for found in (frame, read_time_frame(scalar(text), words, TODAY)):
        if found and found.start and found.end:
            assert found.start <= found.end


PIECES = [
    "by",
    "in",
    "May",
    "2027",
    "5",
    "to",
    "-",
    "/",
    "the",
    "end",
    "of",
    "next",
    "year",
    "Q3",
    "six",
    "months",
    "(",
    ")",
    ",",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_words_of_time_in_any_order(text: str) -> None:
    (start, end), frame = split_time_frame(scalar(text), language("en"), TODAY)
    assert 0 <= start <= end <= len(text)
    if frame and frame.start and frame.end:
        assert frame.start <= frame.end


@pytest.mark.parametrize(
    ("text", "left", "start", "end", "done"),
    [
        ("Ask 📅 2027-02-01", "Ask", "2027-02-01", "2027-02-01", None),
        ("Ask 🛫 2026-12-01 📅 2027-01-10", "Ask", "2026-12-01", "2027-01-10", None),
        ("Ask ⏳ 2027-01-10 ⏫", "Ask", "2027-01-10", "2027-01-10", None),
        ("Ask ✅ 2026-11-12", "Ask", None, None, "2026-11-12"),
        ("Ask 🔁 every week 📅 2027-02-01 ✅ 2026-11-12", "Ask", "2027-02-01", "2027-02-01", "2026-11-12"),
        ("Ask [due:: 2027-02-01]", "Ask", "2027-02-01", "2027-02-01", None),
        ("Ask 📅 2027-02-31", "Ask", None, None, None),
    ],
)
def test_marks(text: str, left: str, start: str | None, end: str | None, done: str | None) -> None:
    marks = split_marks(scalar(text))
    when = marks.when
    assert marks.text.value.strip() == left
    assert (when and when.start and when.start.isoformat(), when and when.end and when.end.isoformat()) == (start, end)
    assert marks.done_on == done


def test_no_marks() -> None:
    assert split_marks(scalar("Ask for the 📅 calendar")) is None
    assert split_marks(scalar("📅 2027-02-01")) is None
