"""What a careful typesetter would do: what stands together, what is divided, where pages end."""

from __future__ import annotations

import dataclasses
import io
import os
import subprocess
import sys
from types import MappingProxyType

import pypdf
import pytest

from careerdoc.document import Metadata, parse
from careerdoc.rendering.pdf import render
from careerdoc.source import Source
from tests.rendering.papers.lines import lines_of
from tests.rendering.test_papers import theme

FILLING = "Some words that fill a line of this page and no more than that.\n\n"
ENGINES = ["weasyprint", "plutoprint"]


def made(text, engine="weasyprint", style="harbor", language="en"):
    document = dataclasses.replace(
        parse(Source("plan.md", text)),
        metadata=Metadata(title="T", author="Ana Cruz", subject="A plan", language=language),
        settings=MappingProxyType({"pdf-engine": engine}),
    )
    return render(document, theme(style)).content


def page_of(lines, start):
    return next(line.page for line in lines if line.text.lstrip("•1. ").startswith(start))


def over_a_page(text):
    """The text at every height of a page, so that the page's end comes between any two of its lines."""
    for count in range(16, 28):
        yield lines_of(made(FILLING * count + text))


def test_a_heading_stands_with_what_follows_it():
    for lines in over_a_page("## A heading\n\nThe paragraph under it.\n"):
        assert page_of(lines, "A heading") == page_of(lines, "The paragraph")


def test_a_lead_in_stands_with_its_list_and_no_item_stands_alone():
    for lines in over_a_page("These are the steps:\n\n- First\n- Second\n- Third\n- Fourth\n"):
        assert page_of(lines, "These are") == page_of(lines, "First") == page_of(lines, "Second")
        assert page_of(lines, "Third") == page_of(lines, "Fourth")


def test_a_caption_its_table_and_its_note_stand_together():
    text = "**Table 1**\n\n*Costs*\n\n| Item | Cost |\n|---|---|\n| Tuition | 10 |\n| Books | 20 |\n\n*Note.* As of 2026.\n"
    for lines in over_a_page(text):
        assert len({page_of(lines, start) for start in ("Table 1", "Costs", "Item", "Books", "Note.")}) == 1


def test_the_last_paragraph_does_not_stand_alone():
    for lines in over_a_page("The last but one.\n\nThe very last.\n"):
        assert page_of(lines, "The last but") == page_of(lines, "The very last")


def test_no_line_of_a_paragraph_stands_alone():
    sentence = "Line after line this paragraph goes on, so that it takes four of them on the page of a plan. " * 4
    for lines in over_a_page(f"{sentence}\n\nEnd of it.\n\nEnd of all.\n"):
        at = [line.page for line in lines if "paragraph" in line.text or "plan" in line.text]
        assert all(at.count(page) != 1 for page in set(at))


# ── dividing words ───────────────────────────────────────────────────────────────────────────────────────

LONG = "Die Berufsunfähigkeitsversicherungsgesellschaft und die Krankenpflegehilfeausbildungsverordnung gelten. "


def divided(content):
    return [line.text for line in lines_of(content) if line.text.endswith("-")]


def test_words_are_divided_where_lines_would_be_very_short():
    assert divided(made(LONG * 6, language="de"))


@pytest.mark.parametrize("style", ["apa", "mla"])
def test_no_word_of_a_paper_is_divided(style):
    assert not divided(made(LONG * 6, language="de", style=style))


def test_no_word_of_a_heading_or_a_table_is_divided():
    assert not divided(made(f"## {LONG * 3}\n\n| A | B |\n|---|---|\n| {LONG} | b |\n", language="de"))


def test_english_of_usual_words_is_hardly_divided():
    text = "The people who work here have plans of their own and take them one step at a time. " * 40
    assert len(divided(made(text))) <= 1


# ── notes, contents, links ───────────────────────────────────────────────────────────────────────────────


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it():
    lines = lines_of(made(f"Called here.[^1]\n\n{FILLING * 60}\n\n[^1]: The note itself.\n"))
    (note,) = [line for line in lines if "The note itself" in line.text]
    assert note.page == 1
    assert note.base > 680


def test_notes_at_the_end_stand_before_the_references():
    text = "Text.[^1]\n\n## References {.references}\n\n::: references\nA work.\n:::\n\n[^1]: The note.\n"
    found = [line.text for line in lines_of(made(text, "plutoprint"))]
    assert found.index("References") > next(n for n, words in enumerate(found) if "The note." in words)


@pytest.mark.parametrize("engine", ENGINES)
def test_contents_list_the_headings_as_links(engine):
    content = made(f"# T\n\n::: toc\n:::\n\n## First\n\n{FILLING * 40}\n\n## Second\n\nb\n\n## Second\n\nc\n", engine)
    reader = pypdf.PdfReader(io.BytesIO(content))
    links = [
        note.get_object() for note in reader.pages[0].get("/Annots", ()) if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= 3
    said = "".join(reader.pages[0].extract_text().split())
    assert "First" in said
    if engine == "weasyprint":
        assert said.count("Second....") == 2


def test_bookmarks_name_headings_that_run_in():
    reader = pypdf.PdfReader(
        io.BytesIO(made("# T\n\n## A\n\n### B\n\n#### C\n\n##### At home\n\nText.\n", style="apa"))
    )
    assert [reader.outline[0].title] == ["T"]
    assert "At home." in str(reader.outline)


def test_a_remark_for_the_instructor_is_not_shown():
    assert "for you" not in " ".join(line.text for line in lines_of(made("a\n\n::: comment\nfor you\n:::\n\nb")))


# ── the file itself ──────────────────────────────────────────────────────────────────────────────────────


def test_a_file_tells_what_it_is():
    reader = pypdf.PdfReader(io.BytesIO(made("# T", language="es")))
    root = reader.trailer["/Root"]
    assert (reader.metadata.title, reader.metadata.author, reader.metadata.subject) == ("T", "Ana Cruz", "A plan")
    assert root["/Lang"] == "es"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


PROGRAM = """
import hashlib
from tests.rendering.test_papers import content
print([hashlib.sha256(content(style, engine)).hexdigest() for style in ("apa", "mla") for engine in ("weasyprint", "plutoprint")])
"""


def test_every_process_makes_the_same_paper():
    told = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=environment
        )
        told.add(ran.stdout)
    assert len(told) == 1
