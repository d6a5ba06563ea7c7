"""Where blocks stand: what of a page a writer of blocks has to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdoc.rendering.theme import HeadingLook


@dataclass(frozen=True, slots=True)
class Setting:
    """Where blocks stand. A drawing is made for that width, text size and greatest height, in points.

    ``outline`` chooses the numerals of ordered lists; ``notes`` says whether speaker notes are shown. ``flowing`` is
    text that runs from page to page, ``foot_notes`` tells whether its pages hold footnotes at their feet, and ``looks``
    are those of a paper's headings from level 2. On a slide, columns and pictures stand ``side_by_side``.
    """

    width: float
    size: float
    height: float
    outline: bool = False
    notes: bool = True
    flowing: bool = False
    foot_notes: bool = False
    looks: tuple[HeadingLook, ...] = ()
    side_by_side: bool = False
