"""Reasons, measures and challenges in English, joined to what they are said of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.forms import begins_a_sentence, is_clause, is_several, is_told
from careerdoc.composing.joining.english.lists import NUMBERS
from careerdoc.composing.joining.english.nouns import with_article
from careerdoc.composing.joining.english.steps import Steps
from careerdoc.composing.joining.english.verbs import base_of_gerund

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.plan import Barrier

_PROOF = (
    "{} will show that I have reached it",
    "the proof will be {}",
    "I will measure my success by {}",
    "what will show it is {}",
)
_HAVING = ("I will have reached it once I have {}", "I will know that I am there once I have {}")
_KNOWING = (
    "I will know that I have reached it when {}",
    "I will be there when {}",
    "It will be reached when {}",
)
_BECAUSE = (", because ", ", since ", ", for ")
_IN_ORDER = (" in order to ", ", so that I can ")
_LETS = ("It lets me {}", "In this way, I can {}", "It is my way to {}")
_REASONS = ("The reason is", "I am doing this for", "What draws me is")
_MEANS = ("{}, and I will meet this with {}", "{}. My answer is {}", "{}, and what will help is {}")
_ANSWERS = (
    "{}, so I will {}",
    "{}. My answer is to {}",
    "{}, which is why I will {}",
    "{}. To deal with this, I will {}",
    "{}, and I plan to {}",
)
_BARRIERS = ("One is", "Another is", "There is also", "A further one is")
_LONGEST_GROUND, _LONGEST_SUBJECT = 24, 12
"""Words of a ground that is joined to its goal, and of a thing that a sentence can begin with."""


class Grounds(Steps):
    """What stands behind a goal, and in its way."""

    def ground(self, why: str) -> str:
        """A ground as the end of the goal's sentence, where it is no sentence of its own; else an empty string."""
        text = why.rstrip(".")
        if not text or "\n" in text or is_several(text) or len(text.split()) > _LONGEST_GROUND:
            return ""
        if match := re.match(r"(?:because|so that|in order to|since|so)\s", text, re.IGNORECASE):
            comma = "" if match[0].lower().startswith("in order") else ","
            return f"{comma} {text[:1].lower()}{text[1:]}"
        if re.match(r"to\s[a-z]", text, re.IGNORECASE):
            return f"{self.turns.next(_IN_ORDER)}{text[3:]}"
        joined = text[:1].islower() and (is_clause(text) or is_told(text))
        return f"{self.turns.next(_BECAUSE)}{text}" if joined else ""

    def reason(self, why: str) -> str:
        """A reason that is a sentence stands; any other is joined."""
        text = self.markdown(why).strip()
        if "\n\n" in text or is_several(text) or self.ends(text):
            return self.sentence(text)
        if re.match(r"(?:to|so that|because|in order to)\s", text, re.IGNORECASE):
            return self.sentence(f"I chose it {text[:1].lower()}{text[1:]}")
        if (phrase := self.verb_phrase(text)) and base_of_gerund(text.split()[0].lower()):
            return self.sentence(self.turns.next(_LETS).format(phrase))
        if is_clause(text) or len(text.split()) > 7 or re.search(r",|^(?:no|not|never)\b", text, re.IGNORECASE):
            return self.sentence(text)
        return self.sentence(f"{self.turns.next(_REASONS)} {with_article(self.lower(text))}")

    def measure(self, measure: str) -> str:
        """How the student will know."""
        text = self.markdown(measure).strip()
        if is_several(text) or "\n" in text:
            return self.sentence(text)
        if re.match(r"(?:when|if|once)\s", text, re.IGNORECASE):
            return self.sentence(f"I will know that I have reached it {text[:1].lower()}{text[1:]}")
        if begins_a_sentence(text) and (is_clause(text) or is_told(text)):
            return self.sentence(self.turns.next(_KNOWING).format(self.lower(text)))
        if phrase := self._action(text.rstrip(".")):
            return self.sentence(self.turns.next(_KNOWING).format(f"I {phrase}"))
        if is_told(text) and (self.ends(text) or not text[:1].islower()):
            return self.sentence(self.turns.next(_KNOWING).format(self.lower(text)))
        return self.sentence(self._proof(with_article(self.lower(text.rstrip(".")))))

    def _proof(self, thing: str) -> str:
        if re.search(r"\b(?!need|speed|seed|feed|bed\b)\w{3,}ed$", thing):  # "all four sections passed"
            return self.turns.next(_HAVING).format(thing)
        short = "," not in thing and len(thing.split()) <= _LONGEST_SUBJECT
        return self.turns.next(_PROOF if short else _PROOF[1:]).format(thing)

    # ── challenges ──

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """``Two challenges stand in the way.`` and each with its strategy."""
        if not barriers:
            return ""
        count = NUMBERS[len(barriers)] if len(barriers) < len(NUMBERS) else str(len(barriers))
        lead = f"{count.capitalize()} {'challenge stands' if len(barriers) == 1 else 'challenges stand'} in the way"
        first = self._obstacle(barriers[0], _BARRIERS[0])
        if len(barriers) == 1 and first.startswith(f"{_BARRIERS[0]} "):
            return self._met(barriers[0], f"{lead}: {first.removeprefix(_BARRIERS[0]).strip()}")
        told = [self._met(barriers[0], first), *(self._met(other, self._obstacle(other)) for other in barriers[1:])]
        return " ".join([f"{lead}.", *told])

    def _obstacle(self, barrier: Barrier, lead: str = "") -> str:
        """What stands in the way, as a clause; ``lead`` leads to a thing in place of the words whose turn it is."""
        text = self.markdown(barrier.text).strip().rstrip(".")
        if is_several(text) or begins_a_sentence(text):
            return text
        action = self.verb_phrase(text) if self._action(text) and not is_told(text) else ""
        if is_clause(text) and not action:
            return text
        lead = lead or self.turns.next((_BARRIERS[1], _BARRIERS[3]) if action else _BARRIERS[1:])
        return f"{lead} {f'to {action}' if action else self.lower(text)}"

    def _met(self, barrier: Barrier, text: str) -> str:
        """A challenge with what will be done about it."""
        if not barrier.strategy:
            return self.sentence(text)
        strategy = self.markdown(barrier.strategy).strip()
        if "\n" in strategy or is_several(strategy) or begins_a_sentence(strategy):
            return f"{self.sentence(text)} {self.sentence(strategy)}"
        if phrase := self.verb_phrase(strategy):
            return self.sentence(self.turns.next(_ANSWERS).format(text, phrase))
        if is_told(strategy):
            return self.sentence(f"{text}, but {self.lower(strategy)}")
        return self.sentence(self.turns.next(_MEANS).format(text, self.lower(strategy)))

    def challenge(self, barrier: str) -> str:
        """See ``Joining``."""
        text = self.markdown(barrier).strip()
        whole = is_clause(text) or begins_a_sentence(text) or self.ends(text)
        return self.sentence(text if whole else f"One challenge is {self.lower(text)}")
