"""Text that runs the other way, as HTML: where an element says so, and what is isolated inside a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.rendering.bidi import fixed, has_rtl, is_foreign, is_rtl_language, runs_rtl, words_in
from careerdoc.rendering.html.markup import escape, join, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.html.markup import Markup


class Ways:
    """Which way things run in a document. ``foreign`` tells whether any list, table or quotation runs against it."""

    def __init__(self, document: Document) -> None:
        self.rtl = is_rtl_language(document.metadata.language)
        self.mixed = self.rtl or any(
            has_rtl(words_in(part)) for part in (document.blocks, *document.footnotes.values())
        )
        self.foreign = False

    def of(self, inlines: Iterable[Inline]) -> str | None:
        """The ``dir`` of an element with these words; None where it runs as the document does."""
        if not self.mixed or (rtl := runs_rtl(plain(inlines), within=self.rtl)) is self.rtl:
            return None
        return _name(rtl=rtl)

    def of_all(self, blocks: Iterable[Block]) -> str | None:
        """The ``dir`` of a list, table or quotation, which turns only if all that is in it does."""
        if not self.mixed or not is_foreign(words_in(blocks), within=self.rtl):
            return None
        self.foreign = True
        return _name(rtl=not self.rtl)

    def isolated(self, inlines: Iterable[Inline], content: Markup) -> Markup:
        """The words of a heading, an item or a cell, which stands at the document's side whichever way they run."""
        way = self.of(inlines)
        return tag("bdi", content, dir=way) if way else content

    def text(self, text: str) -> Markup:
        """Text; in a document that runs from right to left, with what keeps its own way set apart."""
        if not self.rtl:
            return escape(text)
        return set_apart(text)

    def code(self, text: str) -> str | None:
        """The ``dir`` of code, which is in Latin letters as a rule."""
        return "ltr" if self.rtl and not runs_rtl(text, within=False) else None


def set_apart(text: str) -> Markup:
    """Text that runs from right to left, with what keeps its own way isolated in it."""
    return join(tag("bdi", piece, dir="ltr") if keeps else piece for piece, keeps in fixed(text))


def _name(*, rtl: bool) -> str:
    return "rtl" if rtl else "ltr"
