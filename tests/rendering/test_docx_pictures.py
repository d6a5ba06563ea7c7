"""Pictures in Word files: every kind that a phone, a scanner or a stranger may give."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Inches
from PIL import Image as Picture
from PIL import ImageFile

from careerdoc.document import Metadata
from tests.rendering.test_docx import THEME, document, render


def picture(form: str, size=(60, 30), mode="RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    Picture.new(mode, size).save(stream, form, **options)
    return stream.getvalue()


def turned() -> bytes:
    exif = Picture.Exif()
    exif[0x0112] = 6
    return picture("JPEG", exif=exif)


def without_head(jpeg: bytes) -> bytes:
    """As Adobe's programs write it: no JFIF segment."""
    return jpeg[:2] + jpeg[4 + int.from_bytes(jpeg[4:6], "big") :]


SHOWN = {
    "png": picture("PNG"),
    "palette": picture("PNG", mode="P"),
    "transparent": picture("PNG", mode="LA"),
    "one bit": picture("PNG", mode="1"),
    "sixteen bits": picture("PNG", mode="I;16"),
    "jpeg": picture("JPEG"),
    "grey jpeg": picture("JPEG", mode="L"),
    "print colours": picture("JPEG", mode="CMYK"),
    "jpeg without a head": without_head(picture("JPEG")),
    "held upright": turned(),
    "gif": picture("GIF", mode="P"),
    "animation": picture("GIF", mode="P", save_all=True, append_images=[Picture.new("P", (60, 30), 1)]),
    "webp": picture("WEBP"),
    "bmp": picture("BMP"),
    "tiff": picture("TIFF", compression="tiff_lzw"),
    "print tiff": picture("TIFF", mode="CMYK"),
    "one line": picture("PNG", size=(50_000, 1)),
    "one column": picture("PNG", size=(1, 20_000)),
    "density of nothing": picture("JPEG", dpi=(1, 1)),
}
NOT_SHOWN = {
    "nothing": (b"", "empty"),
    "words": (b"not a picture", "not a picture"),
    "cut short": (picture("PNG", size=(600, 600))[:200], "damaged"),
    "jpeg cut short": (picture("JPEG", size=(600, 600))[:700], "damaged"),
    "bomb": (picture("PNG", size=(13_200, 13_200), mode="1"), "million pixels"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
    "pdf": (b"%PDF-1.7", "PDF"),
}


def opened(content: bytes, text: str = "![bench](b.png)\n", **changes: object):
    rendering = render(document(text, resources={"b.png": content}, **changes), THEME)
    return rendering, docx.Document(io.BytesIO(rendering.content))


def media(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]


@pytest.mark.parametrize("content", SHOWN.values(), ids=SHOWN)
def test_every_usual_kind_is_shown(content: bytes) -> None:
    rendering, word = opened(content)
    assert not rendering.findings
    shape = word.inline_shapes[0]
    assert 0 < shape.width <= Inches(6.6)
    assert 0 < shape.height <= Inches(9)
    with Picture.open(io.BytesIO(media(rendering.content)[0])) as shown:
        shown.load()
        assert shown.format in {"PNG", "JPEG", "GIF"}
        assert shown.mode != "CMYK"


@pytest.mark.parametrize(("content", "told"), NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_cannot_be_shown_is_its_description_and_a_finding(content: bytes, told: str) -> None:
    rendering, word = opened(content)
    (finding,) = rendering.findings
    assert finding.code == "CD031"
    assert told in finding.message
    assert finding.hint
    assert word.paragraphs[0].text == "bench"
    assert not media(rendering.content)


def test_a_picture_cut_short_is_refused_though_another_library_has_pillow_fill_it(monkeypatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # what importing WeasyPrint does
    (finding,) = opened(picture("JPEG", size=(400, 400))[:-900])[0].findings
    assert finding.code == "CD031"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def test_a_picture_of_a_phone_stands_upright() -> None:
    rendering, word = opened(SHOWN["held upright"])
    shape = word.inline_shapes[0]
    assert shape.height == 2 * shape.width
    with Picture.open(io.BytesIO(media(rendering.content)[0])) as shown:
        assert shown.size == (30, 60)


def test_an_animation_keeps_moving() -> None:
    assert media(opened(SHOWN["animation"])[0].content) == [SHOWN["animation"]]


def test_a_large_photograph_is_made_as_fine_as_print_needs() -> None:
    content = picture("JPEG", size=(6000, 4000))
    shown = media(opened(content)[0].content)[0]
    with Picture.open(io.BytesIO(shown)) as small:
        assert 1200 < small.width < 2000
        assert abs(small.width / small.height - 1.5) < 0.01


CAPTIONED = '![The bench](b.png "My bench in May")\n\ntext\n\n![It again](b.png "In June")\n'


def test_a_title_becomes_a_caption_that_word_counts() -> None:
    _, word = opened(SHOWN["png"], CAPTIONED)
    captions = [p for p in word.paragraphs if p.style.name == "Caption"]
    assert [p.text for p in captions] == ["Figure 1. My bench in May", "Figure 2. In June"]
    assert all("SEQ Figure" in p._p.xml for p in captions)
    before = captions[0]._p.getprevious()
    assert before.find(f".//{qn('wp:docPr')}").get("descr") == "The bench"
    assert before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_captions_are_in_the_documents_language() -> None:
    _, word = opened(SHOWN["png"], CAPTIONED, metadata=Metadata(language="es"))
    assert word.paragraphs[1].text == "Figura 1. My bench in May"


@pytest.mark.parametrize("text", ["Table: What it costs\n\n{}", "{}\n: What it costs\n", "{}\nTable: What it costs\n"])
def test_a_tables_caption_stands_above_it(text: str) -> None:
    _, word = opened(b"", text.format("| a | b |\n| --- | --- |\n| c | d |\n"))
    (caption,) = [p for p in word.paragraphs if p.style.name == "Caption"]
    assert caption.text == "Table 1. What it costs"
    assert caption.paragraph_format.keep_with_next
    assert caption._p.getnext().tag == qn("w:tbl")


def test_a_table_of_contents_and_other_words_with_a_colon_are_no_captions() -> None:
    _, word = opened(b"", "Costs: about $300\n\n| a |\n| --- |\n| c |\n")
    assert not [p for p in word.paragraphs if p.style.name == "Caption"]
