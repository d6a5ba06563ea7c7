"""Rules of strangers: found by entry point, refused in words where they clash, left out where they break."""

from __future__ import annotations

import pytest

from careerdoc.checking import check, registry
from careerdoc.checking.registry import plug_ins
from careerdoc.findings import Level
from tests.conftest import plan_of

MODULE = '''
from careerdoc.checking import Found, rule
from careerdoc.findings import Level

@rule("OWN001", "own-rule", Level.ADVICE)
def own(plan, limits):
    """A goal is loud.

    Because we say so.
    """
    yield from (Found("say it louder", goal.title.span, "use capitals") for goal in plan.goals)

@rule("OWN002", "breaks", Level.ADVICE)
def breaks(plan, limits):
    """A rule that fails."""
    yield Found("one", plan.span.source.span(0))
    raise RuntimeError("oh no")

@rule("CD041", "mine", Level.ADVICE)
def thief(plan, limits):
    """A code that is taken."""
    return ()

@rule("OWN003", "unknown-key", Level.ADVICE)
def other_thief(plan, limits):
    """A name that is taken."""
    return ()

both = [own, breaks]
thieves = (item for item in (thief, other_thief))
nonsense = 7
'''


@pytest.fixture
def installed(tmp_path, monkeypatch, use_rules):
    """Install a distribution with some entry points, and give what they are."""

    def made(**entries: str):
        (tmp_path / "careerdoc_own.py").write_text(MODULE)
        info = tmp_path / "careerdoc_own-1.2.3.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: careerdoc-own\nVersion: 1.2.3\n")
        lines = "".join(f"{name} = {value}\n" for name, value in entries.items())
        (info / "entry_points.txt").write_text(f"[careerdoc.checks]\n{lines}")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "careerdoc_own", raising=False)
        use_rules()
        return registry()

    return made


def found(code: str) -> list:
    return [finding for finding in check(plan_of("# Goals\n\n- Learn welding\n")) if finding.code == code]


def test_a_rule_and_a_list_of_rules_are_found_and_run(installed) -> None:
    made = installed(one="careerdoc_own:own")
    assert made.origins == {"OWN001": "careerdoc-own 1.2.3"}
    (finding,) = found("OWN001")
    assert (finding.level, finding.span.text) == (Level.ADVICE, "Learn welding")


def test_listing_names_loads_nothing(installed) -> None:
    import sys

    installed(one="no_such_module_anywhere:x", two="careerdoc_own:own")
    sys.modules.pop("careerdoc_own")
    assert [entry.name for entry in plug_ins()] == ["one", "two"]
    assert "careerdoc_own" not in sys.modules


@pytest.mark.parametrize(
    ("value", "told"),
    [("no_such_module_anywhere:x", "no_such_module_anywhere"), ("careerdoc_own:nonsense", "not a Rule"),
     ("careerdoc_own:nothing", "nothing")],
)  # fmt: skip
def test_what_cannot_be_loaded_is_named_and_left_out(installed, value: str, told: str) -> None:
    installed(bad=value, good="careerdoc_own:own")
    (finding,) = found("CD053")
    assert (finding.level, finding.place) == (Level.WARNING, "careerdoc-own 1.2.3")
    assert told in finding.message
    assert found("OWN001")


def test_a_rule_that_fails_is_named_and_left_out(installed) -> None:
    installed(both="careerdoc_own:both")
    (finding,) = found("CD053")
    assert "OWN002" in finding.message
    assert "oh no" in finding.message
    assert not found("OWN002")
    assert found("OWN001")


def test_a_code_or_a_name_that_is_taken_is_refused_in_words(installed) -> None:
    made = installed(thieves="careerdoc_own:thieves")
    assert made.rules == ()
    messages = [finding.message for finding in found("CD054")]
    assert len(messages) == 2
    assert '"CD041" belongs to careerdoc' in messages[0]
    assert '"unknown-key" belongs to careerdoc' in messages[1]


def test_its_page_is_its_docstring(installed) -> None:
    from careerdoc.checking import pages

    installed(one="careerdoc_own:own")
    text = pages.explained("own-rule", 60)
    assert text.startswith("OWN001 own-rule\n")
    assert "careerdoc-own 1.2.3" in text
    assert "Because we say so." in text
    assert text.count("A goal is loud.") == 1
    assert "OWN001.md" not in pages.pages()


def test_it_can_be_ignored_and_set_like_ours(installed) -> None:
    installed(one="careerdoc_own:own")
    text = "---\nchecks:\n  levels: {own-rule: error}\n---\n\n# Goals\n\n- a\n- b <!-- careerdoc: ignore OWN001 -->\n"
    (finding,) = [f for f in check(plan_of(text)) if f.code == "OWN001"]
    assert (finding.level, finding.span.line) == (Level.ERROR, 8)
