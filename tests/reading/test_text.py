"""Bytes to text: what is read as it is, and what is named for what it likely is."""

from __future__ import annotations

import codecs
import time

import pytest

from careerdoc.findings import CareerdocError, Finding
from careerdoc.reading import decode
from careerdoc.reading.encodings import likely_encoding
from tests.reading.encoded import ENCODINGS, LINES

WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
PLAN = "# Goals\n\n- Learn welding — über café\n"


def refused(content: bytes, name: str = "plan.md") -> Finding:
    with pytest.raises(CareerdocError) as caught:
        decode(content, name)
    (finding,) = caught.value.findings
    assert finding.code == "CD002"
    return finding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_unicode_text_is_read_whatever_its_line_ends(encoding: str, line_end: str) -> None:
    assert decode(PLAN.replace("\n", line_end).encode(encoding), "plan.md").text == PLAN


def test_utf16_is_read_in_either_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "plan.md").text == PLAN
    assert decode(codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"), "plan.md").text == PLAN


CASES = [
    (language, encoding, text)
    for language, texts in LINES.items()
    for encoding in (*ENCODINGS[language], *WIDE)
    for text in texts
    if not text.encode(encoding, "ignore").isascii() or encoding in WIDE
]


def test_likely_encodings_are_named_right() -> None:
    wrong = []
    for language, encoding, text in CASES:
        content = text.encode(encoding, "ignore")
        found = likely_encoding(content)
        if found is None or content.decode(found.codec, "replace") != content.decode(encoding):
            wrong.append((language, encoding, text, found))
    assert len(CASES) > 250
    assert len(wrong) <= len(CASES) // 50, wrong


@pytest.mark.parametrize(
    ("text", "encoding", "name", "word"),
    [
        ("# Цели\n\n- Сдать экзамен\n", "cp1251", "Windows-1251", "Цели"),
        ("# Цели\n\n- Сдать экзамен\n", "koi8-r", "KOI8-R", "Цели"),
        ("# 目標\n\n- 看護学校に入学する\n", "shift_jis", "Shift_JIS", "目標"),
        ("# 目標\n\n- 看護学校に入学する\n", "euc_jp", "EUC-JP", "目標"),
        ("# 目标\n\n- 找一位导师\n", "gb18030", "GB18030", "目标"),
        ("# 目標\n\n- 找一位導師學習\n", "big5", "Big5", "目標"),
        ("# 목표\n\n- 멘토를 찾는다\n", "cp949", "EUC-KR", "목표"),
        ("# الأهداف\n\n- البحث عن مرشد\n", "cp1256", "Windows-1256", "الأهداف"),
        ("# מטרות\n\n- למצוא מנטור\n", "cp1255", "Windows-1255", "מטרות"),
        ("# Hedefler\n\n- Stajı bitirip öğretmen olmak\n", "cp1254", "Windows-1254", "Stajı"),
        ("# Metas\n\n- Curso de anatomía\n", "mac_roman", "Mac Roman", "anatomía"),
        ("# Goals\n\n- My résumé\n", "cp1252", "Windows-1252", "résumé"),
    ],
)
def test_the_message_shows_the_word_as_it_would_read(text: str, encoding: str, name: str, word: str) -> None:
    finding = refused(text.encode(encoding))
    assert f"it looks like {name}" in finding.message
    assert f'reads "{word}"' in finding.message
    assert finding.span is not None
    assert finding.span.text == word
    assert finding.span.line == text[: text.index(word)].count("\n") + 1
    assert "save it as UTF-8" in finding.hint
    assert "iconv -f" in finding.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-32"])
def test_wide_text_is_named_and_shown(encoding: str) -> None:
    finding = refused(PLAN.encode(encoding))
    assert encoding[:6].upper() in finding.message
    assert finding.span is not None
    assert finding.span.text == "# Goals"


def test_text_that_is_utf8_but_for_one_word() -> None:
    finding = refused("# Metas\n\n- café, niño, año, después\n".encode() + b"- a\xf1o\n")
    assert finding.span is not None
    assert (finding.span.line, finding.span.text) == (4, "año")
    assert "all the rest is UTF-8" in finding.hint


def test_a_name_with_blanks_is_quoted_in_the_command() -> None:
    assert "'my plan.md' > 'my plan-utf8.md'" in refused("Цели и шаги".encode("cp1251"), "my plan.md").hint


def test_no_command_for_a_text_on_a_stream() -> None:
    assert "iconv" not in refused("Цели и шаги".encode("cp1251"), "<stdin>").hint


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, b"\0" * 5_000])
def test_what_is_no_text_is_called_binary(content: bytes) -> None:
    assert "looks like binary data" in refused(content).message


@pytest.mark.parametrize(
    "content",
    [
        "Цели и шаги ".encode("cp1251") * 330_000,
        b"a " * 1_900_000 + "Цели".encode("cp1251"),
        "é".encode() * 1_900_000 + b"\xe9",
        b"\xe0" * 3_900_000,
        b"\xff\xff" * 1_900_000,
        "短期目标\n".encode("gb18030") * 400_000,
        bytes(n % 255 + 1 for n in range(3_000_000)),
    ],
)
def test_a_text_of_4_mb_is_told_in_time(content: bytes) -> None:
    began = time.process_time()
    assert refused(content).message
    assert time.process_time() - began < 4  # two are meant; a busy machine gets some more
