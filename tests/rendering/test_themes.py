"""Themes: colours that can be told apart, what follows where little is said, and what is said where it is wrong."""

from __future__ import annotations

import dataclasses
import io
import re

import pytest
from pptx import Presentation

from careerdoc.document import Metadata, parse
from careerdoc.findings import CareerdocError
from careerdoc.rendering import read_theme
from careerdoc.rendering.contrast import contrast, luminance, readable
from careerdoc.rendering.html import render as render_html
from careerdoc.rendering.pptx import render as render_pptx
from careerdoc.rendering.theme import Colors, for_paper
from careerdoc.rendering.theme.colors import PAIRS
from careerdoc.source import Source
from tests.conftest import ROOT

THEMES = sorted(path.name for path in (ROOT / "templates" / "themes").iterdir())
DESIGNED = [name for name in THEMES if name not in {"apa", "mla"}]
HARBOR = (ROOT / "templates" / "themes" / "harbor" / "theme.yaml").read_text("utf-8")


def themed(name: str):
    path = ROOT / "templates" / "themes" / name / "theme.yaml"
    return read_theme(name, {"theme.yaml": path.read_bytes()}, place=name)


def changed(old: str, new: str):
    assert old in HARBOR
    return read_theme("mine", {"theme.yaml": HARBOR.replace(old, new).encode()}, place="mine")


def document(shape: str = "slides"):
    text = "# My plan\n\n::: byline\nAna Bell\n:::\n\n# Goals {.short}\n\n## Pass the exam\n\n- [ ] Study\n"
    return dataclasses.replace(parse(Source("deck.md", text)), metadata=Metadata(title="My plan"), shape=shape)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS, ids=str)
def test_every_pair_of_colours_can_be_told_apart(name, text, ground, least):
    colors = themed(name).colors
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= least


def test_beacon_has_the_contrast_of_level_aaa():
    colors = themed("beacon").colors
    assert min(contrast(getattr(colors, text), getattr(colors, ground)) for text, ground, _ in PAIRS) >= 7


@pytest.mark.parametrize("name", THEMES)
def test_our_themes_have_nothing_to_be_said_of_them(name):
    assert themed(name).findings == ()


def test_the_pairs_name_every_colour_that_text_has_or_stands_on():
    named = {name for text, ground, _ in PAIRS for name in (text, ground)}
    assert named == {field.name for field in dataclasses.fields(Colors)} - {"rule"}


# ── What follows, and what is said ───────────────────────────────────────────────────────────────────────


def test_three_colours_are_enough():
    start, end = HARBOR.index("colors:"), HARBOR.index("fonts:")
    text = f'{HARBOR[:start]}colors:\n  ink: "#222222"\n  paper: "#ffffff"\n  primary: "#7a1f3d"\n\n{HARBOR[end:]}'
    theme = read_theme("mine", {"theme.yaml": text.encode()}, place="mine")
    assert theme.findings == ()
    assert (theme.colors.accent, theme.colors.on_primary) == ("#7a1f3d", "#ffffff")


@pytest.mark.parametrize(
    ("old", "new", "told", "hint"),
    [
        ('ink: "#1c2733"', "ink: navy", '"navy" is not a colour', "six hex digits"),
        ('ink: "#1c2733"', 'inks: "#1c2733"', '"inks" is no colour', '"ink"'),
        ('  ink: "#1c2733"        # running text\n', "", 'lacks "ink"', ""),
        ("\nfonts:", "\ndesign:\n  cover: bands\n\nfonts:", '"bands" is no cover', '"band"'),
        ("\nfonts:", "\ndesign:\n  covers: band\n\nfonts:", '"covers" is no part', '"cover"'),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(old, new, told, hint):
    with pytest.raises(CareerdocError) as caught:
        changed(old, new)
    (finding,) = caught.value.findings
    assert (finding.code, told in finding.message, hint in finding.hint) == ("CD020", True, True)
    assert finding.span is not None


def test_pale_colours_are_said_with_the_nearest_that_can_be_read():
    theme = changed('muted: "#55636f"', 'muted: "#b8c0c6"')
    assert [finding.code for finding in theme.findings] == ["CD063", "CD063"]
    finding = theme.findings[0]
    assert finding.span is not None
    assert "#b8c0c6" in finding.span.text
    better = re.search(r"#[0-9a-f]{6}", finding.hint)[0]
    assert contrast(better, "#ffffff") >= 4.5
    assert changed('muted: "#55636f"', f'muted: "{better}"').findings == () or luminance(better) < 0.5


def test_a_font_that_is_not_installed_is_stood_in_for():
    theme = changed("package: font_source_serif_pro", "package: fontpkg_nowhere")
    (finding,) = theme.findings
    assert (finding.code, finding.hint) == ("CD062", "pip install fontpkg-nowhere")
    assert theme.heading.family == "Source Serif Pro"
    assert len(Presentation(io.BytesIO(render_pptx(document(), theme).content)).slides) == 3


def test_a_dark_theme_prints_text_on_white_and_shows_slides_on_black():
    midnight = themed("midnight")
    printed = for_paper(midnight, "prose").colors
    assert printed.paper == "#ffffff"
    assert min(contrast(getattr(printed, text), getattr(printed, ground)) for text, ground, _ in PAIRS) >= 4.5
    assert for_paper(midnight, "slides") is midnight
    assert for_paper(themed("harbor"), "prose").colors.paper == "#ffffff"


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#777777", "#12394d", "#ffb454"])
def test_a_readable_shade_is_found_on_any_ground(ground):
    assert contrast(readable("#888888", ground), ground) >= 4.5
    assert readable("#000000", "#ffffff") == "#000000"


# ── Designs ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", DESIGNED)
def test_a_deck_of_each_theme_is_in_order(name, tmp_path):
    from openxml_audit import validate_pptx

    file, stock = tmp_path / "deck.pptx", tmp_path / "stock.pptx"
    file.write_bytes(render_pptx(document(), themed(name)).content)
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[1]).notes_slide.notes_text_frame.text = "n"
    presentation.save(stock)
    allowed = {error.description for error in validate_pptx(stock).errors}
    assert {error.description for error in validate_pptx(file).errors} <= allowed


def layout_shapes(name: str, layout: int) -> set[str]:
    presentation = Presentation(io.BytesIO(render_pptx(document(), themed(name)).content))
    return {shape.name for shape in presentation.slide_layouts[layout].shapes if not shape.is_placeholder}


def test_a_design_is_drawn_on_the_layouts():
    assert layout_shapes("harbor", 0) == {"Band", "Ring", "Inner ring", "Edge"}
    assert layout_shapes("linden", 0) == {"Rule", "Mark"}
    assert layout_shapes("crayon", 4) == {"Block", "Edge"}
    assert layout_shapes("signal", 1) == {"Stripe 1", "Stripe 2", "Stripe 3", "Rule"}


def test_letters_of_one_weight_are_not_made_bolder():
    for name, bold in (("harbor", True), ("crayon", False)):
        slides = Presentation(io.BytesIO(render_pptx(document(), themed(name)).content)).slides
        assert ('b="1"' in slides[0].shapes.title._element.xml) is bold


def test_html_slides_have_the_design_of_their_theme():
    assert 'class="deck"' in render_html(document(), themed("harbor")).content.decode()
    assert 'class="deck cover-full frame-block"' in render_html(document(), themed("crayon")).content.decode()
