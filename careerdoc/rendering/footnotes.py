"""In which order footnotes are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import FootnoteMark, inlines_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.document.model import Document


def footnote_order(document: Document) -> tuple[str, ...]:
    """Labels of the footnotes, each once, in the order of their first marks; those without a mark come last.

    The number of a footnote is its place in here, from 1.
    """
    if not document.footnotes:
        return ()
    return tuple(dict.fromkeys(label for label in _labels(document) if label in document.footnotes))


def _labels(document: Document) -> Iterator[str]:
    parts = (document.blocks, *document.footnotes.values())
    for block in (block for part in parts for block in walk(part)):
        yield from (node.label for node in inlines_of(block) if isinstance(node, FootnoteMark))
    yield from document.footnotes
