"""The beginning of a prose text, for a slide or a poster: sentences are kept whole or left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_END = re.compile(
    r"""(?<=[.!?؟।])["'”’)»]*(?P<gap>\s+)(?=["'“‘(¿¡«]?[^\W\d_a-z])|(?<=[。！？])(?P<none>\s*)(?=[^」』”’）\s])"""
)
"""Behind the end mark of a sentence, before another one; Chinese and Japanese have no blank there."""
_OPENING = "\"'“‘(¿¡«"
_NO_BLANKS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without blanks between words; two of them are about a word."""
_LIST_OR_TABLE = re.compile(r"(?:[-*+]|\d{1,9}[.)]|\||>|#{1,6}|```|:::)(?:\s|$)|\|")

MOST_ITEMS = 6


def gist(text: str, words: int) -> str:
    """Whole sentences from the start up to about so many words, and the first lists and tables.

    A first sentence longer than that stays. Headings within the text are left out.
    """
    kept: list[str] = []
    left = words
    for block in re.split(r"\n{2,}", text.strip()):
        if _LIST_OR_TABLE.match(block):
            if not block.startswith("#") and len(kept) < 3:
                kept.append(_items(block))
            continue
        if left <= 0:
            continue
        taken = ""
        for sentence, gap in _sentences(block):
            count = _length(sentence)
            if (taken or kept) and count > left:
                left = 0
                break
            taken += sentence + gap
            left -= count
        if taken:
            kept.append(taken.rstrip())
    return "\n\n".join(kept)


def _sentences(block: str) -> Iterator[tuple[str, str]]:
    """The sentences of a paragraph, each with the blank that stands behind it."""
    start = 0
    for match in _SENTENCE_END.finditer(block):
        blank = "none" if match["gap"] is None else "gap"
        if not block[match.end() :].lstrip(_OPENING)[:1].islower():
            yield block[start : match.start(blank)], " " if blank == "gap" else ""
            start = match.end()
    yield block[start:], ""


def _length(sentence: str) -> int:
    """How many words a sentence has, about."""
    return len(_NO_BLANKS.sub(" ", sentence).split()) + len(_NO_BLANKS.findall(sentence)) // 2


def _items(block: str) -> str:
    lines = block.split("\n")
    if block.startswith("|"):
        return "\n".join(lines[: MOST_ITEMS + 2])
    starts = [index for index, line in enumerate(lines) if _LIST_OR_TABLE.match(line)]
    return "\n".join(lines[: starts[MOST_ITEMS]]) if len(starts) > MOST_ITEMS else block
