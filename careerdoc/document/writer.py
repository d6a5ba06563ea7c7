"""Document to Markdown: what the parser reads back as the same Document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.escape import escape_inside, escape_start
from careerdoc.document.model import (
    BulletList,
    Citation,
    Code,
    CodeBlock,
    Container,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Image,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    SoftBreak,
    Strikethrough,
    Strong,
    Table,
    Text,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdoc.document.model import Attributes, Block, Document, Inline


def write(document: Document) -> str:
    """The Markdown of a whole document, ending with a line end (an empty document gives an empty text)."""
    parts = [write_blocks(document.blocks)]
    for label, blocks in document.footnotes.items():
        body = _indent(write_blocks(blocks), "    ")
        parts.append(f"[^{label}]: {body.lstrip()}")
    text = "\n\n".join(part for part in parts if part)
    return text + "\n" if text else ""


def write_blocks(blocks: Iterable[Block], *, tight: bool = False) -> str:
    """The Markdown of blocks, parted by blank lines unless tight."""
    pieces: list[str] = []
    previous: Block | None = None
    other = False
    for block in blocks:
        # Two lists of one kind in a row would read as one: the second takes the other marker.
        other = not other if _is_list(block) and type(previous) is type(block) else False
        against = tight and previous is not None and _may_touch(previous, block)
        if previous is not None and not against:
            pieces.append("")
        # Right below a paragraph, "---" would make a heading of it.
        pieces.append("***" if against and isinstance(block, Rule) else _block(block, other_marker=other))
        previous = block
    return "\n".join(pieces)


def _may_touch(previous: Block, block: Block) -> bool:
    """Whether two blocks stay two without a blank line between them, as the blocks of a tight item must stand."""
    if isinstance(previous, Heading | Rule | CodeBlock | Figure | Container):
        return True
    if isinstance(previous, Paragraph) and _is_list(block):
        return True
    return isinstance(block, Heading | Rule | CodeBlock | Figure | Container)


def write_inlines(inlines: Iterable[Inline]) -> str:
    """The Markdown of inlines, with their line ends."""
    return "".join(_inline(node) for node in _joined(inlines))


def _joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Inlines with neighbouring texts made one: what is to be escaped may stand in two of them."""
    joined: list[Inline] = []
    for node in inlines:
        previous = joined[-1] if joined else None
        if isinstance(node, Text) and isinstance(previous, Text):
            joined[-1] = Text(previous.text + node.text, previous.span.to(node.span))
        else:
            joined.append(node)
    return joined


def _is_list(block: Block) -> bool:
    return isinstance(block, BulletList | OrderedList)


def _block(block: Block, *, other_marker: bool) -> str:
    match block:
        case Heading(level, children, _, attributes):
            text = " ".join(write_inlines(children).split("\n"))
            return f"{'#' * level} {text} {_attributes(attributes)}".rstrip()
        case Paragraph(children):
            return _lines(write_inlines(children))
        case Quotation(blocks):
            return "\n".join(f"> {line}".rstrip() for line in write_blocks(blocks).split("\n"))
        case BulletList(items, tight):
            return _items(items, ["* " if other_marker else "- "] * len(items), tight=tight)
        case OrderedList(items, start, tight):
            dot = ")" if other_marker else "."
            return _items(items, [f"{start + index}{dot} " for index in range(len(items))], tight=tight)
        case CodeBlock(text, info):
            return _fenced(text, info)
        case Rule():
            return "---"
        case Table():
            return _table(block)
        case Container(name, blocks, _, attributes):
            return _container(name, blocks, attributes)
        case Figure(kind, data):
            return _fenced(data, f"figure {kind}")


def _lines(text: str) -> str:
    return "\n".join(escape_start(line.lstrip()) for line in text.split("\n"))


def _items(items: Sequence[ListItem], markers: Sequence[str], *, tight: bool) -> str:
    texts = []
    for item, marker in zip(items, markers, strict=True):
        indent = " " * len(marker)
        box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
        body = _indent(write_blocks(item.blocks, tight=tight), indent)
        texts.append(f"{marker}{box}{body[len(indent) :]}".rstrip())
    return ("\n" if tight else "\n\n").join(texts)


def _indent(text: str, indent: str) -> str:
    return "\n".join(indent + line if line else "" for line in text.split("\n"))


def _fenced(text: str, info: str) -> str:
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{info}\n{text}\n{fence}"


def _container(name: str, blocks: tuple[Block, ...], attributes: Attributes) -> str:
    depth = 3 + _nested(blocks)
    fence = ":" * depth
    head = " ".join(part for part in (fence, name, _attributes(attributes)) if part)
    return f"{head}\n{write_blocks(blocks)}\n{fence}"


def _nested(blocks: Iterable[Block]) -> int:
    return max((1 + _nested(b.blocks) for b in walk(blocks) if isinstance(b, Container)), default=0)


def _attributes(attributes: Attributes) -> str:
    parts = [f"#{attributes.identifier}"] if attributes.identifier else []
    parts += [f".{name}" for name in attributes.classes]
    parts += [f'{key}="{value}"' for key, value in attributes.values]
    return "{" + " ".join(parts) + "}" if parts else ""


def _table(table: Table) -> str:
    rules = {None: "---", "left": ":--", "center": ":-:", "right": "--:"}
    rows = [table.header, *table.rows]
    texts = [[_cell(cell) for cell in row] for row in rows]
    texts.insert(1, [rules[alignment] for alignment in table.alignments])
    return "\n".join("| " + " | ".join(row) + " |" for row in texts)


def _cell(cell: tuple[Inline, ...]) -> str:
    text = " ".join(write_inlines(cell).split("\n"))
    return re.sub(r"(?<!\\)\|", r"\\|", text)


def _inline(node: Inline) -> str:
    match node:
        case Text(text):
            return escape_inside(text)
        case Emphasis(children):
            return _marked("*", children)
        case Strong(children):
            return _marked("**", children)
        case Strikethrough(children):
            return _marked("~~", children)
        case Code(text):
            fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
            pad = " " if text.startswith("`") or text.endswith("`") else ""
            return f"{fence}{pad}{text}{pad}{fence}"
        case Link(target, children):
            return f"[{write_inlines(children)}]({_target(target)})"
        case Image(target, alt, title):
            quoted = title.replace("\\", "\\\\").replace('"', '\\"')
            caption = f' "{quoted}"' if title else ""
            return f"![{escape_inside(alt)}]({_target(target)}{caption})"
        case SoftBreak():
            return "\n"
        case LineBreak():
            return "\\\n"
        case FootnoteMark(label):
            return f"[^{label}]"
        case Citation(_, _, text):
            return text


def _marked(mark: str, children: tuple[Inline, ...]) -> str:
    """Marks go inside the blanks: ``** a**`` would not read as strong."""
    text = write_inlines(children)
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"


def _target(target: str) -> str:
    if target and not re.search(r"[\s()<>]", target):
        return target
    return "<" + target.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A") + ">"
