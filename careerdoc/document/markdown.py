"""The only Markdown parser of the house: text in, Document out. Plans and composed templates go the same way.

CommonMark with tables, strikethrough, task items, footnotes, ``:::`` containers, ``{.attributes}`` on headings and
containers, and figure fences. Raw HTML is text; a bare address does not become a link (both by measurement: HTML
carries scripts, and finding addresses takes quadratic time).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs.parse import ParseError
from mdit_py_plugins.attrs.parse import parse as parse_attributes
from mdit_py_plugins.footnote import footnote_plugin

from careerdoc.document.bounds import DEEPEST, LONGEST_LINKS, bounded, environment, refuse_crowds
from careerdoc.document.containers import CONTAINER, containers
from careerdoc.document.inline import build, spanned
from careerdoc.document.model import (
    NO_ATTRIBUTES,
    Attributes,
    BulletList,
    CodeBlock,
    Container,
    Document,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Text,
)
from careerdoc.findings import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from careerdoc.document.model import Alignment, Block, Inline
    from careerdoc.source import Source, Span

_UNQUOTED = re.compile(r"(?<=[\w-])=([^\s\"'{}=]+)")
_TRAILING_ATTRIBUTES = re.compile(r"\{(?=[#.]|[\w-]+=)[^{}]*\}\s*$")
_TASK = re.compile(r"\[([ xX])\](?:[ \t\u3000]+|$)")


def parse(source: Source, *, skip_lines: int = 0, lenient: bool = False) -> Document:
    """The Document of a Markdown text.

    ``skip_lines`` lines at the top (front matter) are passed over; all spans stay those of the whole text.
    ``lenient`` reads text that is indented by four columns as text, not as code: people indent for looks.
    Raises CareerdocError where blocks are too many or nested too deep, or link references expand too far.
    """
    text = source.text
    refuse_crowds(source)
    if skip_lines:
        text = "\n" * skip_lines + text[source.line_start(skip_lines + 1) :]
    tokens = _parser(lenient).parse(text, environment(source, lenient=lenient))
    builder = _Builder(source)
    builder.read(tokens)
    return Document(
        tuple(builder.frames[0].blocks),
        source.span(0, len(source.text)),
        MappingProxyType(dict(builder.footnotes)),
    )


@cache
def _parser(lenient: bool) -> MarkdownIt:  # noqa: FBT001 - a key of the cache
    md = spanned(MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": DEEPEST + 2}))
    md.disable(["html_inline", "html_block", *(["code"] if lenient else [])]).enable(["table", "strikethrough"])
    md.use(containers)
    md.use(footnote_plugin, inline=False, move_to_end=False)
    return bounded(md)


@dataclass(slots=True)
class _Frame:
    """A block under construction."""

    token: Token | None
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    children: tuple[Inline, ...] = ()
    rows: list[tuple[tuple[Inline, ...], ...]] = field(default_factory=list)
    cells: list[tuple[Inline, ...]] = field(default_factory=list)
    alignments: list[Alignment] = field(default_factory=list)
    cursor: int = 0
    loose: bool = False


class _Builder:
    """Builds blocks from markdown-it's flat tokens, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.frames = [_Frame(None)]
        self.footnotes: dict[str, tuple[Block, ...]] = {}
        self.link_budget = max(LONGEST_LINKS, len(source.text))

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self.frames[-1].children = self._inlines(token)
                if token.hidden:
                    continue
            elif token.nesting == 1:
                self.frames.append(_Frame(token))
            elif token.nesting == -1:
                self._close(self.frames.pop())
            else:
                self._leaf(token)

    # ── places ──

    def _lines(self, token: Token) -> Span:
        first, last = token.map or (0, 0)
        return self.source.lines_span(first + 1, max(last, first + 1))

    def _block_span(self, token: Token) -> Span:
        """The block's lines from its first character on, without indentation or the markers around it."""
        span = self._lines(token)
        line = self.source.line_text(span.line)
        return self.source.span(span.start + len(line) - len(line.lstrip()), span.end)

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        first = (token.map or (0, 0))[0] + 1
        in_cell = len(self.frames) > 1 and _type(self.frames[-1].token) in {"th_open", "td_open"}
        offsets = self._cell_offsets(token.content, first) if in_cell else self._line_offsets(token.content, first)
        lines = token.content.split("\n")
        bounds: list[int] = []
        at = 0
        for line in lines:
            bounds.append(at)
            at += len(line) + 1
        children = token.children or []
        for child in children:
            if child.type == "link_open":
                self._spend(len(str(child.attrs.get("href", ""))), first)
        return build(children, _locator(self.source, bounds, offsets))

    def _spend(self, length: int, line: int) -> None:
        self.link_budget -= length
        if self.link_budget < 0:
            raise refusal(
                "CD005",
                "the link references here expand to far more text than the file holds",
                span=self.source.lines_span(line, line),
                hint="write the links out where they are used",
            )

    def _line_offsets(self, content: str, first: int) -> list[int]:
        """Offset in the source of each line of a block's content: the end of its source line holds it."""
        offsets = []
        for number, line in enumerate(content.split("\n"), first):
            text, start = self.source.line_text(number), self.source.line_start(number)
            stripped = line.rstrip()
            at = text.rfind(stripped) if stripped else len(text)
            offsets.append(start + max(at, 0) - (0 if stripped else len(line)))
        return offsets

    def _cell_offsets(self, content: str, line: int) -> list[int]:
        """Cells come in order, so each is looked for after the one before it in its row."""
        row = self.frames[-2]
        text = self.source.line_text(line)
        raw = content.replace("|", r"\|")
        at = text.find(raw, row.cursor) if raw else -1
        if at >= 0:
            row.cursor = at + len(raw)
        return [self.source.line_start(line) + (at if at >= 0 else min(row.cursor, len(text)))]

    # ── blocks ──

    def _add(self, block: Block) -> None:
        self.frames[-1].blocks.append(block)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "fence":
                self._add(self._fence(token))
            case "code_block":
                self._add(CodeBlock(token.content.rstrip("\n"), "", self._lines(token)))
            case "hr":
                self._add(Rule(self._block_span(token)))
            case _:
                if token.content:
                    self._add(Paragraph((Text(token.content, self._lines(token)),), self._lines(token)))

    def _fence(self, token: Token) -> Block:
        words, span = token.info.split(), self._block_span(token)
        if len(words) == 2 and words[0] == "figure" and _is_json(token.content):
            return Figure(words[1], token.content.strip(), span)
        return CodeBlock(token.content.removesuffix("\n"), token.info.strip(), span)

    def _close(self, frame: _Frame) -> None:
        close = _CLOSERS.get(_type(frame.token))
        if close is not None and frame.token is not None:
            close(self, frame, frame.token)

    def heading(self, frame: _Frame, token: Token) -> None:
        children, attributes = _split_attributes(frame.children)
        self._add(Heading(int(token.tag[1:]), children, self._block_span(token), attributes))

    def paragraph(self, frame: _Frame, token: Token) -> None:
        if not token.hidden:
            self.frames[-1].loose = True
        self._add(Paragraph(frame.children, self._inline_span(frame.children, token)))

    def _inline_span(self, children: tuple[Inline, ...], token: Token) -> Span:
        return children[0].span.to(children[-1].span) if children else self._block_span(token)

    def quotation(self, frame: _Frame, token: Token) -> None:
        self._add(Quotation(tuple(frame.blocks), self._block_span(token)))

    def item(self, frame: _Frame, token: Token) -> None:
        blocks, checked = _split_task(tuple(frame.blocks))
        span = self._block_span(token)
        if blocks and blocks[0].span.start > span.start and blocks[0].span.line == span.line:
            span = self.source.span(_marker_start(self.source, blocks[0].span.start, span.start), span.end)
        parent = self.frames[-1]
        parent.items.append(ListItem(blocks, span, checked))
        parent.loose = parent.loose or frame.loose

    def bullet_list(self, frame: _Frame, token: Token) -> None:
        self._add(BulletList(tuple(frame.items), not frame.loose, self._block_span(token)))

    def ordered_list(self, frame: _Frame, token: Token) -> None:
        start = int(token.attrs.get("start", 1))
        self._add(OrderedList(tuple(frame.items), start, not frame.loose, self._block_span(token)))

    def table(self, frame: _Frame, token: Token) -> None:
        header, *rows = frame.rows or [()]
        self._add(Table(tuple(frame.alignments), header, tuple(rows), self._block_span(token)))

    def table_part(self, frame: _Frame, _token: Token) -> None:
        self.frames[-1].rows.extend(frame.rows)
        self.frames[-1].alignments = self.frames[-1].alignments or frame.alignments

    def row(self, frame: _Frame, _token: Token) -> None:
        self.frames[-1].rows.append(tuple(frame.cells))
        self.frames[-1].alignments = frame.alignments

    def cell(self, frame: _Frame, token: Token) -> None:
        row = self.frames[-1]
        row.cells.append(frame.children)
        row.alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style", ""))))

    def container(self, frame: _Frame, token: Token) -> None:
        match = CONTAINER.fullmatch(token.info.strip())
        attributes = _attributes(match["attributes"]) if match and match["attributes"] else NO_ATTRIBUTES
        name = (match["name"] if match else "") or (attributes.classes[0] if attributes.classes else "")
        self._add(Container(name, tuple(frame.blocks), self._block_span(token), attributes))

    def footnote(self, frame: _Frame, token: Token) -> None:
        self.footnotes[str(token.meta.get("label", ""))] = tuple(frame.blocks)


