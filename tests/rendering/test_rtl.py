"""Documents from right to left, and text that runs against its document, in every file type."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html as lxml_html
from pptx import Presentation
from pypdf import PdfReader

from careerdoc.document import parse
from careerdoc.document.model import Metadata
from careerdoc.rendering.bidi import LTR_MARK, RTL_MARK
from careerdoc.rendering.docx import render as render_docx
from careerdoc.rendering.figures import draw_timeline, read_timeline
from careerdoc.rendering.html import render as render_html
from careerdoc.rendering.pdf import render as render_pdf
from careerdoc.rendering.pptx import render as render_pptx
from careerdoc.source import Source
from tests.rendering.seen import boxes_of, outside
from tests.rendering.test_html import THEME

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

    from careerdoc.document.model import Document, Figure, Shape

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

ARABIC = """# خطتي المهنية

::: byline
ليلى الحدّاد · 2026-11-23
:::

## الأهداف

أدرس Google Analytics (SQL) قبل 2027-05-01، ثم أعمل.

This sentence is in English (42).

- [x] إتمام الوحدات
- Machine Learning (2nd ed.)
1. أولاً
   1. ثانياً

| المادة | الساعات |
|---|---:|
| قواعد البيانات | 4 |
| Biology | 3 |

> من جدّ وجد.

> Where there is a will, there is a way.
"""
MIXED = """# A plan

Running text in English with עברית in it.

זו פסקה בעברית, עם המילה Python בתוכה.

- Read two books
- לקרוא שני ספרים (300 עמודים)

* ראשון
* שני

