"""PDF: both engines, the same words, true sizes, tags, and nothing fetched from anywhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pypdf
import pytest

from careerdoc.document import Metadata, parse
from careerdoc.findings import CareerdocError, Level
from careerdoc.rendering import read_theme
from careerdoc.rendering.pdf import engine as engine_module
from careerdoc.rendering.pdf import render
from careerdoc.source import Source
from tests.rendering.test_html import NASTY, PLAN, SHAPES, png

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
ENGINES = ("weasyprint", "plutoprint")
DATE = dt.date(2026, 11, 23)


def document(text, shape="prose", engine="weasyprint", settings=None, resources=None, **metadata):
    return dataclasses.replace(
        parse(Source("plan.md", text)),
        shape=shape,
        metadata=Metadata(**({"title": "From helper to journeyman", "author": "Ana", "date": DATE} | metadata)),
        settings=MappingProxyType(({"pdf-engine": engine} if engine else {}) | (settings or {})),
        resources=MappingProxyType(resources or {}),
    )


def opened(made):
    return pypdf.PdfReader(io.BytesIO(made.content))


def words(reader):
    """The words of all pages without spaces: engines differ in where they see one."""
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def size(page):
    return (round(float(page.mediabox.width), 1), round(float(page.mediabox.height), 1))


# ── Words and pages ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_is_on_paper(shape, engine):
    said = words(opened(render(document(PLAN, shape, engine), THEME)))
    for phrase in ("From helper to journeyman", "Career Planning 110", "by June 2027", "Finish Algebra 1", "$450"):
        assert phrase.replace(" ", "") in said


@pytest.mark.parametrize("engine", ENGINES)
def test_pages_have_the_size_of_the_theme_and_numbers(engine):
    reader = opened(render(document("# T\n\n" + "A paragraph of some words.\n\n" * 120, "prose", engine), THEME))
    assert len(reader.pages) > 2
    assert {size(page) for page in reader.pages} == {(612, 792)}
    assert "2" in reader.pages[1].extract_text()
    assert "From helper" in reader.pages[1].extract_text()
    assert "From helper" not in reader.pages[0].extract_text()


@pytest.mark.parametrize("engine", ENGINES)
def test_slides_are_pages_of_their_size(engine):
    reader = opened(render(document("# T\n\n## One\n\na\n\n## Two\n\nb\n", "slides", engine), THEME))
    assert [size(page) for page in reader.pages] == [(960, 540)] * 3


def long_plan(goals=10, steps=6):
    lines = [
        "# A plan with much in it",
        "",
        "## Why",
        "",
        "I have wanted this since I was sixteen. " * 12,
        "",
        "## Goals",
    ]
    for goal in range(goals):
        lines += ["", f"### Goal number {goal}", "", "::: when", f"by {2027 + goal}", ":::", ""]
        lines += [f"- [ ] Step {goal}.{n} with some more words about it" for n in range(steps)]
    return "\n".join(lines)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("name", "points"),
    [("36x24in", (2592, 1728)), ("48x36in", (3456, 2592)), ("a1", (2383.9, 1683.8)), ("a2-portrait", (1190.5, 1683.8))],
)
@pytest.mark.parametrize("text", [PLAN, long_plan(), long_plan(30, 10), ""], ids=["short", "long", "huge", "empty"])
def test_a_poster_is_one_page_of_true_size(text, name, points, engine):
    reader = opened(render(document(text, "poster", engine, {"size": name}), THEME))
    assert [size(page) for page in reader.pages] == [pytest.approx(points, abs=0.3)]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_word_of_a_full_poster_leaves_its_sheet(engine):
    """Each goal's heading is on the sheet, and the base line of every word is, too."""
    places = []

    def visit(text, page_matrix, text_matrix, *_rest):
        a, b, c, d, e, f = page_matrix
        x, y = text_matrix[4:]
        if text.strip():
            places.append((a * x + c * y + e, b * x + d * y + f))

    reader = opened(render(document(long_plan(16, 8), "poster", engine), THEME))
    text = reader.pages[0].extract_text(visitor_text=visit)
    assert all(f"Goal number {n}" in text for n in range(16))
    assert places
    assert all(0 <= x <= 2592 and 0 <= y <= 1728 for x, y in places)


# ── What a file says of itself ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("engine", ENGINES)
def test_metadata(engine):
    made = render(document("# T", "prose", engine, subject="A plan", language="es"), THEME)
    found = opened(made).metadata
    assert (found.title, found.author, found.subject) == ("From helper to journeyman", "Ana", "A plan")
    assert found.creation_date.date() == DATE


