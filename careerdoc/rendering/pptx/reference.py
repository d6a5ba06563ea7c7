"""A school's own presentation: opened with care, and nothing kept of it but masters, layouts and theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from careerdoc.rendering.pptx.look import NAMESPACES
from careerdoc.rendering.reference import POWERPOINT, keep, opened, refers_to

if TYPE_CHECKING:
    import io
    from typing import Any

    from pptx.opc.package import XmlPart
    from pptx.parts.presentation import PresentationPart
    from pptx.presentation import Presentation as PresentationType

_LOOK = ("/slideMaster", "/notesMaster", "/theme", "/tableStyles", "/font")
"""What is kept of the relationships of a presentation, by the end of their type; slides and macros are not."""
_MASTER = ("/slideLayout", "/slideMaster", "/theme", "/image", "/hyperlink")
_PACKAGE = ("/officeDocument", "/core-properties", "/extended-properties")
_KEPT = tuple(
    qn(f"p:{name}")
    for name in ("sldMasterIdLst", "notesMasterIdLst", "sldSz", "notesSz", "embeddedFontLst", "defaultTextStyle")
)
"""Children of ``p:presentation`` that say how slides look; the others list slides, shows and what locks the file."""
_SHAPES = frozenset(map(qn, ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp", "p:grpSp", "p:contentPart")))
_LINKS = frozenset(map(qn, ("a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver", "p:tags", "p:custData", "a:snd")))
_LISTS = ("p:custDataLst", "p:controls", "p:timing", "p:transition")


@dataclass(frozen=True, slots=True)
class Reference:
    """A presentation without slides. ``used`` are the positions of the layouts that its own slides had, in order."""

    presentation: PresentationType
    used: tuple[int, ...]


def open_reference(content: bytes, name: str) -> Reference:
    """The presentation without its slides; ``name`` is told with what is the matter.

    Raises CareerdocError (CD038) that says what is the matter with it.
    """
    return opened(content, name, POWERPOINT, _look_of)


def _look_of(stream: io.BytesIO) -> Reference:
    presentation = Presentation(stream)
    every = [layout.part for master in presentation.slide_masters for layout in master.slide_layouts]
    used = tuple(every.index(slide.slide_layout.part) for slide in presentation.slides)
    part = presentation.part
    keep(part.package._rels, _PACKAGE)  # noqa: SLF001 - python-pptx names the package's relations so
    keep(part.rels, _LOOK)
    for child in list(presentation.element):
        if child.tag not in _KEPT:
            presentation.element.remove(child)
    _set_properties(part)
    for master in presentation.slide_masters:
        master.part.part_related_by(RT.THEME)
        _clean(master.part)
        for layout in master.slide_layouts:
            _clean(layout.part)
            layout.part.part_related_by(RT.SLIDE_MASTER)
    _ = presentation.slide_width + presentation.slide_height, presentation.notes_master.part
    for relation in part.rels.values():
        if relation.reltype in {RT.THEME, RT.TABLE_STYLES}:
            keep(relation.target_part.rels, ("/image",))
        elif relation.reltype == RT.NOTES_MASTER:
            _clean(relation.target_part)  # type: ignore[arg-type] # a notes master is held parsed, as python-pptx does
    return Reference(presentation, used)


def _set_properties(part: PresentationPart) -> None:
    """Properties of the show and of the view that say nothing: PowerPoint mends a file without them."""
    for kind, content_type, root in (
        (RT.PRES_PROPS, CT.PML_PRES_PROPS, "presentationPr"),
        (RT.VIEW_PROPS, CT.PML_VIEW_PROPS, "viewPr"),
    ):
        name = PackURI(f"/ppt/{kind.rpartition('/')[2]}.xml")
        content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:{root} {NAMESPACES}/>'
        part.relate_to(Part(name, content_type, part.package, content.encode()), kind)


def _clean(part: XmlPart) -> None:
    """A master or layout without what leads outside, to slides, to programs and to media, and without movement."""
    gone = keep(part.rels, _MASTER)
    for relation in part.rels.values():
        if relation.reltype == RT.THEME:
            keep(relation.target_part.rels, ("/image",))
    root = part._element  # noqa: SLF001 - masters and layouts have no other name for it
    for name in _LISTS:
        for element in list(root.iter(qn(name))):
            element.getparent().remove(element)
    for element in list(root.iter()) if gone else ():
        if refers_to(element, gone):
            _take_out(element)


def _take_out(element: Any) -> None:  # noqa: ANN401 - lxml has no types
    """A link or tag itself; of anything else the whole shape, or the background that holds it."""
    found = element
    if element.tag not in _LINKS:
        shapes = (above for above in element.iterancestors() if above.tag in _SHAPES or above.tag == qn("p:bg"))
        found = next(shapes, element)
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)
