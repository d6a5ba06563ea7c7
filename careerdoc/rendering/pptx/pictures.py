"""Pictures: which bytes PowerPoint can show, and how large they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN = frozenset({"PNG", "JPEG", "GIF", "BMP", "TIFF"})
MOST_PIXELS = 60_000_000
"""A picture of more pixels is left out: a few kilobytes can claim gigabytes."""


def sizes(resources: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of each resource that is a picture which a deck can hold."""
    found = {}
    for target, content in resources.items():
        size = _size(content)
        if size is not None:
            found[target] = size
    return found


def _size(content: bytes) -> tuple[int, int] | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content)) as picture:
            width, height, kind = picture.width, picture.height, picture.format
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if kind not in _SHOWN or not 0 < width * height <= MOST_PIXELS:
        return None
    return width, height
