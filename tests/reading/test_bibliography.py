"""Files of sources: what is read from each syntax, where it stands, and what a broken one does."""

from __future__ import annotations

import json
import time

import pytest

from careerdoc.plan import read_library
from careerdoc.reading.bibliography.latex import to_text
from careerdoc.source import Source
from tests.conftest import plan_of


def library(name: str, text: str, *keys: str):
    plan = plan_of(f"title: x\nmain_goal: '{' '.join(f'[@{key}]' for key in keys or ('a', 'b', 'c'))}'\n", "plan.yaml")
    return read_library(Source(name, text), plan)


def told(reference) -> dict[str, object]:
    values = {name: getattr(reference, name) for name in reference.__slots__ if name not in {"span", "key"}}
    return {
        name: [(str(n.family or ""), str(n.given or ""), str(n.literal or "")) for n in value]
        if isinstance(value, tuple)
        else str(value)
        for name, value in values.items()
        if value
    }


BIB = r"""% a comment with @ in it
@string{jvb = "Journal of Vocational Behavior"}
@comment{not @book{x, }}
@article{a,
  author = {Savickas, Mark L. and M{\"u}ller, J\"org and {Mayo Clinic} and others},
  title = {Career {Adapt-Abilities} in {NASA}: \emph{Hamlet} \& Caf\'e},
  journal = jvb # { today}, volume = 80, number = {3}, pages = "661--673", year = 2012, month = jan,
  doi = {10.1016/j.jvb.2012.01.011},
}
@incollection(b, author = "Guy de Maupassant and King, Jr., Martin Luther", title = {In}, crossref = {c})
@book{c, editor = {Brown, Steven D.}, title = {Whole}, subtitle = {All of it}, publisher = {Wiley}, date = {2020-05}}
"""


def test_bibtex() -> None:
    found, findings = library("r.bib", BIB)
    assert not findings
    a, b, c = map(told, found)
    assert a == {
        "type": "article-journal",
        "author": [("Savickas", "Mark L.", ""), ("Müller", "Jörg", ""), ("", "", "Mayo Clinic"), ("", "", "et al.")],
        "title": "Career {Adapt-Abilities} in {NASA}: <i>Hamlet</i> & Café",
        "container_title": "Journal of Vocational Behavior today",
        "volume": "80",
        "issue": "3",
        "page": "661–673",
        "issued": "2012-01",
        "doi": "10.1016/j.jvb.2012.01.011",
    }
    assert b["author"] == [("de Maupassant", "Guy", ""), ("King", "Martin Luther", "")]
    assert (b["container_title"], b["publisher"], b["issued"]) == ("Whole: All of it", "Wiley", "2020-05")
    assert c["title"] == "Whole: All of it"


def test_every_value_knows_its_place() -> None:
    (a, *_), _ = library("r.bib", BIB)
    assert a.title.span.text.startswith("Career {Adapt")
    assert (a.title.span.line, a.page.span.text, a.key.span.text) == (6, "661--673", "a")


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\"o}", "ö"),
        (r"\'e", "é"),
        (r"\'{e}", "é"),
        (r"{\'{\i}}", "í"),
        (r"\c{c}a \c ca", "ça ça"),
        (r"\v{S}koda", "Škoda"),
        (r"{\ss} {\O}rsted \AA ngstr\"om", "ß Ørsted Ångström"),
        (r"A \& B \% \$ \_ \#", "A & B % $ _ #"),
        ("``quoted'' --- it's 1--2", "“quoted” — it's 1–2"),
        (r"\url{https://x.example/a_b}", "https://x.example/a_b"),
        (r"\unknown{word} and \textbf{bold}", "word and bold"),
        ("{{NASA}}~x", "NASA x"),
    ],
)
def test_latex(latex: str, text: str) -> None:
    assert to_text(latex).replace("\u00a0", " ") == text


def test_ris() -> None:
    text = "TY  - JOUR\nID  - a\nAU  - Bell, Marcus\nAU  - Okafor, Ada\nTI  - Work\nJO  - Nature\nPY  - 2020/05/01/\nSP  - 3\nEP  - 9\nVL  - 1\nIS  - 2\nER  - \n"
    (found,), findings = library("r.ris", text)
    assert not findings
    assert told(found) == {
        "type": "article-journal",
        "author": [("Bell", "Marcus", ""), ("Okafor", "Ada", "")],
        "title": "Work",
        "container_title": "Nature",
        "issued": "2020-05-01",
        "page": "3–9",
        "volume": "1",
        "issue": "2",
    }
    assert found.title.span.line == 5


