"""Findings as a person reads them: place, message, the line, a caret under the exact words, a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.findings import Level
from careerdoc.terminal import columns, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careerdoc.findings import Finding
    from careerdoc.source import Span

WIDEST_LINE = 160
"""Characters of a source line that are shown; a longer one is cut around the caret."""

TAB = 4
"""Columns from one tab stop to the next."""


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


def excerpt(span: Span) -> tuple[str, str]:
    """The line where a span begins, and carets under the part of it that the span covers."""
    line = span.source.line_text(span.line)
    start = span.column - 1
    end = min(start + max(1, span.end - span.start), max(len(line), start + 1))
    cut = 0
    if len(line) > WIDEST_LINE:
        cut = max(0, min(start - 40, len(line) - WIDEST_LINE))
        line = line[cut : cut + WIDEST_LINE]
    start, end = start - cut, min(end - cut, len(line))
    before = _spread(line[:start], 0)
    under = _spread(line[start:end].rstrip(), columns(before))
    after = _spread(line[start + len(line[start:end].rstrip()) :], columns(before + under))
    return before + under + after, " " * columns(before) + "^" * max(1, columns(under))


def _spread(text: str, column: int) -> str:
    """A text for a terminal, tabs as blanks up to the next stop; it begins in a column, from 0."""
    pieces: list[str] = []
    for character in visible(text, kept="\t"):
        piece = " " * (TAB - column % TAB) if character == "\t" else character
        column += columns(piece)
        pieces.append(piece)
    return "".join(pieces)


def summary(findings: Sequence[Finding], plans: int = 1, mended: int = 0) -> str:
    """What was found, in one sentence: how much of which level, where to read more, what can be mended."""
    if not plans:
        return "there is no plan to check"
    counts = [(level, sum(finding.level is level for finding in findings)) for level in Level]
    told = ", ".join(f"{count} {_WORDS[level][count != 1]}" for level, count in counts if count)
    parts = [told or ("nothing is left to improve" if mended else "nothing to improve")]
    if findings:
        parts.append(f"`careerdoc explain {findings[0].code}` says more")
    fixable = sum(bool(finding.fix) for finding in findings)
    if fixable and not mended:
        parts.append(f"{fixable} can be mended with --fix")
    return (f"{plans} plans: " if plans != 1 else "") + "; ".join(parts)


_WORDS = {
    Level.ERROR: ("error", "errors"),
    Level.WARNING: ("warning", "warnings"),
    Level.ADVICE: ("piece of advice", "pieces of advice"),
}
