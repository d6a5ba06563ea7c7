"""``careerdoc check``: several plans, settings from everywhere, every format, and mending."""

from __future__ import annotations

import json
import sys

import pytest

from careerdoc.checking import Found, registry, rule
from careerdoc.findings import Level
from careerdoc.source import Edit

GOOD = "# Short-term goals\n\n- Learn welding by 2027-05-31\n  - [ ] Find a class by 2027-03-31\n"
OLD = "# Goals\n\n- Learn the olde way (2027)\n  - [ ] Ask the olde smith (2027)\n"


@rule("CD901", "no-goal-is-safe", Level.WARNING)
def goal(plan, limits):
    """A goal is found."""
    yield from (Found("this goal", goal.title.span, "change it") for goal in plan.goals)


@rule("CD902", "old-word", Level.ADVICE)
def old(plan, limits):
    """The word is ``old``; what is spelt ``ooold`` is first mended to ``olde``."""
    source = plan.span.source
    for word, right in (("olde", "old"), ("ooold", "olde")):
        at = source.text.find(word)
        while at >= 0:
            span = source.span(at, at + len(word))
            yield Found(f"this is {word}", span, fix=(Edit(span, right),))
            at = source.text.find(word, at + len(word))


@rule("CD903", "clash", Level.ADVICE)
def clash(plan, limits):
    """The same place as ``old-word``, mended in another way."""
    span = plan.span.source.span(max(plan.span.source.text.find("olde way"), 0))
    if plan.span.source.text.find("olde way") >= 0:
        yield Found("this way", span, fix=(Edit(span.source.span(span.start, span.start + 8), "old path"),))


@pytest.fixture(autouse=True)
def rules(monkeypatch, folder):
    """The rules of this file in the place of the real ones, and a plan with one finding."""
    (folder / "plan.md").write_text(GOOD)
    for name in ("registry", "examine"):
        monkeypatch.setattr(sys.modules[f"careerdoc.checking.{name}"], "RULES", (goal, old), raising=False)
    registry.cache_clear()
    yield
    monkeypatch.undo()
    registry.cache_clear()


# ── what is checked ──────────────────────────────────────────────────────────────────────────────────────


def test_several_plans_are_told_in_their_order_with_one_summary(run, folder) -> None:
    (folder / "b.md").write_text(GOOD)
    (folder / "a.yaml").write_text("goals: [Learn baking by 2027]\n")
    outcome = run("check", "b.md", "a.yaml")
    assert [line.split(":")[0] for line in outcome.out.splitlines() if "warning" in line] == ["b.md", "a.yaml"]
    assert outcome.err == "2 plans: 2 warnings; `careerdoc explain CD901` says more\n"
    assert outcome.status == 1


def test_a_folder_is_searched_and_what_is_no_plan_is_named(run, folder) -> None:
    for name in ("class/b/two.yml", "class/one.md", "class/.hidden/three.md", "class/node_modules/four.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# Goals\n\n- Learn welding\n" if name.endswith("md") else "goals: [a]\n")
    (folder / "class" / "README.md").write_text("About this class.\n")
    (folder / "class" / "photo.png").write_bytes(b"\x89PNG")
    outcome = run("check", "class", "class/one.md")
    places = [line.split(":")[0] for line in outcome.out.splitlines() if "warning" in line]
    assert places == ["class/one.md", "class/b/two.yml"]
    assert "passed over, as there are no goals or steps in it: class/README.md" in outcome.err
    assert "2 plans: 2 warnings" in outcome.err


def test_a_folder_without_plans_says_so(run, folder) -> None:
    (folder / "empty").mkdir()
    outcome = run("check", "empty")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "there is no plan to check\n")


def test_a_file_that_is_named_is_never_passed_over(run, folder) -> None:
    (folder / "empty.md").write_text("Some words.\n")
    assert "passed over" not in run("check", "empty.md").err


