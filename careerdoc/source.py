"""Where text came from: a named source, and spans of it that know their line and column."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters and lone surrogates, which no document can hold (XML 1.0, 2.2)."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A text with a name to show to people (a path, or ``<stdin>``).

    Lines end with LF; a reader normalises other line ends before it makes a Source.
    """

    name: str
    text: str
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        object.__setattr__(self, "_starts", starts)

    def __repr__(self) -> str:
        return f"Source({self.name!r}, {len(self.text)} characters)"

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """Offset at which a line (from 1) begins; the end of the text for lines past the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def line_text(self, line: int) -> str:
        """Text of a line (from 1), without its line end."""
        return self.text[self.line_start(line) : self.line_start(line + 1)].rstrip("\n")

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in characters."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int | None = None) -> Span:
        """The span from one offset to another, clamped to the text; empty when no end is given."""
        size = len(self.text)
        start = min(max(start, 0), size)
        return Span(self, start, start if end is None else min(max(end, start), size))

    def lines_span(self, first: int, last: int) -> Span:
        """The span of whole lines (from 1, inclusive), without the last line end and trailing blanks."""
        start, end = self.line_start(first), self.line_start(last + 1)
        return Span(self, start, start + len(self.text[start:end].rstrip()))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source, from ``start`` up to but not including ``end``, in characters."""

    source: Source = field(repr=False)
    start: int
    end: int

    @property
    def line(self) -> int:
        """Line of the start, from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """Column of the start, from 1."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """What stands there."""
        return self.source.text[self.start : self.end]

    def to(self, other: Span) -> Span:
        """The span from this one's start to the other's end."""
        return Span(self.source, self.start, max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Edit:
    """A surgical change: the span's text becomes ``text``, and every other character stays."""

    span: Span
    text: str


class Rewriting:
    """A text after edits, which remembers where each of its characters came from."""

    __slots__ = ("_kept", "_ours", "_theirs", "before", "source")

    def __init__(self, before: Source, edits: Iterable[Edit]) -> None:
        """``edits`` are of ``before``, do not overlap, and come in its order."""
        self.before = before
        pieces: list[str] = []
        at = length = 0
        # Offsets where a stretch begins: here, there, and whether it is kept text (or else an edit's).
        self._ours, self._theirs, self._kept = [0], [0], [True]
        for edit in edits:
            kept = before.text[at : edit.span.start]
            pieces += (kept, edit.text)
            length += len(kept)
            self._begin(length, edit.span.start, kept=False)
            length += len(edit.text)
            at = edit.span.end
            self._begin(length, at, kept=True)
        pieces.append(before.text[at:])
        self.source = Source(before.name, "".join(pieces))

    def _begin(self, ours: int, theirs: int, *, kept: bool) -> None:
        self._ours.append(ours)
        self._theirs.append(theirs)
        self._kept.append(kept)

    def origin(self, span: Span) -> Span:
        """Where a span of the text after the edits stands in the text before them."""
        start, end = self._offset(span.start), self._offset(span.end, last=True)
        return Span(self.before, start, max(start, end))

    def _offset(self, offset: int, *, last: bool = False) -> int:
        index = bisect_left(self._ours, offset) - 1 if last and offset else bisect_right(self._ours, offset) - 1
        if self._kept[index]:
            return self._theirs[index] + offset - self._ours[index]
        return self._theirs[index + 1] if last and index + 1 < len(self._theirs) else self._theirs[index]
