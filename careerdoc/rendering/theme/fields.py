"""What stands under a key of ``theme.yaml``, as the kind of value that must stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.findings import nearest, refusal
from careerdoc.tree import Mapping, Scalar

if TYPE_CHECKING:
    from careerdoc.source import Span
    from careerdoc.tree import Node

_LENGTH = re.compile(r"(?P<number>\d+(\.\d+)?)\s*(?P<unit>in|mm|cm|pt)")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}


def mapping(node: Node | None, span: Span, what: str) -> Mapping:
    """The node as a mapping; raises CareerdocError, saying that ``what`` must be one."""
    if not isinstance(node, Mapping):
        raise refusal("CD020", f"{what} must be `key: value` lines", span=node.span if node else span)
    return node


def section(node: Mapping, key: str) -> Mapping:
    """The mapping under a key; raises CareerdocError where there is none."""
    found = node.get(key)
    if found is None:
        raise missing(node, key)
    return mapping(found, node.span, f'"{key}"')


def missing(node: Mapping, key: str) -> Exception:
    """The error for a key that must be there."""
    hint = nearest(key, [name.value for name, _ in node]) or f"add a line `{key}: …`"
    first = node.entries[0][0].span if node.entries else node.span
    return refusal("CD020", f'the theme lacks "{key}" here', span=first, hint=hint)


def scalar(node: Mapping, key: str) -> Scalar:
    """The scalar under a key; raises CareerdocError where there is none."""
    found = node.get(key)
    if not isinstance(found, Scalar):
        raise missing(node, key)
    return found


def text(node: Mapping, key: str) -> str:
    """The words under a key; raises CareerdocError where there are none."""
    return scalar(node, key).value


def number(node: Mapping, key: str) -> float:
    """The number under a key, such as a size in points; raises CareerdocError for what is none."""
    given = scalar(node, key)
    try:
        value = float(given.value)
    except ValueError:
        value = -1.0
    if not 0.5 <= value <= 400:
        raise refusal("CD020", f'"{given.value}" is not a size', span=given.span, hint="write points, as in 11.5")
    return value


def points(text: str) -> float | None:
    """A length such as ``1in`` or ``25 mm`` in points, or None where it is none."""
    match = _LENGTH.fullmatch(text.strip().lower())
    return float(match["number"]) * _POINTS[match["unit"]] if match else None


def length(node: Mapping, key: str, longest: float) -> float:
    """The length under a key in points; raises CareerdocError for what is none, or is beyond the longest."""
    given = scalar(node, key)
    found = points(given.value)
    if found is None or found > longest:
        hint = f"write a length up to {longest / 72:g}in, as in `0.5in` or `12mm`"
        raise refusal("CD020", f'"{given.value}" is not a length that fits here', span=given.span, hint=hint)
    return found


def flag(node: Mapping, key: str) -> bool:
    """Whether the key says yes; raises CareerdocError for what is neither yes nor no."""
    given = scalar(node, key)
    told = _FLAGS.get(given.value)
    if told is None:
        raise refusal("CD020", f'"{given.value}" is neither yes nor no', span=given.span, hint="write `yes` or `no`")
    return told
