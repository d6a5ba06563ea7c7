"""Where blocks stand, and what follows from it for the properties of their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import Container, plain
from careerdoc.rendering.docx.styles import LEVELS

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Heading, Inline
    from careerdoc.rendering.docx.numbering import Kind

_LONGEST_TOP = 90
"""Characters up to which a section of an outline is set as a heading, though there is nothing below it."""

_AFTER_BIDI = ("<w:spacing ", "<w:ind ", "<w:jc ")


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the style of their paragraphs, the level of lists (from 0; -1 outside) and of numbered ones."""

    style: str = "BodyText"
    level: int = -1
    ordered: int = 0

    @property
    def capped(self) -> int:
        """The level, or Word's last if it is deeper."""
        return min(self.level, LEVELS - 1)


@dataclass(frozen=True, slots=True)
class Series:
    """One list: its instance, the depth at which it counts, and whether any of its items has more than a line."""

    kind: Kind
    number: int
    depth: int
    headed: bool


def leads(heading: Heading, blocks: tuple[Block, ...]) -> bool:
    """Whether a heading is the first thing of a document but for what stands above a title."""
    before = blocks[: blocks.index(heading)]
    return all(isinstance(block, Container) and block.name in {"title-page", "heading-block"} for block in before)


def is_title_page(block: Block) -> bool:
    """Whether a block is the page that a paper's title has for itself."""
    return isinstance(block, Container) and block.name == "title-page"


def is_short(children: tuple[Inline, ...]) -> bool:
    """Whether words can be a heading of an outline."""
    return len(plain(children)) <= _LONGEST_TOP


def ordered_properties(extra: str, bidi: str) -> str:
    """Paragraph properties in the order of the schema: ``bidi`` before the spacing and what follows it (17.3.1.26)."""
    if not bidi:
        return extra
    at = min((i for name in _AFTER_BIDI if (i := extra.find(name)) >= 0), default=len(extra))
    return extra[:at] + bidi + extra[at:]
