"""What students write for when, and the days it means. The plan's date is 23 November 2026."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import plan_of

ENGLISH = [
    ("2027-05-31", "2027-05-31", "2027-05-31"),
    ("2027-05", "2027-05-01", "2027-05-31"),
    ("by 2027-02", None, "2027-02-28"),
    ("by 2028-02", None, "2028-02-29"),
    ("by May 2027", None, "2027-05-31"),
    ("By MAY 2027", None, "2027-05-31"),
    ("by the end of May 2027", None, "2027-05-31"),
    ("before June 2027", None, "2027-05-31"),
    ("May 2027", "2027-05-01", "2027-05-31"),
    ("in Sept. 2027", "2027-09-01", "2027-09-30"),
    ("May 5, 2027", "2027-05-05", "2027-05-05"),
    ("5 May 2027", "2027-05-05", "2027-05-05"),
    ("by October 1st, 2027", None, "2027-10-01"),
    ("5/2027", "2027-05-01", "2027-05-31"),
    ("Fall 2027", "2027-08-01", "2027-12-31"),
    ("fall semester 2027", "2027-08-01", "2027-12-31"),
    ("Q3 2027", "2027-07-01", "2027-09-30"),
    ("2030", "2030-01-01", "2030-12-31"),
    ("by 2030", None, "2030-12-31"),
    ("from January 2027", "2027-01-01", None),
    ("2027-06 to 2027-08", "2027-06-01", "2027-08-31"),
    ("from March to May 2027", "2027-03-01", "2027-05-31"),
    ("March–May 2027", "2027-03-01", "2027-05-31"),
    ("Fall 2031 to Spring 2033", "2031-08-01", "2033-05-31"),
    ("within six months", "2026-11-23", "2027-05-23"),
    ("within 2 years", "2026-11-23", "2028-11-23"),
    ("within three weeks", "2026-11-23", "2026-12-14"),
    ("in six months", "2027-05-23", "2027-05-23"),
    ("soon", None, None),
    ("when the children are grown", None, None),
    ("2026-02-31", None, None),
    ("by 13/2027", None, None),
]
SPANISH = [
    ("para mayo de 2027", None, "2027-05-31"),
    ("mayo de 2027", "2027-05-01", "2027-05-31"),
    ("el 5 de mayo de 2027", "2027-05-05", "2027-05-05"),
    ("otoño de 2027", None, None),
    ("de enero a mayo de 2027", "2027-01-01", "2027-05-31"),
    ("en 2030", "2030-01-01", "2030-12-31"),
    ("dentro de seis meses", "2027-05-23", "2027-05-23"),
    ("para 2027-08", None, "2027-08-31"),
]


def when_of(phrase: str, language: str = "en"):
    plan = plan_of(
        json.dumps({"language": language, "goals": [{"title": "a", "when": phrase}]}, ensure_ascii=False), "plan.yaml"
    )
    return plan.goals[0].when


def days(frame) -> tuple[str | None, str | None]:
    return (frame.start and frame.start.isoformat(), frame.end and frame.end.isoformat())


@pytest.mark.parametrize(("phrase", "start", "end"), ENGLISH)
def test_english(phrase: str, start: str | None, end: str | None) -> None:
    frame = when_of(phrase)
    assert (frame.text, *days(frame)) == (phrase, start, end)


@pytest.mark.parametrize(("phrase", "start", "end"), SPANISH)
def test_spanish(phrase: str, start: str | None, end: str | None) -> None:
    frame = when_of(phrase, "es")
    if phrase.startswith("otoño"):
        assert (frame.start.year, frame.end.isoformat()) == (2027, "2027-12-31")
    else:
        assert days(frame) == (start, end)


@pytest.mark.parametrize(
    ("written", "text", "when"),
    [
        ("Take Anatomy by May 2027", "Take Anatomy", "by May 2027"),
        ("Take Anatomy (Fall 2027)", "Take Anatomy", "Fall 2027"),
        ("Take Anatomy, 2027-05", "Take Anatomy", "2027-05"),
        ("By May 2027: take Anatomy", "take Anatomy", "By May 2027"),
        ("Fall 2027 – take Anatomy", "take Anatomy", "Fall 2027"),
        ("Move to an aide position within nine months", "Move to an aide position", "within nine months"),
        ("Read the 2026 handbook twice", "Read the 2026 handbook twice", None),
        ("Earn 2000 hours", "Earn 2000 hours", None),
        ("May I ask for help?", "May I ask for help?", None),
        ("March in the parade", "March in the parade", None),
        ("Fall in line", "Fall in line", None),
        ("by May 2027", "by May 2027", "by May 2027"),
    ],
)
def test_a_time_frame_in_a_step(written: str, text: str, when: str | None) -> None:
    (step,) = plan_of(f"# Steps\n\n- [ ] {written}\n").steps
    assert (step.text, step.when and step.when.text) == (text, when)


def test_a_time_frame_knows_where_it_stands() -> None:
    (step,) = plan_of("# Steps\n\n- [ ] Take Anatomy (Fall 2027)\n").steps
    assert step.when.text.span.text == "Fall 2027"
    assert step.when.text.span.line == 3
    assert step.text.span.text == "Take Anatomy"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_any_day_in_iso_8601(day: dt.date) -> None:
    assert days(when_of(f"by {day.isoformat()}")) == (None, day.isoformat())


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), max_size=30),
    st.integers(0, 999),
    st.sampled_from(["day", "weeks", "months", "years"]),
)
def test_any_words_are_kept(words: str, count: int, unit: str) -> None:
    phrase = f"within {count} {unit} {words}"
    frame = when_of(phrase)
    assert frame.text == " ".join(phrase.split()) or frame.text.split() == phrase.split()
    assert frame.start is None or frame.end is None or frame.start <= frame.end
