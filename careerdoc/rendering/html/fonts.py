"""The theme's faces inside a page: cut down to the letters of western languages and to those the page uses."""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from careerdoc.rendering.fallbacks import letters_of

if TYPE_CHECKING:
    from pathlib import Path

_REPERTOIRE = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027), 0x20AC, 0x2122, 0x2713))
"""Basic Latin, Latin-1, punctuation, and the signs that our own marks need."""

_FEATURES = ["kern", "liga"]


def embedded(path: Path, text: frozenset[str]) -> str:
    """A face as a ``data:`` address in WOFF, with the common letters and those in ``text``."""
    wanted = frozenset(map(ord, text)) - _REPERTOIRE
    return _embedded(path, _REPERTOIRE | (wanted & letters_of(path) if wanted else wanted), tuple(_FEATURES))


def embedded_whole(path: Path, text: frozenset[str]) -> str:
    """A face of another script as such an address: the letters in ``text``, with all that joins and shapes them."""
    return _embedded(path, frozenset(map(ord, text)) & letters_of(path) - _REPERTOIRE, ("*",))


@lru_cache(maxsize=64)
def _embedded(path: Path, letters: frozenset[int], features: tuple[str, ...]) -> str:
    from fontTools import subset  # type: ignore[import-untyped] # fontTools has no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # likewise

    options = subset.Options(layout_features=list(features), hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["meta", "FFTM"]  # which fontTools would drop with a warning
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font.flavor = "woff"
    stream = BytesIO()
    font.save(stream)
    return f"data:font/woff;base64,{base64.b64encode(stream.getvalue()).decode('ascii')}"
