"""Where running text may be parted: inlines cut at an offset, and the ends of sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.model import Code, Emphasis, Link, Strikethrough, Strong, Text, plain

if TYPE_CHECKING:
    from careerdoc.document.model import Inline

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(¿¡\[]*[^\W_a-z])|[。！？]+[」』）]*")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:\w|Dr|Mr|Mrs|Ms|Prof|St|Mt|No|Nr|Sr|Sra|Srta|Jr|vs|e\.g|i\.e|approx|[A-Z]\.[A-Z])\."
)


def cut(inlines: tuple[Inline, ...], offset: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Inlines before and after an offset in their ``plain`` text. Pictures and codes are not parted."""
    left: list[Inline] = []
    right: list[Inline] = []
    for node in inlines:
        length = len(plain((node,)))
        if right or offset < 0:
            right.append(node)
        elif length <= offset:
            left.append(node)
        else:
            before, after = _cut_node(node, offset)
            left.extend(before)
            right.extend(after)
            offset = -1
            continue
        offset -= length
    return tuple(left), tuple(right)


def _cut_node(node: Inline, offset: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    if offset <= 0:
        return (), (node,)
    match node:
        case Text(text) | Code(text):
            return (replace(node, text=text[:offset]),), (replace(node, text=text[offset:]),)
        case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
            before, after = cut(children, offset)
            return (replace(node, children=before),), (replace(node, children=after),)
        case _:
            return (node,), ()


def sentence_ends(text: str) -> tuple[int, ...]:
    """Offsets at which a further sentence begins. An abbreviation's stop ends none: ``Dr.``, ``e.g.``, an initial."""
    ends = []
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - 6) : match.start() + 1]
        if match.end() < len(text) and not _abbreviated(before):
            ends.append(match.end())
    return tuple(ends)


def _abbreviated(before: str) -> bool:
    return any(match.end() == len(before) for match in _ABBREVIATION.finditer(before))


def word_ends(text: str) -> tuple[int, ...]:
    """Offsets at which a further word begins."""
    return tuple(match.end() for match in re.finditer(r"\s+", text) if match.start() > 0 and match.end() < len(text))
