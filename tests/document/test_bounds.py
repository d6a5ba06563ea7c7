"""What is bounded while Markdown is parsed, and what is not mistaken for excess."""

from __future__ import annotations

import pytest

from careerdoc.document import parse
from careerdoc.findings import CareerdocError
from careerdoc.source import Source


@pytest.mark.parametrize("piece", ["![[]()", "a**b", "[a](<b", "[a](", "`a", "*a _b "])
def test_a_crowd_of_marks_in_one_paragraph_is_refused_with_its_line(piece: str) -> None:
    with pytest.raises(CareerdocError) as caught:
        parse(Source("plan.md", "# A\n\n" + piece * 20_000))
    (finding,) = caught.value.findings
    assert finding.code == "CD005"
    assert finding.span is not None
    assert finding.span.line == 3


def test_many_marks_in_many_paragraphs_and_items_are_fine() -> None:
    tasks = "\n".join(f"- [ ] *task* {number}" for number in range(3_000))
    paragraphs = "\n\n".join("[a](b) **c**" for _ in range(2_000))
    assert len(parse(Source("plan.md", f"{paragraphs}\n\n{tasks}")).blocks) == 2_001


def test_links_that_expand_without_end_are_refused() -> None:
    text = f"[a]: <{'x' * 50_000}>\n\n" + "\n\n".join("[a]" for _ in range(10))
    with pytest.raises(CareerdocError, match="expand"):
        parse(Source("plan.md", text))
