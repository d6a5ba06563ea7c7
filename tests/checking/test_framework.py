"""Which rules are wanted, how strictly, and by whom: commands, plans, projects, packs and comments."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.checking import Settings, check
from careerdoc.checking.ignoring import read_ignores
from careerdoc.checking.selecting import limits_of
from careerdoc.checking.settings import read_bounds, read_settings, settings_of_command
from careerdoc.findings import CareerdocError, Finding, Level
from careerdoc.plan import read_plan
from careerdoc.source import Source
from careerdoc.tree import parse_yaml
from tests.conftest import TODAY, plan_of

GOALS = "# Goals\n\n- Learn welding\n  - [ ] Find a class\n- Learn baking\n  - [ ] Ask Ana\n"
pytestmark = pytest.mark.usefixtures("made_rules")


def front(checks: str) -> str:
    return f"---\nchecks:\n{checks}---\n\n{GOALS}"


def codes(text: str, **asked) -> list[str]:
    return [finding.code for finding in check(plan_of(text), **asked)]


def settings(text: str) -> Settings:
    made, findings = read_settings(parse_yaml(Source("a.yaml", text)))
    assert not findings, findings
    return made


# ── selection and levels ─────────────────────────────────────────────────────────────────────────────────


def test_every_rule_is_wanted_unless_something_is_said() -> None:
    assert codes(GOALS) == ["CD101", "CD101", "CD102", "CD102"]


@pytest.mark.parametrize(
    ("checks", "left"),
    [
        ("  ignore: [CD101]\n", {"CD102"}),
        ("  ignore: CD101\n", {"CD102"}),
        ("  ignore: [goal-alone]\n", {"CD102"}),
        ("  ignore: [cd1]\n", set()),
        ("  ignore: CD101, CD102\n", set()),
        ("  select: [step-alone]\n", {"CD102"}),
        ("  select: [CD1]\n  ignore: [CD102]\n", {"CD101"}),
        ("  select: [CD102]\n  ignore: [CD1]\n", {"CD102"}),
        ("  select: all\n  ignore: [CD101]\n", {"CD102"}),
        ("  select: [CD101]\n  ignore: [CD101]\n", set()),
        ("  levels: {CD101: off}\n", {"CD102"}),
        ("  select: []\n", set()),
    ],
)
def test_a_plan_chooses(checks: str, left: set[str]) -> None:
    assert set(codes(front(checks))) == left


def test_a_plan_sets_levels_and_the_longest_selector_holds() -> None:
    text = front("  levels:\n    CD1: error\n    step-alone: warning\n")
    assert [(f.code, f.level) for f in check(plan_of(text))][::2] == [("CD101", Level.ERROR), ("CD102", Level.WARNING)]


@pytest.mark.parametrize(
    ("command", "plan", "project", "pack", "wanted"),
    [
        ("select: [CD101]", "  ignore: [CD101]\n", "", "", {"CD101"}),
        ("ignore: [CD101]", "  select: [CD101]\n", "", "", set()),
        ("", "  select: [CD101]\n", "ignore: [CD101]", "", {"CD101"}),
        ("", "", "select: [CD101]", "ignore: [CD101]", {"CD101"}),
        ("", "", "ignore: [CD101]", "select: [CD101]", set()),
        ("", "  ignore: [CD102]\n", "ignore: [CD101]", "", set()),
        ("ignore: [CD102]", "  select: [CD102]\n", "", "", set()),
    ],
)
def test_the_nearest_to_the_person_decides(command, plan, project, pack, wanted) -> None:
    beyond = [settings(text or "{}") for text in (project, pack)]
    text = front(plan) if plan else GOALS
    found = codes(text, command=settings(command or "{}"), beyond=beyond)
    assert set(found) == wanted


def test_the_nearest_level_holds() -> None:
    beyond = [settings("levels: {CD101: advice}"), settings("levels: {CD1: error}")]
    levels = {f.code: f.level for f in check(plan_of(GOALS), beyond=beyond)}
    assert levels == {"CD101": Level.ADVICE, "CD102": Level.ERROR}


def test_what_the_reading_says_is_chosen_from_as_well_but_errors_stand() -> None:
    text = "titel: a\ngoals: [Learn welding by 2027]\n"
    plan, found = read_plan(Source("a.yaml", text), TODAY)
    assert [f.code for f in found] == ["CD041"]
    error = Finding("CD003", Level.ERROR, "broken", plan.span)
    assert "CD041" in [f.code for f in check(plan, found)]
    said = check(plan, (*found, error), command=settings("ignore: [CD0, CD1]"))
    assert [f.code for f in said] == ["CD003"]
    raised = check(plan, found, command=settings("levels: {CD041: error}"))
    assert raised[0].level is Level.ERROR


# ── what is written wrong ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("checks", "code", "at", "hint"),
    [
        ("  ignore: [goal-alon]\n", "CD050", "goal-alon", "goal-alone"),
        ("  ignore: [CD102, CD999]\n", "CD050", "CD999", ""),
        ("  ignore: CD101, nonsense\n", "CD050", "nonsense", "careerdoc explain"),
        ("  levels: {CD101: eror}\n", "CD051", "eror", "error"),
        ("  levels: {CD999: error}\n", "CD050", "CD999", ""),
        ("  levels: [CD101]\n", "CD051", "[CD101]", "bad-checks"),
        ("  ignor: [CD101]\n", "CD051", "ignor", "ignore"),
        ("  ignore: [[CD101]]\n", "CD051", "[CD101]", "CD104"),
        ("  limits: {words: {pln: 3-}}\n", "CD051", "pln", "plan"),
        ("  limits: {words: {plan: many}}\n", "CD051", "many", "3-5"),
        ("  limits: {counts: {goal: 3-}}\n", "CD051", "goal", "goals"),
        ("  limits: {counts: {goals: 5-3}}\n", "CD051", "5-3", "3-5"),
        ("  limits: {parts: [source]}\n", "CD051", "source", "sources"),
    ],
)
def test_what_is_written_wrong_is_shown_where_it_stands_with_the_nearest(checks, code, at, hint) -> None:
    found = [f for f in check(plan_of(front(checks))) if f.code.startswith("CD05")]
    assert [(f.code, f.span.text) for f in found] == [(code, at)]
    assert hint in found[0].hint
    assert found[0].level is Level.WARNING


def test_a_mistake_leaves_the_rest_in_force() -> None:
    assert "CD101" not in codes(front("  ignore: [CD101, CD999]\n"))


def test_what_a_command_names_wrong_is_refused() -> None:
    assert settings_of_command(["CD1, goal-alone"], []).select == ("cd1", "goal-alone")
    assert settings_of_command([], []).select is None
    with pytest.raises(CareerdocError) as caught:
        settings_of_command([], ["gaol-alone"])
    (finding,) = caught.value.findings
    assert (finding.code, finding.level, finding.place) == ("CD050", Level.ERROR, "--ignore")
    assert "goal-alone" in finding.hint


def test_checks_that_are_no_settings_are_a_part_of_the_plan() -> None:
    plan = plan_of("checks: Three a year, by my adviser.\ngoals: [a]\n", "plan.yaml")
    assert plan.checks is None
    assert "Three a year" in plan.sections[0].body


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("3-5", (3, 5)),
        ("3 – 5", (3, 5)),
        ("3 to 5", (3, 5)),
        ("3-", (3, None)),
        ("-5", (None, 5)),
        ("at least 3", (3, None)),
        ("At Most 5", (None, 5)),
        ("max. 5", (None, 5)),
        ("4", (4, 4)),
        ("0", (0, 0)),
        ("-", None),
        ("to", None),
        ("5-3", None),
        ("three", None),
        ("", None),
        ("9" * 5_000, None),
    ],
)
def test_ranges(text: str, bounds) -> None:
    assert read_bounds(text) == bounds


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_a_range_holds_what_was_written(low: int, high: int) -> None:
    assert read_bounds(f"{low}-{high}") == ((low, high) if low <= high else None)


def test_limits_reach_the_rules() -> None:
    assert "CD201" in codes(front("  limits: {words: {plan: 500-}}\n"))
    assert "CD201" not in codes(GOALS)


def test_of_two_limits_the_nearer_holds_and_parts_add_up() -> None:
    near = settings("limits: {words: {plan: 5-}, parts: [sources]}")
    far = settings("limits: {words: {plan: 9-, path: 1-}, counts: {goals: 3}, parts: [main goal, sources]}")
    made = limits_of([near, far])
    assert made.words == {"plan": (5, None), "path": (1, None)}
    assert made.counts == {"goals": (3, 3)}
    assert made.parts == ("sources", "main_goal")


# ── comments ─────────────────────────────────────────────────────────────────────────────────────────────


def lines(text: str, name: str = "plan.md") -> list[tuple[str, int]]:
    return [(f.code, f.span.line) for f in check(plan_of(text, name)) if f.code != "CD052"]


def test_a_comment_at_the_end_of_a_line_is_about_that_line() -> None:
    text = GOALS.replace("welding", "welding <!-- careerdoc: ignore CD101 -->")
    assert lines(text) == [("CD101", 5), ("CD102", 4), ("CD102", 6)]


def test_a_comment_alone_on_a_line_is_about_the_item_after_it_and_what_is_in_it() -> None:
    text = GOALS.replace("- Learn welding", "<!-- careerdoc: ignore CD101, step-alone -->\n- Learn welding")
    assert lines(text) == [("CD101", 6), ("CD102", 7)]


def test_a_comment_within_an_item() -> None:
    text = GOALS.replace("  - [ ] Find", "  <!-- careerdoc: ignore CD102 -->\n  - [ ] Find")
    assert lines(text) == [("CD101", 3), ("CD101", 6), ("CD102", 7)]


def test_a_comment_before_a_heading_is_about_the_part_under_it() -> None:
    text = (
        "# Goals\n\n<!-- careerdoc: ignore CD1 -->\n\n## Learn welding\n\n- [ ] Find a class\n\n### Later\n\n- [ ] Weld\n"
        "\n## Learn baking\n\n- [ ] Ask Ana\n"
    )
    assert {line for _, line in lines(text)} == {13, 15}


def test_a_comment_about_the_file() -> None:
    assert lines(GOALS + "\n<!-- careerdoc: ignore-file CD102 -->\n") == [("CD101", 3), ("CD101", 5)]


def test_comments_in_a_row_are_about_the_same() -> None:
    row = "<!-- careerdoc: ignore CD101 -->\n<!-- careerdoc: ignore CD102 -->\n- Learn welding"
    assert lines(GOALS.replace("- Learn welding", row)) == [("CD101", 7), ("CD102", 8)]


def test_comments_in_yaml() -> None:
    text = (
        "# careerdoc: ignore-file step-alone\n"
        "goals:\n"
        "  - title: Learn welding  # careerdoc: ignore CD101\n"
        "  # careerdoc: ignore CD101\n"
        "  - title: Learn baking\n"
        "    steps: [Ask Ana]\n"
        "  - title: Learn singing\n"
    )
    assert lines(text, "plan.yaml") == [("CD101", 7)]
    assert codes(text).count("CD052") == 0


def test_a_comment_before_a_key_is_about_all_of_its_value() -> None:
    text = "title: a\n# careerdoc: ignore CD1\ngoals:\n  - title: b\n    steps: [c]\n\n  - d\nsteps: [e]\n"
    assert lines(text, "plan.yaml") == []


def test_comments_are_no_part_of_the_plan() -> None:
    text = GOALS.replace("welding", "welding <!-- careerdoc: ignore CD101 -->")
    assert [str(goal.title) for goal in plan_of(text).goals] == ["Learn welding", "Learn baking"]


def test_a_comment_that_hides_nothing_is_told() -> None:
    text = GOALS + "\n<!-- careerdoc: ignore-file CD102, little-said -->\n"
    (finding,) = [f for f in check(plan_of(text)) if f.code == "CD052"]
    assert finding.span.text == "little-said"
    assert finding.level is Level.ADVICE


def test_a_comment_about_a_rule_that_was_not_run_is_not_told() -> None:
    text = GOALS + "\n<!-- careerdoc: ignore-file CD201 -->\n"
    assert "CD052" in codes(text)
    assert "CD052" not in codes(text, command=settings("ignore: [CD201]"))
    assert "CD052" not in codes(text, command=settings("ignore: [unused-ignore]"))


@pytest.mark.parametrize(
    ("comment", "code", "at"),
    [
        ("<!-- careerdoc: ignore CD998 -->", "CD050", "CD998"),
        ("<!-- careerdoc: ignore -->", "CD051", "ignore"),
        ("<!-- careerdoc: ingore CD101 -->", "CD051", "ingore"),
        ("<!-- careerdoc: -->", "CD051", "<!-- careerdoc: -->"),
    ],
)
def test_a_comment_that_is_not_understood_is_shown(comment: str, code: str, at: str) -> None:
    found = [f for f in check(plan_of(f"{GOALS}\n{comment}\n")) if f.code.startswith("CD05")]
    assert [(f.code, f.span.text) for f in found] == [(code, at)]


def test_a_comment_in_code_is_only_shown() -> None:
    source = Source("a.md", "```\n<!-- careerdoc: ignore CD998 -->\n```\n\n<!-- careerdoc: ignore CD101 -->\n")
    ignores, findings = read_ignores(source)
    assert ([i.selector for i in ignores], findings) == (["cd101"], ())


def test_many_comments_take_no_time() -> None:
    for text in ("<!-- careerdoc: " * 20_000, "<!--" + " " * 200_000, "# careerdoc: ignore " * 10_000):
        read_ignores(Source("a.md", text + "\n"))


def test_many_comments_and_findings_take_no_time() -> None:
    comments = "<!-- careerdoc: ignore CD101 -->\n" * 2_000
    items = "- a <!-- careerdoc: ignore CD101, CD102 -->\n" * 2_000
    text = f"# Goals\n\n{comments}{items}\n<!-- careerdoc: ignore-file CD101 -->\n" + comments
    plan = plan_of(text)
    began = time.process_time()
    assert {finding.code for finding in check(plan)} == {"CD052"}
    assert time.process_time() - began < 2


@given(st.text(st.sampled_from("<!->-# careerdoc:ignore-fileCD10,\n\t`~*")))
def test_any_text_has_comments_or_none(text: str) -> None:
    source = Source("a.md", f"careerdoc:\n{text}")
    ignores, _ = read_ignores(source)
    assert all(ignore.first >= 1 for ignore in ignores)


# ── anything at all ──────────────────────────────────────────────────────────────────────────────────────

WORDS = st.sampled_from(["select", "ignore", "levels", "limits", "words", "counts", "parts", "plan", "goals", "CD1"])
NODES = st.recursive(
    WORDS | st.sampled_from(["error", "off", "3-", "~", "9 to 2", "all", "cd101, x", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(NODES)
def test_any_settings_are_understood_or_shown_where_they_stand(node) -> None:
    text = json.dumps({"checks": node, "goals": ["Learn welding"]})
    plan = plan_of(text, "plan.yaml")
    for finding in check(plan):
        assert finding.span is not None
        assert finding.span.source is plan.span.source
