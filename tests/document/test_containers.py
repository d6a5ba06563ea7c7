"""Containers: nested with fences of one length, as pandoc has them, or with longer ones outside."""

from __future__ import annotations

import pytest

from careerdoc.document import parse, write
from careerdoc.document.model import Container
from careerdoc.source import Source


def tree(text: str) -> list:
    def told(block):
        return [block.name, *map(told, block.blocks)] if isinstance(block, Container) else type(block).__name__

    return [told(block) for block in parse(Source("x.md", text)).blocks]


NESTED = ["columns", ["column", "Paragraph"], ["column", "BulletList"]]


@pytest.mark.parametrize(
    "text",
    [
        "::: columns\n::: column\nOne\n:::\n::: column\n- two\n:::\n:::\n",
        "::::: columns\n::: column\nOne\n:::\n::: column\n- two\n:::\n:::::\n",
        "::: columns\n\n::: {.column width=40%}\n\nOne\n\n:::\n\n::: {.column}\n\n- two\n\n:::\n\n:::\n",
    ],
    ids=["one length", "longer outside", "classes"],
)
def test_containers_nest(text):
    assert tree(text) == [NESTED]
    assert tree(write(parse(Source("x.md", text)))) == [NESTED]


def test_attributes_need_no_quotation_marks():
    (block,) = parse(Source("x.md", "::: {.column width=40% #left}\nOne\n:::\n")).blocks
    assert (block.name, block.attributes.get("width"), block.attributes.identifier) == ("column", "40%", "left")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: a\nOne\n", [["a", "Paragraph"]]),
        ("- ::: a\n  One\n\nTwo\n", ["BulletList", "Paragraph"]),
        ("::: a\n```\n:::\n```\n:::\nTwo\n", [["a", "CodeBlock"], "Paragraph"]),
        ("::: a b c d\n", ["Paragraph"]),
    ],
    ids=["never closed", "closed by its list", "a fence in code", "no name"],
)
def test_where_a_container_ends(text, expected):
    assert tree(text) == expected
