"""Posters: the parts of any document, and a layout that fills the sheet and never leaves it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.document import Metadata, parse, plain, write_blocks
from careerdoc.rendering import read_theme
from careerdoc.rendering.poster import TIGHT, lay_out, poster_of, sheet
from careerdoc.source import Source

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
WORDS = [
    "I",
    "will",
    "finish",
    "the",
    "program",
    "and",
    "pass",
    "the",
    "exam",
    "with",
    "help",
    "from",
    "my",
    "mentor",
    "and",
    "the",
    "learning",
    "center",
]

SHORT = """\
# From helper to journeyman

::: byline
Marcus Bell · Career Planning 110
:::

::: lead
Become a licensed journeyman electrician
:::

```figure timeline
{"entries": [{"label": "Apprenticeship", "text": "by June 2027", "end": "2027-06-30", "group": "short"}]}
```

## About me

- **Values:** independence
- **Skills:** welding

## Short-term goals {.short}

### Get into an apprenticeship program

::: when
by June 2027
:::

- [x] Finish Algebra 1
- [ ] Take the aptitude test

## Long-term goals {.long}

### Pass the journeyman exam

- [ ] 8,000 hours
"""


def document(text, shape="poster", **metadata):
    return dataclasses.replace(parse(Source("poster.md", text)), shape=shape, metadata=Metadata(**metadata))


def long_plan(goals=10, steps=6):
    lines = ["# A plan with much in it", "", "## Why", "", " ".join(WORDS * 6), ""]
    for goal in range(goals):
        lines += ["## Goals" if goal == 0 else "", f"### Goal {goal}", "", "::: when", f"by {2027 + goal}", ":::", ""]
        lines += [" ".join(WORDS), "", *(f"- [ ] Step {goal}.{n} {' '.join(WORDS[:9])}" for n in range(steps)), ""]
    return "\n".join(lines)


def laid_out(text, size="36x24in", **options):
    return lay_out(poster_of(document(text)), THEME, *sheet(size), **options)


def panels(text, shape="poster", **metadata):
    found = poster_of(document(text, shape, **metadata)).panels
    return [(plain(panel.title), panel.tone, write_blocks(panel.blocks)) for panel in found]


# ── The parts ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_head_and_the_panels_of_a_poster():
    poster = poster_of(document(SHORT))
    assert plain(poster.title) == "From helper to journeyman"
    assert write_blocks(poster.byline).startswith("Marcus Bell")
    assert write_blocks(poster.lead) == "Become a licensed journeyman electrician"
    assert poster.figure is not None
    assert [(plain(p.title), p.tone) for p in poster.panels] == [
        ("About me", "plain"),
        ("Short-term goals", "short"),
        ("Long-term goals", "long"),
    ]


def test_prose_without_headings_makes_untitled_panels():
    text = "\n\n".join(["# Essay", " ".join(WORDS * 5), " ".join(WORDS * 5), "Last."])
    assert [(title, len(words) > 3) for title, _, words in panels(text, "prose")] == [("", True), ("", True)]


def test_each_first_numeral_of_an_outline_is_a_panel():
    text = "# O\n\n1. Main goal\n   1. Become a nurse\n2. About me\n   1. Values\n      1. care\n"
    assert [title for title, _, _ in panels(text, "outline")] == ["Main goal", "About me"]


def test_sections_and_slides_of_a_deck_are_panels():
    assert [title for title, _, _ in panels("# T\n\n## One\n\na\n\n# Later\n\n## Two\n\nb", "slides")] == [
        "One",
        "Later",
        "Two",
    ]


def test_the_title_comes_from_the_metadata_where_there_is_no_heading():
    assert plain(poster_of(document("text", title="From the plan")).title) == "From the plan"
    assert poster_of(document("text")).title == ()


def test_footnotes_are_a_last_panel_in_the_order_of_their_marks():
    poster = poster_of(document("# T\n\n## P\n\na[^z] b[^a]\n\n[^a]: first written\n\n[^z]: first marked\n"))
    assert poster.notes == ("z", "a")
    assert write_blocks(poster.panels[-1].blocks).index("marked") < write_blocks(poster.panels[-1].blocks).index(
        "written"
    )


def test_speaker_notes_stay_away():
    assert "secret" not in str(panels("# T\n\n::: notes\nsecret\n:::\n\n## P\n\ntext"))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("36x24in", (2592, 1728)),
        ("48X36in", (3456, 2592)),
        ("a1", (2383.94, 1683.78)),
        ("A2-portrait", (1190.55, 1683.78)),
    ],
)
def test_sheets_by_name(name, size):
    assert sheet(name) == size


@pytest.mark.parametrize("name", ["", "a9", "36x24", "a1-upright", "a1-portrait-portrait"])
def test_names_that_are_no_sheet(name):
    assert sheet(name) is None


# ── The layout ───────────────────────────────────────────────────────────────────────────────────────────


def inside(layout):
    boxes = [panel.box for panel in layout.panels] + ([layout.figure] if layout.figure else [])
    for box in boxes:
        assert box.x >= layout.margin - 0.1
        assert box.x + box.width <= layout.width - layout.margin + 0.1
        assert layout.band.height < box.y
        assert box.y + box.height <= layout.height - layout.margin + 1
    return True


@pytest.mark.parametrize("size", ["36x24in", "48x36in", "a0", "a1", "a2", "a1-portrait", "36x24in-portrait"])
@pytest.mark.parametrize("text", [SHORT, long_plan(), long_plan(40, 10), "", "# T", "# T\n\n" + "word " * 4000])
def test_everything_stands_on_the_sheet(text, size):
    layout = laid_out(text, size, tight=TIGHT)
    assert inside(layout)
    assert layout.body >= 24 * layout.height * layout.width**0.5 / (2592**0.5 * 1728) * 0.5


def test_body_text_is_at_least_24_points_on_36_by_24_inches():
    assert min(laid_out(text, tight=TIGHT).body for text in (SHORT, long_plan(), long_plan(40, 10))) >= 24


def test_a_short_plan_is_set_large_and_loses_nothing():
    layout = laid_out(SHORT)
    assert layout.body >= 38
    assert layout.findings == ()


def test_columns_end_together():
    layout = laid_out(long_plan(4, 4))
    ends = {}
    for panel in layout.panels:
        ends[panel.box.x] = max(ends.get(panel.box.x, 0), panel.box.y + panel.box.height)
    assert len(ends) == layout.columns > 1
    assert max(ends.values()) - min(ends.values()) < 1


def test_what_does_not_fit_is_cut_counted_and_told():
    layout = laid_out(long_plan(24, 10), tight=TIGHT)
    shown = "\n".join(write_blocks(panel.panel.blocks) for panel in layout.panels)
    assert all(f"### Goal {n}\n" in f"{shown}\n" for n in range(24)), "headings stay while their steps go"
    assert "… +" in shown
    (finding,) = layout.findings
    assert finding.code == "CD032"
    assert '"Goals"' in finding.message
    assert finding.span is not None


def test_where_even_headings_are_too_many_the_last_go():
    layout = laid_out("# T\n\n## P\n\n" + "\n\n".join(f"### Heading {n}" for n in range(400)), tight=TIGHT)
    assert inside(layout)
    assert [finding.code for finding in layout.findings] == ["CD032"]


blocks = st.lists(
    st.sampled_from(
        [
            "## Panel",
            "### Goal",
            "text " * 30,
            "- a\n- b\n- c",
            "1. x\n   1. y\n      1. z",
            "> quoted " * 20,
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "::: when\nsoon\n:::",
            "```\ncode\n```",
            "---",
            "![alt](missing.png)",
            "x" * 400,
            '```figure timeline\n{"entries": [{"label": "a", "end": "2027-01-01"}]}\n```',
        ]
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(blocks, st.sampled_from(["36x24in", "a2-portrait"]))
def test_any_document_has_a_layout(parts, size):
    assert inside(laid_out("\n\n".join(["# Title", *parts]), size, tight=TIGHT))
