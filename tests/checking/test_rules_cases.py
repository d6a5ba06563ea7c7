"""The harder positives and negatives of the rules: a plan, and what is to be found in it, side by side.

A case is a title, a plan and the findings, with a line of a single dot after each; a line of findings is a code and the
words that it points at, and after ``=>`` what a fix writes in their place. A file's first line names the codes that it
is about; others are not looked at. A plan without front matter is read on the day of ``TODAY``; one that begins with
a key is YAML.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerdoc.checking import check
from tests.conftest import plan_of

FOLDER = Path(__file__).parent / "cases"


def cases():
    for path in sorted(FOLDER.glob("*.txt")):
        first, rest = path.read_text("utf-8").split("\n", 1)
        pieces = re.split(r"^\.\n", rest, flags=re.MULTILINE)
        assert len(pieces) % 3 == 1, path
        for title, plan, found in zip(pieces[0::3], pieces[1::3], pieces[2::3], strict=False):
            name = title.strip()
            yield pytest.param(first.split(), plan, found, id=f"{path.stem}: {name}")


def told(finding) -> str:
    words = " ".join(finding.span.text.split())
    edits = "".join(f" => {edit.text}" for edit in finding.fix)
    return f"{finding.code} {words}{edits}".strip()


@pytest.mark.parametrize(("codes", "text", "expected"), list(cases()))
def test_what_is_found_and_where(codes: list[str], text: str, expected: str) -> None:
    name = "plan.yaml" if re.match(r"\w+:", text) else "plan.md"
    findings = [finding for finding in check(plan_of(text, name)) if finding.code in codes]
    assert sorted(map(told, findings)) == sorted(expected.splitlines())
    assert all(finding.hint for finding in findings)
    assert all(edit.span.source is finding.span.source for finding in findings for edit in finding.fix)
