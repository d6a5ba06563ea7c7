"""Citations as pandoc writes them: ``[@key]``, ``[see @a, pp. 3-5; also @b]``, ``[-@key]``, and in a sentence ``@key``.

One grammar for the parser of Markdown and for the rules that look at prose (pandoc's manual, "Citation syntax").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import CitationItem

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 600
"""Characters of one citation in brackets: what is longer is text."""

_KEY = r"(?:\{[^\s{}\[\]]{1,100}\}|[^\W_](?:\w|[:.#$%&+?~/-](?=\w)){0,99}|_\w{1,99})"
_MARK = re.compile(rf"(?<![\w.@/])(?P<minus>-?)@(?P<key>{_KEY})")
NARRATIVE = re.compile(rf"@(?P<key>{_KEY})(?:[ \t]\[(?P<locator>[^\[\]@*`\\<\n]{{1,80}})\](?![(\[]))?")
_BEFORE = re.compile(r"[\w@/.\\]\Z")

LABELS = {
    "page": ("p.", "pp.", "page", "pages", "pg.", "pgs."),
    "chapter": ("chap.", "chaps.", "ch.", "chapter", "chapters"),
    "paragraph": ("para.", "paras.", "par.", "pars.", "paragraph", "paragraphs", "¶", "¶¶"),
    "section": ("sec.", "secs.", "sect.", "section", "sections", "§", "§§"),
    "line": ("l.", "ll.", "line", "lines"),
    "verse": ("v.", "vv.", "verse", "verses"),
    "volume": ("vol.", "vols.", "volume", "volumes"),
    "figure": ("fig.", "figs.", "figure", "figures"),
    "table": ("table", "tables"),
    "slide": ("slide", "slides"),
    "note": ("n.", "nn.", "note", "notes"),
    "part": ("pt.", "pts.", "part", "parts"),
    "scene": ("sc.", "scene", "scenes"),
    "act": ("act", "acts"),
}
"""What a place in a work is called, by CSL's name for it, in the words that people write."""

_LABELS = {word: label for label, words in LABELS.items() for word in words}
_NUMBERS = r"[\dIVXLCivxlc]+(?:[:.]\d+)*[a-z]?(?:\s?[-–—,&]\s?[\dIVXLCivxlc]+(?:[:.]\d+)*[a-z]?)*"
_LOCATOR = re.compile(
    rf"\s*,?\s*(?:(?P<label>{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})\s*(?P<value>{_NUMBERS})"
    rf"|(?P<time>\d{{1,3}}:\d\d(?::\d\d)?)|(?P<bare>(?=\d){_NUMBERS}))(?![\w@])",
    re.IGNORECASE,
)


def parse_cluster(inside: str) -> tuple[CitationItem, ...]:
    """The works of a citation from what stands between its brackets; none where it is not a citation.

    Each piece between semicolons names one work: ``see @bell2020, p. 4, for more``.
    """
    items: list[CitationItem] = []
    for piece in inside.split(";"):
        marks = list(_MARK.finditer(piece))
        if len(marks) != 1:
            return ()
        mark = marks[0]
        label, locator, suffix = split_locator(piece[mark.end() :])
        key = mark["key"].strip("{}")
        items.append(CitationItem(key, piece[: mark.start()].strip(), label, locator, suffix, bool(mark["minus"])))
    return tuple(items)


def split_locator(text: str) -> tuple[str, str, str]:
    """What kind of place it is, which one, and the words after it: ``, pp. 3-5, for more``."""
    match = _LOCATOR.match(text)
    if match is None:
        return "", "", text.strip() if text.strip() != "," else ""
    label = _LABELS[match["label"].casefold()] if match["label"] else "timestamp" if match["time"] else "page"
    value = match["value"] or match["time"] or match["bare"]
    return label, value.strip(), text[match.end() :].strip()


def cluster_at(text: str, start: int) -> tuple[int, tuple[CitationItem, ...]] | None:
    """Where a citation in brackets that begins at ``start`` ends, and its works; None where none does."""
    end = text.find("]", start, start + LONGEST)
    inside = text[start + 1 : end] if end > 0 else ""
    if "@" not in inside or re.search(r"[\[*`\\<!]", inside) or text[end + 1 : end + 2] in {"(", "["}:
        return None
    items = parse_cluster(inside)
    return (end + 1, items) if items else None


def narrative_at(text: str, start: int) -> tuple[int, CitationItem] | None:
    """Where ``@key`` or ``@key [p. 33]`` at ``start`` ends, and the work; None where no key stands there."""
    if start and _BEFORE.search(text, start - 1, start):
        return None
    match = NARRATIVE.match(text, start)
    if match is None:
        return None
    label, locator, suffix = split_locator(match["locator"] or "")
    if match["locator"] and not locator:
        return match.end("key"), CitationItem(match["key"].strip("{}"))
    return match.end(), CitationItem(match["key"].strip("{}"), "", label, locator, suffix)


def scan(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Every key that a text cites: where its ``@key`` begins and ends, the key, and whether it is in a sentence."""
    at = text.find("@")
    done = 0
    while at >= 0:
        bracket = text.rfind("[", max(done, at - LONGEST), at)
        cluster = cluster_at(text, bracket) if bracket >= 0 else None
        if cluster is not None and cluster[0] > at:
            for mark in _MARK.finditer(text, bracket, cluster[0]):
                yield mark.start("key") - 1, mark.end(), mark["key"].strip("{}"), False
            done = cluster[0]
        elif (found := narrative_at(text, at)) is not None:
            yield at, at + 1 + len(found[1].key), found[1].key, True
            done = at + 1 + len(found[1].key)
        else:
            done = at + 1
        at = text.find("@", done)
