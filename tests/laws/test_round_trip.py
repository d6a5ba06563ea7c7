"""What the writer writes, the parser reads as the same document; and spans say where the words stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerdoc.document import inlines_of, parse, walk, write
from careerdoc.document.model import BulletList, Text
from careerdoc.source import Source, Span
from tests.conftest import ROOT, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

WORD = st.text(alphabet="abcxyz", min_size=1, max_size=5)
SPICE = st.sampled_from(
    [
        "*a*",
        "**b**",
        "~~c~~",
        "`d`",
        "[e](http://f.example)",
        "![g](h.png)",
        "\\*",
        "\\<b>",
        "1\\.",
        "a*b",
        "_a_",
        "&amp;",
        "|",
    ]
)
LINE = st.lists(st.one_of(WORD, WORD, SPICE), min_size=1, max_size=6).map(" ".join)


def indented(text: str, by: str) -> str:
    return text.replace("\n", "\n" + by)


BLOCK = st.recursive(
    st.one_of(
        LINE,
        LINE.map("# {}".format),
        st.tuples(LINE, LINE).map("\n".join),
        LINE.map("```\n{}\n```".format),
        LINE.map("::: notes\n{}\n:::".format),
        st.just("---"),
        st.tuples(WORD, WORD, WORD, WORD).map(lambda w: "| {} | {} |\n| --- | :-: |\n| {} | {} |".format(*w)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda b: "\n".join("- " + indented(x, "  ") for x in b)),
        st.lists(inner, min_size=1, max_size=3).map(lambda b: "\n\n".join("1. " + indented(x, "   ") for x in b)),
        st.tuples(WORD, inner).map(lambda pair: f"- [x] {pair[0]}\n\n  " + indented(pair[1], "  ")),
        inner.map(lambda x: "> " + indented(x, "> ")),
    ),
    max_leaves=4,
)
DOCUMENT = st.lists(BLOCK, min_size=1, max_size=4).map("\n\n".join)


def bare(value: object) -> object:
    """A value without its spans; texts side by side are one."""
    if isinstance(value, Span):
        return None
    if is_dataclass(value):
        return (type(value).__name__, *(bare(getattr(value, f.name)) for f in fields(value)))
    if isinstance(value, tuple):
        merged: list[object] = []
        for item in value:
            if isinstance(item, Text) and merged and isinstance(merged[-1], Text):
                merged[-1] = Text(merged[-1].text + item.text, item.span)
            else:
                merged.append(item)
        return tuple(bare(item) for item in merged)
    return value


def parsed(text: str) -> object:
    return bare(parse(Source("", text)).blocks)


def rewritten(text: str) -> str:
    return write(parse(Source("", text)))


DELICATE = [
    "~~c~~",
    "\\<b>",
    "::::: notes\n- a\n\n  ::::: notes\n  b\n  :::::\n:::::",
    "- a\n- - a\n  - ---",
    "- # a\n  b",
    "- a\n  ***\n- b\n  # c",
]
"""What is easily written wrong: marks at the start of a line, text in two pieces, containers within lists within containers, blocks
of one item without a blank line between them."""


@pytest.mark.parametrize("text", DELICATE)
def test_texts_that_are_easily_written_wrong(text: str) -> None:
    assert parsed(rewritten(text)) == parsed(text)
    assert rewritten(rewritten(text)) == rewritten(text)


@given(DOCUMENT)
@example(DELICATE[0])
@settings(max_examples=200)
def test_written_documents_read_the_same(text: str) -> None:
    assert parsed(rewritten(text)) == parsed(text)


@pytest.mark.parametrize("words", ["**a**", "[a](http://b.example)", "*a* b", "\\# a", "`a`"])
def test_a_task_may_begin_with_any_inline(words: str) -> None:
    (listed,) = parse(Source("", f"- [x] {words}\n")).blocks
    assert isinstance(listed, BulletList)
    assert listed.items[0].checked is True


@given(DOCUMENT)
@example(DELICATE[1])
@settings(max_examples=100)
def test_writing_twice_changes_nothing(text: str) -> None:
    once = rewritten(text)
    assert rewritten(once) == once


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".md"], ids=lambda p: p.name)
def test_samples_read_the_same(path: Path) -> None:
    text = path.read_text("utf-8").split("\n---\n")[-1]
    assert parsed(rewritten(text)) == parsed(text)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "goldens").glob("*/*.md")), ids=lambda p: p.parent.name + p.stem
)
def test_composed_documents_read_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    assert rewritten(text) == text


def misplaced(text: str) -> list[str]:
    document = parse(Source("", text))
    blocks = [*document.blocks, *(b for note in document.footnotes.values() for b in note)]
    return [
        f"{node.text!r} at {node.span.text!r}"
        for block in walk(blocks)
        for node in inlines_of(block)
        if isinstance(node, Text) and len(node.text) == len(node.span.text) and node.text != node.span.text
    ]


@given(DOCUMENT)
@example("- a\n  b *c*\n  > d\n")
@settings(max_examples=200)
def test_spans_say_where_the_words_stand(text: str) -> None:
    assert not misplaced(text)


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".md"], ids=lambda p: p.name)
def test_spans_of_samples(path: Path) -> None:
    assert not misplaced(path.read_text("utf-8").split("\n---\n")[-1])
