"""Law 3: any text at all gives a document or located findings."""

from __future__ import annotations

import contextlib
import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerdoc.checking import as_json, as_text, check
from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.findings import CareerdocError
from careerdoc.packs import pack_from_folder
from careerdoc.plan import as_data, as_tree, read_plan
from careerdoc.reading import decode
from tests.conftest import ROOT, TODAY

PACK = pack_from_folder(ROOT / "templates")

PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "- ",
            "1. ",
            "- [ ] ",
            "- [x] ",
            "> ",
            "    ",
            "\t",
            "\n",
            "\n\n",
            "|",
            "---",
            "```",
            ":::",
            "[^a]",
        ),
        *("[^a]: ", "<b>", "**", "*", "_", "[", "](", ")", "![", "{", "}", "{.a}", "{{", "{%", "\\", "&", ":", "\\|"),
        *(
            "Short-term goals",
            "Long-term goals",
            "Goals",
            "About me",
            "Values: ",
            "Why: ",
            "By: ",
            "Challenges",
            "Sources",
        ),
        *("by May 2027", "(Fall 2027)", "2027-02-31", "within six months", "from March to May 2027", "99/99/2027"),
        *("→", "\u202e", "\u0301", "\ufeff", "\u2028", "é", "安", "😀", "Metas", "kind: idp", "language: es", "…"),
        *(
            "##",
            "-",
            "• ",
            "☐ ",
            "☑",
            "1、",
            "A. ",
            "(1) ",
            "①",
            "[[",
            "|b]]",
            "#tag",
            " ^id",
            "📅 2027-01-01",
            "✅ 9999-99-99",
            "⏳",
            "🛫 ",
        ),
        *(
            "<br>",
            "<ul><li>",
            "</li></ul>",
            "<table><tr><td>",
            "</td></tr></table>",
            "<details><summary>",
            "<!--",
            "-->",
            "<h2>",
            "<input>",
        ),
        *(
            "**Goal 1:** ",
            "Goal: ",
            "Due: ",
            "：",
            "　",
            "> [!note] ",
            "| Goal | Steps | When |",
            "\n|---|---|\n",
            "SWOT",
            "Done",
            "TODO",
        ),
        *("within 999 years", "T4 2027", "2199-12", "by 13/2027", "in 0 days", "x", "y z"),
    ]
)
MARKDOWN = st.lists(PIECES, max_size=25).map("".join)
KEYS = st.sampled_from(
    [
        *(
            "title",
            "name",
            "kind",
            "language",
            "date",
            "goals",
            "steps",
            "when",
            "why",
            "done",
            "text",
            "profile",
            "values",
        ),
        *(
            "barriers",
            "sources",
            "sections",
            "body",
            "short_term_goals",
            "reviews",
            "signatures",
            "build",
            "theme",
            "role",
        ),
        *(
            "groups",
            "horizon",
            "level",
            "labels",
            "parts",
            "span",
            "footnotes",
            "careers",
            "period",
            "x",
            "goal",
            "notes",
        ),
    ]
)
VALUES = st.recursive(
    st.one_of(PIECES, st.none(), st.booleans(), st.integers(), st.dates().map(str), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=12,
)


def goes_all_the_way(content: bytes, name: str) -> None:
    """Read, check, show and compose; nothing but a CareerdocError may end it."""
    with contextlib.suppress(CareerdocError):
        plan, findings = read_plan(decode(content, name), TODAY)
        as_text((*findings, *check(plan)))
        as_json(findings)
        as_data(plan)
        as_tree(plan)
        for template in PACK.templates.values():
            try:
                write(compose(plan, template, PACK))
            except CareerdocError as error:
                _only_too_deep(error)


def _only_too_deep(error: CareerdocError) -> None:
    """A template that fails on a readable plan is a fault of the template; too many levels are not."""
    assert all(finding.code == "CD005" for finding in error.findings), error


@given(MARKDOWN)
@example("\u2028<h2>")
@example("# Goals\n\n- a\n\n[^a]: b\n")
@settings(max_examples=150)
def test_any_markdown(text: str) -> None:
    goes_all_the_way(text.encode("utf-8", "surrogatepass"), "plan.md")


@given(st.dictionaries(KEYS, VALUES, max_size=6))
@settings(max_examples=150)
def test_any_yaml(data: object) -> None:
    goes_all_the_way(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"), "plan.yaml")


@given(st.text(max_size=80), st.sampled_from(["plan.md", "plan.yaml"]))
@settings(max_examples=150)
def test_any_text(text: str, name: str) -> None:
    goes_all_the_way(text.encode("utf-8", "surrogatepass"), name)


@given(st.binary(max_size=60), st.sampled_from(["plan.md", "plan.yaml"]))
@settings(max_examples=100)
def test_any_bytes(content: bytes, name: str) -> None:
    goes_all_the_way(content, name)
