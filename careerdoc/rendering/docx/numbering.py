"""``numbering.xml``: multi-level definitions, and one instance for each list of a document, so that each starts anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from careerdoc.rendering.docx.styles import LEVELS
from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.measure import text_width

if TYPE_CHECKING:
    from careerdoc.rendering.theme import Theme

Kind = Literal["bullet", "number", "outline"]

_KINDS: tuple[Kind, ...] = ("bullet", "number", "outline")
_OUTLINE = ("upperRoman", "upperLetter", "decimal", "lowerLetter", "decimal", "lowerLetter")
_NUMBER = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS = ("•", "–")
_STEP = 440
"""Twentieths of a point from one level of a list to the next."""
_HANGING: dict[Kind, int] = {"bullet": 300, "number": 380, "outline": _STEP}
_BANDS = 3
"""Definitions of a kind: Word has nine levels, so deeper lists count in a definition of their own."""


@dataclass(slots=True)
class Numbering:
    """The lists of one document. ``begin`` gives the identifier that the list's paragraphs refer to.

    ``taken`` are the highest identifiers of definitions and of instances that the base document has already.
    """

    theme: Theme
    outline: bool = False
    taken: tuple[int, int] = (0, 0)
    _instances: list[tuple[int, int, int | None]] = field(default_factory=list)
    _bullets: int = 0

    def begin(self, kind: Kind, depth: int, start: int = 1) -> int:
        """An instance for a list that stands at a depth (from 0) of lists of its kind and begins with a number."""
        if kind == "bullet" and self._bullets:
            return self._bullets
        band = 0 if kind == "bullet" else min(depth // LEVELS, _BANDS - 1)
        definition = self.taken[0] + 1 + _KINDS.index(kind) * _BANDS + band
        self._instances.append((definition, depth % LEVELS, None if kind == "bullet" else start))
        number = self.taken[1] + len(self._instances)
        if kind == "bullet":
            self._bullets = number
        return number

    def indent(self, level: int) -> int:
        """The left indent of the text at a level of lists, in twentieths of a point; none for a level below 0."""
        return self._first() + _STEP * min(level, LEVELS - 1) if level >= 0 else 0

    def indent_xml(self, level: int, kind: Kind) -> str:
        """The indent of an item: its text, and how far its mark stands out from it."""
        hanging = self._first() if kind == "outline" and level == 0 else _HANGING[kind]
        return f'<w:ind w:left="{self.indent(level)}" w:hanging="{hanging}"/>'

    def _first(self) -> int:
        """In an outline, room for the numerals of its sections: VIII. is the widest of the first ten."""
        if not self.outline:
            return _STEP
        return round(20 * text_width("VIII.", self.theme.heading, self.theme.sizes.heading_2, "bold")) + 130

    def definitions_xml(self) -> str:
        """The definitions (``w:abstractNum``) that the document's lists use."""
        used = {definition for definition, _, _ in self._instances}
        return "".join(self._definition(number) for number in sorted(used))

    def instances_xml(self) -> str:
        """The instances (``w:num``)."""
        return "".join(
            self._instance(number, *instance) for number, instance in enumerate(self._instances, self.taken[1] + 1)
        )

    def xml(self) -> str:
        """The whole part."""
        return f"<w:numbering {W}>{self.definitions_xml()}{self.instances_xml()}</w:numbering>"

    def _instance(self, number: int, definition: int, level: int, start: int | None) -> str:
        override = (
            ""
            if start is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'

    def _definition(self, number: int) -> str:
        index, band = divmod(number - self.taken[0] - 1, _BANDS)
        levels = "".join(self._level(_KINDS[index], level, level + band * LEVELS) for level in range(LEVELS))
        identity = f"{0x0CD0C000 + number:08X}"  # Word joins definitions of one nsid when text is pasted
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{identity}"/><w:multiLevelType w:val="multilevel"/>'
            f'<w:tmpl w:val="{identity}"/>{levels}</w:abstractNum>'
        )

    def _level(self, kind: Kind, level: int, depth: int) -> str:
        color = self.theme.colors.secondary
        if kind == "bullet":
            form, text = "bullet", _BULLETS[depth % 2]
        elif kind == "outline":
            form, text = _OUTLINE[depth % 6], f"(%{level + 1})" if depth % 6 >= 4 else f"%{level + 1}."
            color = self.theme.colors.primary
        else:
            form, text = _NUMBER[depth % 3], f"%{level + 1}."
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{self.indent_xml(min(depth, LEVELS - 1), kind)}</w:pPr>'
            f'<w:rPr><w:color w:val="{color.lstrip("#").upper()}"/></w:rPr></w:lvl>'
        )
