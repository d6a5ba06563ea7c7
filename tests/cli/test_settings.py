"""What templates are told: by the command, by the plan, and the theme that belongs to what they are told."""

from __future__ import annotations

import zipfile

import docx
import pytest

from tests.cli.conftest import PLAN


def _font_of(path) -> str:
    return zipfile.ZipFile(path).read("word/styles.xml").decode().split('w:ascii="')[1].split('"')[0]


def _told(settings: str) -> str:
    return PLAN.replace("\n---\n", f"\nsettings:\n{settings}\n---\n", 1)


@pytest.mark.parametrize(("style", "font"), [("plain", "Source Sans Pro"), ("apa", "Times New Roman")])
def test_a_style_brings_its_theme(run, folder, style, font) -> None:
    assert run("build", "plan.md", "essay.docx", "--set", f"style={style}").status == 0
    assert _font_of(folder / "out/plan-essay.docx") == font


def test_a_theme_that_is_named_stays(run, folder) -> None:
    run("build", "plan.md", "essay.docx", "--set", "style=apa", "--theme", "harbor")
    assert _font_of(folder / "out/plan-essay.docx") == "Source Sans Pro"


def test_a_plan_can_say_what_templates_are_told(run, folder) -> None:
    (folder / "told.md").write_text(_told("  style: apa"), "utf-8")
    assert run("build", "told.md", "essay.docx", "poster.html").status == 0
    assert _font_of(folder / "out/told-essay.docx") == "Times New Roman"
    run("build", "told.md", "essay.docx", "--set", "style=plain")
    assert _font_of(folder / "out/told-essay.docx") == "Source Sans Pro"


def test_a_section_called_settings_stays_one(run, folder) -> None:
    (folder / "section.yaml").write_text("title: Mine\nsettings: Two hospitals and a clinic\ngoals: [Learn welding]\n")
    assert "Two hospitals and a clinic" in run("build", "section.yaml", "outline.md", "-o", "-").out


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("  stile: apa", 'told.md:6:3: error[CD024]: no template has a setting "stile"'),
        ("  style: [apa]", "told.md:6:10: error[CD024]: a setting is one value"),
    ],
)
def test_what_a_plan_says_wrongly_is_located(run, folder, said, message) -> None:
    (folder / "told.md").write_text(_told(said), "utf-8")
    refused = run("build", "told.md", "essay.md")
    assert refused.status != 0
    assert message in refused.err


def test_a_value_that_a_setting_cannot_have_is_refused_with_the_nearest(run) -> None:
    refused = run("build", "plan.md", "essay.md", "--set", "style=aba")
    assert refused.status != 0
    assert 'cannot be "aba"' in refused.err
    assert 'did you mean "apa"' in refused.err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("1000..1500", "asked for: 1000 to 1500"),
        ("1000-1500", "asked for: 1000 to 1500"),
        ("1000..", "asked for: 1000 or more"),
        ("..5", "asked for: at most 5"),
    ],
)
def test_a_document_of_another_length_is_said(run, asked, told) -> None:
    outcome = run("build", "plan.md", "essay.md", "--set", f"words={asked}")
    assert "CD061" in outcome.err
    assert told in outcome.err


def test_a_document_of_the_length_asked_for_is_not_spoken_of(run) -> None:
    assert "CD061" not in run("build", "plan.md", "essay.md", "--set", "words=5..5000").err


def test_a_length_that_is_none_is_refused(run) -> None:
    refused = run("build", "plan.md", "essay.md", "--set", "words=long")
    assert refused.status != 0
    assert "is not a number of words" in refused.err


def test_a_document_of_ones_own_gives_its_look(run, folder) -> None:
    school = docx.Document()
    school.styles["Heading 1"].font.name = "Comic Neue"
    school.sections[0].header.paragraphs[0].text = "Red Cedar College"
    school.save(folder / "school.docx")
    assert run("build", "plan.md", "essay.docx", "--reference", "school.docx").status == 0
    made = docx.Document(folder / "out/plan-essay.docx")
    assert made.styles["Heading 1"].font.name == "Comic Neue"
    assert made.sections[0].header.paragraphs[0].text == "Red Cedar College"


@pytest.mark.parametrize("name", ["missing.docx", "plan.md", "."])
def test_what_gives_no_look_is_refused(run, name) -> None:
    refused = run("build", "plan.md", "essay.docx", "--reference", name)
    assert refused.status != 0
    assert "CD038" in refused.err


def test_a_bad_document_of_ones_own_is_named(run, folder) -> None:
    (folder / "school.docx").write_bytes(b"PK no")
    refused = run("build", "plan.md", "essay.docx", "--reference", "school.docx")
    assert refused.status != 0
    assert "school.docx: error[CD038]" in refused.err
