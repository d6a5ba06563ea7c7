"""``numbering.xml``: multi-level definitions, and one instance for each list of a document, so that each starts anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from careerdoc.rendering.docx.styles import LEVELS, W

if TYPE_CHECKING:
    from careerdoc.rendering.theme import Theme

Kind = Literal["bullet", "number", "outline"]

_ABSTRACT: dict[Kind, int] = {"bullet": 1, "number": 2, "outline": 3}
_OUTLINE = ("upperRoman", "upperLetter", "decimal", "lowerLetter", "decimal", "lowerLetter") * 2
_NUMBER = ("decimal", "lowerLetter", "lowerRoman") * 3
_BULLETS = ("•", "–", "•") * 3
INDENT = 400
"""Twentieths of a point for each level of a list."""


@dataclass(slots=True)
class Numbering:
    """The lists of one document. ``begin`` gives the identifier that the list's paragraphs refer to."""

    instances: list[tuple[Kind, int, int]] = field(default_factory=list)

    def begin(self, kind: Kind, level: int, start: int = 1) -> int:
        """An instance for a list that begins at a level (from 0) with a number."""
        self.instances.append((kind, level, start))
        return len(self.instances)

    def xml(self, theme: Theme) -> str:
        """The numbering part."""
        abstract = "".join(_abstract(kind, theme) for kind in _ABSTRACT)
        return (
            f"<w:numbering {W}>{abstract}"
            + "".join(self._instance(number, *given) for number, given in enumerate(self.instances, 1))
            + "</w:numbering>"
        )

    def _instance(self, number: int, kind: Kind, level: int, start: int) -> str:
        override = ""
        if kind != "bullet":
            override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_ABSTRACT[kind]}"/>{override}</w:num>'


def indent_of(level: int, kind: Kind) -> int:
    """The left indent of a level's text, in twentieths of a point."""
    return INDENT * (level + 1) + (60 if kind == "outline" else 0)


def _abstract(kind: Kind, theme: Theme) -> str:
    levels = "".join(_level(kind, level, theme) for level in range(LEVELS))
    return f'<w:abstractNum w:abstractNumId="{_ABSTRACT[kind]}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _level(kind: Kind, level: int, theme: Theme) -> str:
    color = f'<w:color w:val="{theme.colors.secondary.lstrip("#").upper()}"/>'
    if kind == "bullet":
        form, text = "bullet", _BULLETS[level]
    elif kind == "outline":
        form, text = _OUTLINE[level], f"(%{level + 1})" if level % 6 >= 4 else f"%{level + 1}."
        color = f'<w:color w:val="{theme.colors.primary.lstrip("#").upper()}"/>'
    else:
        form, text = _NUMBER[level], f"%{level + 1}."
    indent = f'<w:ind w:left="{indent_of(level, kind)}" w:hanging="{INDENT - 60}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr><w:rPr>{color}</w:rPr></w:lvl>'
    )
