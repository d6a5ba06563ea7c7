"""An entry of the reference list: author, date, title, source (APA 9.4–9.37, with the templates of chapter 10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.citing.apa.names import in_list, in_source
from careerdoc.citing.casing import sentence_case
from careerdoc.citing.runs import NONE, ended, italic, joined, linked, said, text_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.citing.dates import When
    from careerdoc.citing.runs import Runs
    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Kind, Work

_WITH_DAY: frozenset[Kind] = frozenset(
    {"magazine", "newspaper", "webpage", "blog", "video", "podcast", "post", "speech", "interview", "message"}
)
"""Kinds whose date is given with month and day (9.14)."""

WITHIN: frozenset[Kind] = frozenset({"article", "magazine", "newspaper", "chapter", "entry", "blog"})
"""Kinds that are part of a greater whole: their own title is not in italics (9.19)."""

_DESCRIBED: dict[Kind, str] = {
    "video": "Video", "film": "Film", "podcast": "Audio podcast", "dataset": "Data set",
    "software": "Computer software",
    "song": "Song", "image": "Photograph", "manuscript": "Unpublished manuscript", "post": "Post",
}  # fmt: skip
"""What stands in brackets after the title of works outside the usual (9.21)."""


class Entries:
    """Makes entries, in the words of one language. ``names`` are words that keep their capitals in titles."""

    def __init__(self, terms: Terms, names: AbstractSet[str], language: str) -> None:
        self.terms = terms
        self.names = names
        self.language = language

    def entry(self, work: Work, suffix: str) -> Runs:
        """The entry of a work; ``suffix`` tells works of one author and year apart (8.19)."""
        date = said(f"({self.date(work, suffix)}).")
        author = ended(said(self.author(work)))
        title = ended(self.title(work))
        if not author:  # 9.12: the title moves to the author's place
            author, title = title, NONE
        pieces = (author, date, title, *self.source(work))
        return joined(pieces, " ")

    # ── author and date ──

    def author(self, work: Work) -> str:
        """Who is responsible: authors, or editors of a book as a whole (9.7–9.10)."""
        if work.authors:
            names = in_list(work.authors, self.terms, others=work.others)
            role = {"film": "Director", "podcast": "Host"}.get(work.kind, "")
            if role and (work.kind != "podcast" or work.reference.host):
                several = len(work.authors) > 1
                return f"{names} ({role}{'s' if several else ''})"
            return names
        if work.editors and work.kind not in {"chapter", "entry"}:
            return f"{in_list(work.editors, self.terms)} ({self.editors_label(work)})"
        return ""

    def editors_label(self, work: Work) -> str:
        """``Ed.`` or ``Eds.`` (9.10)."""
        many = len(work.editors) > 1
        label = self.terms.word("editor short", "Eds." if many else "Ed.", many=many)
        return label if label.endswith(".") else f"{label}."

    def date(self, work: Work, suffix: str) -> str:
        """``2020``, ``2020, May 14``, ``n.d.``, each with its letter where works share author and year (9.13–9.17)."""
        when = work.issued
        if not when.known:
            return self.undated() + (f"-{suffix}" if suffix else "")
        year = self.year(when, suffix)
        if work.kind not in _WITH_DAY or when.year is None:
            return year
        if when.end is not None:
            return self._days(when, year)
        return ", ".join(part for part in (year, when.season or self.month_and_day(when)) if part)

    def _days(self, when: When, year: str) -> str:
        """``2016, March 30–April 2`` for days of one year (10.5); else the years."""
        end = when.end
        if end is None or end.year != when.year or not (when.month and end.month):
            return year
        last = str(end.day) if end.month == when.month and end.day else self.month_and_day(end)
        return f"{year}, {self.month_and_day(when)}–{last}"

    def undated(self) -> str:
        """``n.d.`` (9.17)."""
        return "n.d." if self.terms.english else self.terms.word("no date short", "n.d.")

    def year(self, when: When, suffix: str) -> str:
        """The year or years with the letter; words such as ``in press`` as they are."""
        if when.year is None:
            return when.text + (f"-{suffix}" if suffix else "")
        told = f"{-when.year} B.C.E." if when.year < 0 else str(when.year)
        if when.end is not None and (when.end.year or when.end.text) != when.year:
            told += f"–{when.end.year or when.end.text}"
        return f"{'ca. ' if when.circa else ''}{told}{suffix}"

    def month_and_day(self, when: When) -> str:
        """``May 14``."""
        if not when.month:
            return ""
        month = self.terms.months[when.month - 1]
        if not when.day:
            return month
        return f"{month} {when.day}" if self.terms.english else f"{when.day} {month}"

    def day(self, when: When) -> str:
        """``May 14, 2026``, in the text and after ``Retrieved``."""
        if when.year is None:
            return when.text
        start = self.month_and_day(when)
        return (f"{start}, {when.year}" if self.terms.english and when.day else f"{start} {when.year}").strip()

    # ── title ──

    def title(self, work: Work) -> Runs:
        """The title in sentence case, with what stands in parentheses and brackets after it (9.18–9.21)."""
        title = self.cased(work, work.title)
        if not title:
            return self._described(work) or (
                said(f"[{work.text('genre') or 'Untitled'}]") if not work.authors else NONE
            )
        alone = work.kind not in WITHIN and not (work.kind in {"podcast", "song"} and work.container)
        styled = italic(title) if alone else title
        return joined((styled, self._numbered(work), self._described(work)), " ")

    def cased(self, work: Work, title: Runs) -> Runs:
        """A title in sentence case where it is English (6.17)."""
        language = work.text("language") or self.language
        return sentence_case(title, self.names) if language.casefold().startswith("en") else title

    def _numbered(self, work: Work) -> Runs:
        """``(2nd ed., Vol. 3)``, ``(Report No. 12)``: set upright (9.19)."""
        if work.kind in {"article", "magazine", "newspaper", "chapter", "entry", "blog"}:
            return NONE
        parts = [self.edition(work.text("edition"))]
        if work.kind in {"software", "dataset"} and (version := work.text("version")):
            parts.append(version if version.casefold().startswith("v") else f"Version {version}")
        if volume := work.text("volume"):
            parts.append(f"{'Vols' if re.search('[-–,]', volume) else 'Vol'}. {dashed(volume)}")
        parts.append(self._number(work))
        told = ", ".join(part for part in parts if part)
        if work.translators:
            told = "; ".join(part for part in (f"{in_source(work.translators, self.terms)}, Trans.", told) if part)
        return said(f"({told})") if told else NONE

    def _number(self, work: Work) -> str:
        number = work.text("number")
        if not number:
            return ""
        if not re.match(r"[\dA-Z][\w.-]*\Z", number):
            return number  # "Report No. 3", "NIH Publication No. 18-2059"
        if work.kind == "thesis":
            return f"Publication No. {number}"
        if work.kind == "report":
            genre = work.text("genre")
            return f"{genre if genre and genre[0].isupper() else 'Report'} No. {number}"
        return f"No. {number}"

    def edition(self, edition: str) -> str:
        """``2nd ed.``; the first is not told (9.19)."""
        words = re.sub(r"(?i)\s*(?:edition|ed\.?)\s*$", "", edition).strip()
        ordinals = {"second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "first": "1"}
        words = ordinals.get(words.casefold(), words)
        number = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", words)
        if number is None:
            return f"{'Rev.' if words.casefold().startswith('rev') else words} ed." if words else ""
        if number[1] == "1":
            return ""
        label = self.terms.word("edition short", "ed.")
        return f"{ordinal(int(number[1])) if self.terms.english else number[1] + '.'} {label.rstrip('.')}."

    def _described(self, work: Work) -> Runs:
        """``[Video]``, ``[Doctoral dissertation, University]`` (9.21, 10.6)."""
        genre = work.text("genre") or work.text("medium")
        if work.kind == "thesis":
            genre = genre or "Doctoral dissertation"
            if not (work.address or work.container or work.text("number")):
                return said(f"[Unpublished {genre[0].lower()}{genre[1:]}]")
            return said(f"[{', '.join(part for part in (genre, work.text('publisher')) if part)}]")
        if work.kind == "podcast":
            return said(f"[{genre or ('Audio podcast episode' if work.container else 'Audio podcast')}]")
        if work.kind == "speech":
            return said(f"[{genre or ('Conference presentation' if work.text('event') else 'Lecture')}]")
        if work.kind == "report":
            return NONE
        told = genre or _DESCRIBED.get(work.kind, "")
        bracketed = work.kind in _DESCRIBED or (genre and work.kind in {"webpage", "document", "interview"})
        return said(f"[{told[0].upper()}{told[1:]}]") if told and bracketed else NONE

    # ── source ──

    def source(self, work: Work) -> tuple[Runs, ...]:
        """Where it can be had: periodical, book, publisher or site, and the address (9.23–9.37)."""
        parts: tuple[Runs, ...]
        if work.kind in {"article", "magazine", "newspaper", "blog"}:
            parts = (ended(self._periodical(work)),)
        elif work.kind in {"chapter", "entry"} or (work.kind in {"podcast", "song"} and work.container):
            parts = (ended(self._whole(work)), ended(said(self.publisher(work))))
        elif work.kind == "speech":
            parts = (ended(said(", ".join(p for p in (work.text("event"), work.text("event_place")) if p))),
                     ended(said(self.publisher(work))))  # fmt: skip
        else:
            parts = (ended(self._site(work)),)
        return (*parts, self.address(work), self._republished(work))

    def _periodical(self, work: Work) -> Runs:
        """``*Title*, *80*(3), 661–673`` (9.25)."""
        volume, issue, page = (work.text(name) for name in ("volume", "issue", "page"))
        pieces = [italic(work.container)]
        number = joined((italic(said(volume)), said(f"({issue})") if issue else NONE), "")
        pieces.append(number)
        if page:
            pieces.append(said(dashed(page) if page[:1].isdigit() or len(page) < 12 else page))
        elif work.text("number"):
            article = work.text("number")
            pieces.append(said(article if article.casefold().startswith("art") else f"Article {article}"))
        return joined(pieces, ", ")

    def _whole(self, work: Work) -> Runs:
        """``In A. Editor & B. Editor (Eds.), *Title* (2nd ed., pp. 3–9)`` (9.28)."""
        pieces: list[Runs] = []
        if work.editors:
            pieces.append(said(f"{in_source(work.editors, self.terms)} ({self.editors_label(work)})"))
        numbers = [self.edition(work.text("edition"))]
        if volume := work.text("volume"):
            numbers.append(f"Vol. {volume}")
        if page := work.text("page"):
            numbers.append(f"{self._pages_label(page)} {dashed(page)}")
        inside = ", ".join(part for part in numbers if part)
        title = joined((italic(self._whole_title(work)), said(f"({inside})") if inside else NONE), " ")
        pieces.append(title)
        word = "In" if self.terms.english else self.terms.word("in", "In").capitalize()
        return joined((said(word), joined(pieces, ", ")), " ") if title else NONE

    def _whole_title(self, work: Work) -> Runs:
        return work.container if work.kind in {"podcast", "song"} else self.cased(work, work.container)

    def _pages_label(self, page: str) -> str:
        many = bool(re.search(r"[-–—,&]", page))
        label = self.terms.word("page short", "pp." if many else "p.", many=many)
        return label if label.endswith(".") else f"{label}."

    def _site(self, work: Work) -> Runs:
        """Publisher, studio or site, unless it is the author (9.29, 9.32); a site's title is not in italics (9.30)."""
        site = text_of(work.container) if work.kind != "book" else ""
        publisher = "" if work.kind == "thesis" and (work.address or work.container) else self.publisher(work)
        told = [name for name in dict.fromkeys((publisher, site)) if name and not self._is_author(name, work)]
        if work.kind in {"webpage", "post", "video"}:
            told.reverse()
        return joined([said(name) for name in told], ". ")

    def publisher(self, work: Work) -> str:
        """The publisher, unless it is the author (9.29)."""
        publisher = work.text("publisher")
        return "" if self._is_author(publisher, work) else publisher

    def _is_author(self, name: str, work: Work) -> bool:
        return any(person.group and person.family.casefold() == name.casefold() for person in work.authors)

    def address(self, work: Work) -> Runs:
        """The DOI or URL without a full stop after it; when a work without date was read (9.16, 9.34–9.36)."""
        if not work.address:
            return NONE
        link = linked(work.address)
        if work.issued.known or not work.accessed.known or work.text("doi"):
            return link
        if not self.terms.english:
            return (
                *said(f"{self.terms.word('retrieved', 'Retrieved').capitalize()} {self.day(work.accessed)}: "),
                *link,
            )
        return (*said(f"Retrieved {self.day(work.accessed)}, from "), *link)

    def _republished(self, work: Work) -> Runs:
        """``(Original work published 1900)`` (9.41)."""
        return said(f"(Original work published {self.year(work.original, '')})") if work.original.known else NONE


def dashed(numbers: str) -> str:
    """A range of pages with an en dash (6.6)."""
    return re.sub(r"\s*(?:--+|[-–—])\s*", "–", numbers)


def ordinal(number: int) -> str:
    """``2nd``."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ends.get(number % 10, 'th')}"
