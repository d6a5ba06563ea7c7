"""Pictures on a slide: whole, in a grid whose rows are as high as they are alike, with their alt text."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from careerdoc.rendering.deck import grid
from careerdoc.rendering.pptx.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.document.model import Image
    from careerdoc.rendering.pptx.canvas import Canvas

_GAP = 12.0
_LARGEST = 2.0
"""Points to a pixel: a picture of few pixels is not blown up further."""


def place_pictures(
    images: Sequence[Image], box: Box, canvas: Canvas, sizes: Mapping[str, tuple[float, float]], *, rtl: bool = False
) -> None:
    """Pictures as large as a box holds, none of them cropped; they begin at the side that lines begin at."""
    shapes = [sizes[image.target] for image in images]
    columns, rows = grid(len(images), box.width, box.height, statistics.median(wide / high for wide, high in shapes))
    room = (box.width - _GAP * (columns - 1)) / columns, (box.height - _GAP * (rows - 1)) / rows
    for number, image in enumerate(images):
        column, row = number % columns, number // columns
        if rtl:
            column = columns - 1 - column
        cell = Box(box.x + column * (room[0] + _GAP), box.y + row * (room[1] + _GAP), *room)
        _place(image, cell, canvas, sizes[image.target], centred=len(images) > 1, rtl=rtl)


def _place(image: Image, cell: Box, canvas: Canvas, size: tuple[float, float], *, centred: bool, rtl: bool) -> None:
    scale = min(cell.width / size[0], cell.height / size[1], _LARGEST)
    width, height = size[0] * scale, size[1] * scale
    spare = cell.width - width
    x = cell.x + (spare / 2 if centred else spare if rtl else 0.0)
    y = cell.y + ((cell.height - height) / 2 if centred else 0.0)
    canvas.picture("Picture", Box(x, y, width, height), image.target, image.alt or image.title)
