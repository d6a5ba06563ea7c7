"""Which codes are wanted, and at which level: what several places ask, the nearest to the person first.

A selector is a code (``CD104``), the beginning of one (``CD1``), a name (``step-without-time-frame``) or ``all``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdoc.checking.registry import Topic
    from careerdoc.findings import Level

ALL = "all"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one place asks: a command, a plan, a project or a pack. Selectors are in small letters.

    ``select`` names the only codes wanted (None where nothing is said of it), ``ignore`` the unwanted ones.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def wants(self, topic: Topic) -> bool | None:
        """Whether a code is wanted here; None where nothing is said of it. The longer selector wins."""
        unwanted = _closest(self.ignore, topic)
        if self.select is None:
            return False if unwanted else None
        return _closest(self.select, topic) > unwanted

    def level(self, topic: Topic) -> Level | None:
        """The level that a code has here, if one is given to it."""
        best = max(self.levels, key=lambda selector: reach(selector, topic), default="")
        return self.levels[best] if best and reach(best, topic) else None


def reach(selector: str, topic: Topic) -> int:
    """How closely a selector names a topic: 0 not at all, more for a longer part of its code, most for all of it."""
    if selector == topic.name:
        return 100
    code = topic.code.casefold()
    if code.startswith(selector) and selector:
        return 100 if code == selector else 1 + len(selector)
    return 1 if selector == ALL else 0


def _closest(selectors: Iterable[str], topic: Topic) -> int:
    return max((reach(selector, topic) for selector in selectors), default=0)


def level_of(topic: Topic, places: Sequence[Settings]) -> Level | None:
    """The level of a topic, or None where it is not wanted; the first place that says something decides."""
    wanted = next((said for place in places if (said := place.wants(topic)) is not None), True)
    if not wanted:
        return None
    return next((given for place in places if (given := place.level(topic)) is not None), topic.level)


def limits_of(places: Sequence[Settings]) -> Limits:
    """What all places ask together: of two bounds for one thing the first holds; required parts add up."""
    words: dict[str, tuple[int | None, int | None]] = {}
    counts: dict[str, tuple[int | None, int | None]] = {}
    for place in reversed(places):
        words |= place.limits.words
        counts |= place.limits.counts
    parts = dict.fromkeys(part for place in places for part in place.limits.parts)
    return Limits(words, counts, tuple(parts))
