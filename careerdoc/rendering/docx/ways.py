"""Which way a paragraph and its words run, and how Word is told."""

from __future__ import annotations

from typing import NamedTuple

from careerdoc.rendering.bidi import is_foreign, is_rtl_language, marks_around, runs_rtl

_SIDES = {"left": "right", "right": "left"}


class Way(NamedTuple):
    """The way of a paragraph, that of its words, and the marks before and behind them that keep signs in place."""

    paragraph: bool
    words: bool
    before: str = ""
    behind: str = ""


def way_of(text: str, language: str, *, side: bool, free: bool = False) -> Way:
    """The way of a paragraph with these words; ``side`` is that of the list or table around it, from the right or not.

    What is not ``free`` keeps to that side even if its words run against it.
    """
    words = runs_rtl(text, within=is_rtl_language(language))
    if words == side or free or not is_foreign(text, within=side):
        return Way(words, words)
    return Way(side, words, *marks_around(text, within=side))


def bidi_xml(language: str, *, rtl: bool) -> str:
    """The property of a paragraph that tells its way, where that is not clear from the style."""
    if rtl:
        return "<w:bidi/>"
    return '<w:bidi w:val="0"/>' if is_rtl_language(language) else ""


def aligned(side: str | None, *, rtl: bool) -> str:
    """``w:jc`` for a side of the page; Word takes left for where a paragraph begins. Empty where it begins there."""
    if not rtl:
        return "" if side in {None, "left"} else f'<w:jc w:val="{side}"/>'
    return "" if side in {None, "right"} else f'<w:jc w:val="{_SIDES.get(side or "", side)}"/>'
