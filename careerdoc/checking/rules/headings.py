"""A rule on headings that are nearly the name of a part: "Challanges". Their part is not found as it is."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.findings import Level
from careerdoc.reading import language
from careerdoc.reading.languages import normalize
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.plan.model import Plain

MOST_WORDS = 6
LONGEST = 60
"""Words and characters of a heading that can name a part."""

ALIKE = 0.85
"""From here on a long word with two slips is another one misspelt (difflib's ratio)."""

_FINE = (
    "actividades alternates analyses analyste analysts analysée arbeitern arrive auction auctions barristers "
    "başardılar bones caminhão camion carer carers challengers choose clashes clauses cloning competed "
    "completando concussion contactés contracts contratos dairy decoded derided derision dönme envisagées "
    "erfolgte erreichst estratégicas fiables financiers histórica ideais improvise instruction instrumentals "
    "kruse latter leaning lines marches menacées miene mooney objectivo objectivos packing parcourus parsing "
    "parting passando passes personally personnels pessoais practise prochains programmes programmées progressão "
    "reaping rearing redding reelection regarding rejections reloading retirements reviewers revolutions "
    "rewarding schwachen signatories starken strategists strengthens summarily termine there threads threatens "
    "throats topical trailing vereinte verglich zeile ведение выступление интересны контракты подписки профессии"
)
FINE = frozenset(_FINE.split())
"""Words of their own that are a letter away from one of ours."""


@rule("CD127", "misspelt-heading", Level.ADVICE)
def misspelt_heading(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A heading that is nearly a known one is spelt as that one."""
    for heading in _headings(plan):
        said = normalize(heading) if len(heading) <= LONGEST else ""
        for wrong, right in _slips(said, plan.language):
            title = " ".join(right if word == wrong else word for word in said.split())
            if language(plan.language).role(title):
                yield _found(heading, wrong, right)
                break


def _headings(plan: Plan) -> Iterator[Plain]:
    """The headings that name no part; the first one may have been taken for the plan's title."""
    if plan.title and plan.title.span.source.line_text(plan.title.span.line).lstrip().startswith("#"):
        yield plan.title
    yield from (part.title for part in plan.parts if not part.role)


def _slips(title: str, code: str) -> Iterator[tuple[str, str]]:
    """The words of a heading that are nearly a word of ours, each with that word."""
    words = title.split()
    for word in words if len(words) <= MOST_WORDS else ():
        yield from ((word, right) for right in _meant(word, code))


@lru_cache(maxsize=4096)
def _meant(word: str, code: str) -> tuple[str, ...]:
    """The words of known headings that a word is nearly, most alike first; none where it is a word of its own."""
    known = _known_words(code)
    if len(word) < 4 or word in FINE or not word.isalpha() or any(word in words for words in known.values()):
        return ()
    near = [right for right in known.get(_bare(word[0]), ()) if _is_slip(word, right, english=code[:2] == "en")]
    return tuple(sorted(near, key=lambda right: (-SequenceMatcher(None, word, right).ratio(), right)))


@cache
def _known_words(code: str) -> dict[str, frozenset[str]]:
    """The words of the headings of a language, by their first letter without accents."""
    words = defaultdict[str, set[str]](set)
    for phrase in language(code).headings:
        for word in phrase.split():
            if len(word) > 4 and word.isalpha():
                words[_bare(word[0])].add(word)
    return {letter: frozenset(found) for letter, found in words.items()}


def _bare(text: str) -> str:
    """A text without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _is_slip(wrong: str, right: str, *, english: bool) -> bool:
    """Whether one word is another mistyped.

    Two letters changed places, an accent is missing, a letter within is doubled or single; in longer words, a letter
    within is left out or put in, and in English, where words have few forms, changed, or two are. A change at the end
    makes another form of a word.
    """
    if abs(len(wrong) - len(right)) > 2:
        return False
    if _bare(wrong) == _bare(right):
        return len(wrong) > 4 and _bare(wrong) == wrong
    one, two, before, end = _differing(wrong, right)
    if len(one) == 2 and one == two[::-1]:
        return True
    if not end:
        return False
    if len(one) + len(two) == 1:
        doubled = before.endswith(one or two)
        return len(wrong) > (4 if doubled else 6 if english else 7)
    if not english:
        return False
    if len(one) == len(two) == 1:
        return len(wrong) > 6
    return len(wrong) > 8 and SequenceMatcher(None, wrong, right).ratio() >= ALIKE


def _differing(wrong: str, right: str) -> tuple[str, str, str, int]:
    """Where two words differ: the letters of each, those before, and how many stand behind."""
    shorter = min(len(wrong), len(right))
    start = next((i for i in range(shorter) if wrong[i] != right[i]), shorter)
    end = 0
    while end < shorter - start and wrong[-1 - end] == right[-1 - end]:
        end += 1
    return wrong[start : len(wrong) - end], right[start : len(right) - end], right[:start], end


def _found(heading: Plain, wrong: str, right: str) -> Found:
    """The finding, at the word itself where it can be told."""
    span, source = heading.span, heading.span.source
    text = span.text.casefold()
    at = text.find(wrong) if text.count(wrong) == 1 and len(text) == len(span.text) else -1
    if at < 0:
        return Found(f'"{heading}" looks like a heading with "{right}"', span, f'write "{right}"')
    place = source.span(span.start + at, span.start + at + len(wrong))
    right = right.upper() if place.text.isupper() else right.capitalize() if place.text[0].isupper() else right
    message = f'"{place.text}" is no known heading; "{right}" is'
    return Found(message, place, f'did you mean "{right}"?', (Edit(place, right),))
