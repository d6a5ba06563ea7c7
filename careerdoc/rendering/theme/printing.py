"""A theme for paper: what is dark on a screen is printed on white."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.rendering.contrast import luminance, mixed, readable
from careerdoc.rendering.theme.model import Colors

if TYPE_CHECKING:
    from careerdoc.document import Shape
    from careerdoc.rendering.theme.model import Theme

_WHITE, _INK = "#ffffff", "#1b1f24"
_DARK = 0.18
"""Luminance below which paper is dark."""


def for_paper(theme: Theme, shape: Shape) -> Theme:
    """The theme itself; for pages of text in one whose paper is dark, its colours on white: nobody prints a black page.

    Slides and posters keep theirs: they are shown, or printed by a shop.
    """
    colors = theme.colors
    if shape in {"slides", "poster"} or luminance(colors.paper) >= _DARK:
        return theme
    wash, rule = mixed(_WHITE, _INK, 0.05), mixed(_WHITE, _INK, 0.2)
    muted = readable(mixed(_INK, _WHITE, 0.35), wash)
    primary, secondary, accent = (readable(color, wash) for color in (colors.primary, colors.secondary, colors.accent))
    paper = Colors(_INK, muted, _WHITE, wash, rule, primary, _WHITE, secondary, _WHITE, accent, _WHITE)
    return replace(theme, colors=paper)
