"""The commands as people and programs use them: output, errors, exit status."""

from __future__ import annotations

import json
import re

import pytest

from careerdoc.version import __version__

KINDS = ["list", "exploring", "career", "assignment", "idp"]


def test_version(run) -> None:
    assert run("--version").out == f"careerdoc {__version__}\n"


@pytest.mark.parametrize("command", ["", "new", "check", "show", "build", "list", "schema", "completion"])
def test_help(run, command) -> None:
    outcome = run(*command.split(), "--help")
    assert outcome.status == 0
    assert outcome.out.startswith("Usage: careerdoc")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell) -> None:
    assert "_CAREERDOC_COMPLETE" in run("completion", shell).out


def test_schema(run) -> None:
    assert json.loads(run("schema").out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("arguments", [("nonsense",), ("check",), ("build", "plan.md", "--nonsense"), ("list", "x")])
def test_wrong_usage_is_status_2(run, arguments) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert "Usage" in outcome.err


# ── new ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("syntax", ["md", "yaml"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_starter_can_be_read_and_built_at_once(run, folder, kind, syntax) -> None:
    made = run("new", f"mine.{syntax}", "--kind", kind, "--date", "2026-11-23")
    assert made.status == 0
    assert "careerdoc build" in made.out
    assert run("build", f"mine.{syntax}", "outline.md").status == 0
    shown = json.loads(run("show", f"mine.{syntax}", "--format", "json").out)
    assert shown["kind"] == kind
    assert shown["goals"] or shown["steps"]


def test_new_never_overwrites(run, folder) -> None:
    before = (folder / "plan.md").read_bytes()
    outcome = run("new", "plan.md")
    assert outcome.status == 2
    assert "plan.md: error[CD015]" in outcome.err
    assert (folder / "plan.md").read_bytes() == before


def test_new_to_standard_output(run, folder) -> None:
    outcome = run("new", "-", "--kind", "list")
    assert "# " in outcome.out
    assert [path.name for path in folder.iterdir()] == ["plan.md"]


def test_an_unknown_kind_lists_the_known_and_the_nearest(run) -> None:
    outcome = run("new", "mine.md", "--kind", "carreer")
    assert outcome.status == 2
    assert 'did you mean "career"?' in outcome.err
    assert all(kind in outcome.err for kind in KINDS)


# ── check ────────────────────────────────────────────────────────────────────────────────────────────────


def test_check_of_a_plan_with_findings_is_status_1(run, folder) -> None:
    (folder / "vague.md").write_text("# Goals\n\n- Learn welding\n")
    assert run("check", "vague.md").status == 1


def test_check_of_a_good_plan_is_status_0(run, folder) -> None:
    assert run("check", "plan.md").status == 0


def test_check_shows_the_place_the_line_a_caret_and_a_hint(run, folder) -> None:
    (folder / "vague.md").write_text("# Goals\n\n- Learn welding\n")
    lines = run("check", "vague.md").out.splitlines()
    assert lines[0] == "vague.md:3:3: warning[CD102]: this goal has no steps"
    assert lines[1] == " 3 | - Learn welding"
    assert lines[2] == "   |   " + "^" * len("Learn welding")
    assert lines[3].startswith("   = hint: ")


def test_check_as_json(run, folder) -> None:
    (folder / "vague.md").write_text("# Goals\n\n- Learn welding\n")
    found = json.loads(run("check", "vague.md", "--format", "json").out)
    assert {"code", "level", "message", "hint", "file", "line", "column"} <= set(found[0])
    assert (found[0]["file"], found[0]["line"], found[0]["column"]) == ("vague.md", 3, 3)


def test_no_colour_in_a_pipe_or_with_no_color(run, folder, monkeypatch) -> None:
    (folder / "vague.md").write_text("# Goals\n\n- Learn welding\n")
    assert "\x1b" not in run("check", "vague.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "\x1b" not in run("check", "vague.md").out


def test_the_source_cannot_write_on_the_terminal(run, folder) -> None:
    (folder / "odd\u202e.md").write_text("# Goals\n\n- Learn \u202ewelding\n")
    outcome = run("check", "odd\u202e.md")
    assert "\u202e" not in outcome.out + outcome.err


# ── show ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_show_promises_to_programs(run) -> None:
    shown = json.loads(run("show", "plan.md", "--format", "json").out)
    assert shown["title"] == "To the bakery"
    assert shown["kind"] == "list"
    assert shown["language"] == "en"
    assert shown["steps"] == []
    sections = [(section["title"], section["line"]) for section in shown["sections"]]
    assert sections == [("Short-term goals", 7), ("Notes", 15)]
    (goal,) = shown["goals"]
    steps = goal.pop("steps")
    promised = {key: goal[key] for key in ("title", "horizon", "when", "line")}
    assert promised == {
        "title": "Bake full time",
        "horizon": "short",
        "when": {"text": "by May 2027", "start": None, "end": "2027-05-31"},
        "line": 9,
    }
    assert [(s["text"], s["done"], s["line"], len(s["steps"])) for s in steps] == [
        ("Ask for an early shift", True, 11, 0),
        ("Learn the dough mixer", False, 12, 1),
    ]
    assert steps[0]["when"] == {"text": "October 2026", "start": "2026-10-01", "end": "2026-10-31"}
    assert steps[1]["steps"][0]["when"] is None


def test_steps_of_no_goal(run, folder) -> None:
    (folder / "loose.md").write_text("# Steps\n\n- [ ] Call the school by May 2027\n")
    shown = json.loads(run("show", "loose.md", "--format", "json").out)
    assert shown["goals"] == []
    assert [step["text"] for step in shown["steps"]] == ["Call the school"]


def test_show_to_people(run) -> None:
    out = run("show", "plan.md").out
    assert "Bake full time" in out
    assert "Read its manual" in out


def test_show_lets_no_plan_write_on_the_terminal(run, folder) -> None:
    (folder / "sly.md").write_text(
        "# Goals\n\n- Learn\u202e welding\u009b31m and \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n", "utf-8"
    )
    out = run("show", "sly.md").out
    assert "\u202e" not in out
    assert "\u009b" not in out
    assert "\\u202e" in out
    assert "\u0645\u06cc\u200c\u062e" in out, "a joiner that the writing needs was taken away"


def test_the_date_is_that_of_the_plan_or_else_the_one_given(run, folder) -> None:
    (folder / "when.md").write_text("# Goals\n\n- Learn welding within six months\n")
    shown = json.loads(run("show", "when.md", "--format", "json", "--date", "2027-01-31").out)
    assert shown["goals"][0]["when"]["end"] == "2027-07-31"
    assert json.loads(run("show", "plan.md", "--format", "json", "--date", "2027-01-31").out)["date"] == "2026-11-23"
    refused = run("show", "when.md", "--date", "soon")
    assert refused.status == 2
    assert "2026-11-23" in refused.err


# ── list ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("what", "some"),
    [
        ("templates", {"essay", "outline", "slides", "poster", "progress"}),
        ("themes", {"harbor"}),
        ("renderers", {"md", "txt", "html", "pdf", "docx", "pptx"}),
        ("kinds", set(KINDS)),
    ],
)
def test_lists_for_people_and_programs(run, what, some) -> None:
    rows = json.loads(run("list", what, "--format", "json").out)
    assert some <= {row["name"] for row in rows}
    text = run("list", what).out
    assert all(re.search(rf"^{name}\s", text, re.MULTILINE) for name in some)


def test_the_settings_of_templates_are_listed(run) -> None:
    essay = next(row for row in json.loads(run("list", "templates", "--format", "json").out) if row["name"] == "essay")
    style = next(setting for setting in essay["settings"] if setting["name"] == "style")
    assert (style["default"], style["choices"]) == ("plain", ["plain", "apa", "mla"])
    assert "--set style=plain|apa|mla" in run("list", "templates").out


def test_standard_input_is_read_in_the_syntax_that_is_said(run) -> None:
    given = b"title: Mine\ngoals:\n  - Learn welding by May 2027\n"
    shown = json.loads(run("show", "-", "--syntax", "yaml", "--format", "json", given=given).out)
    assert [goal["title"] for goal in shown["goals"]] == ["Learn welding"]
