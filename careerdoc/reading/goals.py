"""Goals and steps in a Markdown plan: headings, list items and labelled lines become Tree nodes.

A goal is a heading or a list item where goals are expected; what is listed under it are its steps. Lines such as
``Why: …`` or ``By: …`` fill the goal's fields. What none of this fits is kept in its notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Text
from careerdoc.reading.parts import blocks_scalar, items_of, known_label, lines_of, plain_scalar, prose_scalar
from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Sequence as Nodes

    from careerdoc.document.model import Block, Inline, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.reading.parts import Labelled, Part
    from careerdoc.source import Span
    from careerdoc.tree import Node

_GOAL_LABELS = frozenset({"why", "measure", "when", "status", "category", "horizon"})
_STEP_LABELS = frozenset({"why", "when", "evidence"})


class Fields:
    """The entries of a mapping node under construction; a field said twice keeps the second in the notes."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.entries: dict[str, Node] = {}
        self.notes: list[Block] = []
        self.steps: list[Node] = []
        self.labels: list[Node] = []
        self.labelled: set[str] = set()

    def put(self, key: str, node: Node) -> None:
        """Set a field."""
        self.entries[key] = node

    def label(self, name: str, text: Scalar) -> None:
        """Keep the student's own word for a field; a second word for the same field is a note."""
        if name in self.labelled:
            self.notes.append(Paragraph((Text(text.value, text.span),), text.span))
            return
        self.labelled.add(name)
        self.labels.append(mapping({"title": text, "role": Scalar(name, text.span)}, text.span))

    def has(self, key: str) -> bool:
        """Whether the field is set."""
        return key in self.entries

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


def mapping(entries: dict[str, Node], span: Span) -> Mapping:
    """A mapping node whose keys are names of ours; each key stands where its value stands."""
    return Mapping(tuple((Scalar(key, node.span), node) for key, node in entries.items()), span)


def sequence(nodes: Nodes[Node]) -> Sequence:
    """A sequence node of at least one node."""
    return Sequence(tuple(nodes), nodes[0].span.to(nodes[-1].span))


def truth_scalar(*, value: bool, span: Span) -> Scalar:
    """A truth value as a Tree holds it."""
    return Scalar("true" if value else "false", span)


def goal_of_part(part: Part, span: Span, language: Language) -> Mapping:
    """The goal that a heading names, with what stands under it."""
    fields = Fields(span)
    title = plain_scalar(part.heading.children, span) if part.heading else Scalar("", span)
    fields.put("title", title)
    _take_blocks(fields, part.blocks, language, _GOAL_LABELS)
    for child in part.parts:
        _take_child(fields, child, language)
    return fields.node()


def goal_of_item(item: ListItem, language: Language) -> Mapping:
    """The goal that a list item names; lists within it are its steps."""
    fields = Fields(item.span)
    rest = _take_first_line(fields, item, "title", language, _GOAL_LABELS)
    _take_blocks(fields, rest, language, _GOAL_LABELS)
    return fields.node()


def step_of_item(item: ListItem, language: Language) -> Mapping:
    """The step that a list item names, with the smaller steps listed within it."""
    fields = Fields(item.span)
    rest = _take_first_line(fields, item, "text", language, _STEP_LABELS)
    _take_blocks(fields, rest, language, _STEP_LABELS)
    return fields.node()


def _take_first_line(
    fields: Fields, item: ListItem, key: str, language: Language, labels: frozenset[str]
) -> tuple[Block, ...]:
    """Fill the main field and the task box from an item's first paragraph; give the blocks that are left."""
    if item.checked is not None:
        fields.put("done", truth_scalar(value=item.checked, span=item.span))
    make = plain_scalar if key == "title" else prose_scalar
    if not item.blocks or not isinstance(first := item.blocks[0], Paragraph):
        fields.put(key, Scalar("", item.span, plain=False))
        return item.blocks
    lines = lines_of(first)
    main, index = list(lines[0]) if lines else [], 1
    while index < len(lines) and known_label(lines[index], language) is None:
        main += [Text(" ", main[-1].span.source.span(main[-1].span.end)), *lines[index]]
        index += 1
    fields.put(key, make(main, item.span))
    _take_lines(fields, lines[index:], first, language, labels)
    return item.blocks[1:]


