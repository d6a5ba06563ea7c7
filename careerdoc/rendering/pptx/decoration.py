"""What a theme's design draws on the layouts of a deck, behind the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careerdoc.rendering.pptx.geometry import PLACES, Box
from careerdoc.rendering.pptx.look import NO_LINE, TONES, solid

if TYPE_CHECKING:
    from careerdoc.rendering.theme import Design


class Shapes(Protocol):
    """Takes shapes for a layout."""

    def shape(self, name: str, form: str, box: Box, paint: str) -> None:
        """A shape of a preset form."""
        ...


_TITLE_BLOCK = Box(0, 0, 960, 124)


def cover(shapes: Shapes, design: Design, on: str) -> None:
    """The opening slide."""
    band = PLACES.cover_band
    match design.cover:
        case "band":
            shapes.shape("Band", "rect", band, f"{solid('accent1')}{NO_LINE}")
            ornament(shapes, design, on, Box(690, -150, 420, 420))
            shapes.shape("Edge", "rect", Box(0, band.height, 960, 8), f"{solid('accent3')}{NO_LINE}")
        case "full":
            shapes.shape("Ground", "rect", PLACES.slide, f"{solid('accent1')}{NO_LINE}")
            ornament(shapes, design, on, Box(690, -150, 420, 420))
            shapes.shape("Rule", "rect", Box(PLACES.cover_title.x, 332, 120, 8), f"{solid('accent3')}{NO_LINE}")
        case "plain":
            ornament(shapes, design, "accent5", Box(690, -150, 420, 420))
            shapes.shape("Rule", "rect", Box(PLACES.cover_title.x, 334, 832, 1.5), f"{solid('accent1')}{NO_LINE}")
            shapes.shape("Mark", "rect", Box(PLACES.cover_title.x, 331, 72, 6), f"{solid('accent3')}{NO_LINE}")


def ornament(shapes: Shapes, design: Design, on: str, box: Box) -> None:
    """The ornament of a slide of one colour, in a square that may leave the slide at its edge."""
    match design.ornament:
        case "rings":
            _rings(shapes, on, box)
        case "dots":
            _dots(shapes, on, box)
        case "stripes" if box.x > 0:
            _stripes(shapes, on)
        case _:
            pass


def _rings(shapes: Shapes, on: str, box: Box) -> None:
    """Two rings, as of water."""
    for name, inset, alpha in (("Ring", 0.0, 10), ("Inner ring", 96.0, 14)):
        ring = Box(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset)
        shapes.shape(name, "ellipse", ring, f'<a:noFill/><a:ln w="{30 * 12700}">{solid(on, alpha)}</a:ln>')


def _dots(shapes: Shapes, on: str, box: Box) -> None:
    """Discs of several sizes, scattered as confetti is."""
    for number, (across, down, size, alpha) in enumerate(
        ((0.18, 0.62, 0.20, 22), (0.45, 0.42, 0.34, 14), (0.62, 0.78, 0.13, 30), (0.30, 0.86, 0.09, 30))
    ):
        side = box.width * size
        disc = Box(box.x + box.width * across, box.y + box.height * down, side, side)
        shapes.shape(f"Dot {number + 1}", "ellipse", disc, f"{solid(on, alpha)}{NO_LINE}")


def _stripes(shapes: Shapes, on: str) -> None:
    """Three slanted bars from top to bottom, at the far edge."""
    for number, alpha in enumerate((7, 12, 20)):
        bar = Box(700 + 84 * number, -10, 190, 560)
        shapes.shape(f"Stripe {number + 1}", "parallelogram", bar, f"{solid(on, alpha)}{NO_LINE}")


def frame(shapes: Shapes, design: Design, tone: str) -> None:
    """What marks off the title of a slide of content."""
    mark = "accent3" if not tone else TONES[tone]
    match design.frame:
        case "edge":
            shapes.shape("Bar", "rect", Box(0, 0, 18, 540), f"{solid(TONES[tone])}{NO_LINE}")
            shapes.shape("Ground", "rect", PLACES.ground, f"{solid('bg2')}{NO_LINE}")
            shapes.shape("Rule", "rect", PLACES.rule, solid(mark) + NO_LINE)
        case "line":
            rule = PLACES.rule
            line = Box(rule.x, rule.y + 3, PLACES.title.width, 1.5)
            shapes.shape("Line", "rect", line, f"{solid('accent5')}{NO_LINE}")
            shapes.shape("Rule", "rect", Box(rule.x, rule.y + 1, rule.width, 5), solid(mark) + NO_LINE)
        case "block":
            shapes.shape("Block", "rect", _TITLE_BLOCK, f"{solid(TONES[tone])}{NO_LINE}")
            edge = Box(0, _TITLE_BLOCK.height, 960, 6)
            shapes.shape("Edge", "rect", edge, f"{solid('accent3' if not tone else 'accent1')}{NO_LINE}")
