"""Names inside a page: classes of containers, and what a link in the document may lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Link, inlines_of, plain, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.document.model import Document, Inline

_NAME = re.compile(r"[^a-z0-9-]+")
_SPACES = re.compile(r"[\s]+")

_STYLED = frozenset(
    {
        *("big-number", "byline", "columns", "footnote", "heading-block", "lead", "notes", "quotation", "references"),
        *("title-page", "when"),
    }
)
"""Containers that the style sheets know; any other name is set apart from the classes of our own."""


def container_class(name: str) -> str:
    """The class of a container."""
    cleaned = name_of(name)
    return cleaned if cleaned in _STYLED or not cleaned else f"container-{cleaned}"


def name_of(name: str) -> str:
    """A name as CSS takes it."""
    return _NAME.sub("-", name.casefold()).strip("-")


def slug(children: tuple[Inline, ...]) -> str:
    """GitHub's name for a heading: lower case, blanks to hyphens, other signs left out."""
    kept = "".join(c for c in plain(children).casefold() if c.isalnum() or c in " -_")
    return _SPACES.sub("-", kept.strip())


def internal_targets(document: Document) -> Iterator[str]:
    """What links in a document lead to inside it."""
    for part in (document.blocks, *document.footnotes.values()):
        for block in walk(part):
            for node in inlines_of(block):
                if isinstance(node, Link) and node.target.startswith("#"):
                    yield node.target[1:]
