"""The words that join what a student wrote into sentences, by language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from careerdoc.composing.joining.neutral import Joining, flat, next_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

__all__ = ["Joining", "flat", "joining", "next_step"]

_BY_LANGUAGE = {
    "ar": ("semitic", "Arabic"),
    "de": ("western", "German"),
    "en": ("english", "English"),
    "es": ("spanish", "Spanish"),
    "fr": ("western", "French"),
    "he": ("semitic", "Hebrew"),
    "hi": ("western", "Hindi"),
    "ja": ("eastern", "Japanese"),
    "ko": ("eastern", "Korean"),
    "pt": ("western", "Portuguese"),
    "ru": ("western", "Russian"),
    "tr": ("western", "Turkish"),
    "zh": ("eastern", "Chinese"),
}
"""The module and the class of a language; only the one that is needed is imported."""


def joining(language: str, gettext: Callable[[str], str], today: dt.date) -> Joining:
    """The joining for a language; the neutral one where there is none of its own."""
    found = _BY_LANGUAGE.get(language.replace("_", "-").split("-", maxsplit=1)[0].lower())
    if found is None:
        return Joining(gettext, today)
    module, name = found
    made: type[Joining] = getattr(import_module(f"{__name__}.{module}"), name)
    return made(gettext, today)
