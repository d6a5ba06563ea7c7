"""What a page shows, whatever frames it: HTML for the body, and the CSS that belongs to this one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdoc.findings import Finding
    from careerdoc.rendering.html.markup import Markup


@dataclass(frozen=True, slots=True)
class Body:
    """The content of ``<body>``.

    ``sheets`` names the style sheets it is made for, ``rules`` are its own. ``page`` is the size of a page in points
    for what is no text that runs from page to page; ``em`` is then the size of its root in points.
    ``values`` are what the sheets ask for beside the theme.
    """

    html: Markup
    sheets: tuple[str, ...]
    rules: str
    findings: tuple[Finding, ...]
    page: tuple[float, float] | None = None
    em: float = 0.0
    values: tuple[tuple[str, str], ...] = ()
