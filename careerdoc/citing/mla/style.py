"""The author-page system: the list in its order, and citations in the text (MLA 5.122–5.130, 6.1–6.30)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.citing.mla.entry import Entries, dashed_range
from careerdoc.citing.ordering import author_key, folded, without_article
from careerdoc.citing.runs import NONE, inside_quotes, italic, joined, quoted, said, text_of
from careerdoc.citing.shortening import noun_phrase, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.citing.runs import Runs
    from careerdoc.citing.style import Cited
    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Person, Work
    from careerdoc.document.model import CitationItem

_LABELS = {
    "page": ("", ""), "paragraph": ("par.", "pars."), "chapter": ("ch.", "chs."), "section": ("sec.", "secs."),
    "line": ("line", "lines"), "volume": ("vol.", "vols."), "figure": ("fig.", "figs."), "table": ("table", "tables"),
    "slide": ("slide", "slides"), "verse": ("", ""), "timestamp": ("", ""), "note": ("note", "notes"),
    "part": ("pt.", "pts."), "act": ("act", "acts"), "scene": ("sc.", "scs."),
}  # fmt: skip
"""How a part of a work is called in a citation (6.16–6.22)."""


class Mla:
    """The citations and works cited of one document."""

    def __init__(self, works: Sequence[Work], terms: Terms, language: str) -> None:
        self.terms = terms
        self.entries = Entries(terms, language)
        self.works = sorted(
            map(_by_title, works), key=lambda work: (author_key(work), without_article(text_of(work.title)))
        )
        self.mine = {work.key: work for work in self.works}
        self.namesakes = self._namesakes()
        shorts = Counter(text_of(self._short(work)) for work in self.works)
        self.unlike = frozenset(work.key for work in self.works if shorts[text_of(self._short(work))] == 1)
        self.titled = self._several()

    def listed(self) -> tuple[tuple[Work, Runs], ...]:
        """The works cited in order; an author's second work has dashes for the name (5.126)."""
        made: list[tuple[Work, Runs]] = []
        before: Work | None = None
        for work in self.works:
            same = before is not None and bool(work.authors) and not (work.written or before.written or work.others)
            same = same and before is not None and author_key(before) == author_key(work)
            made.append((work, NONE if work.written else self.entries.entry(work, same_author=same)))
            before = work
        return tuple(made)

    def parenthetical(self, cites: Sequence[Cited]) -> Runs:
        """``(Bell 33; Okafor and Lee 4)``, in the order in which they are given (6.30)."""
        return (*said("("), *joined([self._one(cite) for cite in cites], "; "), *said(")"))

    def narrative(self, cite: Cited) -> Runs:
        """``Bell and Okafor (33)``; without a page the name alone, with a short title where one is needed (6.3–6.4)."""
        work = self.mine.get(cite.work.key, cite.work)
        who = self._who(work)
        told: list[Runs] = []
        if _people(work) and work.key in self.titled:
            told.append(self._title(work))
        if place := self._place(cite.item):
            told.append(said(place))
        inside = joined(told, " ")
        if cite.item.suffix:
            inside = (*inside, *said(f"{', ' if inside else ''}{cite.item.suffix.lstrip(', ')}"))
        return (*who, *said(" ("), *inside, *said(")")) if inside else who

    # ── pieces of a citation ──

    def _one(self, cite: Cited) -> Runs:
        work, item = self.mine.get(cite.work.key, cite.work), cite.item
        who = NONE if item.suppress_author else self._who(work)
        needs_title = work.key in self.titled and bool(_people(work))
        title = self._title(work) if needs_title else NONE
        if who and title:
            who = (*inside_quotes(who, ","), *said(" "), *title)
        elif title or (not who and not item.locator):
            who = title or self._title(work)
        place = self._place(item)
        if place:
            comma = bool(who) and not place[0].isdigit() and not re.match(r"[ivxlc]+\b", place)
            who = (*(inside_quotes(who, ",") if comma else who), *said(f"{' ' if who else ''}{place}"))
        before = said(f"{item.prefix} ") if item.prefix else NONE
        after = item.suffix if item.suffix.startswith((",", ";", ".")) else f" {item.suffix}"
        return (*before, *who, *(said(after) if item.suffix else NONE))

    def _who(self, work: Work) -> Runs:
        """One or two family names, of three and more the first (6.5); the short title where nobody is named (6.9)."""
        people = _people(work)
        if not people:
            return self._title(work)
        names = [self._name(person, first=index == 0) for index, person in enumerate(people)]
        if len(names) > 2 or work.others:
            return said(f"{names[0]} {self.terms.word('et-al', 'et al.')}")
        return said(f" {self.terms.word('and', 'and')} ".join(names))

    def _name(self, person: Person, *, first: bool) -> str:
        if first and person.given and not person.group and (needed := self.namesakes.get(folded(person.family))):
            return f"{person.given if needed == 'whole' else person.given[0] + '.'} {person.family}"
        return person.family

    def _title(self, work: Work) -> Runs:
        """The title shortened, in quotation marks or italics as in the list (6.10)."""
        title = self._short(work)
        if work.key not in self.unlike:
            title = shortened(self.entries.cased(work, work.title), articles=False)
        if not title:
            return said(work.text("genre") or work.text("url") or work.key)
        listed = self.entries.title(work)
        return quoted(title) if text_of(listed).startswith("“") else italic(title)

    def _short(self, work: Work) -> Runs:
        return noun_phrase(self.entries.cased(work, work.title))

    def _place(self, item: CitationItem) -> str:
        if not item.locator:
            return ""
        many = bool(re.search(r"[-–—,&]", item.locator))
        label = _LABELS.get(item.label, ("", ""))[many]
        if label and not self.terms.english:
            label = self.terms.word(f"{item.label} short", label, many=many)
        return f"{label} {dashed_range(item.locator)}".strip()

    # ── telling works apart ──

    def _namesakes(self) -> dict[str, str]:
        """Family names of different first authors: with an initial, or whole where initials are the same (6.6)."""
        given: dict[str, set[str]] = defaultdict(set)
        for work in self.works:
            people = _people(work)
            if people and people[0].given and not people[0].group:
                given[folded(people[0].family)].add(people[0].given)
        told = {}
        for family, firsts in given.items():
            initials = {first[0] for first in firsts}
            if len(initials) > 1:
                told[family] = (
                    "initial" if len(initials) == len({f.split()[0].rstrip(".") for f in firsts}) else "whole"
                )
            elif len({first.split()[0] for first in firsts}) > 1:
                told[family] = "whole"
        return told

    def _several(self) -> frozenset[str]:
        """The works that name and page would not tell apart: two and more of the same authors (6.8)."""
        labels = {work.key: text_of(self._who(work)) for work in self.works if _people(work)}
        counts = Counter(labels.values())
        return frozenset(key for key, label in labels.items() if counts[label] > 1)


def _by_title(work: Work) -> Work:
    """What an organization wrote and published begins with its title (5.20), as do films and what groups upload."""
    if work.kind == "film" and not work.reference.author:
        return replace(work, authors=())
    published = work.text("publisher").casefold()
    alone = len(work.authors) == 1 and work.authors[0].group and not work.written
    if alone and (published == work.authors[0].family.casefold() or (work.kind == "video" and work.container)):
        return replace(work, authors=())
    return work


def _people(work: Work) -> tuple[Person, ...]:
    if work.authors or work.kind in {"chapter", "entry"}:
        return work.authors
    return work.editors
