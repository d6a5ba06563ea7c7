"""Reading costs what the text is long; texts made to be slow end in time, with a plan or a finding."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import pytest

from careerdoc.checking import check
from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.findings import CareerdocError
from careerdoc.packs import pack_from_folder
from careerdoc.plan import read_plan
from careerdoc.reading import decode
from tests.conftest import ROOT, TODAY

PACK = pack_from_folder(ROOT / "templates")
SECONDS = 4.0
"""Of processor time. Two are meant; a slow or busy machine gets some more."""

WORDS = [
    "learn",
    "weld",
    "study",
    "apply",
    "nurse",
    "school",
    "exam",
    "interview",
    "network",
    "class",
    "certificate",
    "mentor",
    "shadow",
    "anatomy",
    "volunteer",
    "degree",
    "program",
    "hospital",
    "clinic",
    "write",
    "read",
    "call",
    "visit",
    "plan",
    "review",
    "money",
    "rent",
    "bus",
    "care",
    "child",
]


def prose(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count)).capitalize() + "."


def goal(dice: random.Random, number: int) -> str:
    steps = "\n".join(f"- [{' x'[n % 2]}] {prose(dice, 14)} by March 2027" for n in range(7))
    title = f"## Goal {number}: {prose(dice, 6)} (by May 2027)\n\nWhy: {prose(dice, 40)}\n\n"
    return f"{title}{steps}\n\n{prose(dice, 120)}\n\n{prose(dice, 70)}\n\n"


def plan_with(goals: int) -> bytes:
    dice = random.Random(1)  # noqa: S311 - no secret hangs on it
    return ("# Short-term goals\n\n" + "".join(goal(dice, number) for number in range(1, goals + 1))).encode()


def seconds_to_read(content: bytes, *, tries: int = 3) -> float:
    """The least processor time that reading takes."""
    took = []
    for _ in range(tries):
        began = time.process_time()
        read_plan(decode(content, "plan.md"), TODAY)
        took.append(time.process_time() - began)
    return min(took)


def test_a_plan_of_700_tasks_is_read_in_a_second_and_ten_in_twelve() -> None:
    small, large = plan_with(100), plan_with(1_000)
    assert len(small) > 240_000
    assert small.count(b"- [") == 700
    ratios = []
    for _ in range(3):  # a busy machine may spoil one of them
        once = seconds_to_read(small)
        assert once < 1.0
        ratios.append(seconds_to_read(large, tries=1) / once)
        if ratios[-1] <= 12:
            break
    assert min(ratios) <= 12


SHAPES = {
    "tasks": "- [ ] Learn welding by May 2027\n",
    "nested tasks": "- [ ] Learn welding\n  - [ ] Read the book in six months\n    - Buy it: soon\n",
    "goals": "## Learn welding\n\nWhy: I like it\n\n- Read the book\n\n",
    "bold goals": "**Goal 1:** Learn welding\n\n- Read the book\n\n",
    "numbers": "1. Learn welding\n- Read the book\n",
    "loose marks": "##Weld\n-Learn it\n• Read the book\n☐ Buy it\n\n",
    "rows": "| Learn welding | Read the book | May 2027 |\n",
    "tables": "| Goal | Steps |\n|---|---|\n| Learn welding | Read the book |\n\n",
    "HTML": "<ul><li>Learn welding<ul><li>Read the book</li></ul></li></ul>\n<br>\n",
    "prose": "I want to **learn** welding, and [read](http://a.example) the book; see [[the note]].\n\n",
    "lines": "Learn welding and read the book\n",
    "labels": "Why: I like it\n",
    "empty headings": "##\n",
    "placeholders": "- TODO and [your name] and TODO\n",
    "footnotes": "- Learn welding[^1]\n\n",
    "days": "- Learn welding 📅 2027-01-01 #work (due: May 2027)\n",
}


def seconds_for_all(text: str) -> float:
    began = time.process_time()
    plan, _ = read_plan(decode(text.encode(), "plan.md"), TODAY)
    check(plan)
    write(compose(plan, PACK.templates["outline"], PACK))
    return time.process_time() - began


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_a_shape_costs_no_square(shape: str) -> None:
    few = 100
    ratios = []
    for _ in range(3):
        small = min(seconds_for_all("# Goals\n\n" + SHAPES[shape] * few) for _ in range(3))
        ratios.append(seconds_for_all("# Goals\n\n" + SHAPES[shape] * few * 10) / small)
        if ratios[-1] <= 30:
            break
    assert min(ratios) <= 30  # a square is a hundred


N = 20_000
GOALS = "# Goals\n\n"
SLOW = {
    **{f"{mark!r} in a line": GOALS + "- " + mark * (4 * N // len(mark)) + "\n" for mark in (
        *("<br>", "<div>", "<ul><li>", "<table><tr><td>", "<h1>", "<!--", "<script>", "<details>", "[[", "[[a|b]]", "|", "(", "#", "**"),
        *("`", ":", "：", "😀", "☐", "1. ", "A. ", "(1)", "、", "#tag ", "✅ ", "📅 2027-01-01 ", "Goal 1: ", "Why: ", "TODO ", "by May 2027 "),
        *("[^a]", "&NotEqualTilde;", "\\", "{.a} ", "\u3000", "\u2028", "\u0301", "in six months ", "9", "9/", "- ", "[x] ", "http://"),
    )},
    **{f"lines of {mark!r}": GOALS + (mark + "a\n") * N for mark in (
        *("#", "##", "-", "- ", "- [ ] ", "1. ", "A. ", "1、", "• ", "> ", "|", "<br>", "<ul><li>", "<p>", "**Goal 1:** ", "Why: ", "[[", ": "),
        *("\t", "    ", "::: ", "[^a]: ", "```", "=", "☐ ", "① ", "(1) "),
    )},
    "headings": "# a\n" * 5 * N,
    "deep headings": "".join("#" * (n % 6 + 1) + " h\n\n" for n in range(N)),
    "numbers and bullets": GOALS + "".join(f"{n}. a\n- b\n" for n in range(N)),
    "blanks before a colon": GOALS + ("- " + "a" * 59 + " " * 1_900 + ": b\n") * 300,
    "blanks before a word": GOALS + ("- a" + " " * 1_900 + "x\n") * 300,
    "tags": GOALS + ("- a" + " #tag" * 300 + " x\n") * 300,
    "fences": "".join("`" * (3 + n % 50) + "\na\n" for n in range(N)),
    "one line of 4 MB": GOALS + "- " + "ab cd " * 640_000 + "\n",
    "one word of 4 MB": GOALS + "- " + "a" * 3_900_000 + "\n",
    "blank lines": "# a\n" + "\n" * 3_900_000,
    "paragraphs": "word word word\n\n" * 5 * N,
    "stairs": "".join(" " * (n % 400) + "- a\n" for n in range(4_000)),
    "columns": (GOALS + "|" + "a|" * 1_000 + "\n|" + "---|" * 1_000 + "\n" + "a|\n") * 50,
    "front matter": "---\n" + "".join(f"a{n}: b\n" for n in range(2 * N)) + "---\n# a\n",
    "front matter without end": "---\n" + "a: b\n" * 2 * N,
    "values of time": GOALS + "- a by 9999-99-99, 2027-13-45, 1e999, May 99999\n" * 2_000,
}  # fmt: skip
SLOW_YAML = {
    "list": "goals:\n" + "- a\n" * 5 * N,
    "flow": "goals: [" + "a, " * 5 * N + "]\n",
    "keys": "".join(f"k{n}: v\n" for n in range(5 * N)),
    "goals": "goals:\n" + "- title: a\n  when: May 2027\n  steps: [b, c]\n" * N,
    "prose": "sections:\n- title: a\n  body: |\n" + "    - a\n" * 2 * N,
    "question marks": "? " * N,
    "numbers": "title: 1e999\ndate: 1e999\ngoals: [1e999, .inf, 0x10, 9999-99-99, 2027-13-45, " + "9" * 5_000 + "]\n",
    "escapes": 'title: "' + "\\u0041" * 5 * N + '"\n',
    "anchors": "".join(f"k{n}: &a{n} v\n" for n in range(N)),
    "JSON": '{"goals": [' + '{"title": "a", "steps": ["b"]},' * N + "{}]}",
}
CASES = [
    *((text, "plan.md", case) for case, text in SLOW.items()),
    *((t, "plan.yaml", case) for case, t in SLOW_YAML.items()),
]


@pytest.mark.parametrize(("text", "name"), [case[:2] for case in CASES], ids=[case[2] for case in CASES])
def test_what_is_made_to_be_slow_ends_in_time(text: str, name: str) -> None:
    began = time.process_time()
    with suppress(CareerdocError):
        plan, _ = read_plan(decode(text.encode(), name), TODAY)
        check(plan)
        write(compose(plan, PACK.templates["outline"], PACK))
    assert time.process_time() - began < SECONDS
