"""Markdown plans: what headings, labels, boxes and tables are taken for; what no rule knows is kept."""

from __future__ import annotations

import pytest

from tests.conftest import plan_of


def goals_of(text: str):
    return [(g.title, g.horizon and g.horizon.value, [s.text for s in g.steps]) for g in plan_of(text).goals]


@pytest.mark.parametrize(
    "heading",
    [
        "# Short-term goals",
        "## Short-Term Goals",
        "# SHORT TERM GOALS",
        "# My short-term goals:",
        "# 1. Short-term goals",
        "# IV. Short-term goals",
        "# Short-term goals (one year or less)",
        "# **Short-term goals**",
        "# Short-term goals #",
        "Short-term goals\n----------------",
    ],
)
def test_headings_in_many_forms(heading: str) -> None:
    assert goals_of(f"{heading}\n\n- Learn welding\n  - Find a class\n") == [
        ("Learn welding", "short", ["Find a class"])
    ]


def test_goals_as_headings() -> None:
    text = "# Long-term goals\n\n## Learn welding\n\n1. Find a class\n2. Pay for it\n\n## Buy a helmet\n"
    assert goals_of(text) == [("Learn welding", "long", ["Find a class", "Pay for it"]), ("Buy a helmet", "long", [])]


def test_labels_of_a_goal() -> None:
    text = "# Short-term goals\n\n## Learn welding\n\nWhy: It pays.\n\n**Measure:** A card.\n\nBy: May 2027\n"
    (goal,) = plan_of(text).goals
    assert (goal.why, goal.measure, goal.when.text) == ("It pays.", "A card.", "May 2027")


@pytest.mark.parametrize(("box", "done"), [("[ ] ", False), ("[x] ", True), ("[X] ", True), ("", None)])
def test_boxes(box: str, done: bool | None) -> None:
    (step,) = plan_of(f"# Steps\n\n- {box}Call the school\n").steps
    assert (step.text, step.done) == ("Call the school", done)


def test_steps_within_steps() -> None:
    (goal,) = plan_of("# Goals\n\n- a\n  - b\n    - c\n      - d\n").goals
    assert goal.steps[0].steps[0].steps[0].text == "d"


def test_front_matter_and_its_place() -> None:
    plan = plan_of("---\ntitle: A plan\nname: Ana\n---\n\n# Goals\n\n- a\n")
    assert (plan.title, plan.title.span.line, plan.goals[0].span.line) == ("A plan", 2, 8)


def test_the_first_heading_is_the_title() -> None:
    plan = plan_of("# My way\n\n## Short-term goals\n\n- a\n")
    assert (plan.title, plan.goals[0].title) == ("My way", "a")


def test_self_assessment() -> None:
    text = "# About me\n\n- Values: honesty, time\n- **Interests**: biology\n- Holland code: SIA\n\nI know it now.\n"
    profile = plan_of(text).profile
    assert (profile.values.text, profile.interests.text) == ("honesty, time", "biology")
    assert "SIA" in str(profile)
    assert profile.notes == "I know it now."


@pytest.mark.parametrize("arrow", [" → ", " -> ", " => "])
def test_challenges_with_strategies(arrow: str) -> None:
    (barrier,) = plan_of(f"# Challenges\n\n- Night shifts{arrow}a carpool\n").barriers
    assert (barrier.text, barrier.strategy) == ("Night shifts", "a carpool")


def test_a_table_of_goals_loses_nothing() -> None:
    text = "# Short-term goals\n\n| Goal | By |\n| --- | --- |\n| Learn welding | May 2027 |\n"
    assert "Learn welding" in str(plan_of(text))
    assert "May 2027" in str(plan_of(text))


def test_unknown_headings_are_kept_in_order() -> None:
    plan = plan_of("# My plan\n\n## My dog\n\nHe is old.\n\n## Goals\n\n- a\n\n## My cat\n\nShe is not.\n")
    kept = [(section.title, section.body) for section in plan.sections if section.role is None]
    assert kept == [("My dog", "He is old."), ("My cat", "She is not.")]


def test_spanish() -> None:
    plan = plan_of(
        "---\nlanguage: es\n---\n# Metas a corto plazo\n\n- Aprender a soldar para mayo de 2027\n  - [x] Llamar\n"
    )
    (goal,) = plan.goals
    assert (goal.title, goal.horizon.value, goal.when.text) == ("Aprender a soldar", "short", "para mayo de 2027")


def test_windows_line_ends_read_the_same() -> None:
    text = "# Goals\n\n- a\n  - b\n\n# Notes\n\nc\nd\n"
    assert goals_of(text) == goals_of(text.replace("\n", "\r\n"))


def test_a_byte_order_mark_is_no_text() -> None:
    assert plan_of("\ufeff# Goals\n\n- a\n").goals[0].title == "a"
