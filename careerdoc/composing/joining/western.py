"""Joining in languages that are written with letters and blanks: their files say nearly all of it."""

from __future__ import annotations

import re

from careerdoc.composing.joining.patterned import Patterned

_SMALL_IN_GERMAN = re.compile(
    r"(?:der|die|das|den|dem|des|eine?[mnrs]?|meine?[mnrs]?|unsere?[mnrs]?|keine?[mnrs]?|mich|mir|sich|an|am|im|in|mit|bei"
    r"|beim|zu|zum|zur|für|auf|aus|nach|von|vom|vor|über|um|ohne|gegen|als|mehr|viele?[mn]?|alle[mnrs]?|jede[mnrs]?|beide[mn]?"
    r"|mindestens|täglich|wöchentlich|monatlich|regelmäßig|selbst|zwei|drei|vier|fünf|gute[mnrs]?|neue[mnrs]?|bessere[mnrs]?"
    r"|erste[mnrs]?|eigene[mnrs]?|weitere[mnrs]?|weil|damit)\b",
    re.IGNORECASE,
)
"""Words with a capital only at the start of a sentence; any other keeps it, for it may be a noun."""

_WORD_OF_ONE_LETTER = re.compile(r"[ЯВСКОУИА] [а-яё]")


class French(Patterned):
    """Sentences in the first person."""

    code = "fr"


class German(Patterned):
    """Nouns keep their capital."""

    code = "de"

    def small(self, text: str) -> str:
        """A small first letter for words that are surely no nouns, and for a verb alone."""
        return super().small(text) if _SMALL_IN_GERMAN.match(text) or " " not in text else text

    def lower(self, text: str) -> str:
        """A small first letter for words that are surely no nouns."""
        return super().small(text) if _SMALL_IN_GERMAN.match(text) else text


class Hindi(Patterned):
    """Sentences that do not tell the writer's gender."""

    code = "hi"


class Portuguese(Patterned):
    """Sentences in the first person."""

    code = "pt"


class Russian(Patterned):
    """Sentences that do not tell the writer's gender."""

    code = "ru"

    def lower(self, text: str) -> str:
        """A small first letter for words of one letter, too: ``Я``, ``В``."""
        return self.small(text) if _WORD_OF_ONE_LETTER.match(text) else super().lower(text)


class Turkish(Patterned):
    """``i`` has a dot as a capital, too, and ``I`` has none as a small letter."""

    code = "tr"

    def capital(self, text: str) -> str:
        """``İlk``, not ``Ilk``, of ``ilk``."""
        return "İ" + text[1:] if text.startswith("i") else super().capital(text)

    def small(self, text: str) -> str:
        """``ilk`` of ``İlk``, ``ışık`` of ``Işık``."""
        return {"İ": "i", "I": "ı"}.get(text[:1], text[:1].lower()) + text[1:]
