"""YAML plans: the Tree of the text, read as a plan, with steps in the short way (``"[x] Meet my adviser"``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.reading.languages import LANGUAGE_KEYS, guess_language, language
from careerdoc.tree import Mapping, Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from careerdoc.reading.languages import Language
    from careerdoc.source import Source
    from careerdoc.tree import Node

LONGEST_TEXT = 2_000
"""Characters of a text that is parted into steps."""

_BETWEEN = re.compile(r"\s*[;；\n]\s*(?:[-*•]\s+)?")
_COMMA = re.compile(r",\s+|[、，]\s*")
_BOX = re.compile(r"\[([ xX])\]\s+")


def read_yaml(source: Source) -> tuple[Mapping, Language]:
    """The Tree of a YAML plan, and the language it is read in.

    Raises CareerdocError, located, on what is not YAML or not a mapping at the top.
    """
    root = parse_yaml(source)
    if not isinstance(root, Mapping):
        span = root.span if root is not None else source.span(0)
        hint = "begin with lines such as `title: My plan` and `goals:`"
        raise refusal("CD003", "a plan in YAML is made of `key: value` lines", span=span, hint=hint)
    code = next((node for key, node in root if key.value.casefold() in LANGUAGE_KEYS), None)
    if isinstance(code, Scalar):
        return root, language(code.value)
    return root, language(guess_language([key.value for key, _ in root], source.text))


def split_box(text: Scalar) -> tuple[Scalar, bool | None]:
    """A step's text without the task box at its start, and whether it is ticked."""
    match = _BOX.match(text.value)
    if match is None:
        return text, None
    value = text.value[match.end() :]
    return Scalar(value, text.part(match.end(), len(text.value)), plain=False), match[1] != " "


def split_steps(text: Scalar, words: Language) -> tuple[Scalar, ...]:
    """Steps told in one text: one a line or a semicolon, or commas where each piece is something to do."""
    if len(text.value) > LONGEST_TEXT:
        return (text,)
    cuts = [match.span() for match in _BETWEEN.finditer(text.value)]
    if not cuts:
        cuts = [match.span() for match in _COMMA.finditer(text.value)]
        if not all(words.is_aim(piece) for piece in _COMMA.split(text.value)):
            return (text,)
    edges = [0, *(edge for cut in cuts for edge in cut), len(text.value)]
    pairs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text.value[a:b].strip()]
    return tuple(Scalar(text.value[a:b], text.part(a, b), plain=False) for a, b in pairs)


def as_markdown(node: Node, depth: int = 0) -> str:
    """Any YAML as Markdown, every word of it: lists stay lists, mappings become lists with labels."""
    match node:
        case Scalar(value):
            return value
        case Sequence(items):
            return "\n".join(_item(as_markdown(item, depth + 1)) for item in items)
        case Mapping(entries):
            lines = []
            for key, inner in entries:
                text = as_markdown(inner, depth + 1)
                label = f"**{key.value.replace('_', ' ').capitalize()}:**"
                lines.append(_item(f"{label} {text}" if isinstance(inner, Scalar) else f"{label}\n\n{text}"))
            return "\n".join(lines)


def _item(text: str) -> str:
    return "- " + text.replace("\n", "\n  ").rstrip()
