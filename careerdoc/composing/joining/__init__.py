"""The words that join what a student wrote into sentences, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.composing.joining.english import English
from careerdoc.composing.joining.neutral import Joining, flat, next_step
from careerdoc.composing.joining.spanish import Spanish

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

__all__ = ["Joining", "flat", "joining", "next_step"]

_BY_LANGUAGE: dict[str, type[Joining]] = {"en": English, "es": Spanish}


def joining(language: str, gettext: Callable[[str], str], today: dt.date) -> Joining:
    """The joining for a language; the neutral one where there is none of its own."""
    return _BY_LANGUAGE.get(language.split("-", maxsplit=1)[0].lower(), Joining)(gettext, today)
