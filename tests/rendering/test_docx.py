"""Word files, opened by python-docx and by an OOXML validator."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image as Picture

from careerdoc.document import Metadata, parse
from careerdoc.findings import Level
from careerdoc.rendering import read_theme
from careerdoc.rendering.docx import render
from careerdoc.source import Source
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ESSAY = """# From helper to journeyman

::: byline
Marcus Bell
:::

I worked for my [uncle](https://example.org/barns), *who* wires **barns** ~~badly~~.[^why] Write to [me](mailto:m@example.org).

## What I bring

- patience
  - at heights
- a truck

1. Apply
2. Begin

### Costs

| What | About |
| :--- | ---: |
| Boots | $120 |

> Measure twice.

```
16 AWG
```

[^why]: Because of *him*.
"""
OUTLINE = """# Plan

1. Goals

   1. Apply

      1. Write a letter

         1. Find the address

            1. [x] Ask at the desk
"""


def document(text: str, **changes: object):
    about = Metadata(title="From helper to journeyman", author="Marcus Bell", date=dt.date(2026, 11, 23))
    return dataclasses.replace(parse(Source("plan.md", text)), **{"metadata": about, **changes})


def made(text: str, **changes: object):
    return docx.Document(io.BytesIO(render(document(text, **changes), THEME).content))


def parts(text: str, **changes: object) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(document(text, **changes), THEME).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(word) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in word.element.body.iter(qn("w:p")))


def paragraph(word, start: str):
    return next(p for p in word.paragraphs if p.text.startswith(start))


def test_paragraphs_have_the_styles_that_word_knows() -> None:
    word = made(ESSAY)
    styles = {p.text: p.style.name for p in word.paragraphs}
    assert styles["From helper to journeyman"] == "Title"
    assert styles["What I bring"] in {"Heading 1", "Heading 2"}
    assert styles["Costs"] in {"Heading 2", "Heading 3"}
    assert int(styles["Costs"][-1]) == int(styles["What I bring"][-1]) + 1
    assert "List" in styles["patience"]
    assert "Quot" in styles["Measure twice."]
    names = {style.name for style in word.styles}
    assert {"Normal", "Title", "Heading 1", "Heading 2", "Heading 3"} <= names


def test_the_themes_fonts_and_colours_are_in_the_styles() -> None:
    styles = parts(ESSAY)["word/styles.xml"].decode()
    assert THEME.body.family in styles
    assert THEME.heading.family in styles
    assert THEME.colors.ink.lstrip("#").upper() in styles


def numbering_of(word, start: str) -> tuple[str, int, int]:
    """Number format, level and instance of a paragraph's numbering."""
    properties = paragraph(word, start)._p.pPr.numPr
    instance, level = properties.numId.val, properties.ilvl.val if properties.ilvl is not None else 0
    root = word.part.numbering_part.element
    (abstract,) = root.xpath(f"w:num[@w:numId='{instance}']/w:abstractNumId/@w:val")
    path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt/@w:val"
    return root.xpath(path)[0], level, instance


def test_an_outline_is_numbered_by_words_own_numbering() -> None:
    word = made(OUTLINE, shape="outline")
    formats = [numbering_of(word, text)[:2] for text in ("Goals", "Apply", "Write", "Find")]
    assert formats == [("upperRoman", 0), ("upperLetter", 1), ("decimal", 2), ("lowerLetter", 3)]
    assert "I." not in text_of(word)


def test_each_list_starts_anew() -> None:
    word = made("1. a\n2. b\n\nthen\n\n1. c\n")
    assert numbering_of(word, "a")[2] == numbering_of(word, "b")[2] != numbering_of(word, "c")[2]


def test_a_list_may_start_elsewhere() -> None:
    numbering = parts("7. a\n8. b\n")["word/numbering.xml"].decode()
    assert '<w:startOverride w:val="7"/>' in numbering


def test_a_task_shows_its_box() -> None:
    assert "☑" in text_of(made("- [x] a\n- [ ] b\n"))
    assert "☐" in text_of(made("- [x] a\n- [ ] b\n"))


def test_a_tables_header_row_repeats_on_each_page() -> None:
    (table,) = made(ESSAY).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["What", "About"], ["Boots", "$120"]]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.find(".//" + qn("w:tblHeader")) is None


def test_what_the_file_says_of_itself() -> None:
    core = made(ESSAY).core_properties
    assert (core.title, core.author, core.language) == ("From helper to journeyman", "Marcus Bell", "en")
    assert core.created == core.modified
    assert (core.created.year, core.created.month, core.created.day) == (2026, 11, 23)


def test_a_file_without_a_date_knows_no_clock() -> None:
    assert made(ESSAY, metadata=Metadata()).core_properties.created.year == 1980


def test_footnotes_are_footnotes() -> None:
    files = parts(ESSAY)
    notes = etree.fromstring(files["word/footnotes.xml"])
    texts = ["".join(note.itertext(f"{{{W}}}t")).strip() for note in notes]
    assert "Because of him." in texts
    ids = {note.get(f"{{{W}}}id") for note in notes}
    body = etree.fromstring(files["word/document.xml"])
    used = {mark.get(f"{{{W}}}id") for mark in body.iter(f"{{{W}}}footnoteReference")}
    assert used
    assert used <= ids


