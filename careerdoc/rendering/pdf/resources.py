"""The only things that a PDF engine may fetch: the theme's faces and the document's pictures, under made-up names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level
from careerdoc.rendering.fallbacks import at_weight, is_variable
from careerdoc.rendering.html import missing, picture_type
from careerdoc.rendering.pdf.cidkeyed import renumbered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from careerdoc.document.model import Image
    from careerdoc.rendering.theme import Font, Style

SCHEME = "careerdoc:"
FACE = "font/ttf"

WEIGHTS: Mapping[Style, int] = MappingProxyType({"regular": 400, "bold": 600, "italic": 400, "bold_italic": 600})
"""The weights of the faces that a variable font stands for."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Bytes and their media type."""

    content: bytes
    media: str


class Table:
    """What there is to fetch, by address. What is asked for beyond that is refused and remembered."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.findings: list[Finding] = []
        self._pictures = pictures
        self._sources: dict[str, Callable[[], Resource]] = {}
        self._addresses: dict[str, str | None] = {}

    def get(self, address: str) -> Resource | None:
        """The resource at an address, or None and a finding."""
        source = self._sources.get(address)
        if source is None:
            shown = address if len(address) <= 120 else address[:119] + "…"
            message = (
                f'the style asks for "{shown}", which is not part of the document or the theme; it was not fetched'
            )
            self.findings.append(Finding("CD036", Level.WARNING, message, None, "remove it from style.css"))
            return None
        return source()

    def face(self, name: str, font: Font, face: Style) -> str:
        """Put a face into the table; gives its address, which differs for different files."""
        path = font.faces[face]
        address = f"{SCHEME}font/{name}-{sha256(str(path).encode()).hexdigest()[:12]}"
        self._sources[address] = lambda: Resource(_font(path, WEIGHTS[face]), FACE)
        return address

    def address(self, image: Image) -> str | None:
        """Put a picture into the table; gives its address, or None and a finding where it cannot be shown."""
        if image.target not in self._addresses:
            self._addresses[image.target] = self._added(image)
        return self._addresses[image.target]

    def _added(self, image: Image) -> str | None:
        content = self._pictures.get(image.target)
        media = picture_type(content) if content is not None else None
        if content is None or media is None:
            self.findings.append(missing(image, content))
            return None
        address = f"{SCHEME}picture/{len(self._sources)}"
        self._sources[address] = lambda: Resource(content, media)
        return address


@lru_cache(maxsize=32)
def _font(path: Path, weight: int) -> bytes:
    return at_weight(path, weight) if is_variable(path) else renumbered(path.read_bytes())
