"""A renderer of a distribution that is not ours: installed, it is listed and works as a target."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.running import careerdoc

HERE = Path(__file__).parent / "third_party"
PLAN = b"# Short-term goals\n\n- Bake full time by May 2027\n  - [ ] Ask for an early shift\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> dict[str, str]:
    """The environment in which the distribution is installed, in a folder of its own."""
    place = tmp_path_factory.mktemp("site")
    source = tmp_path_factory.mktemp("source") / "shout"
    shutil.copytree(HERE, source)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    done = subprocess.run([*pip, "--target", str(place), str(source)], capture_output=True, check=False)
    if done.returncode:  # no pip or no hatchling here: what they would write, written by hand
        _install_by_hand(place)
    return {"PYTHONPATH": os.pathsep.join([str(place), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)}


def _install_by_hand(place: Path) -> None:
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    name = f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    shutil.copy(HERE / "careerdoc_shout.py", place)
    (place / name).mkdir(exist_ok=True)
    header = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (place / name / "METADATA").write_text(header)
    lines = [
        line
        for group, entries in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    (place / name / "entry_points.txt").write_text("\n".join(lines) + "\n")


def test_it_is_listed_with_where_it_comes_from(installed, tmp_path) -> None:
    rows = json.loads(careerdoc("list", "renderers", "--format", "json", cwd=tmp_path, env=installed).text)
    assert {"name": "shout", "description": "from careerdoc-shout 1.2.3"} in rows
    assert "docx" in {row["name"] for row in rows}


def test_it_is_a_target(installed, tmp_path) -> None:
    run = careerdoc("build", "-", "essay.shout", cwd=tmp_path, env=installed, given=PLAN)
    assert (run.status, run.text) == (0, "out/plan-essay.shout\n"), run.err
    assert "BAKE FULL TIME" in (tmp_path / "out/plan-essay.shout").read_text("utf-8")


def test_it_goes_with_any_template_and_pipe(installed, tmp_path) -> None:
    run = careerdoc("build", "-", "slides.shout", "-o", "-", cwd=tmp_path, env=installed, given=PLAN)
    assert "ASK FOR AN EARLY SHIFT" in run.text


def test_a_renderer_that_cannot_be_loaded_is_named(tmp_path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    _install_by_hand(place)
    (place / "careerdoc_shout.py").write_text("import no_such_module_anywhere\n")
    work = tmp_path / "work"
    work.mkdir()
    env = {"PYTHONPATH": str(place)}
    run = careerdoc("build", "-", "essay.shout", cwd=work, env=env, given=PLAN)
    assert run.status == 2
    assert "careerdoc-shout 1.2.3" in run.err
    assert "Traceback" not in run.err
    assert not list(work.iterdir())


RULES = '''
from careerdoc.checking import Found, rule
from careerdoc.findings import Level

@rule("BAK001", "goal-whispers", Level.WARNING)
def whispers(plan, limits):
    """A goal is loud."""
    yield from (Found("say it louder", goal.title.span, "use capitals") for goal in plan.goals)
'''


def test_rules_are_run_and_explained_and_broken_ones_named(tmp_path) -> None:
    place, work = tmp_path / "site", tmp_path / "work"
    (place / "bakery_rules-2.0.dist-info").mkdir(parents=True)
    work.mkdir()
    (place / "bakery_rules.py").write_text(RULES)
    (place / "bakery_rules-2.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bakery-rules\nVersion: 2.0\n"
    )
    entries = "[careerdoc.checks]\nbroken = no_such_module_anywhere:x\nwhispers = bakery_rules:whispers\n"
    (place / "bakery_rules-2.0.dist-info" / "entry_points.txt").write_text(entries)
    env = {"PYTHONPATH": str(place)}
    (work / "a.md").write_bytes(PLAN)
    run = careerdoc("check", "-", "a.md", "--select", "BAK", cwd=work, env=env, given=PLAN)
    assert run.status == 1
    assert "<stdin>:3:3: warning[BAK001]: say it louder" in run.text
    assert run.text.count('bakery-rules 2.0: warning[CD053]: the rules "broken" cannot be loaded') == 1
    assert "Traceback" not in run.err
    told = careerdoc("explain", "goal-whispers", cwd=work, env=env)
    assert "a rule of bakery-rules 2.0" in told.text
