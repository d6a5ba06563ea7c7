"""The JSON Schema of a YAML plan, made from the vocabulary. Short and full forms are both in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import is_dataclass
from enum import EnumType
from typing import Any

from careerdoc.plan.csl import DATES
from careerdoc.plan.fields import Field, fields_of
from careerdoc.plan.model import Name, Plain, Plan, Reference, TimeFrame, Trait

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": ["string", "number"]}
_ANY = {"type": ["string", "number", "array", "object"]}

_CODES = {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}]}
_RANGES = {"type": "object", "additionalProperties": {"type": ["string", "integer"]}}

_CHECKS = {
    "type": ["object", "string", "array"],
    "description": "Which rules are wanted, and how strictly; a text or a list is a part of the plan",
    "examples": [{"ignore": ["CD104"], "levels": {"CD103": "error"}, "limits": {"counts": {"goals": "3-"}}}],
    "properties": {
        "select": {**_CODES, "description": "The only codes or names that are wanted"},
        "ignore": {**_CODES, "description": "Codes or names that are not wanted"},
        "levels": {
            "type": "object",
            "description": "Levels by code or name",
            "additionalProperties": {"enum": ["error", "warning", "advice", "off"]},
        },
        "limits": {
            "type": "object",
            "description": "What is asked beyond the kind of plan",
            "properties": {
                "words": {**_RANGES, "description": "How many words a part has, as 150-300; `plan` is all of it"},
                "counts": {**_RANGES, "description": "How many there are of goals, steps, sources, as 3- or 2-5"},
                "parts": {**_CODES, "description": "Parts that must be there"},
            },
        },
    },
}

_SETTINGS = {
    "type": ["object", "string", "array"],
    "description": "What templates are told, as with --set; a text or a list is a part of the plan",
    "examples": [{"style": "apa", "words": "1000..1500"}],
}


def json_schema() -> dict[str, Any]:
    """The schema, draft 2020-12, with a description of every key and examples."""
    definitions: dict[str, Any] = {}
    root = _object(Plan, definitions)
    for role in Plan.ROLES:
        root["properties"].setdefault(role, {**_ANY, "description": f"The part of the plan called {role}"})
    for key, words in (("short_term_goals", "one year or less"), ("long_term_goals", "more than one year")):
        root["properties"][key] = {"type": "array", "items": {"$ref": "#/$defs/Goal"}, "description": f"Goals: {words}"}
    root["properties"].pop("parts", None)
    root["properties"] |= {"checks": _CHECKS, "settings": _SETTINGS}
    return {"$schema": DIALECT, "title": "A career action plan", **root, "$defs": dict(sorted(definitions.items()))}


def _object(entity: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for field in fields_of(entity).values():
        if field.name == "labels":
            continue
        properties[_key(entity, field.name)] = _described(_type(field, definitions), field)
    return {"type": "object", "properties": properties}


def _key(entity: type, name: str) -> str:
    """How a key is written: that of a source as in CSL-JSON."""
    return {"doi": "DOI", "url": "URL"}.get(name, name.replace("_", "-")) if entity in {Reference, Name} else name


def _described(schema: dict[str, Any], field: Field) -> dict[str, Any]:
    described = {**schema, "description": field.description}
    if field.example:
        described["examples"] = [field.example]
    return described


def _type(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _one(field, definitions)
    if not field.many:
        return one
    return {"anyOf": [{"type": "array", "items": one}, _TEXT]}


def _one(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    kind = field.type
    if isinstance(kind, EnumType):
        members: list[Any] = list(kind)
        return {"enum": [member.value for member in members]}
    if kind is bool:
        return {"type": ["boolean", "string"]}
    if kind is dt.date:
        return {"type": "string"}
    if kind is TimeFrame:
        return {**_ANY, "type": ["string", "number", "object"]}
    if kind is Trait:
        return _ANY
    if kind is Plain and field.name in DATES:
        return _ANY
    if is_dataclass(kind) and isinstance(kind, type):
        name = kind.__name__
        if name not in definitions:
            definitions[name] = {}
            full = _object(kind, definitions)
            short = any(f.short for f in fields_of(kind).values())
            definitions[name] = {"anyOf": [_TEXT, full]} if short else full
        return {"$ref": f"#/$defs/{name}"}
    return _ANY if kind.__name__ == "Prose" else _TEXT
