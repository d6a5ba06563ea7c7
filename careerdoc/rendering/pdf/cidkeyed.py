"""OpenType fonts of East Asia, with their glyphs numbered as PDF engines write them.

The CFF of such a font names each glyph by a CID, and a PDF reader finds a glyph by the CID that a page shows (ISO
32000-1, 9.7.4.2). WeasyPrint writes glyph numbers in their place. Where the two differ, as in a font that was cut out
of a larger one, readers that go by the book show nothing. Here each glyph gets its own number as its CID.
"""

from __future__ import annotations

import struct
from io import BytesIO

_RANGE = struct.Struct(">BHH")
"""A charset in format 2 (Adobe Technical Note 5176, 13): one range, from its first CID on, of that many more."""


def renumbered(content: bytes) -> bytes:
    """The font with CIDs that are glyph numbers; the same font where it has no CIDs. No byte moves."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped] # fontTools has no types

    if content[:4] != b"OTTO":
        return content
    try:
        with TTFont(BytesIO(content), lazy=True) as font:
            entry = font.reader.tables["CFF "]
            top = font["CFF "].cff.topDictIndex[0]
            charset = int(top.rawDict.get("charset", 0))
            glyphs = font["maxp"].numGlyphs
            is_cid_keyed = "ROS" in top.rawDict
    except (TTLibError, KeyError, struct.error):
        return content
    if not is_cid_keyed or charset <= 2 or glyphs < 3:  # 0 to 2 stand for charsets that no font of CIDs has
        return content
    at = entry.offset + charset
    return content[:at] + _RANGE.pack(2, 1, glyphs - 2) + content[at + _RANGE.size :]
