"""Figures: drawings told as data, read and placed here, drawn by each renderer in its own medium."""

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
    "Entry",
    "PlacedEntry",
    "PlacedTimeline",
    "Tick",
    "Timeline",
    "describe",
    "place_timeline",
    "read_timeline",
    "words_of",
]