def test_one_bad_file_does_not_keep_the_others_from_being_checked(run, folder) -> None:
    (folder / "bad.md").write_bytes(b"\x89PNG")
    outcome = run("check", "bad.md", "plan.md", "gone.md")
    assert outcome.status == 1
    assert "bad.md: error[CD002]" in outcome.out
    assert "plan.md:3:3: warning[CD901]" in outcome.out
    assert "gone.md: error[CD000]" in outcome.out
    assert "3 plans: 2 errors, 1 warning" in outcome.err


def test_a_bad_file_alone_in_a_format_for_programs(run, folder) -> None:
    (folder / "bad.md").write_bytes(b"\x89PNG")
    outcome = run("check", "bad.md", "--format", "json")
    assert [row["code"] for row in json.loads(outcome.out)] == ["CD002"]
    assert outcome.status == 1


def test_standard_input(run) -> None:
    outcome = run("check", "-", given=GOOD.encode())
    assert outcome.out.startswith("<stdin>:3:3: warning[CD901]")


def test_the_exit_status_is_of_the_gravest(run) -> None:
    assert run("check", "plan.md").status == 1
    assert run("check", "plan.md", "--ignore", "CD901").status == 0
    assert run("check", "plan.md", "--ignore", "CD999").status == 2
    assert run("check").status == 2


def test_quiet_says_only_errors(run, folder) -> None:
    assert run("check", "plan.md", "-q").out == ""
    (folder / "careerdoc.toml").write_text('[checks.levels]\nCD901 = "error"\n')
    outcome = run("check", "plan.md", "-q")
    assert "error[CD901]" in outcome.out
    assert outcome.err == ""


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────


def codes(outcome) -> list[str]:
    return [row["code"] for row in json.loads(outcome.out)]


def test_select_and_ignore(run, folder) -> None:
    (folder / "old.md").write_text(OLD)
    everything = codes(run("check", "old.md", "--format", "json"))
    assert everything == ["CD901", "CD902", "CD902"]
    assert codes(run("check", "old.md", "--format", "json", "--select", "cd902")) == ["CD902", "CD902"]
    assert codes(run("check", "old.md", "--format", "json", "--ignore", "no-goal-is-safe,CD902")) == []


def test_a_wrong_code_on_the_command_line_is_refused_with_the_nearest(run) -> None:
    outcome = run("check", "plan.md", "--select", "old-wrd")
    assert outcome.status == 2
    assert "--select: error[CD050]" in outcome.err
    assert 'did you mean "old-word"?' in outcome.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("careerdoc.toml", '[checks]\nignore = ["CD901"]\n'),
        ("pyproject.toml", '[tool.careerdoc.checks]\nlevels = {CD901 = "off"}\n'),
        ("../careerdoc.toml", '[checks]\nselect = ["CD902"]\n'),
    ],
)
def test_a_project_chooses_for_its_folders(run, folder, name: str, text: str) -> None:
    (folder / name).write_text(text)
    (folder / "sub").mkdir()
    (folder / "sub" / "a.md").write_text(GOOD)
    assert codes(run("check", "sub/a.md", "plan.md", "--format", "json")) == []


def test_a_pyproject_without_our_table_is_passed(run, folder) -> None:
    (folder / "careerdoc.toml").write_text('[checks]\nignore = ["CD901"]\n')
    (folder / "sub").mkdir()
    (folder / "sub" / "pyproject.toml").write_text('[project]\nname = "careerdoc-class"\n')
    (folder / "sub" / "a.md").write_text(GOOD)
    assert codes(run("check", "sub/a.md", "--format", "json")) == []


def test_what_a_project_says_wrong_is_shown_once_where_it_stands(run, folder) -> None:
    (folder / "careerdoc.toml").write_text('pak = "x"\n\n[checks]\nignore = ["CD991"]\n')
    (folder / "b.md").write_text(GOOD)
    out = run("check", "plan.md", "b.md").out
    assert out.count("careerdoc.toml:4:12: warning[CD050]") == 1
    assert out.count("careerdoc.toml:1:1: warning[CD051]") == 1
    assert 'did you mean "pack"?' in out


