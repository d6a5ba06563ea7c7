"""Joining in Chinese, Japanese and Korean: word order is the files'; endings and particles are told here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.patterned import Patterned

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
"""Hangul syllables by Unicode: 28 a vowel, by their final consonant; the eighth is ㄹ (Unicode 15, section 3.12)."""
_NOUN_OF_ACTION = re.compile(r"[をにへで][一-鿿々ァ-ヶー]{1,6}$")


class Chinese(Patterned):
    """Sentences without blanks between them."""

    code = "zh"

    def listed(self, items: Iterable[str]) -> str:
        """``a、b和c``; things of several words are set apart by semicolons."""
        parts = list(items)
        if len(parts) > 1 and any(len(part) > _SHORT or re.search("[，、；]", part) for part in parts):
            return self.marks["semicolon"].join(parts)
        return super().listed(parts)


class Japanese(Patterned):
    """A verb in its dictionary form becomes a noun with こと."""

    code = "ja"

    def clause(self, action: str) -> str:
        """``看護師になること``, ``資格を取得すること``."""
        return f"{action}すること" if _NOUN_OF_ACTION.search(action) else f"{action}こと"


class Korean(Patterned):
    """A verb in -기 becomes -는 것; the word for "and" depends on the sound before it."""

    code = "ko"

    def clause(self, action: str) -> str:
        """``취득하는 것`` of ``취득하기``; a final ㄹ falls (``만들기``, ``만드는 것``)."""
        stem = action.removesuffix("기")
        if _final(stem) == _RIEUL:
            stem = stem[:-1] + chr(ord(stem[-1]) - _RIEUL)
        return f"{stem}는 것"

    def among(self, action: str) -> str:
        """In a list, an action stays as it is."""
        return action

    def listed(self, items: Iterable[str]) -> str:
        """``a와 b`` behind a vowel, ``a과 b`` behind a consonant; more things than two, or long ones, with commas."""
        parts = list(items)
        final = _final(parts[0]) if len(parts) == 2 else None
        if final is None or any("," in part or len(part.split()) > _FEW_WORDS for part in parts):
            return super().listed(parts)
        return f"{parts[0]}{'과' if final else '와'} {parts[1]}"


def _final(text: str) -> int | None:
    """The number of the final consonant of a text's last syllable, 0 for none; None where it is not Hangul."""
    code = ord(text[-1]) if text else 0
    return (code - _FIRST_SYLLABLE) % _FINALS if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE else None


_FEW_WORDS = 3
_SHORT = 12
"""Characters of a Chinese thing that stands among others with 、."""
