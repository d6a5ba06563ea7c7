"""Speaker notes: the page behind a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Text
from careerdoc.rendering.deck import Line, Picture
from careerdoc.rendering.deck.telling import told
from careerdoc.rendering.pptx.canvas import Canvas
from careerdoc.rendering.pptx.look import EMPTY_GROUP, NAMESPACES
from careerdoc.rendering.pptx.text import LineLook, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block, Inline
    from careerdoc.findings import Finding
    from careerdoc.rendering.deck import Deck, Flow, Piece

SIZE = 12.0

_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
)


def notes_of(
    blocks: tuple[Block, ...], resources: Mapping[str, bytes], deck: Deck, flow: Flow, findings: list[Finding]
) -> tuple[str, Canvas]:
    """The notes page as XML, and a canvas that holds the links in it."""
    page = Canvas(first=3)  # rId1 is the notes master, rId2 the slide
    writer = Writer(deck.language, deck.footnotes, resources, page.link, findings)
    pieces = flow.pieces(told(blocks, lambda _: False))
    lines = [piece if isinstance(piece, Line) else Line(_words(piece)) for piece in pieces]
    text = writer.lines(lines, SIZE, LineLook("", "", "tx1"))
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{_IMAGE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    ), page


def _words(piece: Piece) -> tuple[Inline, ...]:
    """What is left of a picture on a page of notes."""
    return (Text(piece.image.alt, piece.image.span),) if isinstance(piece, Picture) else ()
