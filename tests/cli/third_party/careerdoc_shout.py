"""A document as text in capitals."""

from __future__ import annotations

from careerdoc.document import Document, write
from careerdoc.rendering import Rendering, Theme


def render(document: Document, _theme: Theme) -> Rendering:
    return Rendering(write(document).upper().encode())
