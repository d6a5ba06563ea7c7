"""What is in a Word file beside its words: base, fonts, notes, numbering, boxes, pictures, timelines."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image as Picture

from careerdoc.document import Metadata
from careerdoc.findings import CareerdocError
from careerdoc.rendering.docx import render
from tests.rendering.test_docx import ESSAY, NASTY, THEME, document, made, numbering_of, paragraph, parts, text_of

if TYPE_CHECKING:
    from pathlib import Path

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TIMELINE = """```figure timeline
{"entries": [{"label": "Get into a program", "text": "by June 2027", "end": "2027-06-30", "group": "short", "done": true},
{"label": "Finish school", "text": "2029 to 2032", "start": "2029-01-01", "end": "2032-12-31", "group": "long"},
{"label": "Some day", "text": "", "group": "long"}], "today": "2026-11-23",
"groups": {"short": "Short-term goals", "long": "Long-term goals"}}
```
"""


def png(width: int = 40, height: int = 20) -> bytes:
    stream = io.BytesIO()
    Picture.new("RGB", (width, height), "navy").save(stream, "PNG")
    return stream.getvalue()


def cells_of(row) -> list[str]:
    return ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row._tr.iter(qn("w:tc"))]


# ── the base ──


def test_nothing_of_the_stock_template_is_left() -> None:
    names = set(parts(ESSAY))
    assert not {name for name in names if "Effects" in name or "customXml" in name or "thumbnail" in name}
    files = parts(ESSAY)
    assert b"Cambria" not in files["word/theme/theme1.xml"]
    assert THEME.heading.family.encode() in files["word/theme/theme1.xml"]
    assert THEME.colors.accent.lstrip("#").upper().encode() in files["word/theme/theme1.xml"]
    assert b"Microsoft" not in files["docProps/app.xml"]


def test_word_opens_it_outside_compatibility_mode() -> None:
    settings = etree.fromstring(parts("a\n")["word/settings.xml"])
    modes = {mode.get(qn("w:name")): mode.get(qn("w:val")) for mode in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"


def test_every_face_of_the_theme_is_inside_and_the_file_stays_small() -> None:
    rendering = render(document("a\n"), THEME)
    with zipfile.ZipFile(io.BytesIO(rendering.content)) as archive:
        assert archive.testzip() is None
        fonts = [name for name in archive.namelist() if name.endswith(".odttf")]
    assert len(fonts) == 8
    assert len(rendering.content) < 800_000


def test_odd_names_in_a_theme_and_odd_languages_break_nothing() -> None:
    theme = dataclasses.replace(THEME, title='A & "B"', body=dataclasses.replace(THEME.body, family='Odd "&<Family>'))
    text = document(ESSAY + TIMELINE + "\n- [x] a\n", metadata=Metadata(language='no "language" <at> all'))
    word = docx.Document(io.BytesIO(render(text, theme).content))
    assert word.styles.element.xpath("w:docDefaults//w:lang") == []


@pytest.mark.parametrize(("tag", "word_tag"), [("en", "en-US"), ("es", "es-ES"), ("es-MX", "es-MX"), ("ru", "ru-RU")])
def test_the_language_is_one_that_spelling_checkers_know(tag: str, word_tag: str) -> None:
    (language,) = made("a\n", metadata=Metadata(language=tag)).styles.element.xpath("w:docDefaults//w:lang")
    assert dict(language.attrib) == {qn("w:val"): word_tag}


@pytest.mark.parametrize(
    ("tag", "slot", "word_tag"),
    [("ar", "bidi", "ar-SA"), ("he", "bidi", "he-IL"), ("hi", "bidi", "hi-IN"), ("zh", "eastAsia", "zh-CN")],
)
def test_languages_of_other_scripts_have_a_slot_of_their_own(tag: str, slot: str, word_tag: str) -> None:
    (language,) = made("a\n", metadata=Metadata(language=tag)).styles.element.xpath("w:docDefaults//w:lang")
    assert dict(language.attrib) == {qn("w:val"): "en-US", qn(f"w:{slot}"): word_tag}


def test_styles_have_keys_that_no_theme_doubles() -> None:
    styles = made("a\n").styles.element
    names = [style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))]
    assert len(names) == len(set(names))
    used = set(
        re.findall(
            r'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', parts(ESSAY + TIMELINE)["word/document.xml"].decode()
        )
    )
    assert used <= set(names)


# ── a reference document ──


def reference() -> bytes:
    word = docx.Document()
    word.styles["Title"].font.name = "Comic Neue"
    word.sections[0].header.paragraphs[0].text = "Red Cedar Community College"
    word.sections[0].page_width = docx.shared.Inches(6)
    word.add_paragraph("Its own text", style="List Number")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_a_reference_documents_styles_page_and_header_win() -> None:
    theme = dataclasses.replace(THEME, reference_docx=reference())
    word = docx.Document(io.BytesIO(render(document(ESSAY + "\n1. a\n"), theme).content))
    assert word.styles["Title"].font.name == "Comic Neue"
    assert word.sections[0].page_width == docx.shared.Inches(6)
    assert word.sections[0].header.paragraphs[0].text == "Red Cedar Community College"
    assert "Its own text" not in text_of(word)
    assert word.styles["Careerdoc Table"] is not None
    assert numbering_of(word, "Apply")[0] == "decimal"


def edited(content: bytes, change) -> bytes:
    """A package with each of its parts as ``change(name, bytes)`` gives it; None leaves a part out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if (data := change(name, source.read(name))) is not None:
                target.writestr(name, data)
    return stream.getvalue()


