"""English things to do that are named by a noun, "Math test": the verb that does them, and their article."""

from __future__ import annotations

import re
from functools import cache

from careerdoc.composing.joining.english.verbs import WORDS, base_of_gerund

_DEEDS: dict[str, str] = {noun: deed for deed, nouns in WORDS["deeds"].items() for noun in nouns}
_SPANS = frozenset(WORDS["spans"]["words"])
_MASS = frozenset(WORDS["mass"]["words"])

_COUNTED = frozenset(WORDS["counted"]["words"])

_BOTH = frozenset(WORDS["both"]["words"])

_END = re.compile(
    r"\s*[(:;]|,(?!\d)|\s+[—–-]\s|\s(?:for|with|at|in|on|of|to|from|by|about|every|each|that|who|which|per|until|during|through|"
    r"toward|towards|before|after|without|within|a|an|and|or|paid|held|offered|taught|where|when|because|since|like|twice|once|"
    r"three times)\b",
    re.IGNORECASE,
)
"""Where the noun of a phrase has been named: what follows tells more about it."""
_DETERMINED = re.compile(
    r"(?:a|an|the|my|our|his|her|their|this|that|these|those|each|every|all|both|any|some|no|more|most|many|several|few|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|at least|another|half|\d[\d,.]*)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:every|each|per|a (?:day|week|month|year|term|semester))\b", re.IGNORECASE)
_VOWEL_LETTERS = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an MBA, an RN, but a UPS driver."""
_VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|honou?r|heir", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"one\b|once\b|eu|ewe|uni(?!n|m)|use|usa|usu|uti|uk|ura", re.IGNORECASE)


def article(phrase: str) -> str:
    """``a`` or ``an``, by how the first word sounds."""
    word = (re.findall(r"[A-Za-z0-9']+", phrase) or [""])[0]
    if word.isupper() and len(word) > 1 and not _is_said_as_word(word):
        return "an" if word[0] in _VOWEL_LETTERS else "a"
    if word[:1] == "8" or word in {"11", "18"}:
        return "an"
    return "an" if _VOWEL_SOUND.match(word) and not _CONSONANT_SOUND.match(word) else "a"


def _is_said_as_word(acronym: str) -> bool:
    """Whether capitals are read as a word (NASA, TEAS) and not letter by letter (MBA, RN): they hold vowels inside."""
    return len(acronym) > 3 and re.search(r"[AEIOU]", acronym[1:]) is not None


def names_a_deed(verb: str, rest: str) -> bool:
    """Whether a verb is a noun before the one thing that it belongs to: "study group", "volunteer hours"."""
    word = re.split(r"[^\w'-]", rest, maxsplit=1)[0].lower()
    single = word in _DEEDS and not word.endswith("s") and word not in _MASS
    return verb in _BOTH and (single or word in _SPANS)


def is_compound(phrase: str) -> bool:
    """Whether a gerund stands before the one noun that it belongs to: "Reading test", not "Getting accepted into …"."""
    return len(_named(phrase).split()) == 2 and bool(doing(phrase))


def _named(phrase: str) -> str:
    return phrase[: found.start()] if (found := _END.search(phrase)) else phrase


def is_gerund_noun(word: str) -> bool:
    """Whether a word in -ing is rather a thing than an action: "tutoring", "training"."""
    return word in _MASS and word.endswith("ing")


@cache
def doing(phrase: str) -> str:
    """The phrase as an action, "take the math test"; an empty string where no verb is known for its noun."""
    if phrase[:1] in "$€£":
        return f"set aside {phrase}"
    if re.match(r"an? [A-F][+-]? in\b", phrase, re.IGNORECASE):
        return f"earn {_small(phrase)}"
    named = _named(phrase)
    words = named.split()
    if not words:
        return ""
    head = words[-1].lower().rstrip(".!")
    if head in _SPANS:
        whole = phrase[len(named) :].startswith(" of ") or not _DETERMINED.match(phrase)
        verb = "complete" if whole else "spend"
        return f"{verb} {_small(phrase)}"
    deed = _DEEDS.get(" ".join(words[-2:]).lower()) or _DEEDS.get(head) or _DEEDS.get(_singular(head), "")
    if not deed or (len(words) == 1 and base_of_gerund(head) and head not in _MASS):
        return ""
    verb, _, mark = deed.rpartition(" ") if deed.endswith((" a", " an", " the", " my")) else (deed, "", "")
    return f"{verb} {_marked(phrase, words, head, mark)}"


def with_article(phrase: str) -> str:
    """The phrase with the article that it lacks, where its noun is known to take one: "an offer letter"."""
    words = _named(phrase).split()
    head = words[-1].lower() if words else ""
    known = head in _COUNTED or (head in _DEEDS and head not in _MASS and not head.endswith("s"))
    return f"{article(phrase)} {_small(phrase)}" if known and not _DETERMINED.match(phrase) else phrase


def _marked(phrase: str, words: list[str], head: str, mark: str) -> str:
    """The phrase with the article that it lacks."""
    if _DETERMINED.match(phrase):
        return _small(phrase)
    if "'s" in words[0] and head == "degree":
        return f"{article(phrase)} {_small(phrase)}"
    if len(words) > 1 and sum(word[:1].isupper() for word in words) == len(words) and mark != "my":
        return phrase  # a name: "Introduction to Sociology"
    plural = head.endswith("s") and not head.endswith(("ss", "'s", "us"))
    if not mark or head in _MASS or (plural and mark != "my"):
        return _small(phrase)
    if mark in {"a", "an"} or (mark == "the" and _AGAIN.search(phrase)):
        return f"{article(phrase)} {_small(phrase)}"
    return f"{mark} {_small(phrase)}"


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _small(phrase: str) -> str:
    """A small first letter, unless the first word has other capitals or figures: AWS, MyIDP, D1."""
    first = phrase.split(" ", 1)[0]
    if first in {"A", "An"}:
        return first.lower() + phrase[len(first) :]
    return phrase if first[1:] != first[1:].lower() or len(first.rstrip(".")) == 1 else phrase[:1].lower() + phrase[1:]
