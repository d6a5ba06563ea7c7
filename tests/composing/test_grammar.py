"""What a grammar checker says of English essays: nothing of the words that join the student's.

Harper reads off line. What it says of the student's own words, names foremost, is theirs; so is a matter of taste that
stands in them. A finding counts where its words do not stand so in the plan.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import harper
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdoc.composing import compose
from careerdoc.composing.joining.english.steps import _ALONGSIDE, _NEXT, _ONE_DONE, _SOME_DONE, _THEN, _TO_COME
from careerdoc.document import write
from careerdoc.packs import installed_packs
from tests.conftest import SAMPLES, plan_at, plan_of

if TYPE_CHECKING:
    from careerdoc.plan import Plan

PACK = installed_packs()[0]
ENGLISH = [path for path in SAMPLES if plan_at(path).language == "en"]
VARIANTS = [{}, {"style": "apa"}, {"style": "mla"}, {"headings": "yes"}, {"person": "third"}]


JOINS = [way.strip() for ways in (_TO_COME, _NEXT, _THEN, _ALONGSIDE) for way in ways]
JOINS += [way.format("", "").strip(" ,.:") for way in (*_ONE_DONE, *_SOME_DONE)]
JOINS += ["My answer is to", "which is why I will", "To deal with this", "so I will", "and I plan to"]


@functools.cache
def linter() -> harper.Linter:
    return harper.Linter()


def essay(plan: Plan, chosen: dict[str, str]) -> str:
    text = write(compose(plan, PACK.templates["essay"], PACK, chosen))
    text = re.sub(r"^(?:#.*|:::.*|\|.*|>.*|[-*] .*)$", "", text, flags=re.MULTILINE)  # prose alone
    return text.replace("\\", "")


def said_of_our_words(plan: Plan, chosen: dict[str, str]) -> list[str]:
    source = " ".join(re.sub(r"[\\*_]", "", plan.span.source.text).casefold().split())
    found = []
    for lint in linter().lint(essay(plan, chosen)):
        words = " ".join(lint.problem_text.casefold().split())
        if words not in source and lint.lint_kind != "Spelling":
            found.append(f"{lint.problem_text!r}: {lint.message}")
    return found


@pytest.mark.parametrize("chosen", VARIANTS, ids=lambda chosen: "-".join(chosen.values()) or "plain")
@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_samples(path, chosen) -> None:
    assert said_of_our_words(plan_at(path), chosen) == []


def repeated(plan: Plan, chosen: dict[str, str]) -> list[str]:
    """What joins sentences more than once within a paragraph."""
    return [
        f"{count} times {way!r}: {paragraph}"
        for paragraph in essay(plan, chosen).split("\n\n")
        for way in JOINS
        if (count := len(re.findall(rf"\b{re.escape(way)}", paragraph))) > 1
    ]


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_nothing_joins_twice_in_a_paragraph(path) -> None:
    assert repeated(plan_at(path), {}) == []


def test_what_joins_twice_is_found() -> None:
    text = "introduction: Next, I will call. Next, I will write.\ngoals: [Call]\n"
    assert len(repeated(plan_of(text, "plan.yaml"), {})) == 1


def test_the_checker_finds_what_is_wrong() -> None:
    text = "I will apply for a internship and and learn welding."
    assert len(linter().lint(text)) == 2


ACTIONS = [
    "Take the aptitude test",
    "apply to three programs",
    "Building a website",
    "I will call the school",
    "visit two campuses",
    "I'd like to see a lab",
    "To finish the associate degree",
    "Configuring and maintaining routers",
    "Draft the budget and send it to Ms. Pruitt",
    "Move into a lab, most likely here",
    "**Research:** Read ten papers",
    "Never miss a shift",
    "After the fair, email three firms",
    "NASA workshop",
    "learn SQL (free course)",
]
THINGS = [
    "Math test",
    "An internship at a bank",
    "8,000 hours of supervised work",
    "Letters of recommendation",
    "Portfolio",
    "More sleep",
]
TIMES = [None, "by May 2027", "2028", "from June to August 2027", "within six months", "every Friday"]
WHYS = [
    None,
    "because it pays well",
    "It is the first door.",
    "to be near my family",
    "nobody gets a license without it",
]
MEASURES = [None, "a letter of acceptance", "I have a badge", "My name is on the list."]


def entry(text: str, when: str | None, done: bool | None) -> str:
    box = "" if done is None else "[x] " if done else "[ ] "
    return f'"{box}{text}{f" ({when})" if when else ""}"'


STEP = st.builds(entry, st.sampled_from(ACTIONS + THINGS), st.sampled_from(TIMES), st.sampled_from([None, True, False]))


def goal_entry(title: str, when: str | None, why: str | None, measure: str | None, steps: list[str]) -> str:
    fields = [("when", when), ("why", why), ("measure", measure)]
    lines = [f'  - title: "{title}"', *(f'    {name}: "{value}"' for name, value in fields if value)]
    return "\n".join([*lines, *(["    steps:", *(f"      - {step}" for step in steps)] if steps else [])])


GOAL = st.builds(
    goal_entry,
    st.sampled_from(ACTIONS + THINGS),
    st.sampled_from(TIMES),
    st.sampled_from(WHYS),
    st.sampled_from(MEASURES),
    st.lists(STEP, max_size=7),
)


@given(st.lists(GOAL, min_size=1, max_size=4), st.lists(GOAL, max_size=3), st.sampled_from(VARIANTS))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan(short: list[str], long: list[str], chosen: dict[str, str]) -> None:
    text = "name: Ana Bell\nmain_goal: Become a nurse\nshort_term_goals:\n" + "\n".join(short)
    text += "\nlong_term_goals:\n" + "\n".join(long) if long else ""
    plan = plan_of(f"{text}\n", "plan.yaml")
    assert said_of_our_words(plan, chosen) == []
    assert repeated(plan, chosen) == []
