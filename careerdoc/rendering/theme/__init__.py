"""The Theme: the look, defined once in ``theme.yaml`` and read by every renderer."""

from careerdoc.rendering.theme.fields import points
from careerdoc.rendering.theme.model import (
    STYLES,
    Colors,
    Font,
    HeadingLook,
    Manuscript,
    Page,
    Sizes,
    Style,
    Theme,
)
from careerdoc.rendering.theme.read import PAGE_SIZES, read_theme

__all__ = [
    "PAGE_SIZES",
    "STYLES",
    "Colors",
    "Font",
    "HeadingLook",
    "Manuscript",
    "Page",
    "Sizes",
    "Style",
    "Theme",
    "points",
    "read_theme",
]
