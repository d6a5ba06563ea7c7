"""Running text and outlines as the body of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Heading
from careerdoc.rendering.html.blocks import BlockWriter
from careerdoc.rendering.html.body import Body
from careerdoc.rendering.html.markup import number, tag
from careerdoc.rendering.html.setting import Setting

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Document
    from careerdoc.rendering.html.pictures import Pictures
    from careerdoc.rendering.theme import Theme


SCREEN_COLUMN = 32.0
"""Width of the text on a screen in its font sizes; a drawing made for paper is set smaller to stand in it."""


def prose_body(document: Document, theme: Theme, pictures: Pictures, *, foot_notes: bool = False) -> Body:
    """The document from top to bottom; its footnotes at the feet of pages that can hold them, else at the end."""
    page, outline = theme.page, document.shape == "outline"
    room = page.width - 2 * page.margin
    looks = theme.manuscript.headings if theme.manuscript else ()
    setting = Setting(
        room,
        theme.sizes.body * 0.9,
        (page.height - 2 * page.margin) * 0.8,
        outline,
        flowing=True,
        foot_notes=foot_notes,
        looks=looks,
    )
    writer = BlockWriter(document, theme, pictures, setting, em=theme.sizes.body)
    text, references = _parted(document)
    content = (writer.blocks(text), writer.footnotes(), writer.blocks(references))
    kind = "paper" if theme.manuscript else "prose"
    html = tag("main", *content, cls=f"{kind} outline" if outline else kind)
    sheets = writer.sheets(*(["outline"] if outline else []), "manuscript" if theme.manuscript else "prose")
    values = (("figure_share", number(min(SCREEN_COLUMN * theme.sizes.body / room, 1.0))),)
    return Body(html, sheets, writer.rules.css(), tuple(pictures.findings), values=values)


def _parted(document: Document) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands before the list of references, and that list: notes at the end come before it (MLA 9, 1.6)."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading) and "references" in block.attributes.classes:
            return document.blocks[:at], document.blocks[at:]
    return document.blocks, ()
