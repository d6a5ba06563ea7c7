"""Reference documents: real ones keep their page, headers and styles; hostile ones bring nothing along."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Inches
from PIL import Image as Picture

from careerdoc.findings import CareerdocError
from tests.rendering.test_docx import ESSAY, THEME, document, problems, render, text_of
from tests.rendering.test_docx_package import edited, reference

if TYPE_CHECKING:
    from pathlib import Path

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"


def saved(word) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def school() -> bytes:
    """Landscape, a picture in the header, another header on the first page and on even ones, and two sections."""
    word, stream = docx.Document(), io.BytesIO()
    Picture.new("RGB", (300, 60), "navy").save(stream, "PNG")
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.different_first_page_header_footer = True
    word.settings.odd_and_even_pages_header_footer = True
    section.header.paragraphs[0].add_run("Red Cedar ").add_picture(stream, width=Inches(2))
    section.first_page_header.paragraphs[0].text = "First page"
    section.even_page_header.paragraphs[0].text = "Even page"
    section.footer.paragraphs[0].text = "Room 4"
    word.add_paragraph("Text of the school's own")
    word.add_section()
    word.sections[1].left_margin = Inches(2)
    return saved(word)


def like(content: bytes, text: str = ESSAY):
    theme = dataclasses.replace(THEME, reference_docx=content)
    return docx.Document(io.BytesIO(render(document(text), theme).content))


def names(word) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(saved(word))) as archive:
        return archive.namelist()


def test_headers_of_every_kind_and_the_page_are_kept() -> None:
    word = like(school())
    (section,) = word.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.left_margin == Inches(2)
    assert section.header.paragraphs[0].text == "Red Cedar "
    assert [rel.reltype for rel in section.header.part.rels.values()] == [RT.IMAGE]
    assert section.first_page_header.paragraphs[0].text == "First page"
    assert section.even_page_header.paragraphs[0].text == "Even page"
    assert section.footer.paragraphs[0].text == "Room 4"
    assert word.settings.odd_and_even_pages_header_footer
    assert "the school's own" not in text_of(word)


def test_tables_and_pictures_are_as_wide_as_its_page() -> None:
    word = like(school(), "| a | b |\n| --- | --- |\n| c | d |\n")
    section = word.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(column.width for column in word.tables[0].columns) - room) < Inches(0.02)


def test_a_page_that_does_not_say_its_size_is_words_own(tmp_path: Path) -> None:
    bare = edited(
        reference(),
        lambda name, data: re.sub(rb"<w:pg(Sz|Mar)[^>]*/>", b"", data) if name == "word/document.xml" else data,
    )
    assert like(bare).sections[0].page_width == Inches(8.5)


@pytest.mark.parametrize("make", [reference, school], ids=["usual", "school"])
def test_a_validator_finds_nothing_more_than_before(make, tmp_path: Path) -> None:
    content = make()
    theme = dataclasses.replace(THEME, reference_docx=content)
    found = problems(render(document(ESSAY), theme).content, tmp_path / "made.docx")
    assert found <= problems(content, tmp_path / "reference.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_one_that_libreoffice_made(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html lang='en'><h1>T</h1><p>a</p><ol><li>b</li></ol></html>")
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "a.html")], check=True, capture_output=True, timeout=120
    )
    assert "What I bring" in text_of(like((tmp_path / "a.docx").read_bytes()))


def test_pandocs_own() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    content = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    word = like(content)
    assert word.paragraphs[0].style.name == "Title"
    assert word.sections[0].page_width == Inches(8.5)


# ── what a stranger may have put into one ──


def templated(kind: bytes) -> bytes:
    return edited(
        reference(),
        lambda name, data: data.replace(b"vnd." + _MAIN, b"vnd." + kind) if name == "[Content_Types].xml" else data,
    )


@pytest.mark.parametrize(
    "kind",
    [
        b"openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"ms-word.document.macroEnabled.main+xml",
        b"ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_taken_as_documents(kind: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(templated(kind))) as archive:
        assert kind in archive.read("[Content_Types].xml")
    assert like(templated(kind)).paragraphs[0].style.name == "Title"


def hostile() -> bytes:
    """Macros, a template from elsewhere, a picture from elsewhere in the header, protection, and an embedded object."""
    word = docx.Document()
    main, header = word.part, word.sections[0].header
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    for name, kind in (
        ("vbaProject.bin", "http://schemas.microsoft.com/office/2006/relationships/vbaProject"),
        ("embeddings/a.bin", RT.OLE_OBJECT),
    ):
        main.relate_to(Part(PackURI(f"/word/{name}"), "application/octet-stream", b"MACRO-CODE", main.package), kind)
    rid = main._settings_part.relate_to("https://evil.example/t.dotm", f"{_KIND}/attachedTemplate", is_external=True)
    word.settings.element.insert(0, parse_xml(f'<w:attachedTemplate {space} r:id="{rid}"/>'))
    word.settings.element.insert(0, parse_xml(f'<w:documentProtection {space} w:edit="readOnly" w:enforcement="1"/>'))
    seen = header.part.relate_to("https://evil.example/seen.png", RT.IMAGE, is_external=True)
    drawing = f'<w:r {space}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="{seen}"/></v:shape></w:pict></w:r>'
    header.paragraphs[0].add_run("Kept")._r.addnext(parse_xml(drawing))
    return saved(word)


def test_nothing_comes_along_that_runs_or_leads_outside() -> None:
    assert any("vbaProject" in name for name in names(docx.Document(io.BytesIO(hostile()))))
    theme = dataclasses.replace(THEME, reference_docx=hostile())
    with zipfile.ZipFile(io.BytesIO(render(document("a\n"), theme).content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not [name for name in archive.namelist() if name.endswith(".bin")]
    for mark in (b"evil.example", b"MACRO-CODE", b"attachedTemplate", b"documentProtection", b"imagedata"):
        assert mark not in everything
    assert b"Kept" in everything


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "empty": (b"", "empty file", "save it again"),
    "protected": (_COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password-protected", "remove the password"),
    "old": (_COMPOUND, "Word 97", "save it as a .docx"),
    "cut": (reference()[:5000], "no Word document", "save it again"),
    "another archive": (
        edited(reference(), lambda name, data: data if "theme" in name else None),
        "archive of something else",
        "save it again",
    ),
    "strict": (
        edited(
            reference(),
            lambda _, data: data.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
            ).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        ),
        "Strict Open XML",
        "save it again",
    ),
}


@pytest.mark.parametrize(("content", "told", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_a_reference_is_refused_with_the_reason(content: bytes, told: str, hint: str) -> None:
    with pytest.raises(CareerdocError) as caught:
        like(content)
    (finding,) = caught.value.findings
    assert finding.code == "CD038"
    assert told in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize("part", ["styles", "settings", "numbering", "theme", "fontTable"])
def test_parts_that_are_missing_are_done_without(part: str) -> None:
    def without(name: str, data: bytes) -> bytes | None:
        if name in {f"word/{part}.xml", f"word/theme/{part}1.xml"}:
            return None
        pattern = rf"<(Override|Relationship) [^>]*/{part}1?\.xml[^>]*/>|<Relationship [^>]*\"(theme/)?{part}1?\.xml\"[^>]*/>".encode()
        return re.sub(pattern, b"", data) if name.endswith((".rels", "s].xml")) else data

    assert "What I bring" in text_of(like(edited(reference(), without)))
