"""RIS, as databases and reference managers export it: lines such as ``TY  - JOUR``, each source ended by ``ER``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.source import Source, Span
    from careerdoc.tree import Node

_LINE = re.compile(r"^([A-Z][A-Z0-9])[ \t]{1,2}-(?:[ \t]([^\n]*))?$", re.MULTILINE)

_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal", "INPR": "article-journal",
    "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "THES": "thesis",
    "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "VIDEO": "video",
    "MPCT": "motion_picture", "SOUND": "podcast", "DICT": "entry-dictionary", "ENCYC": "entry-encyclopedia",
    "PCOMM": "personal_communication", "UNPB": "manuscript", "DATA": "dataset", "COMP": "software", "SLIDE": "speech",
}  # fmt: skip
_NAMES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A4": "translator"}
_FIELDS = {
    "TI": "title", "T1": "title", "CT": "title", "T2": "container-title", "JO": "container-title",
    "JF": "container-title",
    "BT": "container-title", "JA": "container-title", "T3": "collection-title", "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place", "VL": "volume", "ET": "edition", "DO": "DOI", "UR": "URL", "LK": "URL", "Y2": "accessed",
    "LA": "language", "M3": "genre", "N1": "note",
}  # fmt: skip
_DATES = ("DA", "PY", "Y1")


def read_ris(source: Source, wanted: AbstractSet[str]) -> tuple[list[Mapping], list[Finding]]:
    """The sources of a RIS file, in the fields of CSL-JSON, and findings about what is not in order."""
    entries: list[Mapping] = []
    findings: list[Finding] = []
    current: list[re.Match[str]] = []
    count: list[int] = []

    def finish(*, ended: bool) -> None:
        if not current:
            return
        if not ended:
            span = source.span(*current[0].span())
            findings.append(
                Finding("CD058", Level.WARNING, "this source is not ended", span, "write `ER  - ` on a line after it")
            )
        count.append(1)
        key = _key(current)
        if key in wanted:
            entries.append(_entry(source, current, key))
        current.clear()

    for line in _LINE.finditer(source.text):
        if line[1] == "TY":
            finish(ended=False)
            current.append(line)
        elif line[1] == "ER":
            finish(ended=True)
        elif current:
            current.append(line)
    finish(ended=False)
    if not count:
        hint = "a source begins with a line such as `TY  - JOUR`"
        findings.append(Finding("CD058", Level.WARNING, "there is no RIS source here", source.lines_span(1, 1), hint))
    return entries, findings


def _key(lines: list[re.Match[str]]) -> str:
    """The source's ID; where it has none, the first author's family name and the year: ``bell2020``."""
    values = {line[1]: (line[2] or "").strip() for line in reversed(lines)}
    if values.get("ID"):
        return values["ID"]
    family = (values.get("AU") or values.get("A1") or values.get("TI") or values.get("T1") or "").partition(",")[0]
    year = re.search(r"\d{4}", " ".join(values.get(tag, "") for tag in _DATES))
    return re.sub(r"\W", "", family).casefold()[:40] + (year[0] if year else "")


def _entry(source: Source, lines: list[re.Match[str]], key: str) -> Mapping:
    span = source.span(lines[0].start(), lines[-1].end())
    kind = (lines[0][2] or "").strip().upper()
    made: dict[str, tuple[Span, Node]] = {}
    names: dict[str, list[Scalar]] = {}
    values: dict[str, Scalar] = {}
    for line in lines:
        value = (line[2] or "").strip()
        where = source.span(line.start(2), line.end(2)) if line[2] else source.span(*line.span())
        if value:
            values.setdefault(line[1], Scalar(value, where, plain=False))
            if line[1] in _NAMES:
                names.setdefault(_NAMES[line[1]], []).append(Scalar(_one_name(value), where, plain=False))
    made["id"] = (span, Scalar(key, span, plain=False))
    made["type"] = (span, Scalar(_TYPES.get(kind, "document"), source.span(*lines[0].span()), plain=False))
    for role, people in names.items():
        made[role] = (people[0].span, Sequence(tuple(people), people[0].span))
    for tag, name in _FIELDS.items():
        if tag in values and name not in made:
            made[name] = (values[tag].span, _dated(values[tag]) if name == "accessed" else values[tag])
    _pages(values, made)
    date = next((values[tag] for tag in _DATES if tag in values), None)
    if date is not None:
        made["issued"] = (date.span, _dated(date))
    if "IS" in values:
        made["issue" if kind in {"JOUR", "EJOUR", "MGZN"} else "number"] = (values["IS"].span, values["IS"])
    return Mapping(tuple((Scalar(key, where), node) for key, (where, node) in made.items()), span)


def _one_name(value: str) -> str:
    """``Bell, Marcus, Jr.`` stays; a name without a comma is a group's or one that is told from its words."""
    return value.rstrip(",; ")


def _pages(values: dict[str, Scalar], made: dict[str, tuple[Span, Node]]) -> None:
    first, last = values.get("SP"), values.get("EP")
    if first is not None:
        text = first.value if last is None or "-" in first.value else f"{first.value}–{last.value}"
        made["page"] = (first.span, Scalar(text, first.span, plain=False))


def _dated(date: Scalar) -> Scalar:
    """``2026/05/14/`` as ``2026-05-14``; other words stay."""
    parts = [part for part in date.value.split("/") if part.strip()]
    text = "-".join(part.strip().zfill(2) for part in parts[:3]) if parts and parts[0].strip().isdigit() else date.value
    return Scalar(text, date.span, plain=False)
