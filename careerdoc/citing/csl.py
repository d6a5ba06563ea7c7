"""Other styles than APA and MLA, from files in the Citation Style Language, by citeproc-py.

A style file is a stranger's XML: it has no entities, a bounded size, no circle of macros and a bounded number of steps.
"""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from careerdoc.citing.apa.entry import dashed
from careerdoc.citing.apa.names import in_text
from careerdoc.citing.ordering import author_key
from careerdoc.citing.runs import NONE, Run, linked, said, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.citing.dates import When
    from careerdoc.citing.runs import Runs
    from careerdoc.citing.style import Cited
    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Kind, Person, Work

LARGEST = 500_000
"""Characters of a style; the largest there is has 250,000."""

MOST_STEPS = 100_000
"""Elements that one citation can lead through, macros written out."""

MOST_NESTED = 40
"""Macros within macros."""

_SPACE = "{http://purl.org/net/xbiblio/csl}"
_TYPES: dict[Kind, str] = {
    "article": "article-journal", "magazine": "article-magazine", "newspaper": "article-newspaper", "book": "book",
    "chapter": "chapter", "entry": "entry-encyclopedia", "report": "report", "thesis": "thesis", "webpage": "webpage",
    "blog": "post-weblog", "video": "motion_picture", "film": "motion_picture", "podcast": "broadcast",
    "speech": "speech", "interview": "interview", "message": "personal_communication", "dataset": "dataset",
    "software": "software", "manuscript": "manuscript", "post": "post", "image": "graphic", "song": "song",
    "law": "legislation", "document": "document",
}  # fmt: skip
_FIELDS = {
    "publisher": "publisher", "publisher_place": "publisher-place", "volume": "volume", "issue": "issue",
    "page": "page",
    "number": "number", "genre": "genre", "medium": "medium", "collection_title": "collection-title", "event": "event",
    "event_place": "event-place", "version": "version",
}  # fmt: skip


class UnusableStyleError(ValueError):
    """A style that cannot be used; the message says why."""


def check(text: str) -> str:
    """What kind of style a text is: ``numeric``, ``author-date`` … Raises UnusableStyleError where it is none."""
    from lxml import etree  # noqa: PLC0415 - for those who have a style of their own

    if len(text) > LARGEST:
        raise UnusableStyleError("is too large for a style")
    if re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise UnusableStyleError("has entities, which no style has")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableStyleError(f"is not valid XML: {error}") from None
    if root.tag != f"{_SPACE}style":
        raise UnusableStyleError("is not in the Citation Style Language")
    if root.find(f"{_SPACE}citation/{_SPACE}layout") is None:
        raise UnusableStyleError("only points at another style; name that one")
    if root.get("class") == "note":
        raise UnusableStyleError("cites in notes, which documents here do not do; take an author-date style")
    _bounded(root)
    category = root.find(f"{_SPACE}info/{_SPACE}category[@citation-format]")
    return "author-date" if category is None else str(category.get("citation-format"))


def _bounded(root: Any) -> None:  # noqa: ANN401 - lxml's elements have no types
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{_SPACE}macro")}
    counts: dict[str, int] = {}

    def steps(node: Any, within: tuple[str, ...]) -> int:  # noqa: ANN401 - see above
        name = node.get("macro") if isinstance(node.tag, str) else None
        inner = [steps(child, within) for child in node]
        total = 1 + (max(inner, default=0) if node.tag == f"{_SPACE}choose" else sum(inner))
        if name is not None:
            if name in within or len(within) > MOST_NESTED:
                raise UnusableStyleError(f'has a circle of macros at "{name}"')
            if name not in macros:
                raise UnusableStyleError(f'has no macro "{name}"')
            if name not in counts:
                counts[name] = steps(macros[name], (*within, name))
            total += counts[name]
        if total > MOST_STEPS:
            raise UnusableStyleError("takes too many steps")
        return total

    for part in ("citation", "bibliography"):
        found = root.find(f"{_SPACE}{part}")
        if found is not None:
            steps(found, ())


