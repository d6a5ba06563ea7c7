"""How wide text is, by the real metrics of a theme's font files. What decides whether a slide or a poster is full."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from careerdoc.rendering.scripts import SCRIPTS, script_at

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.ImageFont import FreeTypeFont

    from careerdoc.rendering.theme import Font, Style

EM = 256
"""Pixels to the em at which faces are measured; advances are exact to a few thousandths there."""

_WIDE = frozenset("WF")
_SMALL = frozenset("ーっゃゅょッャュョ々")
_NO_BREAK = frozenset("\u00a0\u202f\u2007")


class _Face:
    """The advances of one font file in ems, each looked up once."""

    def __init__(self, path: Path) -> None:
        from PIL import ImageFont

        self._font: FreeTypeFont = ImageFont.truetype(str(path), EM, layout_engine=ImageFont.Layout.BASIC)
        self._small: FreeTypeFont = ImageFont.truetype(str(path), 24, layout_engine=ImageFont.Layout.BASIC)
        self._missing = bytes(self._small.getmask("\uffff"))
        self.advances: dict[str, float] = {}

    def advance(self, character: str) -> float:
        known = self.advances.get(character)
        if known is None:
            known = self._look_up(character)
            if len(self.advances) < 20_000:
                self.advances[character] = known
        return known

    def _look_up(self, character: str) -> float:
        if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"}:
            return 0.0
        if not character.isspace() and bytes(self._small.getmask(character)) == self._missing:
            script = SCRIPTS.get(script_at(character))
            return 1.0 if is_wide(character) else script.width if script else 0.6
        return self._font.getlength(character) / EM


@lru_cache(maxsize=32)
def _face(path: Path) -> _Face:
    return _Face(path)


def is_wide(character: str) -> bool:
    """Whether a character is East Asian wide (UAX 11), and takes a full em."""
    return unicodedata.east_asian_width(character) in _WIDE


@cache
def _parts_lines(character: str) -> bool:
    """Whether a line may break on either side of a character: of Han and kana; not of Hangul, which has spaces."""
    return is_wide(character) and script_at(character) != "Kore"


@cache
def _ends_words(character: str) -> bool:
    """Whether a character must not begin a line: a full stop, a closing bracket and the like of East Asia."""
    return character in _SMALL or (is_wide(character) and unicodedata.category(character) in {"Pe", "Pf", "Po"})


def text_width(text: str, font: Font, size: float, style: Style = "regular") -> float:
    """Width of one line in points, without kerning. What the face lacks counts as its script's letters, else 0.6 em."""
    return _ems(text, _face(font.faces[style])) * size


_SAMPLE = "Finish the prerequisites with a B or better by August 2027 and work my first year as a nurse"
_STANDING_IN = {"regular": 0.5013, "bold": 0.5683}
"""Mean advances of DejaVu Sans over the sample, in ems: the widest font that programs use for a missing one."""


def room_for_others(font: Font, style: Style = "regular") -> float:
    """How much wider than in a face text may come out where another font stands in for it; at least a tenth."""
    own = text_width(_SAMPLE, font, 1.0, style) / len(_SAMPLE)
    return max(_STANDING_IN["bold" if "bold" in style else "regular"] * 1.005 / own, 1.1)


def line_height(font: Font, size: float) -> float:
    """The face's own distance between base lines in points, as word processors set it at 100 %."""
    return _line_height(font.faces["regular"]) * size


def line_count(text: str, font: Font, size: float, width: float, style: Style = "regular") -> int:
    """How many lines text takes in a width in points; an empty text takes one."""
    return len(wrap(text, font, size, width, style))


def wrap(text: str, font: Font, size: float, width: float, style: Style = "regular") -> tuple[str, ...]:
    """The lines of text in a width in points, greedily filled; a line feed in the text ends a line.

    Lines break at spaces and beside Han and kana, but not before their full stops; a word longer than the line is
    broken where the line ends.
    """
    return _wrap(text, font.faces[style], max(width / size, 1.0))


def _ems(text: str, face: _Face) -> float:
    advance = face.advance
    return sum([advance(character) for character in text])


@lru_cache(maxsize=32)
def _line_height(path: Path) -> float:
    return _face(path)._font.font.height / EM  # noqa: SLF001 - a face of this module


@lru_cache(maxsize=8192)
def _wrap(text: str, path: Path, ems: float) -> tuple[str, ...]:
    face = _face(path)
    lines: list[str] = []
    for line in text.split("\n"):
        _fill(_words(line), face, ems, lines)
    return tuple(lines)


def _words(line: str) -> list[str]:
    """What is never parted, unless it is longer than a line: each word with the space that follows it."""
    words: list[str] = []
    word = ""
    for character in line:
        if _parts_lines(character):
            words.extend([word] if word else [])
            if _ends_words(character) and words and not words[-1][-1].isspace():
                words[-1] += character
            else:
                words.append(character)
            word = ""
        elif character.isspace() and character not in _NO_BREAK:
            if word or not words:
                words.append(word + character)
            else:
                words[-1] += character
            word = ""
        else:
            word += character
    return [*words, word] if word else words


def _fill(words: list[str], face: _Face, ems: float, lines: list[str]) -> None:
    """Add the lines that words make; the space at the end of a line takes no room."""
    current, used = "", 0.0
    for word in words:
        bare = _ems(word.rstrip(), face)
        if current and used + bare > ems:
            lines.append(current.rstrip())
            current, used = "", 0.0
        if bare > ems:
            *full, word = _broken(word, face, ems)  # noqa: PLW2901 - the rest of the word goes on as a word
            lines.extend(full)
        current += word
        used += _ems(word, face)
    lines.append(current.rstrip())


def _broken(word: str, face: _Face, ems: float) -> list[str]:
    pieces, piece, used = [], "", 0.0
    for character in word:
        advance = face.advance(character)
        if piece and used + advance > ems:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += character
        used += advance
    return [*pieces, piece]
