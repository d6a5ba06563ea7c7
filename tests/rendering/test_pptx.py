"""PowerPoint files, opened by python-pptx, an OOXML validator and LibreOffice."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pptx import Presentation

from careerdoc.document import Metadata, parse
from careerdoc.rendering import read_theme
from careerdoc.rendering.pptx import render
from careerdoc.source import Source
from tests.rendering.seen import CAN_BE_SEEN, shapes_of, words_outside

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

TIMELINE = """```figure timeline
{"entries": [{"label": "Get into a program", "text": "by June 2027", "start": null, "end": "2027-06-30",
"group": "short", "done": true}, {"label": "Pass the exam", "text": "2032", "start": "2032-01-01", "end": "2032-12-31",
"group": "long", "done": false}, {"label": "Some day", "text": ""}], "today": "2026-11-23",
"groups": {"short": "Short-term goals", "long": "Long-term goals"}}
```
"""
DECK = f"""# From helper to journeyman

::: byline
Marcus Bell

November 23, 2026
:::

## My goal

::: lead
Become a licensed journeyman electrician
:::

I worked for my [uncle](https://example.org/barns), *who* wires **barns**.

::: notes
Say why, as on [my page](https://example.org/me).
:::

## When it happens

{TIMELINE}

# Short-term goals {{.short}}

## Get into a program {{.short}}

::: when
by June 2027
:::

Nobody gets a license without the hours.

- [x] Finish Algebra 1
- [ ] Take the aptitude test
  - Ask for help

1. one
2. two

   more of two

3. three

## What could get in the way

| Challenge | What I will do |
|:---|---:|
| Algebra | tutoring |

![A barn](barn.png)

## Thank you {{.closing}}

Questions?
"""


def document(text, shape="slides", *, resources=None, settings_=None, **metadata):
    metadata = {"title": "Plan", "author": "Marcus Bell", "date": dt.date(2026, 11, 23), **metadata}
    return dataclasses.replace(
        parse(Source("plan.md", text)),
        shape=shape,
        metadata=Metadata(**metadata),
        resources=resources or {},
        settings=settings_ or {},
    )


def picture():
    stream = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(stream, "PNG")
    return stream.getvalue()


def opened(text, shape="slides", **more):
    return Presentation(io.BytesIO(render(document(text, shape, **more), THEME).content))


@pytest.fixture(scope="module")
def deck():
    return opened(DECK, resources={"barn.png": picture()})


def words(presentation):
    parts = []
    for slide in presentation.slides:
        for shape in shapes_of(slide.shapes):
            if shape.has_text_frame:
                parts.append(shape.text_frame.text.replace("\v", " "))
            if getattr(shape, "has_table", False) and shape.has_table:
                parts += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            parts.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(" ".join(parts).split())


# ── What is in a deck ────────────────────────────────────────────────────────────────────────────────────


def test_slides_have_our_layouts_and_their_own_titles(deck):
    found = [(slide.slide_layout.name, slide.shapes.title.text_frame.text) for slide in deck.slides]
    assert found == [
        ("Title", "From helper to journeyman"),
        ("Content", "My goal"),
        ("Drawing", "When it happens"),
        ("Section, short-term", "Short-term goals"),
        ("Content, short-term", "Get into a program"),
        ("Drawing", "What could get in the way"),
        ("Closing", "Thank you"),
    ]
    assert (deck.slide_width.inches, deck.slide_height.inches) == (pytest.approx(13.333, abs=0.01), 7.5)


def test_every_word_is_there(deck):
    text = words(deck)
    for word in (
        "Marcus Bell",
        "licensed",
        "barns",
        "Say why",
        "by June 2027",
        "Algebra 1",
        "Ask for help",
        "more of two",
    ):
        assert word in text
    for word in ("tutoring", "Questions?", "Get into a program", "Some day", "Short-term goals", "2032"):
        assert word in text


def test_text_stands_in_placeholders(deck):
    goal = deck.slides[4]
    body = next(shape for shape in goal.placeholders if shape.placeholder_format.idx == 1)
    assert [(p.text, p.level) for p in body.text_frame.paragraphs] == [
        ("Nobody gets a license without the hours.", 0),
        ("Finish Algebra 1", 0),
        ("Take the aptitude test", 0),
        ("Ask for help", 1),
        ("one", 0),
        ("two", 0),
        ("more of two", 1),
        ("three", 0),
    ]
    marks = [p._p.pPr.find(f"{A}buChar") for p in body.text_frame.paragraphs]
    assert [mark.get("char") if mark is not None else "" for mark in marks][:4] == ["", "\u2611", "\u2610", "\u2013"]
    numbers = [p._p.pPr.find(f"{A}buAutoNum") for p in body.text_frame.paragraphs]
    assert [n.get("startAt", "1") if n is not None else "" for n in numbers][4:] == ["1", "1", "", "1"]


def test_notes_links_tables_pictures_and_properties(deck):
    assert deck.slides[1].notes_slide.notes_text_frame.text.startswith("Say why")
    links = [run.hyperlink.address for shape in deck.slides[1].shapes if shape.has_text_frame
             for p in shape.text_frame.paragraphs for run in p.runs if run.hyperlink.address]  # fmt: skip
    assert links == ["https://example.org/barns"]
    table = next(shape.table for shape in deck.slides[5].shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == ["Algebra", "tutoring"]
    image = next(shape for shape in deck.slides[5].shapes if shape.shape_type == 13)
    assert image.width / image.height == pytest.approx(2, rel=0.01)
    assert (image.crop_left, image.crop_top) == (0, 0)
    assert image._element.nvPicPr.cNvPr.get("descr") == "A barn"
    core = deck.core_properties
    assert (core.title, core.author, core.language) == ("Plan", "Marcus Bell", "en")
    assert core.created.date() == core.modified.date() == dt.date(2026, 11, 23)


def test_the_timeline_is_a_described_group_of_shapes(deck):
    group = next(shape for shape in deck.slides[2].shapes if shape.shape_type == 6)
    assert "Pass the exam: 2032" in group._element.nvGrpSpPr.cNvPr.get("descr")
    assert len(list(group.shapes)) > 10


def test_the_look_is_the_themes(deck):
    part = deck.slide_masters[0].part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    xml = part.blob.decode()
    assert THEME.colors.primary.lstrip("#").upper() in xml
    assert 'typeface="Source Serif Pro"' in xml


def test_every_run_has_its_size_and_language(deck):
    for slide in deck.slides:
        for run in slide._element.iter(f"{A}rPr"):
            assert run.get("lang") == "en-US"
            assert int(run.get("sz")) >= 1100
    bodies = [shape for slide in deck.slides for shape in slide.placeholders if shape.placeholder_format.idx == 1]
    assert min(int(run.get("sz")) for body in bodies for run in body._element.iter(f"{A}rPr")) >= 1800


def test_text_from_right_to_left():
    presentation = opened("## خطة\n\n- [x] إنهاء الدورة\n- plain English\n\nA sentence in English.\n", language="ar")
    paragraphs = [p for slide in presentation.slides for p in slide._element.iter(f"{A}p")]
    found = {"".join(t.text for t in p.iter(f"{A}t")): p.find(f"{A}pPr") for p in paragraphs}
    assert (found["إنهاء الدورة"].get("rtl"), found["إنهاء الدورة"].get("algn")) == ("1", "r")
    assert (found["plain English"].get("rtl"), found["plain English"].get("algn")) == ("1", "r")
    assert (found["A sentence in English."].get("rtl"), found["A sentence in English."].get("algn")) == ("0", "l")


def test_outlines_have_outline_numerals():
    presentation = opened("# P\n\n1. About\n   1. Values\n      1. One\n", "outline")
    kinds = [node.get("type") for node in presentation.slides[1]._element.iter(f"{A}buAutoNum")]
    assert presentation.slides[1].shapes.title.text_frame.text == "I. About"
    assert kinds == ["alphaUcPeriod", "arabicPeriod"]


def test_only_safe_addresses_become_links():
    content = render(document("## A\n\n[a](https://a.b/?x=1&y=<2>) [m](mailto:a@b.c) [r](other.md)\n"), THEME).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        targets = re.findall(
            r'Target="([^"]+)" TargetMode="External"', archive.read("ppt/slides/_rels/slide2.xml.rels").decode()
        )
    assert sorted(target.split(":")[0] for target in targets) == ["https", "mailto"]


def test_missing_pictures_leave_their_words_and_a_finding():
    rendering = render(
        document("## A\n\n![my barn](barn.png)\n\n![bad](bad.png)\n", resources={"bad.png": b"no"}), THEME
    )
    assert [(finding.code, finding.span.line) for finding in rendering.findings] == [("CD031", 3), ("CD031", 5)]
    assert "my barn" in words(Presentation(io.BytesIO(rendering.content)))


# ── Posters ──────────────────────────────────────────────────────────────────────────────────────────────

POSTER = (
    "# Plan\n\n::: byline\nMarcus Bell\n:::\n\n::: lead\nBecome an electrician\n:::\n\n" + TIMELINE
    + "\n## About me\n\n- **Values:** steady pay\n\n"
    "## Short-term goals {.short}\n\n### Get in\n\n::: when\nby June\n:::\n\n"
    "- [ ] Take the test\n\n## Costs\n\n| Item | Cost |\n|---|---|\n| Tools | $450 |\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("size", "inches"), [("36x24in", (36, 24)), ("48x36in", (48, 36)), ("a1", (33.11, 23.39)), ("x", (36, 24))]
)
def test_a_poster_is_one_slide_of_its_size(size, inches):
    rendering = render(document(POSTER, "poster", settings_={"size": size}), THEME)
    presentation = Presentation(io.BytesIO(rendering.content))
    assert (presentation.slide_width.inches, presentation.slide_height.inches) == pytest.approx(inches, abs=0.01)
    [slide] = presentation.slides
    assert slide.shapes.title.text_frame.text == "Plan"
    for word in (
        "Marcus Bell",
        "Become an electrician",
        "steady pay",
        "Get in",
        "by June",
        "Take the test",
        "$450",
        "Pass the exam",
    ):
        assert word in words(presentation)
    assert [finding.code for finding in rendering.findings] == (["CD034"] if size == "x" else [])
    for shape in shapes_of(slide.shapes):
        assert shape.left >= 0
        assert shape.left + shape.width <= presentation.slide_width + 12700


# ── The file ─────────────────────────────────────────────────────────────────────────────────────────────

NASTY = {
    "empty": "",
    "rules": "---\n\n---\n",
    "title": "## " + "a title of very many words " * 30 + "\n\nx\n",
    "word": "## A\n\n" + "x" * 4000 + "\n",
    "paragraph": "## A\n\n" + "word " * 900 + "\n",
    "steps": "## A\n\n" + "- [ ] a step that is to be taken some day soon\n" * 60,
    "deep": "## A\n\n" + "- " * 22 + "deep\n",
    "wide": "## A\n\n" + "| column |" * 20 + "\n" + "|---|" * 20 + "\n" + "| cell and cell |" * 20 + "\n",
    "cell": "## A\n\n| a | b |\n|---|---|\n| c | " + "a sentence in a cell. " * 200 + "|\n",
    "item": "## A\n\n- item\n\n  | a | b |\n  |---|---|\n  | c | d |\n\n  > quoted\n\n  ```\n  code\n  ```\n",
    "figure": '```figure unknown\n{"a": ["one", {"b": "two"}]}\n```\n',
    "undated": '```figure timeline\n{"entries": [{"label": "Some day"}]}\n```\n',
    "crowded": "```figure timeline\n" + '{"entries": ['
    + ",".join(f'{{"label": "Entry number {n} of many", "end": "20{n}-01-01"}}' for n in range(20, 70)) + "]}\n```\n",
    "marks": "## *A* & <b> \\*\n\n***x*** ~~y~~ `<z>`  \nline[^1]\n\n[^1]: foot[^2]\n[^2]: again\n",
    "numbers": "999999999. a\n\n0. b\n",
    "script": "## 漢字のタイトル\n\n" + "日本語の長い文章です。" * 90 + "\n\nשלום עולם\n",
    "notes": "::: notes\n| a | b |\n|---|---|\n| c | d |\n\n![x](y.png)\n:::\n",
    "closing": "## Bye {.closing}\n\n" + "many words to say goodbye with " * 60 + "\n",
    "lead": "## A\n\n::: lead\n" + "a lead that goes on for ever " * 30 + "\n:::\n\n- x\n",
    "when": "## A\n\n::: when\n" + "some time in the future " * 12 + "\n:::\n\nx\n",
    "byline": "# A\n\n::: byline\n" + "Somebody\n\n" * 30 + ":::\n",
}  # fmt: skip


@pytest.mark.parametrize("shape", ["slides", "prose", "outline", "poster"])
@pytest.mark.parametrize("name", NASTY)
def test_anything_gives_a_sound_file(name, shape):
    content = render(document(NASTY[name], shape), THEME).content
    _sound(content)


_PIECES = st.sampled_from([*NASTY.values(), DECK, POSTER])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=60)), max_size=3), st.sampled_from(["slides", "poster"]))
def test_any_text_gives_a_sound_file(pieces, shape):
    text = "\n\n".join(pieces).encode("utf-8", "replace").decode().replace("\r", "\n").replace("\x00", "")
    _sound(render(document(text, shape), THEME).content)


def _sound(content):
    """Python-pptx opens it; ids, names and parts are what PowerPoint wants them to be."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        parts = {name for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"}
        assert parts == _reached(archive)
    presentation = Presentation(io.BytesIO(content))
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert max(Counter(titles).values()) == 1
    for slide in presentation.slides:
        shapes = list(shapes_of(slide.shapes))
        for key in ("shape_id", "name"):
            assert max(Counter(getattr(shape, key) for shape in shapes).values()) == 1
        bottom = presentation.slide_height + 12700
        assert all(shape.top >= 0 and shape.top + shape.height <= bottom for shape in shapes)


def _reached(archive):
    """The parts that relationships lead to from the package."""
    reached, pending = set(), [""]
    while pending:
        part = pending.pop()
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in archive.namelist():
            continue
        for relation in etree.fromstring(archive.read(rels)):
            if relation.get("TargetMode") == "External":
                continue
            path = Path("/") / folder / relation.get("Target")
            target = re.sub(r"[^/]+/\.\./", "", str(path)).lstrip("/")
            target = re.sub(r"[^/]+/\.\./", "", target)
            if target not in reached:
                reached.add(target)
                pending.append(target)
    return reached


def test_the_same_document_gives_the_same_bytes():
    for shape, text in (("slides", DECK), ("poster", POSTER)):
        first = render(document(text, shape), THEME).content
        assert render(document(text, shape), THEME).content == first
        undated = render(document(text, shape, date=None), THEME).content
        assert Presentation(io.BytesIO(undated)).core_properties.created.year == 1980


def test_the_validator_finds_no_more_than_in_a_stock_deck(tmp_path):
    from openxml_audit import validate_pptx

    stock = Presentation()
    stock.slides.add_slide(stock.slide_layouts[1]).notes_slide.notes_text_frame.text = "n"
    stock.save(tmp_path / "stock.pptx")
    allowed = {error.description for error in validate_pptx(tmp_path / "stock.pptx").errors}
    for name, text, shape in (
        ("deck", DECK, "slides"),
        ("poster", POSTER, "poster"),
        ("cell", NASTY["cell"], "slides"),
    ):
        file = tmp_path / f"{name}.pptx"
        file.write_bytes(render(document(text, shape, resources={"barn.png": picture()}), THEME).content)
        assert {error.description for error in validate_pptx(file).errors} <= allowed


# ── As it is seen ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(not CAN_BE_SEEN, reason="needs LibreOffice and poppler")
@pytest.mark.parametrize("shape", ["slides", "poster"])
def test_no_word_leaves_its_box(tmp_path, shape):
    text = POSTER
    if shape == "slides":
        kept = (
            "title",
            "paragraph",
            "steps",
            "deep",
            "wide",
            "cell",
            "item",
            "closing",
            "lead",
            "when",
            "crowded",
            "byline",
        )
        text = DECK + "\n\n" + "\n\n".join(NASTY[name] for name in kept)
    file = tmp_path / "deck.pptx"
    file.write_bytes(render(document(text, shape, resources={"barn.png": picture()}), THEME).content)
    assert words_outside(file, tmp_path) == []
