"""Rules on the sources themselves: what their style needs, keys that stand twice, works that are cited by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import place_in, prose_of
from careerdoc.findings import Level
from careerdoc.plan import with_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.citing.work import Kind, Work
    from careerdoc.plan import Plan, Reference
    from careerdoc.source import Span

_NEEDED: dict[Kind, tuple[str, ...]] = {
    "article": ("title", "container_title", "issued"), "magazine": ("title", "container_title", "issued"),
    "newspaper": ("title", "container_title", "issued"), "book": ("title", "publisher", "issued"),
    "chapter": ("title", "container_title", "publisher", "issued"), "entry": ("title", "container_title"),
    "report": ("title",), "thesis": ("title", "publisher", "issued"), "webpage": ("title", "url"),
    "blog": ("title", "container_title", "url"), "video": ("title", "url"), "film": ("title", "publisher", "issued"),
    "podcast": ("title", "issued"), "speech": ("title", "issued"), "interview": ("author", "issued"),
    "message": ("author", "issued"),
}  # fmt: skip
"""What an entry cannot do without (APA 9.4 and the templates of chapter 10; MLA 5.1–5.2)."""

_CALLED = {
    "title": "its title", "issued": "its date", "url": "its address", "author": "who said it",
    "publisher": "its publisher",
    "container_title": "what it is in",
}  # fmt: skip
_HINTS = {
    "title": "add `title: …`", "issued": "add `issued: 2026`, or `issued: n.d.` where no date is given",
    "url": "add `url: https://…`", "author": "add `author: Family, Given`", "publisher": "add `publisher: …`",
    "container_title": "add `container-title: …`, the journal, newspaper, book or site",
}  # fmt: skip
_BY_HAND = re.compile(
    r"\((?:see |e\.g\., |cf\. )?(?P<who>[A-Z][\w'’-]+)(?: (?:and|&) [A-Z][\w'’-]+| et al\.)?,? "
    r"(?P<year>(?:19|20)\d\d)[a-z]?(?:, pp?\. [\d–-]{1,12})?\)"
)
_NO_NAMES = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Spring", "Summer", "Fall", "Autumn", "Winter", "Since", "Until", "In", "By", "Class", "Started", "Due",
    "Grade", "Year", "Term", "Semester", "Week",
})  # fmt: skip


@rule("CD140", "incomplete-source", Level.WARNING)
def incomplete_source(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A source has what its kind of entry needs."""
    for work in _works(plan):
        if work.written:
            continue
        for field in _NEEDED.get(work.kind, ()):
            if not _has(work, field):
                told = f'the source "{_called(work)}" lacks {_CALLED[field]}'
                yield Found(told, _place(work.reference), _HINTS[field])


def _has(work: Work, field: str) -> bool:
    if field == "author":
        return bool(work.authors)
    if field == "url":
        return bool(work.address)
    if field == "publisher" and (work.container or work.address):
        return True
    return bool(getattr(work.reference, field))


def _called(work: Work) -> str:
    reference = work.reference
    return str(reference.key or reference.title or (work.authors[0].whole if work.authors else reference.url or "…"))


def _place(reference: Reference) -> Span:
    return (reference.key or reference.title or reference).span


@rule("CD141", "doubled-source-key", Level.WARNING)
def doubled_source_key(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A key belongs to one source."""
    seen: dict[str, int] = {}
    for reference in (*map(with_key, plan.sources), *plan.library):
        key = reference.key
        if key is None:
            continue
        if str(key) in seen:
            hint = "give it another key, or leave one of the two out; the first is used"
            yield Found(f'the key "{key}" stands at line {seen[str(key)]} already', key.span, hint)
        seen.setdefault(str(key), key.span.line)


@rule("CD142", "cited-but-not-listed", Level.ADVICE)
def cited_but_not_listed(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What is cited by name and year is among the sources (APA 8.4)."""
    if not plan.sources and not plan.library:
        return
    known: set[tuple[str, str]] | None = None
    for text in prose_of(plan):
        for match in _BY_HAND.finditer(text) if "(" in text else ():
            if match["who"] in _NO_NAMES or int(match["year"]) > plan.date.year or match["who"].isupper():
                continue
            known = _names_and_years(plan) if known is None else known
            if (match["who"].casefold(), match["year"]) not in known:
                told = f"no source here is by {match['who']} and from {match['year']}"
                yield Found(told, place_in(text, *match.span()), "list it under the sources, or mend the name or year")


def _names_and_years(plan: Plan) -> set[tuple[str, str]]:
    """Each word of the authors' names, and of titles, with the years of the work."""
    found = set()
    for work in _works(plan):
        told = [*(person.whole for person in (*work.authors, *work.editors)), work.text("title"), work.text("text")]
        years = set(
            re.findall(r"(?:19|20)\d\d", f"{work.text('issued')} {work.text('text')} {work.text('original_date')}")
        )
        found |= {
            (word, year) for words in told for word in re.findall(r"[\w'’-]+", words.casefold()) for year in years
        }
    return found


def _works(plan: Plan) -> Iterator[Work]:
    if not plan.sources and not plan.library:
        return
    from careerdoc.citing.cite import work_from  # noqa: PLC0415 - for plans with sources

    for reference in (*map(with_key, plan.sources), *plan.library):
        yield work_from(reference, str(reference.key or ""))


SOURCES = (incomplete_source, doubled_source_key, cited_but_not_listed)
