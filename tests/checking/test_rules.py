"""Each rule finds what it is for, where it stands, and nothing in a plan that is as it should be."""

from __future__ import annotations

import pytest

from careerdoc.checking import as_text, check
from careerdoc.findings import Level
from tests.conftest import SAMPLES, plan_at, plan_of

GOOD = "# Short-term goals\n\n- Learn welding by May 2027\n  - [ ] Find a class by March 2027\n"
CASES = [
    ("CD101", "Some words.\n", 1),
    ("CD102", "# Goals\n\n- Learn welding by May 2027\n", 3),
    ("CD103", "# Goals\n\n- Learn welding\n  - Find a class by May 2027\n", 3),
    ("CD104", "# Goals\n\n- Learn welding by May 2027\n  - Find a class\n", 4),
    ("CD105", "# Goals\n\n## Learn welding\n\nBy: 2027-02-31\n\n- Find a class by May 2027\n", 5),
    ("CD106", "# Short-term goals\n\n- Learn welding by 2030\n  - Find a class by May 2027\n", 3),
    ("CD107", "# Long-term goals\n\n- Learn welding by March 2027\n  - Find a class by March 2027\n", 3),
    ("CD108", "# Goals\n\n- Learn welding by March 2027\n  - Find a class in May 2027\n", 4),
    ("CD109", "# Goals\n\n- Learn welding by March 2027\n  - [ ] Find a class by May 2026\n", 4),
    ("CD110", GOOD + "\n# Challenges\n\n- Night shifts\n", 8),
    ("CD111", f"---\nkind: career\n---\n{GOOD}", 1),
]


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(plan_of(text))]


@pytest.mark.parametrize(("code", "text", "line"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_its_fault_and_its_place(code: str, text: str, line: int) -> None:
    found = [finding for finding in check(plan_of(text)) if finding.code == code]
    assert found
    assert found[0].span.line == line
    assert found[0].hint


def test_a_good_plan_has_no_findings() -> None:
    assert codes(GOOD) == []


def test_what_is_done_needs_nothing_more() -> None:
    text = "# Goals\n\n- [x] Learn welding\n- Weld by May 2027\n  - [x] Find a class by May 2026\n"
    assert codes(text) == []


def test_each_kind_asks_for_its_own_parts() -> None:
    asked = {kind: codes(f"---\nkind: {kind}\n---\n{GOOD}").count("CD111") for kind in ("list", "career", "assignment")}
    assert asked["list"] == 0 < asked["career"] < asked["assignment"]


def test_the_gravest_comes_first() -> None:
    levels = [finding.level for finding in check(plan_of("# Goals\n\n- a\n- b by 2027-05\n  - c\n"))]
    assert levels == sorted(levels, key=list(Level).index)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_have_no_errors(path) -> None:
    assert not [finding for finding in check(plan_at(path)) if finding.level is Level.ERROR]


def test_the_caret_stands_under_the_words() -> None:
    text = as_text(check(plan_of("# Goals\n\n- 中文 Learn by 2030-01\n")))
    lines = text.splitlines()
    source, caret = lines[1].split("| ", 1)[1], lines[2].split("| ", 1)[1]
    assert source.startswith("- 中文")
    assert caret.startswith("  ^")


def test_a_long_line_is_cut_around_the_place() -> None:
    text = as_text(check(plan_of("# Goals\n\n- " + "word " * 500 + "\n")))
    assert max(map(len, text.splitlines())) < 200
