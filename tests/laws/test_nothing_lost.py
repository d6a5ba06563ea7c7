"""Law 1: every visible word of the source is in the plan, and ``outline.md`` shows it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.building import starter
from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, SAMPLES, TODAY, plan_at, plan_of
from tests.laws.words import values_of_yaml, visible_words, words_in_a_browser
from tests.reading import test_shapes as shapes

if TYPE_CHECKING:
    from pathlib import Path

PACK = pack_from_folder(ROOT / "templates")


def outline_words(plan):
    return visible_words(write(compose(plan, PACK.templates["outline"], PACK)))


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".md"], ids=lambda p: p.name)
def test_outline_of_a_sample_has_all_its_words(path: Path) -> None:
    plan = plan_at(path)
    keys = {str(source.key) for source in (*plan.sources, *plan.library)}  # a citation says a name in its key's place
    lost = visible_words(path.read_text("utf-8")) - outline_words(plan)
    assert not [word for word in lost if word not in keys]


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".yaml"], ids=lambda p: p.name)
def test_outline_of_a_yaml_sample_has_all_its_values(path: Path) -> None:
    assert not told_by_yaml(path.read_text("utf-8")) - outline_words(plan_at(path))


def told_by_yaml(text: str) -> Counter[str]:
    """The words of a plan in YAML, without the fields that become no words."""
    data = yaml.safe_load(text)
    for key in ("kind", "language", "date", "build"):
        data.pop(key, None)
    for goal in data.get("goals") or ():
        if isinstance(goal, dict):
            goal.pop("horizon", None)
    for section in data.get("sections") or ():
        section.pop("role", None)
    return Counter({word: count for word, count in values_of_yaml(data).items() if word != "x"})


KINDS = ["list", "exploring", "career", "assignment", "idp"]


@pytest.mark.parametrize("kind", KINDS)
def test_outline_of_a_starter_has_all_its_words(kind: str) -> None:
    text = starter(kind, "md", "en", TODAY, (PACK,))
    assert not words_in_a_browser(text) - outline_words(plan_of(text))


@pytest.mark.parametrize("kind", KINDS)
def test_outline_of_a_yaml_starter_has_all_its_values(kind: str) -> None:
    text = starter(kind, "yaml", "en", TODAY, (PACK,))
    assert not told_by_yaml(text) - outline_words(plan_of(text, "plan.yaml"))


SHAPES = {case[0]: case[1] for path in shapes.FILES for case in shapes.cases(path)}


TOLD_OTHERWISE = {
    "boxes of all kinds": ("X",),  # a tick
    "Obsidian": ("Classes", "note", "goal"),  # the page that a link goes to, the kind of a box, the name of a line
    "lines at the top": ("Date",),  # a date says what it is
    "a goal over several rows, one step each": ("Done",),  # a tick says so
    "a smart goal": ("Specific",),  # what is specific is the goal's title
}


@pytest.mark.parametrize("title", SHAPES)
def test_outline_of_a_shape_has_all_its_words(title: str) -> None:
    text = SHAPES[title]
    kept = {*outline_words(plan_of(text)), *TOLD_OTHERWISE.get(title, ())}
    assert not {
        word
        for word in words_in_a_browser(text)
        if word not in kept and not re.fullmatch(r"[a-z]|\d{1,2}|[①-⑳]|[A-D]", word)
    }


HEADINGS = [
    "Main goal", "About me", "Short-term goals", "Long-term goals", "Challenges", "How I chose", "Sources", "Steps", "Other",
    "Classes to take", "Goals (1/10 points)", "Skills", "Why", "Action steps", "Reflection", "Barriers and strategies",
]  # fmt: skip
WORD = st.text(alphabet="abcdefghij", min_size=2, max_size=7)
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
LABELS = ["", "", "Why: ", "By: May 2027 ", "Measure: ", "**Steps:** ", "Status: ", "Strategy: ", "Deadline: "]
TAILS = [
    "",
    "",
    " by May 2027",
    " (Fall 2027)",
    " → then",
    ", March 2027",
    " [link](http://a.example)",
    " **bold**",
    " in six months",
]
BOXES = ["", "[ ] ", "[x] "]


@st.composite
def item(draw, depth: int = 0) -> list[str]:
    text = draw(st.sampled_from(BOXES)) + draw(st.sampled_from(LABELS)) + draw(PHRASE) + draw(st.sampled_from(TAILS))
    lines = ["  " * depth + "- " + text]
    if depth < 3:
        for inner in draw(st.lists(item(depth + 1), max_size=2)):
            lines += inner
    return lines


@st.composite
def block(draw) -> str:
    kind = draw(st.sampled_from(["list", "list", "paragraph", "table", "quote", "numbered", "code"]))
    if kind == "list":
        return "\n".join(line for one in draw(st.lists(item(), min_size=1, max_size=3)) for line in one)
    if kind == "table":
        rows = draw(st.lists(st.tuples(PHRASE, PHRASE), min_size=1, max_size=3))
        return (
            "| "
            + draw(PHRASE)
            + " | "
            + draw(PHRASE)
            + " |\n|---|---|\n"
            + "\n".join(f"| {a} | {b} |" for a, b in rows)
        )
    if kind == "numbered":
        return "\n".join(f"{n}. {text}" for n, text in enumerate(draw(st.lists(PHRASE, min_size=1, max_size=3)), 1))
    text = draw(st.sampled_from(LABELS)) + draw(PHRASE) + draw(st.sampled_from(TAILS))
    return {"quote": f"> {text}", "code": f"```\n{text}\n```"}.get(kind, text + "\n" + draw(PHRASE))


@st.composite
def document(draw) -> str:
    parts = [draw(block())] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(1, 5))):
        level = draw(st.integers(1, 4))
        heading = draw(st.one_of(st.sampled_from(HEADINGS), PHRASE)) + draw(st.sampled_from(["", " (by June 2027)"]))
        parts.append("#" * level + " " + heading)
        parts += draw(st.lists(block(), max_size=3))
    return "\n\n".join(parts) + "\n"


@given(document())
@settings(max_examples=150, deadline=None)
def test_outline_of_any_document_has_all_its_words(text: str) -> None:
    lost = visible_words(text) - outline_words(plan_of(text))
    assert not lost
