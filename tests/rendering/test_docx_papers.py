"""Papers in Word, rule by rule: each test names the manual's section that asks for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Inches, Pt

from careerdoc import building
from careerdoc.document import Metadata, parse
from careerdoc.document.surnames import surname
from careerdoc.packs import installed_packs
from careerdoc.rendering.docx import render
from careerdoc.source import Source

PAPER = """\
::: {front}
**From Helper to Journeyman**

Marcus Bell

Red Cedar Community College
:::

# From Helper to Journeyman

My goal is to become a licensed journeyman electrician.

## How I Chose

I worked two summers for my uncle.

> You have been doing this job for thirty years.

### At Work

#### On the Roof

##### In the Attic

It was hot up there.

###### Nobody Came

- one
- two

1. first

| Year | Pay |
| --- | --- |
| 2026 | $20 |

## References {{.references}}

::: references
Mercer, A. B. (2019). Does cooking together help? *Journal of Community Nutrition*, *12*(3), 33–49.
:::
"""


def made(theme: str):
    front = "title-page" if theme == "apa" else "heading-block"
    metadata = Metadata("From Helper to Journeyman", "Marcus Bell", "CDEV 120", "en", dt.date(2026, 11, 23))
    document = dataclasses.replace(parse(Source("paper.md", PAPER.format(front=front))), metadata=metadata)
    rendering = render(document, building.find_theme(theme, installed_packs()))
    assert not rendering.findings
    return docx.Document(io.BytesIO(rendering.content))


@pytest.fixture(scope="module", params=["apa", "mla"])
def paper(request):
    return request.param, made(request.param)


@pytest.fixture(scope="module")
def apa():
    return made("apa")


@pytest.fixture(scope="module")
def mla():
    return made("mla")


def the(paper, words: str):
    return next(p for p in paper.paragraphs if words in p.text)


def effective(paragraph, name: str):
    """A property of a paragraph's format, its own or from the styles below."""
    value, style = getattr(paragraph.paragraph_format, name), paragraph.style
    while value is None and style is not None:
        value, style = getattr(style.paragraph_format, name), style.base_style
    return value


def font_of(paragraph, name: str):
    value, style = None, paragraph.style
    while value is None and style is not None:
        value, style = getattr(style.font, name), style.base_style
    return value


# ── both manuals ──


def test_margins_of_an_inch(paper) -> None:
    """APA 7, 2.22; MLA 9, 1.1."""
    section = paper[1].sections[0]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert set(margins) == {Inches(1)}
    assert (section.page_width, section.page_height) == (Inches(8.5), Inches(11))


def test_times_new_roman_of_twelve_points(paper) -> None:
    """APA 7, 2.19; MLA 9, 1.2: named, and not embedded under that name."""
    document = paper[1]
    defaults = document.styles.element.xml.split("</w:docDefaults>")[0]
    assert 'w:ascii="Times New Roman"' in defaults
    assert 'w:sz w:val="24"' in defaults
    assert not any("font" in part.partname for part in document.part.package.iter_parts() if ".odttf" in part.partname)


@pytest.mark.parametrize(
    "words",
    ["From Helper", "My goal", "How I Chose", "You have been", "At Work", "one", "first", "Mercer", "References"],
)
def test_double_spaced_throughout(paper, words) -> None:
    """APA 7, 2.21; MLA 9, 1.2: nothing is added before or after a paragraph."""
    paragraph = paper[1].paragraphs[-2] if words == "Mercer" else the(paper[1], words)
    paragraph = the(paper[1], words)
    if paragraph.style.name == "Title Page":
        paragraph = next(p for p in paper[1].paragraphs if p.style.name == "Title")
    rule = effective(paragraph, "line_spacing_rule")
    spacing = effective(paragraph, "line_spacing") or 2.0
    default = 'w:line="480" w:lineRule="auto"' in paper[1].styles.element.xml.split("</w:docDefaults>")[0]
    assert rule in {WD_LINE_SPACING.DOUBLE, None}
    assert spacing == 2.0
    assert default
    assert not effective(paragraph, "space_before")
    assert not effective(paragraph, "space_after")


