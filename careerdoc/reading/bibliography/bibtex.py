"""BibTeX and BibLaTeX to Trees: each value stands where it stands in the file, and a broken entry spoils no other.

Own, because what is there either knows no places or stops at the first error. The grammar is that of BibTeX 0.99d; the
file is parted at the lines on which entries begin, so that the work is linear in its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.reading.bibliography.latex import to_text
from careerdoc.reading.bibliography.mapping import entry_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.source import Source, Span
    from careerdoc.tree import Mapping

LONGEST_MACRO = 5_000
"""Characters that a value made of @string macros may have: macros of macros double in every line."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENTRY = re.compile(r"^[ \t]*@[ \t]*([A-Za-z]+)[ \t]*([{(])", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,{}()=\"#%]+)\s*(?:,|(?=[})]))")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,{}#\"=]+")
_NEXT = re.compile(r"\s*(#)?\s*")
_STOPS = re.compile(r'[{}"\\]')


@dataclass(slots=True)
class Raw:
    """An entry as it stands there: its fields in LaTeX, each with its place."""

    kind: str
    key: str
    key_span: Span
    span: Span
    fields: dict[str, tuple[str, Span]] = field(default_factory=dict)


class _BrokenError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def read_bibtex(source: Source, wanted: AbstractSet[str]) -> tuple[list[Mapping], list[Finding]]:
    """The wanted entries of a .bib file, in the fields of CSL-JSON, and findings about those that cannot be read."""
    findings: list[Finding] = []
    strings = {month: str(index) for index, month in enumerate(_MONTHS, 1)}
    entries: list[Raw] = []
    heads = list(_ENTRY.finditer(source.text))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else len(source.text)
        kind = head[1].casefold()
        if kind in {"comment", "preamble"}:
            continue
        reader = _EntryReader(source, head, end, strings)
        try:
            if kind == "string":
                reader.string()
                continue
            entry: Raw | None = reader.entry(kind)
        except _BrokenError as error:
            entry = reader.raw
            span = source.span(error.at, error.at + 1)
            hint = "what stands before it is used; mend the entry, or export it again"
            findings.append(Finding("CD058", Level.WARNING, str(error), span, hint))
        if entry is not None:
            entries.append(entry)
    if not heads and source.text.strip():
        hint = "entries look like `@book{bell2020, author = {Bell, Marcus}, …}`"
        findings.append(Finding("CD058", Level.WARNING, "there is no BibTeX entry here", source.lines_span(1, 1), hint))
    return [entry_of(raw) for raw in _with_parents(entries, findings, wanted)], findings


class _EntryReader:
    """Reads one entry, which ends before ``end``."""

    def __init__(self, source: Source, head: re.Match[str], end: int, strings: dict[str, str]) -> None:
        self.source = source
        self.text = source.text
        self.start = head.start(1) - 1
        self.at = head.end()
        self.close = "}" if head[2] == "{" else ")"
        self.end = end
        self.strings = strings
        self.raw: Raw | None = None

    def entry(self, kind: str) -> Raw:
        key = _KEY.match(self.text, self.at, self.end)
        if key is None:
            raise _BrokenError("this entry has no key", self.start)
        self.at = key.end()
        span = self.source.span(key.start(1), key.end(1))
        self.raw = Raw(kind, key[1], span, self.source.span(self.start, self.at))
        while (found := _FIELD.match(self.text, self.at, self.end)) is not None:
            self.at = found.end()
            name = found[1].casefold()
            value = self._value()
            self.raw.fields.setdefault(name, value)
            self.raw.span = self.source.span(self.start, self.at)
        self._closed()
        return self.raw

    def string(self) -> None:
        found = _FIELD.match(self.text, self.at, self.end)
        if found is None:
            raise _BrokenError("this @string defines nothing", self.start)
        self.at = found.end()
        self.strings[found[1].casefold()] = self._value()[0]

    def _closed(self) -> None:
        rest = re.compile(r"[\s,]*").match(self.text, self.at, self.end)
        self.at = rest.end() if rest else self.at
        if self.at >= self.end:
            raise _BrokenError("this entry is not closed: a brace is missing", self.start)
        if self.text[self.at] != self.close:
            raise _BrokenError("this is not `name = {value}`, perhaps for a missing comma or brace", self.at)
        if self.raw is not None:
            self.raw.span = self.source.span(self.start, self.at + 1)

    def _value(self) -> tuple[str, Span]:
        """Pieces joined by ``#``: in braces, in quotation marks, a number, or the name of a string."""
        pieces: list[str] = []
        start, length = self.at, 0
        places: list[tuple[int, int]] = []
        while True:
            places.append(self._piece(pieces))
            length += len(pieces[-1])
            if length > LONGEST_MACRO and len(pieces) > 1:
                raise _BrokenError("the strings here make a text without end", start)
            more = _NEXT.match(self.text, self.at, self.end)
            if more is None or not more[1]:
                break
            self.at = more.end()
        span = self.source.span(*places[0]) if len(places) == 1 else self.source.span(start, self.at)
        return "".join(pieces), span

    def _piece(self, pieces: list[str]) -> tuple[int, int]:
        first = self.text[self.at : self.at + 1] if self.at < self.end else ""
        if first in {"{", '"'}:
            start = self.at + 1
            self.at = self._matching("}" if first == "{" else '"')
            pieces.append(self.text[start : self.at - 1])
            return start, self.at - 1
        word = _WORD.match(self.text, self.at, self.end)
        if word is None:
            raise _BrokenError("a value is missing here", min(self.at, self.end - 1))
        pieces.append(word[0] if word[0].isdigit() else self.strings.get(word[0].casefold(), word[0]))
        self.at = word.end()
        return word.span()

    def _matching(self, close: str) -> int:
        """Where the value that opens here has ended."""
        depth, at, opened = 0, self.at + 1, self.at
        while (stop := _STOPS.search(self.text, at, self.end)) is not None:
            at = stop.end()
            if stop[0] == "\\":
                at += 1
            elif stop[0] == close and depth == 0:
                return at
            elif stop[0] == "{":
                depth += 1
            elif stop[0] == "}":
                depth -= 1
                if depth < 0:
                    break
        raise _BrokenError("this value is not closed: a brace or a quotation mark is missing", opened)


_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle"}
_OWN = frozenset({"crossref", "xdata", "ids", "key", "shorttitle", "options", "keywords", "abstract", "annotation"})


def _with_parents(entries: list[Raw], findings: list[Finding], wanted: AbstractSet[str]) -> list[Raw]:
    """The wanted entries, with what they lack from the one that ``crossref`` names (BibLaTeX, appendix B)."""
    by_key = {entry.key.casefold(): entry for entry in reversed(entries)}
    chosen = [entry for entry in entries if entry.key in wanted]
    for entry in chosen:
        seen, current = {entry.key.casefold()}, entry
        while (named := current.fields.get("crossref")) is not None:
            parent = by_key.get(named[0].strip().casefold())
            if parent is None or parent.key.casefold() in seen:
                what = "does not stand here" if parent is None else "leads back to this entry"
                told = f'the crossref "{to_text(named[0])}" {what}'
                findings.append(Finding("CD058", Level.WARNING, told, named[1], "name the key of a book in this file"))
                break
            _inherit(entry, parent)
            seen.add(parent.key.casefold())
            current = parent
            if len(seen) > 4:
                break
    return chosen


def _inherit(entry: Raw, parent: Raw) -> None:
    for name, value in parent.fields.items():
        if name not in _OWN:
            within = entry.kind in {"incollection", "inproceedings", "inbook", "conference", "inreference"}
            entry.fields.setdefault(_INHERITED.get(name, name) if within else name, value)
