"""PDF files for people who listen to them: PDF/UA-1 (ISO 14289-1), examined by a program that is not ours."""

from __future__ import annotations

import dataclasses
import io
from types import MappingProxyType

import outloud
import pypdf
import pytest

from careerdoc import building
from careerdoc.document import Metadata, parse
from careerdoc.packs import pack_from_folder
from careerdoc.rendering.fallbacks import OFFERS, installed
from careerdoc.rendering.pdf import render
from careerdoc.source import Source
from tests.conftest import ROOT, SAMPLES, plan_at
from tests.rendering.test_papers import content, theme
from tests.rendering.test_pdf import png

PACKS = (pack_from_folder(ROOT / "templates"),)
EXPLAINED = {
    "LNK-010",  # an address in running text is no link unless the plan says so
    "TXT-003",  # the second glyph of a cluster of Devanagari or Arabic has no letter of its own
    "PAG-001",  # a slide's foot is content on every slide
}
TEXTS = {
    "ar": "# خطتي المهنية\n\n## الأهداف\n\nأريد أن أصبح ممرضة في 2027.\n\n- اليوم\n- غدا\n\n| أ | ب |\n|---|---|\n| 1 | 2 |\n",
    "he": "# התוכנית שלי\n\n## מטרות\n\nאני רוצה להיות אחות ב-2027.\n\n1. היום\n2. מחר\n",
    "hi": "# मेरी योजना\n\n## लक्ष्य\n\nमैं नर्स बनना चाहती हूँ।\n",
    "ja": "# 私の計画\n\n## 目標\n\n看護師になりたいです。\n",
    "ko": "# 나의 계획\n\n## 목표\n\n간호사가 되고 싶습니다.\n",
    "zh": "# 我的计划\n\n## 目标\n\n我想成为一名护士。\n",
}
SCRIPTS = {"ar": "Arab", "he": "Hebr", "hi": "Deva", "ja": "Jpan", "ko": "Kore", "zh": "Hans"}


def told(made, tmp_path):
    """What the examiner finds, beyond what is explained."""
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    title = pypdf.PdfReader(path).metadata.title or ""
    found = [one for one in outloud.check(str(path)).findings if one.rule not in EXPLAINED]
    return [(one.rule, one.evidence or one.message) for one in found if not is_running_title(one, title)]


def is_running_title(found, title):
    """A long title at the foot of two pages is taken for prose that nobody is told."""
    return found.rule == "TAG-002" and bool(title) and (found.evidence or "").startswith(title[:60])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("template", "settings"),
    [
        ("essay", {}),
        ("essay", {"style": "apa"}),
        ("essay", {"style": "mla"}),
        ("outline", {}),
        ("slides", {}),
        ("poster", {}),
        ("progress", {}),
    ],
    ids=lambda given: given if isinstance(given, str) else given.get("style", "plain"),
)
def test_every_sample_is_sound(path, template, settings, tmp_path):
    target = building.find_target(f"{template}.pdf", PACKS)
    (built,) = building.build_each(plan_at(path), (target,), PACKS, folder=path.parent, settings=settings)
    assert told(built.rendering.content, tmp_path) == []


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("style", ["harbor", "apa"])
def test_other_scripts_are_sound(language, style, tmp_path):
    if installed(OFFERS[SCRIPTS[language]]) is None:
        pytest.skip("the font is not installed")
    parsed = parse(Source("plan.md", TEXTS[language]))
    made = dataclasses.replace(parsed, metadata=Metadata(title="T", language=language))
    assert told(render(made, theme(style)).content, tmp_path) == []


@pytest.mark.parametrize("style", ["apa", "mla"])
def test_papers_are_sound(style, tmp_path):
    assert told(content(style, "weasyprint"), tmp_path) == []


def elements(text, **more):
    """The structure elements of a PDF by type, as the words of their attributes."""
    parsed = dataclasses.replace(
        parse(Source("plan.md", text)),
        metadata=Metadata(title="T", author="Ana", subject="A plan"),
        resources=MappingProxyType({"p.png": png()}),
    )
    reader = pypdf.PdfReader(io.BytesIO(render(parsed, theme(more.get("style", "harbor"))).content))
    found: dict = {}
    stack = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop()
        found.setdefault(str(node.get("/S")), []).append(node)
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        stack += [kid.get_object() for kid in kids if not isinstance(kid, int) and "/S" in kid.get_object()]
    return found


def test_heads_of_columns_have_a_scope_and_cells_name_them():
    found = elements("| A | B |\n|---|---|\n| 1 | 2 |\n")
    assert [str(head["/A"]["/Scope"]) for head in found["/TH"]] == ["/Column"] * 2
    assert all(cell["/A"]["/Headers"] for cell in found["/TD"])


def test_footnotes_are_notes_with_names_of_their_own():
    found = elements("a[^1] b[^2]\n\n[^1]: One.\n\n[^2]: Two.\n")
    assert sorted(note["/ID"] for note in found["/Note"]) == ["note-1", "note-2"]


def test_pictures_carry_their_words():
    (figure,) = elements("![Me at the bench](p.png)\n")["/Figure"]
    assert figure["/Alt"] == "Me at the bench"


def test_headings_that_run_in_are_headings():
    found = elements("# T\n\n## A\n\n### B\n\n#### C\n\n##### At home\n\nI work.\n", style="apa")
    assert len(found["/H5"]) == 1


def test_a_long_heading_that_runs_in_is_one_heading_before_one_paragraph():
    long = "Words of a heading that goes on " * 6
    found = elements(f"# T\n\n## A\n\n### B\n\n#### C\n\n##### {long}\n\n{'I work there. ' * 20}\n", style="apa")
    assert len(found["/H5"]) == 1
    assert len(found["/H5"][0]["/K"]) > 1, "it takes several lines"
    assert len(found["/P"]) == 1


@pytest.mark.parametrize("text", ["## A\n\n#### B\n\n### C\n", "# T\n\n#### A\n\n##### B\n\n## C\n"])
def test_no_level_of_headings_is_skipped(text, tmp_path):
    document = dataclasses.replace(parse(Source("plan.md", text)), metadata=Metadata(title="T"))
    assert told(render(document, theme("harbor")).content, tmp_path) == []


def test_an_empty_box_is_no_element():
    assert "/Span" not in {str(span.get("/S")) for span in elements("- [ ] do\n")["/Span"] if not span["/K"]}
