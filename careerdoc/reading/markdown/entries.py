"""The entries of a Markdown plan's Tree, as its parts give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.reading.markdown.filling import step_of_item
from careerdoc.reading.markdown.parts import items_of
from careerdoc.reading.markdown.scalars import blocks_scalar, mapping, plain_scalar, sequence
from careerdoc.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Block
    from careerdoc.reading.languages import Language
    from careerdoc.reading.markdown.parts import Part
    from careerdoc.source import Source
    from careerdoc.tree import Node

ACTIONS = frozenset({"classes", "programs", "activities", "experiences", "ideas", "training", "habits", "timeline"})
"""Parts whose lists are things to do."""

_LISTS = ("groups", "sections", "barriers", "steps", "sources", "parts", "footnotes")
_WORD_LEVEL = "9"
"""The level of words that are no heading: of a column, or of a field at the top."""


class Entries:
    """Collects what the parts of one plan give."""

    def __init__(self, source: Source, words: Language, front: Mapping | None) -> None:
        self.source = source
        self.words = words
        self.front = front
        self.single: dict[str, Node] = {key.value: node for key, node in front or ()}
        self.lists: dict[str, list[Node]] = {name: [] for name in _LISTS}

    def node(self) -> Mapping:
        """The Tree: front matter first, then what the headings gave."""
        entries = dict(self.single)
        for name, nodes in self.lists.items():
            if nodes:
                entries[name] = sequence(nodes)
        keys = {key.value: key for key, _ in self.front or ()}
        pairs = tuple((keys.get(key, Scalar(key, node.span)), node) for key, node in entries.items())
        return Mapping(pairs, self.source.span(0, len(self.source.text)))

    def note(self, part: Part, role: str, level: int) -> None:
        """Keep a heading itself: its words, its place and what it was taken for."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        span = part.heading.span
        entries: dict[str, Node] = {"title": plain_scalar(part.heading.children, span)}
        if role:
            entries["role"] = Scalar(role, span)
        entries["level"] = Scalar(str(level), span)
        self.lists["parts"].append(mapping(entries, span))

    def note_words(self, words: Scalar, role: str) -> None:
        """Keep words that stand for a field or a column: they are the student's, too."""
        entries: dict[str, Node] = {"title": words, "role": Scalar(role, words.span)}
        entries["level"] = Scalar(_WORD_LEVEL, words.span)
        self.lists["parts"].append(mapping(entries, words.span))

    def section(self, role: str, part: Part | None, blocks: Sequence[Block], level: int) -> None:
        """Keep a part as a section; of a part made of actions, the list items are steps."""
        span = part.heading.span if part and part.heading else blocks[0].span
        entries: dict[str, Node] = {"level": Scalar(str(level), span)}
        if part is not None and part.heading is not None:
            entries["title"] = plain_scalar(part.heading.children, span)
        if role:
            entries["role"] = Scalar(role, span)
        steps = [step_of_item(i, self.words) for b in blocks for i in items_of(b)] if role in ACTIONS else []
        body = [block for block in blocks if not (steps and items_of(block))]
        told = blocks_scalar(body) if body else None
        if told is not None and told.value.strip():
            entries["body"] = told
        elif part is None and not steps:
            return  # nothing but blanks
        if steps:
            entries["steps"] = sequence(steps)
        self.lists["sections"].append(mapping(entries, span))

    def footnote(self, label: str, blocks: tuple[Block, ...]) -> None:
        """Keep a footnote's text; marks in prose point at it by its label."""
        if blocks:
            body = blocks_scalar(blocks)
            entries: dict[str, Node] = {"label": Scalar(label, body.span, plain=False), "text": body}
            self.lists["footnotes"].append(mapping(entries, body.span))
