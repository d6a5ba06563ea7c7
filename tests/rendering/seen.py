"""Presentations as another program shows them: where LibreOffice sets each word, beside the boxes of the slide."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CAN_BE_SEEN = bool(shutil.which("soffice") and shutil.which("pdftotext"))

_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_EDGE = 4.0
"""Points that a word may stand over an edge: italics lean, and outlines round."""


def shapes_of(shapes):
    """All shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes_of(shape.shapes)


def words_outside(file: Path, folder: Path) -> list[tuple[int, str]]:
    """Number of the slide and word of each word that stands in no box of its slide nor of its layout."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    boxes = folder / "boxes.txt"
    subprocess.run(["pdftotext", "-bbox", folder / f"{file.stem}.pdf", boxes], check=True)
    pages = boxes.read_text().split("<page ")[1:]
    presentation = Presentation(file)
    assert len(pages) == len(presentation.slides)
    found = []
    for number, (page, slide) in enumerate(zip(pages, presentation.slides, strict=True), 1):
        drawn = [*boxes_of(slide), *_drawn(slide.slide_layout), *_drawn(slide.slide_layout.slide_master)]
        found += [(number, word) for word in outside(page, drawn)]
    return found


def boxes_of(slide) -> Iterator[tuple[float, ...]]:
    for shape in shapes_of(slide.shapes):
        if (
            (shape.has_text_frame and shape.text_frame.text.strip())
            or getattr(shape, "has_table", False)
            or getattr(shape, "has_chart", False)
        ):
            yield _box(shape)


def _drawn(layout) -> Iterator[tuple[float, ...]]:
    """Words that a layout or master draws itself."""
    for shape in shapes_of(layout.shapes):
        if not shape.is_placeholder and shape.has_text_frame and shape.text_frame.text.strip():
            yield _box(shape)


def _box(shape) -> tuple[float, ...]:
    left, top = shape.left / 12700, shape.top / 12700
    return left, top, left + shape.width / 12700, top + shape.height / 12700


def outside(page: str, boxes: list[tuple[float, ...]]) -> Iterator[str]:
    """Words that stand in no shape's box; a line's ascent and descent may reach a little over its edge."""
    for match in _WORD.finditer(page):
        x0, y0, x1, y1 = map(float, match.groups()[:4])
        slack = (y1 - y0) * 0.15
        if not any(
            a - _EDGE <= x0 and x1 <= c + _EDGE and b - _EDGE <= y0 + slack and y1 - slack <= d + _EDGE
            for a, b, c, d in boxes
        ):
            yield match[5]
