"""What BibTeX calls things, in the names of CSL-JSON (biblatex 3.20, §2; CSL 1.0.2, appendix III)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from careerdoc.reading.bibliography.latex import to_text
from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.source import Span
    from careerdoc.tree import Node

TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "book": "book", "mvbook": "book",
    "booklet": "pamphlet", "collection": "book", "mvcollection": "book", "proceedings": "book", "reference": "book",
    "periodical": "periodical", "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter",
    "suppbook": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "inreference": "entry-dictionary", "manual": "report", "techreport": "report", "report": "report",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "electronic": "webpage",
    "www": "webpage", "unpublished": "manuscript", "letter": "personal_communication", "video": "video",
    "movie": "motion_picture", "audio": "podcast", "music": "song", "software": "software", "dataset": "dataset",
    "patent": "patent", "image": "graphic", "artwork": "graphic", "interview": "interview",
}  # fmt: skip

MOST_LETTERS = 20_000
"""Characters of a list of names."""

_NAMES = {"author": "author", "editor": "editor", "translator": "translator", "director": "director"}
_TITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
_FIELDS = {
    "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "maintitle": "container-title", "series": "collection-title", "publisher": "publisher", "institution": "publisher",
    "school": "publisher", "organization": "publisher", "address": "publisher-place", "location": "publisher-place",
    "volume": "volume", "issue": "issue", "pages": "page", "edition": "edition", "doi": "DOI", "url": "URL",
    "urldate": "accessed", "origdate": "original-date", "type": "genre", "eventtitle": "event", "venue": "event-place",
    "language": "language", "langid": "language", "version": "version", "title": "title", "titleaddon": "genre",
    "eid": "number", "note": "note", "addendum": "note",
}  # fmt: skip
_GENRES = {"phdthesis": "Doctoral dissertation", "mastersthesis": "Master's thesis"}
_THESES = {"phdthesis": "Doctoral dissertation", "mathesis": "Master's thesis", "techreport": "Technical report"}
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s{}]+")


class RawEntry(Protocol):
    """An entry as it stands in a file."""

    kind: str
    key: str
    key_span: Span
    span: Span
    fields: dict[str, tuple[str, Span]]


def entry_of(raw: RawEntry) -> Mapping:
    """An entry in the fields of CSL-JSON; what those do not have is left out."""
    made: dict[str, tuple[Span, Node]] = {"id": (raw.key_span, Scalar(raw.key, raw.key_span, plain=False))}
    fields = raw.fields

    def put(name: str, text: str, span: Span) -> None:
        if text and name not in made:
            made[name] = (span, Scalar(text, span, plain=False))

    put("type", _type(raw), raw.span)
    for name, ours in _NAMES.items():
        if name in fields:
            value, span = fields[name]
            if names := bibtex_names(value, span):
                made[ours] = (span, Sequence(names, span))
    for name, ours in _FIELDS.items():
        if name in fields:
            value, span = fields[name]
            titled = ours in {"title", "container-title"}
            put(ours, _whole(name, fields) if titled else _clean(ours, to_text(value)), span)
    _numbers(raw, put)
    _dates(fields, put)
    _addresses(fields, put)
    if raw.kind in _GENRES:
        put("genre", _GENRES[raw.kind], raw.span)
    return Mapping(tuple((Scalar(key, span), node) for key, (span, node) in made.items()), raw.span)


def _type(raw: RawEntry) -> str:
    subtype = to_text(raw.fields.get("entrysubtype", ("", raw.span))[0]).casefold()
    if raw.kind == "article" and subtype in {"newspaper", "magazine"}:
        return f"article-{subtype}"
    if raw.kind == "misc":
        return "webpage" if "url" in raw.fields or _URL.search(raw.fields.get("howpublished", ("",))[0]) else "document"
    return TYPES.get(raw.kind, "document")


def _whole(name: str, fields: dict[str, tuple[str, Span]]) -> str:
    """A title with its subtitle."""
    titles = [to_text(fields[part][0], keep_braces=True) for part in (name, _TITLES.get(name, "")) if part in fields]
    return (" " if titles[0].endswith(("?", "!", ":")) else ": ").join(titles)


def _clean(name: str, text: str) -> str:
    if name == "page":
        return re.sub(r"\s*[-–—]+\s*", "–", text)
    if name == "genre":
        return _THESES.get(text.casefold(), text)
    return text


def _numbers(raw: RawEntry, put: Put) -> None:
    if "number" in raw.fields:
        value, span = raw.fields["number"]
        put("issue" if raw.kind in {"article", "periodical", "suppperiodical"} else "number", to_text(value), span)


def _dates(fields: dict[str, tuple[str, Span]], put: Put) -> None:
    if "date" in fields:
        put("issued", to_text(fields["date"][0]).replace("–", "--"), fields["date"][1])
    elif "year" in fields:
        year, span = fields["year"]
        month, day = (to_text(fields[name][0]) if name in fields else "" for name in ("month", "day"))
        text = to_text(year)
        if text.isdigit() and month.isdigit():
            text = f"{text}-{month:0>2}" + (f"-{day:0>2}" if day.isdigit() else "")
        elif month and text.isdigit():
            text = f"{month} {text}"
        put("issued", text, span)


def _addresses(fields: dict[str, tuple[str, Span]], put: Put) -> None:
    if "howpublished" in fields:
        value, span = fields["howpublished"]
        found = _URL.search(value.replace("\\_", "_").replace("\\&", "&").replace("\\%", "%"))
        put(*(("URL", found[0]) if found else ("medium", to_text(value))), span)
    if (
        "eprint" in fields
        and "arxiv" in to_text(fields.get("eprinttype", fields.get("archiveprefix", ("",)))[0]).casefold()
    ):
        put("URL", "https://arxiv.org/abs/" + to_text(fields["eprint"][0]), fields["eprint"][1])


class Put(Protocol):
    """Sets a field that is not set."""

    def __call__(self, name: str, text: str, span: Span) -> None:
        """The field ``name`` is the text, which stands at the span."""


def bibtex_names(value: str, span: Span) -> tuple[Node, ...]:
    """The names of a field: ``von der Berg, Jr., Anna and {Mayo Clinic}``."""
    pieces = [piece.strip() for piece in _parted(value[:MOST_LETTERS], _AND)]
    return tuple(_name(piece, span) for piece in pieces if piece)


def _parted(value: str, pattern: re.Pattern[str]) -> list[str]:
    """A value parted where the pattern stands outside braces."""
    depth, last, at, pieces = 0, 0, 0, []
    found = [*pattern.finditer(value), *re.finditer(r"[{}]", value)]
    marks = sorted(((mark.start(), mark) for mark in found), key=lambda pair: pair[0])
    for at, mark in marks:
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth == 0:
            pieces.append(value[last:at])
            last = mark.end()
    return [*pieces, value[last:]]


def _name(text: str, span: Span) -> Node:
    if text.casefold() == "others":
        return Mapping(((Scalar("literal", span), Scalar("et al.", span, plain=False)),), span)
    if text.startswith("{") and text.endswith("}") and "}" not in text[1:-1].split("{", maxsplit=1)[0]:
        return Mapping(((Scalar("literal", span), Scalar(to_text(text), span, plain=False)),), span)
    pieces = [to_text(piece) for piece in _parted(text, re.compile(r"\s*,\s*"))]
    if len(pieces) == 1:
        words = [to_text(word) for word in _parted(text, re.compile(r"\s+")) if word]
        first = next((i for i, word in enumerate(words[1:-1], 1) if word[:1].islower()), len(words) - 1)
        pieces = [" ".join(words[first:]), " ".join(words[:first])]
    family, given = pieces[0], pieces[-1] if len(pieces) > 1 else ""
    parts = {"family": family, "given": given, "suffix": pieces[1] if len(pieces) > 2 else ""}
    if not given:
        parts = {"literal": family}
    return Mapping(
        tuple((Scalar(key, span), Scalar(value, span, plain=False)) for key, value in parts.items() if value), span
    )
