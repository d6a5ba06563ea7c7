"""Timelines: what any JSON tells, and where entries and their labels go."""

from __future__ import annotations

import datetime as dt
import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.document.model import Figure
from careerdoc.rendering import read_theme
from careerdoc.rendering.figures import (
    Entry,
    Timeline,
    describe,
    draw_timeline,
    draw_within,
    place_timeline,
    read_timeline,
    words_of,
)
from careerdoc.source import Source

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
SPAN = Source("plan.md", "").span(0)


def figure(data, kind="timeline"):
    return Figure(kind, data if isinstance(data, str) else json.dumps(data), SPAN)


def entry(label, start=None, end=None, **more):
    return Entry(label, start=start and dt.date.fromisoformat(start), end=end and dt.date.fromisoformat(end), **more)


def placed(*entries, today=None, **options):
    return place_timeline(Timeline(entries, today), **options)


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_timeline_is_read_from_its_json():
    told = {"label": "Exam", "text": "2032", "start": "2032-01-01", "end": "2032-12-31", "group": "long", "done": True}
    found = read_timeline(figure({"entries": [told], "today": "2026-11-23", "groups": {"long": "Later"}}))
    assert found == Timeline(
        (entry("Exam", "2032-01-01", "2032-12-31", text="2032", group="long", done=True),),
        dt.date(2026, 11, 23),
        (("long", "Later"),),
    )


def test_end_before_start_is_turned_round():
    found = read_timeline(figure({"entries": [{"label": "x", "start": "2030-01-01", "end": "2028-01-01"}]}))
    assert found.entries[0].start == dt.date(2028, 1, 1)


def test_what_is_odd_is_left_out():
    entries = [
        1,
        None,
        {"text": "no label"},
        {"label": [1]},
        {"label": "kept", "start": "soon", "end": 7, "done": "no"},
    ]
    assert read_timeline(figure({"entries": entries, "today": "2026-02-31", "groups": []})).entries == (Entry("kept"),)


@pytest.mark.parametrize("data", ["", "[", "[]", "3", '{"entries": 1}', '{"entries": []}', "[" * 5000])
def test_what_tells_no_timeline_is_none(data):
    assert read_timeline(figure(data)) is None


def test_another_kind_of_figure_is_no_timeline_but_has_words():
    pie = figure({"parts": [{"name": "Tuition", "share": 0.5}, {"name": "Tools", "ok": True}]}, kind="pie")
    assert read_timeline(pie) is None
    assert words_of(pie) == ("Tuition", "0.5", "Tools")


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["entries", "label", "start", "end", "x"]), inner),
)


@given(json_values)
def test_any_json_at_all_is_read(data):
    found = read_timeline(figure(data))
    assert words_of(figure(data)) is not None
    assert found is None or found.entries


def test_a_timeline_is_described_in_its_own_words():
    assert describe(Timeline((entry("Exam", text="by 2032"), entry("Rest")))) == "Exam: by 2032; Rest"


# ── Placing ──────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_dated_gives_no_axis():
    found = placed(entry("some day"))
    assert (found.ticks, found.lanes, [e.label for e in found.undated]) == ((), 0, ["some day"])


def test_one_date_is_a_milestone_on_an_axis_of_months():
    found = placed(entry("now", end="2027-06-30"))
    assert found.placed[0].milestone
    assert [tick.label for tick in found.ticks] == ["May 2027", "Jun 2027", "Jul 2027", "Aug 2027"]


def test_ticks_speak_the_language_or_iso():
    assert placed(entry("x", end="2027-06-30"), language="es-MX").ticks[0].label == "may 2027"
    assert placed(entry("x", end="2027-06-30"), language="fi").ticks[0].label == "2027-05"


def test_years_begin_and_end_an_axis_of_years():
    found = placed(entry("a", end="2027-06-30"), entry("b", "2032-01-01", "2032-12-31"), today=dt.date(2026, 11, 23))
    assert [tick.label for tick in found.ticks] == [str(year) for year in range(2026, 2034)]
    assert (found.ticks[0].x, found.ticks[-1].x) == (0, 1)
    assert 0.1 < found.today < 0.14


def test_a_day_far_from_all_entries_is_not_on_the_axis():
    assert placed(entry("a", end="2090-06-30"), today=dt.date(2026, 11, 23)).today is None


def test_a_label_stands_where_there_is_room():
    sides = {
        e.entry.label: e.side
        for e in placed(
            entry("inside", "2027-01-01", "2030-01-01"),
            entry("to the right", end="2027-02-01"),
            entry("to the left", end="2029-12-20"),
            label_width=lambda _: 0.2,
        ).placed
    }
    assert sides == {"inside": "inside", "to the right": "right", "to the left": "left"}


dates = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
entries = st.builds(
    lambda label, days: Entry(label, "", min(days), max(days)),
    st.text(max_size=80),
    st.lists(dates, min_size=1, max_size=2),
)


@given(st.lists(entries, min_size=1, max_size=30), st.none() | dates)
def test_nothing_meets_and_nothing_leaves_the_axis(found, today):
    timeline = placed(*found, today=today)
    assert len(timeline.placed) == len(found)
    assert 0 <= len(timeline.ticks) <= 9
    for tick in timeline.ticks:
        assert -1e-9 <= tick.x <= 1 + 1e-9
    for e in timeline.placed:
        assert 0 <= e.x0 <= e.x1 <= 1
        assert -1e-9 <= e.label_x <= e.label_x + e.label_width <= 1 + 1e-9
    for a, b in combinations(timeline.placed, 2):
        if a.lane == b.lane:
            assert _right(a) < _left(b) or _right(b) < _left(a)


def _left(e):
    return min(e.x0, e.label_x)


def _right(e):
    return max(e.x1, e.label_x + e.label_width)


# ── Drawing ──────────────────────────────────────────────────────────────────────────────────────────────


def many(count):
    return Timeline(tuple(entry(f"Goal number {n}", end=f"{2027 + n // 12}-{n % 12 + 1:02}-15") for n in range(count)))


def test_a_drawing_holds_every_word():
    drawing = draw_timeline(many(12), THEME, 800, 14)
    assert [" ".join(mark.label.lines) for mark in drawing.marks] == [f"Goal number {n}" for n in range(12)]
    assert all(0 <= mark.label.y < drawing.height for mark in drawing.marks)


def test_a_drawing_grows_to_the_height_that_is_there():
    assert draw_timeline(many(3), THEME, 800, 14, height=400).height == 400


def test_undated_entries_are_lines_below_the_axis():
    drawing = draw_timeline(Timeline((entry("Dated", end="2027-01-01"), entry("Some day"))), THEME, 800, 14)
    assert drawing.undated == ("Some day",)


def test_a_drawing_with_too_many_entries_counts_those_it_leaves_out():
    drawing = draw_within(many(60), THEME, 800, 14, 200)
    assert drawing.height <= 200
    assert drawing.left_out == 60 - len(drawing.marks) > 0
    assert drawing.undated == (f"… +{drawing.left_out}",)
