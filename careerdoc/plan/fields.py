"""The fields of the vocabulary, read from its dataclasses: what validation fills and the JSON Schema describes."""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any

UNREAD = frozenset({"span", "level", "checks", "settings", "library", "style"})
"""Fields that are not filled by their words: where an entity stands, and settings that are kept as they are."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of an entity takes."""

    name: str
    type: Any
    many: bool
    required: bool
    short: bool
    description: str
    example: str
    also: tuple[str, ...]


@cache
def fields_of(entity: type) -> dict[str, Field]:
    """The fields of an entity that a text can fill, by name."""
    hints = typing.get_type_hints(entity)
    found: dict[str, Field] = {}
    for declared in fields(entity):
        if declared.name in UNREAD:
            continue
        hint = hints[declared.name]
        many = typing.get_origin(hint) is tuple
        if many:
            hint = typing.get_args(hint)[0]
        elif isinstance(hint, types.UnionType):
            hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        found[declared.name] = Field(
            declared.name,
            hint,
            many,
            declared.default is MISSING and declared.default_factory is MISSING,
            bool(declared.metadata.get("short")),
            declared.metadata.get("description", ""),
            declared.metadata.get("example", ""),
            declared.metadata.get("also", ()),
        )
    return found


@cache
def aliases_of(entity: type) -> dict[str, str]:
    """Other keys that fields go by, each with the field's name."""
    return {key: field.name for field in fields_of(entity).values() for key in field.also}
