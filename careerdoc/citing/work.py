"""A work to be cited: what a source says, told in the terms in which the manuals have their rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from careerdoc.citing.dates import When, read_date
from careerdoc.citing.runs import marked

if TYPE_CHECKING:
    from careerdoc.citing.runs import Runs
    from careerdoc.plan import Name, Reference

Kind = Literal[
    "article", "magazine", "newspaper", "book", "chapter", "entry", "report", "thesis", "webpage", "blog", "video",
    "film", "podcast", "speech", "interview", "message", "dataset", "software", "manuscript", "post", "image", "song",
    "law", "document",
]  # fmt: skip

KINDS: dict[str, Kind] = {
    "article-journal": "article", "article": "article", "journal article": "article", "journal": "article",
    "article-magazine": "magazine", "magazine": "magazine", "magazine article": "magazine", "review": "article",
    "article-newspaper": "newspaper", "newspaper": "newspaper", "news": "newspaper", "newspaper article": "newspaper",
    "book": "book", "ebook": "book", "periodical": "book", "classic": "book", "pamphlet": "report",
    "brochure": "report",
    "chapter": "chapter", "book chapter": "chapter", "paper-conference": "chapter", "conference paper": "chapter",
    "entry": "entry", "entry-dictionary": "entry", "entry-encyclopedia": "entry", "dictionary": "entry",
    "dictionary entry": "entry", "encyclopedia": "entry", "report": "report", "government report": "report",
    "thesis": "thesis", "dissertation": "thesis", "webpage": "webpage", "web page": "webpage", "website": "webpage",
    "web": "webpage", "online": "webpage", "post-weblog": "blog", "blog": "blog", "blog post": "blog", "post": "post",
    "social media": "post", "tweet": "post", "video": "video", "youtube": "video", "online video": "video",
    "motion_picture": "film", "film": "film", "movie": "film", "broadcast": "podcast", "podcast": "podcast",
    "podcast episode": "podcast", "song": "song", "speech": "speech", "lecture": "speech", "presentation": "speech",
    "event": "speech", "interview": "interview", "personal interview": "interview",
    "personal_communication": "message", "personal communication": "message", "email": "message", "e-mail": "message",
    "letter": "message", "conversation": "message", "dataset": "dataset", "data": "dataset", "software": "software",
    "app": "software", "manuscript": "manuscript", "graphic": "image", "figure": "image", "map": "image",
    "image": "image", "photo": "image", "legal_case": "law", "legislation": "law", "bill": "law", "regulation": "law",
    "standard": "report", "document": "document",
}  # fmt: skip
"""The types of CSL 1.0.2, and what students call them."""


_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese and Korean names, which have the family first and no comma."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: a family name with given names, or a group, which has no given name."""

    family: str
    given: str = ""
    suffix: str = ""
    group: bool = False

    @property
    def whole(self) -> str:
        """The name as it is said."""
        if _EASTERN.match(self.family):
            return f"{self.family}{self.given}"
        parts = [self.given, self.family]
        told = " ".join(part for part in parts if part)
        if not self.suffix:
            return told
        return f"{told}{',' if self.suffix.rstrip('.') in {'Jr', 'Sr'} else ''} {self.suffix}"


@dataclass(frozen=True, slots=True)
class Work:
    """A source with its parts read. ``written`` holds it as the student wrote it out, where that is all there is."""

    reference: Reference
    key: str
    kind: Kind
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]
    translators: tuple[Person, ...]
    issued: When
    original: When
    accessed: When
    title: Runs
    container: Runs
    others: bool = False
    written: bool = False

    def text(self, field: str) -> str:
        """A field's plain words, or an empty text."""
        return str(getattr(self.reference, field) or "")

    @property
    def address(self) -> str:
        """The DOI as an address (APA 9.35, MLA 5.84), or else the URL."""
        doi = re.sub(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", self.text("doi").strip())
        url = self.text("url").strip()
        if doi:
            return f"https://doi.org/{doi}"
        if re.match(r"(?i)https?://(?:dx\.)?doi\.org/", url):
            return re.sub(r"(?i)^https?://(?:dx\.)?doi\.org/", "https://doi.org/", url)
        return url if re.match(r"(?i)https?://", url) or not url else f"https://{url}"

    @property
    def unrecoverable(self) -> bool:
        """Whether no reader can get it: a talk, a letter, an interview that was not published (APA 8.9)."""
        return self.kind in {"interview", "message"} and not self.address and not self.container


def people(names: tuple[Name, ...]) -> tuple[Person, ...]:
    """The names of a field; ``et al.`` and ``others`` are no names."""
    return tuple(_person(name) for name in names if str(name.literal or "") not in {"et al.", "others"})


def _person(name: Name) -> Person:
    if name.family is None:
        return Person(str(name.literal or name.given or ""), group=name.given is None or name.literal is not None)
    family = " ".join(str(part) for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(str(part) for part in (name.given, name.dropping_particle) if part)
    if _EASTERN.match(family) and given:
        return Person(f"{family}{given}")
    return Person(family, given, str(name.suffix or ""), group=not given)


def kind_of(reference: Reference) -> Kind:
    """What a source is: as it says, or else by the fields that it has."""
    said = str(reference.type or "").strip().casefold()
    known = KINDS.get(said) or KINDS.get(said.replace("_", "-")) or KINDS.get(said.replace("-", " "))
    if known == "chapter" and said in {"paper-conference", "conference paper"} and not reference.container_title:
        return "speech"
    if known is not None:
        return known
    if reference.container_title and (reference.volume or reference.issue):
        return "article"
    if reference.interviewer:
        return "interview"
    if reference.container_title and reference.publisher and not reference.url:
        return "chapter"
    if reference.url and not reference.publisher_place and not reference.edition:
        return "webpage"
    return "book" if reference.publisher else "document"


def work_of(reference: Reference, key: str) -> Work:
    """A source that is told in fields, read."""
    kind = kind_of(reference)
    authors = people(reference.host if kind == "podcast" and reference.host else reference.author)
    if not authors:
        spare = {"film": reference.director, "video": reference.director}.get(kind, ())
        authors = people(spare) or (people(reference.recipient) if kind == "message" else ())
    return Work(
        reference, key, kind, authors, people(reference.editor), people(reference.translator),
        read_date(reference.issued), read_date(reference.original_date), read_date(reference.accessed),
        marked(str(reference.title or "")), marked(str(reference.container_title or "")),
        others=any(str(name.literal or "") in {"et al.", "others"} for name in reference.author),
    )  # fmt: skip
