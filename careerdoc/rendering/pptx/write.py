"""Slides into a package: parts, relationships and properties, by python-pptx."""

from __future__ import annotations

import copy
import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.parts.slide import NotesSlidePart, SlidePart

from careerdoc.rendering.ooxml import repack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pptx.presentation import Presentation

    from careerdoc.document.model import Document
    from careerdoc.rendering.pptx.canvas import Canvas

_UNDATED = dt.date(1980, 1, 1)
"""The first day that a zip file knows."""


_BUILT_IN = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""Medium Style 2, Accent 1: the table style that every PowerPoint knows and that decks usually begin with."""


def add_slide(presentation: Presentation, canvas: Canvas, resources: Mapping[str, bytes]) -> SlidePart:
    """A slide from its shapes, at the end of the deck."""
    package = presentation.part.package
    listing = presentation.element.get_or_add_sldIdLst()
    name = PackURI(f"/ppt/slides/slide{len(listing) + 1}.xml")
    part = SlidePart(name, CT.PML_SLIDE, package, parse_xml(canvas.xml()))
    every = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    layout = every[canvas.layout].part
    part.relate_to(layout, RT.SLIDE_LAYOUT)
    if canvas.slots:
        _adapt(part.slide.element, layout.slide_layout.element, canvas.slots)
    listing.add_sldId(presentation.part.relate_to(part, RT.SLIDE))
    _refer(part, canvas, resources)  # once the slide is in the deck, so that its pictures' names are counted
    return part


def _adapt(slide: Any, layout: Any, slots: Mapping[str, str]) -> None:  # noqa: ANN401 - lxml has no types
    """A slide of ours to a deck of somebody else: its colours, the map of them, its tables' style."""
    for color in list(slide.iter(qn("a:schemeClr"))):
        if color.get("val") in slots:
            own = OxmlElement("a:srgbClr")
            own.set("val", slots[color.get("val")].lstrip("#").upper())
            own[:] = list(color)
            color.getparent().replace(color, own)
    for style in slide.iter(qn("a:tableStyleId")):
        style.text = _BUILT_IN
    override = layout.find(qn("p:clrMapOvr"))
    if override is not None:
        slide.replace(slide.find(qn("p:clrMapOvr")), copy.deepcopy(override))


def add_notes(presentation: Presentation, slide: SlidePart, xml: str, page: Canvas) -> None:
    """Speaker notes behind a slide."""
    number = slide.partname.idx
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, presentation.part.package, parse_xml(xml))
    part.relate_to(presentation.part.notes_master_part, RT.NOTES_MASTER)
    part.relate_to(slide, RT.SLIDE)
    _refer(part, page, {})
    slide.relate_to(part, RT.NOTES_SLIDE)


def _refer(part: SlidePart | NotesSlidePart, canvas: Canvas, resources: Mapping[str, bytes]) -> None:
    """The relationships of a part in the order in which its shapes name them."""
    for kind, target in canvas.references:
        if kind == "link":
            part.relate_to(target, RT.HYPERLINK, is_external=True)
        else:
            part.get_or_add_image_part(io.BytesIO(resources[target]))


def finished(presentation: Presentation, document: Document, title: str) -> bytes:
    """The file, with the document's properties and no date but its own."""
    metadata, core = document.metadata, presentation.core_properties
    date = metadata.date or _UNDATED
    moment = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 - python-pptx wants UTC without saying so
    core.title, core.author, core.subject = title, metadata.author[:255], metadata.subject[:255]
    core.language, core.last_modified_by, core.keywords = metadata.language, metadata.author[:255], ""
    core.created, core.modified, core.revision = moment, moment, 1
    stream = io.BytesIO()
    presentation.save(stream)
    return repack(stream.getvalue(), date)
