"""A Markdown plan as parts: headings, and lines that stand for headings, with what stands under them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.document.model import BulletList, Heading, OrderedList, Paragraph, SoftBreak, Strong, Table, plain
from careerdoc.reading.markdown.inlines import lines_of
from careerdoc.reading.markdown.labels import names_goal, split_label
from careerdoc.reading.markdown.naming import is_area, is_grouping, is_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.document.model import Block, Inline, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.source import Span

GOAL, FIELD = 8, 9
"""Levels of lines that stand for headings: those that name a part are above goals, those that name a field below."""

_PART = 7
_LONGEST_GOAL = 300
"""Characters of a line ``Goal: …`` with nothing after it that still names a goal."""
_SILENT = frozenset({"main_goal", "profile", "decision", "match", "path", "introduction", "reflection", "sources"})
"""Parts in prose, where a line such as ``Goal: …`` is a sentence like any other."""


@dataclass(slots=True)
class Part:
    """A heading, the blocks directly under it, and the parts under deeper headings."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading."""
        return plain(self.heading.children).strip() if self.heading else ""

    def span(self, fallback: Span) -> Span:
        """The heading's place, or else that of the first block."""
        if self.heading is not None:
            return self.heading.span
        return self.blocks[0].span if self.blocks else fallback

    def every(self) -> Iterator[Part]:
        """The parts below, each before its own."""
        for child in self.parts:
            yield child
            yield from child.every()


def split_parts(blocks: Iterable[Block], words: Language) -> Part:
    """Blocks as a tree of parts; the root has no heading and holds what stands before the first one."""
    splitter = _Splitter(words)
    every = tuple(blocks)
    for index, block in enumerate(every, 1):
        splitter.block(block, every[index] if index < len(every) else None)
    return splitter.root


class _Splitter:
    """Builds the tree of parts."""

    def __init__(self, words: Language) -> None:
        self.words = words
        self.root = Part(None)
        self.stack: list[tuple[float, Part]] = [(0, self.root)]

    def block(self, block: Block, following: Block | None) -> None:
        if isinstance(block, Heading):
            self._begin(block, block.level)
        elif isinstance(block, Paragraph):
            self._paragraph(block, following)
        else:
            self.stack[-1][1].blocks.append(block)

    def _begin(self, heading: Heading, level: float) -> None:
        while self.stack[-1][0] >= level:
            self.stack.pop()
        part = Part(heading)
        self.stack[-1][1].parts.append(part)
        self.stack.append((level, part))

    def _paragraph(self, paragraph: Paragraph, following: Block | None) -> None:
        """A paragraph, whose lines may stand for headings."""
        lines = lines_of(paragraph)
        if self._is_prose() or not lines:
            self.stack[-1][1].blocks.append(paragraph)
            return
        kept: list[tuple[Inline, ...]] = []
        for index, line in enumerate(lines):
            last = index == len(lines) - 1
            level, label, rest = self._lead(line, follows=following if last else paragraph, alone=len(lines) == 1)
            if not level:
                kept.append(line)
                continue
            self._keep(kept, lines, paragraph)
            kept = []
            depth = self._depth_of_part() if level == _PART else level
            self._begin(Heading(6, label, label[0].span.to(label[-1].span)), depth)
            if rest:
                kept.append(rest)
        self._keep(kept, lines, paragraph)

    def _keep(self, kept: list[tuple[Inline, ...]], lines: list[tuple[Inline, ...]], whole: Paragraph) -> None:
        if kept:
            self.stack[-1][1].blocks.append(whole if kept == lines else joined(kept))

    def _depth_of_part(self) -> float:
        """How deep a line that names a part stands: just under the last heading that names one, or the last at all."""
        headings = self._headings()
        named = [level for level, part in headings if self.words.role(part.title)]
        return (named or [level for level, _ in headings] or [0])[-1] + 0.5

    def _headings(self) -> list[tuple[float, Part]]:
        """The headings above, without the lines that stand for headings."""
        return [(level, part) for level, part in self.stack if 0 < level < _PART and level == int(level)]

    def _is_prose(self) -> bool:
        """Whether the heading above says that what follows is prose."""
        heading = next((part for _, part in reversed(self._headings())), None)
        return heading is not None and self.words.role(heading.title) in _SILENT

    def _lead(
        self, line: tuple[Inline, ...], *, follows: Block | None, alone: bool
    ) -> tuple[int, tuple[Inline, ...], tuple[Inline, ...]]:
        """How deep a line stands as a heading (0: it is none), its title, and what it says beyond that."""
        none = 0, (), ()
        listed = isinstance(follows, BulletList | OrderedList | Table)
        if self._tells_of_heading(line):
            return none
        if names_goal(line, self.words) and (follows is not None or alone):
            return (GOAL, line, ()) if follows is not None or len(plain(line)) < _LONGEST_GOAL else none
        bold = _bold(line)
        found = split_label(line, self.words)
        if listed and alone and found is None and self._is_grouping(plain(line).strip()):
            return (_PART, line, ())
        title = found.label.value if found else plain(line) if bold else ""
        if not title or (found and found.rest and not bold):
            return none
        if found and found.rest:
            role = "" if found.name else self.words.role(title)
            label = tuple(line[: len(line) - len(found.rest)]) or line[:1]
            return (_PART, label, found.rest) if role in _PARTS else none
        if (found and found.name) or self.words.label(title):
            return (FIELD, line, ()) if listed else none
        role = self.words.role(title)
        if role:
            return (FIELD if role == "steps" else _PART, line, ())
        return (GOAL, line, ()) if bold and alone and listed else none

    def _tells_of_heading(self, line: tuple[Inline, ...]) -> bool:
        """Whether ``Goal: …`` tells about the heading right above, which is the goal itself."""
        level, part = self.stack[-1]
        if not 1 < level < _PART or part.blocks or part.parts or any(c.isdigit() for c in plain(line)[:12]):
            return False
        title = part.title
        grouping = self.words.role(title) or is_period(title, self.words) or is_area(title, self.words)
        return not grouping and names_goal(line, self.words)

    def _is_grouping(self, text: str) -> bool:
        """Whether a line of its own over a list is a horizon or a time, though nothing marks it as a heading."""
        return len(text) <= 40 and not self.words.label(text) and is_grouping(text, self.words)


