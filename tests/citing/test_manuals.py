"""The manuals, example by example: a source, its entry in the list, its citation in parentheses and in a sentence.

A case is a title with the section, the sources, the entries in their order, and the citations in the order of the sources,
with a line of a single dot after each. Stars are italics. A file's first line names the style. Examples with a number are
those of the manuals and of their public guides (apastyle.apa.org, "Reference examples"; style.mla.org, "Works Cited: A
Quick Guide"), some of them shortened.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerdoc.citing.apa import Apa
from careerdoc.citing.cite import work_from
from careerdoc.citing.mla import Mla
from careerdoc.citing.runs import smoothed
from careerdoc.citing.style import Cited
from careerdoc.citing.terms import terms_for
from careerdoc.document.model import CitationItem
from tests.conftest import plan_of

FOLDER = Path(__file__).parent / "cases"


def cases():
    for path in sorted(FOLDER.glob("*.txt")):
        style, rest = path.read_text("utf-8").split("\n", 1)
        pieces = re.split(r"^\.\n", rest, flags=re.MULTILINE)
        assert len(pieces) % 5 == 1, path
        for title, *case in zip(*(pieces[n::5] for n in range(5)), strict=False):
            yield pytest.param(style.split()[0], *case, id=f"{path.stem}: {title.strip()}")


def shown(runs) -> str:
    return "".join(re.sub(r"^(\s*)(.*?)(\s*)$", r"\1*\2*\3", r.text) if r.italic else r.text for r in smoothed(runs))


def style_of(name, works, language="en"):
    terms = terms_for(language)
    return Mla(works, terms, language) if name == "mla" else Apa(works, terms, language, frozenset())


@pytest.mark.parametrize(("style", "sources", "entries", "cited", "told"), list(cases()))
def test_an_example_of_the_manual(style, sources, entries, cited, told) -> None:
    plan = plan_of("title: x\nsources:\n" + sources, "plan.yaml")
    works = [work_from(reference, f"k{index}") for index, reference in enumerate(plan.sources)]
    made = style_of(style, works)
    listed = [shown(runs) if not work.written else str(work.reference.text) for work, runs in made.listed()]
    assert listed == entries.splitlines()
    assert [shown(made.parenthetical([Cited(CitationItem(w.key), w)])) for w in works] == cited.splitlines()
    assert [shown(made.narrative(Cited(CitationItem(w.key), w))) for w in works] == told.splitlines()
