"""The places on a slide of 13.333 by 7.5 inches, in points, and English metric units."""

from __future__ import annotations

from typing import NamedTuple

EMU = 12700
"""English metric units to the point (ECMA-376 part 1, 20.1.2.1)."""

LARGEST_SHEET = 56 * 72.0
"""PowerPoint's limit for either side of a slide, in points."""


class Box(NamedTuple):
    """A rectangle in points from the top left."""

    x: float
    y: float
    width: float
    height: float

    def xfrm(self, tag: str = "a") -> str:
        """The rectangle as a transform element of a namespace prefix."""
        return (
            f'<{tag}:xfrm><a:off x="{emu(self.x)}" y="{emu(self.y)}"/>'
            f'<a:ext cx="{max(emu(self.width), 1)}" cy="{max(emu(self.height), 1)}"/></{tag}:xfrm>'
        )

    def mirrored(self, width: float) -> Box:
        """The rectangle in a mirror that is so many points wide."""
        return self._replace(x=width - self.x - self.width)


def emu(points: float) -> int:
    """A length in points as English metric units."""
    return round(points * EMU)


class Places(NamedTuple):
    """Where the placeholders of a deck's layouts stand."""

    slide: Box = Box(0, 0, 960, 540)
    title: Box = Box(64, 20, 832, 94)
    ground: Box = Box(18, 128, 942, 412)
    rule: Box = Box(64, 125, 72, 6)
    badge: Box = Box(64, 152, 260, 30)
    body: Box = Box(64, 156, 832, 334)
    badge_room: float = 46.0
    cover_title: Box = Box(64, 84, 800, 206)
    cover_lead: Box = Box(64, 214, 800, 92)
    cover_band: Box = Box(0, 0, 960, 340)
    cover_byline: Box = Box(64, 376, 800, 116)
    section_title: Box = Box(96, 116, 740, 150)
    section_text: Box = Box(96, 300, 740, 150)
    footer: Box = Box(64, 502, 640, 22)
    number: Box = Box(776, 502, 120, 22)

    def mirrored(self) -> Places:
        """The places of a deck that runs from right to left."""
        boxes = {name: box.mirrored(self.slide.width) for name, box in self._asdict().items() if isinstance(box, Box)}
        return self._replace(**boxes)  # type: ignore[arg-type] # mypy takes them for the one field that is no box


PLACES = Places()
RTL_PLACES = PLACES.mirrored()


def places(*, rtl: bool) -> Places:
    """The places of a deck that runs from right to left, or not."""
    return RTL_PLACES if rtl else PLACES
