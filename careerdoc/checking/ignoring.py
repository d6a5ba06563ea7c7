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


class Ignores:
    """The comments of one text, by the lines that they are about; it notes which of them hid something."""

    def __init__(self, source: Source, ignores: Iterable[Ignore]) -> None:
        self._source = source
        self._alike: dict[tuple[str, int, int], list[Ignore]] = {}
        for ignore in ignores:
            self._alike.setdefault((ignore.selector, ignore.first, ignore.last), []).append(ignore)
        self._by_line: dict[int, list[tuple[str, int, int]]] = {}
        for key in self._alike:
            for line in range(key[1], key[2] + 1):
                self._by_line.setdefault(line, []).append(key)
        self._used: set[tuple[str, int, int]] = set()

    def hide(self, finding: Finding, topic: Topic) -> bool:
        """Whether a finding is one that a comment is about."""
        if finding.span is None or finding.span.source is not self._source:
            return False
        hiding = [key for key in self._by_line.get(finding.span.line, ()) if reach(key[0], topic)]
        self._used.update(hiding)
        return bool(hiding)

    def idle(self, topics: Iterable[Topic], level: Level) -> Iterator[Finding]:
        """Advice about comments that hid nothing, though one of these topics was looked for."""
        looked_for = tuple(topics)
        for key, ignores in self._alike.items():
            if key not in self._used and any(reach(key[0], topic) for topic in looked_for):
                for ignore in ignores:
                    message = f"nothing of {ignore.span.text} is found here, so there is nothing to ignore"
                    yield Finding("CD052", level, message, ignore.span, "take it out of the comment")


def read_ignores(source: Source) -> tuple[tuple[Ignore, ...], tuple[Finding, ...]]:
    """The comments of a text that ignore codes, and a finding for each that is not understood."""
    if _MARK not in source.text:
        return (), ()
    ignores: list[Ignore] = []
    findings: list[Finding] = []
    fenced = _fenced(source)
    after = _Following(source)
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
        lines = (1, source.line_count) if first.text == "ignore-file" else after.lines(match, line)
        for span in selectors:
            if known_selector(span.text.casefold()):
                ignores.append(Ignore(span.text.casefold(), span, *lines))
            else:
                findings.append(unknown_selector(span.text, span))
    return tuple(ignores), tuple(findings)


def _not_understood(span: Span) -> Finding:
    verb = span.text in _VERBS
    message = "this comment does not say what to ignore" if verb else "this comment is not understood"
    hint = f"{'' if verb else nearest(span.text, _VERBS)} write `careerdoc: ignore CD104`".strip()
    return Finding("CD051", Level.WARNING, message, span, hint)


class _Following:
    """Finds the lines that comments are about. Each line is looked at once, however many comments there are."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.last: dict[int, int] = {}
        following = source.line_count + 1
        self.next = [following] * (source.line_count + 2)
        for line in range(source.line_count, 0, -1):
            following = following if _is_blank(source.line_text(line)) else line
            self.next[line] = following

    def lines(self, comment: re.Match[str], line: int) -> tuple[int, int]:
        """The first and the last line that a comment in a line is about."""
        start, end = self.source.line_start(line), self.source.line_start(line + 1)
        before, after = self.source.text[start : comment.start()], self.source.text[comment.end() : end]
        if before.strip(" \t>") or _COMMENT.sub("", after).strip():
            return line, line
        first = self.next[line + 1]
        if first not in self.last:
            self.last[first] = _last_of(self.source, first)
        return first, self.last[first]


def _is_blank(text: str) -> bool:
    """Whether a line holds nothing but, perhaps, such comments."""
    return not text.strip() or (_MARK in text and not _COMMENT.sub("", text).strip())


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
