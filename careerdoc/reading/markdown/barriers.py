"""Challenges in a Markdown plan: a barrier and its strategy, in the ways that people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph
from careerdoc.reading.markdown.fields import Fields
from careerdoc.reading.markdown.labels import known_label, split_label
from careerdoc.reading.markdown.parts import items_of
from careerdoc.reading.markdown.scalars import blocks_scalar, mapping, prose_scalar
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Heading, Inline, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.source import Span
    from careerdoc.tree import Mapping, Node

_ARROW = re.compile(r"\s*(?:→|⟶|⇒|=>|->|–>)\s*")


def barrier_of_item(item: ListItem, words: Language) -> Mapping:
    """``barrier → strategy``, ``barrier: strategy``, or a strategy under the barrier."""
    fields = Fields(item.span)
    if not item.blocks or not isinstance(first := item.blocks[0], Paragraph):
        return mapping({"text": blocks_scalar(item.blocks)}, item.span) if item.blocks else mapping({}, item.span)
    text = prose_scalar(first.children, item.span)
    arrow, label = _ARROW.search(text.value), split_label(first.children)
    if arrow and arrow.start():
        fields.put("text", _part_of(text, 0, arrow.start()))
        fields.put("strategy", _part_of(text, arrow.end(), len(text.value)))
    elif label and label.rest:
        fields.put("text", label.label)
        fields.put("strategy", prose_scalar(label.rest, item.span))
    else:
        fields.put("text", text)
    _take_strategy(fields, item.blocks[1:], words)
    return fields.node()


def barrier_of_row(row: tuple[tuple[Inline, ...], ...], span: Span) -> Mapping:
    """A row of a table with two columns."""
    text, strategy = (prose_scalar(cell, span) for cell in row)
    return mapping({"text": text, "strategy": strategy} if strategy.value else {"text": text}, text.span)


def barrier_of_heading(heading: Heading, blocks: list[Block]) -> Mapping:
    """A barrier as a heading, with its strategy under it."""
    entries: dict[str, Node] = {"text": prose_scalar(heading.children, heading.span), "strategy": blocks_scalar(blocks)}
    return mapping(entries, heading.span)


def _take_strategy(fields: Fields, blocks: tuple[Block, ...], words: Language) -> None:
    """What stands under a barrier: its strategy, with the label if it has one."""
    if not blocks or fields.has("strategy"):
        fields.notes.extend(blocks)
        return
    items = items_of(blocks[0])
    only = items[0].blocks[0] if len(blocks) == 1 and len(items) == 1 and len(items[0].blocks) == 1 else blocks[0]
    found = known_label(only.children, words) if isinstance(only, Paragraph) else None
    if found is not None and found.name == "strategy" and found.rest and len(blocks) == 1:
        fields.label("strategy", found.label)
        fields.put("strategy", prose_scalar(found.rest, only.span))
    else:
        fields.put("strategy", blocks_scalar([only] if len(blocks) == 1 else blocks))


def _part_of(text: Scalar, start: int, end: int) -> Scalar:
    value = text.value[start:end].rstrip(" .") if end < len(text.value) else text.value[start:end]
    return Scalar(value, text.part(start, start + len(value)), plain=False)
