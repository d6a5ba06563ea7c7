"""English clauses: steps, goals and other texts of students in any form, as they stand within a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.forms import after, is_clause, is_told
from careerdoc.composing.joining.english.nouns import article, doing, is_compound, is_gerund_noun, names_a_deed
from careerdoc.composing.joining.english.person import in_third_person
from careerdoc.composing.joining.english.times import Times
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

_COMMA = re.compile(r",(?!\d| \d{4}\b)")
_MY_WILL = re.compile(
    r"(?:I(?:['’]ll| will| want to| wanna|['’]m going to| am going to| plan to| plan on|['’]d like to| would like to|"
    r" hope to| need to| have to| intend to| should| must|['’]m planning to| am planning to| aim to)|to|(?:my )?goal:|"
    r"(?:want|need|plan|hope|trying|try|have) to(?= [a-z]))\s+(?:be able to\s+)?",
    re.IGNORECASE,
)
_MY_HAVE = re.compile(r"(?:I(?:['’]ve| have)?)\s+(?:already\s+)?", re.IGNORECASE)
_MYSELF = re.compile(r"I(?:\b|['’])")
_NOT = re.compile(r"(?:I (?:will not|won['’]t)|don['’]t|do not|never|no longer)\s+", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<mark>\*\*|__)(?P<label>[^*_]{2,60}?)(?::(?P=mark)|(?P=mark):)\s*(?P<rest>\S.*)", re.DOTALL)
_NEVER_LOWER = re.compile(r"(?:I\b|I'|[A-Z][^a-z\s'A-Z]|[B-HJ-Z]\b|[A-Z]{2}|[A-Z][a-z]+[A-Z])")
_DETERMINER = r"(?:a|an|the|my|our|your|his|her|their|this|that|these|those|it|them)"
_BEHIND_VERB = re.compile(
    rf"(?:{_DETERMINER}|one|two|three|four|five|six|ten|at|in|on|with|for|to|by|from|about|all|both|each|every|more|some|"
    r"\w+ly)\b",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(rf"[a-z-]+ (?:{_DETERMINER}|two|three|four|five|six)\b")
_JOINED = r"(?:(?<= and )|(?<= or )|(?<=[a-z], ))"
_JOINED_PAST = re.compile(
    rf"{_JOINED}(?P<verb>[a-z]+)\b(?= (?:(?:{_DETERMINER}|to|for|with|in|on|about|at)\b|[A-Z0-9])|$)"
)
_JOINED_GERUND = re.compile(rf"{_JOINED}(?P<verb>[a-z-]+ing)\b(?= (?:{_DETERMINER}|to|for|with|in|on|at|how)\b)")
_AFTER_AND = frozenset(
    {"work", "practice", "research", "study", "travel", "cover", "exercise", "report", "test", "plan"}
)
"""Verbs that are rather nouns at the end of a text: "finish homework and practice"."""
_CHAIN = re.compile(r"(?:[a-z]+ing, )*(?:and|or) [a-z]+ing\b")
_GOING = re.compile(
    r"(?:to|on|over|through|back|for|out|into|home|abroad|after|with|beyond|up|full|all|see|without|in|down|a|\w+ing)\b"
)
_OF_THIS = frozenset({"complete", "deliver", "finish", "submit"})
"""Verbs that want an object: "Complete by May 2027"."""
_OF_ANOTHER = frozenset(word for word in FINITE if word.endswith("s") or word in {"are", "will", "can", "must"})
"""Verbs of a subject that stands before them."""
_LED = re.compile(
    r"(?:after|before|once|when|if|in|on|during|by|every|each|at|over|from|this|next|starting|while|until|as soon as)\s"
    r"[^,;:.]{2,60},\s(?!and\b|or\b)",
    re.IGNORECASE,
)
"""Words before an action that say when, with their comma: "After the exam, apply"."""
_PARTICIPLE_FIRST = re.compile(r"(?P<adverb>[A-Za-z]+ly) (?P<rest>[a-z]+ed\b.*)", re.DOTALL)
_OCCUPATION = re.compile(
    r"(?:(?!paper|number|offer|career|semester|summer|order|letter|chapter|computer|year|calendar|seminar|water|power|other|"
    r"center|degree)\w+(?:er|or|ist|ian|man|woman)|assistant|accountant|president|resident|student|lieutenant|consultant|attendant|agent|superintendent|"
    r"\w*(?:nurse|chef|mechanic|tech|aide|pilot|clerk|therapist|analyst|cook|judge|nanny|artist|doula|midwife|barista|guide|"
    r"coach|vet|attorney|advocate|hygienist|specialist|lead|executive|surgeon|officer|scholar|medic|doctor|journeyman))",
    re.IGNORECASE,
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
        if len(parts) == 2 and re.search(r" and |: |,(?!\d)", parts[0]):
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

    def verb_phrase(self, text: str) -> str:
        """The text as it follows "I will", or an empty string where no action can be told from it."""
        plain = self.clean(text)
        if _NOT.match(plain) or _LED.match(plain):
            return ""
        if (labelled := _LABELLED.fullmatch(plain)) is not None:
            return self._labelled_phrase(labelled["label"].strip(), labelled["rest"])
        meant = after(_MY_WILL, plain)
        if meant != plain and meant[:1].isalpha():
            return self._action(meant) or f"{meant[:1].lower()}{meant[1:]}"  # what follows "to" is a verb
        if _MYSELF.match(plain):
            return ""
        nominal = next((n for n in NOMINALS if plain.lower().startswith(n + " ") or plain.lower() == n), "")
        if nominal:
            return f"{NOMINALS[nominal]}{plain[len(nominal) :]}"
        return self._action(plain) or ("" if is_told(plain) else doing(plain))

    def _labelled_phrase(self, label: str, rest: str) -> str:
        """What a label in bold introduces: "**Backend:** Set up a project" is to "set up a project (backend)"."""
        action = self._action(rest)
        if (named := self._action(label)) and label.split(maxsplit=1)[0].lower() not in NOUNS_TOO:
            return f"{named}: {action or self.lower(rest)}"
        return f"{action} ({self.lower(label)})" if action and "(" not in action else action

    def _action(self, plain: str) -> str:
        """A phrase that begins with a verb, as the imperative has it."""
        word, _, rest = plain.partition(" ")
        first = word.lower().rstrip(",:")
        if first.endswith("ly") and is_verb(rest.partition(" ")[0].lower()):
            return f"{first}{word[len(first) :]} {rest}"
        if self._is_thing(first, rest, plain):
            return ""
        # A word before an article or a pronoun is a verb, whether or not it is in the list: "Precept a student".
        taking = _TAKES_OBJECT.match(plain[:1].lower() + plain[1:]) and not base_of_past(first)
        taking = taking and first not in ORDINARY and not _BEHIND_VERB.match(first)
        if is_verb(first) or (taking and not first.endswith("ing")):
            rest = f"this {rest}" if first in _OF_THIS and re.match(r"(?:by|until|in [A-Z]\w+ \d{4})\b", rest) else rest
            return f"{first}{word[len(first) :]} {rest}".rstrip()
        if first.endswith("ing") and not _BEHIND_VERB.match(rest) and is_compound(plain):
            return ""  # "Reading test", "Cooking class"
        base = base_of_gerund(first) or self._unknown_gerund(first, rest)
        return f"{base}{word[len(first) :]} {_without_ing(rest, chained=word.endswith(','))}".rstrip() if base else ""

    def _is_thing(self, first: str, rest: str, plain: str) -> bool:
        """Whether a phrase names a thing, though its first word could be a verb: "Study group", "Offer letter"."""
        if rest.partition(" ")[0] in _OF_ANOTHER:
            return True  # "Work slows down in spring"
        if first == "go":
            return _GOING.match(rest) is None and bool(rest)  # a language, a board game
        if _BEHIND_VERB.match(rest):
            return False
        if first in NOUNS_TOO and rest[:1].isalpha():
            return True
        return names_a_deed(first, rest) or (is_gerund_noun(first) and bool(doing(plain)))

    def _unknown_gerund(self, word: str, rest: str) -> str:
        """The base of a gerund that is in no list, told from the word behind it: "playtesting with five people"."""
        stem = word[:-3]
        if not word.endswith("ing") or len(stem) < 4 or not _BEHIND_VERB.match(rest):
            return ""
        return stem + "e" if re.search(r"(?:[cguvz]|is)$", stem) else stem

    def led_phrase(self, text: str) -> str:
        """An action behind the words that lead into it, as a sentence: "After the exam, I will apply"; else nothing."""
        plain = self.clean(text)
        match = _LED.match(plain)
        action = self.verb_phrase(plain[match.end() :]) if match else ""
        return f"{self.capital(match[0].strip())} I will {action}" if match and action else ""

    def not_phrase(self, text: str) -> str:
        """What is not to be done, as it follows "I will": "not skip", "no longer smoke"; else an empty string."""
        plain = self.clean(text)
        match = _NOT.match(plain)
        action = plain[match.end() :] if match else ""
        base = base_of_gerund(action.partition(" ")[0].lower())
        if match is None or not (base or is_verb(action.partition(" ")[0].lower())):
            return ""
        word = {"never": "never", "no longer": "no longer"}.get(match[0].strip().lower(), "not")
        return f"{word} {self._action(action) if base else action}"

    def past_phrase(self, text: str) -> str:
        """The text as it follows "I" when it is done, or an empty string."""
        plain = after(_MY_HAVE, after(_MY_WILL, self.clean(text)))
        word, _, rest = plain.partition(" ")
        if base_of_past(word.lower()) and not is_verb(word.lower()):
            return f"{word.lower()} {rest}".rstrip()
        if match := _PARTICIPLE_FIRST.fullmatch(plain):
            return f"{match['adverb'].lower()} {match['rest']}"  # "Successfully pushed my first file"
        match = re.match(
            r"((?:(?!(?:apply|supply|reply|rely|fly|comply|rally|multiply) )\w+ly )?[\w-]+)(.*)",
            self.verb_phrase(plain),
            re.DOTALL,
        )
        if match is None:
            return ""
        before, _, verb = match[1].rpartition(" ")
        return f"{before} {past(verb)}{_JOINED_PAST.sub(_past_too, match[2])}".lstrip()

    def becoming(self, text: str) -> str:
        """An occupation as it follows "to": ``become a nurse``; an empty string for anything else."""
        text = self.clean(text)
        head = re.split(r",|\s(?:in|who|with|at|for|of|to|and|or)\s", text)[0]
        nouns = [part.split()[-1] for part in head.split("/") if part.strip()]
        named = any(map(_OCCUPATION.fullmatch, nouns)) and not is_clause(text) and not self._action(text)
        if not named and not re.fullmatch(r"an?\s[A-Z]{2,5}", text):
            return ""
        lowered = self.lower(text)
        determined = re.match(r"(?:a|an|the)\s", lowered)
        return f"become {lowered if determined else f'{article(lowered)} {lowered}'}"


def _past_too(match: re.Match[str]) -> str:
    verb = match["verb"]
    alone = match.end() == len(match.string) and verb in _AFTER_AND
    return past(verb) if is_verb(verb) and not alone else verb


def _without_ing(rest: str, *, chained: bool) -> str:
    """What follows a gerund, with the gerunds that are joined to it as verbs, too: "and maintaining routers"."""

    def plainly(match: re.Match[str]) -> str:
        return base_of_gerund(match[0]) or match[0]

    chain = _CHAIN.match(rest) if chained or rest.startswith(("and ", "or ")) else None
    if chain:
        rest = re.sub(r"[a-z-]+ing\b", plainly, chain[0]) + rest[chain.end() :]
    return _JOINED_GERUND.sub(plainly, rest)
