"""The layouts of a presentation as they are: their placeholders with type, place and size of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from pptx.oxml.ns import qn

from careerdoc.rendering.pptx.geometry import EMU, Box
from careerdoc.rendering.pptx.scheme import Palette, colors_on, ground_of, ink_of
from careerdoc.rendering.pptx.stages import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pptx.presentation import Presentation

    from careerdoc.rendering.theme import Colors

TITLES = frozenset({"title", "ctrTitle"})
TEXTS = frozenset({"body", "obj", "subTitle"})
_INSETS = (7.2, 3.6, 7.2, 3.6)
"""Left, top, right and bottom of a text box that does not say them (ECMA-376 part 1, 21.1.2.1.1), in points."""
_USUAL = 18.0
"""Size of text where nobody says one, in points (ECMA-376 part 1, 21.1.2.3.9)."""
_STYLES = {"title": "p:titleStyle", "ctrTitle": "p:titleStyle", "body": "p:bodyStyle", "obj": "p:bodyStyle"}


class Placeholder(NamedTuple):
    """A placeholder: its type (ST_PlaceholderType, ECMA-376 part 1, 19.7.10), its slot and its text's colour.

    It is ``bare`` where no drawing of the layout or the master lies behind it, so that it stands on the ground.
    """

    type: str
    slot: Slot
    upright: bool
    words: str
    ink: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout at a position among all of a presentation's, of a master; ``kind`` is its own word for what it is for.

    ``colors`` and ``slots`` are those of drawings on it (``scheme.colors_on``).

    Kinds are those of ST_SlideLayoutType (ECMA-376 part 1, 19.7.15), the same in every language.
    """

    position: int
    master: int
    name: str
    kind: str
    placeholders: tuple[Placeholder, ...]
    colors: Colors
    slots: Mapping[str, str]

    def of(self, *types: str) -> tuple[Placeholder, ...]:
        """The upright placeholders of types, in the order of the layout."""
        return tuple(one for one in self.placeholders if one.type in types and one.upright)


def layouts_of(presentation: Presentation) -> tuple[Layout, ...]:
    """Every layout of every master, in order."""
    found: list[Layout] = []
    for number, master in enumerate(presentation.slide_masters):
        for layout in master.slide_layouts:
            kind = layout._element.get("type", "")  # noqa: SLF001 - python-pptx has no property for it
            palette = Palette(layout)
            placeholders = tuple(_placeholders(layout, master, palette))
            inks = {one.type: one.ink for one in reversed(placeholders)}
            ink = inks.get("obj") or inks.get("body") or inks.get("title") or palette.named("tx1")
            colors, slots = colors_on(palette, ink, ground_of(palette, layout, ink))
            found.append(Layout(len(found), number, layout.name, kind, placeholders, colors, slots))
    return tuple(found)


def _placeholders(layout: Any, master: Any, palette: Palette) -> Iterator[Placeholder]:  # noqa: ANN401 - python-pptx has no types
    drawn = [box for shape in (*layout.shapes, *master.shapes) if not shape.is_placeholder and (box := _box(shape))]
    for shape in layout.placeholders:
        element = shape._element  # noqa: SLF001 - what it inherits is in the XML alone
        ph = next(element.iter(qn("p:ph")))
        kind = ph.get("type", "obj")
        above = _inherited(master, kind)
        box = _box(shape)
        if box is None:
            continue
        chain = [one for one in (element, above) if one is not None]
        left, top, right, bottom = _insets(chain)
        inner = Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)
        level = _level(chain, master, kind)
        attributes = " ".join(f'{name}="{ph.get(name)}"' for name in ("type", "orient", "sz", "idx") if ph.get(name))
        vague = kind in TEXTS and not ph.get("idx")
        capitals = any(run.get("cap") == "all" for one in level[:2] for run in one.iter(qn("a:defRPr")))
        kept = Slot(attributes or 'type="obj"', inner, _size(chain, level), _bulleted(level), capitals, vague)
        upright = ph.get("orient") != "vert" and _attribute(chain, "vert") in {"", "horz"}
        words = shape.text_frame.text if shape.has_text_frame else ""
        bare = not any(_meet(inner, other) for other in drawn)
        yield Placeholder(kind, kept, upright, words, ink_of(palette, level), bare)


def _inherited(master: Any, kind: str) -> Any:  # noqa: ANN401 - an element of lxml
    """The master's placeholder that one of a type inherits from."""
    like = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}.get(kind, kind)
    for shape in master.placeholders:
        element = shape._element  # noqa: SLF001 - likewise
        if next(element.iter(qn("p:ph"))).get("type", "obj") == like:
            return element
    return None


def _box(shape: Any) -> Box | None:  # noqa: ANN401 - a shape of python-pptx
    sides = (shape.left, shape.top, shape.width, shape.height)
    if any(side is None for side in sides):
        return None
    return Box(*(side / EMU for side in sides))


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _bodies(chain: Sequence[Any]) -> Iterator[Any]:
    for element in chain:
        yield from element.iter(qn("a:bodyPr"))


def _insets(chain: Sequence[Any]) -> tuple[float, ...]:
    names = ("lIns", "tIns", "rIns", "bIns")
    return tuple(_number(_attribute(chain, name), usual) for name, usual in zip(names, _INSETS, strict=True))


def _number(value: str, usual: float) -> float:
    try:
        return int(value) / EMU
    except ValueError:
        return usual


def _attribute(chain: Sequence[Any], name: str) -> str:
    return next((body.get(name) for body in _bodies(chain) if body.get(name)), "")


def _level(chain: Sequence[Any], master: Any, kind: str) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """What says how the first level of text is set, the nearest first."""
    found = [level for element in chain for level in element.iter(qn("a:lvl1pPr"))]
    styles = master._element.find(qn("p:txStyles"))  # noqa: SLF001 - python-pptx has no property for it
    style = styles.find(qn(_STYLES.get(kind, "p:otherStyle"))) if styles is not None else None
    return found + (list(style.iter(qn("a:lvl1pPr"))) if style is not None else [])


def _size(chain: Sequence[Any], levels: Sequence[Any]) -> float:
    """Size of the text in points, as it is shrunk where the layout says so."""
    sizes = (run.get("sz") for level in levels for run in level.iter(qn("a:defRPr")))
    size = next((int(size) / 100 for size in sizes if size and size.isdigit()), _USUAL)
    scale = next((fit.get("fontScale", "") for element in chain for fit in element.iter(qn("a:normAutofit"))), "")
    return size * int(scale) / 100_000 if scale.isdigit() else size


def _bulleted(levels: Sequence[Any]) -> bool:
    for level in levels:
        for child in level:
            if child.tag == qn("a:buChar"):
                return bool(child.get("char", "").strip())
            if child.tag in {qn("a:buNone"), qn("a:buAutoNum"), qn("a:buBlip")}:
                return bool(child.tag == qn("a:buBlip"))
    return False
