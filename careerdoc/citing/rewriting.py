"""The same blocks with other inlines: for what is put in the place of citations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.mapping import with_inlines
from careerdoc.document.model import Emphasis, Link, Strikethrough, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careerdoc.document.model import Block, Inline

    Change = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def blocks_with(blocks: Iterable[Block], change: Change, fill: Callable[[Block], Block]) -> tuple[Block, ...]:
    """Blocks whose inlines have gone through ``change`` and which themselves have gone through ``fill``."""
    return with_inlines(blocks, lambda children: _deep(children, change), fill)


def _deep(children: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    return change(tuple(_inside(node, change) for node in children))


def _inside(node: Inline, change: Change) -> Inline:
    match node:
        case Emphasis(children) | Strong(children) | Strikethrough(children) | Link(_, children):
            return replace(node, children=_deep(children, change))
        case _:
            return node


def merged(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Inlines with neighbouring texts made one."""
    out: list[Inline] = []
    for node in inlines:
        if isinstance(node, Text) and out and isinstance(before := out[-1], Text):
            out[-1] = Text(before.text + node.text, before.span)
        else:
            out.append(node)
    return tuple(out)
