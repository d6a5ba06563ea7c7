"""The box of a task."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from careerdoc.rendering.docx.look import fonts_xml
from careerdoc.rendering.ooxml import clean

_BOX = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/><w14:checkedState w14:val="2611" w14:font={font}/>'
    '<w14:uncheckedState w14:val="2610" w14:font={font}/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>{fonts}</w:rPr>'
    "<w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
)
"""A box that can be clicked in Word (Office 2010's w14:checkbox), with the glyph for every other program."""


def box_xml(family: str, *, done: bool) -> str:
    """A box in a family of fonts, ticked or not."""
    return _BOX.format(on=int(done), glyph="☑" if done else "☐", font=quoteattr(clean(family)), fonts=fonts_xml(family))
