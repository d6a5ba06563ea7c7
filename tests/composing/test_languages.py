"""A plan in a language gives documents in that language alone, joined as it joins."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

import polib
import pytest
import yaml

from careerdoc.composing import compose
from careerdoc.composing.joining import joining, phrasing
from careerdoc.document import write
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, plan_at, plan_of
from tests.laws.words import values_of_yaml, visible_words

if TYPE_CHECKING:
    from pathlib import Path

PACK = pack_from_folder(ROOT / "templates")
PLANS = sorted((ROOT / "tests" / "composing" / "plans").glob("*.yaml"))
PATTERNS = sorted(ROOT.joinpath("careerdoc", "composing", "joining").glob("??.toml"))
TEMPLATES = sorted(PACK.templates)
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the and of my is are with by from next goal goals step steps first this that have been done before after "
        "want january february march june july october december",
    )
)

by_plan = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
by_template = pytest.mark.parametrize("template", TEMPLATES)
by_patterns = pytest.mark.parametrize("path", PATTERNS, ids=lambda path: path.stem)


@cache
def composed(path: Path, template: str) -> str:
    """The words of a document, without figures' data and the names of blocks."""
    text = write(compose(plan_at(path), PACK.templates[template], PACK))
    text = re.sub(r"```figure timeline\n.*?```", "", text, flags=re.DOTALL)
    return re.sub(r"^:::.*$| \{\.\w+\}|\[[x ]\] ", "", text, flags=re.MULTILINE)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def latin(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]+", text))


@by_plan
@by_template
def test_no_word_of_english(path: Path, template: str) -> None:
    own = path.read_text("utf-8")
    text = composed(path, template)
    assert not (words(text) & ENGLISH) - words(own)
    if path.stem in {"zh", "ja", "ko", "ar", "he", "ru", "hi"}:
        assert latin(text) <= latin(own)


@by_plan
@by_template
def test_no_string_is_left_in_english(path: Path, template: str) -> None:
    text, own = composed(path, template), path.read_text("utf-8")
    for entry in polib.pofile(str(ROOT / "templates" / "locale" / f"{path.stem}.po")):
        same = entry.msgid.casefold() in entry.msgstr.casefold() or entry.msgid in own
        assert same or not re.search(rf"(?<!\w){re.escape(entry.msgid)}(?!\w)", text), entry.msgid


@by_plan
def test_headings_are_in_the_language(path: Path) -> None:
    titles = {e.msgid: e.msgstr for e in polib.pofile(str(ROOT / "templates" / "locale" / f"{path.stem}.po"))}
    outline = composed(path, "outline")
    for heading in ("Main goal", "About me", "Path", "Short-term goals", "Long-term goals", "Challenges", "Sources"):
        assert f". {titles[heading]}\n" in outline
    assert titles["Values"] in outline


@by_plan
@by_template
def test_nothing_is_lost_in_an_outline_and_no_gap_is_left(path: Path, template: str) -> None:
    text = composed(path, template)
    assert not re.search(r"\{\w*\}", text)
    assert not re.search(r"[^\S\n]{2,}[^\s|]", re.sub(r"^ +(?:\d+\. +)?", "", text, flags=re.MULTILINE))
    if template == "outline":
        plan = plan_at(path)
        steps = (step.text for goal in plan.goals for step in goal.steps)
        assert all(str(said) in text for said in (*steps, *(goal.title for goal in plan.goals)))


@by_plan
def test_an_outline_has_every_value_of_the_plan(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    for key in ("language", "kind", "date"):
        del data[key]
    for goal in data["goals"]:
        del goal["horizon"]
        for step in goal.get("steps", ()):
            if isinstance(step, dict):
                step.pop("done", None)
    assert not values_of_yaml(data) - visible_words(composed(path, "outline"))


@pytest.mark.parametrize("path", [path for path in PLANS if path.stem in {"zh", "ja"}], ids=lambda path: path.stem)
@by_template
def test_no_blank_and_no_western_mark_between_sentences(path: Path, template: str) -> None:
    text = composed(path, template)
    assert not re.search(r"[。、：；，][ ]+[^\s|]", re.sub(r"(?<=[。：])\*\* ", "", text))
    assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff][.,;:](?!\d)", text)
    assert "。。" not in text


@by_plan
def test_every_sentence_of_an_essay_ends_once(path: Path) -> None:
    body = composed(path, "essay").split("\n\n")
    for paragraph in body[3:]:
        assert not re.search(r"([.。।])\s*\1", paragraph)
        assert not re.search(r"[:：;；,、،]\s*[.。।]", paragraph)


@by_patterns
def test_patterns_are_complete(path: Path) -> None:
    """Every file has the same sentences with the same gaps; only what has a default may be missing."""
    ours, model = (tomllib.loads(p.read_text("utf-8")) for p in (path, path.with_name("fr.toml")))
    optional = {
        "marks": {"apart"},
        "sentences": {"goal_single"},
        "time": {"first", "affixed", "small", "months_within"},
    }
    for table in ("marks", "time", "forms", "sentences"):
        assert set(ours[table]) ^ set(model[table]) <= optional.get(table, set()), table
    for key, sentence in model["sentences"].items():
        of = [ours["sentences"].get(key, sentence), sentence]
        gaps = [{gap for text in ([s] if isinstance(s, str) else s) for gap in gaps_of(text)} for s in of]
        assert gaps[0] == gaps[1], key
    assert len(ours["time"]["months"]) == 12


def gaps_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_a_language_with_a_file_is_joined_by_it() -> None:
    assert {path.stem for path in PLANS} - {path.stem for path in PATTERNS} == {"es"}  # grammar of its own, no patterns
    for path in PATTERNS:
        joined = compose(plan_of("goals: [x]", "p.yaml"), PACK.templates["outline"], PACK)
        assert joined.metadata.language == "en"
        assert phrasing.vocabulary(path.stem)["sentences"]


def test_a_title_of_the_students_own_stays() -> None:
    text = "language: fr\npath: Lire.\nsections:\n  - {title: Match, role: match, body: Oui.}\n"
    outline = write(compose(plan_of(text, "plan.yaml"), PACK.templates["outline"], PACK))
    assert "Parcours habituel" in outline
    assert "Match" in outline


@pytest.mark.parametrize(("language", "plan_language"), [("pt", "pt-BR"), ("zh", "zh_CN"), ("ar", "ar-EG")])
def test_a_region_has_the_words_of_its_language(language: str, plan_language: str) -> None:
    plans = [plan_of(f"language: {code}\ngoals: [x]\nsources: [y]", "p.yaml") for code in (language, plan_language)]
    ours, theirs = (write(compose(plan, PACK.templates["outline"], PACK)) for plan in plans)
    assert ours == theirs


@by_plan
def test_challenges_are_met_in_different_words(path: Path) -> None:
    """The same challenge three times: what joins it to its strategy is another word each time."""
    plan = plan_at(path)
    met = next(barrier for barrier in plan.barriers if barrier.strategy)
    told = joining(plan.language, lambda text: text, plan.date)
    one, two, three = (told.barriers((met,)) for _ in range(3))
    assert len({one, two, three}) == 3
