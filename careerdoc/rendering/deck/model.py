"""The Deck: a document told as slides, before any file format. Frozen values, each slide with its span."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from careerdoc.document.model import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document.model import Block, Inline
    from careerdoc.source import Span

Kind = Literal["title", "section", "content", "closing"]
Tone = Literal["", "short", "long"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide.

    ``subtitle`` is what stands under the title of a title slide (the byline) or of a section; ``when`` the time frame
    of the goal; ``lead`` the one statement set big. ``suffix`` follows the title: the part of a slide that goes on
    (``(2 of 3)``), or the number that tells it from one of the same title. ``depth`` is how many levels of an outline
    the title has taken up. ``size`` is the size of the body's text in points once the deck is fitted, else 0.
    """

    kind: Kind
    title: tuple[Inline, ...]
    span: Span
    tone: Tone = ""
    subtitle: tuple[Block, ...] = ()
    when: tuple[Inline, ...] = ()
    lead: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    notes: tuple[Block, ...] = ()
    depth: int = 0
    continues: bool = False
    suffix: str = ""
    size: float = 0.0

    @property
    def heading(self) -> str:
        """The title as text, with what follows it: one of a kind in its deck."""
        return f"{plain(self.title).strip()} {self.suffix}".strip()


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in order. ``footnotes`` numbers the labels of footnote marks; ``outline`` asks for outline numerals."""

    slides: tuple[Slide, ...]
    language: str = "en"
    outline: bool = False
    footnotes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
