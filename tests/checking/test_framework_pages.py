"""Every code has a page, and a terminal shows it readably."""

from __future__ import annotations

import re

import pytest

from careerdoc.checking import pages, registry
from careerdoc.checking.codes import CODES
from careerdoc.checking.terminal import as_lines
from tests.conftest import ROOT


def raised() -> set[str]:
    """The codes that stand in the code base as texts."""
    files = [*(ROOT / "careerdoc").rglob("*.py")]
    return {code for file in files for code in re.findall(r'"(CD0\d\d)"', file.read_text("utf-8"))}


def test_every_code_that_is_raised_below_100_is_known_and_has_a_page() -> None:
    known = {code.code for code in CODES}
    assert raised() == known
    assert {path.stem for path in pages.FOLDER.glob("CD0*.md")} == known


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_page_begins_with_its_code_and_name_and_says_more_than_a_line(code) -> None:
    text = (pages.FOLDER / f"{code.code}.md").read_text("utf-8")
    first, rest = text.split("\n", 1)
    assert first == f"# {code.code} {code.name}"
    assert len(rest.split()) > 12


def test_names_and_codes_stand_once() -> None:
    words = [word for topic in registry().topics() for word in (topic.code, topic.name)]
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", topic.name) for topic in registry().topics())


@pytest.mark.parametrize("width", [40, 72, 200])
def test_a_page_keeps_to_the_width(width: int) -> None:
    for topic in registry().topics():
        lines = as_lines(pages.page_of(topic), width).splitlines()
        assert all(len(line) <= width or line.startswith("    ") for line in lines), topic.code


def test_a_page_shows_no_marks() -> None:
    shown = as_lines(
        "# A *b*\n\nOne **two** `three`,\n[four](https://example.org).\n\n- x\n- y\n\n```\ncode\n```\n", 60
    )
    assert shown == ("A b\n===\n\nOne two `three`, four <https://example.org>.\n\n- x\n- y\n\n    code\n")
