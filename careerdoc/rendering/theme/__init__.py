"""The Theme: the look, defined once in ``theme.yaml`` and read by every renderer."""

from careerdoc.rendering.theme.fields import points
from careerdoc.rendering.theme.model import (
    STYLES,
    Colors,
    Design,
    Font,
    HeadingLook,
    Manuscript,
    Page,
    Sizes,
    Style,
    Theme,
)
from careerdoc.rendering.theme.printing import for_paper
from careerdoc.rendering.theme.read import PAGE_SIZES, read_theme

__all__ = [
    "PAGE_SIZES",
    "STYLES",
    "Colors",
    "Design",
    "Font",
    "HeadingLook",
    "Manuscript",
    "Page",
    "Sizes",
    "Style",
    "Theme",
    "for_paper",
    "points",
    "read_theme",
]
