"""YAML plans: short and full forms say the same; what is not known is told and kept."""

from __future__ import annotations

import pytest

from careerdoc.plan import read_plan
from careerdoc.reading import decode
from tests.conftest import TODAY, plan_of

SHORT = """
goals:
  - Learn welding by May 2027
"""
FULL = """
goals:
  - title: Learn welding
    when: by May 2027
"""


def read(text: str):
    return read_plan(decode(text.encode(), "plan.yaml"), TODAY)


def told(text: str) -> list[tuple[str, int, str]]:
    return [(f.code, f.span.line, f.hint) for f in read(text)[1]]


def summary(text: str):
    (goal,) = read(text)[0].goals
    return goal.title, goal.when.text, goal.when.end, [(s.text, s.done) for s in goal.steps]


def test_short_and_full_forms_say_the_same() -> None:
    assert summary(SHORT) == summary(FULL)


def test_a_goal_may_be_a_key_with_its_steps() -> None:
    text = "goals:\n  Pass the test:\n    - '[x] buy the book'\n    - sit it by May 2027\n"
    (goal,) = plan_of(text, "plan.yaml").goals
    assert (goal.title, [(s.text, s.done) for s in goal.steps]) == (
        "Pass the test",
        [("buy the book", True), ("sit it", None)],
    )


def test_horizons_have_keys_of_their_own() -> None:
    plan = plan_of("short_term_goals: [a]\nlong_term_goals:\n  - title: b\n", "plan.yaml")
    assert [(goal.title, goal.horizon.value) for goal in plan.goals] == [("a", "short"), ("b", "long")]


@pytest.mark.parametrize(("key", "near"), [("titel", "title"), ("gaols", "goals"), ("instuctor", "instructor")])
def test_an_unknown_key_is_told_with_the_nearest_and_its_words_are_kept(key: str, near: str) -> None:
    plan, findings = read(f"name: Ana\n{key}: Plumbing\n")
    (finding,) = findings
    assert (finding.span.line, finding.span.text) == (2, key)
    assert near in finding.hint
    assert "Plumbing" in str(plan.sections)


def test_an_unknown_key_of_a_goal_is_kept_as_a_note() -> None:
    plan, findings = read("goals:\n  - title: a\n    colour: Blue\n")
    assert "Blue" in plan.goals[0].notes
    assert [(f.code, f.span.line) for f in findings] == [("CD041", 3)]


def test_wrong_values_are_told_where_they_stand() -> None:
    assert [row[:2] for row in told("kind: nonsense\ntitle: a\n")] == [("CD042", 1)]
    assert [row[:2] for row in told("goals:\n  - title: a\n    horizon: middle\n")] == [("CD045", 3)]
    assert [row[:2] for row in told("steps:\n  - text: a\n    done: perhaps\n")] == [("CD045", 3)]


def test_values_know_where_they_stand() -> None:
    plan = plan_of('title: "A: b"\nname: Ana\ngoals:\n  - title: Learn welding\n', "plan.yaml")
    assert (plan.title.span.text, plan.title.span.line) == ("A: b", 1)
    assert (plan.name.span.text, plan.name.span.line) == ("Ana", 2)
    assert (plan.goals[0].title.span.text, plan.goals[0].title.span.line) == ("Learn welding", 4)


@pytest.mark.parametrize("value", ["yes", "012", "1e3", "2026-11-23", "~x", "0x1F", "on", "12:30:45"])
def test_a_title_is_never_taken_for_something_else(value: str) -> None:
    assert plan_of(f"title: {value}\ngoals: [a]\n", "plan.yaml").title == value


@pytest.mark.parametrize("value", ["", "~", "null", "[]", "''"])
def test_nothing_is_nothing(value: str) -> None:
    plan = plan_of(f"title: a\nname: {value}\ngoals: [b]\nsteps: {value}\nprofile: {value}\n", "plan.yaml")
    assert (plan.name, plan.steps, plan.profile and plan.profile.values) == (None, (), None)
