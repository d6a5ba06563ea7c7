"""What is no plan gets one located, helpful message, within two seconds and 500 MB, and nothing is written."""

from __future__ import annotations

import os
import re
import struct
import zlib

import pytest

from careerdoc.cli import commands
from careerdoc.findings import CareerdocError
from tests.cli.running import careerdoc

SECONDS = 4.0
"""Of processor time. Two are meant; a slow machine gets some more."""

MEGABYTES = 500
N = 10_000


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0\xff\xff\xff")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("plan.md", b"", "empty"),
    "empty YAML": ("plan.yaml", b"", "empty"),
    "only blanks": ("plan.md", b" \n\t\n  \n", "empty"),
    "only a byte order mark": ("plan.md", b"\xef\xbb\xbf", "empty"),
    "binary": ("plan.md", bytes(range(256)) * 20, "not"),
    "zeros": ("plan.md", b"\0" * 5_000, "not"),
    "picture": ("plan.md", _png(), "PNG"),
    "PDF": ("plan.md", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "Word file": ("plan.md", b"PK\x03\x04\x14\0\0\0\x08\0", "zip"),
    "Windows-1252": ("plan.md", "# Goals\n\n- Study for the résumé\n".encode("cp1252"), "UTF-8"),
    "UTF-16 without mark": ("plan.md", "# Goals\n\n- Learn welding\n".encode("utf-16-le"), "U"),
    "UTF-16 cut short": ("plan.md", "# Goals".encode("utf-16")[:-1] + b"\xd8", "UTF-16"),
    "UTF-32": ("plan.md", "# Goals\n\n- Learn welding\n".encode("utf-32"), "not"),
    "lone surrogate in UTF-8": ("plan.md", b"# Goals\n\n- a \xed\xa0\x80 b\n", "UTF-8"),
    "NUL": ("plan.md", b"# Goals\n\n- a\0b\n", "U+0000"),
    "escape character": ("plan.md", b"# Goals\n\n- \x1b[31mred\n", "U+001B"),
    "too large": ("plan.md", b"# Goals\n\n" + b"- Learn welding by May 2027\n" * 200_000, "large"),
    "invalid YAML": ("plan.yaml", b"title: [a\nname: b\n", "YAML"),
    "invalid front matter": ("plan.md", b"---\ntitle: [a\n---\n# Goals\n\n- a\n", "YAML"),
    "tab in YAML": ("plan.yaml", b"goals:\n\t- a\n", "YAML"),
    "list at the top": ("plan.yaml", b"- a\n- b\n", "key: value"),
    "text at the top": ("plan.yaml", b"just words\n", "key"),
    "number at the top": ("plan.yaml", b"7\n", "key"),
    "two documents": ("plan.yaml", b"title: a\n---\ntitle: b\n", "second"),
    "doubled key": ("plan.yaml", b"title: a\ntitle: b\n", "second time"),
    "key that is a list": ("plan.yaml", b"? [a, b]\n: c\n", "key"),
    "alias bomb": (
        "plan.yaml",
        b"a: &a [x,x,x,x,x,x,x,x,x]\n"
        + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(97, 106)),
        "alias",
    ),
    "merge bomb": (
        "plan.yaml",
        b"a0: &a0 {x: 1}\n" + b"".join(b"a%d: &a%d {<<: [*a%d, *a%d]}\n" % (n, n, n - 1, n - 1) for n in range(1, 60)),
        "alias",
    ),
    "alias to itself": ("plan.yaml", b"goals: &g [*g]\n", "alias"),
    "deep flow": ("plan.yaml", b"goals: " + b"[" * N + b"]" * N, "deep"),
    "deep flow unclosed": ("plan.yaml", b"goals: " + b"{a: " * N, "deep"),
    "deep block": ("plan.yaml", b"".join(b" " * n + b"a:\n" for n in range(1_500)) + b" " * 1_500 + b"b\n", "deep"),
    "deep block on a line": ("plan.yaml", b"goals:\n" + b"- " * N + b"a\n", "deep"),
    "surrogate escape": ("plan.yaml", b'title: "a \\ud800 b"\n', "character"),
    "NUL escape": ("plan.yaml", b'title: "a \\0 b"\n', "U+0000"),
    "lists on a line": ("plan.md", b"# Goals\n\n" + b"- " * 10_000 + b"a\n", "deep"),
    "lists, indented": ("plan.md", b"# Goals\n\n" + b"".join(b"  " * n + b"- a\n" for n in range(1_200)), "deep"),
    "quotations": ("plan.md", b"# Goals\n\n" + b">" * 10_000 + b" a\n", "deep"),
    "quoted lists": ("plan.md", b"# Goals\n\n" + b"> - " * 5_000 + b" a\n", "deep"),
    "tiny headings": ("plan.md", b"# a\n" * 100_000, "more than"),
    "tiny items": ("plan.md", b"# Goals\n\n" + b"- a\n" * 100_000, "more than"),
    "tiny rows": ("plan.md", b"| a | b |\n|---|---|\n" + b"| c | d |\n" * 50_000, "more than"),
    "tiny values": ("plan.yaml", b"goals:\n" + b"- a\n" * 100_000, "more than"),
    "lines without words": ("plan.md", b"# a\n" + b"\n" * 3_900_000, "lines"),
    "columns": ("plan.md", b"|" + b"a|" * 1_000 + b"\n|" + b"---|" * 1_000 + b"\n", "columns"),
    "lists of HTML": ("plan.md", b"<ul><li>a\n" * 20_000, "deep"),
    "Windows-1251": ("plan.md", "# Цели\n\n- Сдать экзамен\n".encode("cp1251"), "Windows-1251"),
    "Shift_JIS": ("plan.yaml", "title: 私の目標\n".encode("shift_jis"), "Shift_JIS"),
    "containers": ("plan.md", b"".join(b":" * (103 - n) + b" a\n" for n in range(100)), "deep"),
}

