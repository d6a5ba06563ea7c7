"""Sources that the student wrote out: the entry stands as written; author and year are told from it, to cite it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.citing.dates import UNDATED, When
from careerdoc.citing.runs import marked
from careerdoc.citing.work import Work, kind_of, people
from careerdoc.document import parse, plain
from careerdoc.document.model import Emphasis, Paragraph
from careerdoc.plan import Name, Plain
from careerdoc.plan.names import names_in
from careerdoc.source import Source
from careerdoc.tree import Mapping, Scalar

if TYPE_CHECKING:
    from careerdoc.document.model import Block
    from careerdoc.plan import Reference
    from careerdoc.tree import Node

LONGEST = 3_000
"""Characters of a written source that are looked at."""

_APA = re.compile(r"(?P<who>[^()\n]{2,400}?)[.,]?\s*\((?P<when>(?:\d{4}[a-z]?|n\.\s?d\.|in press)[^()\n]{0,40})\)")
_MLA = re.compile(r"(?P<who>[^.“\"\n]{2,200}(?:\b[A-Z]\.\s?){0,3}(?:,? et al)?)\.\s+(?=[“\"*_A-Z])")
_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d(?![\d/-])")


def entry_of(reference: Reference) -> tuple[Block, ...]:
    """The source as it was written."""
    return parse(Source("", str(reference.text or ""))).blocks


def written_work(reference: Reference, key: str) -> Work:
    """The work of a written source: its authors, year and title as far as they can be told."""
    first = next((block for block in entry_of(reference) if isinstance(block, Paragraph)), None)
    children = first.children if first is not None else ()
    text = " ".join(plain(children).split())[:LONGEST]
    who, when, rest = _who_and_when(text)
    titles = [plain(node.children) for node in children if isinstance(node, Emphasis)]
    quoted = re.search(r"[“\"]([^”\"]{2,200})[”\"]", text)
    title = (
        (quoted[1].rstrip(".,") if quoted else "") or (titles[0] if titles else "") or rest.partition(".")[0].strip()
    )
    return Work(
        reference, key, "article" if quoted else "book" if titles else kind_of(reference),
        people(_names(reference, who)), (), (), when, UNDATED, UNDATED, marked(title), (), written=True,
        others="et al" in who,
    )  # fmt: skip


def _who_and_when(text: str) -> tuple[str, When, str]:
    match = _APA.match(text)
    if match is not None:
        year = re.match(r"\d{4}", match["when"])
        told = When(int(year[0])) if year else UNDATED if match["when"].startswith("n") else When(text=match["when"])
        return match["who"].strip(), told, text[match.end() :].lstrip(". ")
    years = _YEAR.findall(re.sub(r"https?://\S+", "", text))
    when = When(int(years[-1])) if years else UNDATED
    match = _MLA.match(text)
    if match is not None and not text.startswith(("“", '"')):
        return match["who"].strip(), when, text[match.end() :]
    return "", when, text


def _names(reference: Reference, who: str) -> tuple[Name, ...]:
    span = reference.span
    if not who:
        return ()
    return tuple(_name(node, reference) for node in names_in(Scalar(who, span, plain=False)))


def _name(node: Node, reference: Reference) -> Name:
    if isinstance(node, Scalar):
        return Name(span=reference.span, literal=Plain(node.value.rstrip(", "), reference.span))
    parts = {
        key: Plain(value.value, reference.span)
        for key in ("family", "given", "suffix")
        if isinstance(node, Mapping) and isinstance(value := node.get(key), Scalar)
    }
    return Name(span=reference.span, **parts)