@pytest.mark.parametrize("shape", SHAPES)
def test_weasyprint_tags_for_screen_readers(shape):
    root = opened(render(document(PLAN, shape, language="es"), THEME)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "es"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_bookmarks_follow_the_headings():
    reader = opened(render(document("# Title\n\n## First\n\na\n\n## Second\n\nb"), THEME))
    title, parts = reader.outline
    assert title.title == "Title"
    assert [part.title for part in parts] == ["First", "Second"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_document_gives_the_same_bytes(shape, engine):
    made = document(PLAN + "\n![p](p.png)\n", shape, engine, resources={"p.png": png()})
    assert render(made, THEME) == render(made, THEME)


PROGRAM = """
import hashlib, sys
from tests.rendering.test_pdf import PLAN, THEME, document, render
for engine in ("weasyprint", "plutoprint"):
    for shape in ("prose", "poster"):
        print(hashlib.sha256(render(document(PLAN, shape, engine, date=None), THEME).content).hexdigest())
"""


def test_another_process_gives_the_same_bytes_and_ends_well():
    """PlutoPrint's caches outlive the interpreter; a process that has used it must still end without a crash."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    here = [
        hashlib.sha256(render(document(PLAN, shape, engine, date=None), THEME).content).hexdigest()
        for engine in ENGINES
        for shape in ("prose", "poster")
    ]
    assert ran.stdout.split() == here


# ── Nothing from outside ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("engine", ENGINES)
def test_only_the_pictures_that_are_there_are_shown(engine):
    text = "![A chart](chart.png) ![Lost](lost.png) ![Far](http://x.example/a.png)"
    made = render(document(text, engine=engine, resources={"chart.png": png()}), THEME)
    assert [finding.code for finding in made.findings] == ["CD031"] * 2
    reader = opened(made)
    assert len(reader.pages[0].images) == 1
    assert "Lost" in words(reader)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_theme_asks_for_from_outside_is_refused_and_told(engine, capfd):
    css = "@import url(http://x.example/a.css); main { background: url(file:///etc/passwd) }"
    theme = dataclasses.replace(THEME, style_css=css)
    made = render(document("text", engine=engine), theme)
    assert {finding.code for finding in made.findings} == {"CD036"}
    assert render(document("text", engine=engine), theme) == made, "told again for the next document"
    assert words(opened(made)).startswith("text")
    assert "Traceback" not in capfd.readouterr().err


# ── Engines ──────────────────────────────────────────────────────────────────────────────────────────────


def broken(monkeypatch, *names):
    def import_module(name):
        if name.rsplit(".", 1)[1] in names:
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name)

    real = engine_module.import_module
    monkeypatch.setattr(engine_module, "import_module", import_module)
    engine_module._loaded.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_engines():
    yield
    engine_module._loaded.cache_clear()


def test_plutoprint_stands_in_for_weasyprint_and_says_so(monkeypatch):
    broken(monkeypatch, "weasyprint")
    made = render(document("text", engine=None), THEME)
    (finding,) = made.findings
    assert (finding.code, finding.level) == ("CD033", Level.ADVICE)
    assert "Pango" in finding.hint
    assert "Pluto" in opened(made).metadata.creator


def test_without_any_engine_the_error_names_both_remedies(monkeypatch):
    broken(monkeypatch, "weasyprint", "plutoprint")
    with pytest.raises(CareerdocError) as error:
        render(document("text", engine=None), THEME)
    assert "apt install" in error.value.findings[0].hint
    assert 'pip install "careerdoc[plutoprint]"' in error.value.findings[0].hint


def test_an_engine_that_was_asked_for_is_not_replaced(monkeypatch):
    broken(monkeypatch, "plutoprint")
    with pytest.raises(CareerdocError) as error:
        render(document("text", engine="plutoprint"), THEME)
    assert "careerdoc[plutoprint]" in error.value.findings[0].hint


def test_an_unknown_engine_lists_those_there_are():
    with pytest.raises(CareerdocError) as error:
        render(document("text", engine="weasy"), THEME)
    assert "weasyprint, plutoprint" in error.value.findings[0].hint


# ── Anything at all ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NASTY)
def test_odd_documents_become_files(name, shape):
    for engine in ENGINES:
        reader = opened(render(document(NASTY[name], shape, engine), THEME))
        assert len(reader.pages) == 1 if shape == "poster" else reader.pages
