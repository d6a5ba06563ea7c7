"""Where everything on a poster goes: the size of its type, its columns, and each panel's box."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.rendering.figures import draw_timeline, draw_within, read_timeline
from careerdoc.rendering.poster.columns import atoms_of, balance, column_height, fits, joints_in, panels_in
from careerdoc.rendering.poster.cutting import cut
from careerdoc.rendering.poster.head import head_of
from careerdoc.rendering.poster.heights import SCALE, Heights, Scale
from careerdoc.rendering.poster.placing import Box, PlacedPanel, PosterLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerdoc.document.model import Block
    from careerdoc.rendering.figures import Drawing
    from careerdoc.rendering.poster.columns import Atom
    from careerdoc.rendering.poster.model import Panel, Poster
    from careerdoc.rendering.theme import Theme
    from careerdoc.source import Span

SMALLEST, LARGEST = 24.0, 46.0
"""Bounds of the body text in points on a sheet of 36 by 24 inches; other sheets scale them."""

_REFERENCE = 36 * 72 * 24 * 72
_MOST_PANELS = {1: 3, 2: 8}
"""Panels beyond which so few columns are not even tried."""

MOST_AIR = 0.5
"""Body sizes that may be added between lines where a column has room to spare."""

_TOLERANCE = 0.985
"""Part of the height that is planned for; the rest absorbs kerning and rounding of the engines."""


@dataclass(frozen=True, slots=True)
class _Tightness:
    """How much the head gives way, what share of the height a timeline may take, and the least size of body text.

    ``scaled`` asks for the tight scale.
    """

    head: float
    figure: float
    least: float
    scaled: bool = False


_TIGHTNESS = (
    _Tightness(1.0, 0.34, 30.0),
    _Tightness(0.8, 0.26, 27.0),
    _Tightness(0.58, 0.18, SMALLEST, scaled=True),
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns at one size of type: how many, how wide, where they begin and how high they may be, in points."""

    body: float
    count: int
    width: float
    top: float
    height: float
    gap: float


@dataclass(frozen=True, slots=True)
class _Choice:
    """A grid that holds everything, and how good it is."""

    quality: float
    grid: _Grid
    columns: list[list[Atom]]


def lay_out(  # noqa: PLR0913 - a sheet has that many givens
    poster: Poster,
    theme: Theme,
    width: float,
    height: float,
    *,
    resources: Mapping[str, bytes] | None = None,
    language: str = "en",
    slack: float = 1.0,
    tight: Scale = SCALE,
) -> PosterLayout:
    """The poster on a sheet of that many points.

    The type is as large as lets everything stand on the sheet, within bounds; what does not fit at the smallest size
    is cut from the end of the longest panels, and said in findings. ``slack`` plans for wider faces (1.2 for a fifth).
    ``tight`` is the scale for a sheet that is too full otherwise.
    """
    heights = Heights(theme, resources or {}, exact=True, slack=slack)
    for tightness in _TIGHTNESS:
        scaled = heights.at(tight) if tightness.scaled else heights
        plan = _Plan(poster, scaled, width, height, language, tightness)
        if layout := plan.layout():
            return layout
    return plan.cut()


