"""English: what becomes of steps, goals, reasons and challenges in each of the forms that people write them in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from careerdoc.composing.joining import joining
from careerdoc.composing.joining.english.headlines import headline
from careerdoc.composing.joining.english.nouns import article
from careerdoc.composing.joining.english.person import in_third_person
from careerdoc.composing.joining.turns import Turns
from tests.conftest import TODAY, plan_of

CASES = (Path(__file__).parent / "cases/english.txt").read_text("utf-8").splitlines()
FORMS = [[part.strip() for part in line.split("|")] for line in CASES if line.strip() and not line.startswith("#")]


PARTS = (Path(__file__).parent / "cases/english-steps.txt").read_text("utf-8").strip().split("\n\n")[1:]
TOLD = [part.split("\n") for part in PARTS]


def words():
    return joining("en", lambda text: text, TODAY)


def goal(text: str):
    return plan_of(f"goals:\n{text}", "plan.yaml").goals[0]


@pytest.mark.parametrize(("text", "coming", "done"), FORMS, ids=[text for text, *_ in FORMS])
def test_forms_of_steps(text: str, coming: str, done: str) -> None:
    assert words().verb_phrase(text) == coming
    if done:
        assert words().past_phrase(text) == done


@pytest.mark.parametrize(("written", "told"), TOLD, ids=[written for written, _ in TOLD])
def test_steps_become_sentences(written: str, told: str) -> None:
    items = "".join(f"- {step if step[0] == '[' else f'[ ] {step}'}\n" for step in written.split(" / "))
    plan = plan_of(f"# Goals\n\n## Graduate\n\n{items}")
    assert words().steps(plan.goals[0].steps) == told


@pytest.mark.parametrize(
    ("yaml", "told"),
    [
        (
            "- title: Get into a program\n  when: by June 2027\n  why: nobody gets a license without it",
            "Within the next year, I want to get into a program by June 2027, because nobody gets a license without it.",
        ),
        (
            "- title: Get into a program\n  why: Nobody gets a license without it.",
            "Within the next year, I want to get into a program. Nobody gets a license without it.",
        ),
        (
            "- title: Get into a program\n  why: to be near my family",
            "Within the next year, I want to get into a program in order to be near my family.",
        ),
        (
            "- title: A bilingual booklet\n  why: so that people leave with a plan",
            "Within the next year, I want to create a bilingual booklet, so that people leave with a plan.",
        ),
        (
            "- title: Get a job\n  measure: a letter of acceptance",
            "Within the next year, I want to get a job. A letter of acceptance will show that I have reached it.",
        ),
        (
            "- title: Get a job\n  measure: I have a badge",
            "Within the next year, I want to get a job. I will know that I have reached it when I have a badge.",
        ),
        (
            "- title: Get a job\n  measure: When my name is on the list",
            "Within the next year, I want to get a job. I will know that I have reached it when my name is on the list.",
        ),
        (
            "- title: Get a job\n  measure: All four sections passed",
            "Within the next year, I want to get a job. I will have reached it once I have all four sections passed.",
        ),
        (
            "- title: Get a job\n  measure: Score 800 on the exam",
            "Within the next year, I want to get a job. I will know that I have reached it when I score 800 on the exam.",
        ),
        ("- title: More sleep\n  when: 2027", "My goal is more sleep, in 2027."),
        ("- {title: Learn welding, done: true, when: May 2026}", "I learned welding in May 2026."),
    ],
)
def test_a_goals_paragraph(yaml: str, told: str) -> None:
    assert words().goal_paragraph(goal(yaml), 0, 1, "short") == told


def test_steps_without_a_date_that_come_last_stand_alongside() -> None:
    told = words().steps(
        goal("- title: x\n  steps: ['[x] Sign up (October 2026)', Pass the test by May 2027, Practice at home]").steps
    )
    assert told == (
        "I have already taken the first step: I signed up in October 2026. Next, I will pass the test by May 2027. "
        "Alongside, I will practice at home."
    )


def test_what_is_a_sentence_stands_as_one_and_what_is_not_to_be_done_too() -> None:
    told = words().steps(goal("- title: x\n  steps: [Call, The page has to be ready, don't skip Fridays]").steps)
    assert told == "To get there, I will call. I will not skip Fridays. The page has to be ready."


@pytest.mark.parametrize(
    ("text", "strategy", "told"),
    [
        ("The test is heavy on algebra", "tutoring twice a week", "so I will get tutoring twice a week."),
        ("The test is heavy on algebra", "taking a class", "so I will take a class."),
        (
            "Fractions",
            "my granddaughter is teaching me",
            "One challenge stands in the way: fractions, but my granddaughter is teaching me.",
        ),
        (
            "Attics in August",
            "get in shape",
            "One challenge stands in the way: attics in August, so I will get in shape.",
        ),
        ("I am shy.", "patience", "I am shy, and I will meet this with patience."),
    ],
)
def test_challenges(text: str, strategy: str, told: str) -> None:
    plan = plan_of(f"goals: [x]\nbarriers: [{{text: {text!r}, strategy: {strategy!r}}}]", "plan.yaml")
    assert words().barriers(plan.barriers).endswith(told)


@pytest.mark.parametrize("goal_", ["Licensed practical nurse", "certified pipe welder", "an EMT", "HVAC technician"])
def test_an_occupation_is_what_one_becomes(goal_: str) -> None:
    assert words().aim(goal_).startswith(("My goal is to become a ", "My goal is to become an "))


BY_SOUND = {
    "a": ("university", "UPS route", "one-year course", "NASA internship", "European firm"),
    "an": ("hour", "MBA", "RN", "8-week course", "umbrella", "unpaid job"),
}


@pytest.mark.parametrize(("mark", "phrase"), [(mark, phrase) for mark in BY_SOUND for phrase in BY_SOUND[mark]])
def test_articles_go_by_the_sound(phrase: str, mark: str) -> None:
    assert article(phrase) == mark


@pytest.mark.parametrize(
    ("first", "third"),
    [
        ("My goal is to become a nurse.", "Bell’s goal is to become a nurse."),
        ("I value honesty. I am quiet.", "Bell values honesty. They are quiet."),
        ("Next, I will take Algebra I.", "Next, Bell will take Algebra I."),
        ("I also want to bake.", "Bell also wants to bake."),
        ("I have it. I know it.", "Bell has it. They know it."),
        ("I'm late, and my truck is mine.", "Bell is late, and their truck is theirs."),
        ("The hall takes one in six, so I will apply.", "The hall takes one in six, so Bell will apply."),
    ],
)
def test_the_third_person(first: str, third: str) -> None:
    assert in_third_person(first, "Bell") == third


@pytest.mark.parametrize(
    ("text", "apa", "mla"),
    [
        ("From helper to journeyman", "From Helper to Journeyman", "From Helper to Journeyman"),
        ("A life with horses: what it takes", "A Life With Horses: What It Takes", "A Life with Horses: What It Takes"),
        ("my way into NASA", "My Way Into NASA", "My Way into NASA"),
        ("a self-made plan", "A Self-Made Plan", "A Self-Made Plan"),
    ],
)
def test_titles_have_capitals(text: str, apa: str, mla: str) -> None:
    """APA 7, 6.17; MLA 9, 2.90."""
    assert (headline(text), headline(text, mla=True)) == (apa, mla)


def test_no_beginning_comes_back_before_the_others() -> None:
    turns, ways = Turns(), ("a", "b", "c")
    taken = [turns.next(ways) for _ in range(9)]
    assert all(len(set(taken[i : i + 3])) == 3 for i in range(7))


@pytest.mark.parametrize(
    "text", ["Building and " + "ing-" * 5000, "Take " + "and pass " * 5000, "x, " * 9000 + " and y"]
)
def test_texts_made_to_be_slow_are_not(text: str) -> None:
    """Patterns that try every way to part a text would take years."""
    begin = time.process_time()
    words().verb_phrase(text), words().past_phrase(text), words().listing("I can count on", text)
    assert time.process_time() - begin < 2
