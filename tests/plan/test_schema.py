"""The JSON Schema of a plan in YAML: it is a schema, and all that we write ourselves is valid by it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import is_dataclass
from enum import Enum

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdoc.packs import pack_from_folder
from careerdoc.plan import json_schema, read_plan
from careerdoc.plan.fields import Field, fields_of
from careerdoc.plan.model import Plan, TimeFrame
from careerdoc.reading import decode
from careerdoc.templating import Templates
from tests.conftest import ROOT, SAMPLES, TODAY

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


# ── Everything that the reader takes in full form is valid ──────────────────────────────────────────────

WORDS = st.text(alphabet="abc déñ漢", min_size=1, max_size=12).filter(lambda text: text.strip() == text)


def full(entity: type, depth: int = 0) -> st.SearchStrategy[dict[str, object]]:
    """Mappings with any of the fields of an entity, each in its full form."""
    fields = {name: of_field(field, depth) for name, field in fields_of(entity).items() if name not in UNTOLD}
    required = {name: fields[name] for name, field in fields_of(entity).items() if field.required and name in fields}
    optional = {name: made for name, made in fields.items() if name not in required and made is not None}
    return st.fixed_dictionaries(required, optional=optional)


UNTOLD = {"labels", "parts", "checks", "groups"}


def of_field(field: Field, depth: int) -> st.SearchStrategy[object] | None:
    kind = field.type
    if isinstance(kind, type) and issubclass(kind, Enum):
        one = st.sampled_from([member.value for member in kind])
    elif kind is bool:
        one = st.booleans()
    elif kind is dt.date:
        one = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)).map(str)
    elif kind is TimeFrame:
        one = st.sampled_from(["2027-05", "by May 2027", {"start": "2027-01", "end": "2027-05"}, "weekly"])
    elif is_dataclass(kind):
        if depth > 2:
            return st.just([]) if field.many else None
        one = full(kind, depth + 1)
    else:
        one = WORDS
    return st.lists(one, max_size=2) if field.many else one


@given(full(Plan))
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_what_is_read_in_full_form_is_valid(data: dict[str, object]) -> None:
    assert not errors(data)
    _, findings = read_plan(decode(json.dumps(data, ensure_ascii=False).encode(), "plan.yaml"), TODAY)
    assert not [finding for finding in findings if finding.code in {"CD041", "CD042", "CD043", "CD044", "CD045"}]
