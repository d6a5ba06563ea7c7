"""Markdown files, read by markdown-it."""

from __future__ import annotations

import dataclasses
import json

import pytest
from markdown_it import MarkdownIt

from careerdoc.document import parse
from careerdoc.document.model import plain, walk
from careerdoc.rendering import read_theme
from careerdoc.rendering.md import render
from careerdoc.source import Source
from tests.conftest import ROOT

FOLDER = ROOT / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
TIMELINE = """```figure timeline
{"entries": [{"label": "Pass: the exam", "text": "by June 2027", "start": null, "end": "2027-06-30", "group": "short",
"done": true}, {"label": "Some day", "text": "", "group": "short"}], "today": "2026-11-23", "groups": {"short": "Soon"}}
```
"""


def made(text: str, **changes: object) -> str:
    return render(dataclasses.replace(parse(Source("", text)), **changes), THEME).content.decode("utf-8")


def test_tables_lists_and_notes_stay_markdown() -> None:
    text = "# a\n\n- [x] b\n- [ ] c\n\n| d | e |\n| --- | ---: |\n| f | g |\n\nh[^1]\n\n[^1]: i\n"
    page = MarkdownIt("commonmark").enable("table").render(made(text))
    assert "<h1>a</h1>" in page
    assert "<td" in page
    assert "[x] b" in page
    assert "[^1]: i" in made(text)


def test_it_ends_with_one_line_end() -> None:
    assert made("# a\n\nb\n").endswith("b\n")
    assert made("") == ""


def test_a_timeline_is_a_drawing_that_viewers_know() -> None:
    text = made(TIMELINE)
    assert "```mermaid\ngantt\n" in text
    assert "2027-06-30" in text
    assert "Some day" in text


def test_an_unknown_figure_is_its_words() -> None:
    assert "apples" in made('```figure pie\n{"a": ["apples", 3]}\n```\n')
    assert "nonsense" in made("```figure timeline\n{nonsense\n```\n")


def test_an_outline_has_true_numerals_behind_its_boxes() -> None:
    text = made("1. a\n   1. b\n      1. c\n         1. [x] d\n2. e\n", shape="outline")
    assert text == "- I. a\n  - A. b\n    - 1\\. c\n      - [x] a. d\n- II. e\n"


def test_what_it_writes_reads_back_in_words() -> None:
    text = "1. a\n\n   para\n\n   | b |\n   | --- |\n   | c |\n\n2. # head\n3.\n"
    again = parse(Source("", made(text, shape="outline")))
    words = " ".join(plain(block.children) for block in walk(again.blocks) if hasattr(block, "children"))
    assert words.split() == ["I.", "a", "para", "II.", "head", "III."]


def test_a_figure_in_a_list_or_a_note_is_told_too() -> None:
    text = made(
        "- a\n\n  " + TIMELINE.replace("\n", "\n  ") + "\nb[^1]\n\n[^1]:\n    " + TIMELINE.replace("\n", "\n    ")
    )
    assert text.count("```mermaid") == 2
    assert "figure timeline" not in text


def gantt(*labels: str) -> list[str]:
    entries = ",".join(f'{{"label": {json.dumps(label)}, "text": "", "end": "2027-06-30"}}' for label in labels)
    text = made(f'```figure timeline\n{{"entries": [{entries}]}}\n```\n')
    return [line for line in text.split("\n") if "milestone" in line]


@pytest.mark.parametrize("label", ["Learn C#", 'Read "Nursing"', "Pass 50% of it", "a; b"])
def test_names_in_a_chart_are_what_they_were(label: str) -> None:
    assert gantt(label) == [f"    {label} :milestone, 2027-06-30, 2027-06-30"]


@pytest.mark.parametrize(
    "label", ["title exam", "#1 goal", "% of hours", "2027-05 exam", "Section leader", "click here"]
)
def test_a_name_is_no_statement_of_the_chart(label: str) -> None:
    assert gantt(label)[0].startswith(f"    · {label} :")


def test_a_name_has_no_colon_but_the_last() -> None:
    (line,) = gantt("At 9:30: begin")
    assert line.count(":") == 1
    assert "At 9∶30 – begin" in line


def test_what_has_no_date_is_listed_below_the_chart() -> None:
    assert made(TIMELINE).rstrip().endswith("```\n\n- Some day")
