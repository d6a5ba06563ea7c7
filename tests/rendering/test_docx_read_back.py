"""What other programs read in our Word files is what the Document says: headings, lists and words."""

from __future__ import annotations

import io
import json
import subprocess

import docx
import pytest

from careerdoc.document.model import BulletList, Heading, OrderedList, Table, inlines_of, plain, walk
from tests.rendering.test_docx import ESSAY, OUTLINE, THEME, document, render

DEEP = """\
# Plan

## Goals

1. Apply
   - with a letter
     - by hand
   - with a form
2. Begin
   1. on Monday
   2. at seven

3. Stay

## A [link](https://example.org) and *more*

- [x] done
- [ ] open

### Costs

| What | About |
| --- | --- |
| Boots | $120 |
"""
CASES = {"essay": (ESSAY, "prose"), "lists": (DEEP, "prose"), "outline": (OUTLINE, "outline")}


def words(text: str) -> list[str]:
    return [word for word in text.replace("☒", " ").replace("☐", " ").replace("☑", " ").split() if word]


def said(blocks) -> list[str]:
    """The words of a document, in order of reading, without its notes."""
    return [word for block in walk(blocks) if any(True for _ in inlines_of(block)) for word in words(_text(block))]


def _text(block) -> str:
    if isinstance(block, Table):
        return " ".join(plain(cell) for row in (block.header, *block.rows) for cell in row)
    return plain(block.children)


@pytest.mark.parametrize(("text", "shape"), CASES.values(), ids=CASES)
def test_python_docx_reads_the_headings(text: str, shape: str) -> None:
    made = document(text, shape=shape)
    word = docx.Document(io.BytesIO(render(made, THEME).content))
    read = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    levels = [(h.level, plain(h.children)) for h in walk(made.blocks) if isinstance(h, Heading)]
    assert read == [("Title" if level == 1 else f"Heading {level - 1}", said) for level, said in levels]


# ── pandoc ──


def pandoc(content: bytes) -> dict:
    pypandoc = pytest.importorskip("pypandoc")
    command = [pypandoc.get_pandoc_path(), "-f", "docx", "-t", "json"]
    return json.loads(subprocess.run(command, input=content, check=True, capture_output=True, timeout=60).stdout)


def text_in(node) -> str:
    """The words of a part of pandoc's tree, notes left out."""
    if isinstance(node, list):
        return "".join(text_in(child) for child in node)
    if not isinstance(node, dict):
        return ""
    match node.get("t"):
        case "Str":
            return node["c"]
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note":
            return ""
        case "CodeBlock" | "Code":
            return f" {node['c'][1]} "
        case "Para" | "Plain" | "Header":
            return f" {text_in(node['c'])} "
    return text_in(list(node.values()))


def shape_of(node) -> list:
    """The lists of a part of pandoc's tree: kind, then what is within each item."""
    if isinstance(node, list):
        return [found for child in node for found in shape_of(child)]
    if not isinstance(node, dict):
        return []
    if node.get("t") == "BulletList":
        return [("bullet", [shape_of(item) for item in node["c"]])]
    if node.get("t") == "OrderedList":
        return [("ordered", [shape_of(item) for item in node["c"][1]])]
    return shape_of(node.get("c"))


def lists_of(blocks) -> list:
    """The same of a Document. A box takes the place of a bullet, so that a list of tasks reads as paragraphs."""
    return [
        ("bullet" if isinstance(block, BulletList) else "ordered", [lists_of(item.blocks) for item in block.items])
        for block in blocks
        if isinstance(block, BulletList | OrderedList) and not _of_tasks(block)
    ]


def _of_tasks(block) -> bool:
    return isinstance(block, BulletList) and all(item.checked is not None for item in block.items)


@pytest.mark.parametrize(("text", "shape"), CASES.values(), ids=CASES)
def test_pandoc_reads_every_word_once(text: str, shape: str) -> None:
    made = document(text, shape=shape)
    tree = pandoc(render(made, THEME).content)
    title = text_in(tree["meta"].get("title", {}))
    code = [] if "```" not in text else ["16", "AWG"]
    read = words(title + " " + text_in(tree["meta"].get("subtitle", {})) + " " + text_in(tree["blocks"]))
    assert sorted(read) == sorted(said(made.blocks) + code)


@pytest.mark.parametrize(("text", "shape"), [CASES["lists"], CASES["outline"]], ids=["lists", "outline"])
def test_pandoc_reads_the_levels_of_lists(text: str, shape: str) -> None:
    made = document(text, shape=shape)
    assert shape_of(pandoc(render(made, THEME).content)["blocks"]) == lists_of(made.blocks)
