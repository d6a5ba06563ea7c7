"""Law 1 for plans as people type them: words are kept whatever shape they stand in."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import plan_of
from tests.laws.test_nothing_lost import outline_words

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ["".join(letters) for letters in itertools.product("bdfgklmn", "aeiou", "bdfgkl", "aeu")]
"""Each stands once in a plan: rows that name one goal twice are one goal."""

# In each form, what stands between « and » is not read: it is markup, or only a mark.
ITEMS = [
    *("«-»{}", "«- »{}", "«* »{}", "«+»{}", "«• »{}", "«•»{}", "«○ »{}", "«▪ »{}", "«☐ »{}", "«☑ »{}", "«✅ »{}", "«- [ ] »{}"),
    *("«- [x] »{}", "«-[ ] »{}", "«[ ] »{}", "«[x]»{}", "«1. »{}", "«2) »{}", "«1、»{}", "«A. »{}", "«(1) »{}", "«（1）»{}", "«① »{}"),
    *("«-　»{}", "«- ☐ »{}", "«   - »{}", "«  * »{}", "« - »{}", "«\t- »{}", "«1.»{}", "«- [/] »{}", "«・»{}", "«➤ »{}"),
]  # fmt: skip
HEADINGS = [
    *("«##»{}", "«## »{}", "«# »{}", "«###　»{}", "«＃＃»{}", "«## **»{}«**»", "«**»{}«**»", "{}«:»", "«## »{}« ##»", "«## 🎯 »{}", "«一、»{}"),
    *("{}«\n===»", "{}«\n---»", "«<h2>»{}«</h2>»", "«## [»{}«](#a)»", "«## »{}« {#a .b}»"),
]  # fmt: skip
LINES = [
    *("{}", "{}, {}", "«**»Goal 1«:**» {}", "«**»Goal 2«:** »{}«\n- »{}", "Why: {}", "By: {}", "Label: {}", "«**»{}«:** »{}", "Obiettivo: {}"),
    *("Por qué: {}", "Warum: {}", "原因：{}", "이유: {}", "Почему: {}", "السبب: {}", "Neden: {}", "क्यों: {}", "למה: {}", "Pourquoi : {}"),
    *("{}«<br>»\n{}", "«<b>»{}«</b> <i>»{}«</i>»", "«> »{}", "«> [!note] »{}", "«[[»{}«]]»", "«[[abc|»{}«]]»", "«![[»{}«]]»", "{} « ^bcd12»"),
    *("«<ul><li>»{}«</li><li>»{}«</li></ul>»", "«<details><summary>»{}«</summary>\n\n»{}«\n\n</details>»", "«<p>»{}«</p>»"),
    *("«<table><tr><th>»Goal«</th><th>»When«</th></tr><tr><td>»{}«</td><td>»{}«</td></tr></table>»", "«<ol>\n<li>»{}«\n</ol>»"),
    *("«<!-- abc -->»{}", "«<div align=\"center\">»{}«</div>»", "«<input type=\"checkbox\" checked> »{}", "«<li>»{}«</li>»"),
    *("«| »{}« | »{}« |»", "«| »{}« | »{}« |\n| »{}« | »{}« |»", "«::: notes\n»{}«\n:::»", "«![»{}«](a.png)»", "{} — {}", "{} → {}"),
    *("«|»{}«|»{}«|\n|-|»\n«|»{}«|»{}«|»", "«```\n»{}«\n```»", "«~~»{}«~~»", "«==»{}«==»", "{} «\\»*{}", "«    »{}", "«<kbd>»{}«</kbd>»"),
    *("«|»{}«|»{}«|\n|---|---|\n|»{}«|»{}«|»{}«|»", "«- »{}« [[»{}«]]: »{}", "{} ✅ {}", "{}:\n«- »{}\n«- »{}"),
]  # fmt: skip
TAILS = [
    *("", "", "", " 📅 2027-01-01", " ✅ 2026-12-01", " ⏳ 2027-03-01", " #bcd", " #bcd/fgh", " (by May 2027)", " by May 2027", " - 2027", ".", ":", "。"),
    *(" (Due: May 2027)", " [bcd](http://a.example)", "　", "  ", " *bcd*", " `bcd`", " ✅", " @bcd", " 100%", " $500", " 1/2"),
]  # fmt: skip
COLUMNS = ["Goal", "Steps", "When", "Why", "Measure", "Status", "Notes", "Resources", "#"]


POOL = frozenset(WORDS)


def phrase(draw, words: Iterator[str]) -> str:
    return " ".join(itertools.islice(words, draw(st.integers(1, 4))))


def filled(draw, form: str, words: Iterator[str]) -> tuple[str, str]:
    """A form with words in it: the text, and what of it is read."""
    whole = re.sub(r"\{\}", lambda _: phrase(draw, words), form)
    return re.sub("[«»]", "", whole), re.sub("«[^»]*»", " ", whole)


def tailed(draw, form: str, words: Iterator[str]) -> tuple[str, str]:
    text, read = filled(draw, form, words)
    tail = draw(st.sampled_from(TAILS))
    return (text + tail, read + tail.replace("http://a.example", "")) if form.endswith("{}") else (text, read)


def block(draw, words: Iterator[str]) -> tuple[str, str]:
    kind = draw(st.sampled_from(["items", "items", "nested", "line", "table"]))
    if kind == "line":
        return tailed(draw, draw(st.sampled_from(LINES)), words)
    if kind == "table":
        names = draw(st.lists(st.sampled_from(COLUMNS), min_size=2, max_size=5, unique=True))
        rows = [[phrase(draw, words) for _ in names] for _ in range(draw(st.integers(1, 3)))]
        edge = draw(st.sampled_from(["| ", "|", "|  "]))
        lines = [edge + " | ".join(row) + " |" for row in (names, ["---"] * len(names), *rows)]
        return "\n".join(lines), " ".join(word for row in (names, *rows) for word in row)
    forms = draw(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4))
    if kind == "items":
        made = [tailed(draw, form, words) for form in forms[:1] * draw(st.integers(1, 3))]
    else:
        indents = draw(st.lists(st.sampled_from(["", " ", "  ", "   ", "    ", "\t"]), min_size=4, max_size=4))
        made = [
            (indent + text, read)
            for indent, (text, read) in zip(indents, (tailed(draw, f, words) for f in forms), strict=False)
        ]
    return "\n".join(text for text, _ in made), " ".join(read for _, read in made)


@st.composite
def plan(draw) -> tuple[str, str]:
    words, parts = iter(WORDS), []
    for _ in range(draw(st.integers(1, 4))):
        named = draw(st.sampled_from(["{}", "{}", "{}", "Goals", "Steps", "Challenges", "About me"]))
        parts.append(filled(draw, draw(st.sampled_from(HEADINGS)).replace("{}", named), words))
        parts += [block(draw, words) for _ in range(draw(st.integers(0, 3)))]
    gap = draw(st.sampled_from(["\n\n", "\n\n", "\n"]))
    return gap.join(text for text, _ in parts) + "\n", " ".join(read for _, read in parts)


def read_words(read: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", read))


@given(plan())
@settings(max_examples=300, deadline=None)
def test_outline_of_a_plan_as_people_type_it(made: tuple[str, str]) -> None:
    text, read = made
    kept, wanted = outline_words(plan_of(text)), read_words(read)
    assert not {word for word in wanted if word not in kept}
    # A time that stands twice in one line may be told once.
    assert not {word for word in (wanted - kept) if word in POOL}


@pytest.mark.parametrize("form", [*ITEMS, *HEADINGS, *LINES])
def test_each_form_by_itself(form: str) -> None:
    numbers = iter(("banana", "cherry", "date", "fig", "grape"))
    whole = re.sub(r"\{\}", lambda _: next(numbers), form)
    text, read = re.sub("[«»]", "", whole), re.sub("«[^»]*»", " ", whole)
    for around in ("{}\n", "# Goals\n\n{}\n", "# Short-term goals\n\n- Learn welding\n\n{}\n\n# Other\n\nWords.\n"):
        assert not read_words(read) - outline_words(plan_of(around.format(text)))
