"""Decks in the look of somebody else's presentation: what is taken on, what is left behind, what is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Inches

from careerdoc.document import Metadata, parse
from careerdoc.findings import CareerdocError
from careerdoc.rendering import read_theme
from careerdoc.rendering.pptx import render
from careerdoc.rendering.pptx.diagnosis import diagnose
from careerdoc.source import Source
from tests.conftest import ROOT
from tests.rendering.seen import CAN_BE_SEEN, words_outside

HARBOR = ROOT / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {"theme.yaml": (HARBOR / "theme.yaml").read_bytes()}, place="harbor")
WORST = (ROOT / "careerdoc" / "rendering" / "pptx" / "worst-case.md").read_text("utf-8")
DECK = "# My plan\n\n::: byline\nAna Bell\n:::\n\n# Goals\n\n## Pass the exam\n\n::: when\nby May 2027\n:::\n\n- [ ] Study\n\n::: notes\nSay it.\n:::\n"


def stock(change=lambda _: None) -> bytes:
    presentation = Presentation()
    change(presentation)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def made(reference: bytes, text: str = DECK, layouts: dict[str, str] | None = None) -> bytes:
    metadata = Metadata(title="My plan", author="Ana Bell", date=dt.date(2026, 11, 23))
    document = dataclasses.replace(parse(Source("deck.md", text)), metadata=metadata, shape="slides")
    theme = dataclasses.replace(THEME, reference_pptx=reference, reference_name="school.pptx", layouts=layouts or {})
    return render(document, theme).content


def opened(content: bytes) -> Presentation:
    return Presentation(io.BytesIO(content))


def names(content: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def layouts_of(content: bytes) -> list[str]:
    return [slide.slide_layout.name for slide in opened(content).slides]


def renamed(presentation) -> None:
    for number, layout in enumerate(presentation.slide_layouts):
        layout._element.cSld.set("name", f"Folie {number}")
        layout._element.attrib.pop("type", None)


def test_layouts_are_found_by_their_placeholders_and_not_by_their_names():
    english, german = layouts_of(made(stock())), layouts_of(made(stock(renamed)))
    assert english == ["Title Slide", "Section Header", "Title and Content"]
    assert german == ["Folie 0", "Folie 2", "Folie 1"]


def test_a_theme_names_layouts_by_hand():
    wanted = {"content": "Content with Caption", "section": "1"}
    assert layouts_of(made(stock(), layouts=wanted)) == ["Title Slide", "Title Slide", "Content with Caption"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [({"contents": "1"}, "no purpose of a layout"), ({"title": "Titel Slide"}, 'no layout "Titel Slide"')],
)
def test_what_is_named_wrong_is_said_with_the_nearest(wanted, told):
    with pytest.raises(CareerdocError) as caught:
        made(stock(), layouts=wanted)
    assert told in str(caught.value)
    assert ("content" if "contents" in wanted else "Title Slide") in caught.value.findings[0].hint


def with_slides(presentation) -> None:
    """Slides, one with notes, a link between slides, a logo on the master, a custom show and sections."""
    first = presentation.slides.add_slide(presentation.slide_layouts[1])
    first.shapes.title.text = "Our school"
    first.notes_slide.notes_text_frame.text = "Say hello."
    second = presentation.slides.add_slide(presentation.slide_layouts[5])
    second.shapes.title.click_action.target_slide = first
    logo = presentation.slide_master.shapes._spTree
    logo.append(second.shapes.add_textbox(0, 0, Inches(1), Inches(1))._element)
    shows = '<p:custShowLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
    from lxml import etree

    presentation.element.append(etree.fromstring(shows))


def test_sample_slides_leave_without_a_trace():
    content = made(stock(with_slides))
    presentation = opened(content)
    assert [slide.shapes.title.text.replace("\xa0", " ") for slide in presentation.slides] == [
        "My plan",
        "Goals",
        "Pass the exam",
    ]
    assert sum("slides/slide" in name for name in names(content)) == 3
    everything = b"".join(zipfile.ZipFile(io.BytesIO(content)).read(name) for name in names(content))
    assert b"Our school" not in everything
    assert b"custShow" not in everything
    assert len(presentation.slide_master.shapes) == len(opened(stock(with_slides)).slide_master.shapes)


def test_size_master_slide_number_and_footer_are_kept():
    def wide(presentation) -> None:
        presentation.slide_width, presentation.slide_height = Inches(10), Inches(5.625)
        for layout in presentation.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type == 15:
                    shape.text_frame.text = "Red Cedar College"

    presentation = opened(made(stock(wide)))
    assert (presentation.slide_width, presentation.slide_height) == (Inches(10), Inches(5.625))
    words = [shape.text_frame.text for shape in presentation.slides[2].placeholders]
    assert "Red Cedar College" in words
    assert "3" in words


def test_the_same_bytes_each_time():
    assert made(stock(with_slides)) == made(stock(with_slides))


def test_a_dark_layout_gives_light_drawings():
    def dark(presentation) -> None:
        background = presentation.slide_layouts[1].background.fill
        background.solid()
        from pptx.dml.color import RGBColor

        background.fore_color.rgb = RGBColor(0x10, 0x10, 0x20)

    slide = opened(made(stock(dark))).slides[2]
    box = slide.element.xpath(".//a:buClr/a:srgbClr/@val")[0]
    assert int(box[0:2], 16) + int(box[2:4], 16) + int(box[4:6], 16) > 3 * 110


# ── Strangers ────────────────────────────────────────────────────────────────────────────────────────────


def changed(content: bytes, edit) -> bytes:
    """The package with its parts edited: name and bytes to bytes, or to None where the part goes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = edit(name, source.read(name))
            if data is not None:
                archive.writestr(name, data)
    return target.getvalue()


