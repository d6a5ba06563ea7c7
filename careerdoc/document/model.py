"""The Document: the small tree that every renderer reads. Frozen values, each with its span."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from careerdoc.source import Span

Shape = Literal["prose", "outline", "slides", "poster"]
"""What a document wants to be: running text, a numbered outline, a deck, or one big sheet."""

Alignment = Literal["left", "center", "right"] | None


@dataclass(frozen=True, slots=True)
class Attributes:
    """What ``{#id .class key=value}`` says of a heading or a container."""

    identifier: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()

    def get(self, key: str, default: str = "") -> str:
        """Value of a key, or the default."""
        return dict(self.values).get(key, default)


NO_ATTRIBUTES = Attributes()


# ── Inlines ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are to be read; no markup in them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """``*stressed*``, set in italics."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """``**strong**``, set in bold."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Strikethrough:
    """``~~struck~~``."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """``code`` in a line."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """``[children](target)``. The target has passed the parser's check: no ``javascript:`` and the like."""

    target: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Image:
    """``![alt](target)``. Its bytes, where they were found, are ``Document.resources[target]``."""

    target: str
    alt: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line end in the source that reads as a space."""

    span: Span


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that stays."""

    span: Span


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The place of a footnote; its text is ``Document.footnotes[label]``."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One work of a citation: its key, words before and after, and the place in the work by CSL's name for it."""

    key: str
    prefix: str = ""
    label: str = ""
    locator: str = ""
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@key, p. 4; see @other]``, or in a sentence (``narrative``) ``@key``. ``text`` is how it was written.

    Composing puts what the style makes of it in its place; where no source has the key, that is its text.
    """

    items: tuple[CitationItem, ...]
    narrative: bool
    text: str
    span: Span


Inline: TypeAlias = (
    Text | Emphasis | Strong | Strikethrough | Code | Link | Image | SoftBreak | LineBreak | FootnoteMark | Citation
)


# ── Blocks ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's title, or a section of a deck) to 6."""

    level: int
    children: tuple[Inline, ...]
    span: Span
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. In a tight list item it is set without space around it."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """``> quoted`` blocks."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; ``checked`` is None where there is no task box."""

    blocks: tuple[Block, ...]
    span: Span
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    """An unnumbered list; tight when no blank line parts its items."""

    items: tuple[ListItem, ...]
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list. In a document of shape ``outline`` its depth chooses the numerals: I. A. 1. a."""

    items: tuple[ListItem, ...]
    start: int
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Text set as it is, in a fixed-width face."""

    text: str
    info: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and body rows of cells; every row has as many cells as ``alignments``."""

    alignments: tuple[Alignment, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Container:
    """``::: name {attributes}`` … ``:::``, blocks that belong together under a name."""

    name: str
    blocks: tuple[Block, ...]
    span: Span
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, told as data (JSON) that each renderer draws in its own medium."""

    kind: str
    data: str
    span: Span


Block: TypeAlias = (
    Heading | Paragraph | Quotation | BulletList | OrderedList | CodeBlock | Rule | Table | Container | Figure
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself. ``date`` is the plan's or the build's date, never the clock's."""

    title: str = ""
    author: str = ""
    subject: str = ""
    language: str = "en"
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks and footnotes, with what the renderers need to know about them.

    ``settings`` are the template's parameters and the renderer's switches as the person gave them
    (``size``: ``36x24in``). ``resources`` maps the target of an image to its bytes; what is not in it does
    not exist for a renderer.
    """

    blocks: tuple[Block, ...]
    span: Span
    footnotes: Mapping[str, tuple[Block, ...]] = field(default_factory=lambda: MappingProxyType({}))
    shape: Shape = "prose"
    metadata: Metadata = field(default_factory=Metadata)
    settings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    resources: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))


def plain(inlines: Iterable[Inline]) -> str:
    """The words of inlines, without markup; an image gives its alt text."""
    parts: list[str] = []
    for node in inlines:
        match node:
            case Text(text) | Code(text):
                parts.append(text)
            case Citation(_, _, text):
                parts.append(text)
            case Emphasis(children) | Strong(children) | Strikethrough(children):
                parts.append(plain(children))
            case Link(_, children):
                parts.append(plain(children))
            case Image(_, alt):
                parts.append(alt)
            case SoftBreak() | LineBreak():
                parts.append(" ")
            case FootnoteMark():
                pass
    return "".join(parts)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, outer before inner, in reading order."""
    stack: list[Block] = list(reversed(tuple(blocks)))
    while stack:
        block = stack.pop()
        yield block
        match block:
            case Quotation(inner) | Container(_, inner):
                stack.extend(reversed(inner))
            case BulletList(items) | OrderedList(items):
                stack.extend(b for item in reversed(items) for b in reversed(item.blocks))
            case _:
                pass


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline directly in a block and inside other inlines, in reading order."""
    match block:
        case Heading(_, children) | Paragraph(children):
            tops: list[tuple[Inline, ...]] = [children]
        case Table(_, header, rows):
            tops = [*header, *(cell for row in rows for cell in row)]
        case _:
            tops = []
    stack: list[Inline] = [node for top in reversed(tops) for node in reversed(top)]
    while stack:
        node = stack.pop()
        yield node
        match node:
            case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
                stack.extend(reversed(children))
            case _:
                pass
