"""Small details of typesetting, which typewriters and keyboards lack: curly quotes, dashes, spaces that keep together.

What is typed stays as typed in Markdown and plain text; files that are set, from Word to PDF, get this first. Letters
and digits never change, nor do code, addresses and the data of figures. What is set already stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document.mapping import with_inlines
from careerdoc.document.model import Emphasis, LineBreak, Link, SoftBreak, Strikethrough, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.document.model import Document, Inline

    Edit = tuple[int, int, str]
    """Where a stretch of text begins and ends, and what takes its place."""

NO_BREAK, NARROW = "\u00a0", "\u202f"
_OPAQUE = "\ufffc"
"""Stands for what is no text: a picture, code, the mark of a footnote."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The marks of a language: of quotations, and of quotations within them."""

    double: tuple[str, str]
    single: tuple[str, str]


_ENGLISH = Quotes(("“", "”"), ("‘", "’"))
_GUILLEMETS = Quotes(("«", "»"), ("„", "“"))
_QUOTES = {
    "de": Quotes(("„", "“"), ("‚", "‘")),
    "cs": Quotes(("„", "“"), ("‚", "‘")),
    "pl": Quotes(("„", "”"), ("‚", "’")),
    "fr": Quotes((f"«{NARROW}", f"{NARROW}»"), ("“", "”")),
    "it": Quotes(("«", "»"), ("“", "”")),
    "ru": _GUILLEMETS,
    "uk": _GUILLEMETS,
}
_STRAIGHT = frozenset({"ar", "he", "fa", "ur", "ja"})
"""Languages whose own marks are other characters; what is typed stays."""

_UNIT = r"(?:mg|kg|g|lbs?|oz|mm|cm|km|ft|mi|mL|ml|L|°[CF]|[kMG]?Hz|[kMGT]B|kW|%|h|min|a\.m\.|p\.m\.|AM|PM|€)(?![\w])"
_TITLE = r"\b(?:pp?|Pp?|Nos?|no|Figs?|fig|Vol|vol|Sec|sec|Chap|chap|Ch|ch|Dr|Mrs?|Ms|Mx|Prof|St|Sr|Jr|Hon|Rev)\."

_SIMPLE = (
    (re.compile(r"(?<!\.)(\.\.\.)(?!\.)"), "…"),
    (re.compile(r"(?<!-)(---)(?!-)"), "—"),
    (re.compile(r"(?<!-)(--)(?!-)"), "–"),
    (re.compile(r"(?<=\w)( - )(?=\w)"), " – "),
    (re.compile(r"(?<=\d)( ?[xX] ?)(?=\d+(?:\.\d+)?\b(?![xX]))"), f"{NO_BREAK}×{NO_BREAK}"),
    (re.compile(rf"{_TITLE}( )(?=\S)"), NO_BREAK),
    (re.compile(r"\b[A-Z]\.( )(?=[A-Z])"), NO_BREAK),
    (re.compile(r"[§¶]( )(?=\d)"), NO_BREAK),
    (re.compile(rf"\d( )(?={_UNIT})"), NO_BREAK),
)
"""What is replaced is the group of each."""

