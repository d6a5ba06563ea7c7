"""Text as DrawingML: runs with their marks, paragraphs with their bullets and numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    Code,
    Emphasis,
    FootnoteMark,
    Image,
    LineBreak,
    Link,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
    plain,
)
from careerdoc.findings import Finding, Level
from careerdoc.rendering.deck import Line, numeral_text, text_size
from careerdoc.rendering.deck.measurer import INDENT
from careerdoc.rendering.ooxml import clean
from careerdoc.rendering.pptx.direction import reads_from_right, tag
from careerdoc.rendering.pptx.geometry import emu
from careerdoc.rendering.pptx.look import solid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from careerdoc.document.model import Inline
    from careerdoc.rendering.deck.flow import Role

MONOSPACE = "Courier New"
"""A face that is on every machine; themes name none for code."""

SYMBOLS = "Segoe UI Symbol"
LONGEST_ADDRESS = 2000
"""Characters; PowerPoint refuses longer addresses."""

_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
_BULLETS = ("\u2022", "\u2013")
MOST_COUNTED = 32767
"""ST_TextBulletStartAtNum (ECMA-376 part 1, 20.1.10.58)."""

_BOXES = {"done": "\u2611", "open": "\u2610"}


def escaped(text: str) -> str:
    """Text as XML, in or out of an attribute, without what XML cannot hold."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a run is set: its size in points, its colour (of the scheme or ``#rrggbb``; empty for the layout's)."""

    size: float
    color: str = ""
    bold: bool = False
    italic: bool = False
    struck: bool = False
    raised: bool = False
    face: str = ""
    address: str = ""


@dataclass(slots=True)
class Writer:
    """Writes the text of one presentation: its language, footnote numbers, and which pictures there are.

    ``link`` gives the relationship id of an address on the slide that is being written.
    """

    language: str
    footnotes: Mapping[str, int]
    resources: Mapping[str, bytes]
    link: Callable[[str], str]
    findings: list[Finding] = field(default_factory=list)

    def runs(self, inlines: Iterable[Inline], voice: Voice) -> str:
        """Inlines as runs."""
        return "".join([self._run(node, voice) for node in inlines])

    def _run(self, node: Inline, voice: Voice) -> str:
        match node:
            case Text(text):
                return self.said(text, voice)
            case SoftBreak():
                return self.said(" ", voice)
            case LineBreak():
                return f"<a:br>{self._properties(voice)}</a:br>"
            case Strong(children):
                return self.runs(children, _with(voice, bold=True))
            case Emphasis(children):
                return self.runs(children, _with(voice, italic=True))
            case Strikethrough(children):
                return self.runs(children, _with(voice, struck=True))
            case Code(text):
                return self.said(text, _with(voice, face=MONOSPACE, size=round(voice.size * 0.9)))
            case Link(target, children):
                linked = _ADDRESS.fullmatch(target) and len(target) <= LONGEST_ADDRESS
                return self.runs(children, _with(voice, address=target) if linked else voice)
            case FootnoteMark(label):
                number = self.footnotes.get(label)
                return self.said(str(number), _with(voice, raised=True)) if number else ""
            case Image():
                return self._picture_words(node, voice)

    def _picture_words(self, image: Image, voice: Voice) -> str:
        if image.target not in self.resources:
            self.missing(image)
        words = image.alt or image.title
        return self.said(words, _with(voice, italic=True)) if words else ""

    def missing(self, image: Image) -> None:
        """Note that a picture is not there or is none."""
        finding = Finding(
            "CD031",
            Level.WARNING,
            f'the picture "{image.target}" is not shown: it was not found, or it is not a picture',
            image.span,
            "put the file beside the plan, as PNG, JPEG or GIF",
        )
        if finding not in self.findings:
            self.findings.append(finding)

    def said(self, text: str, voice: Voice) -> str:
        """Plain text as a run."""
        return f"<a:r>{self._properties(voice)}<a:t>{escaped(text)}</a:t></a:r>" if text else ""

    def _properties(self, voice: Voice, element: str = "a:rPr") -> str:
        marks = "".join(
            (
                ' b="1"' if voice.bold else "",
                ' i="1"' if voice.italic else "",
                ' strike="sngStrike"' if voice.struck else "",
                ' baseline="30000"' if voice.raised else "",
            )
        )
        inner = solid(voice.color) if voice.color else ""
        inner += f'<a:latin typeface="{voice.face}"/><a:cs typeface="{voice.face}"/>' if voice.face else ""
        inner += f'<a:hlinkClick r:id="{self.link(voice.address)}"/>' if voice.address else ""
        size = round(voice.size * 100)
        return f'<{element} lang="{tag(self.language)}" sz="{size}"{marks} dirty="0">{inner}</{element}>'

    def paragraph(self, inlines: tuple[Inline, ...], voice: Voice, *, align: str = "", more: str = "") -> str:
        """A paragraph without a bullet, ``more`` being further children of its properties."""
        return self.set(self.runs(inlines, voice), plain(inlines), voice, align=align, more=more)

    def set(self, runs: str, text: str, voice: Voice, *, align: str = "", attributes: str = "", more: str = "") -> str:
        """Runs as a paragraph, in the direction that its text reads."""
        right = reads_from_right(text, self.language)
        direction = ' algn="r" rtl="1"' if right and not align else ' rtl="1"' if right else ' rtl="0"'
        across = f' algn="{align}"' if align else "" if right else ' algn="l"'
        properties = f"<a:pPr{attributes}{across}{direction}>{more}</a:pPr>"
        return f"<a:p>{properties}{runs}{'' if runs else self._properties(voice, 'a:endParaRPr')}</a:p>"

    # ── the flow ──

    def lines(self, lines: Iterable[Line], size: float, look: LineLook, airy: float = 1.0) -> str:
        """Lines of a body as paragraphs, the first without the space above it; ``airy`` widens the space between."""
        done: list[str] = []
        counts = _Counts()
        for line in lines:
            done.append(self._line(line, size, look, counts.start(line), airy if done else 0.0))
        return "".join(done) or self.set("", "", Voice(size))

    def _line(self, line: Line, size: float, look: LineLook, start: int, airy: float) -> str:
        own = look.size(line.role, size)
        voice = look.voice(line, own)
        indent = emu(INDENT * size)
        gap = round(look.gap(line) * airy * size * 100, -1)
        margin, hang = indent * (line.level + bool(line.mark)), -indent if line.mark else 0
        attributes = f' marL="{margin}" indent="{hang}" lvl="{line.level}"'
        leading = f'<a:lnSpc><a:spcPct val="{look.leading}000"/></a:lnSpc>' if look.leading != 100 else ""
        more = f'{leading}<a:spcBef><a:spcPts val="{gap:.0f}"/></a:spcBef>{_mark(line, start, look)}'
        runs = self.runs(line.inlines, voice)
        if line.role == "footnote" and line.number:
            runs = self.said(f"{line.number} ", _with(voice, raised=True)) + runs
        return self.set(runs, plain(line.inlines), voice, attributes=attributes, more=more)