def test_a_ris_source_without_an_id_goes_by_name_and_year() -> None:
    (found,), _ = library("r.ris", "TY  - BOOK\nAU  - Bell, Marcus\nPY  - 2020\nTI  - Work\nER  - \n", "bell2020")
    assert found.key == "bell2020"


CSL = {
    "id": "a", "type": "book", "title": "Work", "author": [{"family": "Bell", "given": "Marcus"}, {"literal": "Acme"}],
    "issued": {"date-parts": [[2020, 5, 1]]}, "abstract": "long", "container-title": "X", "DOI": "10.1/x",
}  # fmt: skip
EXPECTED = {
    "type": "book", "title": "Work", "author": [("Bell", "Marcus", ""), ("", "", "Acme")], "issued": "2020-05-01",
    "container_title": "X", "doi": "10.1/x",
}  # fmt: skip


def test_csl_json_and_yaml() -> None:
    (found,), findings = library("r.json", json.dumps([CSL], indent=1))
    assert (told(found), findings) == (EXPECTED, ())
    assert found.title.span.line == 5
    yaml = "references:\n- id: a\n  type: book\n  title: Work\n  author: [{family: Bell, given: Marcus}, {literal: Acme}]\n  issued: [{year: 2020, month: 5, day: 1}]\n  container-title: X\n  DOI: 10.1/x\n"
    (found,), findings = library("r.yaml", yaml)
    assert (told(found), findings) == (EXPECTED, ())


BROKEN = {
    "a value without end": ("r.bib", "@book{a, title = {X}, year = {20\n@book{b, title = {Y}}\n", 2, 1),
    "an entry without end": ("r.bib", "@book{a, title = {X}\n@book{b, title = {Y}}\n", 2, 1),
    "no key": ("r.bib", "@book{, title = {X}}\n@book{b, title = {Y}}", 1, 2),
    "no entry": ("r.bib", "Dear diary", 0, 1),
    "crossref in a circle": ("r.bib", "@book{a, crossref={b}}\n@book{b, crossref={a}}", 2, 2),
    "crossref to itself": ("r.bib", "@book{a, crossref={a}}", 1, 1),
    "crossref to nothing": ("r.bib", "@book{a, crossref={x}}", 1, 1),
    "RIS without ER": ("r.ris", "TY  - BOOK\nID  - a\nTY  - BOOK\nID  - b\nER  - ", 2, 1),
    "no RIS": ("r.ris", "Dear diary", 0, 1),
    "JSON that is no list": ("r.json", '{"a": 1}', 0, 1),
    "JSON that is no JSON": ("r.json", '[{"id": "a"}, {"id": ', 1, 1),
    "JSON of numbers": ("r.json", "[1, 2]", 0, 1),
    "deep JSON": ("r.json", "[" * 100_000, 0, 1),
    "YAML that is no YAML": ("r.yaml", "- id: [", 0, 1),
    "YAML that is no list": ("r.yaml", "a: 1", 0, 1),
}


@pytest.mark.parametrize(("name", "text", "count", "line"), list(BROKEN.values()), ids=list(BROKEN))
def test_what_is_broken_is_told_and_the_rest_is_used(name, text, count, line) -> None:
    found, findings = library(name, text)
    assert len(found) == count
    assert findings
    assert all(f.code == "CD058" and f.span is not None and f.span.source.name == name for f in findings)
    assert findings[0].span.line in {line, line - 1}


HOSTILE = {
    "ten thousand sources": "".join(
        f"@article{{k{n}, author={{Bell, M{n} and Okafor, Ada}}, title={{A {{B}} {n}}}, journal={{J}}, year=2020}}\n"
        for n in range(10_000)
    ),
    "braces": "@book{a, title={" + "{" * 200_000 + "}" * 200_000 + "}}",
    "names": "@book{a, author={" + " and x" * 100_000 + "}}",
    "accents": "@book{a, title={" + '\\"{' * 100_000 + "}}",
    "unended entries": "@book{a, title={\n" * 30_000,
    "strings of strings": "@string{a0={xxxxxxxxxx}}\n" + "".join(f"@string{{a{n + 1}=a{n}#a{n}}}\n" for n in range(60)),
    "at signs": "@" * 300_000,
    "quotes": '@book{a, title="' + '"#"' * 100_000 + '"}',
    "tags": "@book{a, title={" + "<i>" * 50_000 + "}}",
}


@pytest.mark.parametrize("text", list(HOSTILE.values()), ids=list(HOSTILE))
def test_a_hostile_file_is_read_in_no_time(text) -> None:
    start = time.perf_counter()
    _, findings = library("r.bib", text, "a", "k7")
    assert time.perf_counter() - start < 5
    assert len(findings) < 30