def test_embedded_fonts_are_fonts_once_their_key_is_applied() -> None:
    files = parts(ESSAY)
    table = files["word/fontTable.xml"].decode()
    relations = _relations(files["word/_rels/fontTable.xml.rels"])
    embedded = re.findall(r'<w:embed\w+ r:id="(\w+)" w:fontKey="\{([0-9A-F-]{36})\}"/>', table)
    assert len(embedded) >= 3
    for identifier, key in embedded:
        content = files["word/" + relations[identifier].removeprefix("/word/")]
        secret = bytes.fromhex(key.replace("-", ""))[::-1]
        head = bytes(byte ^ secret[n % 16] for n, byte in enumerate(content[:32]))
        assert head[:4] in {b"\0\1\0\0", b"OTTO", b"true"}


def _relations(xml: bytes) -> dict[str, str]:
    return {relation.get("Id"): relation.get("Target") for relation in etree.fromstring(xml)}


def test_links_lead_to_pages_and_mail_only() -> None:
    text = (
        ESSAY
        + "\n[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) [d](vbscript:x) [e](//f.example)\n"
    )
    word = made(text)
    targets = {r.target_ref for r in word.part.rels.values() if r.is_external}
    assert {"https://example.org/barns", "mailto:m@example.org"} <= targets
    assert all(target.startswith(("http://", "https://", "mailto:")) for target in targets)


@pytest.mark.parametrize("text", ["شهادة التمريض", "תעודת סיעוד"])
def test_right_to_left_paragraphs(text: str) -> None:
    (only,) = (p for p in made(f"{text}\n\nplain\n").paragraphs if p.text == text)
    assert only._p.pPr.find(qn("w:bidi")) is not None
    assert paragraph(made(f"{text}\n\nplain\n"), "plain")._p.pPr.find(qn("w:bidi")) is None


def test_a_missing_picture_is_its_description_and_a_finding() -> None:
    rendering = render(document("![my truck](truck.png)\n"), THEME)
    assert "my truck" in text_of(docx.Document(io.BytesIO(rendering.content)))
    (finding,) = rendering.findings
    assert (finding.code, finding.level, finding.span.line) == ("CD031", Level.WARNING, 1)


def test_a_picture_is_in_the_file_with_its_description() -> None:
    stream = io.BytesIO()
    Picture.new("RGB", (40, 20), "navy").save(stream, "PNG")
    word = made("![my truck](truck.png)\n", resources={"truck.png": stream.getvalue()})
    assert len(word.inline_shapes) == 1
    assert "my truck" in etree.tostring(word.element).decode()


def test_what_is_no_picture_is_told() -> None:
    rendering = render(document("![my truck](truck.png)\n", resources={"truck.png": b"not a picture"}), THEME)
    assert [finding.code for finding in rendering.findings] == ["CD031"]


def test_words_are_not_lost() -> None:
    text = text_of(made(ESSAY))
    for word in ("uncle", "badly", "heights", "Begin", "$120", "Measure", "16 AWG", "Marcus Bell"):
        assert word in text


NASTY = {
    "empty": "",
    "title alone": "# a\n",
    "deep list": "".join("  " * n + "- a\n" for n in range(20)),
    "deep numbers": "".join("   " * n + "1. a\n" for n in range(20)),
    "table in a list in a quotation": "> - a\n>\n>   | b |\n>   | --- |\n>   | c |\n",
    "empty table": "| a |\n| --- |\n",
    "wide table": "|" + " a |" * 60 + "\n|" + " --- |" * 60 + "\n",
    "long title": "# " + "word " * 200 + "\n",
    "long word": "a" * 5_000 + "\n",
    "note in a heading": "# a[^1]\n\n[^1]: b\n",
    "note without a text": "a[^1]\n",
    "note in a note": "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n",
    "empty containers": "::: lead\n:::\n\n::: when\n:::\n",
    "unknown figure": '```figure pie\n{"a": [1, {"b": "c"}]}\n```\n',
    "broken figure": "```figure timeline\n{nonsense\n```\n",
    "xml in words": '<w:p/> & "quotes" ]]> <!-- -->\n',
    "direction marks": "a \u202e b \u2066 c\n",
    "far planes": "😀 𝒜 \U0010fffd\n",
    "odd links": "[](http://a.example) [a](<http://a b>) [a](http://[)\n",
    "only rules": "---\n\n---\n",
}


@pytest.mark.parametrize("shape", ["prose", "outline", "slides", "poster"])
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_nasty_documents_open(text: str, shape: str) -> None:
    made(text, shape=shape)


@given(st.lists(st.sampled_from([*NASTY.values(), ESSAY, OUTLINE]), max_size=4).map("\n\n".join))
@settings(max_examples=20)
def test_any_mixture_opens(text: str) -> None:
    made(text, shape="outline")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document(ESSAY), THEME).content == render(document(ESSAY), THEME).content


def problems(content: bytes, path: Path) -> set[str]:
    from openxml_audit import OpenXmlValidator

    path.write_bytes(content)
    return {error.description for error in OpenXmlValidator().validate(str(path)).errors}


@pytest.mark.parametrize(("text", "shape"), [(ESSAY, "prose"), (OUTLINE, "outline"), (NASTY["deep list"], "prose")])
def test_a_validator_finds_nothing_that_it_does_not_find_in_a_stock_file(text: str, shape: str, tmp_path: Path) -> None:
    stream = io.BytesIO()
    stock = docx.Document()
    stock.add_paragraph("a", style="List Number")
    stock.save(stream)
    allowed = problems(stream.getvalue(), tmp_path / "stock.docx")
    assert problems(render(document(text, shape=shape), THEME).content, tmp_path / "ours.docx") <= allowed
