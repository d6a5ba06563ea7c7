"""How high blocks stand in a column of a poster, and the scale of type that decides it.

Every length is in font sizes of the body text, so that one measuring serves every size: a column is so many ems
wide, and a block so many ems high in it. A renderer that sets text with this scale fills the sheet as planned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Emphasis,
    Figure,
    Heading,
    Image,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    Strikethrough,
    Strong,
    Table,
    plain,
)
from careerdoc.rendering.figures import MOST_DRAWN, draw_timeline, read_timeline, words_of
from careerdoc.rendering.measure import line_count, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdoc.document.model import Block, Inline
    from careerdoc.rendering.theme import Font, Style, Theme


@dataclass(frozen=True, slots=True)
class Scale:
    """The poster's type, in body sizes."""

    heading: float = 1.5
    heading_leading: float = 1.15
    subheading: float = 1.15
    subheading_leading: float = 1.22
    leading: float = 1.36
    small: float = 0.84
    paragraph_gap: float = 0.5
    item_gap: float = 0.26
    list_indent: float = 1.35
    deepest_indent: int = 6
    when_height: float = 1.55
    table_leading: float = 1.3
    cell_x: float = 0.4
    cell_y: float = 0.28
    image_height: float = 9.0
    panel_x: float = 0.95
    panel_top: float = 0.75
    panel_bottom: float = 0.85
    title_gap: float = 0.55
    panel_gap: float = 0.85
    part_gap: float = 0.8


SCALE = Scale()

TIGHT = Scale(
    heading=1.3,
    subheading=1.06,
    subheading_leading=1.2,
    leading=1.27,
    paragraph_gap=0.36,
    item_gap=0.14,
    when_height=1.42,
    table_leading=1.22,
    cell_y=0.2,
    panel_x=0.8,
    panel_top=0.6,
    panel_bottom=0.55,
    title_gap=0.34,
    panel_gap=0.62,
    part_gap=0.6,
)
"""For a sheet with much on it: closer lines rather than fewer."""

FIGURE_SIZE = 0.84
"""Size of the labels of a timeline that stands in a panel."""


def text_of(inlines: Iterable[Inline]) -> str:
    """The words of inlines as they are set: a hard break ends a line."""
    parts: list[str] = []
    for node in inlines:
        match node:
            case LineBreak():
                parts.append("\n")
            case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
                parts.append(text_of(children))
            case _:
                parts.append(plain((node,)))
    return "".join(parts)


def column_shares(table: Table) -> tuple[float, ...]:
    """What part of a table's width each column gets: long columns more, but no column less than its due."""
    columns = len(table.alignments)
    weights = [3.0] * columns
    for row in (table.header, *table.rows):
        for n, cell in enumerate(row[:columns]):
            text = plain(cell)
            longest_word = max(map(len, text.split()), default=0)
            weights[n] = max(weights[n], min(len(text), 60) ** 0.75, min(longest_word, 16))
    return tuple(weight / sum(weights) for weight in weights)


