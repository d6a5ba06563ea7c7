"""The poster: one big sheet, planned as a value before any renderer draws it."""

from careerdoc.rendering.poster.heights import FIGURE_SIZE, SCALE, TIGHT, Scale, column_shares
from careerdoc.rendering.poster.layout import lay_out
from careerdoc.rendering.poster.model import Panel, Poster, Tone, poster_of, sheet
from careerdoc.rendering.poster.placing import Box, PlacedPanel, PosterLayout

__all__ = [
    "FIGURE_SIZE",
    "SCALE",
    "TIGHT",
    "Box",
    "Panel",
    "PlacedPanel",
    "Poster",
    "PosterLayout",
    "Scale",
    "Tone",
    "column_shares",
    "lay_out",
    "poster_of",
    "sheet",
]
