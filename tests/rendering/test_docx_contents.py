"""Tables of contents and comments in Word files; no other file type shows either by accident."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from careerdoc.rendering import load_renderer
from tests.rendering.test_docx import THEME, document, made, parts, render

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "I worked two summers for my uncle, who wires barns, and I liked every hour of it. "
LONG = "# From helper to journeyman\n\n::: toc\n:::\n\n" + "".join(
    f"## Part {number}\n\n{SENTENCE * (3 + number % 4)}\n\n- one\n- two\n\n### Detail {number}\n\n{SENTENCE * 4}\n\n"
    for number in range(1, 13)
)
REMARK = """\
# Plan

I want to be a nurse.

::: comment
When? See [the rules](https://example.org/rules).
:::

| a | b |
| --- | --- |
| c | d |

::: comment {author="Ms. Ruiz"}
Add a row.
:::
"""


def entries(word) -> list[tuple[str, str, int]]:
    """Style, words and page of each entry."""
    listed = [p for p in word.element.iter(qn("w:p")) if p.style is not None and p.style.startswith("TOC")]
    texts = [[t.text for t in p.iter(qn("w:t"))] for p in listed]
    return [(p.style, "".join(t[:-1]), int(t[-1])) for p, t in zip(listed[1:], texts[1:], strict=True)]


def test_an_entry_for_each_heading_with_its_page() -> None:
    listed = entries(made(LONG))
    assert [(style, words) for style, words, _ in listed[:3]] == [
        ("TOC1", "Part 1"),
        ("TOC2", "Detail 1"),
        ("TOC1", "Part 2"),
    ]
    assert len(listed) == 24
    pages = [page for _, _, page in listed]
    assert pages == sorted(pages)
    assert pages[0] == 1 < pages[-1]


def test_it_is_a_field_that_word_can_bring_up_to_date_but_need_not() -> None:
    files = parts(LONG)
    text = files["word/document.xml"].decode()
    assert ' TOC \\o "1-3" \\h \\z \\u ' in text
    assert 'w:docPartGallery w:val="Table of Contents"' in text
    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"') == 25
    assert b"updateFields" not in files["word/settings.xml"]


def test_each_entry_leads_to_a_bookmark_around_its_heading() -> None:
    word = made(LONG)
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in word.element.iter(qn("w:bookmarkStart"))}
    for link in word.element.iter(qn("w:hyperlink")):
        assert next(link.iter(qn("w:t"))).text in "".join(
            t.text for t in marks[link.get(qn("w:anchor"))].iter(qn("w:t"))
        )


@pytest.mark.parametrize(
    ("language", "head"), [("en", "Contents"), ("es", "Índice"), ("de-AT", "Inhalt"), ("xx", "Contents")]
)
def test_its_heading_is_in_the_documents_language(language, head) -> None:
    import dataclasses

    about = dataclasses.replace(document("").metadata, language=language)
    assert next(p.text for p in made(LONG, metadata=about).element.iter(qn("w:p")) if p.style == "TOCHeading") == head


def test_without_headings_there_is_none() -> None:
    assert "TOCHeading" not in parts("# Title\n\n::: toc\n:::\n\ntext\n")["word/document.xml"].decode()


def test_headings_that_are_not_shown_are_not_listed() -> None:
    assert [
        words for _, words, _ in entries(made("# T\n\n::: toc\n:::\n\n## A\n\n::: notes\n## B\n:::\n\n#### Deep\n"))
    ] == ["A", "Deep"]


def test_words_that_look_like_our_marks_are_words() -> None:
    assert entries(made("# T\n\n::: toc\n:::\n\n## PAGEREF _Toc000000001 1\n")) == [
        ("TOC1", "PAGEREF _Toc000000001 1", 1)
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_pages_are_those_that_libreoffice_sets(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    file = tmp_path / "toc.docx"
    file.write_bytes(render(document(LONG), THEME).content)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    real = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "toc.pdf").pages]
    for _, words, page in entries(made(LONG)):
        found = [number for number, text in enumerate(real, 1) if re.search(rf"^{words}\s*$", text, re.MULTILINE)]
        assert found == [page], words


# ── comments ──


def test_a_comment_stands_beside_the_block_before_it() -> None:
    word = made(REMARK)
    assert [(c.author, c.initials, c.text) for c in word.comments] == [
        ("Instructor", "I", "When? See the rules."),
        ("Ms. Ruiz", "MR", "Add a row."),
    ]
    starts = [mark.getparent() for mark in word.element.iter(qn("w:commentRangeStart"))]
    assert [p.text for p in starts] == ["I want to be a nurse.", "a"]
    assert [mark.getparent() for mark in word.element.iter(qn("w:commentReference"))] == [
        mark.getnext() for mark in word.element.iter(qn("w:commentRangeEnd"))
    ]


def test_what_a_comment_links_to_is_its_parts() -> None:
    assert b"https://example.org/rules" in parts(REMARK)["word/_rels/comments.xml.rels"]


@pytest.mark.parametrize(
    "text",
    [
        "::: comment\nFirst.\n:::\n\nThen text.\n",
        "::: comment\nAlone.\n:::\n",
        "- a\n\n  ::: comment\n  In a list.\n  :::\n",
    ],
)
def test_a_comment_finds_a_place_anywhere(text) -> None:
    word = made(text)
    assert len(list(word.comments)) == len(list(word.element.iter(qn("w:commentReference")))) == 1


def test_an_empty_comment_and_one_in_a_note_are_none() -> None:
    assert "word/comments.xml" not in parts("a[^1]\n\n::: comment\n:::\n\n[^1]: b\n\n    ::: comment\n    c\n    :::\n")


@pytest.mark.parametrize(("kind", "shape"), [("md", "prose"), ("txt", "prose"), ("pptx", "slides"), ("pptx", "poster")])
def test_no_other_file_shows_a_comment_or_an_empty_table_of_contents(kind, shape) -> None:
    import io
    import zipfile

    content = load_renderer(kind)(document("# T\n\n::: toc\n:::\n" + REMARK, shape=shape), THEME).content
    if kind == "pptx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"When?" not in content
    assert b"Add a row" not in content
    assert b"toc\n" not in content


@pytest.mark.parametrize("shape", ["prose", "slides", "poster"])
def test_no_web_page_shows_a_comment(shape) -> None:
    content = load_renderer("html")(document(REMARK, shape=shape), THEME).content
    assert b"want to be a nurse" in content
    assert b"When?" not in content
    assert b"Add a row" not in content
