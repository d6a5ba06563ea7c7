"""Findings as workflow commands, which GitHub shows beside the lines of a change.

The form and the escaping are those of the runner's own toolkit: ``::warning file=…,line=…::message``, with ``%``, CR
and LF written as percent codes, and in properties ``:`` and ``,`` as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking.registry import registry
from careerdoc.findings import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.findings import Finding

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(findings: Iterable[Finding]) -> str:
    """One command in a line for each finding."""
    names = {topic.code: topic.name for topic in registry().topics()}
    return "\n".join(_one(finding, names.get(finding.code, "")) for finding in findings)


def _one(finding: Finding, name: str) -> str:
    properties: dict[str, object] = {}
    if finding.span is not None:
        source = finding.span.source
        line, column = source.position(finding.span.start)
        end_line, end_column = source.position(finding.span.end)
        properties |= {"file": source.name, "line": line, "endLine": end_line, "col": column}
        if end_line == line:  # columns are shown only within one line
            properties["endColumn"] = max(end_column, column)
    elif finding.place:
        properties["file"] = finding.place
    properties["title"] = f"{finding.code} {name}".strip()
    told = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in properties.items())
    text = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.level]} {told}::{text.translate(_DATA)}"