_FRENCH = (
    (re.compile(r"\S( )(?=[;!?»])"), NARROW),
    (re.compile(r"\S( )(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(r"«( )(?=\S)"), NARROW),
)
_RANGE = re.compile(r"(?<![\w.,:/#$€£-])(\d{1,4})-(\d{1,4})(?![\w:/-]|[.,]\d)")
_ELIDED = re.compile(r"(?:\d0s|tis|twas|em|n|cause|til|round|bout)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s\"'<>]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
"""Addresses, which stay as they are."""
_OPENS_BEFORE = " \t\n\u00a0\u202f([{—–-/“‘„«" + _OPAQUE


def typeset(document: Document) -> Document:
    """The document with the marks of its language."""
    language = document.metadata.language.replace("_", "-").split("-", maxsplit=1)[0].lower()

    def line(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return _set(inlines, language)

    notes = {label: with_inlines(blocks, line) for label, blocks in document.footnotes.items()}
    return replace(document, blocks=with_inlines(document.blocks, line), footnotes=MappingProxyType(notes))


def set_text(text: str, language: str) -> str:
    """A text with the marks of a language (a two-letter code)."""
    made, end = [], 0
    for start, stop, words in _edits(text, language):
        made += [text[end:start], words]
        end = stop
    return "".join([*made, text[end:]])


# ── inlines ──────────────────────────────────────────────────────────────────────────────────────────────


def _set(inlines: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The inlines of one block; a quotation may begin in one and end in another."""
    whole = "".join(_flat(inlines))
    edits = list(_edits(whole, language))
    if not edits:
        return inlines
    return _Setter(edits).inlines(inlines)


def _flat(inlines: Iterable[Inline]) -> Iterator[str]:
    for node in inlines:
        match node:
            case Text(text):
                yield text
            case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
                yield from _flat(children)
            case SoftBreak() | LineBreak():
                yield "\n"
            case _:
                yield _OPAQUE


class _Setter:
    """Puts edits of the whole text of a block into its inlines, in one walk."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = edits
        self.next = 0
        self.at = 0

    def inlines(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(node) for node in inlines)

    def _inline(self, node: Inline) -> Inline:
        match node:
            case Text(text):
                return replace(node, text=self._text(text))
            case Emphasis() | Strong() | Strikethrough() | Link():
                return replace(node, children=self.inlines(node.children))
            case _:
                self.at += 1
                return node

    def _text(self, text: str) -> str:
        """The text with the edits that lie in it; one that reaches into another inline is left out."""
        start, made, end = self.at, [], 0
        self.at += len(text)
        while self.next < len(self.edits) and self.edits[self.next][0] < self.at:
            first, last, words = self.edits[self.next]
            self.next += 1
            if first >= start and last <= self.at:
                made += [text[end : first - start], words]
                end = last - start
        return "".join([*made, text[end:]])


# ── what is changed ──────────────────────────────────────────────────────────────────────────────────────


def _edits(text: str, language: str) -> list[Edit]:
    """The changes in order; where two touch the same letters, the first one found counts."""
    found = [(m.start(1), m.end(1), words) for form, words in _forms(language) for m in form.finditer(text)]
    found += [(m.start(1), m.end(2), f"{m[1]}–{m[2]}") for m in _RANGE.finditer(text) if _is_range(m[1], m[2])]
    if language not in _STRAIGHT and ('"' in text or "'" in text):
        found += _quoted(text, _QUOTES.get(language, _ENGLISH))
    found += [(m.start(), m.end(), m[0]) for m in _ADDRESS.finditer(text)] if "://" in text or "@" in text else []
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda edit: (edit[0], -edit[1])):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


@cache
def _forms(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return (*_SIMPLE, *_FRENCH) if language == "fr" else _SIMPLE


def _is_range(first: str, last: str) -> bool:
    """Whether two numbers are from and to: pages, years, ages; not a telephone number, a code or a score."""
    if last[0] == "0" or first[0] == "0":
        return False
    if len(first) == 4 and len(last) == 2:
        return int(last) > 12 and int(last) > int(first[2:])  # 2026-27, but not the month 2026-11
    return int(first) < int(last) and len(last) - len(first) in {0, 1} and not (len(first) == 3 and len(last) == 4)


def _quoted(text: str, quotes: Quotes) -> Iterator[Edit]:
    """Straight quotation marks and apostrophes as the curly ones that they stand for."""
    opened = False
    within = False
    for match in re.finditer("[\"']", text):
        at = match.start()
        before, after = text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "
        begins = before in _OPENS_BEFORE and not after.isspace()
        if match[0] == '"':
            if before.isdigit() and not opened:
                yield at, at + 1, "″"
                continue
            opened = not opened and (begins or not at)
            yield at, at + 1, quotes.double[0 if opened else 1]
        elif begins and not _ELIDED.match(text, at + 1) and _closes_later(text, at + 1):
            within = True
            yield at, at + 1, quotes.single[0]
        else:
            closing = within and not after.isalnum()
            within = within and not closing
            yield at, at + 1, quotes.single[1] if closing else "’"


_CLOSING = re.compile(r"(?<=\S)'(?!\w)")


def _closes_later(text: str, start: int) -> bool:
    """Whether a single quotation that begins here has an end, not far away."""
    return _CLOSING.search(text, start, start + 400) is not None