def retyped(kind: bytes) -> bytes:
    main = b"openxmlformats-officedocument.presentationml.presentation.main+xml"
    return changed(stock(), lambda name, data: data.replace(main, kind) if name == "[Content_Types].xml" else data)


@pytest.mark.parametrize(
    "kind",
    [
        b"openxmlformats-officedocument.presentationml.template.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
        b"openxmlformats-officedocument.presentationml.slideshow.main+xml",
    ],
)
def test_templates_shows_and_files_with_macros_are_taken(kind):
    content = made(retyped(kind))
    assert len(opened(content).slides) == 3
    assert b"macroEnabled" not in zipfile.ZipFile(io.BytesIO(content)).read("[Content_Types].xml")


def test_nothing_leads_outside_and_no_program_comes_along():
    def hostile(presentation) -> None:
        part = presentation.slide_layouts[1].part
        part.relate_to("https://evil.example/tracker.png", RT.IMAGE, is_external=True)
        part.relate_to("file:///etc/passwd", RT.HYPERLINK, is_external=True)
        presentation.part.relate_to(
            "https://evil.example/t.potm",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            is_external=True,
        )
        part.relate_to(part, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
        part.relate_to(part, RT.OLE_OBJECT)

    content = made(stock(hostile))
    for name in names(content):
        if name.endswith(".rels"):
            text = zipfile.ZipFile(io.BytesIO(content)).read(name)
            assert b"evil" not in text
            assert b"passwd" not in text
            assert b"vbaProject" not in text
            assert b"oleObject" not in text


def untitled(presentation) -> None:
    for layout in presentation.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in {1, 3}:
                shape._element.getparent().remove(shape._element)


def doctype(name: str, data: bytes) -> bytes:
    return (
        data.replace(b"<p:presentation", b'<!DOCTYPE a [<!ENTITY b "c">]><p:presentation')
        if "presentation.xml" in name
        else data
    )


BROKEN = {
    "empty": (b"", "is an empty file"),
    "words": (b"This is no presentation.", "no PowerPoint presentation"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "PowerPoint 97 to 2003"),
    "cut": (stock()[:9000], "no PowerPoint presentation"),
    "archive": (changed(stock(), lambda name, data: data if name.startswith("ppt/slideL") else None), "something else"),
    "no master": (
        changed(stock(), lambda name, data: None if "slideMaster1" in name else data),
        "the reference presentation",
    ),
    "no theme": (
        changed(stock(), lambda name, data: None if "theme1.xml" in name else data),
        "the reference presentation",
    ),
    "entities": (changed(stock(), doctype), "declares a document type"),
    "no title": (stock(untitled), "no layout of the presentation has a title"),
    "bomb": (
        changed(stock(), lambda name, data: b"\0" * 61_000_000 if name.endswith(".jpeg") else data),
        "unpacks to more than",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_used_is_refused_with_a_reason(name):
    content, told = BROKEN[name]
    with pytest.raises(CareerdocError) as caught:
        made(content)
    (finding,) = caught.value.findings
    assert finding.code == "CD038"
    assert told in finding.message
    assert finding.hint


def test_a_doctor_says_what_serves_what():
    found = diagnose(stock(renamed), "school.pptx", THEME)
    assert [(one.purpose, one.number) for one in found.servings] == [
        ("title", 1),
        ("section", 3),
        ("content", 2),
        ("drawing", 6),
        ("closing", 3),
    ]
    assert found.summary == "10 by 7.5 inches, 11 layouts"
    assert len(opened(found.preview).slides) > 8


def test_a_doctor_says_what_is_missing_and_pale():
    def pale(presentation) -> None:
        tree = presentation.slide_layouts._sldLayoutIdLst
        for layout in list(presentation.slide_layouts)[2:]:
            presentation.slide_layouts.remove(layout)
        assert len(tree) == 2
        root = presentation.slide_master.element
        for fill in root.xpath(".//p:titleStyle//a:solidFill"):
            fill[0].set("val", "bg2")

    found = diagnose(stock(pale), "school.pptx", THEME)
    assert {one.purpose: one.stands_in for one in found.servings if one.stands_in} == {
        "section": "the layout for the title stands in",
        "drawing": "the layout for content stands in, its text left out",
        "closing": "the layout for the title stands in",
    }
    assert any(re.search(r"its title has a contrast of 1\.\d", remark) for remark in found.remarks)


def test_the_validator_finds_no_more_than_in_the_reference(tmp_path):
    from openxml_audit import validate_pptx

    before, after = tmp_path / "before.pptx", tmp_path / "after.pptx"
    before.write_bytes(stock(with_slides))
    after.write_bytes(made(before.read_bytes(), WORST))
    allowed = {error.description for error in validate_pptx(before).errors}
    assert {error.description for error in validate_pptx(after).errors} <= allowed


@pytest.mark.skipif(not CAN_BE_SEEN, reason="needs LibreOffice and poppler")
def test_no_word_of_the_worst_text_leaves_its_box(tmp_path):
    file = tmp_path / "deck.pptx"
    file.write_bytes(made(stock(), WORST))
    assert words_outside(file, tmp_path) == []
