"""A goal, a step or a group under construction: its entries, its labels, and what fits nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Text
from careerdoc.reading.markdown.scalars import blocks_scalar, mapping, plain_scalar, prose_scalar, truth_scalar
from careerdoc.tree import Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Inline
    from careerdoc.reading.markdown.labels import Labelled, Line
    from careerdoc.source import Span
    from careerdoc.tree import Mapping, Node

GOAL_FIELDS = frozenset({"why", "measure", "when", "status", "category", "horizon", "after"})
STEP_FIELDS = frozenset({"why", "when", "evidence", "after", "done_on"})
_PROSE = frozenset({"why", "measure", "evidence"})


class Fields:
    """The entries of a mapping node under construction; a field said twice keeps the second in the notes."""

    def __init__(self, span: Span, names: frozenset[str] = frozenset()) -> None:
        """``names`` are the fields that labels may fill."""
        self.span = span
        self.names = names
        self.entries: dict[str, Node] = {}
        self.notes: list[Block] = []
        self.steps: list[Node] = []
        self.labels: list[Node] = []
        self.labelled: set[str] = set()

    def put(self, key: str, node: Node) -> None:
        """Set a field."""
        self.entries[key] = node

    def has(self, key: str) -> bool:
        """Whether the field is set."""
        return key in self.entries

    def label(self, name: str, text: Scalar) -> None:
        """Keep the student's own word for a field; a second word for the same field is a note."""
        if name in self.labelled:
            self.notes.append(Paragraph((Text(text.value, text.span),), text.span))
            return
        self.labelled.add(name)
        self.labels.append(mapping({"title": text, "role": Scalar(name, text.span)}, text.span))

    def fill(self, found: Labelled, span: Span) -> bool:
        """Fill a field from a label, unless it is not one of these, is empty or has been said already."""
        if found.name not in self.names or not found.rest or self.has(found.name):
            return False
        self.say(found.name, found.rest, span, found.label)
        return True

    def say(self, name: str, words: tuple[Inline, ...], span: Span, label: Scalar) -> None:
        """Set a field to words under the student's own label, as prose where the field is prose."""
        make = prose_scalar if name in _PROSE else plain_scalar
        self.put(name, make(words, span))
        self.label(name, label)

    def head(self, line: Line, key: str) -> None:
        """Fill the main field from the line that names the goal or step, and keep what stands around it."""
        make = plain_scalar if key == "title" else prose_scalar
        text = line.text or line.before
        self.put(key, make(text, self.span))
        if line.before and line.text:
            self.label("goal" if key == "title" else "step", plain_scalar(line.before, self.span))
        if line.tags:
            self.label("tags", plain_scalar(line.tags, self.span))
        if line.when is not None:
            self.fill(line.when, self.span)
        if line.ticked and not self.has("done"):
            self.put("done", truth_scalar(value=True, span=self.span))

    def title_from(self, text: tuple[Inline, ...], label: Scalar | None = None) -> None:
        """Give a goal that has but a number its title; the number becomes its label."""
        before = self.entries.get("title")
        if isinstance(before, Scalar) and before.value:
            self.label("goal", before)
        self.put("title", plain_scalar(text, self.span))
        if label is not None:
            self.label("specific", label)

    def node(self) -> Mapping:
        """The mapping, with steps and notes."""
        entries = dict(self.entries)
        if self.steps:
            entries["steps"] = Sequence(tuple(self.steps), self.steps[0].span.to(self.steps[-1].span))
        if self.notes:
            entries["notes"] = blocks_scalar(self.notes)
        if self.labels:
            entries["labels"] = Sequence(tuple(self.labels), self.span)
        return mapping(entries, self.span)
