"""TOML text to a Tree: the standard library says whether it is valid, and this says where each piece stands.

Strings become quoted scalars; numbers, dates and truth values become plain ones, as they are written.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from careerdoc.findings import CareerdocError, refusal
from careerdoc.tree.model import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.source import Source, Span
    from careerdoc.tree.model import Node

_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_OTHER = re.compile(r"[^,\]}\n#]+")
_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(slots=True)
class _Table:
    """A table while it is read; ``entries`` by key, with the key as written."""

    span: Span
    entries: dict[str, tuple[Scalar, _Value]] = field(default_factory=dict)


@dataclass(slots=True)
class _Array:
    """An array while it is read."""

    span: Span
    items: list[_Value] = field(default_factory=list)


_Value: TypeAlias = Scalar | _Table | _Array


def parse_toml(source: Source) -> Mapping:
    """The Tree of a TOML text. Raises CareerdocError (CD055), located, on what is not TOML."""
    try:
        tomllib.loads(source.text)
        root = _Table(source.span(0, len(source.text)))
        _Reader(source).read(root)
        made = _frozen(root)
    except tomllib.TOMLDecodeError as error:
        raise _invalid(source, str(error)) from None
    except RecursionError:
        raise refusal("CD055", "this is nested too deep", span=source.span(0), hint="use fewer levels") from None
    assert isinstance(made, Mapping)  # noqa: S101 - a table becomes one
    return made


def _invalid(source: Source, problem: str) -> CareerdocError:
    match = _AT.search(problem)
    offset = len(source.text)
    if match is not None and match[1]:
        offset = min(source.line_start(int(match[1])) + int(match[2]) - 1, len(source.text))
    said = problem[: match.start()] if match else problem
    return refusal(
        "CD055", f"this is not valid TOML: {said}", span=source.span(offset, offset + 1), hint="put texts into quotes"
    )


def _frozen(value: _Value) -> Node:
    match value:
        case Scalar():
            return value
        case _Array(span, items):
            return Sequence(tuple(_frozen(item) for item in items), span)
        case _Table(span, entries):
            return Mapping(tuple((key, _frozen(inner)) for key, inner in entries.values()), span)


class _Reader:
    """Walks a text that is known to be valid."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0

    def read(self, root: _Table) -> None:
        table = root
        self.skip(_GAP)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header(root)
            else:
                self.pair(table)
            self.skip(_GAP)

    def skip(self, gap: re.Pattern[str]) -> None:
        match = gap.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def header(self, root: _Table) -> _Table:
        """``[a.b]``, or ``[[a.b]]`` for one more item of an array."""
        doubled = self.text.startswith("[[", self.at)
        self.at += 2 if doubled else 1
        *path, last = self.keys()
        self.skip(_BLANK)
        self.at += 2 if doubled else 1
        table = self.within(root, path)
        if not doubled:
            return self.within(table, [last])
        array = table.entries.setdefault(last.value, (last, _Array(last.span)))[1]
        item = _Table(last.span)
        if isinstance(array, _Array):
            array.items.append(item)
        return item

    def within(self, table: _Table, path: list[Scalar]) -> _Table:
        """The table at a path, made where it is missing; of an array, its last item."""
        for key in path:
            value = table.entries.setdefault(key.value, (key, _Table(key.span)))[1]
            value = value.items[-1] if isinstance(value, _Array) else value
            assert isinstance(value, _Table)  # noqa: S101 - else the text were not valid
            table = value
        return table

    def keys(self) -> list[Scalar]:
        found: list[Scalar] = []
        while True:
            self.skip(_BLANK)
            bare = _BARE.match(self.text, self.at)
            if bare is not None:
                self.at = bare.end()
                found.append(Scalar(bare[0], self.source.span(*bare.span())))
            else:
                found.append(self.string())
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return found
            self.at += 1

    def pair(self, table: _Table) -> None:
        *path, last = self.keys()
        self.at += 1  # the equals sign
        self.skip(_BLANK)
        self.within(table, path).entries[last.value] = (last, self.value())

    def string(self) -> Scalar:
        match = _STRING.match(self.text, self.at)
        assert match is not None  # noqa: S101 - else the text were not valid
        self.at = match.end()
        value: str = tomllib.loads(f"x = {match[0]}")["x"]
        quotes = 3 if match[0][:3] in {'"""', "'''"} else 1
        return Scalar(value, self.source.span(match.start() + quotes, match.end() - quotes), plain=False)

    def value(self) -> _Value:
        start = self.at
        sign = self.text[start]
        if sign in "\"'":
            return self.string()
        if sign not in "[{":
            match = _OTHER.match(self.text, start)
            said = match[0].rstrip() if match else ""
            self.at += len(said)
            return Scalar(said, self.source.span(start, self.at))
        self.at += 1
        array, table = _Array(self.source.span(start)), _Table(self.source.span(start))
        self.skip(_GAP)
        while self.text[self.at] not in "]}":
            if sign == "[":
                array.items.append(self.value())
            else:
                self.pair(table)
            self.skip(_GAP)
            if self.text[self.at] == ",":
                self.at += 1
                self.skip(_GAP)
        self.at += 1
        made = array if sign == "[" else table
        made.span = self.source.span(start, self.at)
        return made
