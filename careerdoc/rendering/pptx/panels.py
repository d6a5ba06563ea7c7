"""The panels of a poster: what stands in each, and how large its text may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import Container, Figure, plain
from careerdoc.rendering.deck import Flow, Frame, Line, Measurer, Picture
from careerdoc.rendering.deck.telling import told
from careerdoc.rendering.measure import line_count
from careerdoc.rendering.poster import SCALE
from careerdoc.rendering.pptx.geometry import Box
from careerdoc.rendering.pptx.stacking import segments_of
from careerdoc.rendering.pptx.text import LineLook, Voice

if TYPE_CHECKING:
    from careerdoc.document.model import Table
    from careerdoc.rendering.deck import Piece
    from careerdoc.rendering.deck.flow import Role
    from careerdoc.rendering.poster import Panel, PlacedPanel
    from careerdoc.rendering.theme import Theme

_SIZES: dict[Role, float] = {
    "heading": SCALE.subheading,
    "lead": 1.2,
    "when": 0.95,
    "code": 0.9,
    "footnote": SCALE.small,
}
_LEADING = 108
"""Line height in percent of the face's own, so that it comes to the poster's leading."""


@dataclass(frozen=True)
class PanelLook(LineLook):
    """Lines of a panel, in the poster's own scale."""

    leading: int = _LEADING

    def size(self, role: Role, size: float) -> float:
        """Size of a line's text beside a body of a size."""
        return round(size * _SIZES.get(role, 1.0), 1)

    def gap(self, line: Line) -> float:
        """Space above a line, in sizes of the body."""
        return 0.7 if line.role == "heading" else line.gap

    def voice(self, line: Line, size: float) -> Voice:
        """How a line is set; headings in ink, as the panel's title has the colour."""
        return Voice(size, "tx1", bold=True) if line.role == "heading" else LineLook.voice(self, line, size)


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """A panel's pieces with the places of those that are not text in the panel itself, at a size of type."""

    panel: Panel
    box: Box
    size: float
    first: list[Line]
    others: tuple[tuple[list[Piece], Box], ...]
    measurer: Measurer
    bottom: float

    @property
    def holds(self) -> bool:
        """Whether everything stands inside the panel."""
        return self.bottom <= self.box.y + self.box.height


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans panels; ``pad`` is the size that the layout counts the panels' padding in."""

    theme: Theme
    flow: Flow
    language: str
    pad: float
    tallest: float = 0.0

    def plan(self, placed: PlacedPanel, size: float) -> PanelPlan:
        """A panel at a size of type."""
        box = Box(placed.box.x, placed.box.y, placed.box.width, placed.box.height)
        measurer = self._measurer(box, size)
        pieces = self.flow.pieces(told(placed.panel.blocks, lambda block: _shown(block, measurer)))
        segments = segments_of(pieces)
        first = segments.pop(0) if segments and isinstance(segments[0][0], Line) else []
        top = box.y + SCALE.panel_top * self.pad
        y = top + self._title(placed.panel, size, measurer) + _high(first, measurer, size)
        others = []
        for segment in segments:
            y += SCALE.paragraph_gap * size
            high = _high(segment, measurer, size)
            others.append((segment, Box(box.x + SCALE.panel_x * self.pad, y, measurer.frame.width, high)))
            y += high
        lines = [piece for piece in first if isinstance(piece, Line)]
        return PanelPlan(placed.panel, box, size, lines, tuple(others), measurer, y)

    def _measurer(self, box: Box, size: float) -> Measurer:
        inner = box.width - 2 * SCALE.panel_x * self.pad
        frame = Frame(inner, size, inner, box.height * 0.9, 0.0, size * SCALE.paragraph_gap)
        return Measurer(
            self.theme,
            frame,
            self.flow,
            language=self.language,
            largest_table=size * 0.92,
            tallest=self.tallest,
        )

    def _title(self, panel: Panel, size: float, measurer: Measurer) -> float:
        if not panel.title:
            return 0.0
        own, width = size * SCALE.heading * measurer.stretch, measurer.frame.width
        lines = line_count(plain(panel.title), self.theme.heading, own, width, "bold")
        return (lines * SCALE.heading * SCALE.heading_leading + SCALE.title_gap) * size


def _high(segment: list[Piece], measurer: Measurer, size: float) -> float:
    """Height of a segment in a panel in points."""
    lines = [piece for piece in segment if isinstance(piece, Line)]
    if lines:
        return measurer.lines_height(lines, size, measurer.frame.width) * _LEADING / 100
    if segment and isinstance(segment[0], Picture):
        return SCALE.image_height * size
    return measurer.piece(segment[0], size) if segment else 0.0


def _shown(block: Table | Figure | Container, measurer: Measurer) -> bool:
    if isinstance(block, Container):
        return False  # a panel is a column itself
    return measurer.figure(block) is not None if isinstance(block, Figure) else measurer.columns_fit(block)