class _Formatter:
    """What citeproc-py asks to format with: looks are marked by characters that no text has."""

    Oblique = Italic = staticmethod(lambda text: f"\ue010{text}\ue011")
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = staticmethod(str)

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A style that citeproc-py has read."""

    kind: str
    style: Any


@lru_cache(maxsize=4)
def _load(text: str, locale: str) -> _Loaded:
    from citeproc import CitationStylesStyle  # noqa: PLC0415 - for documents in such a style

    kind = check(text)
    return _Loaded(kind, CitationStylesStyle(io.BytesIO(text.encode()), locale=locale, validate=False))


_LOCALES = {"en": "en-US", "pt": "pt-BR", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "he": "he-IL", "hi": "hi-IN"}


class Csl:
    """The citations and references of one document in a style of the Citation Style Language.

    Raises UnusableStyleError where the style, or citeproc-py with it, fails.
    """

    def __init__(self, works: Sequence[Work], terms: Terms, language: str, text: str) -> None:
        code = language.split("-", maxsplit=1)[0].casefold()
        self.terms = terms
        self.works = works
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.loaded = _load(text, _LOCALES.get(code, f"{code}-{code.upper()}"))
                self._begin({})
                self._begin(self._letters())
                self.entries = self._bibliography()
        except UnusableStyleError:
            raise
        except Exception as error:  # noqa: BLE001 - a library that meets a stranger's style may raise anything
            raise UnusableStyleError(f"cannot be followed: {type(error).__name__}") from None

    def _begin(self, suffixes: dict[str, str]) -> None:
        from citeproc import Citation, CitationItem, CitationStylesBibliography  # noqa: PLC0415 - see `_load`
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 - see `_load`

        self.suffixes = suffixes
        self.ids = {work.key: f"k{index}" for index, work in enumerate(self.works)}
        source = CiteProcJSON([{**_item(work), "id": self.ids[work.key]} for work in self.works])
        for key, suffix in suffixes.items():
            source[self.ids[key]]["year_suffix"] = suffix
        self.bibliography = CitationStylesBibliography(self.loaded.style, source, _Formatter)
        for work in self.works:
            self.bibliography.register(Citation([CitationItem(self.ids[work.key])]))
        if self.loaded.style.has_bibliography():
            self.bibliography.sort()

    def _letters(self) -> dict[str, str]:
        """a, b, c for works that the style would cite alike; citeproc-py tells none apart."""
        if self.loaded.kind == "numeric":
            return {}
        texts = {work.key: text_of(self._cited([(work, "", "", "", "")])) for work in self._in_order()}
        counts, seen = Counter(texts.values()), Counter[str]()
        letters = {}
        for key, text in texts.items():
            if counts[text] > 1:
                letters[key] = chr(ord("a") + seen[text] % 26)
                seen[text] += 1
        return letters

    def _in_order(self) -> list[Work]:
        by_id = {self.ids[work.key]: work for work in self.works}
        return [by_id[key] for key in self.bibliography.keys]

    def _bibliography(self) -> tuple[tuple[Work, Runs], ...]:
        if not self.loaded.style.has_bibliography():
            return tuple((work, NONE) for work in sorted(self.works, key=author_key))
        made: list[tuple[Work, Runs]] = []
        for work, item in zip(self._in_order(), self.bibliography.items, strict=True):
            told = self.loaded.style.render_bibliography([item])
            if work.written or (told and str(told[0]).strip()):  # what a style does not list has no entry
                made.append((work, NONE if work.written else _runs(_entry(str(told[0])))))
        return tuple(made)

    def listed(self) -> tuple[tuple[Work, Runs], ...]:
        """The entries in the style's order."""
        return self.entries

    def parenthetical(self, cites: Sequence[Cited]) -> Runs:
        """A citation as the style has it."""
        if len(cites) == 1 and cites[0].item.suppress_author and self.loaded.kind != "numeric":
            return said(f"({self._when(cites[0])})")
        items = [(c.work, c.item.prefix, c.item.label, c.item.locator, c.item.suffix) for c in cites]
        return self._cited(items)

    def narrative(self, cite: Cited) -> Runs:
        """The names, then the number or the year."""
        people = cite.work.authors or cite.work.editors
        if not people:
            return self.parenthetical([cite])
        names = in_text([_family(p) for p in people], self.terms, shown=3 if len(people) < 4 else 1, narrative=True)
        if self.loaded.kind == "numeric":
            return (*said(f"{names} "), *self.parenthetical([cite]))
        return said(f"{names} ({self._when(cite)})")

    def _when(self, cite: Cited) -> str:
        year = cite.work.issued.year
        told = str(year) if year is not None else cite.work.issued.text or self.terms.word("no date short", "n.d.")
        place = f", {dashed(cite.item.locator)}" if cite.item.locator else ""
        return f"{told}{self.suffixes.get(cite.work.key, '')}{place}"

    def _cited(self, items: Sequence[tuple[Work, str, str, str, str]]) -> Runs:
        from citeproc import Citation, CitationItem, Locator  # noqa: PLC0415 - see `_load`

        made = []
        for work, prefix, label, locator, suffix in items:
            extra: dict[str, Any] = {"locator": Locator(label or "page", locator)} if locator else {}
            extra |= {"prefix": f"{prefix} "} if prefix else {}
            extra |= {"suffix": f"{'' if suffix.startswith(',') else ' '}{suffix}"} if suffix else {}
            made.append(CitationItem(self.ids[work.key], **extra))
        citation = Citation(made)
        citation.bibliography = self.bibliography
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return _runs(str(self.bibliography.cite(citation, lambda _: "")))
        except Exception:  # noqa: BLE001 - see the constructor; one citation is not worth a document
            return said(f"({'; '.join(work.key for work, *_ in items)})")


