"""A text after edits knows where each of its characters came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdoc.source import Edit, Rewriting, Source

TEXT = "one two three"


@st.composite
def edited(draw) -> tuple[Source, list[Edit]]:
    source = Source("plan.md", draw(st.text(alphabet="ab \n", max_size=30)))
    cuts = sorted(draw(st.lists(st.integers(0, len(source.text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return source, [Edit(source.span(a, b), draw(st.text(alphabet="XY", max_size=4))) for a, b in pairs]


def test_a_kept_word_is_found_where_it_was() -> None:
    source = Source("plan.md", TEXT)
    after = Rewriting(source, [Edit(source.span(0, 3), "1"), Edit(source.span(8, 8), "and ")])
    assert after.source.text == "1 two and three"
    assert after.origin(after.source.span(2, 5)).text == "two"
    assert after.origin(after.source.span(10, 15)).text == "three"
    assert after.origin(after.source.span(0, 1)).text == "one"
    assert after.origin(after.source.span(2, 15)).text == "two three"


@given(edited())
def test_every_kept_character_comes_from_its_own_place(case: tuple[Source, list[Edit]]) -> None:
    source, edits = case
    after = Rewriting(source, edits)
    for offset, character in enumerate(after.source.text):
        if character not in "XY":
            assert after.origin(after.source.span(offset, offset + 1)).text == character


@given(edited(), st.data())
def test_the_origin_of_a_span_is_in_the_text_and_in_order(case: tuple[Source, list[Edit]], data) -> None:
    after = Rewriting(*case)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(after.source.text))] * 2)))
    origin = after.origin(after.source.span(start, end))
    assert 0 <= origin.start <= origin.end <= len(case[0].text)
    assert origin.source is case[0]
