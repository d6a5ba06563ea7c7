"""The lines of a PDF as a person with a ruler sees them; places in points from the top left corner of the sheet."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pymupdf


@dataclass(frozen=True)
class Line:
    """One line: its page from 1, its words, its base line, its edges, and the faces and sizes in it."""

    page: int
    text: str
    base: float
    left: float
    right: float
    faces: frozenset
    sizes: frozenset

    @property
    def bold(self):
        return all("Bold" in face for face in self.faces)

    @property
    def italic(self):
        return all(face.endswith(("It", "Ital", "Italic")) for face in self.faces)

    @property
    def middle(self):
        return (self.left + self.right) / 2


def lines_of(content):
    """All lines in reading order; what stands on one base line is one line."""
    found = []
    with pymupdf.open(stream=content, filetype="pdf") as file:
        for number, page in enumerate(file, 1):
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                if span["text"].strip()
            ]
            found += _lines(number, spans)
    return found


def rules_of(content, page):
    """The horizontal rules on a page: their heights from the top, sorted, each once."""
    with pymupdf.open(stream=content, filetype="pdf") as file:
        drawn = (item["rect"] for item in file[page - 1].get_drawings())
        return sorted({round(rect.y0) for rect in drawn if rect.width > 20 * max(rect.height, 0.5)})


def pitches(lines):
    """Distances between base lines that follow one another on one page."""
    return [round(b.base - a.base, 2) for a, b in itertools.pairwise(lines) if a.page == b.page]


def _lines(number, spans):
    spans.sort(key=lambda span: (round(span["origin"][1]), span["bbox"][0]))
    raised = {id(span) for span in spans if span["size"] < 9}
    bases = sorted({round(span["origin"][1], 1) for span in spans if id(span) not in raised})
    for base in (b for n, b in enumerate(bases) if n == 0 or b - bases[n - 1] > 1):
        on = [s for s in spans if abs(s["origin"][1] - base) < 1 or (id(s) in raised and 0 < base - s["origin"][1] < 8)]
        on.sort(key=lambda span: span["bbox"][0])
        flat = [span for span in on if id(span) not in raised]
        yield Line(
            number,
            "".join(span["text"] for span in on).replace("\u00a0", " ").strip(),
            flat[0]["origin"][1],
            min(span["bbox"][0] for span in on),
            max(span["bbox"][2] for span in on),
            frozenset(span["font"].replace("-", "") for span in flat),
            frozenset(round(span["size"], 1) for span in flat),
        )
