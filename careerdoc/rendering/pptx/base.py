"""The presentation without slides that every deck of a theme begins as; made once, kept as bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.util import Emu

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.pptx.geometry import PLACES, emu
from careerdoc.rendering.pptx.layouts import layouts, master_xml, poster_layout
from careerdoc.rendering.pptx.look import table_styles_xml, theme_xml
from careerdoc.rendering.scripts import own_script

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation as PresentationType

    from careerdoc.rendering.scripts import Script
    from careerdoc.rendering.theme import Theme

_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>careerdoc</Application></Properties>"
)
_MAIN = {"p": "http://schemas.openxmlformats.org/presentationml/2006/main"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KEPT = 8
"""Bases kept at once: decks and posters of the themes in use."""

_bases: dict[tuple[object, ...], bytes] = {}


def open_base(theme: Theme, language: str, sheet: tuple[float, float] | None = None) -> PresentationType:
    """A presentation of the theme without slides: a deck's, or that of a poster on a sheet of so many points.

    What it looks like depends on the language's script alone.
    """
    script, rtl = own_script(language), is_rtl_language(language)
    faces = (theme.heading.named, theme.body.named, theme.heading.has_bold)
    key = (theme.title, theme.colors, faces, theme.design, sheet, script, rtl)
    content = _bases.get(key)
    if content is None:
        if len(_bases) >= _KEPT:
            _bases.clear()
        content = _bases[key] = _made(theme, sheet, script, rtl=rtl)
    return Presentation(io.BytesIO(content))


def _made(theme: Theme, sheet: tuple[float, float] | None, script: Script | None, *, rtl: bool) -> bytes:
    presentation = Presentation()
    if rtl:
        presentation.element.set("rtl", "1")
    width, height = sheet or (PLACES.slide.width, PLACES.slide.height)
    presentation.slide_width, presentation.slide_height = Emu(emu(width)), Emu(emu(height))
    presentation.element.find("p:sldSz", _MAIN).attrib.pop("type", None)
    bold = theme.heading.has_bold
    if sheet:
        made: tuple[bytes, ...] = (poster_layout(theme.colors, width, height, rtl=rtl, bold=bold),)
    else:
        made = layouts(theme.colors, theme.design, rtl=rtl, bold=bold)
    _lay_out(presentation, made, rtl=rtl, bold=bold)
    _dress(presentation, theme, script)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def _lay_out(presentation: PresentationType, made: tuple[bytes, ...], *, rtl: bool, bold: bool) -> None:
    """Our master and layouts in place of those of the template, whose further layouts leave without a trace."""
    master = presentation.slide_masters[0]
    kept = list(master.slide_layouts)
    for layout in kept[len(made) :]:
        master.slide_layouts.remove(layout)
    for layout, content in zip(kept, made, strict=False):
        _replace(layout.part, content)
    ids = [element.rId for element in master.element.sldLayoutIdLst]
    _replace(master.part, master_xml(ids, rtl=rtl, bold=bold))


def _dress(presentation: PresentationType, theme: Theme, script: Script | None) -> None:
    """The theme's parts in, the template's thumbnail and printer settings out."""
    part, package = presentation.part, presentation.part.package
    look = theme_xml(theme, script)
    _set(presentation.slide_masters[0].part.part_related_by(RT.THEME), look)
    _set(presentation.notes_master.part.part_related_by(RT.THEME), look)
    _set(part.part_related_by(RT.TABLE_STYLES), table_styles_xml(theme.colors))
    name_notes_master(presentation)
    for key, relation in list(part.rels.items()):
        if relation.reltype == RT.PRINTER_SETTINGS:
            part.rels.pop(key)
    for key, relation in list(package._rels.items()):  # noqa: SLF001 - python-pptx names the package's relations so
        if relation.reltype == RT.THUMBNAIL:
            package._rels.pop(key)  # noqa: SLF001 - likewise
        elif relation.reltype == RT.EXTENDED_PROPERTIES:
            _set(relation.target_part, _APPLICATION)


def name_notes_master(presentation: PresentationType) -> None:
    """python-pptx adds a notes master without naming it in the presentation; PowerPoint expects the name."""
    part = presentation.part
    relation = next(key for key, value in part.rels.items() if value.reltype == RT.NOTES_MASTER)
    root = presentation.element
    if root.find("p:notesMasterIdLst", _MAIN) is None:
        listing = parse_xml(
            f'<p:notesMasterIdLst xmlns:p="{_MAIN["p"]}" xmlns:r="{_RELATION[1:].split("}", maxsplit=1)[0]}">'
            f'<p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
        )
        root.find("p:sldMasterIdLst", _MAIN).addnext(listing)


def _replace(part: Part, content: bytes) -> None:
    assert isinstance(part, XmlPart)  # noqa: S101 - masters, layouts and the notes' theme are held parsed
    part._element = parse_xml(content)  # noqa: SLF001 - an XmlPart offers no other way to its whole content


def _set(part: Part, content: bytes) -> None:
    if isinstance(part, XmlPart):
        _replace(part, content)
    else:
        part.blob = content
