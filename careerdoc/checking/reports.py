"""Findings as a person reads them, and as a program does."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerdoc.findings import Finding
    from careerdoc.source import Span

WIDEST_LINE = 160
"""Characters of a source line that are shown; a longer one is cut around the caret."""


def as_text(findings: Iterable[Finding], style: Callable[[str, str], str] = lambda text, _role: text) -> str:
    """Findings the way compilers show them: place, level and code, message, the line, a caret, a hint.

    ``style`` colours a text by its role (``error``, ``warning``, ``advice``, ``place``, ``caret``, ``hint``).
    """
    return "\n".join(_one(finding, style) for finding in findings)


def _one(finding: Finding, style: Callable[[str, str], str]) -> str:
    level = finding.level.value
    place = _place(finding)
    lines = [f"{style(place, 'place')}: " if place else ""]
    lines[0] += f"{style(f'{level}[{finding.code}]', level)}: {visible(finding.message)}"
    if finding.span is not None and finding.span.source.text:
        shown, caret = excerpt(finding.span)
        if shown.strip():
            number = str(finding.span.line)
            lines += [f" {number} | {shown}", f" {' ' * len(number)} | {style(caret, 'caret')}"]
    if finding.hint:
        lines.append(f"   = {style('hint:', 'hint')} {visible(finding.hint)}")
    return "\n".join(lines)


def _place(finding: Finding) -> str:
    if finding.span is None:
        return visible(finding.place)
    return f"{visible(finding.span.source.name)}:{finding.span.line}:{finding.span.column}"


def visible(text: str) -> str:
    """A text for a terminal: control and direction characters, which could rewrite the line, as escapes."""
    return "".join(c if c.isprintable() or c == " " else c.encode("unicode_escape").decode() for c in text)


def excerpt(span: Span) -> tuple[str, str]:
    """The line where a span begins, and carets under the part of it that the span covers."""
    line = span.source.line_text(span.line).replace("\t", " ")
    start = span.column - 1
    length = max(1, min(span.end - span.start, len(line) - start))
    cut = 0
    if len(line) > WIDEST_LINE:
        cut = max(0, min(start - 40, len(line) - WIDEST_LINE))
        line = line[cut : cut + WIDEST_LINE]
        length = min(length, len(line) - (start - cut)) or 1
    before, under = line[: start - cut], line[start - cut : start - cut + length]
    return visible(line), " " * _columns(visible(before)) + "^" * max(1, _columns(visible(under)))


def _columns(text: str) -> int:
    """Columns that a terminal gives to a text: East Asian wide characters take two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_data(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as plain data; lines and columns from 1."""
    return [
        {
            "code": finding.code,
            "level": finding.level.value,
            "message": finding.message,
            "hint": finding.hint,
            "file": finding.span.source.name if finding.span else finding.place,
            "line": finding.span.line if finding.span else None,
            "column": finding.span.column if finding.span else None,
        }
        for finding in findings
    ]


def as_json(findings: Iterable[Finding]) -> str:
    """Findings as a JSON array."""
    return json.dumps(as_data(findings), ensure_ascii=False, indent=2)
