"""Names of people and groups, from the ways in which students write them.

``Bell, Marcus; Okafor, Ada`` · ``Marcus Bell and Ada Okafor`` · ``Bell, M., & Okafor, A.`` · ``{Mayo Clinic}``.
What cannot be told for people is taken for a group and stays as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.tree import Mapping, Scalar

if TYPE_CHECKING:
    from careerdoc.tree import Node

LONGEST = 4_000
"""Characters of a list of names; a longer text is one name."""

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Esq|PhD|Ph\.D|MD)\.?", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and|&|y|e|et|und|и|ve|و|ו)\s+|\s*[、，]\s*")
_LISTED = re.compile(
    r"(?P<family>[^,;&]+?),\s*(?P<given>(?:[^\W\d_]\.[ \u00a0-]*)+)(?:,\s*(?P<suffix>Jr\.|Sr\.|III?|IV))?"
)
_BETWEEN = re.compile(r",?\s*&\s*|,\s*(?:and\s+)?|\s+and\s+")
_PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el",
    "al", "bin", "ibn", "ben", "ter", "ten", "zu", "zur", "af", "av", "y",
})  # fmt: skip
_GROUPS = re.compile(
    r"\b(?:of|for|the|at|on|and|&|inc|llc|ltd|corp|co|gmbh|bureau|department|dept|office|ministry|agency|administration|"
    r"universit\w+|college|school|academy|institut\w*|center|centre|council|board|committee|commission|association|"
    r"assoc|society|federation|union|alliance|network|foundation|trust|fund|bank|clinic|hospital|health|library|museum|"
    r"press|news|times|post|journal|magazine|group|team|staff|company|corporation|services?|system|program|project|"
    r"organi[sz]ation|nations|states|government|county|city|state|national|international|american|world|online|careers?|"
    r"education|research|consortium|coalition|laborator\w+|labs?|studios?|media|channel|partners|solutions|technolog\w+|"
    r"ministerio|instituto|universidad\w*|universit\w+|bundes\w+|amt|verband|hochschule|secretaría|servicio|asociación|"
    r"colegio|consejo|gobierno|fundación|ministère|conseil|ministério|conselho|министерство|университет|институт)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.\-–][^\W\d_]*)*\.?")


def names_in(node: Scalar) -> tuple[Node, ...]:
    """The names in a text, each as a mapping of its parts or as the text itself where it is a group's."""
    text = node.value.strip()
    if len(text) > LONGEST or not text:
        return (node,)
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return (_literal(node, text.strip("{} ")),)
    if text.casefold().endswith((" et al.", " et al")):
        first = text[: text.casefold().rindex(" et al")].rstrip(", ")
        return (*names_in(_at(node, first)), _literal(node, "et al."))
    listed = _listed(text)
    if listed is not None:
        return tuple(_mapping(node, **parts) for parts in listed)
    if ";" in text or "；" in text:
        pieces = [piece.strip() for piece in re.split(r"\s*[;；]\s*(?:&\s*|and\s+)?", text) if piece.strip()]
        return tuple(name for piece in pieces for name in names_in(_at(node, piece)))
    return _joined_by_words(node, text)


def _joined_by_words(node: Scalar, text: str) -> tuple[Node, ...]:
    pieces = [piece.strip() for piece in _AND.split(text) if piece.strip()]
    if len(pieces) > 1:
        first, last = pieces[0], pieces[-1]
        # "Ada Okafor, Marcus Bell, and Jo Lee", or MLA's "Okafor, Ada, and Marcus Bell"
        inner = [part.strip() for part in first.split(",")]
        if len(inner) > 1 and all(_is_person(part) for part in inner) and all(" " in part for part in inner):
            pieces = [*inner, *pieces[1:]]
        if all(_person(piece) for piece in pieces) and (" " in last or "," in last):
            return tuple(_mapping(_at(node, piece), **(_person(piece) or {})) for piece in pieces)
        return (_literal(node, text),)
    person = _person(text)
    return (_mapping(node, **person) if person else _literal(node, text),)


def _listed(text: str) -> list[dict[str, str]] | None:
    """The names of a list as APA writes it, with initials: ``Bell, M. A., & Okafor, A.``; None where it is none."""
    found: list[dict[str, str]] = []
    at = 0
    while match := _LISTED.match(text, at):
        found.append({key: value.strip() for key, value in match.groupdict().items() if value})
        at = match.end()
        if at >= len(text):
            return found if not _GROUPS.search(found[0]["family"]) else None
        gap = _BETWEEN.match(text, at)
        if gap is None:
            return None
        at = gap.end()
    return None


def _person(text: str) -> dict[str, str] | None:
    """The parts of one person's name, or None where it may be a group's."""
    head, *rest = (part.strip() for part in text.split(","))
    suffix = rest.pop() if rest and _SUFFIX.fullmatch(rest[-1]) else ""
    if len(rest) == 1 and rest[0]:
        if _GROUPS.search(text) or len(head.split()) > 4 or len(rest[0].split()) > 4:
            return None
        return {"family": head, "given": rest[0], **({"suffix": suffix} if suffix else {})}
    if rest or not _is_person(head):
        return None
    words = head.split()
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) and not suffix:
        suffix = words.pop()
    first = next((i for i, word in enumerate(words[1:], 1) if word in _PARTICLES), len(words) - 1)
    family, given = " ".join(words[first:]), " ".join(words[:first])
    return {"family": family, "given": given, **({"suffix": suffix} if suffix else {})}


def _is_person(text: str) -> bool:
    words = text.split()
    return (
        2 <= len(words) <= 5
        and not _GROUPS.search(text)
        and all(_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words)
        and not any(len(word) > 3 and word.isupper() for word in words)
    )


def _at(node: Scalar, piece: str) -> Scalar:
    start = node.value.find(piece)
    return Scalar(piece, node.part(start, start + len(piece)) if start >= 0 else node.span, plain=False)


def _literal(node: Scalar, text: str) -> Scalar:
    return Scalar(text, node.span, plain=False)


def _mapping(node: Scalar, **parts: str) -> Mapping:
    entries = tuple((Scalar(key, node.span), Scalar(value, node.span, plain=False)) for key, value in parts.items())
    return Mapping(entries, node.span)
