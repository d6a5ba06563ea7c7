"""One slide's shapes as XML, with ids and names that are unique, and what the slide refers to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.rendering.pptx.geometry import Box, emu
from careerdoc.rendering.pptx.look import EMPTY_GROUP, INSETS, NAMESPACES, NO_LINE, PILL, RECTANGLE, solid
from careerdoc.rendering.pptx.text import escaped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.rendering.pptx.stages import Slot


@dataclass(slots=True)
class Canvas:
    """Collects shapes for a slide of the layout at a position.

    ``references`` are kind and target in the order of their relationship ids.

    The ids count from ``first``: ``rId1`` is the slide's layout. ``slots`` are colours in the place of those of the
    scheme, on the layout of a deck of somebody else.
    """

    layout: int = 0
    parts: list[str] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    number: int = 1
    first: int = 2
    slots: Mapping[str, str] = field(default_factory=dict)

    def xml(self) -> str:
        """The slide."""
        return (
            f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_GROUP}{''.join(self.parts)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    def link(self, address: str) -> str:
        """Relationship id of an address."""
        return self._reference("link", address)

    def _reference(self, kind: str, target: str) -> str:
        reference = (kind, target)
        if reference not in self.references:
            self.references.append(reference)
        return f"rId{self.references.index(reference) + self.first}"

    def _named(self, name: str, words: str = "") -> str:
        self.number += 1
        self.names[name] += 1
        own = name if self.names[name] == 1 else f"{name} {self.names[name]}"
        described = f' descr="{escaped(words)}"' if words else ""
        return f'<p:cNvPr id="{self.number}" name="{escaped(own)}"{described}/>'

    def placeholder(self, name: str, kind: str, paragraphs: str, box: Box | None = None) -> None:
        """Text in a placeholder of the layout, moved only where a box is given."""
        place = box.xfrm() if box else ""
        self.parts.append(
            f'<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
            f"<p:txBody><a:bodyPr{f' {INSETS}' if box else ''}><a:noAutofit/></a:bodyPr>"
            f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def place(self, name: str, slot: Slot, paragraphs: str, box: Box | None = None) -> None:
        """Text in a slot: in the placeholder of the layout, moved only where a box is given, or in a text box."""
        if slot.kind:
            self.placeholder(name, slot.kind, paragraphs, box or (slot.box if slot.vague else None))
        else:
            self.text(name, box or slot.box, paragraphs)

    def text(self, name: str, box: Box, paragraphs: str, *, body: str = "", wrap: bool = True) -> None:
        """A text box of our own."""
        self.parts.append(
            f'<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{box.xfrm()}{RECTANGLE}<a:noFill/></p:spPr>"
            f'<p:txBody><a:bodyPr wrap="{"square" if wrap else "none"}" {INSETS}{body}><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def panel(self, name: str, box: Box, paint: str, paragraphs: str, inset: tuple[float, float]) -> None:
        """A rectangle that holds text, ``inset`` by so many points at its sides and at its top."""
        across, top = emu(inset[0]), emu(inset[1])
        self.parts.append(
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{box.xfrm()}{RECTANGLE}{paint}</p:spPr><p:txBody>"
            f'<a:bodyPr wrap="square" lIns="{across}" tIns="{top}" rIns="{across}" bIns="0" rtlCol="0" anchor="t">'
            f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def badge(self, name: str, box: Box, color: str, paragraphs: str) -> None:
        """Words on a pill; a shape and not a placeholder, whose round ends LibreOffice would not draw."""
        self.parts.append(
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{box.xfrm()}"
            f"{PILL}{solid(color)}{NO_LINE}</p:spPr>"
            f'<p:txBody><a:bodyPr wrap="none" {INSETS} anchor="ctr"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def shape(self, name: str, form: str, box: Box, paint: str, *, words: str = "", adjust: int = -1) -> None:
        """A shape of a preset form without text."""
        values = f'<a:avLst><a:gd name="adj" fmla="val {adjust}"/></a:avLst>' if adjust >= 0 else "<a:avLst/>"
        self.parts.append(
            f"<p:sp><p:nvSpPr>{self._named(name, words)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr>{box.xfrm()}<a:prstGeom prst="{form}">{values}</a:prstGeom>{paint}</p:spPr>'
            '<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
        )

    def line(self, name: str, start: tuple[float, float], end: tuple[float, float], paint: str) -> None:
        """A straight line, from top left to bottom right."""
        box = Box(start[0], start[1], end[0] - start[0], end[1] - start[1])
        size = f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/>'
        self.parts.append(
            f"<p:cxnSp><p:nvCxnSpPr>{self._named(name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
            f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>{size}</a:xfrm>'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{paint}</p:spPr></p:cxnSp>'
        )

    def picture(self, name: str, box: Box, target: str, words: str) -> None:
        """A picture of the document's, whole."""
        relation = self._reference("picture", target)
        self.parts.append(
            f"<p:pic><p:nvPicPr>{self._named(name, words)}<p:cNvPicPr>"
            '<a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{box.xfrm()}{RECTANGLE}</p:spPr></p:pic>"
        )

    def table(self, name: str, box: Box, table: str, words: str) -> None:
        """A native table."""
        self.parts.append(
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._named(name, words)}<p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{box.xfrm("p")}'
            "<a:graphic>"
            f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">{table}</a:graphicData>'
            "</a:graphic>"
            "</p:graphicFrame>"
        )

    def open_group(self, name: str, box: Box, words: str) -> None:
        """Begin a group whose shapes keep the slide's coordinates."""
        off, size = f'x="{emu(box.x)}" y="{emu(box.y)}"', f'cx="{emu(box.width)}" cy="{emu(box.height)}"'
        self.parts.append(
            f"<p:grpSp><p:nvGrpSpPr>{self._named(name, words)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f"<a:off {off}/><a:ext {size}/><a:chOff {off}/><a:chExt {size}/></a:xfrm></p:grpSpPr>"
        )

    def close_group(self) -> None:
        """End the group."""
        self.parts.append("</p:grpSp>")