def test_a_reference_from_a_word_in_another_language() -> None:
    pointer = rb'(w:styleId="|<w:(?:basedOn|next|link|pStyle) w:val=")(Title|Heading1)"'
    spanish = edited(reference(), lambda _, data: re.sub(pointer, rb'\1Es\2"', data))
    theme = dataclasses.replace(THEME, reference_docx=spanish)
    word = docx.Document(io.BytesIO(render(document("# a\n\n## b\n"), theme).content))
    assert [p.style.name for p in word.paragraphs] == ["Title", "Heading 1"]
    assert word.styles["Title"].font.name == "Comic Neue"
    names = [style.name.lower() for style in word.styles]
    assert len(names) == len(set(names))


def test_a_reference_without_lists() -> None:
    def without(name: str, data: bytes) -> bytes | None:
        if name == "word/numbering.xml":
            return None
        return (
            re.sub(rb"<(Override|Relationship) [^>]*numbering[^>]*/>", b"", data)
            if name.endswith((".rels", "s].xml"))
            else data
        )

    theme = dataclasses.replace(THEME, reference_docx=edited(reference(), without))
    word = docx.Document(io.BytesIO(render(document("1. a\n"), theme).content))
    assert numbering_of(word, "a")[0] == "decimal"


HOSTILE = {
    "no package": b"PK nothing",
    "nothing": b"",
    "another package": edited(reference(), lambda name, data: data if "Content_Types" in name else None),
    "document type": edited(reference(), lambda _, data: data.replace(b"?>", b"?><!DOCTYPE w []>", 1)),
    "bomb": edited(reference(), lambda name, data: bytes(70_000_000) if name.endswith("jpeg") else data),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_reference_that_is_no_document_is_refused(content: bytes) -> None:
    theme = dataclasses.replace(THEME, reference_docx=content)
    with pytest.raises(CareerdocError, match="reference document"):
        render(document("a\n"), theme)


# ── notes ──


def notes_of(text: str, **changes: object) -> tuple[dict[str, str], str]:
    files = parts(text, **changes)
    root = etree.fromstring(files["word/footnotes.xml"]) if "word/footnotes.xml" in files else ()
    notes = {note.get(qn("w:id")): "".join(note.itertext(qn("w:t"))).strip() for note in root}
    return notes, files["word/document.xml"].decode()


def test_a_second_mark_of_a_note_is_its_number() -> None:
    notes, body = notes_of("a[^x] b[^y] c[^x]\n\n[^x]: one\n\n[^y]: two\n")
    assert (notes["1"], notes["2"]) == ("one", "two")
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body) == ["1", "2"]
    assert "<w:t>1</w:t>" in body


