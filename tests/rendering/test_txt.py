"""Plain text files, read as a person would: columns, indents, nothing lost."""

from __future__ import annotations

import dataclasses
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.document import parse
from careerdoc.rendering import read_theme
from careerdoc.rendering.txt import render
from careerdoc.source import Source
from careerdoc.terminal import columns
from tests.conftest import ROOT

FOLDER = ROOT / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")


def made(text: str, **changes: object) -> str:
    document = dataclasses.replace(parse(Source("", text)), **changes)
    return render(document, THEME).content.decode()


def test_the_title_is_underlined_and_headings_are_set_off() -> None:
    assert made("# A plan\n\na\n\n## Goals\n\nb\n") == "A plan\n======\n\na\n\n\nGoals\n-----\n\nb\n"


def test_a_byline_takes_a_line_for_each_thing() -> None:
    assert made("# a\n\n::: byline\nAna\n\nBiology 101\n:::\n\nb\n") == "a\n=\n\nAna\nBiology 101\n\nb\n"


def test_lists_hang() -> None:
    text = made("- " + "word " * 30 + "\n- [x] done\n- [ ] open\n")
    assert text.startswith("- word")
    assert "\n  word" in text
    assert text.endswith("- [x] done\n- [ ] open\n")


def test_an_outline_has_its_numerals_in_a_column() -> None:
    text = made("1. a\n   1. b\n      1. c\n         1. [x] d\n2. e\n3. f\n", shape="outline")
    assert text == "I.   a\n     A. b\n        1. c\n           a. [x] d\nII.  e\nIII. f\n"


def test_what_follows_in_an_item_is_parted_from_it() -> None:
    assert made("1. a\n\n   b\n\n   | c |\n   | --- |\n   | d |\n") == "1. a\n\n   b\n\n   c\n   -\n   d\n"


def test_tables_have_columns() -> None:
    text = made("| What | About |\n| :--- | ---: |\n| Boots | $120 |\n| 靴 | $9 |\n")
    assert text == "What   About\n-----  -----\nBoots   $120\n靴        $9\n"


def test_a_wide_table_is_told_row_by_row() -> None:
    long = "many words " * 6
    text = made(f"| Name | Why | How |\n| --- | --- | --- |\n| Ana | {long} | {long} |\n")
    assert "Name: Ana\nWhy: many words" in text
    assert max(map(len, text.split("\n"))) <= 72


def test_links_show_where_they_lead() -> None:
    text = made(
        "[a](https://example.org/x) <https://example.org/y> [me@example.org](mailto:me@example.org) [top](#top)\n"
    )
    assert text == "a <https://example.org/x> https://example.org/y me@example.org top\n"


def test_notes_come_last_and_none_is_lost() -> None:
    text = made("a[^x] b[^y]\n\n[^y]: second\n\n[^x]: first[^z]\n\n[^z]: in a note\n\n[^w]: unmarked\n")
    assert text == "a[1] b[2]\n\n[1] first[3]\n\n[2] second\n\n[3] in a note\n\n[4] unmarked\n"


def test_a_timeline_is_lines_of_when_and_what() -> None:
    text = made(
        '```figure timeline\n{"entries": [{"label": "Pass the exam", "text": "by June 2027", "group": "s", "done": true},'
        '{"label": "'
        + "Long " * 20
        + '", "text": "2032", "group": "l"}], "groups": {"s": "Soon", "l": "Later"}}\n```\n'
    )
    assert text.startswith("Soon\n  by June 2027  Pass the exam ✓\n\nLater\n  2032          Long Long")
    assert max(map(len, text.split("\n"))) <= 72


def test_notes_for_the_speaker_are_kept() -> None:
    assert "    Breathe." in made("## a\n\n::: notes\nBreathe.\n:::\n")


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("👩\u200d⚕", 3), ("ａ", 2), ("", 0)]
)
def test_columns_of_a_screen(text: str, width: int) -> None:
    assert columns(text) == width


def test_wide_characters_fill_lines_in_no_time() -> None:
    start = time.process_time()
    lines = made("日本語のキャリア計画。" * 4_000).split("\n")
    assert time.process_time() - start < 5
    assert max(map(columns, lines)) <= 72
    assert "".join(lines) == "日本語のキャリア計画。" * 4_000


@given(st.lists(st.text("ab 日本é\u0301\u200d", max_size=60), max_size=5).map(" ".join))
@settings(max_examples=60)
def test_no_character_is_lost_and_no_line_too_wide(text: str) -> None:
    lines = made(f"x {text}\n").split("\n")
    assert "".join("".join(lines).split()) == "".join(f"x {text}".split())
    assert all(columns(line) <= 72 for line in lines if " " in line)
