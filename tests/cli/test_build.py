"""``careerdoc build``: targets, names of files, settings, pipes, packs; files are written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from careerdoc import building
from careerdoc.findings import CareerdocError

PLAN = Path("plan.md")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.name != "plan.md")


def test_the_four_that_most_classes_ask_for(run, folder) -> None:
    outcome = run("build", "plan.md")
    assert outcome.status == 0
    made = ["plan-essay.docx", "plan-outline.docx", "plan-slides.pptx", "plan-poster.pdf"]
    assert outcome.out.splitlines() == [f"out/{name}" for name in made]
    assert files(folder) == sorted(made)


def test_a_bare_name_takes_its_usual_type(run, folder) -> None:
    assert run("build", "plan.md", "progress").out == "out/plan-progress.md\n"


def test_out_names_the_folder(run, folder) -> None:
    assert run("build", "plan.md", "essay.md", "--out", "a/b").out == "a/b/plan-essay.md\n"
    assert (folder / "a/b/plan-essay.md").read_text("utf-8").startswith("# To the bakery")


def test_what_the_plan_itself_wants(run, folder) -> None:
    Path("p.md").write_text("---\nbuild: [outline.md, essay.txt]\n---\n# Goals\n\n- Bake\n")
    assert run("build", "p.md").out.splitlines() == ["out/p-outline.md", "out/p-essay.txt"]
    Path("p.md").write_text("---\nbuild: outline.md\n---\n# Goals\n\n- Bake\n")
    assert run("build", "p.md").out.splitlines() == ["out/p-outline.md"]


def test_in_pipes(run, folder) -> None:
    outcome = run("build", "-", "essay.md", "-o", "-", given=PLAN.read_bytes())
    assert outcome.out.startswith("# To the bakery")
    assert files(folder) == []
    assert run("build", "plan.md", "outline.docx", "-o", "-").raw.startswith(b"PK")


def test_standard_input_into_a_folder(run, folder) -> None:
    assert run("build", "-", "essay.md", given=PLAN.read_bytes()).out == "out/plan-essay.md\n"


def test_into_a_named_file(run, folder) -> None:
    assert run("build", "plan.md", "essay.md", "-o", "my essay.md").out == "my essay.md\n"
    assert files(folder) == ["my essay.md"]


def test_one_file_takes_one_target(run, folder) -> None:
    outcome = run("build", "plan.md", "essay.md", "outline.md", "-o", "x.md")
    assert outcome.status == 2
    assert files(folder) == []


def test_quiet_says_nothing(run) -> None:
    outcome = run("build", "plan.md", "essay.md", "-q")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_as_json(run) -> None:
    rows = json.loads(run("build", "plan.md", "essay.md", "outline.txt", "--format", "json").out)
    assert rows == [
        {"target": "essay.md", "path": "out/plan-essay.md", "findings": []},
        {"target": "outline.txt", "path": "out/plan-outline.txt", "findings": []},
    ]


def test_a_setting_of_a_template(run, folder) -> None:
    import io

    from pypdf import PdfReader

    pdf = run("build", "plan.md", "poster.pdf", "--set", "size=a1", "-o", "-").raw
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (2384, 1684)


def test_a_setting_goes_to_the_templates_that_have_it(run) -> None:
    assert run("build", "plan.md", "poster.html", "essay.md", "--set", "size=a1").status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["esay.docx"], ['no template "esay"', 'did you mean "essay"', "outline", "poster"]),
        (["essay.dox"], ['file type "dox"', 'did you mean "docx"', "pptx"]),
        (["essay.md", "--theme", "harbour"], ['no theme "harbour"', 'did you mean "harbor"', "known themes"]),
        (["poster.md", "--set", "sise=a1"], ['no setting "sise"', 'did you mean "size"']),
        (["poster.md", "essay.md", "--set", "sise=a1"], ['setting "sise"', 'did you mean "size"']),
        (["poster.md", "--set", "size"], ["NAME=VALUE"]),
        ([""], ["known templates"]),
        (["."], ["known templates"]),
        (["../essay.md"], ["known templates"]),
    ],
)
def test_what_is_unknown_is_told_with_the_known_and_the_nearest(run, folder, arguments, told) -> None:
    outcome = run("build", "plan.md", *arguments)
    assert outcome.status == 2
    assert all(words in outcome.err for words in told), outcome.err
    assert files(folder) == []


def test_an_unknown_size_is_told_with_the_known(run) -> None:
    outcome = run("build", "plan.md", "poster.html", "--set", "size=huge")
    assert 'warning[CD034]: "huge"' in outcome.err
    assert "36x24in" in outcome.err


def test_nothing_is_built_when_one_target_is_unknown(run, folder) -> None:
    assert run("build", "plan.md", "essay.md", "nonsense.md").status == 2
    assert files(folder) == []


# ── packs of one's own ───────────────────────────────────────────────────────────────────────────────────


def test_a_pack_of_ones_own(run, own_pack) -> None:
    pack = own_pack("# {{ plan.title }}\n\nby {{ plan.name }}\n")
    assert run("build", "plan.md", "card.md", "--pack", pack, "-o", "-").out == "# To the bakery\n\nby Ana Pérez\n"
    assert "card" in run("list", "templates", "--pack", pack).out


@pytest.mark.parametrize(
    ("template", "line", "told"),
    [
        ("# a\n\n{{ plan.titel }}\n", 3, 'did you mean "title"'),
        ("# a\n\n{{ plna.title }}\n", 3, 'did you mean "plan"'),
        ("# a\n{% for goal in plan.goals %}\n{{ goal.whn }}\n{% endfor %}\n", 3, 'did you mean "when"'),
        ("# a\n\n\n{% if %}\n", 4, ""),
        ("# a\n{{ 1 / 0 }}\n", 2, "division"),
        ("# a\n{{ plan.title | nonsense }}\n", 2, "nonsense"),
        ("# a\n{% include 'parts/missing.md.j2' %}\n", 2, "missing"),
        ("# a\n{% for n in range(100000000) %}x{% endfor %}\n", 2, ""),
        ("# a\n{% if true %}\n", 0, "endif"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_with_its_line(run, own_pack, template, line, told) -> None:
    outcome = run("build", "plan.md", "card.md", "--pack", own_pack(template))
    assert outcome.status in {1, 2}
    assert "fault of careerdoc" not in outcome.err
    assert f"card.md.j2:{line or ''}" in outcome.err
    assert told in outcome.err


def test_a_folder_that_is_no_pack(run, folder) -> None:
    (folder / "empty").mkdir()
    outcome = run("build", "plan.md", "--pack", "empty")
    assert outcome.status in {1, 2}
    assert "pack.yaml" in outcome.err


# ── written whole or not at all ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_write_that_fails_midway_leaves_the_old_file_and_nothing_else(folder, monkeypatch, failing) -> None:
    path = folder / "out.bin"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), fail)
    with pytest.raises(CareerdocError, match="No space left"):
        building.write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert files(folder) == ["out.bin"]


def test_an_interrupted_write_leaves_nothing(folder, monkeypatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        building.write_whole(folder / "out.bin", b"new")
    assert files(folder) == []


def test_a_folder_that_cannot_be_made(run, folder) -> None:
    outcome = run("build", "plan.md", "essay.md", "--out", "plan.md/out")
    assert outcome.status == 2
    assert "cannot be written" in outcome.err


def test_a_written_file_has_the_usual_mode(folder) -> None:
    old = os.umask(0o022)
    try:
        building.write_whole(folder / "a.md", b"a")
    finally:
        os.umask(old)
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o644


def test_pictures_come_from_the_plans_folder_only(run, folder) -> None:
    (folder.parent / "secret.png").write_bytes(b"x")
    Path("p.md").write_text("# Goals\n\n- Bake\n\n# Notes\n\n![a cake](../secret.png) ![b](/etc/passwd) ![c](no.png)\n")
    outcome = run("build", "p.md", "outline.html")
    assert "outside the plan's folder" in outcome.err
    assert "does not exist" in outcome.err
    assert outcome.err.count("CD031") >= 3
    assert "a cake" in Path("out/p-outline.html").read_text("utf-8")


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "pptx"])
def test_a_missing_picture_is_said_once_where_it_stands_in_the_plan(run, folder, kind) -> None:
    (folder / "shown.md").write_text("# Decision\n\nI saw it.\n\n![A bench](none.png)\n\n# Goals\n\n- Learn welding\n")
    said = run("build", "shown.md", f"essay.{kind}").err
    assert said.count("CD031") == 1
    assert "shown.md:5:1: warning[CD031]" in said