| קורס | סמסטר |
|---|---|
| אנטומיה | א |
"""
TIMELINE = """```figure timeline
{"entries": [{"label": "أول", "text": "2027-01", "start": "2027-01-01", "end": "2027-03-01", "group": "short"},
             {"label": "ثان", "text": "2028-06", "start": "2028-06-01", "group": "long"}],
 "today": "2026-11-23", "groups": {"short": "قصيرة", "long": "طويلة"}}
```
"""


def document(text: str, language: str, shape: Shape = "prose") -> Document:
    read = parse(Source("plan.md", text))
    return dataclasses.replace(read, shape=shape, metadata=Metadata(title="خطة", language=language))


def bare(text: str) -> str:
    return text.replace(LTR_MARK, "").replace(RTL_MARK, "")


# ── web pages ──


def page(text: str, language: str, shape: Shape = "prose") -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render_html(document(text, language, shape), THEME).content.decode())


def element(tree: lxml_html.HtmlElement, words: str) -> lxml_html.HtmlElement:
    """The innermost element with these words."""
    return [node for node in tree.body.iter() if words in node.text_content()][-1]


def test_a_page_says_its_language_and_its_way() -> None:
    tree = page(ARABIC, "ar")
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")


def test_running_text_against_the_document_turns_and_what_is_in_lists_and_cells_is_isolated() -> None:
    tree = page(ARABIC, "ar")
    assert (element(tree, "This sentence").tag, element(tree, "This sentence").get("dir")) == ("p", "ltr")
    assert (element(tree, "Machine").tag, element(tree, "Machine").get("dir")) == ("bdi", "ltr")
    assert (element(tree, "Biology").tag, element(tree, "Biology").getparent().tag) == ("bdi", "td")
    assert [node.get("dir") for node in tree.iter("ol", "ul", "table")] == [None] * 4
    assert [node.get("dir") for node in tree.iter("blockquote")] == [None, "ltr"]


def test_dates_and_addresses_are_isolated_in_arabic() -> None:
    tree = page("قبل 2027-05-01 على https://example.org/a/ و `f(x)`\n", "ar")
    assert [node.text for node in tree.iter("bdi")] == ["2027-05-01", "https://example.org/a/"]
    assert next(tree.iter("code")).get("dir") == "ltr"


def test_hebrew_in_an_english_page() -> None:
    tree = page(MIXED, "en")
    assert element(tree, "זו פסקה").get("dir") == "rtl"
    assert element(tree, "Running text").get("dir") is None
    assert (element(tree, "לקרוא").tag, element(tree, "לקרוא").get("dir")) == ("bdi", "rtl")
    assert [node.get("dir") for node in tree.iter("ul")] == [None, "rtl"]
    assert next(tree.iter("table")).get("dir") == "rtl"
    assert "[dir=rtl] li" in next(tree.iter("style")).text


def test_english_pages_are_as_if_there_were_no_other_way() -> None:
    tree = page("# Plan\n\n- a (b)\n\n> c\n", "en")
    assert [node.tag for node in tree.body.iter() if node.get("dir") or node.tag == "bdi"] == []
    assert "dir=" not in next(tree.iter("style")).text


def test_the_sides_of_slides_and_page_feet_are_mirrored() -> None:
    for language, start, end in (("ar", "right", "left"), ("en", "left", "right")):
        slides = next(page(ARABIC, language, "slides").iter("style")).text
        assert f".slide .edge {{ background: #12394d; height: 45em; {start}: 0;" in slides
        assert f".slide .foot .count {{ position: absolute; {end}: 0;" in slides
        assert (
            f"@bottom-{end} {{ color: #55636f; content: counter(page)"
            in next(page(ARABIC, language).iter("style")).text
        )


# ── timelines ──


def test_time_runs_from_right_to_left_where_text_does() -> None:
    (figure,) = parse(Source("t.md", TIMELINE)).blocks
    timeline = read_timeline(_figure(figure))
    assert timeline is not None
    ltr, rtl = (draw_timeline(timeline, THEME, 500, 12, language=language) for language in ("en", "ar"))
    assert [mark.x0 for mark in rtl.marks] == [pytest.approx(500 - mark.x1) for mark in ltr.marks]
    assert rtl.marks[0].x0 > rtl.marks[1].x0
    assert [mark.label.right for mark in rtl.marks] == [not mark.label.right for mark in ltr.marks]
    assert [x for x, _ in rtl.ticks] == sorted((x for x, _ in rtl.ticks), reverse=True)
    assert rtl.today is not None
    assert rtl.today > rtl.marks[0].x0


def _figure(block: object) -> Figure:
    from careerdoc.document.model import Figure

    assert isinstance(block, Figure)
    return block


# ── Word ──


def word(text: str, language: str, shape: Shape = "prose") -> docx.document.Document:
    return docx.Document(io.BytesIO(render_docx(document(text, language, shape), THEME).content))


def paragraphs(file: docx.document.Document) -> dict[str, Paragraph]:
    cells = [cell for table in file.tables for row in table.rows for cell in row.cells]
    found = [*file.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return {bare(paragraph.text): paragraph for paragraph in found}


def is_bidi(paragraph: Paragraph) -> bool | None:
    mark = paragraph._p.pPr.find(qn("w:bidi"))
    return None if mark is None else mark.get(qn("w:val")) != "0"


def rtl_runs(paragraph: Paragraph) -> list[tuple[str, bool]]:
    return [
        (bare(run.text), run._r.rPr is not None and run._r.rPr.find(qn("w:rtl")) is not None) for run in paragraph.runs
    ]


def test_paragraphs_of_an_arabic_word_file() -> None:
    found = paragraphs(word(ARABIC, "ar"))
    assert is_bidi(found["الأهداف"])
    assert is_bidi(found["This sentence is in English (42)."]) is False
    assert is_bidi(found["Machine Learning (2nd ed.)"])
    assert is_bidi(found["Biology"])
    assert is_bidi(found["من جدّ وجد."])
    assert is_bidi(found["Where there is a will, there is a way."]) is False


def test_runs_of_an_arabic_word_file() -> None:
    found = paragraphs(word(ARABIC, "ar"))
    assert rtl_runs(found["أدرس Google Analytics (SQL) قبل 2027-05-01، ثم أعمل."]) == [
        ("أدرس ", True),
        ("Google Analytics (SQL)", False),
        (" قبل ", True),
        ("2027-05-01", False),
        ("، ثم أعمل.", True),
    ]
    assert rtl_runs(found["Machine Learning (2nd ed.)"]) == [("Machine Learning (2nd ed.)", False), ("", False)]
    assert found["Machine Learning (2nd ed.)"].text.endswith(f"){LTR_MARK}")


def test_tables_quotes_and_styles_of_an_arabic_word_file() -> None:
    file = word(ARABIC, "ar")
    found = paragraphs(file)
    assert file.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert found["4"]._p.pPr.find(qn("w:jc")) is None  # the right is where such a paragraph begins
    styles = file.styles.element
    assert styles.xpath("w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    assert styles.xpath("w:style[@w:styleId='Quote']/w:pPr/w:pBdr/w:right")
    assert styles.xpath("w:docDefaults//w:rFonts/@w:cs") == ["Arial"]
    turned = found["Where there is a will, there is a way."]._p.pPr
    assert [border.tag for border in turned.find(qn("w:pBdr"))] == [qn("w:left")]


def test_hebrew_in_an_english_word_file() -> None:
    file = word(MIXED, "en")
    found = paragraphs(file)
    hebrew = found["זו פסקה בעברית, עם המילה Python בתוכה."]
    assert is_bidi(hebrew)
    assert is_bidi(found["Running text in English with עברית in it."]) is None
    run = next(run for run in hebrew.runs if "פסקה" in run.text)
    assert run._r.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "he-IL"
    assert run._r.rPr.find(qn("w:rFonts")).get(qn("w:cs")) == "Arial"
    assert is_bidi(found["לקרוא שני ספרים (300 עמודים)"]) is None
    assert is_bidi(found["ראשון"])
    assert file.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_other_scripts_have_their_fonts_and_languages_in_word_files() -> None:
    file = word("करियर योजना\n\n护士(RN)\n", "hi")
    hindi, chinese = (paragraph.runs[0]._r.rPr for paragraph in file.paragraphs[:2])
    assert hindi.find(qn("w:cs")) is not None
    assert chinese.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"
    assert chinese.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "Microsoft YaHei"
    assert chinese.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert file.styles.element.xpath("w:docDefaults//w:rFonts/@w:cs") == ["Nirmala UI"]


# ── PowerPoint ──


def deck(text: str, language: str, shape: Shape = "slides") -> Presentation:
    return Presentation(io.BytesIO(render_pptx(document(text, language, shape), THEME).content))


def told(presentation: Presentation) -> dict[str, object]:
    """The properties of paragraphs by their words."""
    found = {}
    for slide in presentation.slides:
        for paragraph in slide._element.iter(f"{A}p"):
            found[bare("".join(text.text or "" for text in paragraph.iter(f"{A}t")))] = paragraph.find(f"{A}pPr")
    return found


def test_paragraphs_and_tables_of_an_arabic_deck() -> None:
    presentation = deck(ARABIC, "ar")
    found = told(presentation)
    for words in ("الأهداف (1\u00a0من\u00a02)", "Machine Learning (2nd ed.)", "إتمام الوحدات", "أولاً", "Biology"):
        assert (found[words].get("rtl"), found[words].get("algn")) == ("1", "r"), words
    english = found["This sentence is in English (42)."]
    assert (english.get("rtl"), english.get("algn")) == ("0", "l")
    tables = [table for slide in presentation.slides for table in slide._element.iter(f"{A}tblPr")]
    assert [table.get("rtl") for table in tables] == ["1"]


def test_an_arabic_deck_is_the_mirror_of_an_english_one() -> None:
    arabic, english = deck(ARABIC, "ar"), deck("# P\n\n## Q\n\nr\n", "en")
    assert arabic.element.get("rtl") == "1"
    for one, other in zip(arabic.slide_layouts, english.slide_layouts, strict=True):
        for left, right in zip(one.shapes, other.shapes, strict=True):
            assert abs(left.left - (english.slide_width - right.left - right.width)) <= 2, (one.name, left.name)
    titles = arabic.slide_masters[0]._element.find(".//{*}titleStyle/{*}lvl1pPr")
    assert (titles.get("rtl"), titles.get("algn")) == ("1", "r")


def test_runs_of_a_deck_tell_their_language() -> None:
    found = {}
    for language, text in (("ar", "- عربي\n- English\n"), ("en", "- plain\n- עברית\n"), ("zh", "- 护士\n- Excel\n")):
        for slide in deck(f"## T\n\n{text}", language).slides:
            for run in slide._element.iter(f"{A}r"):
                found[language, bare(run.find(f"{A}t").text)] = run.find(f"{A}rPr")
    assert found["ar", "عربي"].get("lang") == "ar-SA"
    assert found["ar", "English"].get("lang") == "en-US"
    assert found["en", "plain"].get("lang") == "en-US"
    assert found["en", "עברית"].get("lang") == "he-IL"
    assert (found["zh", "护士"].get("lang"), found["zh", "护士"].get("altLang")) == ("zh-CN", "en-US")
    assert found["zh", "Excel"].get("lang") == "en-US"


def test_the_fonts_of_a_deck_are_those_of_its_script() -> None:
    for language, kind, face in (("zh", "ea", "Microsoft YaHei"), ("hi", "cs", "Nirmala UI"), ("en", "ea", "")):
        presentation = deck("## T\n\nx\n", language)
        theme = next(part for part in presentation.part.package.iter_parts() if "theme/theme" in part.partname)
        assert f'<a:{kind} typeface="{face}"/>'.encode() in theme.blob


def test_the_panels_of_an_arabic_poster_begin_at_the_right() -> None:
    text = "# خطة\n\n" + "\n\n".join(f"## جزء {n}\n\n" + "كلمة أخرى " * 60 for n in range(6))
    (slide,) = deck(text, "ar", "poster").slides
    panels = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text.startswith("جزء")]
    assert panels[0].left > panels[-1].left


# ── PDF ──


@pytest.mark.parametrize("engine", ["weasyprint", "plutoprint"])
def test_words_of_a_pdf_can_be_read_back(engine: str) -> None:
    text = "# תוכנית\n\nלפני 2027-05-01 באתר https://example.org/a/ (בעברית).\n"
    read = dataclasses.replace(document(text, "he"), settings={"pdf-engine": engine})
    content = render_pdf(read, THEME).content
    said = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert "2027-05-01" in said
    assert "https://example.org/a/" in said
    assert "תוכנית" in said or "תוכנית"[::-1] in said


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("engine", ["weasyprint", "plutoprint"])
def test_lists_of_a_pdf_have_their_numbers_at_the_right_and_signs_at_the_left(engine: str, tmp_path: Path) -> None:
    text = "1. ראשון בהחלט.\n2. Machine Learning.\n"
    read = dataclasses.replace(document(text, "he"), settings={"pdf-engine": engine})
    (tmp_path / "a.pdf").write_bytes(render_pdf(read, THEME).content)
    subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", tmp_path / "a.txt"], check=True)
    words = re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]*)</word>', (tmp_path / "a.txt").read_text("utf-8"))
    at = {word: float(x) for x, word in words}  # poppler gives Hebrew as it stands on the page, from the left
    first, second = at["ראשון"[::-1]], at["." + "בהחלט"[::-1]]
    assert at[".1"] > 520 > first > second > 300
    assert at[".2"] > 520 > at["Learning."] > at["Machine"] > 300


# ── as it is seen ──

_PLANS = {
    "ar": ARABIC + TIMELINE,
    "he": "# תוכנית\n\n## מטרות\n\n"
    + "לקבל תואר ראשון בסיעוד ולעבוד במחלקת ילדים בבית החולים הגדול של העיר. " * 7
    + "\n\n- [x] לעבור את הבחינה (650 ומעלה)\n- למלא את הטופס באתר https://example.org/apply/form\n",
    "zh": "# 行动计划\n\n## 考入护理学院并完成第一学年的全部基础课程包括解剖学和生理学以及药理学\n\n"
    + "没有学位就不能参加执业资格考试,而且招聘广告大多要求本科学历。" * 9
    + "\n\n- [ ] 在网站https://example.org/apply上填写申请表\n\n| 课程 | 学期 |\n|---|---|\n| 解剖学与生理学 | 2027年秋季 |\n",
    "ja": "# 行動計画\n\n## 看護学校に入学する\n\n"
    + "国家試験を受けるためには、学校を卒業しなければならない。" * 9
    + "\n",
    "ko": "# 행동 계획\n\n## 간호대학에 입학하기\n\n"
    + "면허 시험을 보려면 학위가 꼭 필요하기 때문입니다. " * 12
    + "\n",
    "hi": "# कार्य योजना\n\n## नर्सिंग कॉलेज में प्रवेश लेना\n\n"
    + "डिग्री के बिना लाइसेंस परीक्षा नहीं दी जा सकती, और अधिकांश अस्पताल इसे अनिवार्य मानते हैं। " * 6
    + "\n\n- [x] तैयारी शुरू करना\n- ऑनलाइन आवेदन पत्र भरना (https://example.org)\n",
}


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler")
@pytest.mark.parametrize("shape", ["slides", "poster"])
def test_no_word_of_another_script_leaves_its_box(tmp_path: Path, shape: Shape) -> None:
    files = []
    for language, text in _PLANS.items():
        files.append(tmp_path / f"{language}.pptx")
        files[-1].write_bytes(render_pptx(document(text, language, shape), THEME).content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    for file in files:
        subprocess.run(["pdftotext", "-bbox", file.with_suffix(".pdf"), file.with_suffix(".txt")], check=True)
        pages = file.with_suffix(".txt").read_text("utf-8").split("<page ")[1:]
        slides = Presentation(file).slides
        assert len(pages) == len(slides)
        strayed = [
            word for seen, slide in zip(pages, slides, strict=True) for word in outside(seen, list(boxes_of(slide)))
        ]
        assert strayed == [], file.stem
