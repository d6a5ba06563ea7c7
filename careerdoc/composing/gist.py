"""The beginning of a prose text, for a slide or a poster: sentences are kept whole or left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLES = ("Mr", "Ms", "Dr", "St", "Mrs", "Prof", "No", "vs", "e.g", "i.e", "Jr", "Sr")
_NO_TITLE = "".join(rf"(?<!\b{re.escape(title)}\.)" for title in _TITLES) + r"(?<!\b[A-Z]\.)"
"""Not behind the full stop of a title before a name, nor of an initial."""
_SENTENCE_END = re.compile(
    rf"""{_NO_TITLE}(?<=[.!?؟।])["'”’)»]*(?P<gap>\s+)(?=["'“‘(¿¡«]?[^\W\d_a-z])|(?<=[。！？])(?P<none>\s*)(?=[^」』”’）\s])"""
)
"""Behind the end mark of a sentence, before another one; Chinese and Japanese have no blank there."""
_OPENING = "\"'“‘(¿¡«"
_NO_BLANKS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without blanks between words; two of them are about a word."""
_LIST_OR_TABLE = re.compile(r"(?:[-*+]|\d{1,9}[.)]|\||>|#{1,6}|```|:::)(?:\s|$)|\|")

MOST_ITEMS = 6


def _parts(text: str) -> list[str]:
    """Parts of a text between empty lines; a container is one whatever stands in it."""
    parts: list[str] = []
    open_fences = 0
    for part in re.split(r"\n{2,}", text.strip()):
        if open_fences > 0:
            parts[-1] += f"\n\n{part}"
        else:
            parts.append(part)
        fences = [line.strip() for line in part.split("\n") if line.startswith(":::")]
        open_fences = max(open_fences + sum(1 if fence.strip(":") else -1 for fence in fences), 0)
    return parts


def gist(text: str, words: int) -> str:
    """Whole sentences from the start up to about so many words, the first lists and tables, and every container.

    A first sentence longer than that stays. Headings within the text are left out.
    """
    kept: list[str] = []
    left = words
    for block in _parts(text):
        if block.startswith(":::"):
            kept.append(block)
            continue
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


_CLAUSE_END = re.compile(
    r"\s*(?:[;。；،؛]|:\s|,\s+(?=(?:because|so|which|who|where|when|since|as|but|and|or)\b)|\s[—–-]\s|→|\((?!\d))"
    rf"|\s+(?=(?:because|so that|in order to|which|since|although|unless)\b)|{_NO_TITLE}(?<=[.!?])\s",
    re.IGNORECASE,
)
LONGEST_TOPIC = 12


def topic(text: str) -> str:
    """The first clause of a text, without an end mark: what a topic outline has in a line.

    A clause of more than twelve words is cut at its last comma or preposition before that, where it has one.
    """
    line = " ".join(text.strip().split("\n\n", maxsplit=1)[0].lstrip("-*+ ").split())
    found = _CLAUSE_END.search(line)
    clause = line[: found.start()] if found and found.start() else line
    words = clause.split()
    if len(words) > LONGEST_TOPIC:
        cuts = [n for n in range(4, LONGEST_TOPIC + 1) if words[n].lower() in _RELATIONS or words[n - 1].endswith(",")]
        clause = " ".join(words[: cuts[-1]]) if cuts else clause
    return clause.rstrip(" .,:;!。")


_RELATIONS = frozenset(
    {"after", "at", "before", "by", "during", "for", "in", "since", "through", "until", "with", "within"}
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [sentence for sentence, _ in _sentences(text) if sentence.strip()]


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
