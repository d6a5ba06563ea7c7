"""The shapes of CSL-JSON 1.0.2 in a source, as the plain texts that the vocabulary takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.tree import Node

DATES = frozenset({"issued", "accessed", "original-date", "original_date", "date", "year"})
_PARTS = ("year", "month", "day")
_NAME_KEYS = frozenset({"comma-suffix", "static-ordering", "parse-names", "isInstitution", "ORCID"})
"""Switches in a CSL name, which are no words of it."""


def with_plain_values(node: Mapping) -> Mapping:
    """A source whose dates are texts such as ``2026-05-14`` and whose names have no switches."""
    if not any(isinstance(value, Mapping | Sequence) for _, value in node):
        return node
    return Mapping(tuple((key, _value(key.value, value)) for key, value in node), node.span)


def _value(key: str, node: Node) -> Node:
    if key in DATES:
        return _date(node)
    if isinstance(node, Sequence):
        return Sequence(tuple(_without_switches(item) for item in node), node.span)
    return _without_switches(node)


def _without_switches(node: Node) -> Node:
    if not isinstance(node, Mapping):
        return node
    return Mapping(tuple((key, value) for key, value in node if key.value not in _NAME_KEYS), node.span)


def _date(node: Node) -> Node:
    """``{date-parts: [[2026, 5, 14]]}``, ``[{year: 2026}]`` or ``{literal: …}`` as a text."""
    if isinstance(node, Scalar):
        return node
    parts = node.get("date-parts") if isinstance(node, Mapping) else node
    days = [day for item in _items(parts) if (day := _day(item))]
    if not days and isinstance(node, Mapping):
        days = [_day(node) or next((v.value for k in ("literal", "raw") if isinstance(v := node.get(k), Scalar)), "")]
    text = "/".join(day for day in days[:2] if day)
    season = node.get("season") if isinstance(node, Mapping) else None
    if isinstance(season, Scalar) and text.isdigit():
        names = {"1": "Spring", "2": "Summer", "3": "Fall", "4": "Winter"}
        text = f"{names.get(season.value, season.value)} {text}"
    if (
        isinstance(node, Mapping)
        and isinstance(circa := node.get("circa"), Scalar)
        and circa.value not in {"0", "false"}
    ):
        text = f"ca. {text}"
    return Scalar(text, node.span, plain=False) if text else node


def _items(node: Node | None) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        return ()
    return (node,) if node.items and isinstance(node.items[0], Scalar) else node.items


def _day(node: Node) -> str:
    if isinstance(node, Mapping):
        found = [node.get(part) for part in _PARTS]
    else:
        found = list(node.items[:3]) if isinstance(node, Sequence) else []
    texts: list[str] = []
    for part in found:
        if not isinstance(part, Scalar) or not part.value.lstrip("-").isdigit():
            break
        texts.append(part.value.zfill(2) if texts else part.value)
    return "-".join(texts)
