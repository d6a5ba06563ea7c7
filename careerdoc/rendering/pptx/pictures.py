"""Pictures as slides show them: upright, no larger than a screen needs, at the size they are meant to have."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.rendering.photographs import UnfitPictureError, photograph

if TYPE_CHECKING:
    from collections.abc import Mapping


def shown_pictures(
    resources: Mapping[str, bytes], room: float
) -> tuple[Mapping[str, bytes], dict[str, tuple[float, float]]]:
    """The resources that a slide ``room`` points wide can show, made ready, and their sizes in points."""
    ready, sizes = {}, {}
    for target, content in resources.items():
        try:
            picture = photograph(content, room)
        except UnfitPictureError:
            continue  # building says so, where the plan names it
        ready[target], sizes[target] = picture.content, (picture.width, picture.height)
    return MappingProxyType(ready), sizes
