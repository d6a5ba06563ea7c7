"""How well colours can be told apart (WCAG 2.2, contrast ratio), and the nearest that can."""

from __future__ import annotations

TEXT, LARGE, GRAPHIC = 4.5, 3.0, 3.0
"""The least contrast of text, of text of 18 points or 14 bold (1.4.3), and of what a drawing says (1.4.11)."""


def _channels(color: str) -> tuple[int, int, int]:
    bare = color.lstrip("#")
    return int(bare[0:2], 16), int(bare[2:4], 16), int(bare[4:6], 16)


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with a share of another in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(color: str, ground: str, least: float = TEXT) -> str:
    """The colour itself, or the nearest to it towards black or white that has the least contrast with a ground."""
    goal = max(("#000000", "#ffffff"), key=lambda end: contrast(end, ground))
    shades = (mixed(color, goal, step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= least), goal)