_CLOSERS: dict[str, Callable[[_Builder, _Frame, Token], None]] = {
    "heading_open": _Builder.heading,
    "paragraph_open": _Builder.paragraph,
    "blockquote_open": _Builder.quotation,
    "list_item_open": _Builder.item,
    "bullet_list_open": _Builder.bullet_list,
    "ordered_list_open": _Builder.ordered_list,
    "table_open": _Builder.table,
    "thead_open": _Builder.table_part,
    "tbody_open": _Builder.table_part,
    "tr_open": _Builder.row,
    "th_open": _Builder.cell,
    "td_open": _Builder.cell,
    "container_block_open": _Builder.container,
    "footnote_reference_open": _Builder.footnote,
}

_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def _type(token: Token | None) -> str:
    return token.type if token is not None else ""


def _locator(source: Source, bounds: list[int], offsets: list[int]) -> Callable[[int, int], Span]:
    """From offsets in a block's content to the source, line by line."""

    def place(offset: int) -> int:
        line = bisect_right(bounds, offset, 1) - 1
        return offsets[line] + offset - bounds[line]

    if len(bounds) == 1:
        shift = offsets[0]
        return lambda start, end: source.span(shift + start, shift + end)
    return lambda start, end: source.span(place(start), max(place(start), place(end)))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _attributes(text: str) -> Attributes:
    try:
        _, found = parse_attributes(_UNQUOTED.sub(r'="\1"', text))
    except ParseError:
        return NO_ATTRIBUTES
    values = tuple((key, value) for key, value in found.items() if key not in {"id", "class"})
    return Attributes(found.get("id", ""), tuple(found.get("class", "").split()), values)


