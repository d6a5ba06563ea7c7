"""English clauses: steps, goals and time frames in any form, as they stand within a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.nouns import doing, is_compound, is_gerund_noun, names_a_deed
from careerdoc.composing.joining.english.person import in_third_person
from careerdoc.composing.joining.english.times import SIGNS, Times
from careerdoc.composing.joining.english.verbs import (
    FINITE,
    NOMINALS,
    NOUNS_TOO,
    ORDINARY,
    PROPER,
    base_of_gerund,
    base_of_past,
    is_verb,
    past,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")
_COMMA = re.compile(r",(?!\d)")
_MY_WILL = re.compile(
    r"(?:I(?:['’]ll| will| want to|['’]m going to| am going to| plan to| plan on|['’]d like to| would like to| hope to|"
    r" need to| have to| intend to| should|['’]m planning to| aim to)|to)\s+(?:be able to\s+)?",
    re.IGNORECASE,
)
_MY_HAVE = re.compile(r"(?:I(?:['’]ve| have)?)\s+(?:already\s+)?", re.IGNORECASE)
_MYSELF = re.compile(r"I(?:\b|['’])")
_NOT = re.compile(r"(?:I (?:will not|won['’]t)|don['’]t|do not|never)\s+", re.IGNORECASE)
_ABBREVIATED = (
    (re.compile(r"\bw/\s+"), "with "),
    (re.compile(r"\bw/o\s+"), "without "),
    (re.compile(r"\s+&\s+"), " and "),
)
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
    r"(?:I|I'm|I've|We|It|They|Everyone|Everybody|Nobody|Somebody|Someone|People|There|This|That|These|Those|You|He|She|My|Our|Because|Since|If|When|As)\b"
)
_NEVER_LOWER = re.compile(r"(?:I\b|I'|[A-Z][^a-z\s'A-Z]|[B-HJ-Z]\b|[A-Z]{2}|[A-Z][a-z]+[A-Z])")
_MANY = re.compile(
    r"(?<!\bMs)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.!?]\s+(?=\S)"
)
"""An end of a sentence with another one after it; a title before a name is none."""
_BEHIND_VERB = re.compile(
    r"(?:a|an|the|my|our|your|his|her|their|this|that|these|those|it|them|one|two|three|four|five|six|ten|at|in|on|with|for|"
    r"to|by|from|about|all|both|each|every|more|some|\w+ly)\b",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(
    r"[a-z-]+ (?:a|an|the|my|our|your|his|her|their|this|that|these|those|it|them|two|three|four|five|six)\b"
)


class Clauses(Times):
    """The student's words as the clauses of English sentences."""

    def of_another(self, text: str, name: str = "") -> str:
        """See ``Joining``."""
        return in_third_person(text, name)

    def listed(self, items: Sequence[str]) -> str:  # type: ignore[override] # a sequence is what callers have
        """``a``, ``a and b``, ``a, b, and c``; with semicolons where an item has a comma."""
        parts = list(items)
        if len(parts) == 2 and parts[0].count(" — ") % 2:
            return " — and ".join(parts)
        if len(parts) == 2 and (" and " in parts[0] or ": " in parts[0] or _COMMA.search(parts[0])):
            return ", and ".join(parts)
        if len(parts) < 3:
            return " and ".join(parts)
        mark = ";" if any(_COMMA.search(part) for part in parts) else ","
        return f"{f'{mark} '.join(parts[:-1])}{mark} and {parts[-1]}"

    def lower(self, text: str) -> str:
        """The text for the middle of a sentence: a small first letter, unless the word is a name or an acronym."""
        if _NEVER_LOWER.match(text):
            return text
        first = re.match(r"[A-Za-z'-]+", text)
        if first is None:
            return text
        word = first[0].lower()
        ordinary = is_verb(word) or base_of_gerund(word) or base_of_past(word) or word in ORDINARY
        names_follow: object = re.match(r"[A-Z][a-z]+\s+(?:of\s+)?[A-Z][a-z]", text)
        # A later capital makes a name of it: "Introduction to Sociology", "Prof. Haddad".
        named = re.split(r"[,;:(—]", text, maxsplit=1)[0]
        later = [name for name in re.findall(r"[a-z.] ([A-Z][a-z]+)", named) if name.lower() not in PROPER]
        names_follow = names_follow or bool(later)
        proper = (names_follow and not ordinary) or word in PROPER
        return text if proper else text[:1].lower() + text[1:]

    # ── clauses ──

    def clean(self, text: str) -> str:
        """A text for the middle of a sentence: no end mark, days and abbreviations written out."""
        plain = SIGNS.sub("", self.markdown(text)).strip().rstrip(".!")
        plain = _DAY.sub(lambda match: self.written(match[0]), plain)
        for short, written in _ABBREVIATED:
            plain = short.sub(written, plain)
        return plain

    def verb_phrase(self, text: str) -> str:
        """The text as it follows "I will", or an empty string where no action can be told from it."""
        plain = self.clean(text)
        if _NOT.match(plain):
            return ""
        meant = _after(_MY_WILL, plain)
        if meant != plain and meant[:1].isalpha():
            return self._action(meant) or f"{meant[:1].lower()}{meant[1:]}"  # what follows "to" is a verb
        if _MYSELF.match(plain):
            return ""
        nominal = next((n for n in NOMINALS if plain.lower().startswith(n + " ") or plain.lower() == n), "")
        if nominal:
            return f"{NOMINALS[nominal]}{plain[len(nominal) :]}"
        return self._action(plain) or ("" if self.is_told(plain) else doing(plain))

    def _action(self, plain: str) -> str:
        """A phrase that begins with a verb, as the imperative has it."""
        word, _, rest = plain.partition(" ")
        first = word.lower().rstrip(",:")
        if first.endswith("ly") and is_verb(rest.partition(" ")[0].lower()):
            return f"{first}{word[len(first) :]} {rest}"
        if first in NOUNS_TOO and rest[:1].isalpha() and not _BEHIND_VERB.match(rest):
            return ""
        if not _BEHIND_VERB.match(rest) and (names_a_deed(first, rest) or (is_gerund_noun(first) and doing(plain))):
            return ""  # "Study group", "Tutoring twice a week"
        # A word before an article or a pronoun is a verb, whether or not it is in the list: "Precept a student".
        taking = _TAKES_OBJECT.match(plain[:1].lower() + plain[1:]) and not _BEHIND_VERB.match(first)
        taking = taking and not first.endswith("ing") and not base_of_past(first)
        imperative = is_verb(first) or taking
        if not imperative and first.endswith("ing") and not _BEHIND_VERB.match(rest) and is_compound(plain):
            return ""  # "Reading test", "Cooking class"
        base = first if imperative else base_of_gerund(first) or self._unknown_gerund(first, rest)
        return f"{base}{word[len(first) :]} {rest}".rstrip() if base else ""

    def _unknown_gerund(self, word: str, rest: str) -> str:
        """The base of a gerund that is in no list, told from the word behind it: "playtesting with five people"."""
        stem = word[:-3]
        if not word.endswith("ing") or len(stem) < 4 or not _BEHIND_VERB.match(rest):
            return ""
        return stem + "e" if re.search(r"(?:[cguvz]|is)$", stem) else stem

    def not_phrase(self, text: str) -> str:
        """What is not to be done, as it follows "I will not"; an empty string for anything else."""
        plain = self.clean(text)
        match = _NOT.match(plain)
        return plain[match.end() :] if match and is_verb(plain[match.end() :].partition(" ")[0].lower()) else ""

    def is_told(self, text: str) -> bool:
        """Whether a text is a sentence with a subject of its own: "The store page has to be ready by July"."""
        found = _SUBORDINATE.search(text)
        main = text[: found.start()] if found else text
        return len(text.split()) > 3 and _AUXILIARY.search(main) is not None

    def past_phrase(self, text: str) -> str:
        """The text as it follows "I" when it is done, or an empty string."""
        plain = _after(_MY_HAVE, _after(_MY_WILL, self.clean(text)))
        word, _, rest = plain.partition(" ")
        if base_of_past(word.lower()) and not is_verb(word.lower()):
            return f"{word.lower()} {rest}".rstrip()
        match = re.match(r"((?:(?!apply|supply|reply|rely)\w+ly )?[\w-]+)(.*)", self.verb_phrase(plain), re.DOTALL)
        if match is None:
            return ""
        changed = re.sub(r"(?<= and )([a-z]+)\b", lambda m: past(m[1]) if is_verb(m[1]) else m[1], match[2])
        before, _, verb = match[1].rpartition(" ")
        return f"{before} {past(verb)}{changed}".lstrip()


def _after(pattern: re.Pattern[str], text: str) -> str:
    """The text without what a pattern finds at its start."""
    match = pattern.match(text)
    return text[match.end() :] if match else text


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
