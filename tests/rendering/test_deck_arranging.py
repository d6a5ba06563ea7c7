"""What stands side by side on slides: columns, pictures beside text, pictures in a grid, and text set large."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image
from pptx import Presentation

from careerdoc.document import Metadata, parse
from careerdoc.rendering import read_theme
from careerdoc.rendering.deck import deck_of, grid
from careerdoc.rendering.html import render as render_html
from careerdoc.rendering.pptx import render
from careerdoc.source import Source
from tests.conftest import ROOT
from tests.rendering.seen import CAN_BE_SEEN, shapes_of, words_outside

HARBOR = ROOT / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {"theme.yaml": (HARBOR / "theme.yaml").read_bytes()}, place="harbor")


def png(width: int, height: int, color: str = "navy", **options) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), color).save(stream, "JPEG" if options else "PNG", **options)
    return stream.getvalue()


PICTURES = {"wide.png": png(800, 400), "high.png": png(300, 600, "maroon"), "square.png": png(500, 500, "teal")}


def document(text: str, language: str = "en"):
    parsed = parse(Source("deck.md", text))
    metadata = Metadata(title="T", language=language)
    return dataclasses.replace(parsed, metadata=metadata, shape="slides", resources=PICTURES)


def slide(text: str, language: str = "en"):
    return Presentation(io.BytesIO(render(document(text, language), THEME).content)).slides[-1]


def boxes(text: str, *words: str, language: str = "en") -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of the shapes that hold words, in points."""
    shapes = list(shapes_of(slide(text, language).shapes))
    found = [next(one for one in shapes if one.has_text_frame and word in one.text_frame.text) for word in words]
    return [tuple(v / 12700 for v in (s.left, s.top, s.left + s.width, s.top + s.height)) for s in found]


TWO = "## A\n\n::: columns\n::: {.column width=30%}\nApples\n:::\n::: column\nPears\n:::\n:::\n"


def test_columns_stand_side_by_side_as_wide_as_they_say():
    (left, top, right, _), (left2, top2, right2, _) = boxes(TWO, "Apples", "Pears")
    assert top == top2
    assert right + 28 == pytest.approx(left2, abs=0.1)
    assert (right - left) / (right2 - left2) == pytest.approx(3 / 7, abs=0.01)


def test_columns_of_a_deck_from_right_to_left_begin_at_the_right():
    one, other = boxes(TWO.replace("Apples", "تفاح").replace("Pears", "كمثرى"), "تفاح", "كمثرى", language="ar")
    assert one[0] > other[2]


def test_a_heading_parts_its_list_in_halves():
    one, other = boxes("## A {.columns}\n\n1. One\n2. Two\n3. Three\n", "One", "Three")
    assert one[2] < other[0]
    assert 'startAt="3"' in slide("## A {.columns}\n\n1. One\n2. Two\n3. Three\n")._element.xml


def test_columns_that_are_too_full_go_on_below_one_another():
    long = "Word after word. " * 150
    text = f"## A\n\n::: columns\n::: column\n{long}\n:::\n::: column\nPears\n:::\n:::\n"
    rendering = render(document(text), THEME)
    assert "CD060" in [finding.code for finding in rendering.findings]
    assert "Pears" in Presentation(io.BytesIO(rendering.content)).slides[-1].shapes[1].text_frame.text


def test_a_picture_stands_beside_text_and_before_it_where_it_comes_first():
    def sides(text: str) -> tuple[float, float]:
        shapes = list(slide(text).shapes)
        picture = next(one for one in shapes if one.shape_type == 13)
        words = next(one for one in shapes if one.has_text_frame and "Early" in one.text_frame.text)
        return picture.left, words.left

    picture, words = sides("## A\n\nEarly.\n\n![Barn](high.png)\n")
    assert words < picture
    picture, words = sides("## A\n\n![Barn](high.png)\n\nEarly.\n")
    assert picture < words


def test_pictures_stand_in_a_grid_whole_and_apart():
    text = "## A\n\n![one](wide.png)\n\n![two](high.png)\n\n![three](square.png)\n\n![four](wide.png)\n"
    shapes = [one for one in slide(text).shapes if one.shape_type == 13]
    assert [one._element.nvPicPr.cNvPr.get("descr") for one in shapes] == ["one", "two", "three", "four"]
    for one, name in zip(shapes, ("wide", "high", "square", "wide"), strict=True):
        wide, high = Image.open(io.BytesIO(PICTURES[f"{name}.png"])).size
        assert one.width / one.height == pytest.approx(wide / high, rel=0.01)
        assert one.crop_left == one.crop_top == 0
    for n, one in enumerate(shapes):
        for other in shapes[n + 1 :]:
            across = one.left < other.left + other.width and other.left < one.left + one.width
            down = one.top < other.top + other.height and other.top < one.top + one.height
            assert not (across and down)


def test_several_pictures_of_a_slide_are_parts_of_their_own():
    content = render(document("## A\n\n![one](wide.png)\n\n![two](high.png)\n"), THEME).content
    import zipfile

    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("ppt/media/") for name in names) == 2


def test_a_photograph_is_turned_upright_and_made_smaller():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned, large = png(600, 300, exif=exif), png(8000, 3000)
    made = dataclasses.replace(
        document("## A\n\n![Barn](barn.jpg)\n\n![Field](field.png)\n"),
        resources={"barn.jpg": turned, "field.png": large},
    )
    shapes = Presentation(io.BytesIO(render(made, THEME).content)).slides[-1].shapes
    barn, field = (one for one in shapes if one.shape_type == 13)
    assert barn.height > barn.width
    assert field.width > field.height
    assert field.image.size[0] < 3000


def test_a_big_number_and_a_quotation_are_large():
    text = "## A\n\n::: big-number\n194,500\n\nopenings a year\n:::\n\n::: quotation\nShe sat down.\n:::\n"
    sizes = {run.text: run.font.size.pt for p in slide(text).placeholders[1].text_frame.paragraphs for run in p.runs}
    assert sizes["194,500"] == 3 * sizes["openings a year"]
    assert sizes["She sat down."] > sizes["openings a year"]


def test_a_heading_makes_a_section_of_its_slide():
    deck = deck_of(document("## A\n\nOne\n\n## B {.section}\n"))
    assert [one.kind for one in deck.slides] == ["title", "content", "section"]


@pytest.mark.parametrize(
    ("count", "wide", "expected"), [(2, 1.5, (2, 1)), (2, 4.0, (1, 2)), (4, 1.5, (2, 2)), (3, 0.5, (3, 1))]
)
def test_a_grid_makes_pictures_as_large_as_can_be(count, wide, expected):
    assert grid(count, 800, 330, wide) == expected


def test_html_has_the_same_columns():
    text = render_html(document(TWO), THEME).content.decode()
    assert text.count('class="column ') == 2
    assert '<div class="columns">' in text


@pytest.mark.skipif(not CAN_BE_SEEN, reason="needs LibreOffice and poppler")
def test_no_word_leaves_its_column(tmp_path):
    long = "- Ask two people who know my work for letters of recommendation by the end of May\n" * 4
    text = TWO.replace("Apples", long).replace("Pears", "| Item | About |\n| --- | --- |\n| Books | $400 |\n")
    file = tmp_path / "deck.pptx"
    file.write_bytes(render(document(text), THEME).content)
    assert words_outside(file, tmp_path) == []
