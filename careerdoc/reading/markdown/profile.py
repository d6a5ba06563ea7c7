"""The self-assessment in a Markdown plan: labelled list items and headings become traits, the rest becomes notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import BulletList, ListItem, Paragraph, Table, plain
from careerdoc.reading.markdown.fields import Fields
from careerdoc.reading.markdown.labels import split_label
from careerdoc.reading.markdown.parts import items_of
from careerdoc.reading.markdown.scalars import blocks_scalar, mapping, plain_scalar, prose_scalar, sequence

if TYPE_CHECKING:
    from careerdoc.document.model import Block, Inline
    from careerdoc.reading.languages import Language
    from careerdoc.reading.markdown.parts import Part
    from careerdoc.source import Span
    from careerdoc.tree import Mapping, Node, Scalar

SIDES = ("weaknesses", "opportunities", "threats")
"""The sides of a SWOT analysis that have no field of their own; strengths are skills."""

TRAITS = ("values", "interests", "personality", "skills", "assessments")
"""The sides of a self-assessment that have a field of their own."""


class ProfileReader:
    """Collects the profile of one plan, from one part or from several."""

    def __init__(self, span: Span, words: Language) -> None:
        """``span`` is where an empty profile would stand."""
        self.fields = Fields(span)
        self.words = words
        self.others: list[Node] = []

    def node(self) -> Mapping | None:
        """The profile, or None where nothing was said."""
        if self.others:
            self.fields.put("others", sequence(self.others))
        return self.fields.node() if self.fields.entries or self.fields.notes else None

    def whole(self, part: Part) -> None:
        """Take a part that is the profile: its heading, labelled items, and prose."""
        self.fields.span = part.span(self.fields.span)
        if part.heading is not None and not self.fields.has("title"):
            self.fields.put("title", plain_scalar(part.heading.children, part.heading.span))
        for block in part.blocks:
            if isinstance(block, Table) and self._quarters(block):
                continue
            items = items_of(block)
            if items and all(_label_of(item) for item in items):
                for item in items:
                    self._labelled(item)
            else:
                self.fields.notes.append(block)

    def _quarters(self, table: Table) -> bool:
        """Take a table whose heads name sides of a self-assessment, as those of a SWOT analysis do."""
        heads: list[tuple[Inline, ...]] = []
        found: dict[str, tuple[Scalar, list[ListItem]]] = {}
        for row in (table.header, *table.rows):
            roles = [self.words.role(plain(cell)) for cell in row]
            if roles and all(role in {*TRAITS, *SIDES} for role in roles):
                heads = list(row)
                continue
            if not heads:
                return False
            for head, cell in zip(heads, row, strict=False):
                label = plain_scalar(head, table.span)
                items = found.setdefault(label.value, (label, []))[1]
                if plain(cell).strip():
                    span = cell[0].span.to(cell[-1].span)
                    items.append(ListItem((Paragraph(cell, span),), span))
        for label, items in found.values():
            listed: list[Block] = [BulletList(tuple(items), True, items[0].span)] if items else []  # noqa: FBT003 - tight
            self._trait(self.words.role(label.value), label, listed)
        return bool(found)

    def side(self, part: Part, role: str) -> None:
        """Take a part whose heading names one trait (``role`` is empty for a trait without a field of its own)."""
        if part.heading is not None:
            self._trait(role, plain_scalar(part.heading.children, part.heading.span), list(part.blocks))

    def _labelled(self, item: ListItem) -> None:
        first = item.blocks[0]
        found = split_label(first.children) if isinstance(first, Paragraph) else None
        if found is None:
            return
        rest = found.rest
        body: list[Block] = [Paragraph(rest, rest[0].span.to(rest[-1].span))] if rest else []
        self._trait(self.words.role(found.label.value), found.label, body + list(item.blocks[1:]))

    def _trait(self, name: str, label: Scalar, blocks: list[Block]) -> None:
        entries: dict[str, Node] = {"label": label}
        if blocks:
            items = items_of(blocks[0]) if len(blocks) == 1 else ()
            if items and all(len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph) for item in items):
                entries["items"] = sequence([prose_scalar(_inlines(item), item.span) for item in items])
            entries["text"] = blocks_scalar(blocks)
        node = mapping(entries, label.span)
        if name in TRAITS and not self.fields.has(name):
            self.fields.put(name, node)
        else:
            self.others.append(node)


def _label_of(item: ListItem) -> bool:
    first = item.blocks[0] if item.blocks else None
    return isinstance(first, Paragraph) and split_label(first.children) is not None


def _inlines(item: ListItem) -> tuple[Inline, ...]:
    first = item.blocks[0]
    return first.children if isinstance(first, Paragraph) else ()
