"""The JSON Schema of a plan in YAML: it is a schema, and all that we write ourselves is valid by it."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from careerdoc.packs import pack_from_folder
from careerdoc.plan import json_schema
from careerdoc.templating import Templates
from tests.conftest import ROOT, SAMPLES

SCHEMA = json_schema()
STARTERS = pack_from_folder(ROOT / "templates").files
YAML_STARTERS = sorted(path for path in STARTERS if path.startswith("starters/") and path.endswith(".yaml.j2"))


def loaded(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - nothing but texts, lists and mappings


def errors(data: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(data)]


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix == ".yaml"], ids=lambda p: p.name)
def test_samples_are_valid(path) -> None:
    assert not errors(yaml.safe_load(path.read_text("utf-8")) | {"date": "2026-11-23"}) or not errors(
        loaded(path.read_text("utf-8"))
    )


@pytest.mark.parametrize("path", YAML_STARTERS)
def test_starters_are_valid(path: str) -> None:
    text = Templates({path: STARTERS[path]}, "starters").render(path, {"today": "2026-11-23"})
    assert not errors(loaded(text))


@pytest.mark.parametrize(
    "data",
    [
        {"goals": ["Learn welding by May 2027", {"title": "Buy a helmet", "steps": ["Save"], "when": "2027-05"}]},
        {"goals": [{"title": "a", "horizon": "short", "when": {"start": "2027-01", "end": "2027-05"}}]},
        {"short_term_goals": ["a"], "long_term_goals": [{"title": "b"}]},
        {"steps": [{"text": "a", "done": True, "steps": ["b"]}], "barriers": [{"text": "a", "strategy": "b"}, "c"]},
        {"profile": {"values": ["a", "b"], "skills": "c"}, "build": ["essay.docx"], "main_goal": "a"},
        {"checks": {"select": "CD1", "levels": {"CD103": "off"}, "limits": {"words": {"plan": 9}, "parts": ["path"]}}},
        {"checks": ["Ask my adviser"]},
    ],
)
def test_short_and_full_forms_are_valid(data: object) -> None:
    assert not errors(data)


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"kind": "nonsense"},
        {"goals": [{"horizon": "middle"}]},
        {"title": {"a": "b"}},
        {"checks": {"levels": {"CD1": "bad"}}},
    ],
)
def test_what_is_wrong_is_invalid(data: object) -> None:
    assert errors(data)


def test_every_key_is_described() -> None:
    assert all(described.get("description") for described in SCHEMA["properties"].values())
