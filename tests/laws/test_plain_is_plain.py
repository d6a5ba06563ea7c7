"""Law 4: a plain field reads in every file type as it was written, whatever Markdown or HTML it looks like."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerdoc import building
from careerdoc.composing import compose
from careerdoc.document import escape, parse, plain, walk
from careerdoc.document.model import Heading, Paragraph
from careerdoc.packs import pack_from_folder
from careerdoc.source import Source
from tests.conftest import ROOT, plan_of
from tests.samples.opened import text_of

PACKS = (pack_from_folder(ROOT / "templates"),)
NASTY = [
    "*Ana* <b>",
    "<script>alert(1)</script>",
    "__init__ and _so_",
    "`code` ~~no~~ [a](http://b.example)",
    "# Heading",
    "- item",
    "1. first",
    "::: notes",
    "a {.class}",
    "{{ 7 * 7 }} {% raw %}",
    "AT&amp;T &lt;",
    "a | b",
    "C:\\new\\table",
    "[x] done",
    "[^1]",
    "![a](b.png)",
    "https://a.example/?a=1&b=2",
]


def plan_with(text: str):
    data = {"title": text, "name": text, "goals": [{"title": text, "steps": ["Begin"]}]}
    return plan_of(json.dumps(data, ensure_ascii=False), "plan.yaml")


@pytest.mark.parametrize("kind", ["md", "txt", "html", "docx", "pptx", "pdf"])
@pytest.mark.parametrize("template", ["essay", "slides", "poster"])
def test_a_title_and_a_name_read_as_written(template: str, kind: str) -> None:
    text = "*Ana* <b> & _Co_ [1]"
    chosen = building.find_target(f"{template}.{kind}", PACKS)
    (built,) = building.build_each(plan_with(text), (chosen,), PACKS)
    seen = " ".join(text_of(built.rendering.content, kind).split())
    assert seen.casefold().count(text.casefold()) >= 2


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("template", ["essay", "outline", "slides", "poster", "progress"])
def test_what_looks_like_markup_is_composed_as_text(template: str, text: str) -> None:
    document = compose(plan_with(text), PACKS[0].templates[template], PACKS[0])
    blocks = [b for b in walk(document.blocks) if isinstance(b, Heading | Paragraph)]
    assert plain(blocks[0].children).startswith(text)
    assert sum(text.casefold() in plain(block.children).casefold() for block in blocks) >= 2


LINE = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=40)


@given(st.one_of(LINE, st.text(alphabet="*_`[]()<>#-+.:|~\\{}!&;=ab1 \"'", min_size=1, max_size=20)))
@example("a\u2028b")
@example(">0")
@example("__a")
@example("a__")
@example("&#65;")
@example("=\u00a0=")
def test_escaped_text_reads_as_it_is(text: str) -> None:
    blocks = parse(Source("", escape(text))).blocks
    read = plain(blocks[0].children) if blocks and isinstance(blocks[0], Paragraph) else ""
    assert len(blocks) <= 1
    assert read.split() == text.split()
