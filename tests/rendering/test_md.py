"""Markdown files, read by markdown-it."""

from __future__ import annotations

from markdown_it import MarkdownIt

from careerdoc.document import parse
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


def made(text: str) -> str:
    return render(parse(Source("", text)), THEME).content.decode("utf-8")


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
