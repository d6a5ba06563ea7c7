"""The pictures of a document: which can be shown, and under which address."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Image

MOST_PIXELS = 40_000_000
"""Pixels of the largest picture that is shown; decoding one takes four bytes for each."""

_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


class Pictures(Protocol):
    """Gives addresses to pictures, and keeps what there is to say about those that cannot be shown."""

    findings: list[Finding]

    def address(self, image: Image) -> str | None:
        """The address to show a picture from, or None where its alt text stands for it."""
        ...


def picture_type(content: bytes) -> str | None:
    """Media type of a PNG, JPEG, GIF or WebP of bearable size, told by its first bytes; None for all else."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=tuple(_TYPES)) as picture:
            width, height = picture.size
            return _TYPES.get(picture.format or "") if 0 < width * height <= MOST_PIXELS else None
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None


def missing(image: Image, content: bytes | None) -> Finding:
    """What to say of a picture that is not shown."""
    if content is None:
        message, hint = f'there is no picture "{image.target}"', "its alternative text stands in its place"
    else:
        message, hint = f'"{image.target}" cannot be shown', "use a PNG, JPEG, GIF or WebP of up to 40 megapixels"
    return Finding("CD031", Level.WARNING, message, image.span, hint)


class EmbeddedPictures:
    """Pictures as ``data:`` addresses, for a page that stands alone."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        self.resources = resources
        self.findings: list[Finding] = []
        self._addresses: dict[str, str | None] = {}

    def address(self, image: Image) -> str | None:
        """The picture itself as an address, or None and a finding."""
        if image.target not in self._addresses:
            self._addresses[image.target] = self._embedded(image)
        return self._addresses[image.target]

    def _embedded(self, image: Image) -> str | None:
        content = self.resources.get(image.target)
        media = picture_type(content) if content is not None else None
        if content is None or media is None:
            self.findings.append(missing(image, content))
            return None
        return f"data:{media};base64,{base64.b64encode(content).decode('ascii')}"
