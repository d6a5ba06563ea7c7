"""Law 3 for sources: whatever stands in their fields, there is a document in every style, and no traceback."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.citing import Choice, cite
from careerdoc.citing.work import KINDS
from careerdoc.document import parse, write
from careerdoc.plan import read_library
from careerdoc.plan.fields import fields_of
from careerdoc.plan.model import Reference
from careerdoc.source import Source
from tests.conftest import ROOT, plan_of

WORDS = st.sampled_from(
    ["", "Bell, Marcus", "A; B", "and", ",", ";", "{", "}", "*", "<i>", "“", "”.", "?", "2020", "2020-13-45", "-5", "n.d.", "9" * 30,
     "1-2-3", "p", "The", "A", "a", "—", "https://x", "10.1/x", "O*NET", "陈", "ibn", "Jr.", "et al.", "\u200f", "@x", "[@k]", "\\"]  # fmt: skip
)
TEXT = st.lists(WORDS | st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=8), min_size=1, max_size=5).map(" ".join)
NAMES = [name for name in fields_of(Reference) if name not in {"key", "type"}]
SOURCES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["k", "l", "m"]), "type": st.sampled_from(sorted(KINDS))},
        optional={name.replace("_", "-"): TEXT | st.lists(TEXT, max_size=3) for name in NAMES},
    ),
    min_size=1,
    max_size=5,
)
DOCUMENT = "[see @k, pp. 3-5; -@l] @k [p. 3] @m [-@m] [@l, x]\n\n## R\n\n::: references\n:::\n"
IEEE = (ROOT / "templates" / "styles" / "ieee.csl").read_text("utf-8")


@pytest.mark.parametrize("choice", [Choice("apa"), Choice("mla"), Choice("csl", IEEE)], ids=["apa", "mla", "csl"])
@settings(max_examples=60)
@given(SOURCES)
def test_any_source_in_any_style(choice, sources) -> None:
    plan = plan_of(json.dumps({"title": "x", "sources": sources}, ensure_ascii=False).replace("\u2028", " "), "plan.yaml")
    try:
        document = cite(parse(Source("t", DOCUMENT)), plan, choice)
    except ValueError as error:
        assert choice.name == "csl", error
        return
    write(document)


@settings(max_examples=60)
@given(st.text(max_size=200) | st.lists(st.sampled_from(["@book{", "k,", "title", "=", "{", "}", '"', "#", "\n", "\\'", "e", ",", "author", " and "]), max_size=40).map("".join))
def test_any_text_as_a_file_of_sources(text) -> None:
    plan = plan_of("title: x\nmain_goal: '[@k]'\n", "plan.yaml")
    for suffix in ("bib", "ris", "json", "yaml"):
        read_library(Source(f"r.{suffix}", text), plan)
