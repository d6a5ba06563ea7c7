"""Every goal and step of every sample is in every file made of it; what templates write is compared with goldens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerdoc import building
from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.packs import pack_from_folder
from careerdoc.plan.export import words
from tests.conftest import ROOT, SAMPLES, plan_at
from tests.samples.opened import folded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from careerdoc.plan import Plan, Step

PACKS = (pack_from_folder(ROOT / "templates"),)
TARGETS = [
    "essay.docx",
    "essay.pdf",
    "outline.docx",
    "outline.md",
    "outline.txt",
    "slides.pptx",
    "slides.html",
    "poster.pdf",
    "poster.pptx",
]
TEMPLATES = sorted(PACKS[0].templates)
TAIL = 4

by_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def made(path: Path, target: str) -> str:
    """The letters and digits in a sample's file."""
    chosen = building.find_target(target, PACKS)
    built = next(building.build_each(plan_at(path), (chosen,), PACKS, folder=path.parent))
    return folded(text_of(built.rendering.content, chosen.type))


def steps_of(plan: Plan) -> Iterator[Step]:
    stack = [
        *plan.steps,
        *(step for holder in (*plan.goals, *plan.groups, *plan.sections) for step in holder.steps),
    ]
    while stack:
        step = stack.pop()
        yield step
        stack += step.steps


def told_in_an_essay(phrase: str) -> str:
    """What an essay keeps of a phrase whatever it does to the verb in front: the last few words."""
    return " ".join(phrase.split()[1:][-TAIL:])


def missing(phrases: Iterator[str], text: str) -> list[str]:
    return [phrase for phrase in phrases if folded(phrase) not in text]


@by_sample
@pytest.mark.parametrize("target", TARGETS)
def test_every_goal_and_step_is_in_the_file(path: Path, target: str) -> None:
    plan, text = plan_at(path), made(path, target)
    titles = (goal.title for goal in plan.goals)
    steps = (words(step.text) or "" for step in steps_of(plan))
    told = told_in_an_essay if target.startswith("essay") else str
    assert not missing((told(phrase) for phrase in (*titles, *steps)), text)


@by_sample
@pytest.mark.parametrize("target", ["outline.docx", "slides.pptx", "poster.pdf"])
def test_every_time_frame_is_in_the_file(path: Path, target: str) -> None:
    plan, text = plan_at(path), made(path, target)
    frames = [holder.when for holder in (*plan.goals, *steps_of(plan)) if holder.when]
    assert not missing((frame.text for frame in frames), text)


@by_sample
@pytest.mark.parametrize("template", TEMPLATES)
def test_what_a_template_writes(path: Path, template: str, golden) -> None:
    document = compose(plan_at(path), PACKS[0].templates[template], PACKS[0])
    golden(f"{path.stem}/{template}.md", write(document))


def test_samples_have_goals_or_steps_worth_looking_for() -> None:
    assert len(SAMPLES) >= 6
    assert all(len(list(steps_of(plan_at(path)))) >= 6 for path in SAMPLES)
