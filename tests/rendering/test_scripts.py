"""Other scripts: which there are, fonts for them, and what is said where there are none."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
from shutil import which
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from careerdoc.document import parse
from careerdoc.document.model import Metadata
from careerdoc.rendering import fallbacks, read_theme
from careerdoc.rendering.html import render as render_html
from careerdoc.rendering.pdf import boxes
from careerdoc.rendering.pdf import render as render_pdf
from careerdoc.rendering.scripts import SCRIPTS, main_script, script_of_language, scripts_in
from careerdoc.source import Source
from tests.rendering.test_html import THEME
from tests.rendering.test_measure import FOLDER

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.findings import Finding

SAMPLES = {"ar": "خطة مهنية", "he": "תוכנית קריירה", "hi": "करियर योजना", "bn": "কর্মজীবন পরিকল্পনা"}


def document(text: str, language: str = "en") -> Document:
    read = parse(Source("plan.md", text))
    return dataclasses.replace(read, metadata=Metadata(title="Plan", language=language))


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any font beside the theme's."""
    monkeypatch.setattr(fallbacks, "installed", lambda _: None)
    monkeypatch.setattr(boxes, "in_system", lambda _: False)


def said(text: str, language: str = "en") -> list[Finding]:
    return [finding for finding in render_pdf(document(text, language), THEME).findings if finding.code == "CD039"]


# ── telling scripts ──


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("ar", "Arab"),
        ("fa-IR", "Arab"),
        ("he", "Hebr"),
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("zh-Hant-HK", "Hant"),
        ("ja", "Jpan"),
        ("ko-KR", "Kore"),
        ("hi", "Deva"),
        ("ru", ""),
        ("en-GB", ""),
        ("az-Arab", "Arab"),
        ("", ""),
    ],
)
def test_the_script_of_a_language(language: str, script: str) -> None:
    assert script_of_language(language) == script


@pytest.mark.parametrize(
    ("text", "language", "scripts"),
    [
        ("Plan é Ж Ω ✓ — “x”", "en", []),
        ("Plan for שלום and سلام", "en", ["Hebr", "Arab"]),
        ("看護師", "en", ["Hans"]),
        ("看護師になる", "en", ["Jpan"]),
        ("看護師", "ja", ["Jpan"]),
        ("護理師", "zh-TW", ["Hant"]),
        ("간호사 看", "en", ["Kore"]),
    ],
)
def test_the_scripts_in_a_text(text: str, language: str, scripts: list[str]) -> None:
    assert list(scripts_in(text, language)) == scripts


def test_a_text_is_of_the_script_of_most_of_its_letters() -> None:
    assert main_script("My grandmother said שלום", "en") is None
    assert main_script("לקרוא שני ספרים על Python", "en") is SCRIPTS["Hebr"]
    assert main_script("2027年秋季", "zh") is SCRIPTS["Hans"]


# ── fonts ──


@pytest.mark.parametrize("language", SAMPLES)
def test_a_pdf_takes_letters_from_the_package_of_their_script(language: str) -> None:
    rendering = render_pdf(document(f"# {SAMPLES[language]}\n\n{SAMPLES[language]}\n", language), THEME)
    assert not [finding for finding in rendering.findings if finding.code == "CD039"]
    family = next(o.family for o in fallbacks.OFFERS.values() if o.script == script_of_language(language))
    assert any(family.replace(" ", "-") in name for name in font_names(rendering.content))


def font_names(content: bytes) -> set[str]:
    page = PdfReader(io.BytesIO(content)).pages[0]
    return {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_web_page_holds_the_letters_that_it_uses(language: str) -> None:
    page = render_html(document(f"# {SAMPLES[language]}\n", language), THEME).content.decode()
    family = next(o.family for o in fallbacks.OFFERS.values() if o.script == script_of_language(language))
    assert f'font-family:"{family}"' in page
    assert re.search(rf'font-family: "[^"]+", "{family}", (sans-)?serif', page)
    assert len(page) < 200_000


def test_pages_without_other_scripts_name_no_other_fonts() -> None:
    page = render_html(document("# Plan\n\nEn español, на русском ✓\n"), THEME).content.decode()
    assert not any(offer.family in page for offer in fallbacks.OFFERS.values())


def test_offered_files_are_where_the_packages_have_them() -> None:
    assert {
        fallbacks.installed(fallbacks.OFFERS[script]) is not None for script in ("Arab", "Hebr", "Deva", "Beng")
    } == {True}
    assert fallbacks.installed(dataclasses.replace(fallbacks.OFFERS["Arab"], module="font_of_nobody")) is None
    assert fallbacks.installed(dataclasses.replace(fallbacks.OFFERS["Arab"], regular="files/None.ttf")) is None


def test_a_theme_may_choose_a_font_for_a_script() -> None:
    files = {file.name: file.read_bytes() for file in FOLDER.iterdir()}
    chosen = """
  scripts:
    Arab:
      family: Hind
      package: fontpkg_hind
      generic: sans-serif
      faces: {regular: Hind-Regular.ttf, bold: Hind-Bold.ttf, italic: Hind-Regular.ttf, bold_italic: Hind-Bold.ttf}
    Hebr: {family: Nobody, package: font_of_nobody, generic: serif, faces: {}}
"""
    before, _, after = files["theme.yaml"].decode().partition("\n# Points.")
    files["theme.yaml"] = f"{before}{chosen}\n# Points.{after}".encode()
    theme = read_theme("chosen", files, place="chosen")
    families = [font.family for font in fallbacks.fallbacks("خطة שלום", "ar", theme)]
    assert families == ["Hind", "Assistant"]


# ── no font ──


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("text", "title", "extra"),
    [
        ("Plan\n\nfor करियर one", "Devanagari", "scripts"),
        ("Plan\n\nعربي", "Arabic", "scripts"),
        ("Plan\n\n計画を", "Japanese", "ja"),
        ("Plan\n\n计划", "simplified Chinese", "zh"),
        ("Plan\n\n계획", "Korean", "ko"),
    ],
)
def test_letters_without_a_font_are_told_with_their_place_and_a_remedy(text: str, title: str, extra: str) -> None:
    (finding,) = said(text)
    assert f"{title} letters" in finding.message
    assert f'pip install "careerdoc[{extra}]"' in finding.hint
    assert finding.span is not None
    assert finding.span.line == 3
    assert finding.span.text == next(c for c in text if ord(c) > 0x500)


@pytest.mark.usefixtures("bare")
def test_scripts_that_no_package_is_known_for_are_told_by_name() -> None:
    (finding,) = said("ქართული")
    assert "Georgian letters" in finding.message
    assert "careerdoc[" not in finding.hint


@pytest.mark.usefixtures("bare")
def test_each_script_is_told_once_and_what_the_theme_has_is_not() -> None:
    assert len(said("करियर क\n\nयोजना और שלום\n\nПлан Ωmega déjà ✓ –")) == 2


def test_what_the_system_has_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallbacks, "installed", lambda _: None)
    monkeypatch.setattr(boxes, "in_system", lambda _: True)
    assert said("करियर") == []


@pytest.mark.skipif(which("fc-list") is None, reason="asks fontconfig's own program")
@pytest.mark.parametrize("character", ["A", "א", "क", "中", "\U000f0000"])
def test_fontconfig_is_asked_as_its_own_program_asks(character: str) -> None:
    listed = subprocess.run(["fc-list", f":charset={ord(character):x}"], capture_output=True, check=True).stdout
    assert boxes.in_system(character) is bool(listed.strip())
