"""What the manuals of the APA (7th edition) and the MLA (9th) ask of a paper, measured on its PDF.

Each rule has its section in its name and a line in docs/papers.md; the two lists are held against one another.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from careerdoc.document import Metadata, parse
from careerdoc.rendering import read_theme
from careerdoc.rendering.measure import line_height
from careerdoc.rendering.pdf import render
from careerdoc.source import Source
from tests.conftest import ROOT
from tests.rendering.papers.lines import lines_of, pitches, rules_of

PAPERS = Path(__file__).parent / "papers"
INCH = 72
LEFT, RIGHT, MIDDLE = INCH, 612 - INCH, 306
HALF = LEFT + 36
NEAR = pytest.approx
TITLE = "From Warehouse Associate to Registered Nurse: A Career Plan in Three Steps"
CHECKS = {}


@cache
def theme(style):
    folder = ROOT / "templates" / "themes" / style
    return read_theme(style, {file.name: file.read_bytes() for file in folder.iterdir()}, place=style)


@cache
def document(style):
    parsed = parse(Source(f"{style}.md", (PAPERS / f"{style}.md").read_text("utf-8")))
    return dataclasses.replace(parsed, metadata=Metadata(title=TITLE, author="Rosa M. Delgado"))


@cache
def content(style, engine):
    set_by = dataclasses.replace(document(style), settings=MappingProxyType({"pdf-engine": engine}))
    return render(set_by, theme(style)).content


class Paper:
    """A paper and how to find a line of it."""

    def __init__(self, style, engine):
        self.content = content(style, engine)
        self.lines = lines_of(self.content)
        self.pitch = 2 * line_height(theme(style).body, 12)
        self.body = [line for line in self.lines if INCH < line.base < 792 - INCH]
        self.has_title_page = style == "apa"
        self.heads = [line for line in self.lines if line.base <= INCH]

    def line(self, start, page=0):
        return next(line for line in self.body if line.text.startswith(start) and (not page or line.page == page))

    def after(self, line):
        return self.body[self.body.index(line) + 1]

    def before(self, line):
        return self.body[self.body.index(line) - 1]


def rule(name):
    """Register a check under ``style section what``."""

    def registered(check):
        CHECKS[name] = check
        return check

    return registered


def in_both(apa, mla):
    """Register one check under its name in either manual."""

    def registered(check):
        CHECKS[apa] = CHECKS[mla] = check
        return check

    return registered


# ── both manuals ─────────────────────────────────────────────────────────────────────────────────────────


@in_both("apa 2.22 margins", "mla 1.1 margins")
def margins(paper):
    assert min(line.left for line in paper.body) == NEAR(LEFT, abs=0.1)
    assert max(line.right for line in paper.lines) <= RIGHT + 0.1
    assert all(INCH < line.base <= 792 - INCH for line in paper.body)


@in_both("apa 2.19 font", "mla 1.2 font")
def font(paper):
    note = next(line for line in paper.body if "The form asks" in line.text)
    notes = [*(line for line in paper.body if "The median" in line.text), note, paper.after(note)]
    assert {size for line in paper.lines if line not in notes for size in line.sizes} == {12.0}
    assert all(face.startswith("LiberationSerif") for line in paper.lines for face in line.faces)


@in_both("apa 2.21 double spacing", "mla 1.2 double spacing")
def double_spacing(paper):
    notes = [line for line in paper.body if line.text[:2] in {"1.", "2."} and line.left == NEAR(LEFT, abs=0.1)]
    first_of_notes = {note.page: note.base for note in notes}
    text = [line for line in paper.body if line.base < first_of_notes.get(line.page, 792)]
    found = pitches(text)
    in_table = [pitch for pitch in found if pitch != NEAR(paper.pitch, abs=0.05)]
    allowed = [NEAR(paper.pitch + 0.75, abs=0.05)] * 3 + [NEAR(2 * paper.pitch, abs=0.05)] * paper.has_title_page
    assert in_table == sorted(allowed, key=lambda one: -one.expected)
    assert paper.pitch == NEAR(27.6, abs=0.1), "two lines of Times New Roman 12, as word processors set them"


@in_both("apa 2.23 alignment", "mla 1.2 alignment")
def alignment(paper):
    ends = {round(line.right) for line in paper.body if line.left == NEAR(LEFT, abs=0.1)}
    assert len(ends) > 5, "the right edge is ragged"
    assert not any(re.search(r"[^\W\d]-$", line.text) for line in paper.body), "no word is divided"


@in_both("apa 2.24 indentation", "mla 1.2 indentation")
def indentation(paper):
    for first in ("I have worked nights", "The second paragraph", "The choice fits", "My interests", "The grant has"):
        assert paper.line(first).left == NEAR(HALF, abs=0.1)
        if not first.startswith("The second"):
            assert paper.after(paper.line(first)).left in (NEAR(LEFT, abs=0.1), NEAR(LEFT + 18, abs=8))


@in_both("apa 8.27 block quotation", "mla 6.35 block quotation")
def block_quotation(paper):
    first = paper.line("You do not need")
    second = paper.after(first)
    assert first.left == NEAR(HALF, abs=0.1)
    assert second.left == NEAR(HALF, abs=0.1)
    assert second.base - first.base == NEAR(paper.pitch, abs=0.1)
    assert not first.italic
    assert "“" not in first.text
    assert paper.line("And then you go home").left == NEAR(HALF + 36, abs=0.1), "its further paragraphs are indented"


@in_both("apa 9.43 hanging indent", "mla 1.6 hanging indent")
def hanging_indent(paper):
    first = paper.line("Bureau of Labor")
    assert first.left == NEAR(LEFT, abs=0.1)
    assert paper.after(first).left == NEAR(HALF, abs=0.1)
    assert paper.line("National Council").base - paper.after(first).base == NEAR(paper.pitch, abs=0.1)


@in_both("apa 2.13 footnotes", "mla 1.2 footnotes")
def footnotes(paper):
    note, mark = paper.line("1. The median wage"), paper.line("every county")
    assert note.page == mark.page
    assert note.base > 792 - INCH - 3 * paper.pitch


@in_both("apa 7.17 rules of tables", "mla 1.7 rules of tables")
def rules_of_tables(paper):
    heads, last = paper.line("Item"), paper.line("Licensing examination")
    drawn = rules_of(paper.content, heads.page)
    assert len(drawn) == 3, "above, below, and under the heads of columns"
    assert drawn[0] < heads.base - 8 < heads.base < drawn[1] < last.base < drawn[2]


@in_both("apa 7.10 number and title of a table", "mla 1.7 number and title of a table")
def number_of_table(paper):
    number, title = paper.line("Table 1"), paper.line("Costs of the Program")
    assert paper.after(number) == title
    assert number.bold
    assert title.italic
    assert (number.left, title.left) == (NEAR(LEFT, abs=0.1), NEAR(LEFT, abs=0.1))


# ── APA ──────────────────────────────────────────────────────────────────────────────────────────────────


@rule("apa 2.3 title page")
def title_page(paper):
    title, *rest = [line for line in paper.body if line.page == 1]
    assert title.text == TITLE
    assert title.bold
    top = INCH + 3 * paper.pitch
    assert top < title.base < top + paper.pitch
    assert rest[0].base - title.base == NEAR(2 * paper.pitch, abs=0.2), "a line between the title and the author"
    assert [line.text for line in rest][-1] == "November 23, 2026"
    assert len(rest) == 5
    assert pitches(rest) == [NEAR(paper.pitch, abs=0.1)] * (len(rest) - 1)
    assert all(line.middle == NEAR(MIDDLE, abs=1) for line in (title, *rest))
    assert not any(line.bold or line.italic for line in rest)


@rule("apa 2.18 page number")
def page_number(paper):
    assert [head.text for head in paper.heads] == ["1", "2", "3", "4"]
    assert all(head.right == NEAR(RIGHT, abs=0.1) for head in paper.heads)
    assert all(36 < head.base < 36 + 14 for head in paper.heads)


@rule("apa 2.11 title above the text")
def title_above_text(paper):
    title = paper.line(TITLE, page=2)
    assert paper.body[paper.body.index(title) - 1].page == 1
    assert title.bold
    assert title.middle == NEAR(MIDDLE, abs=1)


@rule("apa 2.27 heading level 1")
def heading_1(paper):
    heading = paper.line("Choosing the Career")
    assert (heading.bold, heading.italic) == (True, False)
    assert heading.middle == NEAR(MIDDLE, abs=1)


@rule("apa 2.27 heading level 2")
def heading_2(paper):
    heading = paper.line("Work That Fits")
    assert (heading.bold, heading.italic) == (True, False)
    assert heading.left == NEAR(LEFT, abs=0.1)


@rule("apa 2.27 heading level 3")
def heading_3(paper):
    heading = paper.line("What I Have Done")
    assert (heading.bold, heading.italic) == (True, True)
    assert heading.left == NEAR(LEFT, abs=0.1)


@rule("apa 2.27 heading level 4")
def heading_4(paper):
    line = paper.line("At the clinic. I took")
    assert line.left == NEAR(HALF, abs=0.1)
    assert line.faces == {"LiberationSerifBold", "LiberationSerif"}
    assert paper.after(line).left == NEAR(LEFT, abs=0.1)


@rule("apa 2.27 heading level 5")
def heading_5(paper):
    line = paper.line("Night shifts. I worked")
    assert line.left == NEAR(HALF, abs=0.1)
    assert any("BoldIt" in face for face in line.faces)


@rule("apa 2.12 references")
def references(paper):
    heading = paper.line("References")
    assert heading == next(line for line in paper.body if line.page == heading.page), "a page of its own"
    assert heading.bold
    assert heading.middle == NEAR(MIDDLE, abs=1)


@rule("apa 6.51 lists")
def lists(paper):
    first = next(line for line in paper.body if line.text.endswith("Ask for the fee waiver."))
    assert LEFT < first.left < HALF
    assert paper.after(first).base - first.base == NEAR(paper.pitch, abs=0.1)


@rule("apa 7.14 note of a table")
def note_of_table(paper):
    note = paper.line("Note. Figures")
    assert note.left == NEAR(LEFT, abs=0.1)


# ── MLA ──────────────────────────────────────────────────────────────────────────────────────────────────


@rule("mla 1.3 heading block")
def heading_block(paper):
    first = paper.body[:4]
    assert [line.text for line in first] == ["Rosa M. Delgado", "Professor Park", "English 101", "23 November 2026"]
    assert all(line.left == NEAR(LEFT, abs=0.1) for line in first)
    assert pitches(first) == [NEAR(paper.pitch, abs=0.1)] * (len(first) - 1)
    assert first[0].base < INCH + paper.pitch


@rule("mla 1.3 title")
def title(paper):
    found = paper.body[4]
    assert found.text == TITLE
    assert (found.bold, found.italic) == (False, False)
    assert found.middle == NEAR(MIDDLE, abs=1)
    assert found.base - paper.body[3].base == NEAR(paper.pitch, abs=0.1)
    assert paper.body[5].base - found.base == NEAR(paper.pitch, abs=0.1)


@rule("mla 1.4 running head")
def running_head(paper):
    assert [head.text for head in paper.heads] == [f"Delgado {n}" for n in range(1, len(paper.heads) + 1)]
    assert len(paper.heads) == paper.lines[-1].page
    assert all(head.right == NEAR(RIGHT, abs=0.1) for head in paper.heads)
    assert all(36 < head.base < 36 + 14 for head in paper.heads)


@rule("mla 1.5 headings")
def headings(paper):
    one, two, three = map(paper.line, ("Choosing the Career", "Work That Fits", "What I Have Done"))
    assert (one.bold, one.italic, one.left) == (True, False, NEAR(LEFT, abs=0.1))
    assert (two.bold, two.italic, two.left) == (False, True, NEAR(LEFT, abs=0.1))
    assert (three.bold, three.middle) == (True, NEAR(MIDDLE, abs=1))
    assert not any(line.text.endswith(".") for line in (one, two, three, paper.line("Night shifts")))


@rule("mla 1.6 works cited")
def works_cited(paper):
    heading = paper.line("Works Cited")
    assert heading == next(line for line in paper.body if line.page == heading.page), "a page of its own"
    assert not heading.bold
    assert heading.middle == NEAR(MIDDLE, abs=1)


# ── the tests ────────────────────────────────────────────────────────────────────────────────────────────

_AT_FOOT = {name for name in CHECKS if name.endswith("footnotes")}
"""PlutoPrint has no footnotes at the foot of a page; they stand before the references."""


@pytest.mark.parametrize("engine", ["weasyprint", "plutoprint"])
@pytest.mark.parametrize("name", CHECKS)
def test_rule(name, engine):
    if engine == "plutoprint" and name in _AT_FOOT:
        pytest.skip("not at the foot of the page")
    CHECKS[name](Paper(name.split()[0], engine))


def test_every_rule_is_told_and_every_rule_told_is_tested():
    told = re.findall(r"^\| `((?:apa|mla) [^`]+)` \|", (ROOT / "docs" / "papers.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(CHECKS)