def _take_blocks(
    fields: Fields, blocks: tuple[Block, ...] | list[Block], language: Language, labels: frozenset[str]
) -> None:
    """Lists become steps or labelled fields, labelled lines become fields, the rest becomes notes."""
    for block in blocks:
        items = items_of(block)
        if items:
            for item in items:
                _take_item(fields, item, language, labels)
        elif isinstance(block, Paragraph):
            _take_lines(fields, lines_of(block), block, language, labels)
        else:
            fields.notes.append(block)


def _take_item(fields: Fields, item: ListItem, language: Language, labels: frozenset[str]) -> None:
    first = item.blocks[0] if item.blocks else None
    if item.checked is None and isinstance(first, Paragraph) and (found := known_label(first.children, language)):
        if found.name == "steps":
            fields.label("steps", found.label)
            if found.rest:
                fields.steps.append(mapping({"text": prose_scalar(found.rest, item.span)}, item.span))
            _take_blocks(fields, item.blocks[1:], language, labels)
            return
        if _set(fields, found, item.span, labels):
            fields.notes.extend(item.blocks[1:])
            return
    fields.steps.append(step_of_item(item, language))


def _take_lines(
    fields: Fields, lines: list[tuple[Inline, ...]], paragraph: Paragraph, language: Language, labels: frozenset[str]
) -> None:
    """Labelled lines become fields, with the lines that go on after them; what is left becomes notes."""
    kept: list[tuple[Inline, ...]] = []
    for line in _labelled_lines(lines, language):
        found = known_label(line, language)
        if found is None or not _set(fields, found, paragraph.span, labels):
            kept.append(line)
    if kept:
        fields.notes.append(paragraph if kept == lines_of(paragraph) else _joined(kept))


def _labelled_lines(lines: list[tuple[Inline, ...]], language: Language) -> list[tuple[Inline, ...]]:
    """Lines, each with the unlabelled ones that follow a labelled one."""
    joined: list[tuple[Inline, ...]] = []
    labelled = False
    for line in lines:
        known = known_label(line, language) is not None
        if labelled and not known:
            joined[-1] = (*joined[-1], Text(" ", line[0].span), *line)
        else:
            joined.append(line)
        labelled = labelled or known
    return joined


def _set(fields: Fields, found: Labelled, span: Span, labels: frozenset[str]) -> bool:
    """Fill a field from a label, unless it is not one of these, is empty or has been said already."""
    if found.name not in labels or not found.rest or fields.has(found.name):
        return False
    make = prose_scalar if found.name in {"why", "measure", "evidence"} else plain_scalar
    fields.put(found.name, make(found.rest, span))
    fields.label(found.name, found.label)
    return True


def _joined(lines: list[tuple[Inline, ...]]) -> Paragraph:
    children: list[Inline] = []
    for line in lines:
        if children:
            children.append(Text(" ", line[0].span))
        children.extend(line)
    return Paragraph(tuple(children), children[0].span.to(children[-1].span))


def _take_child(fields: Fields, child: Part, language: Language) -> None:
    """A deeper heading under a goal: a field or its steps, if it is named like one; else notes."""
    assert child.heading is not None  # noqa: S101 - only the root has none
    name = language.label(child.title) or ("steps" if language.role(child.title) == "steps" else "")
    label = plain_scalar(child.heading.children, child.heading.span)
    if name == "steps":
        fields.label("steps", label)
        _take_blocks(fields, child.blocks, language, _GOAL_LABELS)
    elif name in _GOAL_LABELS and child.blocks and not fields.has(name):
        fields.label(name, label)
        fields.put(name, blocks_scalar(child.blocks))
    else:
        fields.notes.append(child.heading)
        for block in child.blocks:
            if any(item.checked is not None for item in items_of(block)):
                fields.steps.extend(step_of_item(item, language) for item in items_of(block))
            else:
                fields.notes.append(block)
    for deeper in child.parts:
        _take_child(fields, deeper, language)
