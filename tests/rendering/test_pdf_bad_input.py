"""What people put into a document that no page was made for: every word is on the sheet all the same."""

from __future__ import annotations

import dataclasses
from itertools import cycle, islice
from types import MappingProxyType

import pymupdf
import pytest

from careerdoc.document import Metadata, parse
from careerdoc.rendering.pdf import render
from careerdoc.source import Source
from tests.rendering.test_papers import theme
from tests.rendering.test_pdf import png

WORDS = ["plan", "nurse", "hospital", "college", "because", "working", "together", "understanding", "first"]
PICTURES = {
    "huge.png": png(5000, 300),
    "tall.png": png(20, 4000),
    "wide.png": png(6000, 10),
    "not.png": b"MZ this is a program",
}


def said(count):
    return " ".join(islice(cycle(WORDS), count))


def row(cells):
    return f"| {' | '.join(cells)} |\n"


BAD = {
    "a paragraph of 5000 words": said(5000),
    "a title of 200 characters": f"# {said(32)[:200]}\n\ntext\n\n## {said(32)[:200]}\n\ntext",
    "words of 500 letters": f"# {'t' * 200}\n\n{'x' * 500} b\n\n- {'y' * 500}\n\n> {'z' * 500}\n\n`{'c' * 500}`\n\n## {'h' * 300}\n\n##### {'r' * 300}\n\ntext",
    "a long address": f"<https://example.org/{'a' * 400}/{'b/' * 50}>",
    "code": "```\n" + "x" * 500 + "\nline" * 120 + "\n```",
    "pictures": "![none](none.png)\n\n![huge](huge.png)\n\n![not](not.png)\n\n![out](../../etc/passwd)\n\n![tall](tall.png)\n\n![wide](wide.png)",
    "control characters": "a\x01b\x07c \x1b[31m red \u202e turned \ufeff mark \ufffe end",
    "a table of 40 columns": row(f"Column{n}" for n in range(40)) + row(["---"] * 40) + row(f"value{n}" for n in range(40)) * 3,
    "a cell of 900 words": row(["A", "B"]) + row(["---"] * 2) + row([said(900), "b"]),
    "lists of 22 levels": "\n".join(f"{'  ' * n}- level {n} {said(8)}" for n in range(22)),
    "300 notes": " ".join(f"Word[^{n}]." for n in range(300)) + "\n\n" + "\n\n".join(f"[^{n}]: Note {n}." for n in range(300)),
    "100 notes": " ".join(f"Word[^{n}]." for n in range(100)) + "\n\n" + "\n\n".join(f"[^{n}]: Note {n} {said(40)}." for n in range(100)),
    "a note longer than a page": f"A[^1] b.\n\n[^1]: {said(1500)}.",
    "notes in notes, in cells, in headings": "# T[^1]\n\n| A[^2] | B |\n|---|---|\n| c[^3] | d |\n\n[^1]: one[^4]\n\n[^2]: two\n\n[^3]: three\n\n[^4]: four",
    "nothing": "",
    "a title page of two pages": "::: title-page\n" + f"{said(30)}\n\n" * 40 + ":::\n\n# T\n\ntext",
    "long contents": "::: toc\n:::\n\n" + "\n\n".join(f"## Part\n\ntext\n\n### {said(20)}\n\n{said(80)}" for _ in range(20)),
    "long references": "## References {.references}\n\n::: references\n" + f"{said(40)} <https://example.org/{'q' * 120}>\n\n" * 20 + ":::",
}  # fmt: skip


def made(text, style, engine):
    document = dataclasses.replace(
        parse(Source("plan.md", text)),
        metadata=Metadata(title=said(30), author="Ana Cruz"),
        settings=MappingProxyType({"pdf-engine": engine}),
        resources=MappingProxyType(PICTURES),
    )
    return render(document, theme(style))


def sheets(content):
    with pymupdf.open(stream=content, filetype="pdf") as file:
        for page in file:
            yield page.rect, page.get_text("words", clip=pymupdf.INFINITE_RECT())


@pytest.mark.parametrize(
    ("style", "engine"), [("harbor", "weasyprint"), ("apa", "weasyprint"), ("mla", "weasyprint"), ("apa", "plutoprint")]
)
@pytest.mark.parametrize("name", BAD)
def test_no_word_leaves_its_sheet(name, style, engine):
    pages = list(sheets(made(BAD[name], style, engine).content))
    outside = [
        word[4]
        for sheet, words in pages
        for word in words
        if word[0] < sheet.x0 or word[2] > sheet.x1 or word[1] < sheet.y0 or word[3] > sheet.y1
    ]
    assert outside == []
    assert len(pages) < 40


@pytest.mark.parametrize("name", ["100 notes", "300 notes", "a note longer than a page"])
def test_no_note_is_lost(name):
    words = [word[4] for _, found in sheets(made(BAD[name], "harbor", "weasyprint").content) for word in found]
    if name == "a note longer than a page":
        assert len(words) > 1500
    else:
        assert sum(word.endswith("Note") for word in words) == int(name.split()[0])


def test_pictures_that_cannot_be_shown_are_told():
    told = made(BAD["pictures"], "harbor", "weasyprint").findings
    assert [finding.code for finding in told] == ["CD031"] * 3


def test_a_deep_list_fills_its_pages():
    assert len(list(sheets(made(BAD["lists of 22 levels"], "apa", "weasyprint").content))) <= 3
