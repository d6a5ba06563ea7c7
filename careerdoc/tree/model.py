"""The Tree: data as it stands in a text, each piece with its span. What YAML and Markdown plans both become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.source import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. ``plain`` tells an unquoted YAML scalar, the only one that can be a number, a truth value or null.

    ``pieces`` maps offsets of the value to the source where the two differ (escapes, folded lines); without
    pieces, the value stands in the source letter by letter or only the whole span is known.
    """

    value: str
    span: Span
    plain: bool = True
    pieces: tuple[tuple[int, Span], ...] = ()

    def part(self, start: int, end: int) -> Span:
        """The span of ``value[start:end]``, as exactly as it is known."""
        if self.pieces:
            first = [piece for piece in self.pieces if piece[0] <= start][-1:] or [self.pieces[0]]
            last = [piece for piece in self.pieces if piece[0] < end][-1:] or first
            source = self.span.source
            return source.span(
                first[0][1].start + start - first[0][0],
                min(last[0][1].start + end - last[0][0], last[0][1].end),
            )
        if self.span.end - self.span.start == len(self.value):
            return self.span.source.span(self.span.start + start, self.span.start + end)
        return self.span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with nodes, in the order of the source; a key stands once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries)

    def get(self, key: str) -> Node | None:
        """The node of a key, or None."""
        return next((node for name, node in self.entries if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def is_null(node: Node | None) -> bool:
    """Whether a node says nothing: missing, or null as the YAML 1.2 core schema writes it."""
    return node is None or (isinstance(node, Scalar) and node.plain and node.value in _NULLS)


def truth(node: Node | None) -> bool | None:
    """The truth value of a scalar (YAML 1.2 core schema: ``yes`` and ``no`` are words), or None."""
    return _TRUTHS.get(node.value) if isinstance(node, Scalar) and node.plain else None
