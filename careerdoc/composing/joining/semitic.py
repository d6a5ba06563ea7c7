"""Joining in Arabic and Hebrew: the word for "and" is a letter in front of the word it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.composing.joining.patterned import Patterned

if TYPE_CHECKING:
    from collections.abc import Iterable

_FEW_WORDS = 3


class Arabic(Patterned):
    """Every thing but the first has its و; a comma stands before it where things are long."""

    code = "ar"

    def listed(self, items: Iterable[str]) -> str:
        """``a وb وc``."""
        parts = list(items)
        short = all(len(part.split()) <= _FEW_WORDS for part in parts)
        return (" و" if short else "، و").join(parts)


class Hebrew(Patterned):
    """The last thing has its ו, with a hyphen before other letters and digits."""

    code = "he"

    def last(self, item: str) -> str:
        """``ולמידה``, ``ו-Excel``."""
        return f" ו{item}" if "א" <= item[:1] <= "ת" else f" ו-{item}"