def _family(person: Person) -> str:
    return person.family


def _item(work: Work) -> dict[str, Any]:
    """A work as CSL-JSON, without markup in its titles, which citeproc-py would print."""
    item: dict[str, Any] = {"type": _TYPES[work.kind], "title": text_of(work.title) or _untitled(work)}
    if work.container:
        item["container-title"] = text_of(work.container)
    for role, names in (("author", work.authors), ("editor", work.editors), ("translator", work.translators)):
        if names:
            item[role] = [_name(person) for person in names]
    for field, name in _FIELDS.items():
        if work.text(field):
            item[name] = re.sub("--+|[–—]", "-", work.text(field)) if name == "page" else work.text(field)
    edition = re.match(r"\d+", work.text("edition"))
    if work.text("edition"):
        item["edition"] = edition[0] if edition else work.text("edition")
    if work.address.startswith("https://doi.org/"):
        item["DOI"] = work.address.removeprefix("https://doi.org/")
    elif work.address:
        item["URL"] = work.address
    for name, when in (("issued", work.issued), ("accessed", work.accessed)):
        if when.year is not None:
            item[name] = {"date-parts": [_parts(when)]}
        elif when.text:
            item[name] = {"literal": when.text}
    language = work.text("language") or "en"
    return item | {"language": language[:2]}


def _untitled(work: Work) -> str:
    usual = {"interview": "Interview", "message": "Personal communication"}.get(work.kind, "Untitled")
    return work.text("genre") or work.text("medium") or usual


def _name(person: Person) -> dict[str, str]:
    if person.group or not person.given:
        return {"literal": person.family}
    parts = {"family": person.family, "given": person.given}
    return parts | ({"suffix": person.suffix} if person.suffix else {})


def _parts(when: When) -> list[int]:
    return [part for part in (when.year or 0, when.month, when.day if when.month else 0) if part]


_ADDRESS = re.compile(r"https?://[^\s\ue010\ue011]+[^\s\ue010\ue011.,;)]")


def _entry(text: str) -> str:
    """An entry whose number stands apart, and whose title, where it is in the author's place, stands once."""
    text = re.sub(r"^(\[\d+\]|\d+\.)(?=\S)", r"\1 ", text)
    return re.sub(r"^(.{8,300}?)\. \1\. ", r"\1. ", text)


def _runs(text: str) -> Runs:
    """What citeproc-py printed, with the faults of its seams mended: ``?.`` and a full stop outside quotation marks."""
    text = re.sub(r"([?!])([\ue011”]*)\.(?=\s|$)", r"\1\2", text)
    text = re.sub(r"”([.,])", r"\1”", text)
    text = re.sub(r"([.?!])”\.", r"\1”", text)
    text = re.sub(r"\s+", " ", re.sub(r"\s+([.,;:])", r"\1", text)).strip()
    out: list[Run] = []
    depth = 0
    for piece in re.split("([\ue010\ue011])", text):
        if piece in {"\ue010", "\ue011"}:
            depth = max(0, depth + (1 if piece == "\ue010" else -1))
            continue
        at = 0
        for match in _ADDRESS.finditer(piece):
            out += [Run(piece[at : match.start()], italic=depth > 0), *linked(match[0])]
            at = match.end()
        out.append(Run(piece[at:], italic=depth > 0))
    return tuple(run for run in out if run.text)
