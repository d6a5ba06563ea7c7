"""Any document as a deck: what begins a slide, what its title is, and how a slide that is too full is parted."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.document import Metadata, parse, write_blocks, write_inlines
from careerdoc.document.model import BulletList, OrderedList, Table
from careerdoc.rendering import read_theme
from careerdoc.rendering.deck import Flow, Frame, Line, Measurer, deck_of, fit, numeral_text
from careerdoc.rendering.deck.cutting import cut, sentence_ends
from careerdoc.source import Source

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
FRAME = Frame(title_width=832, title_height=94, width=832, height=334, badge=46)


def document(text, shape="slides", **metadata):
    return dataclasses.replace(parse(Source("deck.md", text)), shape=shape, metadata=Metadata(**metadata))


def slides(text, shape="slides", **metadata):
    return deck_of(document(text, shape, **metadata)).slides


def fitted(text, shape="slides", **metadata):
    told = document(text, shape, **metadata)
    deck = deck_of(told)
    return fit(deck, Measurer(THEME, FRAME, Flow(deck.outline, told.resources))).slides


def kinds(found):
    return [(slide.kind, slide.heading) for slide in found]


# ── What begins a slide ──────────────────────────────────────────────────────────────────────────────────


def test_headings_make_title_section_and_content_slides():
    found = slides(
        "# Plan\n\n::: byline\nAna\n:::\n\n## Now\n\nHere.\n\n# Later {.long}\n\n::: lead\nYears\n:::\n\n"
        "## Goal {.long}\n\n::: when\n2032\n:::\n\nWhy.\n\n::: notes\nSay it.\n:::\n\n## Thanks {.closing}\n"
    )
    assert kinds(found) == [
        ("title", "Plan"),
        ("content", "Now"),
        ("section", "Later"),
        ("content", "Goal"),
        ("closing", "Thanks"),
    ]
    title, _, section, goal, _ = found
    assert write_blocks(title.subtitle) == "Ana"
    assert (section.tone, write_blocks(section.lead)) == ("long", "Years")
    assert (goal.tone, write_inlines(goal.when), write_blocks(goal.body)) == ("long", "2032", "Why.")
    assert write_blocks(goal.notes) == "Say it."


def test_a_rule_goes_on_under_the_same_title():
    assert kinds(slides("## A\n\none\n\n---\n\ntwo\n")) == [("content", "A (1 of 2)"), ("content", "A (2 of 2)")]


def test_parts_are_numbered_in_the_language_of_the_document():
    assert slides("## A\n\nuno\n\n---\n\ndos\n", language="es")[1].heading == "A (2 de 2)"


def test_a_title_that_was_there_gets_a_number():
    assert [slide.heading for slide in slides("## A\n\none\n\n## A\n\ntwo\n\n## A (2)\n\nthree\n")] == [
        "A",
        "A (2)",
        "A (2) (2)",
    ]


def test_prose_before_any_heading_is_a_slide_for_each_paragraph():
    text = "# Plan\n\nI chose this. It suits me.\n\nThen I learned.\n\nNow I go.\n\n## Costs\n\nLittle.\n"
    found = slides(text, "prose")
    assert [(slide.heading, write_blocks(slide.body)) for slide in found] == [
        ("Plan", ""),
        ("I chose this.", "It suits me."),
        ("Then I learned.", ""),
        ("Now I go.", ""),
        ("Costs", "Little."),
    ]


def test_an_outline_is_a_slide_for_each_numeral():
    found = slides("# Plan\n\n1. About me\n   1. Values\n2. Goals\n   1. First\n      1. Step\n", "outline")
    assert [slide.heading for slide in found] == ["Plan", "I. About me", "II. Goals"]
    assert found[2].depth == 1


def test_a_poster_is_a_slide_for_each_panel():
    found = slides("# P\n\n::: lead\nBig\n:::\n\n## One\n\na\n\n## Two {.short}\n\n### G\n\nb\n", "poster")
    assert [(slide.heading, slide.tone) for slide in found] == [("P", ""), ("One", ""), ("Two", "short")]


def test_without_headings_the_metadata_names_the_deck():
    assert [slide.heading for slide in slides("- a\n- b\n", "prose", title="Plan")] == ["Plan", "Plan (2)"]


@pytest.mark.parametrize("text", ["", "---\n", "## \n", "::: notes\nx\n:::\n"])
def test_there_is_always_a_slide(text):
    assert len(slides(text)) >= 1


def test_footnotes_stand_on_the_slide_that_marks_them():
    found = slides("## A\n\nx[^b]\n\n## B\n\ny[^a]\n\n[^a]: second\n[^b]: first\n")
    assert ["first" in write_blocks(slide.body) for slide in found] == [True, False]
    assert ["second" in write_blocks(slide.body) for slide in found] == [False, True]


# ── Fit ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_short_bodies_are_large_and_long_ones_small():
    short, middle, long = (
        fitted(f"## A\n\n{body}\n")[0].size for body in ("Short.", "- a step to take\n" * 6, "Word after word. " * 45)
    )
    assert short > middle >= 24 > long >= 20


def test_many_items_are_parted_evenly_and_in_order():
    items = [f"step number {n} of the plan" for n in range(1, 31)]
    parts = fitted("## Steps\n\n" + "".join(f"- {item}\n" for item in items))
    assert parts[0].heading == f"Steps (1 of {len(parts)})"
    assert all(part.size >= 20 for part in parts)
    counts = [len(part.body[0].items) for part in parts if isinstance(part.body[0], BulletList)]
    assert sum(counts) == 30
    assert max(counts) - min(counts) <= max(counts) // 2
    text = " ".join(write_blocks(part.body) for part in parts)
    assert [item for item in items if item in text] == items


def test_numbers_go_on():
    parts = fitted("## Steps\n\n" + "".join(f"{n}. step number {n} of the plan\n" for n in range(5, 40)))
    second = parts[1].body[0]
    assert isinstance(second, OrderedList)
    assert second.start == 5 + len(parts[0].body[0].items)


def test_long_paragraphs_are_parted_after_sentences():
    parts = fitted("## A\n\n" + "Dr. Lee says that this sentence ends here. " * 80 + "\n")
    assert len(parts) > 1
    assert all(write_blocks(part.body).rstrip().endswith("here.") for part in parts)


def test_rows_go_on_under_the_same_header():
    parts = fitted("## T\n\n| Term | Course |\n|---|---|\n" + "".join(f"| {n} | Course {n} |\n" for n in range(40)))
    tables = [part.body[0] for part in parts]
    assert all(isinstance(table, Table) and write_inlines(table.header[0]) == "Term" for table in tables)
    assert sum(len(table.rows) for table in tables) == 40


def test_a_table_too_wide_for_any_slide_is_told_as_a_list():
    row = "|" + "|".join("considerable words" for _ in range(14)) + "|\n"
    [part, *_] = fitted("## T\n\n" + row + "|" + "---|" * 14 + "\n" + row)
    assert isinstance(part.body[0], BulletList)


def test_no_heading_is_left_at_the_foot():
    text = "## A\n\n" + "".join(f"### Part {n}\n\n" + "Some words about it here. " * 12 + "\n\n" for n in range(12))
    for part in fitted(text):
        assert not write_blocks(part.body[-1:]).startswith("###")


def test_a_title_of_200_characters_stands_and_a_longer_one_is_told_in_the_body():
    title = "words of a title " * 12
    [slide] = fitted(f"## {title[:200]}\n\ntext\n")
    assert slide.heading == title[:200].strip()
    [slide] = fitted(f"## {title * 4}\n\ntext\n")
    assert slide.heading.endswith("…")
    assert (title * 4).strip() in write_blocks(slide.body)


_PIECES = st.sampled_from(
    [
        "# Title\n\n",
        "## Heading {.short}\n\n",
        "### Sub\n\n",
        "---\n\n",
        "Some words. More of them! And more?\n\n",
        "- one\n- two\n  - three\n\n",
        "1. a\n\n   para\n\n2. b\n\n",
        "- [x] done\n- [ ] open\n\n",
        "> quoted words\n\n",
        "| A | B |\n|---|---|\n| c | d |\n\n",
        "```\ncode line\n```\n\n",
        "::: when\nby May\n:::\n\n",
        "::: lead\nbig\n:::\n\n",
        "::: notes\nsaid aloud\n:::\n\n",
        "::: byline\nAna\n:::\n\n",
        "![alt words](x.png)\n\n",
        "note[^n]\n\n[^n]: foot\n\n",
        "word " * 300 + "\n\n",
        "- item of a list\n" * 40 + "\n",
        "- " * 12 + "deep\n\n",
        "x" * 900 + "\n\n",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=7), st.sampled_from(["slides", "prose", "outline", "poster"]))
def test_nothing_is_lost_and_titles_are_unique(pieces, shape):
    told = document("".join(pieces), shape, title="Plan")
    deck = deck_of(told)
    measurer = Measurer(THEME, FRAME, Flow(deck.outline, told.resources))
    done = fit(deck, measurer)
    headings = [slide.heading for slide in done.slides]
    assert len(set(headings)) == len(headings)
    assert all(headings)
    words = [
        write_inlines(slide.title)
        + write_inlines(slide.when)
        + write_blocks((*slide.subtitle, *slide.lead, *slide.body, *slide.notes))
        for slide in done.slides
    ]
    text = "".join(words)
    for word in (
        "more?",
        "three",
        "quoted",
        "done",
        "code line",
        "big",
        "said aloud",
        "Ana",
        "alt words",
        "foot",
        "deep",
    ):
        if any(word in piece for piece in pieces):
            assert word in text
    for slide in done.slides:
        if slide.kind == "content":
            assert measurer.height(slide.body, slide.size, slide.depth) <= measurer.room(slide) + 0.1


# ── Pieces ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("romanUcPeriod", 4, "IV."),
        ("alphaLcPeriod", 28, "bb."),
        ("arabicParenBoth", 3, "(3)"),
        ("romanLcPeriod", 0, "0."),
    ],
)
def test_numerals(kind, number, text):
    assert numeral_text(kind, number) == text


def test_sentences_end_where_people_end_them():
    text = "I met Dr. Lee (e.g. in May). He was kind! Was he? Yes… No."
    ends = (0, *sentence_ends(text), len(text))
    assert [text[a:b].strip() for a, b in pairwise(ends)] == [
        "I met Dr. Lee (e.g. in May).",
        "He was kind!",
        "Was he?",
        "Yes…",
        "No.",
    ]


def test_cutting_keeps_marks_on_both_sides():
    [paragraph] = parse(Source("x", "one **two three** four")).blocks
    before, after = cut(paragraph.children, 8)
    assert (write_inlines(before), write_inlines(after)) == ("one **two** ", "**three** four")


def test_task_boxes_and_levels_are_in_the_flow():
    flow = Flow(outline=False, resources={})
    lines = list(flow.pieces(parse(Source("x", "- [x] a\n  1. b\n\n     c\n- d\n")).blocks))
    assert all(isinstance(line, Line) for line in lines)
    assert [(line.mark, line.level) for line in lines] == [("done", 0), ("number", 1), ("", 2), ("bullet", 0)]
