"""A poster that is laid out: sizes of type and boxes, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdoc.findings import Finding
    from careerdoc.rendering.figures import Drawing
    from careerdoc.rendering.poster.head import Head
    from careerdoc.rendering.poster.heights import Scale
    from careerdoc.rendering.poster.model import Panel


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y from the top."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel, or the part of one that stands in a column. Its box holds its padding too.

    ``air`` is what may be added between its blocks, and between the items of its lists, in body sizes.
    """

    panel: Panel
    box: Box
    air: float = 0.0


@dataclass(frozen=True, slots=True)
class PosterLayout:
    """The sheet in points. ``head`` has the sizes of title, lead and byline; ``body`` is the size ``scale`` counts in.

    ``figure`` is the panel around the timeline, ``drawing`` the timeline itself, inside that panel's padding.
    """

    width: float
    height: float
    margin: float
    columns: int
    head: Head
    band: Box
    figure: Box | None
    drawing: Drawing | None
    body: float
    scale: Scale
    panels: tuple[PlacedPanel, ...]
    findings: tuple[Finding, ...]
