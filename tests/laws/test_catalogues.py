"""Every string that templates put into a document is in every catalogue, whole and with its gaps."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import jinja2
import polib
import pytest
from jinja2.ext import extract_from_ast

from careerdoc.composing.naming import TRAITS
from careerdoc.plan import Plan
from careerdoc.reading.languages import known_languages
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = sorted((ROOT / "templates").rglob("*.md.j2"))
MODULES = sorted((ROOT / "careerdoc" / "composing").rglob("*.py"))
CATALOGUES = sorted((ROOT / "templates" / "locale").glob("*.po"))
COMPLETE = {"es", "pt", "fr", "de", "zh", "ja", "ko", "ar", "he", "ru", "hi", "tr"}

by_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)


def in_template(path: Path) -> set[str]:
    """The strings in ``_("…")`` of a template."""
    tree = jinja2.Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]).parse(path.read_text("utf-8"))  # noqa: S701 - parsed only
    return {text for _, _, text in extract_from_ast(tree, ("_",)) if isinstance(text, str)}


def in_module(path: Path) -> set[str]:
    """The strings in ``gettext("…")`` of a module."""
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call) and node.args)
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) == "gettext"
        and isinstance(call.args[0], ast.Constant)
    }


def wanted() -> set[str]:
    """All strings to translate; the names of parts and traits are those of the plan's own keys."""
    found = {name.capitalize() for name in (*Plan.ROLES, *TRAITS)}
    return found.union(*map(in_template, TEMPLATES), *map(in_module, MODULES))


def gaps(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%\(\w+\)s|%s", text))


def test_strings_are_found_in_templates_and_in_modules() -> None:
    assert {"Short-term goals", "My short-term goals come first.", "I can count on", "Path"} <= wanted()


def test_every_language_that_is_read_has_a_catalogue() -> None:
    assert {path.stem for path in CATALOGUES} >= (set(known_languages()) | COMPLETE) - {"en"}


@by_catalogue
def test_a_catalogue_has_every_string_and_no_other(path: Path) -> None:
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete and not entry.fuzzy]
    assert {entry.msgid for entry in entries if entry.msgstr.strip()} == wanted()
    assert len(entries) == len(wanted())


@by_catalogue
def test_a_translation_keeps_gaps_and_blanks(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        assert gaps(entry.msgid) == gaps(entry.msgstr)
        assert entry.msgstr == entry.msgstr.strip()


@by_catalogue
def test_a_catalogue_compiles_and_names_its_language(path: Path) -> None:
    catalogue = polib.pofile(str(path), check_for_duplicates=True)
    assert catalogue.metadata["Language"] == path.stem
    assert catalogue.to_binary()


@by_catalogue
def test_a_lead_to_a_list_ends_with_a_colon(path: Path) -> None:
    leads = {e.msgid: e.msgstr for e in polib.pofile(str(path))}
    for lead in ("I also looked at this career:", "I can count on", "People I can turn to are"):
        assert leads[lead][-1] in ":："
