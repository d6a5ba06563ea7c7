"""Short titles for the text: what stands before a colon, and of a long title its first words (APA 8.14, MLA 6.10)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.citing.runs import text_of

if TYPE_CHECKING:
    from careerdoc.citing.runs import Runs

MOST_WORDS = 6
_WEAK = frozenset({
    "a", "an", "the", "and", "or", "but", "of", "for", "in", "on", "to", "at", "by", "with", "from", "as", "is",
    "are", "your", "our", "my", "their",
})  # fmt: skip


def shortened(title: Runs, *, articles: bool = True) -> Runs:
    """A title as far as its colon or first question mark, and no more than a few words of it.

    Without ``articles`` an initial A, An or The is left out, as MLA does.
    """
    text = text_of(title)
    mark = re.search(r"[?!](?=\s)|:(?=\s)|\s[–—]\s|—", text)
    end = len(text) if mark is None else mark.end() if mark[0] in "?!" else mark.start()
    words = list(re.finditer(r"\S+", text[:end]))
    if len(words) > MOST_WORDS:
        kept = 4
        while kept > 1 and words[kept - 1][0].casefold().strip(",;") in _WEAK:
            kept -= 1
        end = words[kept - 1].end()
    start = 0
    if not articles and len(words) > 1 and words[0][0].casefold() in {"a", "an", "the"}:
        start = words[1].start()
    return cut(title, start, len(text[:end].rstrip(" ,;:")))


_JOINS = frozenset({
    "of", "in", "on", "at", "for", "from", "to", "with", "without", "by", "as", "and", "or", "but", "nor", "into",
    "onto", "over", "under", "between", "among", "about", "across", "through", "during", "before", "after",
    "against", "toward", "towards", "than", "that", "which", "who", "is", "are", "was", "were",
})  # fmt: skip
_NO_NOUNS = re.compile(
    r"(?:how|what|when|where|which|who|whom|why|is|are|do|does|can|will|if|\w+ing|in|on|at|for|from|to)\Z"
)


def noun_phrase(title: Runs) -> Runs:
    """The first noun phrase of a title without its article (MLA 6.10), or else its first words."""
    short = shortened(title, articles=False)
    words = list(re.finditer(r"\S+", text_of(short)))
    if not words or _NO_NOUNS.match(words[0][0].casefold()):
        return short
    for word in words[1:]:
        if word[0].casefold() in _JOINS:
            return cut(short, 0, word.start() - 1)
    return short


def cut(runs: Runs, start: int, end: int) -> Runs:
    """The characters of runs from one to another."""
    out, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            out.append(replace(run, text=text))
    return tuple(out)