_PARTS = frozenset({"short_term", "medium_term", "long_term", "goals", "barriers", "main_goal", "profile", "sources"})
"""Parts that a line in bold may begin on which their text stands: ``**Barriers:** child care …``."""


def _bold(line: tuple[Inline, ...]) -> bool:
    """Whether a line begins in bold, and is no more than that but for an aside or a colon."""
    first = next((node for node in line if plain((node,)).strip()), None)
    return isinstance(first, Strong)


def joined(lines: list[tuple[Inline, ...]]) -> Paragraph:
    """Lines as one paragraph, broken where they were."""
    children: list[Inline] = []
    for line in lines:
        if children:
            children.append(SoftBreak(line[0].span.source.span(line[0].span.start)))
        children.extend(line)
    return Paragraph(tuple(children), children[0].span.to(children[-1].span))


# ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────


def items_of(block: Block) -> tuple[ListItem, ...]:
    """The items of a list; nothing for any other block."""
    return block.items if isinstance(block, BulletList | OrderedList) else ()


def every_item(blocks: Iterable[Block]) -> list[ListItem]:
    """The items of the lists among the blocks."""
    return [item for block in blocks for item in items_of(block)]


def has_tasks(blocks: Iterable[Block]) -> bool:
    """Whether a list among the blocks has items with a task box."""
    return any(item.checked is not None for item in every_item(blocks))


def has_nested_lists(blocks: Iterable[Block]) -> bool:
    """Whether an item of a list among the blocks has a list of its own."""
    return any(items_of(inner) for item in every_item(blocks) for inner in item.blocks)


def words_of(item: ListItem) -> str:
    """The first line of an item, as it reads."""
    first = item.blocks[0] if item.blocks else None
    return plain(lines_of(first)[0]) if isinstance(first, Paragraph) and first.children else ""
