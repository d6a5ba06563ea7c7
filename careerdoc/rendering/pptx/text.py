"""Text as DrawingML: runs with their marks, paragraphs with their bullets and numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    Citation,
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
from careerdoc.rendering.bidi import has_rtl, is_foreign, is_rtl_language, marks_around, runs_rtl, with_marks
from careerdoc.rendering.deck import text_size
from careerdoc.rendering.deck.measurer import INDENT
from careerdoc.rendering.ooxml import clean
from careerdoc.rendering.pptx.geometry import emu
from careerdoc.rendering.pptx.languages import spoken, tag
from careerdoc.rendering.pptx.look import solid
from careerdoc.rendering.pptx.marks import Counts, mark_of
from careerdoc.rendering.scripts import own_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from careerdoc.document.model import Inline
    from careerdoc.rendering.deck import Line
    from careerdoc.rendering.deck.flow import Role

MONOSPACE = "Courier New"
"""A face that is on every machine; themes name none for code."""

LONGEST_ADDRESS = 2000
"""Characters; PowerPoint refuses longer addresses."""

_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)


def escaped(text: str) -> str:
    """Text as XML, in or out of an attribute, without what XML cannot hold."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a run is set: its size in points, its colour (of the scheme or ``#rrggbb``); 0 and empty are the layout's."""

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

    ``link`` gives the relationship id of an address on the slide that is being written. Where it is not ``sided``,
    paragraphs that run as the document does stand where the layout puts them.
    """

    language: str
    footnotes: Mapping[str, int]
    resources: Mapping[str, bytes]
    link: Callable[[str], str]
    findings: list[Finding] = field(default_factory=list)
    sided: bool = True
    rtl: bool = field(init=False)
    plain: bool = field(init=False)

    def __post_init__(self) -> None:
        self.rtl = is_rtl_language(self.language)
        self.plain = own_script(self.language) is None

    def runs(self, inlines: Iterable[Inline], voice: Voice) -> str:
        """Inlines as runs."""
        return "".join([self._run(node, voice) for node in inlines])

    def _run(self, node: Inline, voice: Voice) -> str:
        match node:
            case Text(text) | Citation(_, _, text):
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
        if not text:
            return ""
        shown = with_marks(text) if self.rtl or has_rtl(text) else text
        return f"<a:r>{self._properties(voice, text=text)}<a:t>{escaped(shown)}</a:t></a:r>"

    def _properties(self, voice: Voice, element: str = "a:rPr", text: str = "") -> str:
        marks = "".join(
            (
                ' b="1"' if voice.bold else "",
                ' i="1"' if voice.italic else "",
                ' strike="sngStrike"' if voice.struck else "",
                ' baseline="30000"' if voice.raised else "",
            )
        )
        inner = solid(voice.color) if voice.color else ""
        inner += self._face(voice.face) if voice.face else ""
        inner += f'<a:hlinkClick r:id="{self.link(voice.address)}"/>' if voice.address else ""
        sized = f' sz="{round(voice.size * 100)}"' if voice.size else ""
        said = spoken(text, self.language) if text else f'lang="{tag(self.language)}"'
        return f'<{element} {said}{sized}{marks} dirty="0">{inner}</{element}>'

    def _face(self, face: str) -> str:
        """A face for every script; that of headings is another for each."""
        if self.plain or not face.startswith("+mj"):
            return f'<a:latin typeface="{face}"/><a:cs typeface="{face}"/>'
        return f'<a:latin typeface="{face}"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'

    def paragraph(self, inlines: tuple[Inline, ...], voice: Voice, *, align: str = "", more: str = "") -> str:
        """A paragraph without a bullet, ``more`` being further children of its properties."""
        return self.set(self.runs(inlines, voice), plain(inlines), voice, align=align, more=more)

    def set(
        self,
        runs: str,
        text: str,
        voice: Voice,
        *,
        align: str = "",
        attributes: str = "",
        more: str = "",
        free: bool = False,
    ) -> str:
        """Runs as a paragraph that runs as its text does; one against the document's way keeps the document's side."""
        right = runs_rtl(text, within=self.rtl)
        if right != self.rtl and not free and is_foreign(text, within=self.rtl):
            right = self.rtl
            before, behind = (self.said(mark, voice) for mark in marks_around(text, within=self.rtl))
            runs = f"{before}{runs}{behind}"
        direction = ' algn="r" rtl="1"' if right and not align else ' rtl="1"' if right else ' rtl="0"'
        across = f' algn="{align}"' if align else "" if right or not self.sided else ' algn="l"'
        properties = f"<a:pPr{attributes}{across}{direction}>{more}</a:pPr>"
        return f"<a:p>{properties}{runs}{'' if runs else self._properties(voice, 'a:endParaRPr')}</a:p>"

    # ── the flow ──

    def lines(self, lines: Iterable[Line], size: float, look: LineLook, airy: float = 1.0) -> str:
        """Lines of a body as paragraphs, the first without the space above it; ``airy`` widens the space between."""
        done: list[str] = []
        counts = Counts()
        for line, free in self._freed(lines):
            done.append(self._line(line, size, look, counts.start(line), airy if done else 0.0, free=free))
        return "".join(done) or self.set("", "", Voice(size))

    def _freed(self, lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
        """Lines, and whether each may turn: by itself if it is running text, in a list if the whole list turns."""
        for listed, run in groupby(lines, key=lambda line: bool(line.mark or line.level)):
            group = list(run)
            turns = not listed or is_foreign(" ".join(plain(line.inlines) for line in group), within=self.rtl)
            yield from ((line, turns) for line in group)

    def _line(self, line: Line, size: float, look: LineLook, start: int, airy: float, *, free: bool) -> str:
        own = look.size(line.role, size)
        voice = look.voice(line, own)
        if line.role in {"quote", "quotation"} and not self.plain:
            voice = _with(voice, italic=False)
        indent = emu(INDENT * size)
        gap = round(look.gap(line) * airy * size * 100, -1)
        margin, hang = indent * (line.level + bool(line.mark)), -indent if line.mark else 0
        attributes = f' marL="{margin}" indent="{hang}" lvl="{line.level}"'
        said = look.spaced or look.leading != 100
        leading = f'<a:lnSpc><a:spcPct val="{look.leading}000"/></a:lnSpc>' if said else ""
        after = '<a:spcAft><a:spcPts val="0"/></a:spcAft>' if look.spaced else ""
        mark = "" if look.bulleted and line.mark == "bullet" else mark_of(line, start, look.strong)
        more = f'{leading}<a:spcBef><a:spcPts val="{gap:.0f}"/></a:spcBef>{after}{mark}'
        runs = self.runs(line.inlines, voice)
        if line.role == "footnote" and line.number:
            runs = self.said(f"{line.number} ", _with(voice, raised=True)) + runs
        return self.set(runs, plain(line.inlines), voice, attributes=attributes, more=more, free=free)


@dataclass(frozen=True)
class LineLook:
    """The colours of a body's lines: of text, of what is muted, of marks and headings, and of a goal's reasons.

    ``leading`` is the line height in percent of the face's own. ``spaced`` says it, and that nothing stands below a
    paragraph, in the file, as a layout of somebody else may say otherwise; ``bulleted`` leaves bullets to it.
    """

    text: str = ""
    muted: str = "accent4"
    strong: str = "accent1"
    leading: int = 100
    reason: str = ""
    spaced: bool = False
    bulleted: bool = False

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
            case "lead" | "number":
                return Voice(size, self.strong, bold=True, face="+mj-lt")
            case "quotation":
                return Voice(size, self.text, italic=True, face="+mj-lt")
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
