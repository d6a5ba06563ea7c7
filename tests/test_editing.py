"""Edits of files: every byte that is not meant stays, and nobody's change is lost."""

from __future__ import annotations

import codecs
import os
import stat

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerdoc import editing
from careerdoc.editing import edited, replace_content
from careerdoc.findings import CareerdocError
from careerdoc.reading import decode
from careerdoc.source import Edit

ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with a mark": (codecs.BOM_UTF8, "utf-8"),
    "utf-16-le": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be": (codecs.BOM_UTF16_BE, "utf-16-be"),
}


def edit_of(content: bytes, start: int, end: int, text: str) -> Edit:
    return Edit(decode(content, "plan.md").span(start, end), text)


@given(
    st.text(st.sampled_from("ab中😀é \t\r\n"), min_size=1, max_size=60),
    st.sampled_from(sorted(ENCODINGS)),
    st.lists(st.integers(0, 60), min_size=2, max_size=6),
    st.text(st.sampled_from("xy中😀"), max_size=3),
)
def test_every_byte_outside_the_edits_stays(text: str, encoding: str, ends: list[int], put: str) -> None:
    mark, codec = ENCODINGS[encoding]
    content = mark + text.encode(codec)
    assume(text.strip())
    source = decode(content, "plan.md")
    ends = sorted({min(end, len(source.text)) for end in ends})
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    after = edited(content, [Edit(source.span(start, end), put) for start, end in spans])
    # Every stretch between the spans stands in the outcome, byte by byte, in order.
    expected, at, normal = [mark], 0, 0
    raw = text
    for start, end in [*spans, (len(source.text), len(source.text))]:
        kept = at
        while normal < start:
            kept += 2 if raw.startswith("\r\n", kept) else 1
            normal += 1
        expected.append(raw[at:kept].encode(codec))
        at = kept
        while normal < end:
            at += 2 if raw.startswith("\r\n", at) else 1
            normal += 1
        expected.append(put.encode(codec))
    expected.pop()
    assert after == b"".join([*expected, raw[at:].encode(codec)])


@given(st.binary(max_size=80))
def test_no_edits_change_nothing(tail: bytes) -> None:
    content = b"a" + tail
    try:
        decode(content, "plan.md")
    except CareerdocError:
        return
    assert edited(content, []) == content


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_that_are_put_in_end_as_those_of_the_file(line_end: str) -> None:
    content = f"one{line_end}two{line_end}".encode()
    assert edited(content, [edit_of(content, 3, 3, "\nand")]) == f"one{line_end}and{line_end}two{line_end}".encode()


def test_edits_come_in_any_order_but_do_not_overlap() -> None:
    content = b"one two"
    edits = [edit_of(content, 4, 7, "2"), edit_of(content, 0, 3, "1")]
    assert edited(content, edits) == b"1 2"
    with pytest.raises(ValueError, match="overlap"):
        edited(content, [edit_of(content, 0, 4, ""), edit_of(content, 3, 5, "")])


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "plan.md"
    made.write_bytes(b"old")
    return made


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(path) -> None:
    path.chmod(0o640)
    replace_content(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_changed_before_is_refused(path) -> None:
    with pytest.raises(CareerdocError) as caught:
        replace_content(path, b"older", b"new")
    assert caught.value.findings[0].code == "CD056"
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_file_that_changes_at_the_last_moment_is_refused(path, monkeypatch, can_exchange: bool) -> None:
    sync = os.fsync

    def saved_by_an_editor(handle: int) -> None:
        sync(handle)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", saved_by_an_editor)
    if not can_exchange:
        monkeypatch.setattr(editing, "_exchanged", lambda *_: False)
    with pytest.raises(CareerdocError, match="meanwhile"):
        replace_content(path, b"old", b"new")
    assert path.read_bytes() == b"theirs"
    assert list(path.parent.iterdir()) == [path]


def test_where_files_cannot_be_exchanged_they_are_replaced(path, monkeypatch) -> None:
    monkeypatch.setattr(editing, "_exchanged", lambda *_: False)
    replace_content(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_what_a_killed_process_left_is_swept_and_what_is_in_use_is_not(path) -> None:
    old, young, other = (path.parent / name for name in (".plan.md.a.part", ".plan.md.b.part", ".other.md.a.part"))
    for left in (old, young, other):
        left.write_bytes(b"x")
    for left in (old, other):
        os.utime(left, (0, 0))
    replace_content(path, b"old", b"new")
    assert sorted(path.parent.iterdir()) == sorted([path, young, other])


def test_a_link_stays_a_link(path) -> None:
    link = path.parent / "link.md"
    link.symlink_to(path.name)
    replace_content(link, b"old", b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_what_cannot_be_written_is_told(path) -> None:
    with pytest.raises(CareerdocError) as caught:
        replace_content(path.parent / "gone.md", b"", b"new")
    assert caught.value.findings[0].code == "CD014"
