"""Text is measured by the theme's own font files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.rendering import Theme, read_theme
from careerdoc.rendering.measure import line_count, line_height, text_width, wrap

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"


@pytest.fixture(scope="module")
def theme() -> Theme:
    return read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")


def test_width_follows_the_letters_and_the_size(theme):
    assert text_width("iii", theme.body, 10) < text_width("mmm", theme.body, 10)
    assert text_width("mmm", theme.body, 20) == pytest.approx(2 * text_width("mmm", theme.body, 10))
    assert text_width("word", theme.body, 10, "bold") > text_width("word", theme.body, 10)
    assert text_width("", theme.body, 10) == 0


def test_width_is_the_fonts_own(theme):
    from fontTools.ttLib import TTFont

    font = TTFont(theme.body.faces["regular"])
    units, cmap, metrics = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    text = "Journeyman electrician, 8,000 hours — año"
    expected = sum(metrics[cmap[ord(character)]][0] for character in text) / units * 24
    assert text_width(text, theme.body, 24) == pytest.approx(expected, rel=0.005)


@pytest.mark.parametrize(("text", "ems"), [("日本", 2.0), ("שלום", 2.28), ("მზე", 1.8), ("e\u0301", None)])
def test_missing_letters_are_counted(theme, text, ems):
    expected = text_width("e", theme.body, 10) if ems is None else ems * 10
    assert text_width(text, theme.body, 10) == pytest.approx(expected)


def test_lines_break_at_spaces(theme):
    width = text_width("alpha beta", theme.body, 12)
    assert wrap("alpha beta gamma", theme.body, 12, width + 0.1) == ("alpha beta", "gamma")
    assert line_count("", theme.body, 12, 100) == 1
    assert line_count("one\ntwo", theme.body, 12, 500) == 2


def test_long_words_and_wide_letters_break_anywhere(theme):
    lines = wrap("https://example.org/" + "x" * 200, theme.body, 12, 100)
    assert len(lines) > 5
    assert all(text_width(line, theme.body, 12) <= 100.1 for line in lines)
    assert line_count("漢" * 30, theme.body, 10, 100) == 3


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.floats(20, 300))
def test_every_letter_is_kept_and_no_line_is_too_wide(text, width):
    theme = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
    lines = wrap(text, theme.body, 12, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= 1 or text_width(line, theme.body, 12) <= width + 0.1 for line in lines)


def test_line_height_is_more_than_the_size(theme):
    assert 10 < line_height(theme.body, 10) < 16