def test_a_project_that_is_not_toml_is_refused(run, folder) -> None:
    (folder / "careerdoc.toml").write_text("[checks\n")
    outcome = run("check", "plan.md")
    assert outcome.status == 2
    assert "careerdoc.toml:1:8: error[CD055]" in outcome.err


def test_a_pack_chooses_and_a_project_names_a_pack(run, folder, own_pack) -> None:
    pack = own_pack("# A\n")
    manifest = pack / "pack.yaml"
    manifest.write_text(manifest.read_text() + "checks:\n  levels: {CD901: advice, CD992: error}\n")
    for arguments in (("--pack", "pack"), ()):
        outcome = run("check", "plan.md", *arguments)
        assert outcome.status == 1, "the wrong code is a warning"
        assert "pack/pack.yaml:10:27: warning[CD050]" in outcome.out
        assert "advice[CD901]" in outcome.out
        (folder / "careerdoc.toml").write_text('pack = "pack"\n')


def test_a_plan_has_precedence_over_its_project_and_a_command_over_both(run, folder) -> None:
    (folder / "careerdoc.toml").write_text('[checks]\nignore = ["CD901"]\n')
    (folder / "a.md").write_text(f"---\nchecks:\n  select: [CD901]\n---\n\n{GOOD}")
    assert codes(run("check", "a.md", "--format", "json")) == ["CD901"]
    assert codes(run("check", "a.md", "--format", "json", "--ignore", "CD901")) == []


# ── formats ──────────────────────────────────────────────────────────────────────────────────────────────


def test_sarif_and_github(run) -> None:
    sarif = json.loads(run("check", "plan.md", "--format", "sarif").out)
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["CD901"]
    told = run("check", "plan.md", "--format", "github")
    assert told.out.startswith("::warning file=plan.md,line=3,")
    assert told.out.count("\n") == 1


