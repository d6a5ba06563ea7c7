"""The theme's fonts inside the file, so that its look does not depend on the machine.

Embedded fonts are obfuscated as ECMA-376 part 4, 17.8.1 asks: the first 32 bytes are combined with the font's own key.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from careerdoc.rendering.scripts import Script
    from careerdoc.rendering.theme import Font, Style, Theme

_SLOTS: dict[Style, str] = {
    "regular": "embedRegular",
    "bold": "embedBold",
    "italic": "embedItalic",
    "bold_italic": "embedBoldItalic",
}
_CODE = (
    '<w:font w:name="Consolas"><w:altName w:val="Menlo"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>'
)
"""The face of code, which is the machine's: themes have none."""
_PITCH = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """One face: its family, the element that refers to it, its key and its obfuscated bytes."""

    family: str
    slot: str
    key: str
    content: bytes


def obfuscated(content: bytes, key: str) -> bytes:
    """A font file's bytes with the first 32 combined with the key, a GUID in braces (ECMA-376 part 4, 17.8.1)."""
    secret = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    head = bytes(byte ^ secret[index % 16] for index, byte in enumerate(content[:32]))
    return head + content[32:]


@cache
def _embedded(font: Font, style: Style) -> EmbeddedFont:
    digest = hashlib.sha256(f"{font.family}/{style}".encode()).hexdigest().upper()
    key = f"{{{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}}}"
    return EmbeddedFont(font.family, _SLOTS[style], key, obfuscated(font.faces[style].read_bytes(), key))


@cache
def embedded_fonts(theme: Theme) -> tuple[EmbeddedFont, ...]:
    """All faces of the theme, each once; none of a font that Word has under another name."""
    fonts = {font.family: font for font in (theme.body, theme.heading) if not font.office}
    return tuple(_embedded(font, style) for font in fonts.values() for style in _SLOTS)


def font_table(theme: Theme, references: dict[str, str], script: Script | None = None) -> str:
    """``fontTable.xml``; ``references`` maps a face's key to the relationship of its part.

    The face of the document's own script is the machine's.
    """
    parts = []
    for font in {font.family: font for font in (theme.body, theme.heading)}.values():
        faces = [face for face in embedded_fonts(theme) if face.family == font.family]
        embeds = "".join(f'<w:{f.slot} r:id="{references[f.key]}" w:fontKey="{f.key}"/>' for f in faces)
        family = _PITCH.get(font.generic, "auto")
        parts.append(
            f'<w:font w:name={quoteattr(clean(font.named))}><w:family w:val="{family}"/><w:pitch w:val="variable"/>{embeds}</w:font>'
        )
    if script is not None:
        parts.append(f'<w:font w:name="{script.face}"><w:altName w:val="{script.other}"/></w:font>')
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        + "".join(parts)
        + f"{_CODE}</w:fonts>"
    )