ODD: dict[str, tuple[str, bytes]] = {
    "no such day": ("plan.yaml", b"title: a\ndate: 2026-02-31\ngoals: [Learn welding by 2027-02-31]\n"),
    "huge number": ("plan.yaml", b"title: " + b"9" * 5_000 + b"\ndate: " + b"9" * 5_000 + b"\ngoals: [a]\n"),
    "huge number in a date": ("plan.md", b"# Goals\n\n- Learn welding by May " + b"2" * 5_000 + b"\n"),
    "huge ordinal": ("plan.md", b"# Goals\n\n999999999. Learn welding\n"),
    "brackets": ("plan.md", b"# Goals\n\n" + b"[" * N + b"\n"),
    "closed brackets": ("plan.md", b"# Goals\n\n" + b"[" * N + b"a" + b"]" * N + b"\n"),
    "links": ("plan.md", b"# Goals\n\n" + b"[a](" * N + b"\n"),
    "links with blanks": ("plan.md", b"# Goals\n\n" + b"[a](<b" * N + b"\n"),
    "pictures": ("plan.md", b"# Goals\n\n" + b"![[]()" * 4_000 + b"\n"),
    "backticks": ("plan.md", b"# Goals\n\n" + b"".join(b"e" + b"`" * n for n in range(1, 200)) + b"\n"),
    "asterisks": ("plan.md", b"# Goals\n\n" + b"*" * N + b"a\n"),
    "asterisks apart": ("plan.md", b"# Goals\n\n" + b"a**b" * N + b"c* " * N + b"\n"),
    "openers": ("plan.md", b"# Goals\n\n" + b"_a " * N + b"\n"),
    "tildes": ("plan.md", b"# Goals\n\n" + b"~~a " * N + b"\n"),
    "entities": ("plan.md", b"# Goals\n\n" + b"&" * N + b"\n"),
    "backslashes": ("plan.md", b"# Goals\n\n" + b"\\" * N + b"\n"),
    "angle brackets": ("plan.md", b"# Goals\n\n" + b"<" * N + b"\n"),
    "comments": ("plan.md", b"# Goals\n\n" + b"<!-" * N + b"\n"),
    "tables": ("plan.md", b"# Goals\n\n" + b"|" * N + b"\n" + b"|-" * 100 + b"\n"),
    "tasks": ("plan.md", b"# Goals\n\n" + b"- [ ] a\n" * 5_000),
    "footnotes": ("plan.md", b"# Goals\n\n" + b"".join(b"[^%d]: a\n\n" % n for n in range(2_000))),
    "references": ("plan.md", b"[a]: http://a.example/" + b"b" * 1_000 + b"\n\n# Goals\n\n" + b"[a] " * 5_000),
    "attributes": ("plan.md", b"# Goals " + b"{" * N + b"\n\n- a\n"),
    "one long word": ("plan.md", b"# Goals\n\n- " + b"a" * 500_000 + b"\n"),
    "one long heading": ("plan.md", b"# " + b"Goals " * N + b"\n\n- a\n"),
    "blanks in a line": ("plan.md", b"# Goals\n\n- a" + b" " * 200_000 + b"b\n"),
    "dashes": ("plan.md", b"# Goals\n\n- a " + b"-" * 200_000 + b" b\n"),
    "days": ("plan.md", b"# Goals\n\n- " + b"by May 2027, " * N + b"\n"),
    "colons": ("plan.md", b"# Goals\n\n- " + b"Why: " * N + b"\n"),
    "arrows": ("plan.md", b"# Goals\n\n# Challenges\n\n- " + "→ ".encode() * N + b"\n"),
    "one line": ("plan.md", b"# Goals\n\n- " + b"ab cd " * 640_000 + b"\n"),
    "lines of a paragraph": ("plan.md", b"Learn welding and read\n" * 30_000),
    "breaks of HTML": ("plan.md", b"# Goals\n\n- a" + b"<br>" * 50_000 + b"\n"),
    "all of Unicode": ("plan.md", "".join(chr(c) for c in range(0xA0, 0x30_00)).encode()),
    "right to left": ("plan.md", "# Goals\n\n- \u202etxt.exe\u202c شهادة التمريض\n".encode()),
}


