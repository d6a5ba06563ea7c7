"""A page about a code as text for a terminal: no marks, lines of a given width, examples set in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from careerdoc.document import parse, plain, write_blocks
from careerdoc.document.model import BulletList, Code, CodeBlock, Heading, Link, OrderedList, Paragraph
from careerdoc.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Inline

NARROWEST = 24


def as_lines(markdown: str, width: int) -> str:
    """The text of a page in lines of so many columns."""
    return "\n".join(_blocks(parse(Source("", markdown)).blocks, width)) + "\n"


def _blocks(blocks: Iterable[Block], width: int) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [*([""] if lines else []), *_block(block, max(width, NARROWEST))]
    return lines


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(level, children):
            text = _line(children)
            return [text, "=" * min(len(text), width)] if level == 1 else [text]
        case Paragraph(children):
            return _wrapped(_line(children), width)
        case CodeBlock(text):
            return [f"    {line}".rstrip() for line in text.rstrip("\n").split("\n")]
        case BulletList(items) | OrderedList(items):
            lines: list[str] = []
            for number, item in enumerate(items, getattr(block, "start", 1)):
                head = f"{number}. " if isinstance(block, OrderedList) else "- "
                inner = _blocks(item.blocks, width - len(head))
                lines += [(head if index == 0 else " " * len(head)) + line for index, line in enumerate(inner)]
            return lines
        case _:
            return write_blocks([block]).rstrip("\n").split("\n")


def _line(children: Iterable[Inline]) -> str:
    """The words of a line. What is to be typed keeps its backticks, as in hints; a link shows where it leads."""
    pieces: list[str] = []
    for node in children:
        match node:
            case Code(text) if "`" not in text:
                pieces.append(f"`{text}`")
            case Link(target, inner) if "://" in target:
                pieces.append(f"{_line(inner)} <{target}>")
            case _:
                pieces.append(plain((node,)))
    return "".join(pieces)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)
