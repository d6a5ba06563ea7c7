"""What stands before a line: bullets, boxes, and numerals that PowerPoint counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.rendering.deck import numeral_text
from careerdoc.rendering.pptx.look import solid

if TYPE_CHECKING:
    from careerdoc.rendering.deck import Line

SYMBOLS = "Segoe UI Symbol"
_BULLETS = ("\u2022", "\u2013")
MOST_COUNTED = 32767
"""ST_TextBulletStartAtNum (ECMA-376 part 1, 20.1.10.58)."""

_BOXES = {"done": "\u2611", "open": "\u2610"}


def mark_of(line: Line, start: int, color: str) -> str:
    """What stands before a line: its font and colour, and a character or a numeral that PowerPoint counts."""
    fill = solid(color).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")
    tint = f"<a:buClr>{fill}</a:buClr>"
    match line.mark:
        case "bullet":
            return f'{tint}<a:buFont typeface="Arial"/><a:buChar char="{_BULLETS[line.level % 2]}"/>'
        case "done" | "open":
            return f'{tint}<a:buFont typeface="{SYMBOLS}"/><a:buChar char="{_BOXES[line.mark]}"/>'
        case "number" if 1 <= start <= MOST_COUNTED:
            at = f' startAt="{start}"' if start != 1 else ""
            return f'{tint}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{line.numeral}"{at}/>'
        case "number":
            return f'{tint}<a:buFont typeface="+mj-lt"/><a:buChar char="{numeral_text(line.numeral, start)}"/>'
        case _:
            return "<a:buNone/>"


class Counts:
    """Where PowerPoint's own counting begins: at the first item of a run of items that nothing interrupts."""

    def __init__(self) -> None:
        self.open: dict[int, tuple[str, int, int]] = {}

    def start(self, line: Line) -> int:
        """The number that the run of items holding this line begins with."""
        for level in [level for level in self.open if level > line.level]:
            del self.open[level]
        if line.mark != "number":
            self.open.pop(line.level, None)
            return 0
        known = self.open.get(line.level)
        begin = known[1] if known and known[0] == line.numeral and known[2] + 1 == line.number else line.number
        self.open[line.level] = (line.numeral, begin, line.number)
        return begin
