"""What holds for the rules over any plan: they end, they point into the source, and what they mend is mended."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdoc.checking import check
from careerdoc.checking.rules import RULES
from careerdoc.checking.rules.within import every_step
from careerdoc.source import Rewriting
from tests.conftest import plan_of

PIECES = [
    *("## Goals\n\n", "### Learn welding (by May 2027)\n\n", "- [ ] ", "- [x] ", "  - [ ] ", "- ", "\n", " ", "Why: "),
    *(
        "After: Learn",
        "## Gaols\n\n",
        "## Sources\n\n",
        "by 5/25/2027",
        "(May 2028 – March 2027)",
        "2027-02-31",
        "Mya 2027",
    ),
    *("TODO", "[your name]", "____", "SOMEDAY İn", "BELKİ", "try to", "[@key]", "![](a.png)", "[a](#b)", "[a][b]", "`"),
    *("उद्देश्य", "目标", "هدف", "Learn welding", "✅ 2027-01-05", "Status: done\n", "\\", "[^1]", "| a | b |\n|-|-|\n"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
LANGUAGES = st.sampled_from(["en", "es", "pt", "fr", "de", "zh", "ja", "ko", "ar", "he", "ru", "hi", "tr"])


@settings(max_examples=150)
@given(TEXTS, LANGUAGES)
def test_every_finding_points_into_the_source_and_has_a_hint(text: str, language: str) -> None:
    plan = plan_of(f"---\nlanguage: {language}\n---\n\n{text}")
    for finding in check(plan):
        assert finding.message
        assert finding.hint
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(plan.span.source.text)


@settings(max_examples=150)
@given(TEXTS)
def test_a_fix_mends_its_finding_and_loses_no_goal_or_step(text: str) -> None:
    plan = plan_of(f"# A plan\n\n{text}")
    for finding in check(plan):
        if not finding.fix:
            continue
        mended = plan_of(Rewriting(plan.span.source, finding.fix).source.text)
        before, after = (sum(f.code == finding.code for f in check(each)) for each in (plan, mended))
        assert after < before, finding
        if finding.code in {"CD120", "CD129"}:
            assert counted(mended) == counted(plan)


def counted(plan) -> tuple[int, int]:
    return len(plan.goals), sum(1 for _ in every_step(plan))


def long_plan(goals: int) -> str:
    steps = "".join(f"- [ ] Take step {n} and try to pass by March 2027\n" for n in range(7))
    parts = (
        f"### Learn craft {n} (by May 2027)\n\nWhy: [it]({n}) pays.\n\nAfter: Learn craft {n + 1}\n\n{steps}\n"
        for n in range(goals)
    )
    return "## Goals\n\n" + "".join(parts)


def test_ten_times_the_plan_takes_no_more_than_some_ten_times_the_time() -> None:
    spent = []
    for goals in (100, 1_000):
        plan = plan_of(long_plan(goals))
        check(plan)
        began = time.process_time()
        check(plan)
        spent.append(time.process_time() - began)
    assert spent[1] < max(spent[0], 0.02) * 25


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_the_same_twice_and_changes_nothing(rule) -> None:
    from careerdoc.checking import Limits

    plan = plan_of(long_plan(3))
    assert list(rule.findings(plan, Limits())) == list(rule.findings(plan, Limits()))