def _split_attributes(children: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], Attributes]:
    """A heading's inlines without the ``{…}`` at their end, and what it says."""
    if not children or not isinstance(last := children[-1], Text):
        return children, NO_ATTRIBUTES
    at = last.text.rfind("{")
    match = _TRAILING_ATTRIBUTES.match(last.text, at) if at >= 0 else None
    attributes = _attributes(match[0].strip()) if match else NO_ATTRIBUTES
    if match is None or attributes == NO_ATTRIBUTES:
        return children, NO_ATTRIBUTES
    rest = last.text[: match.start()].rstrip()
    kept = (Text(rest, last.span.source.span(last.span.start, last.span.start + len(rest))),) if rest else ()
    return (*children[:-1], *kept), attributes


def _split_task(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], bool | None]:
    """An item's blocks without the task box at their start, and whether it is ticked."""
    if not blocks or not isinstance(first := blocks[0], Paragraph) or not first.children:
        return blocks, None
    text = first.children[0]
    if not isinstance(text, Text) or (match := _TASK.match(text.text)) is None:
        return blocks, None
    follows = first.children[1] if len(first.children) > 1 else None
    if match[0].endswith("]") and follows is not None:
        return blocks, None  # something stands against the box: "[x]*y*"
    start = text.span.start + match.end()
    rest = text.text[match.end() :]
    kept = (Text(rest, text.span.source.span(start, text.span.end)),) if rest else ()
    children = (*kept, *first.children[1:])
    paragraph = Paragraph(children, text.span.source.span(start, first.span.end))
    return (paragraph, *blocks[1:]), match[1] != " "


def _marker_start(source: Source, content: int, line_text: int) -> int:
    """Where the marker of an item stands on its line: the last word before its content."""
    before = source.text[line_text:content].rstrip()
    box = re.search(r"(\S+)(\s+\[[ xX]\])?$", before)
    return line_text + (box.start() if box else 0)