def test_text_begins_half_an_inch_in(paper) -> None:
    """APA 7, 2.24; MLA 9, 1.2."""
    assert effective(the(paper[1], "My goal"), "first_line_indent") == Inches(0.5)
    assert not effective(the(paper[1], "How I Chose"), "first_line_indent")
    assert not effective(next(p for p in paper[1].paragraphs if p.style.name == "Title"), "first_line_indent")


def test_lines_are_ragged_on_the_right(paper) -> None:
    """APA 7, 2.23; MLA 9, 1.2: no justification, no hyphenation."""
    assert effective(the(paper[1], "My goal"), "alignment") in {None, WD_ALIGN_PARAGRAPH.LEFT}
    assert "autoHyphenation" not in paper[1].settings.element.xml


def test_long_quotations_stand_half_an_inch_in(paper) -> None:
    """APA 7, 8.27; MLA 9, 6.35: no marks, no italics, no bar."""
    quotation = the(paper[1], "You have been")
    assert quotation.style.name == "Quote"
    assert effective(quotation, "left_indent") == Inches(0.5)
    assert not font_of(quotation, "italic")
    assert "pBdr" not in quotation.style.element.xml


def test_references_hang_half_an_inch_on_a_page_of_their_own(paper) -> None:
    """APA 7, 2.12 and 9.43; MLA 9, 1.6."""
    reference = the(paper[1], "Mercer")
    assert reference.style.name == "Bibliography"
    assert effective(reference, "left_indent") == Inches(0.5)
    assert effective(reference, "first_line_indent") == Inches(-0.5)
    title = the(paper[1], "References")
    assert effective(title, "page_break_before")
    assert effective(title, "alignment") == WD_ALIGN_PARAGRAPH.CENTER
    assert title.style.base_style.name in {"Normal", "Heading 1"}


def test_the_list_of_references_is_in_the_navigation(paper) -> None:
    assert '<w:outlineLvl w:val="0"/>' in the(paper[1], "References").style.element.xml


def test_the_pages_number_is_a_field_at_the_top_right(paper) -> None:
    """APA 7, 2.18; MLA 9, 1.4: half an inch from the edge, on every page."""
    name, document = paper
    section = document.sections[0]
    (head,) = section.header.paragraphs
    assert effective(head, "alignment") == WD_ALIGN_PARAGRAPH.RIGHT
    assert "PAGE" in head._p.xml
    assert section.header_distance == Inches(0.5)
    assert head.text.startswith("Bell ") is (name == "mla")
    assert not section.different_first_page_header_footer
    assert not any(p.text.strip() for p in section.footer.paragraphs)


def test_nothing_but_black(paper) -> None:
    """Nothing of a designed look: no colours, no shaded cells, no rules beside quotations."""
    styles = paper[1].styles.element.xml
    colors = {part.split('"')[0] for part in styles.split('<w:color w:val="')[1:]}
    assert colors <= {"000000", "333333", "FFFFFF"}
    body = paper[1].element.xml
    assert "<w:shd" not in body


def test_tables_have_three_rules(paper) -> None:
    """APA 7, 7.10: above the head, below it, and below the table; none upright."""
    style = paper[1].styles["Careerdoc Table"].element.xml
    borders = style.split("<w:tblBorders>")[1].split("</w:tblBorders>")[0]
    assert ("w:top" in borders, "w:bottom" in borders, "insideV" in borders, "insideH" in borders) == (1, 1, 0, 0)
    assert "<w:tcBorders><w:bottom" in "".join(style.split()) or "<w:tcBorders>" in style


# ── APA ──


