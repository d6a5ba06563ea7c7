"""How a paragraph is set in the end: the document's defaults, its style and those that it is based on, its own properties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.oxml.xmlchemy import BaseOxmlElement

    from careerdoc.rendering.theme import Style

_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Lengths in twentieths of a point, ``size`` in points; ``line`` by its ``rule`` (ECMA-376 part 1, 17.3.1.33)."""

    size: float = 10.0
    family: str = ""
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False

    @property
    def style(self) -> Style:
        """The face."""
        if self.bold:
            return "bold_italic" if self.italic else "bold"
        return "italic" if self.italic else "regular"


class Settings:
    """The settings of paragraphs by the styles of one document; ``indent`` gives that of a level of its lists."""

    def __init__(self, styles: BaseOxmlElement, indent: Callable[[int], int]) -> None:
        """``styles`` is the styles part."""
        self._styles = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
        self._indent = indent
        self._known: dict[str, Setting] = {}
        run = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        paragraph = styles.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        self._defaults = _with_paragraph(_with_run(Setting(), run), paragraph)
        self._normal = next((key for key, style in self._styles.items() if _is_default(style)), "")

    def of(self, paragraph: BaseOxmlElement) -> Setting:
        """The setting of a paragraph."""
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return self._styled(self._normal)
        name = own.find(qn("w:pStyle"))
        setting = self._styled(name.get(qn("w:val")) if name is not None else self._normal)
        level = own.find(f"{qn('w:numPr')}/{qn('w:ilvl')}")
        if level is not None:
            setting = replace(setting, left=self._indent(int(level.get(qn("w:val"), "0"))), first=0)
        return _with_paragraph(setting, own)

    def _styled(self, name: str, depth: int = 0) -> Setting:
        if name not in self._known:
            style = self._styles.get(name)
            if style is None or depth > 20:
                return self._defaults
            base = style.find(qn("w:basedOn"))
            setting = self._styled(base.get(qn("w:val")), depth + 1) if base is not None else self._defaults
            self._known[name] = _with_run(_with_paragraph(setting, style.find(qn("w:pPr"))), style.find(qn("w:rPr")))
        return self._known[name]


def _is_default(style: BaseOxmlElement) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true"}


def flag(parent: BaseOxmlElement, name: str, *, known: bool) -> bool:
    """Whether a property of on and off is on; ``known`` where it is not told."""
    found = parent.find(qn(f"w:{name}"))
    return known if found is None else found.get(qn("w:val"), "1") not in _OFF


def _number(element: BaseOxmlElement, name: str, known: int) -> int:
    value = element.get(qn(f"w:{name}"))
    try:
        return known if value is None else round(float(value))
    except ValueError:
        return known


def _with_paragraph(setting: Setting, properties: BaseOxmlElement | None) -> Setting:
    if properties is None:
        return setting
    made = replace(
        setting,
        keep_next=flag(properties, "keepNext", known=setting.keep_next),
        keep_lines=flag(properties, "keepLines", known=setting.keep_lines),
        new_page=flag(properties, "pageBreakBefore", known=setting.new_page),
    )
    space, indent = properties.find(qn("w:spacing")), properties.find(qn("w:ind"))
    if space is not None:
        made = replace(
            made,
            before=_number(space, "before", made.before),
            after=_number(space, "after", made.after),
            line=_number(space, "line", made.line),
            rule=space.get(qn("w:lineRule"), made.rule),
        )
    if indent is not None:
        first = _number(indent, "firstLine", made.first) if indent.get(qn("w:hanging")) is None else 0
        left, right = (
            _number(indent, side, _number(indent, other, known))
            for side, other, known in (("left", "start", made.left), ("right", "end", made.right))
        )
        made = replace(made, first=first, left=left, right=right)
    return made


def _with_run(setting: Setting, properties: BaseOxmlElement | None) -> Setting:
    if properties is None:
        return setting
    size, fonts = properties.find(qn("w:sz")), properties.find(qn("w:rFonts"))
    return replace(
        setting,
        size=_number(size, "val", 20) / 2 if size is not None else setting.size,
        family=fonts.get(qn("w:ascii"), setting.family) if fonts is not None else setting.family,
        bold=flag(properties, "b", known=setting.bold),
        italic=flag(properties, "i", known=setting.italic),
    )