class _Plan:
    """One poster on one sheet."""

    def __init__(
        self, poster: Poster, heights: Heights, width: float, height: float, language: str, tightness: _Tightness
    ) -> None:
        self.poster, self.heights, self.language = poster, heights, language
        self.type = heights.scale
        self.width, self.height = width, height
        self.scale = math.sqrt(width * height / _REFERENCE)
        self.margin = 0.028 * math.sqrt(width * height)
        self.room = width - 2 * self.margin
        self.timeline = read_timeline(poster.figure) if poster.figure else None
        self.figure_share, self.least = tightness.figure, tightness.least
        self.counts = (3, 4, 2, 1) if width > 1.15 * height else (2, 3, 1)
        self.head = head_of(poster, heights, self.room, self.scale * tightness.head, self.margin)
        self.drawings: dict[float, Drawing] = {}

    def layout(self) -> PosterLayout | None:
        """The best choice that holds everything, or None where there is none."""
        panels = len(self.poster.panels)
        counts = [count for count in self.counts if panels <= _MOST_PANELS.get(count, panels)]
        choices = [choice for count in counts if (choice := self._largest(count)) is not None]
        best = max(choices, key=lambda choice: choice.quality, default=None)
        return self._placed(best, self.poster.panels, ()) if best else None

    def _largest(self, count: int) -> _Choice | None:
        """The largest type at which so many columns hold everything: sought by estimate, then tried line by line."""
        if self._crowded(count):
            return None
        low, high = 0, int(LARGEST - self.least) + 1
        while low < high:
            middle = (low + high) // 2
            if self._tried(LARGEST - middle, count, self.heights.estimate) is None:
                low = middle + 1
            else:
                high = middle
        for step in range(max(low - 2, 0), int(LARGEST - self.least) + 1):
            if choice := self._tried(LARGEST - step, count, self.heights):
                return choice
        return None

    def _crowded(self, count: int) -> bool:
        """Whether there is by far too much even for the least size, so that nothing need be tried."""
        grid = self._grid(self.least * self.scale, count)
        atoms = self._atoms(self.poster.panels, grid, self.heights.estimate)
        return sum(atom.height for atom in atoms) * grid.body > 1.15 * count * grid.height

    def _tried(self, size: float, count: int, heights: Heights) -> _Choice | None:
        grid = self._grid(size * self.scale, count)
        if grid.height <= 0:
            return None
        columns = balance(self._atoms(self.poster.panels, grid, heights), count, grid.height / grid.body, self.type)
        if columns is None:
            return None
        ems = grid.width / grid.body
        comfort = 1.0 if 17 <= ems <= 32 else max(0.6, 1 - 0.03 * max(17 - ems, ems - 32))
        heights_of = [column_height(column, self.type) for column in columns]
        filled = sum(heights_of) / (count * max(heights_of, default=1.0))
        return _Choice(grid.body * comfort * filled**0.75, grid, columns)

    def _atoms(self, panels: Iterable[Panel], grid: _Grid, heights: Heights) -> list[Atom]:
        return atoms_of(panels, heights, grid.width / grid.body, 0.45 * grid.height / grid.body)

    def _drawing(self, body: float) -> Drawing | None:
        """The timeline across the sheet, no higher than its share of the height."""
        if self.timeline is None:
            return None
        if body not in self.drawings:
            room = self.room - 2 * self.type.panel_x * body
            limit = self.figure_share * self.height
            theme = self.heights.theme
            self.drawings[body] = draw_within(self.timeline, theme, room, body, limit, language=self.language)
        return self.drawings[body]

    def _grid(self, body: float, count: int) -> _Grid:
        gap = self.type.panel_gap * body
        top = self.head.height + gap
        drawing = self._drawing(body)
        if drawing is not None:
            top += drawing.height + (self.type.panel_top + self.type.panel_bottom) * body + gap
        width = (self.room - (count - 1) * gap) / count
        return _Grid(body, count, width, top, (self.height - self.margin - top) * _TOLERANCE, gap)

    def cut(self) -> PosterLayout:
        """The smallest type, and what does not stand on the sheet even so cut away.

        Few parts that are long stand in as few columns, so that none is empty.
        """
        grid = self._grid(SMALLEST * self.scale, max(self.counts))
        count = min(max(self.counts), len(self._atoms(self.poster.panels, grid, self.heights)) or 1)
        grid = self._grid(SMALLEST * self.scale, count)
        limit = grid.height / grid.body

        def fit(panels: tuple[Panel, ...]) -> bool:
            return fits(self._atoms(panels, grid, self.heights), count, limit, self.type)

        def high(blocks: tuple[Block, ...]) -> float:
            return self.heights.blocks(blocks, grid.width / grid.body - 2 * self.type.panel_x)

        panels, findings = cut(self.poster.panels, fit, high)
        columns = balance(self._atoms(panels, grid, self.heights), count, limit, self.type) or []
        return self._placed(_Choice(0.0, grid, columns), panels, findings)

    def _placed(self, choice: _Choice, panels: Sequence[Panel], findings: tuple[Finding, ...]) -> PosterLayout:
        """Boxes on the sheet. Room to spare goes to the timeline first, then to the panels of each column."""
        grid, body = choice.grid, choice.grid.body
        tallest = max((column_height(column, self.type) for column in choice.columns), default=0.0) * body
        figure, drawing, top = self._figure(grid, max(grid.height - tallest, 0.0))
        bottom = self.height - self.margin
        placed: list[PlacedPanel] = []
        for number, column in enumerate(choice.columns):
            x = self.margin + number * (grid.width + grid.gap)
            placed.extend(self._column(list(panels_in(column, panels, self.type)), x, top, bottom - top, grid))
        if drawing is not None and drawing.left_out and self.poster.figure:
            findings = (*findings, _figure_finding(drawing.left_out, self.poster.figure.span))
        return PosterLayout(
            self.width,
            self.height,
            self.margin,
            grid.count,
            self.head,
            Box(0, 0, self.width, self.head.height),
            figure,
            drawing,
            body,
            self.type,
            tuple(placed),
            findings,
        )

    def _figure(self, grid: _Grid, spare: float) -> tuple[Box | None, Drawing | None, float]:
        """The timeline's panel with its share of what is to spare, its drawing, and where the columns begin."""
        drawing = self._drawing(grid.body)
        if drawing is None:
            return None, None, grid.top
        more = min(0.45 * spare, 0.7 * drawing.height)
        drawing = draw_timeline(
            drawing.timeline,
            self.heights.theme,
            drawing.width,
            drawing.size,
            language=self.language,
            height=drawing.height + more,
            left_out=drawing.left_out,
        )
        y = self.head.height + grid.gap
        height = drawing.height + (self.type.panel_top + self.type.panel_bottom) * grid.body
        return Box(self.margin, y, self.room, height), drawing, y + height + grid.gap

    def _column(
        self, sized: list[tuple[Panel, float]], x: float, top: float, height: float, grid: _Grid
    ) -> list[PlacedPanel]:
        """The panels of a column below one another, stretched so that the last one ends where the sheet does.

        What is to spare goes between their lines, as far as that looks well, and then to their ends.
        """
        spare = (height - (len(sized) - 1) * grid.gap) / grid.body - sum(high for _, high in sized)
        joints = [joints_in(panel.blocks) for panel, _ in sized]
        air = min(max(0.8 * spare / sum(joints), 0.0), MOST_AIR) if sum(joints) else 0.0
        highs = [high + air * count for (_, high), count in zip(sized, joints, strict=True)]
        rest = max((spare - air * sum(joints)) / len(sized), 0.0)
        placed, y = [], top
        for (panel, _), high in zip(sized, highs, strict=True):
            box = Box(x, y, grid.width, (high + rest) * grid.body)
            placed.append(PlacedPanel(panel, box, air))
            y += box.height + grid.gap
        return placed


def _figure_finding(left_out: int, span: Span) -> Finding:
    message = f"the timeline has no room for its last {left_out} entries; they are left out of it"
    return Finding("CD032", Level.WARNING, message, span, hint="choose a larger sheet (size: 48x36in)")
