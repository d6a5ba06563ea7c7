"""What form an English text has: one sentence or several, a clause, a phrase, a piece of a list."""

from __future__ import annotations

import re

from careerdoc.composing.joining.english.verbs import FINITE, is_verb

_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|can['’]t|cannot|will|won['’]t|may|might|must|needs|should|could|would|"
    r"isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\s(?:who|that|which|what|whose|where|when|because|if|since|so|until|as|whether|how)\b", re.IGNORECASE
)
_FINITE = re.compile(rf"\b(?:{'|'.join(FINITE)})\b", re.IGNORECASE)
_PLURAL_AND_WORD = re.compile(r"\b[a-z]{2,}s (?P<word>[a-z]+)\b", re.IGNORECASE)
_PRONOUN_START = re.compile(
    r"(?:I|I'm|I've|We|It|They|Everyone|Everybody|Nobody|Somebody|Someone|People|There|This|That|These|Those|You|He|She|"
    r"My|Our|Because|Since|If|When|As)\b"
)
_MANY = re.compile(
    r"(?<!\bMs)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.!?]\s+(?=\S)"
)
"""An end of a sentence with another one after it; a title before a name is none."""
_PLACEHOLDER = re.compile(
    r"(?:t\.?b\.?[ad]\.?|n/?a|none(?: yet)?|to be (?:decided|determined|announced)|[-–—?….\s]*)", re.IGNORECASE
)


def is_several(text: str) -> bool:
    """Whether a text is more than one sentence."""
    return _MANY.search(text) is not None


def begins_a_sentence(text: str) -> bool:
    """Whether a text begins as sentences do, with a pronoun or a conjunction."""
    return _PRONOUN_START.match(text) is not None


def is_clause(text: str) -> bool:
    """Whether a text has a verb form in it, or a plural with a verb behind it: "schools hire"."""
    plural_verb = any(is_verb(match["word"].lower()) for match in _PLURAL_AND_WORD.finditer(text))
    return plural_verb or _FINITE.search(text) is not None


def is_told(text: str) -> bool:
    """Whether a text is a sentence with a subject of its own: "The store page has to be ready by July"."""
    found = _SUBORDINATE.search(text)
    main = text[: found.start()] if found else text
    return len(text.split()) > 3 and _AUXILIARY.search(main) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text only keeps a place: "TBA", "n/a", "—"."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def fragments(text: str) -> list[str]:
    """The pieces of a paragraph that names people or places one after the other, without a verb of their own."""
    if "\n\n" in text or text[:2] in {"- ", "* "}:
        return []
    pieces = [piece.rstrip(".") for piece in re.split(r"(?<=[.])\s+(?=[A-Z])", " ".join(text.split()))]
    mains = [re.split(r",?\s(?:who|which|that|where)\b", piece, maxsplit=1)[0] for piece in pieces]
    told = any(is_clause(main) or (begins_a_sentence(main) and not main.startswith("My ")) for main in mains)
    return pieces if 1 < len(pieces) < 7 and not told else []


def after(pattern: re.Pattern[str], text: str) -> str:
    """The text without what a pattern finds at its start."""
    match = pattern.match(text)
    return text[match.end() :] if match else text


def has_tail(text: str) -> bool:
    """Whether a phrase ends in an addition set off by a comma, "most likely here", and not in the last of a list."""
    plain = re.sub(r"\([^()]*\)", "", text)
    head, comma, tail = plain.rpartition(", ")
    if not comma or re.match(r"(?:and|or|but|so|\d{4}\b|Inc\b|Jr\b)", tail):
        return False
    return head.count("(") == head.count(")") and not re.search(r",\s(?:and|or)\s", plain)