class Heights:
    """Measures blocks in a theme's faces. ``exact`` wraps every line; otherwise lines are estimated, a bit high.

    ``slack`` widens the text: 1.2 plans for a fallback face a fifth wider than the theme's.
    """

    def __init__(
        self,
        theme: Theme,
        resources: Mapping[str, bytes],
        *,
        exact: bool,
        slack: float = 1.0,
        scale: Scale = SCALE,
    ) -> None:
        self.theme = theme
        self.resources = resources
        self.exact = exact
        self.slack = slack
        self.scale = scale
        self._widths: dict[tuple[str, str, Style], float] = {}
        self._heights: dict[tuple[int, float, int], tuple[float, Block]] = {}  # a block kept is a block whose id stays

    def at(self, scale: Scale) -> Heights:
        """The same at another scale."""
        return Heights(self.theme, self.resources, exact=self.exact, slack=self.slack, scale=scale)

    @cached_property
    def estimate(self) -> Heights:
        """The same, faster and less exact."""
        return Heights(self.theme, self.resources, exact=False, slack=self.slack, scale=self.scale)

    def lines(
        self, text: str, width: float, size: float = 1.0, *, font: Font | None = None, style: Style = "regular"
    ) -> int:
        """Lines of a text in ``width``, set at ``size``, both in body sizes."""
        font = font or self.theme.body
        room = max(width / (size * self.slack), 1.0)
        if self.exact:
            return line_count(text, font, 1.0, round(room, 2), style)
        key = (text, font.family, style)
        if key not in self._widths:
            self._widths[key] = max(text_width(line, font, 1.0, style) for line in text.split("\n"))
        return max(math.ceil(self._widths[key] * 1.02 / max(room - 1.5, 1.0)), 1) + text.count("\n")

    def panel_title(self, title: tuple[Inline, ...], width: float) -> float:
        """A panel's title with the gap under it."""
        if not title:
            return 0.0
        lines = self.lines(text_of(title), width, self.scale.heading, font=self.theme.heading, style="bold")
        return lines * self.scale.heading * self.scale.heading_leading + self.scale.title_gap

    def blocks(self, blocks: Iterable[Block], width: float, depth: int = 0) -> float:
        """Blocks below one another, with a gap between each two."""
        heights = [self._known(block, width, depth) for block in blocks]
        gaps = max(sum(1 for height in heights if height) - 1, 0)
        return sum(heights) + gaps * self.scale.paragraph_gap

    def _known(self, block: Block, width: float, depth: int) -> float:
        key = (id(block), width, depth)
        if key not in self._heights:
            self._heights[key] = (self.block(block, width, depth), block)
        return self._heights[key][0]

    def block(self, block: Block, width: float, depth: int = 0) -> float:
        """One block, without the gap around it. Zero for what a poster leaves out."""
        match block:
            case Paragraph(children):
                return self._paragraph(children, width)
            case Heading(_, children):
                lines = self.lines(text_of(children), width, self.scale.subheading, style="bold")
                return lines * self.scale.subheading * self.scale.subheading_leading + 0.15
            case BulletList(items) | OrderedList(items):
                inner = width - (self.scale.list_indent if depth < self.scale.deepest_indent else 0.0)
                parts = [max(self.blocks(item.blocks, inner, depth + 1), self.scale.leading) for item in items]
                return sum(parts) + self.scale.item_gap * max(len(parts) - 1, 0)
            case Quotation(inner_blocks):
                return self.blocks(inner_blocks, max(width - 1.2, 8.0), depth)
            case Container("notes"):
                return 0.0
            case Container("when"):
                return self.scale.when_height * max(len(block.blocks), 1)
            case Container(_, inner_blocks):
                return self.blocks(inner_blocks, width, depth)
            case CodeBlock(text):
                chars = max(int(width / 0.52), 1)
                return sum(1 + len(line) // chars for line in text.split("\n")) * 1.2 + 0.8
            case Table():
                return self._table(block, width)
            case Figure():
                return self._figure(block, width)
            case Rule():
                return 0.4

    def _paragraph(self, children: tuple[Inline, ...], width: float) -> float:
        pictures = sum(1 for node in children if isinstance(node, Image) and node.target in self.resources)
        text = text_of(node for node in children if not (isinstance(node, Image) and node.target in self.resources))
        lines = self.lines(text, width) if text.strip() or not pictures else 0
        return lines * self.scale.leading + pictures * (self.scale.image_height + 0.3)

    def _table(self, table: Table, width: float) -> float:
        widths = [share * width - 2 * self.scale.cell_x for share in column_shares(table)]
        return sum(self._row(row, widths) for row in (table.header, *table.rows))

    def _row(self, row: tuple[tuple[Inline, ...], ...], widths: list[float]) -> float:
        lines = max((self.lines(text_of(c), w, 0.92) for c, w in zip(row, widths, strict=False)), default=1)
        return lines * 0.92 * self.scale.table_leading + 2 * self.scale.cell_y

    def _figure(self, figure: Figure, width: float) -> float:
        """A timeline as high as it is drawn; where it has too many entries, and for all else, a list of words."""
        timeline = read_timeline(figure)
        if timeline is not None and len(timeline.entries) <= MOST_DRAWN:
            return draw_timeline(timeline, self.theme, width * 100, FIGURE_SIZE * 100).height / 100
        inner = width - self.scale.list_indent
        words = [f"{e.label}, {e.text}" for e in timeline.entries] if timeline else words_of(figure)
        return sum(self.lines(word, inner) * self.scale.leading + self.scale.item_gap for word in words)
