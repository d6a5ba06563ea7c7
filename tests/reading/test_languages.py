"""What headings and phrases are in each language, from example files that a person can read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from careerdoc.reading import known_languages, language

EXAMPLES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in (Path(__file__).parent / "languages").glob("*.toml")
}


@pytest.mark.parametrize("code", EXAMPLES)
def test_aims_are_told_from_things(code: str) -> None:
    words = language(code)
    assert [text for text in EXAMPLES[code]["aims"] if not words.is_aim(text)] == []
    assert [text for text in EXAMPLES[code]["things"] if words.is_aim(text)] == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_headings_name_their_parts(code: str) -> None:
    words = language(code)
    for heading, role in EXAMPLES[code].get("headings", {}).items():
        assert words.role(heading) == role, heading


@pytest.mark.parametrize("code", known_languages())
def test_every_phrase_names_what_its_table_says(code: str) -> None:
    words = language(code)
    assert {"short_term", "long_term", "goals", "steps", "barriers", "main_goal"} <= set(words.headings.values())
    assert {"goal", "steps", "why", "measure", "when", "status"} <= set(words.labels.values())
    assert words.areas
    assert words.aims
    assert words.vague
    assert words.done
    for phrase, role in words.headings.items():
        assert words.role(phrase) == role, phrase