def test_notes_that_only_notes_mark_or_none_stand_at_the_end() -> None:
    notes, body = notes_of("a[^x]\n\n[^x]: one[^y]\n\n[^y]: two\n\n[^z]: three\n")
    assert notes["1"] == "one2"
    assert set(notes) == {"-1", "0", "1"}
    assert body.index("two") < body.index("three")


def test_what_a_note_refers_to_is_its_parts() -> None:
    text = "a[^x]\n\n[^x]: [page](https://example.org) ![p](p.png)\n"
    files = parts(text, resources={"p.png": png()})
    relations = etree.fromstring(files["word/_rels/footnotes.xml.rels"])
    assert {relation.get("Target") for relation in relations} == {"https://example.org", "media/image1.png"}
    used = set(re.findall(rb' r:(?:id|embed)="([^"]+)"', files["word/footnotes.xml"]))
    assert used == {relation.get("Id").encode() for relation in relations}


def test_notes_in_what_is_not_shown_leave_no_gap() -> None:
    notes, _ = notes_of("::: notes\nb[^n]\n:::\n\na[^x]\n\n[^n]: hidden\n\n[^x]: one\n", shape="slides")
    assert notes["1"] == "one"


# ── lists ──


def test_lists_deeper_than_words_levels_count_on_their_own() -> None:
    text = (
        "".join("   " * depth + f"1. at{depth}\n" for depth in range(11))
        + "   " * 9
        + "2. next9\n"
        + "   " * 8
        + "2. next8\n"
    )
    word = made(text, shape="outline")
    assert numbering_of(word, "at8")[:2] == ("decimal", 8)
    assert numbering_of(word, "at9")[:2] == ("lowerLetter", 0)
    assert numbering_of(word, "next9")[2] == numbering_of(word, "at9")[2]
    assert numbering_of(word, "next8")[2] == numbering_of(word, "at8")[2]


def test_a_numbered_list_in_a_bulleted_one_counts_from_the_first_level() -> None:
    word = made("- a\n  1. b\n")
    assert numbering_of(word, "b")[:2] == ("decimal", 0)
    indent = paragraph(word, "b").paragraph_format.left_indent
    assert indent is not None
    assert indent.twips > 440


def test_boxes_can_be_clicked_and_take_the_bullets_place() -> None:
    word = made("- [x] done\n- [ ] open\n- plain\n")
    boxes = [(b.find(f"{W14}checked").get(f"{W14}val")) for b in word.element.body.iter(f"{W14}checkbox")]
    assert boxes == ["1", "0"]
    lists = [p._p.pPr.numPr is not None for p in word.paragraphs]
    assert lists == [False, False, True]


def test_a_section_of_an_outline_is_set_as_one_even_with_nothing_below() -> None:
    word = made("1. Goals\n   1. a\n2. Notes\n", shape="outline")
    assert {paragraph(word, text).style.name for text in ("Goals", "Notes")} == {"Outline Top"}
    assert paragraph(made("1. a\n2. b\n", shape="outline"), "a").style.name == "List Number"


def test_numerals_of_an_outline_hang_in_a_column_wide_enough() -> None:
    word = made("1. Goals\n   1. a\n      1. b\n", shape="outline")
    levels = word.part.numbering_part.element.xpath("w:abstractNum[1]/w:lvl/w:pPr/w:ind")
    lefts = [int(indent.get(qn("w:left"))) for indent in levels]
    assert lefts[0] >= 600
    assert all(b - a == 440 for a, b in pairwise(lefts))
    assert levels[0].get(qn("w:hanging")) == str(lefts[0])


# ── tables, pictures, timelines ──


