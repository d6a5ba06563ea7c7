"""The colours of a layout of a school's deck: its ground, its text, and what drawings on it may be drawn in."""

from __future__ import annotations

import colorsys
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from careerdoc.rendering.contrast import contrast, mixed, readable
from careerdoc.rendering.theme import Colors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HEX = re.compile(r"[0-9a-fA-F]{6}")
_USUAL = MappingProxyType({"dk1": "#000000", "lt1": "#ffffff", "dk2": "#1f2937", "lt2": "#f3f4f6"})
_MAP = MappingProxyType({"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"})
_ACCENTS = ("accent1", "accent2", "accent3")
_WHOLE = 100_000
"""A whole, in thousandths of a percent (ST_Percentage, ECMA-376 part 1, 22.9.2.9)."""


class Palette:
    """What colours mean on one layout: the scheme of its master's theme by the map of the layout or the master."""

    def __init__(self, layout: Any) -> None:  # noqa: ANN401 - python-pptx has no types
        master = layout.slide_master
        root = parse_xml(master.part.part_related_by(RT.THEME).blob)
        self._scheme = {
            slot.tag.rpartition("}")[2]: value
            for scheme in root.iter(qn("a:clrScheme"))
            for slot in scheme
            if (value := _plain(slot)) is not None
        }
        above = master._element.find(qn("p:clrMap"))  # noqa: SLF001 - python-pptx has no property for it
        own = next(layout._element.iter(qn("a:overrideClrMapping")), above)  # noqa: SLF001 - likewise
        self._map = dict(own.attrib) if own is not None else {}

    def named(self, name: str) -> str:
        """A colour of the scheme as ``#rrggbb``, by the name that slides have for it; empty where there is none."""
        slot = str(self._map.get(name) or _MAP.get(name) or name)
        return self._scheme.get(slot) or _USUAL.get(slot, "")

    def fill(self, holder: Any) -> str:  # noqa: ANN401 - lxml has no types
        """The colour of a solid fill or a reference to one; empty where it is none that is known."""
        for element in holder.iter(qn("a:srgbClr"), qn("a:schemeClr"), qn("a:sysClr")):
            given = element.get("lastClr") or element.get("val") or ""
            color = self.named(given) if element.tag == qn("a:schemeClr") else f"#{given.lower()}"
            return _shaded(color, element) if _HEX.fullmatch(color.lstrip("#")) else ""
        return ""


def _plain(slot: Any) -> str | None:  # noqa: ANN401 - likewise
    """The colour of a slot of the scheme (CT_ColorScheme, ECMA-376 part 1, 20.1.6.2)."""
    value = next((color.get("lastClr") or color.get("val") or "" for color in slot), "")
    return f"#{value.lower()}" if _HEX.fullmatch(value) else None


def _shaded(color: str, element: Any) -> str:  # noqa: ANN401 - likewise
    """A colour with its luminance changed as the element says (``lumMod``, ``lumOff``: 20.1.2.3.20 and 21)."""
    red, green, blue = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    for child in element:
        value = child.get("val", "")
        share = int(value) / _WHOLE if value.isdigit() else None
        if share is not None and child.tag == qn("a:lumMod"):
            light *= share
        elif share is not None and child.tag == qn("a:lumOff"):
            light += share
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def ink_of(palette: Palette, levels: Iterable[Any]) -> str:
    """The colour of text, from what says how it is set, the nearest first."""
    for level in levels:
        for run in level.iter(qn("a:defRPr")):
            for fill in run.iter(qn("a:solidFill")):
                if color := palette.fill(fill):
                    return color
    return palette.named("tx1")


def ground_of(palette: Palette, layout: Any, ink: str) -> str:  # noqa: ANN401 - python-pptx has no types
    """The colour of a layout's ground; where that is a picture or a gradient, black or white, as its text asks for."""
    for holder in (layout, layout.slide_master):
        background = next(holder._element.iter(qn("p:bg")), None)  # noqa: SLF001 - python-pptx has no colours of it
        if background is None:
            continue
        if next(background.iter(qn("a:blipFill"), qn("a:gradFill"), qn("a:pattFill")), None) is None and (
            color := palette.fill(background)
        ):
            return color
        break
    else:
        return palette.named("bg1")
    return max(("#ffffff", "#000000"), key=lambda end: contrast(end, ink))


def colors_on(palette: Palette, ink: str, paper: str) -> tuple[Colors, Mapping[str, str]]:
    """Colours for drawings on a ground, and those that stand in for the slots of the scheme that our slides name.

    An accent that text could not be read in is darkened or lightened until it can be; what is muted and what rules
    lines is mixed from ink and paper, as a scheme has no colours for them.
    """
    ink = readable(ink, paper)
    accents = [readable(palette.named(name) or ink, paper) for name in _ACCENTS]
    muted, rule, wash = readable(mixed(ink, paper, 0.35), paper), mixed(ink, paper, 0.75), mixed(ink, paper, 0.93)
    wanted = {**dict(zip(_ACCENTS, accents, strict=True)), "tx1": ink, "bg1": paper}
    slots = {name: color for name, color in wanted.items() if color != palette.named(name)}
    slots |= {"accent4": muted, "accent5": rule, "accent6": wash}
    on = [readable(paper, accent) for accent in accents]
    colors = Colors(ink, muted, paper, wash, rule, accents[0], on[0], accents[1], on[1], accents[2], on[2])
    return colors, MappingProxyType(slots)