@dataclass(frozen=True)
class LineLook:
    """The colours of a body's lines: of text, of what is muted, of marks and headings, and of a goal's reasons.

    ``leading`` is the line height in percent of the face's own.
    """

    text: str = ""
    muted: str = "accent4"
    strong: str = "accent1"
    leading: int = 100
    reason: str = ""

    def size(self, role: Role, size: float) -> float:
        """Size of a line's text in a body of a size, in points."""
        return text_size(role, size)

    def gap(self, line: Line) -> float:
        """Space above a line, in sizes of the body."""
        return line.gap

    def voice(self, line: Line, size: float) -> Voice:
        """How a line of this look is set."""
        match line.role:
            case "heading":
                return Voice(size, self.strong, bold=True)
            case "when":
                return Voice(size, self.strong, bold=True)
            case "lead":
                return Voice(size, self.strong, bold=True, face="+mj-lt")
            case "quote":
                return Voice(size, self.muted, italic=True)
            case "footnote":
                return Voice(size, self.muted)
            case "code":
                return Voice(size, self.text, face=MONOSPACE)
            case _:
                plain_color = self.text if line.mark or line.level else self.reason or self.text
                return Voice(size, self.muted if line.mark == "done" else plain_color)


def _with(voice: Voice, **changes: object) -> Voice:
    return replace(voice, **changes)  # type: ignore[arg-type] # the callers name fields


def _mark(line: Line, start: int, look: LineLook) -> str:
    """What stands before a line: its font and colour, and a character or a numeral that PowerPoint counts."""
    fill = solid(look.strong).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")
    color = f"<a:buClr>{fill}</a:buClr>"
    match line.mark:
        case "bullet":
            return f'{color}<a:buFont typeface="Arial"/><a:buChar char="{_BULLETS[line.level % 2]}"/>'
        case "done" | "open":
            return f'{color}<a:buFont typeface="{SYMBOLS}"/><a:buChar char="{_BOXES[line.mark]}"/>'
        case "number" if 1 <= start <= MOST_COUNTED:
            at = f' startAt="{start}"' if start != 1 else ""
            return f'{color}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{line.numeral}"{at}/>'
        case "number":
            return f'{color}<a:buFont typeface="+mj-lt"/><a:buChar char="{numeral_text(line.numeral, start)}"/>'
        case _:
            return "<a:buNone/>"


class _Counts:
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
