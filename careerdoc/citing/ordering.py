"""The order of a list: letter by letter, without articles, accents and marks (APA 9.44–9.49, MLA 5.122–5.130)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from careerdoc.citing.runs import text_of

if TYPE_CHECKING:
    from careerdoc.citing.work import Work

_ARTICLE = re.compile(r"(?:the|an?|la|le|les|el|los|las|un|una|une|der|die|das|ein|eine|o|os)\s+|l['’]", re.IGNORECASE)


def folded(text: str) -> str:
    """Letters and digits alone, small and without accents; blanks stay between names."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^\w]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def without_article(text: str) -> str:
    """A title as it is sorted: ``A``, ``An`` and ``The`` do not count."""
    stripped = text.lstrip("“\"'‘*_([¿¡ ")
    return folded(_ARTICLE.sub("", stripped, count=1)) or folded(stripped)


def author_key(work: Work) -> tuple[tuple[str, str], ...]:
    """The names in order, family before given; a work without names goes by its title."""
    people = work.authors or (work.editors if work.kind not in {"chapter", "entry"} else ())
    if not people:
        return ((without_article(text_of(work.title) or work.text("text")), ""),)
    return tuple((folded(person.family), folded(person.given)) for person in people)


def date_key(work: Work) -> tuple[int, int, int, int]:
    """Undated works first, then by date, works in press last (APA 9.46)."""
    when = work.issued
    if not when.known:
        return (0, 0, 0, 0)
    return (2, 0, 0, 0) if when.year is None else (1, when.year, when.month, when.day)
