"""Titles in sentence case (APA 6.17) and in title case (APA 6.17, MLA 2.90). Only titles in English are changed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.citing.runs import text_of

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.citing.runs import Runs

_WORD = re.compile(r"[^\W\d_][\w'’.]*(?<![.'’])|\d[\w]*")
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "nor", "of", "off", "on",
    "onto", "or", "out", "over", "per", "so", "the", "to", "up", "via", "with", "yet",
})  # fmt: skip
_PREPOSITIONS = frozenset({
    "about", "above", "across", "after", "against", "along", "among", "around", "as", "at", "before", "behind",
    "below", "beneath", "beside", "besides", "between", "beyond", "by", "despite", "during", "except", "for",
    "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "past",
    "since", "than", "through", "throughout", "till", "to", "toward", "towards", "under", "underneath", "until",
    "unto", "up", "upon", "versus", "via", "vs", "with", "within", "without",
})  # fmt: skip
_PARTICLES = frozenset({
    "up", "on", "in", "over", "down", "off", "out", "through", "past", "by", "about", "around", "across",
    "before", "after", "since", "like",
})  # fmt: skip
"""Prepositions that are adverbs as often: in capitals they are taken for those."""
_MLA_SMALL = _PREPOSITIONS | frozenset({
    "a", "an", "the", "and", "but", "for", "nor", "or", "so", "yet",
})  # fmt: skip
_COMMON = re.compile(
    r"(?:tion|sion|ment|ing|ness|ship|ity|ance|ence|ics|ies|ings|ers|ors|als|ism|ist|ists|ive|ives|tions|ments|logy|graphy|"
    r"ful|less|able|ible|ous|guide|handbook|careers?|jobs?|work|skills?|theory|design|report|education|health|care|plan|"
    r"plans|analysis|survey|study|students?|outlook|success|workplace|learning|college|choice|future|life|change|power|"
    r"ss|[^s]s|ed|ic|ly|ary|al)\Z"
)
_OPENS = re.compile(r"(?:[:?!—]|[a-z]{3}\.|\s[–-])\s+[\"“‘'(]*\Z|—\Z|\A[\"“‘'(¿¡]*\Z")
_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St)\.\s+\Z")
"""After these comes a name."""


@cache
def _proper() -> frozenset[str]:
    """Words that begin with a capital wherever they stand: countries, states, peoples, languages, months …."""
    lines = (Path(__file__).parent / "proper-nouns.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def sentence_case(runs: Runs, names: AbstractSet[str] = frozenset()) -> Runs:
    """A title whose words all begin with a capital, in sentence case; one that is in it already stays.

    ``names`` are more words to be left with their capitals. What stands in ``{…}`` stays as it is.
    """
    whole = text_of(runs)
    shouted = whole.isupper() and " " in whole
    if not shouted and not _is_title_case(runs, names):
        return runs
    out, before = [], ""
    for run in runs:
        out.append(run if run.kept else replace(run, text=_lowered(run.text, before, names, shouted=shouted)))
        before += run.text
    return tuple(out)


def _is_title_case(runs: Runs, names: AbstractSet[str]) -> bool:
    """Whether every word that title case would begin with a capital does, names set aside."""
    telling = []
    before = ""
    for run in runs:
        for match in _WORD.finditer(run.text) if not run.kept else ():
            word = match[0]
            opens = _OPENS.search((before + run.text[: match.start()])[-8:] if before or match.start() else "")
            if opens or word.casefold() in _SMALL or not word[0].isalpha() or _stays(word, names):
                continue
            telling.append(word)
        before += run.text
    if not telling or not all(word[0].isupper() for word in telling):
        return False
    return len(telling) > 1 or bool(_COMMON.search(telling[0].casefold()))


def _stays(word: str, names: AbstractSet[str]) -> bool:
    return (
        word == "I"
        or (len(word) > 1 and not word[1:].islower() and not word.isdigit())
        or word in _proper()
        or re.sub(r"['’]s?$", "", word) in _proper()
        or word in names
    )


def _lowered(text: str, before: str, names: AbstractSet[str], *, shouted: bool) -> str:
    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if shouted:
            word = word.capitalize() if word.capitalize() in _proper() else word.lower()
        elif _stays(word, names):
            return word
        so_far = before + text[: match.start()]
        if _TITLED.search(so_far[-8:]) or word in {"Dr", "Mr", "Mrs", "Ms", "Prof", "St"}:
            return match[0]
        if _OPENS.search(so_far[-8:]):
            return word[:1].upper() + word[1:]
        return word if word in _proper() else word[:1].lower() + word[1:]

    return _WORD.sub(lower, text)


def title_case(runs: Runs, *, mla: bool = True) -> Runs:
    """A title with its words in capitals but articles, prepositions, conjunctions and the ``to`` of infinitives.

    MLA 2.90 has all prepositions small, APA 6.17 those of three letters and fewer.
    """
    whole = text_of(runs)
    last = max((match.start() for match in _WORD.finditer(whole)), default=0)
    out, at = [], 0
    for run in runs:
        changed = run.text if run.kept else _titled(run.text, whole, at, last, _MLA_SMALL if mla else _SMALL)
        out.append(replace(run, text=changed))
        at += len(run.text)
    return tuple(out)


def _titled(text: str, whole: str, offset: int, last: int, small: AbstractSet[str]) -> str:
    def cased(match: re.Match[str]) -> str:
        word, at = match[0], offset + match.start()
        edge = at == last or _OPENS.search(whole[max(0, at - 8) : at] if at else "")
        if word.casefold() in small and not edge:
            as_adverb = word[0].isupper() and word.casefold() in _PARTICLES
            return word if as_adverb or (not word[1:].islower() and len(word) > 1) else word.lower()
        if at and whole[at - 1] == "-" and word.casefold() in small:
            return word
        return word[0].upper() + word[1:] if word.islower() else word

    return _WORD.sub(cased, text)
