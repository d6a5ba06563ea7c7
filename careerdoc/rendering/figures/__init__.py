"""Figures: drawings told as data, read and placed here, drawn by each renderer in its own medium."""

from careerdoc.rendering.figures.drawing import (
    LABEL_LEADING,
    MOST_DRAWN,
    TEXT_SIZE,
    Drawing,
    Label,
    Mark,
    draw_timeline,
    draw_whole,
    draw_within,
)
from careerdoc.rendering.figures.timeline import (
    Entry,
    PlacedEntry,
    PlacedTimeline,
    Tick,
    Timeline,
    describe,
    place_timeline,
    read_timeline,
    words_of,
)

__all__ = [
    "LABEL_LEADING",
    "MOST_DRAWN",
    "TEXT_SIZE",
    "Drawing",
    "Entry",
    "Label",
    "Mark",
    "PlacedEntry",
    "PlacedTimeline",
    "Tick",
    "Timeline",
    "describe",
    "draw_timeline",
    "draw_whole",
    "draw_within",
    "place_timeline",
    "read_timeline",
    "words_of",
]
