"""How deep list items stand where their author did not count the spaces.

Markdown wants what belongs to ``10. item`` under its text, four columns in; people write two, or none and change the
bullet. An item goes under the one before it when it is indented more than that one's marker, or when it is of a lesser
kind (a bullet after ``1.`` that is followed by ``2.``; ``(1)`` after ``1、``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.source import Edit

if TYPE_CHECKING:
    from careerdoc.source import Source

LOOK_AHEAD = 60
"""Lines in which the next number of a list is looked for."""

_KINDS = (
    (re.compile(r"[A-Z][.)]"), "letter", 1),
    (re.compile(r"\d+[.、．]"), "number", 2),
    (re.compile(r"[가-힣]\."), "syllable", 2),
    (re.compile(r"[a-z][.)]"), "small", 4),
    (re.compile(r"\d+[)）]|[(（]\d+"), "bracket", 5),
    (re.compile(r"[①-⑳]"), "circle", 6),
)


_NUMBER_SIGNS = frozenset(".、．)")


@dataclass(frozen=True, slots=True)
class _Item:
    """An open item: the column where its marker was written, where it goes, where its text goes, and its kind."""

    written: int
    column: int
    content: int
    kind: str
    rank: int
    number: int


class Indentation:
    """Follows the list items of one text, and moves those that stand too far left."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[_Item] = []
        self.holding: set[int] = set()
        self.blank = False

    def reset(self) -> None:
        """Nothing that follows belongs to the items before."""
        self.open.clear()
        self.holding.clear()

    def plain(self, line: str) -> list[Edit]:
        """A line that begins no item: text at the margin ends the lists before it once a blank line has come."""
        if not line[:1].isspace() and self.blank:
            self.reset()
        self.blank = False
        return []

    def edits(self, number: int, line: str, marker: int, content: int, written: str) -> list[Edit]:
        """The edits to a line whose item begins at ``marker``: ``written`` takes its place, up to ``content``."""
        self.blank = False
        column = _columns(line[:marker])
        kind, rank, count = _kind(line[marker : marker + 12])
        while self.open and self._ends(self.open[-1], column, kind, rank, number):
            self.open.pop()
        at = self.open[-1].content if self.open else 0
        self.open.append(_Item(column, at, at + len(written[: _marker_width(written)]), kind, rank, count))
        before, start = line[:content], self.source.line_start(number)
        after = " " * at + written
        if before == after or (
            _columns(before) == len(after) and before.lstrip() == written and "\u3000" not in before
        ):
            return []
        return [Edit(self.source.span(start, start + content), after)]

    def _ends(self, item: _Item, column: int, kind: str, rank: int, line: int) -> bool:
        """Whether an item that begins at a column is no part of an open one."""
        if column > item.written:
            return False
        if column < item.written or kind == item.kind:
            return True
        if kind == "bullet" and item.kind in {"number", "letter", "syllable"}:
            return not self._goes_on(item, line)
        return rank <= item.rank or kind == "bullet"

    def _goes_on(self, item: _Item, line: int) -> bool:
        """Whether the next number of a list comes soon, at the same column and before a heading."""
        wanted = str(item.number + 1)
        for following in range(line + 1, min(line + LOOK_AHEAD, self.source.line_count) + 1):
            text = self.source.line_text(following)
            if text.startswith("#") or not item.number:
                break
            begins = text.lstrip(" \t")
            sign, rest = begins[len(wanted) : len(wanted) + 1], begins[len(wanted) + 1 :]
            is_next = begins.startswith(wanted) and sign in _NUMBER_SIGNS and bool(rest.strip())
            if is_next and len(text) - len(begins) <= item.written:
                self.holding.add(item.written)
                return True
        return item.written in self.holding


def _kind(marker: str) -> tuple[str, int, int]:
    """What an item begins with: the sort of its marker, how low that sort stands, and its number."""
    for pattern, name, rank in _KINDS:
        if pattern.match(marker):
            digits = re.match(r"\d+", marker)
            return name, rank, int(digits[0]) if digits else 0
    return "bullet", 9, 0


def _marker_width(written: str) -> int:
    """Columns up to the text of an item: a task box is part of the text."""
    match = re.match(r"\S+[ \t]+", written)
    return match.end() if match else len(written)


def _columns(text: str) -> int:
    return len(text.replace("\u3000", "  ").expandtabs(4))
