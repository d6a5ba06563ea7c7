"""The Document, and the only Markdown parser and writer of the house."""

from careerdoc.document.escape import escape
from careerdoc.document.markdown import parse
from careerdoc.document.model import Document, Metadata, Shape, inlines_of, plain, walk
from careerdoc.document.relocate import relocated
from careerdoc.document.writer import write, write_blocks, write_inlines

__all__ = [
    "Document",
    "Metadata",
    "Shape",
    "escape",
    "inlines_of",
    "parse",
    "plain",
    "relocated",
    "walk",
    "write",
    "write_blocks",
    "write_inlines",
]