def test_a_clean_plan_in_every_format(run) -> None:
    def out(form: str) -> str:
        return run("check", "plan.md", "--ignore", "CD9", "--format", form).out

    assert out("text") == out("github") == ""
    assert json.loads(out("json")) == []
    assert json.loads(out("sarif"))["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_where_it_is_wanted(run, monkeypatch, arguments, environment, colored) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "plan.md", *arguments).out) is colored


# ── mending ──────────────────────────────────────────────────────────────────────────────────────────────


def test_fix_mends_and_tells_what_is_left(run, folder) -> None:
    (folder / "old.md").write_text(OLD)
    assert run("check", "old.md").err.endswith("2 can be mended with --fix\n")
    outcome = run("check", "old.md", "--fix")
    assert (folder / "old.md").read_text() == OLD.replace("olde", "old")
    assert outcome.err == "2 mended; 1 warning; `careerdoc explain CD901` says more\n"
    assert "CD902" not in outcome.out
    assert sorted(path.name for path in folder.iterdir()) == ["old.md", "plan.md"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_fix_keeps_the_encoding_and_the_line_ends(run, folder, encoding: str, line_end: str) -> None:
    text = OLD.replace("smith", "smith 😀").replace("\n", line_end)
    (folder / "old.md").write_bytes(text.encode(encoding))
    run("check", "old.md", "--fix")
    assert (folder / "old.md").read_bytes() == text.replace("olde", "old").encode(encoding)


def test_a_fix_that_makes_another_possible_takes_a_second_round(run, folder) -> None:
    (folder / "old.md").write_text(OLD.replace("olde", "ooold"))
    assert run("check", "old.md", "--fix").err.startswith("4 mended")
    assert (folder / "old.md").read_text() == OLD.replace("olde", "old")


def test_of_fixes_for_one_place_one_is_made(run, folder, monkeypatch) -> None:
    for name in ("registry", "examine"):
        monkeypatch.setattr(sys.modules[f"careerdoc.checking.{name}"], "RULES", (old, clash), raising=False)
    registry.cache_clear()
    (folder / "old.md").write_text(OLD)
    assert run("check", "old.md", "--fix").err.startswith("2 mended")
    assert (folder / "old.md").read_text() == OLD.replace("olde", "old")


def test_diff_shows_and_writes_nothing(run, folder) -> None:
    (folder / "old.md").write_text(OLD.rstrip("\n"))
    before = (folder / "old.md").read_bytes()
    outcome = run("check", "old.md", "plan.md", "--diff", "--fix")
    assert (folder / "old.md").read_bytes() == before
    assert outcome.out == (
        "--- old.md\n+++ old.md\n@@ -1,4 +1,4 @@\n # Goals\n \n"
        "-- Learn the olde way (2027)\n-  - [ ] Ask the olde smith (2027)\n\\ No newline at end of file\n"
        "+- Learn the old way (2027)\n+  - [ ] Ask the old smith (2027)\n\\ No newline at end of file\n"
    )
    assert outcome.err == "2 would be mended; --fix does it\n"


def test_standard_input_is_mended_to_standard_output(run) -> None:
    given = b"\xff\xfe" + OLD.replace("\n", "\r\n").encode("utf-16-le")
    outcome = run("check", "-", "--fix", given=given)
    assert outcome.raw == b"\xff\xfe" + OLD.replace("olde", "old").replace("\n", "\r\n").encode("utf-16-le")
    assert "CD901" in outcome.err


def test_what_cannot_be_mended_is_not_written(run, folder) -> None:
    before = (folder / "plan.md").stat()
    outcome = run("check", "plan.md", "--fix")
    assert outcome.err == "1 warning; `careerdoc explain CD901` says more\n"
    after = (folder / "plan.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_file_that_is_changed_meanwhile_is_refused(run, folder, monkeypatch) -> None:
    from careerdoc import editing

    (folder / "old.md").write_text(OLD)
    real = editing.edited

    def saved(content, edits):
        (folder / "old.md").write_text("mine")
        return real(content, edits)

    monkeypatch.setattr(editing, "edited", saved)
    outcome = run("check", "old.md", "--fix")
    assert outcome.status == 1
    assert "old.md: error[CD056]" in outcome.out
    assert "1 error" in outcome.err
    assert "mended;" not in outcome.err
    assert (folder / "old.md").read_text() == "mine"


def test_a_fix_that_spoils_the_file_is_not_made(run, folder, monkeypatch) -> None:
    @rule("CD904", "spoiler", Level.ADVICE)
    def spoiler(plan, limits):
        """A fix that nobody should make."""
        span = plan.span.source.span(0)
        yield Found("this", span, fix=(Edit(span, "a: [\n"),))

    for name in ("registry", "examine"):
        monkeypatch.setattr(sys.modules[f"careerdoc.checking.{name}"], "RULES", (spoiler,), raising=False)
    registry.cache_clear()
    (folder / "a.yaml").write_text("goals: [a]\n")
    assert run("check", "a.yaml", "--fix").status == 0
    assert (folder / "a.yaml").read_text() == "goals: [a]\n"


def test_a_text_that_is_read_leniently_is_mended_where_it_stands(run, folder) -> None:
    text = "##\u3000Goals\n\n-Learn the olde way (2027)\n  -[ ]Ask the <b>olde</b> smith\n"
    (folder / "old.md").write_text(text)
    run("check", "old.md", "--fix")
    assert (folder / "old.md").read_text() == text.replace("olde", "old")


def test_an_ignored_finding_is_not_mended(run, folder) -> None:
    text = OLD.replace("(2027)\n  -", "(2027) <!-- careerdoc: ignore CD902 -->\n  -")
    (folder / "old.md").write_text(text)
    run("check", "old.md", "--fix")
    assert (folder / "old.md").read_text() == text.replace("olde smith", "old smith")
