"""Markdown plans: the same Tree that a YAML plan gives, read leniently, with nothing left out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document import parse, plain, relocated
from careerdoc.document.model import Heading
from careerdoc.reading.front_matter import language_code, read_front_matter
from careerdoc.reading.languages import guess_language, language
from careerdoc.reading.markdown import html, lenient
from careerdoc.reading.markdown.parts import split_parts
from careerdoc.reading.markdown.walking import Walk
from careerdoc.source import Rewriting

if TYPE_CHECKING:
    from collections.abc import Mapping as Mappings

    from careerdoc.document.model import Block
    from careerdoc.reading.languages import Language
    from careerdoc.source import Source, Span
    from careerdoc.tree import Mapping


def read_markdown(source: Source) -> tuple[Mapping, Language]:
    """The Tree of a Markdown plan, and the language it is read in.

    Raises CareerdocError, located, on front matter that is not YAML and on text nested too deep.
    """
    front, lines = read_front_matter(source)
    blocks, footnotes = _parsed(source, lines)
    headings = [plain(block.children) for block in blocks if isinstance(block, Heading)]
    words = language(language_code(front) or guess_language(headings, source.text[source.line_start(lines + 1) :]))
    walk = Walk(source, words, front)
    walk.read(split_parts(blocks, words))
    for label, body in footnotes.items():
        walk.entries.footnote(label, body)
    return walk.node(), words


def _parsed(source: Source, lines: int) -> tuple[tuple[Block, ...], Mappings[str, tuple[Block, ...]]]:
    """Blocks and footnotes of a text, read as it was meant; every span is one of the text as it stands."""
    rewritings: list[Rewriting] = []
    text = source
    for edits in (html.edits_of(source, source.line_start(lines + 1)),):
        if edits:
            rewritings.append(Rewriting(text, edits))
            text = rewritings[-1].source
    if edits := lenient.edits_of(text, lines + 1):
        rewritings.append(Rewriting(text, edits))
        text = rewritings[-1].source
    document = parse(text, skip_lines=lines, lenient=True)
    if not rewritings:
        return document.blocks, document.footnotes

    def origin(span: Span) -> Span:
        for rewriting in reversed(rewritings):
            span = rewriting.origin(span)
        return span

    footnotes = {label: relocated(body, origin) for label, body in document.footnotes.items()}
    return relocated(document.blocks, origin), MappingProxyType(footnotes)
