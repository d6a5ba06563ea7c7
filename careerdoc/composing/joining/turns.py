"""Ways to begin a sentence, taken in turns, so that none comes back before the others have been used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Turns:
    """The beginnings that one document has used so far, the latest last."""

    def __init__(self) -> None:
        self._used: list[str] = []

    def next(self, ways: Sequence[str]) -> str:
        """The way that was used longest ago, or the first that was never used."""
        chosen = min(ways, key=lambda way: self._used.index(way) if way in self._used else -1)
        if chosen in self._used:
            self._used.remove(chosen)
        self._used.append(chosen)
        return chosen
