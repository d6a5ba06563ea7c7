"""The theme's faces inside a page: cut down to the letters of western languages and to those the page uses."""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_REPERTOIRE = frozenset((*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027), 0x20AC, 0x2122, 0x2713))
"""Basic Latin, Latin-1, punctuation, and the signs that our own marks need."""

_FEATURES = ["kern", "liga"]


def embedded(path: Path, text: frozenset[str]) -> str:
    """A face as a ``data:`` address in WOFF, with the common letters and those in ``text``."""
    wanted = frozenset(map(ord, text)) - _REPERTOIRE
    return _embedded(path, wanted & _known(path) if wanted else wanted)


@lru_cache(maxsize=16)
def _known(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # fontTools has no types

    return frozenset(TTFont(path, lazy=True).getBestCmap())


@lru_cache(maxsize=64)
def _embedded(path: Path, more: frozenset[int]) -> str:
    from fontTools import subset  # type: ignore[import-untyped] # fontTools has no types
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=_FEATURES, hinting=False, notdef_outline=True, recalc_timestamp=False)
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_REPERTOIRE | more)
    cutter.subset(font)
    font.flavor = "woff"
    stream = BytesIO()
    font.save(stream)
    return f"data:font/woff;base64,{base64.b64encode(stream.getvalue()).decode('ascii')}"
