"""Findings as plain data and as JSON: a contract, described in docs/checking.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdoc.checking.registry import registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.findings import Finding
    from careerdoc.source import Span


def as_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as plain data. Lines and columns count from 1, columns in characters; an end is not included."""
    names = {topic.code: topic.name for topic in registry().topics()}
    return [
        {
            "code": finding.code,
            "name": names.get(finding.code, ""),
            "level": finding.level.value,
            "message": finding.message,
            "hint": finding.hint,
            "file": finding.span.source.name if finding.span else finding.place,
            **(_place(finding.span) if finding.span else dict.fromkeys(_KEYS)),
            "fix": [{**_place(edit.span), "text": edit.text} for edit in finding.fix],
        }
        for finding in findings
    ]


_KEYS = ("line", "column", "end_line", "end_column")


def _place(span: Span) -> dict[str, int | None]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return dict(zip(_KEYS, (line, column, end_line, end_column), strict=True))


def as_json(findings: Iterable[Finding]) -> str:
    """Findings as a JSON array."""
    import json  # noqa: PLC0415 - not needed for reading by people

    return json.dumps(as_data(findings), ensure_ascii=False, indent=2)
