"""An entry of the works-cited list: author, title, and the elements of its container (MLA 5.1–5.119)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.citing.apa.entry import ordinal
from careerdoc.citing.casing import title_case
from careerdoc.citing.runs import NONE, ended, inside_quotes, italic, joined, linked, quoted, said, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.citing.dates import When
    from careerdoc.citing.runs import Runs
    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Kind, Person, Work

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

WITHIN: frozenset[Kind] = frozenset(
    {
        "article",
        "magazine",
        "newspaper",
        "chapter",
        "entry",
        "blog",
        "webpage",
        "video",
        "podcast",
        "song",
        "post",
        "speech",
    }
)
"""Kinds whose title is in quotation marks when they are part of a container (5.23–5.25)."""


class Entries:
    """Makes entries, in the words of one language."""

    def __init__(self, terms: Terms, language: str) -> None:
        self.terms = terms
        self.language = language

    def entry(self, work: Work, *, same_author: bool) -> Runs:
        """The entry of a work; the author of the one before it becomes three dashes (5.126)."""
        author = "———" + self._role(work) if same_author else self.author(work)
        if work.unrecoverable:
            return self._communication(work, author)
        original = said(str(work.original.year)) if work.original.year is not None else NONE
        pieces = [ended(said(author)), ended(self.title(work)), ended(original)]
        elements = self._container(work)
        if elements and not text_of(elements[0]).startswith(("http", "www")) and not self._within(work):
            elements[0] = _capital(elements[0])
        pieces.append(ended(_with_commas(elements)))
        pieces += [ended(said(piece)) for piece in self._at_the_end(work)]
        return joined(pieces, " ")

    # ── author ──

    def author(self, work: Work) -> str:
        """One name, two with ``and``, of three and more the first with ``et al.`` (5.6–5.8)."""
        people = work.authors or (work.editors if not self._within(work) else ())
        return names(people, self.terms, others=work.others) + self._role(work) if people else ""

    def _role(self, work: Work) -> str:
        """``, editor``, ``, host`` (5.10)."""
        if work.kind == "podcast" and work.reference.host:
            return ", host" if len(work.authors) == 1 else ", hosts"
        if work.authors or not work.editors or self._within(work):
            return ""
        word = self.terms.word("editor", "editors" if len(work.editors) > 1 else "editor", many=len(work.editors) > 1)
        return f", {word}"

    def _communication(self, work: Work, author: str) -> Runs:
        """``Interview. Conducted by the author, 2 Oct. 2026.`` · ``E-mail to the author. 5 Oct. 2026.`` (5.8, 5.30)."""
        day = said(self.date(work.issued))
        other = " and ".join(person.whole for person in _people(work)) or "the author"
        if work.kind == "interview":
            conducted = joined((said(f"Conducted by {other}"), day), ", ")
            return joined((ended(said(author)), ended(self.title(work) or said("Interview")), ended(conducted)), " ")
        medium = work.text("medium") or work.text("genre") or "Personal communication"
        between = "with" if "communication" in medium.casefold() or "conversation" in medium.casefold() else "to"
        told = said(f"{medium[0].upper()}{medium[1:]} {between} {other}")
        return joined((ended(said(author)), ended(told), ended(day)), " ")

    # ── title ──

    def _within(self, work: Work) -> bool:
        return work.kind in WITHIN and (
            bool(work.container) or work.kind in {"speech", "article", "newspaper", "webpage", "post"}
        )

    def title(self, work: Work) -> Runs:
        """In quotation marks as part of a container, in italics alone; in title case where it is English (2.90)."""
        title = self.cased(work, work.title)
        if not title:
            return said(work.text("genre") or ("Interview" if work.kind == "interview" else ""))
        return quoted(title) if self._within(work) else italic(title)

    def cased(self, work: Work, title: Runs) -> Runs:
        """Title case for English."""
        return title_case(title) if (work.text("language") or self.language).startswith("en") else title

    # ── container ──

    def _container(self, work: Work) -> list[Runs]:
        """Container, contributors, version, number, publisher, date, location (5.31–5.99)."""
        container = (
            NONE if not work.container or work.kind in {"book", "thesis"} else italic(self.cased(work, work.container))
        )
        elements = [container, *map(said, self._contributors(work))]
        elements += [said(self._version(work)), *map(said, self._numbers(work))]
        if work.kind == "speech" and work.text("event"):
            elements.append(said(work.text("event")))
        if work.kind == "thesis":  # 5.56: the institution and the kind of work come after the date
            elements.append(said(self.date(work.issued)))
            return [piece for piece in elements if piece]
        elements += [said(self._publisher(work)), said(self.date(work.issued))]
        elements += [said(self._pages(work)), said(work.text("event_place")), self._address(work)]
        return [piece for piece in elements if piece]

    def _contributors(self, work: Work) -> list[str]:
        """``directed by``, ``edited by``, ``translated by``, ``uploaded by`` (5.38–5.47)."""
        told = []
        if work.kind == "film" and work.reference.director and not work.authors:
            told.append(f"directed by {straight(_directors(work), self.terms)}")
        if work.editors and (work.authors or self._within(work)):
            told.append(f"edited by {straight(work.editors, self.terms)}")
        if work.translators:
            told.append(f"translated by {straight(work.translators, self.terms)}")
        if work.kind == "video" and work.reference.author and not work.authors:
            told.append(f"uploaded by {work.reference.author[0].literal}")
        return told

    def _version(self, work: Work) -> str:
        """``2nd ed.``, ``rev. ed.`` (5.48–5.50)."""
        edition = re.sub(r"(?i)\s*(?:edition|ed\.?)\s*$", "", work.text("edition")).strip()
        version = work.text("version")
        if not edition:
            return f"version {version}" if version and version[0].isdigit() else version
        number = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", edition)
        if number is None:
            return f"{'rev.' if edition.casefold().startswith('rev') else edition} ed."
        return f"{ordinal(int(number[1]))} ed." if number[1] != "1" else ""

    def _numbers(self, work: Work) -> list[str]:
        """``vol. 80``, ``no. 3``, ``episode 101`` (5.51–5.53)."""
        volume, issue, number = (work.text(name) for name in ("volume", "issue", "number"))
        told = [f"vol. {dashed_range(volume)}"] if volume else []
        if issue:
            told.append(f"no. {dashed_range(issue)}")
        if number:
            plain = re.match(r"[\dA-Z][\w.-]*\Z", number)
            told.append(f"{'episode' if work.kind == 'podcast' else 'no.'} {number}" if plain else number)
        return told

    def _publisher(self, work: Work) -> str:
        """The publisher, shortened; none for periodicals and where the site has its name (5.54–5.67)."""
        publisher = short_publisher(work.text("publisher"))
        same = text_of(work.container).casefold() == work.text("publisher").casefold()
        return "" if same or work.kind in {"article", "magazine", "newspaper"} else publisher

    def date(self, when: When) -> str:
        """``14 May 2024``, months abbreviated, seasons in small letters (5.68–5.83)."""
        if when.year is None:
            return when.text
        if not self.terms.english and when.month:
            month = (
                self.terms.words.get(f"month-{when.month:02} short", ("", ""))[0] or self.terms.months[when.month - 1]
            )
        else:
            month = _MONTHS[when.month - 1] if when.month else when.season.lower()
        told = " ".join(part for part in (str(when.day or ""), month, str(when.year)) if part)
        if when.end is not None and (when.end.year or when.end.text) != when.year:
            told += f"–{when.end.year or when.end.text}"
        return f"circa {told}" if when.circa else told

    def _pages(self, work: Work) -> str:
        """``p. 3``, ``pp. 661–73`` (5.84, 2.139)."""
        page = work.text("page")
        if not page:
            return ""
        many = bool(re.search(r"[-–—,&+]", page))
        return f"{self.terms.word('page short', 'pp.' if many else 'p.', many=many).rstrip('.')}. {dashed_range(page)}"

    def _address(self, work: Work) -> Runs:
        """The DOI whole, a URL without its protocol (5.84, 5.93–5.95)."""
        if work.address.startswith("https://doi.org/"):
            return linked(work.address)
        return linked(work.address, re.sub(r"(?i)^https?://", "", work.address)) if work.address else NONE

    def _at_the_end(self, work: Work) -> list[str]:
        """What may follow: the kind of a thesis or talk, the day on which the work was read (5.111, 5.114)."""
        told = []
        if work.kind == "thesis":
            genre = work.text("genre") or "Doctoral dissertation"
            kind = re.sub(r"(?i)^doctoral", "PhD", genre).replace("Thesis", "thesis")
            told.append(", ".join(part for part in (short_publisher(work.text("publisher")), kind) if part))
            if work.address:
                told.append(text_of(self._address(work)))
        if work.kind == "speech":
            told.append((work.text("genre") or "Lecture").capitalize())
        if work.accessed.known and work.address:
            word = "Accessed" if self.terms.english else self.terms.word("accessed", "Accessed").capitalize()
            told.append(f"{word} {self.date(work.accessed)}")
        return told


def names(people: Sequence[Person], terms: Terms, *, others: bool = False) -> str:
    """Names at the head of an entry: the first inverted (5.6–5.8)."""
    first = people[0]
    told = first.family
    if first.given and not first.group:
        told = ", ".join(part for part in (first.family, first.given, first.suffix) if part)
    if len(people) > 2 or others:
        return f"{told}, {terms.word('et-al', 'et al.')}"
    return f"{told}, {terms.word('and', 'and')} {people[1].whole}" if len(people) == 2 else told


def straight(people: Sequence[Person], terms: Terms) -> str:
    """Names within an entry, not inverted."""
    if len(people) > 2:
        return f"{people[0].whole} {terms.word('et-al', 'et al.')}"
    return f" {terms.word('and', 'and')} ".join(person.whole for person in people)


def _people(work: Work) -> tuple[Person, ...]:
    from careerdoc.citing.work import people  # noqa: PLC0415 - one name for two things in this function

    reference = work.reference
    return people(reference.interviewer if work.kind == "interview" else reference.recipient)


def _directors(work: Work) -> tuple[Person, ...]:
    from careerdoc.citing.work import people  # noqa: PLC0415 - see `_people`

    return people(work.reference.director)


def short_publisher(name: str) -> str:
    """``Oxford UP``, ``U of Chicago P``; no ``Inc.`` and ``The``, ``and`` for ``&`` (5.58–5.62)."""
    told = re.sub(
        r"(?i),?\s+(?:inc|ltd|llc|corp|co|company|corporation|incorporated|limited|gmbh)\.?$", "", name.strip()
    )
    told = re.sub(r"^The\s+", "", told).replace(" & ", " and ")
    told = re.sub(r"\bUniversity Press\b", "UP", told)
    told = re.sub(r"\bUniversity of (.+?) Press\b", r"U of \1 P", told)
    return re.sub(r"\bUniversity\b", "U", told)


def dashed_range(numbers: str) -> str:
    """``661-673`` as ``661–73``: of numbers over 99 the last two digits, unless more are needed (2.139)."""

    def short(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        if len(first) == len(last) and len(first) > 2 and first[:-2] == last[:-2] and int(first) < int(last):
            last = last[-2:]
        return f"{first}–{last}"

    return re.sub(r"(\d+)\s*(?:--+|[-–—])\s*(\d+)", short, numbers)


def _capital(runs: Runs) -> Runs:
    first = runs[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *runs[1:])


def _with_commas(elements: list[Runs]) -> Runs:
    out: Runs = NONE
    for element in elements:
        out = (*inside_quotes(out, ","), *said(" "), *element) if out else element
    return out
