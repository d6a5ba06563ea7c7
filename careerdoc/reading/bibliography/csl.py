"""CSL-JSON and CSL-YAML to Trees, with the place of each value."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from careerdoc.findings import CareerdocError, Finding, Level
from careerdoc.tree import Mapping, Scalar, Sequence
from careerdoc.tree.yaml import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.source import Source, Span
    from careerdoc.tree import Node

DEEPEST = 8
"""Levels within a source; CSL-JSON has four."""

_HINT = 'CSL-JSON is a list of sources: `[{"id": "bell2020", "type": "book", …}]`'
_BLANKS = re.compile(r"[\s,]*")


def read_csl_json(source: Source, wanted: AbstractSet[str]) -> tuple[list[Mapping], list[Finding]]:
    """The sources of a CSL-JSON file. One that is broken ends the reading, and what stands before it is used."""
    text = source.text
    entries: list[Mapping] = []
    start = _BLANKS.match(text)
    at = start.end() if start else 0
    if text[at : at + 1] != "[":
        return entries, [_said("this is not CSL-JSON", source.lines_span(1, 1), _HINT)]
    decoder, findings = json.JSONDecoder(), list[Finding]()
    at += 1
    while True:
        blank = _BLANKS.match(text, at)
        at = blank.end() if blank else at
        if text[at : at + 1] == "]":
            return entries, findings
        try:
            data, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            span = source.span(error.pos, error.pos + 1)
            return entries, [*findings, _said(f"this is not valid JSON: {error.msg}", span, _HINT)]
        except (RecursionError, ValueError):
            return entries, [*findings, _said("this is not CSL-JSON: it is nested too deep", source.span(at), _HINT)]
        span = source.span(at, end)
        if isinstance(data, dict):
            if str(data.get("id") or data.get("citation-key") or "") in wanted:
                entries.append(_object(source, data, span))
        else:
            findings.append(_said("this is not a source", span, _HINT))
        at = end


def read_csl_yaml(source: Source, wanted: AbstractSet[str]) -> tuple[list[Mapping], list[Finding]]:
    """The sources of a CSL-YAML file: a list, or a list under ``references``."""
    hint = "write a list of sources: `- id: bell2020`, with `type: book` and so on below"
    try:
        root = parse_yaml(source)
    except CareerdocError as error:
        return [], [Finding("CD058", Level.WARNING, f.message, f.span, f.hint) for f in error.findings]
    if isinstance(root, Mapping):
        root = root.get("references")
    if not isinstance(root, Sequence):
        return [], [_said("this is not a list of sources", source.lines_span(1, 1), hint)]
    keyed = [(item, item.get("id") or item.get("citation-key")) for item in root if isinstance(item, Mapping)]
    entries = [known_fields(item) for item, key in keyed if isinstance(key, Scalar) and key.value in wanted]
    return entries, [_said("this is not a source", item.span, hint) for item in root if not isinstance(item, Mapping)]


_WANTED = frozenset({
    "id", "type", "author", "editor", "translator", "director", "host", "interviewer", "recipient", "issued",
    "original-date", "accessed", "title", "container-title", "collection-title", "publisher", "publisher-place",
    "volume", "issue", "page", "edition", "number", "DOI", "URL", "genre", "medium", "event", "event-title",
    "event-place", "version", "language", "note", "citation-key",
})  # fmt: skip


def known_fields(entry: Mapping) -> Mapping:
    """A source without the fields that no style here shows (abstracts, call numbers …)."""
    return Mapping(tuple((key, node) for key, node in entry if key.value in _WANTED), entry.span)


def _object(source: Source, data: dict[str, Any], span: Span) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    for key, value in data.items():
        if key not in _WANTED or value is None:
            continue
        found = re.compile(r'"' + re.escape(key) + r'"\s*:\s*"?').search(source.text, span.start, span.end)
        where = source.span(found.end(), _line_end(source.text, found.end(), span.end)) if found else span
        entries.append((Scalar(key, where), _node(value, where)))
    return Mapping(tuple(entries), span)


def _line_end(text: str, start: int, most: int) -> int:
    end = text.find("\n", start, min(most, start + 2_000))
    return start + len(text[start:end].rstrip(' ",}')) if end >= 0 else min(start + 1, most)


def _node(value: object, span: Span, depth: int = 0) -> Node:
    if isinstance(value, list) and depth < DEEPEST:
        return Sequence(tuple(_node(item, span, depth + 1) for item in value[:1_000]), span)
    if isinstance(value, dict) and depth < DEEPEST:
        return Mapping(tuple((Scalar(str(k), span), _node(v, span, depth + 1)) for k, v in value.items()), span)
    return Scalar(_text(value), span, plain=False)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return re.sub("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", str(value)) if value is not None else ""


def _said(message: str, span: Span, hint: str) -> Finding:
    return Finding("CD058", Level.WARNING, message, span, hint)
