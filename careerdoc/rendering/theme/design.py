"""``design:`` of a ``theme.yaml``."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from careerdoc.findings import nearest, refusal
from careerdoc.rendering.theme.fields import scalar, section
from careerdoc.rendering.theme.model import Design

if TYPE_CHECKING:
    from careerdoc.tree import Mapping


def read_design(root: Mapping) -> Design:
    """The design of a theme, that of a theme that says none where it is left out.

    Raises CareerdocError (CD020) for a key or a name that is not known.
    """
    if root.get("design") is None:
        return Design()
    node = section(root, "design")
    known = [field.name for field in fields(Design)]
    said: dict[str, Any] = {}
    for key, _ in node:
        if key.value not in known:
            hint = f"{nearest(key.value, known)} known: {', '.join(known)}".strip()
            raise refusal("CD020", f'"{key.value}" is no part of a design', span=key.span, hint=hint)
        said[key.value] = _name(node, key.value)
    return Design(**said)


def _name(node: Mapping, key: str) -> str:
    given, names = scalar(node, key), CHOICES[key]
    if given.value not in names:
        hint = f"{nearest(given.value, names)} known: {', '.join(names)}".strip()
        raise refusal("CD020", f'"{given.value}" is no {key} of a design', span=given.span, hint=hint)
    return given.value


CHOICES: dict[str, tuple[str, ...]] = {name: get_args(hint) for name, hint in get_type_hints(Design).items()}
"""The names that each part of a design may have, the usual one first."""
