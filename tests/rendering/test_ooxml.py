"""What Word and PowerPoint files share: packing without anything that varies, and text that XML can hold."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from careerdoc.rendering.ooxml import clean, repack

CORE = b"<c><dcterms:created t='x'>2031-01-01T10:11:12Z</dcterms:created><cp:lastPrinted>now</cp:lastPrinted></c>"


def package(files: dict[str, bytes], date: tuple[int, ...]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, date), content)
    return stream.getvalue()


FILES = {"word/b.xml": b"<b/>", "docProps/core.xml": CORE, "[Content_Types].xml": b"<t/>", "word/a.png": b"png"}


def test_order_and_dates_make_no_difference() -> None:
    backwards = dict(reversed(FILES.items()))
    first = repack(package(FILES, (2020, 1, 2, 3, 4, 6)), dt.date(2026, 11, 23))
    assert first == repack(package(backwards, (2031, 5, 6, 7, 8, 10)), dt.date(2026, 11, 23))


def test_content_types_come_first_and_moments_are_the_documents() -> None:
    with zipfile.ZipFile(io.BytesIO(repack(package(FILES, (2020, 1, 2, 3, 4, 6)), dt.date(2026, 11, 23)))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.read("docProps/core.xml").count(b"2026-11-23T00:00:00Z") == 2
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        assert archive.read("word/b.xml") == b"<b/>"


def test_workbooks_inside_are_packed_anew_too() -> None:
    inner = package({"docProps/core.xml": CORE}, (2020, 1, 2, 3, 4, 6))
    with zipfile.ZipFile(io.BytesIO(repack(package({"e/a.xlsx": inner}, (2020, 1, 1, 0, 0, 0)), None))) as archive:
        workbook = zipfile.ZipFile(io.BytesIO(archive.read("e/a.xlsx")))
    assert b"1980-01-01" in workbook.read("docProps/core.xml")


def test_parts_can_be_given_in_place() -> None:
    content = repack(package(FILES, (2020, 1, 1, 0, 0, 0)), None, {"word/a.png": b"other"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("word/a.png") == b"other"


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_can_stand_in_xml(text: str) -> None:
    element = etree.Element("a")
    element.text = clean(text)
    assert clean(clean(text)) == clean(text)
