"""Comments that ignore codes: ``<!-- careerdoc: ignore CD104 -->`` in Markdown, ``# careerdoc: ignore CD104`` in YAML.

At the end of a line, a comment is about that line. Alone on a line, it is about what begins on the next one, with all
that belongs to it: an item and the items in it, the part under a heading, a paragraph, a key and its value.
``ignore-file`` is about the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.checking.selecting import reach
from careerdoc.checking.settings import known_selector, unknown_selector
from careerdoc.findings import Finding, Level, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.checking.registry import Topic
    from careerdoc.source import Source, Span

_MARK = "careerdoc:"
_COMMENT = re.compile(
    r"<!--[ \t]{0,9}careerdoc:([^\n]{0,400}?)-->|(?<!\S)#[ \t]{0,9}careerdoc:([ \t]{1,9}ignore[^\n]{0,400})$",
    re.MULTILINE,
)
_WORDS = re.compile(r"[^\s,]+")
_FENCE = re.compile(r"[ \t]*(?:[-*+>][ \t]+)*(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_VERBS = ("ignore", "ignore-file")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One selector in a comment, and the lines that it is about, from the first to the last."""

    selector: str
    span: Span
    first: int
    last: int

    def hides(self, finding: Finding, topic: Topic) -> bool:
        """Whether a finding is one that this is about."""
        if finding.span is None or finding.span.source is not self.span.source:
            return False
        return self.first <= finding.span.line <= self.last and bool(reach(self.selector, topic))


def read_ignores(source: Source) -> tuple[tuple[Ignore, ...], tuple[Finding, ...]]:
    """The comments of a text that ignore codes, and a finding for each that is not understood."""
    if _MARK not in source.text:
        return (), ()
    ignores: list[Ignore] = []
    findings: list[Finding] = []
    fenced = _fenced(source)
    for match in _COMMENT.finditer(source.text):
        line = source.position(match.start())[0]
        if line in fenced:
            continue
        group = 1 if match[1] is not None else 2
        first, *selectors = [source.span(match.start(group) + w.start(), match.start(group) + w.end())
                             for w in _WORDS.finditer(match[group])] or [source.span(*match.span())]  # fmt: skip
        if first.text not in _VERBS or not selectors:
            findings.append(_not_understood(first))
            continue
        lines = (1, source.line_count) if first.text == "ignore-file" else _lines_of(source, match, line)
        for span in selectors:
            if known_selector(span.text.casefold()):
                ignores.append(Ignore(span.text.casefold(), span, *lines))
            else:
                findings.append(unknown_selector(span.text, span))
    return tuple(ignores), tuple(findings)


def unused(ignores: Iterable[Ignore], level: Level) -> Iterator[Finding]:
    """Advice about comments that hid nothing."""
    for ignore in ignores:
        message = f"nothing of {ignore.span.text} is found here, so there is nothing to ignore"
        yield Finding("CD052", level, message, ignore.span, "take it out of the comment")


def _not_understood(span: Span) -> Finding:
    verb = span.text in _VERBS
    message = "this comment does not say what to ignore" if verb else "this comment is not understood"
    hint = f"{'' if verb else nearest(span.text, _VERBS)} write `careerdoc: ignore CD104`".strip()
    return Finding("CD051", Level.WARNING, message, span, hint)


def _lines_of(source: Source, comment: re.Match[str], line: int) -> tuple[int, int]:
    """The lines that a comment is about."""
    start = source.line_start(line)
    before, after = source.text[start : comment.start()], source.text[comment.end() : source.line_start(line + 1)]
    if before.strip(" \t>") or after.strip():
        return line, line
    first = line + 1
    while first <= source.line_count and _is_blank(source.line_text(first)):
        first += 1
    return first, _last_of(source, first)


def _is_blank(text: str) -> bool:
    """Whether a line holds nothing but, perhaps, another such comment."""
    return not _COMMENT.sub("", text).strip()


def _last_of(source: Source, first: int) -> int:
    """The last line of what begins on a line."""
    text = source.line_text(first)
    heading = _HEADING.match(text)
    if heading is not None:
        return _end_of_part(source, first, len(heading[1]))
    indent = _indent(text)
    nested = _ITEM.match(text) is not None or text.rstrip().endswith(":") or ": " in text
    last = first
    for number in range(first + 1, source.line_count + 1):
        line = source.line_text(number)
        if not line.strip():
            if not nested:
                break
            continue
        starts = _HEADING.match(line) or _ITEM.match(line)
        if _indent(line) <= indent and (starts or nested):
            break
        last = number
    return last


def _end_of_part(source: Source, first: int, level: int) -> int:
    for number in range(first + 1, source.line_count + 1):
        heading = _HEADING.match(source.line_text(number))
        if heading is not None and len(heading[1]) <= level:
            return number - 1
    return source.line_count


def _indent(text: str) -> int:
    return len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip())


def _fenced(source: Source) -> frozenset[int]:
    """The lines of fenced code, where a comment is only shown."""
    inside: set[int] = set()
    fence = ""
    for number in range(1, source.line_count + 1):
        match = _FENCE.match(source.line_text(number))
        if fence:
            inside.add(number)
            closes = (
                match is not None and match[1].startswith(fence) and not source.line_text(number)[match.end() :].strip()
            )
            fence = "" if closes else fence
        elif match is not None:
            fence = match[1]
            inside.add(number)
    return frozenset(inside)
