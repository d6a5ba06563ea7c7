"""Names in APA Style: in the list (9.7–9.12) and in the text (8.17–8.20)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.citing.terms import Terms
    from careerdoc.citing.work import Person


def initials(given: str) -> str:
    """``Ada Mary`` as ``A. M.``, ``Jean-Paul`` as ``J.-P.`` (9.8); particles stay, and scripts without initials."""
    return " ".join(_initial(word) for word in given.replace(".", ". ").split())


def _initial(word: str) -> str:
    if word in {"-", "–"} or not word[0].isalpha() or not word[0].isupper():
        return word
    return "-".join(f"{part.lstrip('.')[0].upper()}." for part in re.split(r"[-‐]", word) if part.lstrip("."))


def inverted(person: Person) -> str:
    """``King, M. L., Jr.``; a group's name as it is (9.8, 9.11)."""
    if person.group or not person.given:
        return person.family
    return ", ".join(part for part in (person.family, initials(person.given), person.suffix) if part)


def straight(person: Person) -> str:
    """``M. L. King, Jr.``: how editors stand in the source (9.10)."""
    if person.group or not person.given:
        return person.family
    name = f"{initials(person.given)} {person.family}"
    return f"{name}, {person.suffix}" if person.suffix else name


def in_list(people: Sequence[Person], terms: Terms, *, others: bool = False) -> str:
    """Up to twenty names; of twenty-one or more the first nineteen, an ellipsis and the last (9.8)."""
    names = [inverted(person) for person in people]
    if others:
        return f"{', '.join(names)}, {terms.word('et-al', 'et al.')}"
    if len(names) > 20:
        return f"{', '.join(names[:19])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    groups = len(names) == 2 and all(person.group for person in people)
    return f"{', '.join(names[:-1])}{'' if groups else ','} {_and(terms, amid='&')} {names[-1]}"


def in_source(people: Sequence[Person], terms: Terms) -> str:
    """Names that are not inverted: ``A. Bell & M. Okafor``, ``A. Bell, M. Okafor, & J. Lee``."""
    names = [straight(person) for person in people]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} {_and(terms, amid='&')} {names[-1]}"


def in_text(names: Sequence[str], terms: Terms, *, shown: int, narrative: bool) -> str:
    """Family names with ``&`` in parentheses and ``and`` in a sentence (8.17); beyond ``shown`` they are ``et al.``."""
    et_al = terms.word("et-al", "et al.")
    if len(names) > shown:
        return f"{', '.join(names[:shown])}{',' if shown > 1 else ''} {et_al}"
    if len(names) < 2:
        return "".join(names)
    join = _and(terms, amid="and" if narrative else "&")
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} {join} {names[-1]}"


def _and(terms: Terms, *, amid: str) -> str:
    """English parts ``&`` and ``and``; other languages keep the sign in the list and say their word in a sentence."""
    return amid if terms.english or amid == "&" else terms.word("and", "and")
