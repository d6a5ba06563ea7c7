"""Pictures as inline drawings: at their own size, never wider than the text, with their description."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.findings import Finding, Level
from careerdoc.rendering.ooxml import clean
from careerdoc.rendering.photographs import UnfitPictureError, photograph

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from careerdoc.document.model import Image

_EMU = 12700
"""English metric units in a point."""

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def picture_run(
    part: DocumentPart,
    image: Image,
    data: bytes | None,
    room: tuple[float, float],
    number: int,
    findings: list[Finding],
) -> str:
    """A run with the picture, or an empty text and a finding where it cannot be shown.

    ``room`` is the width and height that it may take, in points; ``number`` is unique in the document.
    """
    if data is None:
        findings.append(Finding("CD031", Level.WARNING, f'the picture "{image.target}" is not there', image.span))
        return ""
    try:
        ready = photograph(data, room[0])
        rid, _ = part.get_or_add_image(io.BytesIO(ready.content))
    except UnfitPictureError as error:
        findings.append(Finding("CD031", Level.WARNING, f'"{image.target}" {error}', image.span, error.hint))
        return ""
    width, height = ready.width, ready.height
    scale = min(1.0, room[0] / max(width, 1), room[1] * 0.8 / max(height, 1))
    cx, cy = max(round(width * scale * _EMU), 1), max(round(height * scale * _EMU), 1)
    name, told = quoteattr(f"Picture {number}"), quoteattr(clean(image.alt))
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:docPr id="{number}" name={name} descr={told}/><a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={told}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