def test_the_title_page(apa) -> None:
    """APA 7, 2.3 and 2.4: bold, centred, three to four lines down, an empty line under the title."""
    lines = [p for p in apa.paragraphs if p.style.name == "Title Page"]
    assert [p.text for p in lines] == ["From Helper to Journeyman", "Marcus Bell", "Red Cedar Community College"]
    assert all(effective(p, "alignment") == WD_ALIGN_PARAGRAPH.CENTER for p in lines)
    assert all(run.bold for run in lines[0].runs)
    line = Pt(2 * 12 * 1.15)
    assert 3 * line - Pt(1) < lines[0].paragraph_format.space_before < 4 * line + Pt(1)
    assert abs(lines[0].paragraph_format.space_after - line) < Pt(1)


def test_the_text_begins_on_page_two_under_its_title(apa) -> None:
    """APA 7, 2.11 and 2.27: the title again, bold and centred; no heading Introduction."""
    title = next(p for p in apa.paragraphs if p.style.name == "Title")
    assert title.text == "From Helper to Journeyman"
    assert title.paragraph_format.page_break_before
    assert font_of(title, "bold")
    assert effective(title, "alignment") == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(
    ("words", "level", "centered", "bold", "italic"),
    [
        ("How I Chose", 1, True, True, None),
        ("At Work", 2, False, True, None),
        ("On the Roof", 3, False, True, True),
        ("In the Attic", 4, False, True, None),
        ("Nobody Came", 5, False, True, True),
    ],
)
def test_headings_by_level(apa, words, level, centered, bold, italic) -> None:
    """APA 7, 2.27, table 2.3."""
    heading = the(apa, words)
    assert heading.style.name == f"Heading {level}"
    assert (effective(heading, "alignment") == WD_ALIGN_PARAGRAPH.CENTER) is centered
    assert (font_of(heading, "bold"), font_of(heading, "italic")) == (bold, italic)


def test_a_heading_of_the_fourth_level_runs_into_its_paragraph(apa) -> None:
    """APA 7, 2.27: indented, ending with a full stop, the text on the same line."""
    heading = the(apa, "In the Attic")
    assert heading.text == "In the Attic. "
    assert "w:specVanish" in heading._p.xml
    assert effective(heading, "first_line_indent") == Inches(0.5)
    assert "w:specVanish" not in the(apa, "On the Roof")._p.xml, "nothing follows it that it could run into"


# ── MLA ──


def test_the_heading_block_and_the_title(mla) -> None:
    """MLA 9, 1.3: flush left; the title centred, plain, on the same page."""
    lines = [p for p in mla.paragraphs if p.style.name == "Heading Block"]
    assert lines[1].text == "Marcus Bell"
    assert all(effective(p, "alignment") in {None, WD_ALIGN_PARAGRAPH.LEFT} for p in lines)
    assert not effective(lines[0], "first_line_indent")
    title = next(p for p in mla.paragraphs if p.style.name == "Title")
    assert not title.paragraph_format.page_break_before
    assert effective(title, "alignment") == WD_ALIGN_PARAGRAPH.CENTER
    assert not font_of(title, "bold")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marcus Bell", "Bell"),
        ("Bell, Marcus", "Bell"),
        ("Dr. Ludwig van Beethoven", "van Beethoven"),
        ("Ana de la Cruz", "de la Cruz"),
        ("Martin Luther King Jr.", "King"),
        ("Maria O'Neill-Ruiz, RN", "O'Neill-Ruiz"),
        ("王小明", "王小明"),
        ("Cher", "Cher"),
        ("", ""),
    ],
)
def test_surnames(name, short) -> None:
    assert surname(name) == short


def test_the_same_paper_gives_the_same_bytes() -> None:
    def content() -> bytes:
        document = parse(Source("paper.md", PAPER.format(front="title-page")))
        return render(document, building.find_theme("apa", installed_packs())).content

    assert content() == content()
    assert zipfile.ZipFile(io.BytesIO(content())).testzip() is None