def assert_a_message(text: str) -> None:
    assert "Traceback" not in text
    assert "fault of careerdoc" not in text
    assert text.strip()
    assert len(text) < 4_000


refused = pytest.mark.parametrize("case", REFUSED)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to work in."""
    made = tmp_path / "work"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


@refused
def test_what_is_no_plan_is_refused_with_a_place_and_a_hint(case: str, folder) -> None:
    name, content, told = REFUSED[case]
    (folder / name).write_bytes(content)
    run = careerdoc("build", name, "outline.md", cwd=folder)
    assert run.status in {1, 2}
    assert_a_message(run.err)
    assert told in run.err
    assert run.err.startswith(f"{name}:")
    assert "= hint: " in run.err
    assert run.peak < MEGABYTES
    assert run.seconds < SECONDS
    assert [path.name for path in folder.iterdir()] == [name]


@refused
def test_check_refuses_the_same(case: str, folder) -> None:
    name, content, told = REFUSED[case]
    (folder / name).write_bytes(content)
    with pytest.raises(CareerdocError, match=re.escape(told)):
        commands.main(["check", name], standalone_mode=False)


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_is_built_or_refused_in_time(case: str, folder) -> None:
    name, content = ODD[case]
    (folder / name).write_bytes(content)
    run = careerdoc("build", name, "outline.md", "-o", "plan.out", cwd=folder)
    assert run.status in {0, 1}
    assert "Traceback" not in run.err
    assert "fault of careerdoc" not in run.err
    assert run.peak < MEGABYTES
    assert run.seconds < SECONDS
    assert {path.name for path in folder.iterdir()} == ({name, "plan.out"} if run.status == 0 else {name})


def test_a_folder(tmp_path) -> None:
    run = careerdoc("build", ".", cwd=tmp_path)
    assert run.status == 1
    assert "folder" in run.err
    assert not list(tmp_path.iterdir())


def test_a_missing_file_says_how_to_begin(tmp_path) -> None:
    run = careerdoc("check", "nothing.md", cwd=tmp_path)
    assert run.status == 1
    assert "nothing.md: error" in run.err
    assert "careerdoc new" in run.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable to this user")
def test_a_file_that_may_not_be_read(tmp_path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Goals\n")
    path.chmod(0)
    run = careerdoc("check", "plan.md", cwd=tmp_path)
    assert run.status == 1
    assert "Permission" in run.err


@pytest.mark.parametrize("name", ["a\0b.md", "x" * 5_000 + ".md"])
def test_what_is_no_file_name(name: str) -> None:
    with pytest.raises(CareerdocError):
        commands.main(["check", name], standalone_mode=False)
