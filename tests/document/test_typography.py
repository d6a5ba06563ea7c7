"""What is typed and what is set; and that nothing else changes."""

from __future__ import annotations

import dataclasses
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.document import Metadata, parse, write
from careerdoc.document.typography import set_text, typeset
from careerdoc.source import Source

LINES = (Path(__file__).parent / "typography.txt").read_text("utf-8").splitlines()
CASES = [[part.strip() for part in line.split(" | ")] for line in LINES if line.strip() and not line.startswith("#")]
TYPED = st.text(alphabet="ab Z19\"'.-–x(“ \u00a0%p!?«»—’:;", max_size=40)


def made(text: str) -> str:
    language = re.match(r"\[(\w\w)\] ", text)
    document = parse(Source("", text[language.end() :] if language else text))
    metadata = Metadata(language=language[1] if language else "en")
    return write(typeset(dataclasses.replace(document, metadata=metadata))).strip()


@pytest.mark.parametrize(("typed", "shown"), CASES, ids=[typed for typed, _ in CASES])
def test_cases(typed: str, shown: str) -> None:
    marks = str.maketrans({"\u00a0": "~", "\u202f": "^"})
    assert made(typed).replace("\\", "").translate(marks) == shown


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "ar"])
@given(TYPED)
def test_what_is_set_stays_so(language: str, text: str) -> None:
    once = set_text(text, language)
    assert set_text(once, language) == once


@pytest.mark.parametrize("language", ["en", "fr"])
@given(TYPED)
def test_no_letter_or_digit_changes(language: str, text: str) -> None:
    def kept(words: str) -> str:
        return "".join(c for c in words.replace("×", "x").replace("X", "x") if unicodedata.category(c)[0] in "LN")

    assert kept(set_text(text, language)) == kept(text)


def test_spans_notes_cells_and_links_keep_their_places() -> None:
    text = '| "a" |\n| --- |\n| "b" |\n\nx[^1] [it\'s](https://a.example/"q")\n\n[^1]: "note"\n'
    document = typeset(parse(Source("", text)))
    told = write(document)
    assert "“a”" in told
    assert "“b”" in told
    assert "“note”" in told
    assert "it’s" in told
    assert "/%22q%22" in told or '/"q"' in told
    assert document.blocks[0].span.text == parse(Source("", text)).blocks[0].span.text


@pytest.mark.parametrize("text", ['"a" ' * 60_000, "'a' " * 60_000, "'" * 250_000, "a'" * 120_000, "1-2 " * 60_000])
def test_long_texts_take_no_long_time(text: str) -> None:
    started = time.perf_counter()
    set_text(text, "en")
    assert time.perf_counter() - started < 5
