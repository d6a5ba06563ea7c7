"""The author-date system: the list in its order, and citations in the text (APA 8.10–8.22, 9.44–9.49)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from careerdoc.citing.apa.entry import WITHIN, Entries, dashed
from careerdoc.citing.apa.names import in_text, initials, straight
from careerdoc.citing.casing import title_case
from careerdoc.citing.ordering import author_key, date_key, folded, without_article
from careerdoc.citing.runs import NONE, inside_quotes, italic, joined, quoted, said, text_of
from careerdoc.citing.shortening import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from careerdoc.citing.runs import Runs
    from careerdoc.citing.style import Cited
    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Person, Work
    from careerdoc.document.model import CitationItem

_LABELS = {
    "page": ("p.", "pp."), "paragraph": ("para.", "paras."), "chapter": ("Chapter", "Chapters"),
    "line": ("line", "lines"),
    "section": ("Section", "Sections"), "table": ("Table", "Tables"), "figure": ("Figure", "Figures"),
    "slide": ("Slide", "Slides"), "volume": ("Vol.", "Vols."), "verse": ("", ""), "timestamp": ("", ""),
    "note": ("Note", "Notes"), "part": ("Part", "Parts"), "act": ("Act", "Acts"), "scene": ("Scene", "Scenes"),
}  # fmt: skip
"""How a specific part of a work is called (8.13)."""


class Apa:
    """The citations and references of one document."""

    def __init__(self, works: Sequence[Work], terms: Terms, language: str, names: AbstractSet[str]) -> None:
        self.terms = terms
        self.entries = Entries(terms, names, language)
        self.works = sorted(works, key=lambda work: (author_key(work), date_key(work), _title_key(work)))
        self.suffixes = self._letters()
        self.labels = self._labels()
        self.with_initials = self._namesakes()

    def listed(self) -> tuple[tuple[Work, Runs], ...]:
        """The references in order; what no reader can get is cited in the text only (8.9)."""
        return tuple(
            (work, NONE if work.written else self.entries.entry(work, self.suffixes.get(work.key, "")))
            for work in self.works
            if not work.unrecoverable
        )

    def parenthetical(self, cites: Sequence[Cited]) -> Runs:
        """``(Bell, 2020; Okafor & Lee, 2019, p. 4)``: in the order of the list, each author once (8.12)."""
        order = {work.key: index for index, work in enumerate(self.works)}
        ordered = (
            sorted(cites, key=lambda c: order.get(c.work.key, 0))
            if not any(c.item.prefix for c in cites[1:])
            else cites
        )
        pieces: list[Runs] = []
        before = ""
        for cite in ordered:
            who = self._who(cite.work, narrative=False)
            same = text_of(who) == before and not cite.item.prefix and not cite.work.unrecoverable
            when = self._when(cite.work) + self._place(cite.item)
            if same and pieces:
                pieces[-1] = (*pieces[-1], *said(f", {when}"))
                continue
            body = said(when) if cite.item.suppress_author else self._told(who, cite.work, when)
            pieces.append(_around(cite.item, body))
            before = "" if cite.item.locator or cite.item.suffix or cite.item.suppress_author else text_of(who)
        return (*said("("), *joined(pieces, "; "), *said(")"))

    def narrative(self, cite: Cited) -> Runs:
        """``Bell and Okafor (2020, p. 33)`` (8.11)."""
        when = self._when(cite.work) + self._place(cite.item)
        if cite.work.unrecoverable:
            when = f"{self._communication()}, {when}" if when else self._communication()
        suffix = f" {cite.item.suffix.lstrip(', ')}" if cite.item.suffix else ""
        return (*self._who(cite.work, narrative=True), *said(f" ({when}{',' if suffix else ''}{suffix})"))

    # ── pieces of a citation ──

    def _told(self, who: Runs, work: Work, when: str) -> Runs:
        if work.unrecoverable:
            return (*who, *said(", " + ", ".join(part for part in (self._communication(), when) if part)))
        return (*inside_quotes(who, ","), *said(f" {when}"))

    def _communication(self) -> str:
        return self.terms.word("personal-communication", "personal communication")

    def _who(self, work: Work, *, narrative: bool) -> Runs:
        """The names, or in their place the title, in italics or quotation marks as in the list (8.14)."""
        people = _people(work)
        if not people:
            return self._title(work)
        if work.unrecoverable:
            return said(in_text([straight(p) for p in people], self.terms, shown=2, narrative=narrative))
        names = [self._name(person, first=index == 0) for index, person in enumerate(people)]
        shown = self.labels.get(work.key, 2 if len(names) < 3 else 1)
        if work.others:
            names, shown = [*names, ""], min(shown, len(names))
        return said(in_text(names, self.terms, shown=shown, narrative=narrative))

    def _name(self, person: Person, *, first: bool) -> str:
        if first and not person.group and folded(person.family) in self.with_initials:
            return f"{initials(person.given)} {person.family}"
        return person.family

    def _title(self, work: Work) -> Runs:
        if not work.title:
            return said(work.text("genre") or work.text("url") or work.key)
        english = (work.text("language") or self.entries.language).startswith("en")
        title = shortened(work.title)
        cased = title_case(title, mla=False) if english else title
        within = work.kind in WITHIN or (work.kind in {"podcast", "song"} and work.container)
        return quoted(cased) if within else italic(cased)

    def _when(self, work: Work) -> str:
        """The year with its letter, both years of what was republished (8.15), or a talk's whole date (8.9)."""
        if work.unrecoverable:
            return self.entries.day(work.issued)
        suffix = self.suffixes.get(work.key, "")
        if not work.issued.known:
            return self.entries.undated() + (f"-{suffix}" if suffix else "")
        year = self.entries.year(work.issued, suffix)
        return f"{self.entries.year(work.original, '')}/{year}" if work.original.known else year

    def _place(self, item: CitationItem) -> str:
        if not item.locator:
            return ""
        many = bool(re.search(r"[-–—,&]", item.locator))
        english = _LABELS.get(item.label, ("", ""))[many]
        label = self.terms.word(f"{item.label} short", english, many=many) if not self.terms.english else english
        return f", {label}{' ' if label else ''}{dashed(item.locator)}"

    # ── telling works apart ──

    def _letters(self) -> dict[str, str]:
        """a, b, c for works of the same authors and year (8.19), by date and then by title (9.47)."""
        groups: dict[tuple[object, ...], list[Work]] = defaultdict(list)
        for work in self.works:
            if work.unrecoverable or (work.issued.year is None and work.issued.text):
                continue
            groups[author_key(work) if _people(work) else (_title_key(work),), work.issued.year].append(work)
        letters = {}
        for group in groups.values():
            for index, work in enumerate(group if len(group) > 1 else ()):
                letters[work.key] = _letter(index)
        return letters

    def _labels(self) -> dict[str, int]:
        """How many names are shown before ``et al.`` so that no two groups of authors of one year look alike (8.18)."""
        shown = {work.key: 1 for work in self.works if len(_people(work)) > 2}
        many = [work for work in self.works if work.key in shown]
        by_first: dict[tuple[str, int | None], list[Work]] = defaultdict(list)
        for work in many:
            by_first[folded(_people(work)[0].family), work.issued.year].append(work)
        for group in by_first.values():
            for work in group if len(group) > 1 else ():
                mine = [folded(p.family) for p in _people(work)]
                others = [[folded(p.family) for p in _people(o)] for o in group if author_key(o) != author_key(work)]
                alike = max((_common(mine, other) for other in others), default=0)
                wanted = alike + 1
                shown[work.key] = len(mine) if wanted >= len(mine) - 1 and alike else max(1, wanted if alike else 1)
        return shown

    def _namesakes(self) -> frozenset[str]:
        """Family names that different first authors share: they are cited with initials (8.20)."""
        given: dict[str, set[str]] = defaultdict(set)
        for work in self.works:
            people = _people(work)
            if people and not people[0].group and people[0].given:
                given[folded(people[0].family)].add(initials(people[0].given))
        return frozenset(family for family, firsts in given.items() if len(firsts) > 1)


def _people(work: Work) -> tuple[Person, ...]:
    if work.authors or work.kind in {"chapter", "entry"}:
        return work.authors
    return work.editors


def _title_key(work: Work) -> str:
    return without_article(text_of(work.title))


def _common(mine: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(mine, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _around(item: CitationItem, body: Runs) -> Runs:
    """The words before and after: ``see Bell, 2020, for more``."""
    before = said(f"{item.prefix} ") if item.prefix else NONE
    after = said(item.suffix if item.suffix.startswith((",", ";", ".")) else f" {item.suffix}") if item.suffix else NONE
    return (*before, *body, *after)
