"""Each rule finds what its page says, and is silent where its page says so; the pages are the fixtures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from careerdoc.checking import check, pages
from careerdoc.checking.rules import RULES
from careerdoc.findings import Level
from tests.conftest import SAMPLES, plan_at, plan_of

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "# Short-term goals\n\n- Learn welding by May 2027\n  - [ ] Find a class by March 2027\n"
CODES = [rule.code for rule in RULES]


def examples(code: str, heading: str) -> list[tuple[str, str]]:
    """The plans under a heading of a rule's page, each with the name of a file of its kind."""
    page = (pages.FOLDER / f"{code}.md").read_text("utf-8")
    section = page[page.index(f"\n## {heading}\n") :]
    end = section.find("\n## Not found in\n", 1) if heading == "Found in" else -1
    found = re.findall(r"^```(markdown|yaml)\n(.*?)^```", section[: end if end > 0 else None], re.DOTALL | re.MULTILINE)
    return [(text, f"plan.{'md' if kind == 'markdown' else 'yaml'}") for kind, text in found]


def codes(text: str, name: str = "plan.md") -> list[str]:
    return [finding.code for finding in check(plan_of(text, name))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_page_that_names_it(rule) -> None:
    page = (pages.FOLDER / f"{rule.code}.md").read_text("utf-8")
    assert page.startswith(f"# {rule.code} {rule.name}\n")
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_what_a_page_says_is_found(code: str) -> None:
    shown = examples(code, "Found in")
    assert shown
    for text, name in shown:
        found = [finding for finding in check(plan_of(text, name)) if finding.code == code]
        assert found, text
        assert all(finding.hint and finding.span for finding in found)


@pytest.mark.parametrize("code", CODES)
def test_what_a_page_says_is_not_found(code: str) -> None:
    shown = examples(code, "Not found in")
    assert shown
    for text, name in shown:
        assert code not in codes(text, name), text


def test_codes_and_names_are_unique() -> None:
    assert len(set(CODES)) == len(CODES) == len({rule.name for rule in RULES})


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
def test_samples_have_no_errors(path: Path) -> None:
    assert not [finding for finding in check(plan_at(path)) if finding.level is Level.ERROR]


WORDS = [
    ("en", "Try to find a class", "Try to"),
    ("en", "Get better at maths", "Get better at"),
    ("es", "Tratar de leer más", "Tratar de"),
    ("pt", "Tentar um estágio", "Tentar"),
    ("fr", "Essayer de lire", "Essayer de"),
    ("de", "Irgendwann ins Ausland gehen", "Irgendwann"),
    ("zh", "尽快找到实习", "尽快"),
    ("ja", "いつか留学する", "いつか"),
    ("ko", "언젠가 유학 가기", "언젠가"),
    ("ru", "Когда-нибудь выучить Go", "Когда-нибудь"),
    ("ar", "سأحاول القراءة", "سأحاول"),
    ("he", "לנסות לקרוא", "לנסות"),
    ("hi", "कभी पढ़ना", "कभी"),
    ("tr", "Belki kitap okumak", "Belki"),
]


@pytest.mark.parametrize(("language", "step", "words"), WORDS)
def test_vague_words_are_pointed_at_in_every_language(language: str, step: str, words: str) -> None:
    plan = plan_of(f"---\nlanguage: {language}\n---\n## Goals\n\n### A\n\n- [ ] {step}\n")
    (found,) = [finding for finding in check(plan) if finding.code == "CD125"]
    assert found.span.text == words


ORDER = """\
## Goals

### Paint (by June 2027)

{}

- [ ] Buy paint by May 2027

### Weld (by May 2027)

{}

- [ ] Find a class by March 2027

### Sell (by August 2027)

{}

- [ ] Call ten shops by July 2027
"""


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("After: Weld", "", "After: Paint"), set()),
        (("After: Sell", "", ""), {"CD123"}),
        (("After: Sell", "", "After: Paint"), {"CD123", "CD124"}),
        (("After: Paint", "", ""), {"CD124"}),
        (("After: Wedl", "", ""), {"CD122"}),
        (("After: Find a class", "", ""), set()),
    ],
)
def test_what_comes_first(after: tuple[str, ...], expected: set[str]) -> None:
    assert set(codes(ORDER.format(*after))) & {"CD122", "CD123", "CD124"} == expected


def test_fixes_mend_what_they_are_for() -> None:
    text = "## Goals\n\n- a by 5/25/2027\n\n## Challanges\n\n- Night shifts\n"
    fixes = [edit.text for finding in check(plan_of(text)) for edit in finding.fix]
    assert set(fixes) == {"2027-05-25", "Challenges"}
