"""The band at the head of a poster: how large its title, lead and byline may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdoc.document.model import Heading, Paragraph, inlines_of, walk
from careerdoc.rendering.poster.heights import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block
    from careerdoc.rendering.poster.heights import Heights
    from careerdoc.rendering.poster.model import Poster
    from careerdoc.rendering.theme import Font, Style

TITLE_LEADING, LEAD_LEADING, BYLINE_LEADING = 1.06, 1.22, 1.3
LEAD_GAP, BYLINE_GAP = 0.3, 0.32
"""Space above the lead and the byline, in title sizes."""


@dataclass(frozen=True, slots=True)
class Head:
    """Font sizes in points, the room for text between the margins, and the height with ``pad`` above and below."""

    title: float
    lead: float
    byline: float
    pad: float
    height: float


def texts_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The words of each paragraph and heading in blocks."""
    return tuple(text_of(b.children) for b in walk(blocks) if isinstance(b, Paragraph | Heading) and any(inlines_of(b)))


def head_of(poster: Poster, heights: Heights, room: float, scale: float, margin: float) -> Head:
    """The head in a room of that many points; ``scale`` is that of the sheet, 1 for 36 by 24 inches."""
    heading, body = heights.theme.heading, heights.theme.body
    title_text, lead_text = text_of(poster.title), "\n".join(texts_of(poster.lead))
    byline_text = " · ".join(texts_of(poster.byline))

    def lines(text: str, size: float, font: Font = heading, style: Style = "bold") -> int:
        return heights.lines(text, room / size, font=font, style=style)

    def fitting(text: str, size: float, style: Style = "bold") -> float:
        """The largest size, down to 45 %, at which a text takes two lines at most; three below 70 %, else more."""
        sizes = (size * (1 - n * 0.05) for n in range(12))
        fit = (s for s in sizes if lines(text, s, style=style) <= (2 if s > 0.7 * size else 3))
        return next(fit, size * 0.4)

    in_one_line = (s * scale for s in (150, 142, 134, 126) if lines(title_text, s * scale) == 1)
    title = next(in_one_line, None) or fitting(title_text, 118 * scale)
    lead = min(fitting(lead_text, 60 * scale, "italic"), title * 0.62)
    byline = min(31 * scale, title * 0.5)
    high = lines(title_text, title) * title * TITLE_LEADING if title_text else 0.0
    if lead_text:
        high += LEAD_GAP * title + lines(lead_text, lead, style="italic") * lead * LEAD_LEADING
    if byline_text:
        high += BYLINE_GAP * title + lines(byline_text, byline, body, "regular") * byline * BYLINE_LEADING
    pad = margin * 0.8
    return Head(title, lead, byline, pad, high + 2 * pad)