def test_a_table_with_more_columns_than_word_can_hold_is_paragraphs() -> None:
    row = "|" + "".join(f" c{n} |" for n in range(70)) + "\n"
    word = made(row + "|" + " --- |" * 70 + "\n" + row)
    assert not word.tables
    assert text_of(word).count("c69") == 2


def test_a_picture_in_a_cell_is_no_wider_than_the_cell() -> None:
    text = "| a | b | c |\n| --- | --- | --- |\n| ![p](p.png) | x | y |\n"
    word = made(text, resources={"p.png": png(4000, 500)})
    (table,) = word.tables
    (extent,) = word.element.body.xpath(".//wp:extent")
    assert int(extent.get("cx")) <= table.rows[1].cells[0].width


def test_a_timeline_is_a_table_with_bars() -> None:
    (table,) = made(TIMELINE).tables
    rows = [[cell for cell in cells_of(row) if cell] for row in table.rows]
    assert rows[1:] == [
        ["Short-term goals"],
        ["Get into a program ✓by June 2027"],
        ["Long-term goals"],
        ["Finish school2029 to 2032"],
        ["Some day"],
    ]
    assert "2027" in rows[0]
    fills = [
        {shade.get(qn("w:fill")) for shade in row._tr.iter(qn("w:shd")) if shade.getparent().tag == qn("w:pPr")}
        for row in table.rows
    ]
    short, long = (color.lstrip("#").upper() for color in (THEME.colors.secondary, THEME.colors.accent))
    assert fills == [set(), set(), {short}, set(), {long}, set()]


def test_every_row_of_a_timeline_is_as_wide_as_its_grid() -> None:
    (table,) = made(TIMELINE).tables
    columns = len(table._tbl.tblGrid.gridCol_lst)
    assert columns <= 63
    for row in table.rows:
        spans = [cell.tcPr.gridSpan.val if cell.tcPr.gridSpan is not None else 1 for cell in row._tr.tc_lst]
        assert sum(spans) == columns


def test_a_timeline_without_dates_has_no_axis() -> None:
    (table,) = made('```figure timeline\n{"entries": [{"label": "a", "text": "one day"}]}\n```\n').tables
    assert [cells_of(row) for row in table.rows] == [["aone day"]]


def test_a_link_that_is_no_address_is_its_words() -> None:
    word = made(
        "[a](http://[::1) [b](http://) [c](https://x.example:99999999/) [d](mailto:) [e](https://e.example/a\\|b)\n"
    )
    assert [r.target_ref for r in word.part.rels.values() if r.is_external] == ["https://e.example/a%7Cb"]
    assert text_of(word).split() == ["a", "b", "c", "d", "e"]


def test_right_to_left_documents() -> None:
    word = made("# سيرة\n\nنص\n\n| أ | ب |\n| --- | --- |\n| 1 | 2 |\n", metadata=Metadata(language="ar"))
    assert word.element.body.sectPr.find(qn("w:bidi")) is not None
    assert word.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert all(run._r.rPr.find(qn("w:rtl")) is not None for p in word.paragraphs for run in p.runs)


# ── other programs ──


@pytest.mark.parametrize("shape", ["prose", "outline"])
def test_the_validator_finds_nothing_in_nasty_documents(shape: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    text = "\n\n".join([*NASTY.values(), ESSAY, TIMELINE, "- [x] a\n\n  ![p](p.png)\n", "سيرة\n\n- نص"])
    path = tmp_path / "nasty.docx"
    path.write_bytes(render(document(text, shape=shape, resources={"p.png": png()}), THEME).content)
    assert [
        (error.part_uri, error.path, error.description) for error in OpenXmlValidator().validate(str(path)).errors
    ] == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_shows_the_embedded_fonts(tmp_path: Path) -> None:
    from pypdf import PdfReader

    (tmp_path / "a.docx").write_bytes(render(document(ESSAY), THEME).content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120
    )
    page = PdfReader(tmp_path / "a.pdf").pages[0]
    fonts = " ".join(str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values())
    assert "SourceSansPro" in fonts
    assert "SourceSerifPro" in fonts
    assert "From helper to journeyman" in page.extract_text()
