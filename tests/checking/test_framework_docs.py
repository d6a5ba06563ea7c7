"""The documentation of the checking is current, and its examples work."""

from __future__ import annotations

import re

import pytest

from careerdoc.checking import check, pages, registry
from careerdoc.checking.ignoring import read_ignores
from careerdoc.checking.settings import read_settings
from careerdoc.source import Source
from careerdoc.tree import Mapping, parse_yaml
from careerdoc.tree.toml import parse_toml
from tests.conftest import ROOT, plan_of

DOCS = ROOT / "docs"
TEXTS = [DOCS / "checking.md", pages.FOLDER / "CD051.md", pages.FOLDER / "CD055.md"]


def blocks(language: str) -> list[str]:
    """The examples of a language, in all texts."""
    found = [
        re.findall(rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE) for path in TEXTS
    ]
    return [block for in_one in found for block in in_one]


def test_the_pages_are_current(request) -> None:
    folder = DOCS / "rules"
    made = pages.pages()
    if request.config.getoption("--update-goldens"):
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.md"):
            path.unlink()
        for name, text in made.items():
            (folder / name).write_text(text, "utf-8")
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    assert there == made, "run `make docs-rules`"


def test_links_between_pages_lead_somewhere() -> None:
    for path in [DOCS / "checking.md", *(DOCS / "rules").glob("*.md")]:
        text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for target in re.findall(r"\]\(([^)#:]+)[^)]*\)", text):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_codes_in_the_text_exist() -> None:
    known = {topic.code for topic in registry().topics()}
    assert set(re.findall(r"\bCD\d{3}\b", (DOCS / "checking.md").read_text("utf-8"))) <= known | {"CD100", "CD199"}


@pytest.mark.parametrize("block", [block for block in blocks("yaml") if "checks:" in block])
def test_settings_in_yaml_are_understood(block: str) -> None:
    root = parse_yaml(Source("a.yaml", block))
    assert isinstance(root, Mapping)
    assert read_settings(root.get("checks"))[1] == ()


@pytest.mark.parametrize("block", [block for block in blocks("toml") if "[checks" in block])
def test_settings_in_toml_are_understood(block: str) -> None:
    assert read_settings(parse_toml(Source("a.toml", block)).get("checks"))[1] == ()


@pytest.mark.parametrize("block", [b for b in (*blocks("yaml"), *blocks("markdown")) if "careerdoc: ignore" in b])
def test_comments_are_understood(block: str) -> None:
    ignores, findings = read_ignores(Source("a.md", block))
    assert ignores
    assert not findings


def test_the_rule_in_the_text_is_a_rule() -> None:
    (block,) = blocks("python")
    names: dict = {}
    exec(compile(block, "checking.md", "exec"), names)  # noqa: S102 - our own text
    made = names["goal_without_shift"]
    plan = plan_of("# Goals\n\n- Work on the ward\n- Work on the ward, night shift\n")
    (finding,) = made.findings(plan, None)
    assert (finding.code, finding.span.text) == ("NUR001", "Work on the ward")
    assert check(plan)
