"""Which way text runs: that of a language, of a text in a document, and of what must keep its own way inside a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from careerdoc.document.model import Text, inlines_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.document.model import Block

LTR_MARK, RTL_MARK = "\u200e", "\u200f"
"""Invisible letters of either way (UAX 9, 2.6), for formats that have no other means."""

_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "syrc", "thaa"})
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Where letters from right to left are (UAX 9, the blocks of R and AL), with marks and digits among them."""

_STRONG = {"L": False, "R": True, "AL": True}

_DOCUMENTS_OWN = 4
"""A text that begins otherwise still runs the document's way if one word in so many does."""

_FIXED = re.compile(
    r"(?:https?://|www\.)[^\s<>«»]*[\w/]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\d-])\d{4}-\d{1,2}(?:-\d{1,2})?(?![\d-])"
    r"|\+\d[\d ()-]{4,}\d"
    r"|\b(?:[A-Za-z]+\.){2,}"
    r"|\b[A-Za-z]\w*[+#]+",
    re.ASCII,
)
"""Addresses, ISO dates, telephone numbers, ``B.Sc.`` and ``C++``: their signs would change places in Arabic."""


def is_rtl_language(tag: str) -> bool:
    """Whether a language (BCP 47) is written from right to left; a script in the tag (``az-Arab``) decides."""
    primary, *rest = tag.casefold().replace("_", "-").split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    return scripts[0] in _RTL_SCRIPTS if scripts else primary in _RTL_LANGUAGES


def has_rtl(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    if _RTL.search(text) is None:
        return False
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def runs_rtl(text: str, *, within: bool) -> bool:
    """Whether a text runs from right to left in a document that does, or does not.

    It runs the document's way if its first word does (UAX 9, P2) or at least a quarter of its words: an Arabic
    sentence may begin with the name of a product.
    """
    if not within and _RTL.search(text) is None:
        return False
    return _runs_rtl(text, within)


@lru_cache(maxsize=4096)
def _runs_rtl(text: str, within: bool) -> bool:  # noqa: FBT001 - lru_cache keys are positional
    ways = [way for word in text.split() if (way := _way(word)) is not None]
    if not ways or ways[0] is within:
        return within
    return within if _DOCUMENTS_OWN * ways.count(within) >= len(ways) else not within


def _way(word: str) -> bool | None:
    """The way of the first letter that has one."""
    for character in word:
        known = _STRONG.get(unicodedata.bidirectional(character))
        if known is not None:
            return known
    return None


def is_foreign(text: str, *, within: bool) -> bool:
    """Whether every letter of a text, and there are some, runs against the document."""
    if not within and _RTL.search(text) is None:
        return False
    ways = {_STRONG.get(unicodedata.bidirectional(character)) for character in text} - {None}
    return ways == {not within}


def words_in(blocks: Iterable[Block]) -> str:
    """The words in blocks, whatever stands between them."""
    nodes = (node for block in walk(blocks) for node in inlines_of(block))
    return " ".join(node.text for node in nodes if isinstance(node, Text))


def fixed(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces; True marks those that keep running from left to right in a text that runs the other way."""
    at = 0
    for match in _FIXED.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def with_marks(text: str) -> str:
    """A text that runs from right to left, with marks around what must not."""
    return "".join(f"{LTR_MARK}{piece}{LTR_MARK}" if keeps else piece for piece, keeps in fixed(text))


def marks_around(text: str, *, within: bool) -> tuple[str, str]:
    """The marks before and behind a foreign text that keep its brackets and its full stop where they belong."""
    mark = LTR_MARK if within else RTL_MARK
    bare = text.strip()
    before = mark if bare and _STRONG.get(unicodedata.bidirectional(bare[0])) is None else ""
    behind = mark if bare and _STRONG.get(unicodedata.bidirectional(bare[-1])) is None else ""
    return before, behind
