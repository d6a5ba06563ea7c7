"""A table of contents: the headings of a document, each with the name that a link finds it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Container, Heading, walk
from careerdoc.rendering.html.markup import Markup, tag
from careerdoc.rendering.html.names import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from careerdoc.document.model import Block, Document

TOC = "toc"
"""The container that a table of contents fills."""

_DEEPEST = 3


def names_of_headings(document: Document, linked: frozenset[str]) -> Mapping[Heading, str]:
    """The identifiers of headings that something leads to: links, or a table of contents. No two are the same."""
    headings = [block for block in walk(document.blocks) if isinstance(block, Heading)]
    listed = {heading for heading in headings if _is_listed(heading)} if _has_contents(document.blocks) else set()
    names: dict[Heading, str] = {}
    taken: set[str] = set()
    for heading in headings:
        name = heading.attributes.identifier or slug(heading.children)
        if (name in linked and name not in taken) or heading in listed:
            names[heading] = name if name and name not in taken else f"part-{len(names) + 1}"
            taken.add(names[heading])
    return names


def contents(
    names: Mapping[Heading, str], blocks: Iterable[Block], said: Callable[[Heading], Markup], title: str
) -> Markup:
    """The list of the headings below the title, down to the third level, as links, under a title of its own."""
    listed = [block for block in walk(blocks) if isinstance(block, Heading) and _is_listed(block)]
    items = (
        tag("li", tag("a", said(heading), href=f"#{names[heading]}"), cls=f"toc-{heading.level}")
        for heading in listed
        if heading in names
    )
    head = tag("p", title, cls="toc-title")
    return tag("nav", head, tag("ul", *items, role="list"), cls=TOC, aria_label=title) if listed else Markup("")


def _is_listed(heading: Heading) -> bool:
    return 1 < heading.level <= _DEEPEST


def _has_contents(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Container) and block.name == TOC for block in walk(blocks))
