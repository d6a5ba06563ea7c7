"""Where the words of footnotes stand: at the foot of the page that has the mark, or all at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import FootnoteMark, Image, Paragraph, inlines_of, plain
from careerdoc.rendering.html.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.document.model import Block
    from careerdoc.rendering.html.markup import Markup


_LONGEST, _MOST = 1000, 120
"""Characters of a note, and notes of a document, that stand at the foot: an engine parts no note between two pages, and
takes time for each that grows with their number."""


class Notes:
    """The footnotes of a document by label, with their numbers.

    ``at_foot`` tells whether the page can hold them at its foot. They stand there only if each of them is a few plain
    paragraphs, since what else a note holds cannot stand in a line; notes in two places would be looked for twice.
    """

    def __init__(self, notes: Mapping[str, tuple[Block, ...]], numbers: Mapping[str, int], *, at_foot: bool) -> None:
        self.numbers = numbers
        self._notes = notes
        self._at_foot = at_foot and len(numbers) <= _MOST and all(_is_short(notes[label]) for label in numbers)
        self._placed: set[str] = set()

    def at_mark(self, label: str) -> tuple[Paragraph, ...]:
        """What a mark brings to the foot of its page: the paragraphs of its note, once."""
        if not self._at_foot or label in self._placed or label not in self.numbers:
            return ()
        self._placed.add(label)
        return tuple(block for block in self._notes[label] if isinstance(block, Paragraph))

    def at_end(self) -> tuple[tuple[int, tuple[Block, ...]], ...]:
        """Numbers and blocks of those that have not been placed."""
        return tuple((count, self._notes[label]) for label, count in self.numbers.items() if label not in self._placed)


def _is_short(blocks: tuple[Block, ...]) -> bool:
    """Whether a note is short text without a picture, or a note of its own."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    return (
        len(paragraphs) == len(blocks)
        and sum(len(plain(paragraph.children)) for paragraph in paragraphs) <= _LONGEST
        and not any(isinstance(node, FootnoteMark | Image) for block in blocks for node in inlines_of(block))
    )


def foot_note(count: int, paragraphs: Sequence[Markup]) -> Markup:
    """A note that the page takes to its foot; it stands in a line, so that its paragraphs are spans."""
    numbered = (tag("span", f"{count}. "), paragraphs[0])
    return tag(
        "span", tag("span", *numbered), *(tag("span", p) for p in paragraphs[1:]), cls="note", id=f"note-{count}"
    )
