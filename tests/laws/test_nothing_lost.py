"""Law 1: every visible word of the source is in the plan, and ``outline.md`` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, SAMPLES, plan_at, plan_of
from tests.laws.words import values_of_yaml, visible_words

if TYPE_CHECKING:
    from pathlib import Path

PACK = pack_from_folder(ROOT / "templates")


def outline_words(plan):
    return visible_words(write(compose(plan, PACK.templates["outline"], PACK)))


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".md"], ids=lambda p: p.name)
def test_outline_of_a_sample_has_all_its_words(path: Path) -> None:
    lost = visible_words(path.read_text("utf-8")) - outline_words(plan_at(path))
    assert not lost


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".yaml"], ids=lambda p: p.name)
def test_outline_of_a_yaml_sample_has_all_its_values(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    for key in ("kind", "language", "date"):
        data.pop(key, None)
    for goal in data.get("goals", ()):
        goal.pop("horizon", None)
        for step in goal.get("steps", ()):
            if isinstance(step, dict):
                step.pop("done", None)
    lost = values_of_yaml(data) - outline_words(plan_at(path))
    assert not {word for word in lost if word != "x"}


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
