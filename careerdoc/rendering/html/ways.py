"""Text that runs the other way, as HTML: where an element says so, and what is isolated inside a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from careerdoc.document.model import Text, plain
from careerdoc.rendering.bidi import LTR_MARK, fixed, has_rtl, is_foreign, is_rtl_language, runs_rtl, words_in
from careerdoc.rendering.html.markup import escape, join, tag
from careerdoc.rendering.segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdoc.document.model import Block, Document, Inline
    from careerdoc.rendering.html.markup import Markup


class Ways:
    """Which way things run in a document. ``foreign`` tells whether any list, table or quotation runs against it."""

    def __init__(self, document: Document) -> None:
        self.language = document.metadata.language
        self.rtl = is_rtl_language(self.language)
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

    def line(self, parts: Sequence[tuple[Inline, Markup]]) -> Markup:
        """Inlines one after the other, each with its HTML.

        WeasyPrint puts elements in a line from right to left next to one another as they come, so that the words of
        ``**Google** Docs`` would change places: what runs on from one element to the next is one element.
        """
        if not self.rtl or len(parts) < 2:
            return join(markup for _, markup in parts)
        pieces = [piece for node, markup in parts for piece in self._pieces(node, markup)]
        made: list[Markup] = []
        for run in _runs(pieces):
            content = join(piece.markup for piece in run)
            made.append(tag("bdi", content, dir="ltr") if len({piece.node for piece in run}) > 1 else content)
        return join(made)

    def _pieces(self, node: Inline, markup: Markup) -> Iterator[_Piece]:
        if isinstance(node, Text):
            for segment in segments(node.text, self.language, rtl=True):
                bare = segment.text.strip(LTR_MARK)
                yield _Piece(id(node), set_apart(bare), ltr=not segment.rtl, blank=not bare.strip())
        else:
            words = plain((node,))
            yield _Piece(id(node), markup, ltr=is_foreign(words, within=True), blank=not words.strip())

    def code(self, text: str) -> str | None:
        """The ``dir`` of code, which is in Latin letters as a rule."""
        return "ltr" if self.rtl and not runs_rtl(text, within=False) else None


class _Piece(NamedTuple):
    """A part of a line: which inline it is of, its HTML, and whether it runs from left to right or is but a blank."""

    node: int
    markup: Markup
    ltr: bool
    blank: bool


def _runs(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces from left to right that stand next to one another together, with the blanks between them."""
    run: list[_Piece] = []
    blanks: list[_Piece] = []
    for piece in pieces:
        if piece.ltr:
            run, blanks = [*run, *blanks, piece], []
        elif piece.blank and run:
            blanks.append(piece)
        else:
            yield from (one for one in (run, *([blank] for blank in blanks), [piece]) if one)
            run, blanks = [], []
    yield from (one for one in (run, *([blank] for blank in blanks)) if one)


def set_apart(text: str) -> Markup:
    """Text that runs from right to left, with what keeps its own way isolated in it."""
    return join(tag("bdi", piece, dir="ltr") if keeps else piece for piece, keeps in fixed(text))


def _name(*, rtl: bool) -> str:
    return "rtl" if rtl else "ltr"
