"""The beginning of a prose text, for a slide or a poster: sentences are kept whole or left out."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?。！？])[\"'”’)]*\s+(?=[\"'“‘(¿¡]?[^\W\d_a-z])")
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
        sentences = _SENTENCE_END.split(block)
        taken: list[str] = []
        for sentence in sentences:
            count = len(sentence.split())
            if (taken or kept) and count > left:
                left = 0
                break
            taken.append(sentence)
            left -= count
        if taken:
            kept.append(" ".join(taken))
    return "\n\n".join(kept)


def _items(block: str) -> str:
    lines = block.split("\n")
    if block.startswith("|"):
        return "\n".join(lines[: MOST_ITEMS + 2])
    starts = [index for index, line in enumerate(lines) if _LIST_OR_TABLE.match(line)]
    return "\n".join(lines[: starts[MOST_ITEMS]]) if len(starts) > MOST_ITEMS else block
