"""Findings as SARIF 2.1.0 (OASIS, errata 01), which code scanning services and editors read."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from careerdoc.checking.pages import page_of
from careerdoc.checking.registry import registry
from careerdoc.checking.terminal import as_lines
from careerdoc.findings import Level
from careerdoc.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdoc.checking.registry import Topic
    from careerdoc.findings import Finding
    from careerdoc.source import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}
_ABOUT_NO_FILE = frozenset({"CD053", "CD054"})
"""Findings whose place is a distribution."""


def as_sarif(findings: Iterable[Finding]) -> str:
    """Findings as one run of SARIF, with the rules that found something. Columns count UTF-16 code units."""
    shown = tuple(findings)
    known = {topic.code: topic for topic in registry().topics()}
    used = {code: index for index, code in enumerate(sorted({f.code for f in shown} & known.keys()))}
    run = {
        "tool": {
            "driver": {"name": "careerdoc", "version": __version__, "rules": [_rule(known[code]) for code in used]}
        },
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, used) for finding in shown],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(topic: Topic) -> dict[str, Any]:
    page = page_of(topic)
    return {
        "id": topic.code,
        "name": topic.name,
        "shortDescription": {"text": topic.summary},
        "help": {"text": as_lines(page, 80), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[topic.level]},
    }


def _result(finding: Finding, used: Mapping[str, int]) -> dict[str, Any]:
    text = f"{finding.message} (hint: {finding.hint})" if finding.hint else finding.message
    result: dict[str, Any] = {"ruleId": finding.code, "level": _LEVELS[finding.level], "message": {"text": text}}
    if finding.code in used:
        result["ruleIndex"] = used[finding.code]
    if finding.span is not None:
        place = {"artifactLocation": _artifact(finding.span.source.name), "region": _region(finding.span)}
        result["locations"] = [{"physicalLocation": place}]
    elif finding.place and finding.code not in _ABOUT_NO_FILE:
        result["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(finding.place)}}]
    elif finding.place:
        result["message"]["text"] = f"{finding.place}: {text}"
    if finding.fix:
        result["fixes"] = [_fix(finding)]
    return result


def _fix(finding: Finding) -> dict[str, Any]:
    changes = [{"deletedRegion": _region(e.span), "insertedContent": {"text": e.text}} for e in finding.fix]
    artifact = _artifact(finding.fix[0].span.source.name)
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": changes}]}


def _artifact(name: str) -> dict[str, str]:
    path = PurePath(name.strip("<>"))
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogatepass"))}


def _region(span: Span) -> dict[str, int]:
    start_line, start_column = _position(span.source, span.start)
    end_line, end_column = _position(span.source, span.end)
    return {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column}


def _position(source: Source, offset: int) -> tuple[int, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return line, column + sum(ord(character) > 0xFFFF for character in before)
