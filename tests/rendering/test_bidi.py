"""Which way text runs, and the pieces of a line that run one way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.rendering.bidi import (
    LTR_MARK,
    RTL_MARK,
    fixed,
    is_foreign,
    is_rtl_language,
    marks_around,
    runs_rtl,
    with_marks,
)
from careerdoc.rendering.segments import segments


@pytest.mark.parametrize("tag", ["ar", "AR-eg", "he", "iw", "fa-IR", "ur", "az-Arab", "ku_Arab"])
def test_languages_from_right_to_left(tag: str) -> None:
    assert is_rtl_language(tag)


@pytest.mark.parametrize("tag", ["en", "", "zh-Hant", "ar-Latn", "arn", "hi", "ru"])
def test_other_languages(tag: str) -> None:
    assert not is_rtl_language(tag)


@pytest.mark.parametrize(
    ("text", "within", "rtl"),
    [
        ("plain", False, False),
        ("شهادة", False, True),
        ("זו פסקה בעברית עם המילה Python", False, True),
        ("עברית is a language that I speak", False, False),
        ('She said "מי שמתמיד מצליח"', False, False),
        ("Google Data Analytics شهادة", True, True),
        ("https://example.org/ مع معدل", True, True),
        ("This sentence is in English.", True, False),
        ("", True, True),
        ("2027 — (90%)", True, True),
        ("2027 — (90%)", False, False),
    ],
)
def test_the_way_of_a_text_in_a_document(text: str, within: bool, rtl: bool) -> None:
    assert runs_rtl(text, within=within) is rtl


def test_a_text_is_foreign_if_all_of_its_letters_are() -> None:
    assert is_foreign("Machine Learning (2)", within=True)
    assert not is_foreign("Machine Learning في", within=True)
    assert not is_foreign("2027", within=True)
    assert is_foreign("לקרוא", within=False)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("قبل 2027-05-01 أو 2027-06.", ["2027-05-01", "2027-06"]),
        ("انظر (https://example.org/a_b/).", ["https://example.org/a_b/"]),
        ("اكتب إلى a.b@example.org، اليوم", ["a.b@example.org"]),
        ("اتصل +966 50-123 4567 غدا", ["+966 50-123 4567"]),
        ("תואר B.Sc. או C++ ו-C#", ["B.Sc.", "C++", "C#"]),
        ("15/1/2027 و 1–4 و 80% و 2027", []),
    ],
)
def test_what_keeps_its_own_way(text: str, kept: list[str]) -> None:
    pieces = list(fixed(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, keeps in pieces if keeps] == kept


def test_marks_stand_where_signs_would_wander() -> None:
    assert with_marks("قبل 2027-05.") == f"قبل {LTR_MARK}2027-05{LTR_MARK}."
    assert marks_around("It ends (here).", within=True) == ("", LTR_MARK)
    assert marks_around("(עברית)", within=False) == (RTL_MARK, RTL_MARK)
    assert marks_around("Python", within=True) == ("", "")


def ways(text: str, *, rtl: bool) -> list[tuple[str, bool]]:
    return [(piece.text, piece.rtl) for piece in segments(text, "ar", rtl=rtl)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بلغة Python (pandas)، ثم", [("بلغة ", True), ("Python (pandas)", False), ("، ثم", True)]),
        ("(عبر LinkedIn أو)", [("(عبر ", True), ("LinkedIn", False), (" أو)", True)]),
        ("شهادة Office 365.", [("شهادة ", True), ("Office 365", False), (".", True)]),
        ("نسبة 80% من", [("نسبة 80% من", True)]),
        ("قبل 2027-05.", [("قبل ", True), (f"{LTR_MARK}2027-05{LTR_MARK}", False), (".", True)]),
    ],
)
def test_pieces_of_a_line_from_right_to_left(text: str, expected: list[tuple[str, bool]]) -> None:
    assert ways(text, rtl=True) == expected


def test_pieces_of_a_line_from_left_to_right() -> None:
    assert ways('She said "שלום, עולם" (in 2027)', rtl=False) == [
        ('She said "', False),
        ("שלום, עולם", True),
        ('" (in 2027)', False),
    ]
    assert ways("plain — text", rtl=False) == [("plain — text", False)]


def test_pieces_tell_their_script() -> None:
    made = segments("करियर plan 中文", "en", rtl=False)
    assert [(piece.text, piece.script.code if piece.script else "") for piece in made] == [
        ("करियर ", "Deva"),
        ("plan 中文", "Hans"),
    ]
    (only,) = segments("护士(RN)", "zh", rtl=False)
    assert only.script is not None
    assert only.script.code == "Hans"


@given(st.text(st.sampled_from("aZ שא عم क中1-.()[]🙂,\u0301\u064b+@:/"), max_size=60), st.booleans())
def test_every_character_is_kept(text: str, rtl: bool) -> None:
    assert "".join(piece.text for piece in segments(text, "he", rtl=rtl)).replace(LTR_MARK, "") == text
