"""Blocks that stand together on a page, whatever the page's end: a lead-in and its list, a caption and its table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import BulletList, Emphasis, Heading, OrderedList, Paragraph, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdoc.document.model import Block
    from careerdoc.rendering.theme import HeadingLook

_LEADS = re.compile(r"[:：]\s*$")
_NUMBERED = re.compile(r"[^\W\d_]+\.? \d{1,3}(?P<titled>[.:]? .+)?", re.DOTALL)
_LONGEST_CAPTION = 200


@dataclass(frozen=True, slots=True)
class RunIn:
    """A heading at the head of its paragraph (APA 7, 2.27, levels 4 and 5); without one, at the head of nothing."""

    heading: Heading
    paragraph: Paragraph | None


@dataclass(frozen=True, slots=True)
class Classed:
    """A paragraph with the class that the style sheets know it by."""

    paragraph: Paragraph
    name: str


Piece = RunIn | Classed


def pieces(blocks: Iterable[Block], looks: Sequence[HeadingLook] = ()) -> Iterator[Block | Piece]:
    """The blocks, with those singled out that stand with the next; ``looks`` are those of headings from level 2."""
    rest = tuple(blocks)
    at = 0
    while at < len(rest):
        block, after = rest[at], rest[at + 1 : at + 3]
        at += 1
        if isinstance(block, Heading) and _runs_in(block, looks):
            paragraph = after[0] if after and isinstance(after[0], Paragraph) else None
            yield RunIn(block, paragraph)
            at += paragraph is not None
        elif isinstance(block, Paragraph) and (name := _class(block, after, rest[max(at - 2, 0) : at - 1])):
            yield Classed(block, name)
        else:
            yield block


def _runs_in(heading: Heading, looks: Sequence[HeadingLook]) -> bool:
    at = heading.level - 2
    return 0 <= at < len(looks) and looks[at].run_in


def _class(paragraph: Paragraph, after: Sequence[Block], before: Sequence[Block]) -> str:
    words = plain(paragraph.children).strip()
    if before and isinstance(before[0], Table) and _begins_with_note(paragraph):
        return "table-note"
    follows = after[0] if after else None
    if _LEADS.search(words) and isinstance(follows, BulletList | OrderedList | Table):
        return "lead-in"
    if len(words) > _LONGEST_CAPTION:
        return ""
    numbered = _NUMBERED.fullmatch(words)
    if isinstance(follows, Table):
        return "caption" if numbered or (before and _is_number(before[0])) else ""
    titled = isinstance(follows, Paragraph) and len(after) > 1 and isinstance(after[1], Table)
    return "caption" if titled and _is_number(paragraph) else ""


def _begins_with_note(paragraph: Paragraph) -> bool:
    """Whether a paragraph under a table begins with one word in italics and a full stop, as *Note.* (APA 7, 7.14)."""
    first = paragraph.children[0] if paragraph.children else None
    words = plain((first,)).strip() if isinstance(first, Emphasis) else ""
    return words.endswith(".") and " " not in words


def _is_number(block: Block) -> bool:
    """Whether a block is the number of a table alone, as *Table 1* (APA 7, 7.10)."""
    if not isinstance(block, Paragraph):
        return False
    found = _NUMBERED.fullmatch(plain(block.children).strip())
    return found is not None and found["titled"] is None
