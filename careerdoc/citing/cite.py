"""Citations and the list of references put into a document: what a style makes of them, as plain inlines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdoc.citing.rewriting import blocks_with, merged
from careerdoc.citing.runs import inlines
from careerdoc.citing.style import Cited, Style
from careerdoc.citing.terms import terms_for
from careerdoc.citing.work import Work, work_of
from careerdoc.citing.written import entry_of, written_work
from careerdoc.document import inlines_of, plain, walk
from careerdoc.document.model import (
    BulletList,
    Citation,
    Container,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    SoftBreak,
    Text,
)
from careerdoc.plan import with_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerdoc.citing.runs import Runs
    from careerdoc.document import Document
    from careerdoc.document.model import Block, Inline
    from careerdoc.plan import Plan, Reference

LIST = "references"
"""The name of the container that the list is put into."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A style: ``apa``, ``mla``, or ``csl`` with its text. ``plain`` keeps a list that was written out in its order."""

    name: str
    text: str = ""
    plain: bool = False


def cite(document: Document, plan: Plan, choice: Choice) -> Document:
    """The document with its citations resolved and its list of references filled.

    A citation whose key no source has is its own text again. Where nothing is to be listed, the container and the
    heading before it go. Raises UnusableStyleError where a style of the Citation Style Language cannot be followed.
    """
    every = [*document.blocks, *(block for blocks in document.footnotes.values() for block in blocks)]
    found = [node for block in walk(every) for node in inlines_of(block) if isinstance(node, Citation)]
    wants_list = any(isinstance(block, Container) and block.name == LIST for block in walk(every))
    if not found and not wants_list:
        return document
    works = _works(plan, found, everything=document.shape == "outline")
    style = _style(choice, works, plan, _names_of(document))
    resolver = _Resolver(document, choice, works, style)
    notes = {label: resolver.blocks(blocks) for label, blocks in document.footnotes.items()}
    return replace(document, blocks=resolver.blocks(document.blocks), footnotes=notes)


def _works(plan: Plan, found: Sequence[Citation], *, everything: bool) -> list[Work]:
    """The works of a document, those cited first: all of the plan's own sources, and of its library what is cited."""
    cited = list(dict.fromkeys(item.key for citation in found for item in citation.items))
    works: dict[str, Work] = {}
    own = [with_key(reference) for reference in plan.sources]
    library = [ref for ref in plan.library if ref.key and (everything or str(ref.key) in cited)]
    for index, reference in enumerate((*own, *library)):
        key = str(reference.key or f"\ue000{index}")
        if key not in works:
            works[key] = work_from(reference, key)
    order = {key: index for index, key in enumerate(cited)}
    return sorted(works.values(), key=lambda work: order.get(work.key, len(order)))


def work_from(reference: Reference, key: str) -> Work:
    """The work of a source, told in fields or written out."""
    fields = reference.title or reference.author or reference.url or reference.doi
    return written_work(reference, key) if reference.text and not fields else work_of(reference, key)


def _style(choice: Choice, works: Sequence[Work], plan: Plan, names: frozenset[str]) -> Style:
    terms = terms_for(plan.language)
    if choice.name == "mla":
        from careerdoc.citing.mla import Mla  # noqa: PLC0415 - the one style that is wanted

        return Mla(works, terms, plan.language)
    if choice.name == "csl":
        from careerdoc.citing.csl import Csl  # noqa: PLC0415 - see above

        return Csl(works, terms, plan.language, choice.text)
    from careerdoc.citing.apa import Apa  # noqa: PLC0415 - see above

    return Apa(works, terms, plan.language, names)


def _names_of(document: Document) -> frozenset[str]:
    """Words that paragraphs have with a capital after a small word, alone, and never without: names, most likely."""
    text = " ".join(plain(block.children) for block in walk(document.blocks) if isinstance(block, Paragraph))[:200_000]
    inner = set(re.findall(r"(?:^|[\s(])[a-z]+[,;]? ([A-Z][a-z]{2,})(?!\w)(?! [A-Z\d])", text))
    small = set(re.findall(r"\b[a-z]{3,}\b", text))
    return frozenset(word for word in inner if word.lower() not in small)


class _Resolver:
    """Rewrites the blocks of one document."""

    def __init__(self, document: Document, choice: Choice, works: Sequence[Work], style: Style) -> None:
        self.shape = document.shape
        self.by_key = {work.key: work for work in works}
        self.style = style
        self.entries = self._ordered(style.listed(), works, choice)

    def _ordered(
        self, listed: tuple[tuple[Work, Runs], ...], works: Sequence[Work], choice: Choice
    ) -> list[tuple[Block, ...]]:
        entries = {work.key: self._entry(work, runs) for work, runs in listed}
        order = list(entries)
        if self.shape == "outline":  # an outline has everything that the plan says
            for work in works:
                if work.key not in entries:
                    entries[work.key] = _told(work)
                    order.append(work.key)
        if choice.plain and all(work.written for work in works):
            order = sorted(order, key=lambda key: self.by_key[key].reference.span.start)
        return [entries[key] for key in order if entries[key]]

    def _entry(self, work: Work, runs: Runs) -> tuple[Block, ...]:
        span = work.reference.span
        return entry_of(work.reference) if work.written else (Paragraph(inlines(runs, span), span),)

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return _without_empty_parts(blocks_with(blocks, self._inlines, self._filled))

    def _inlines(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(node, Citation) for node in children):
            return children
        return merged([piece for node in children for piece in self._resolved(node)])

    def _resolved(self, node: Inline) -> tuple[Inline, ...]:
        if not isinstance(node, Citation):
            return (node,)
        cites = [Cited(item, self.by_key[item.key]) for item in node.items if item.key in self.by_key]
        if len(cites) < len(node.items):
            return tuple(_literal(node))
        runs = self.style.narrative(cites[0]) if node.narrative else self.style.parenthetical(cites)
        return inlines(runs, node.span)

    def _filled(self, block: Block) -> Block:
        if not isinstance(block, Container) or block.name != LIST or block.blocks:
            return block
        entries = [blocks_with(entry, self._inlines, lambda inner: inner) for entry in self.entries]
        if self.shape == "prose" or not entries:
            return replace(block, blocks=tuple(inner for entry in entries for inner in entry))
        items = tuple(ListItem(entry, block.span) for entry in entries)
        if self.shape == "outline":
            return OrderedList(items, 1, tight=False, span=block.span)
        return BulletList(items, tight=True, span=block.span)


def _literal(citation: Citation) -> Iterator[Inline]:
    """The characters of a citation that is none."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", citation.text)
    for index, line in enumerate(text.split("\n")):
        if index:
            yield SoftBreak(citation.span)
        if line:
            yield Text(line, citation.span)


def _told(work: Work) -> tuple[Block, ...]:
    """What a style does not list, in an outline: the names, the title and the date."""
    reference = work.reference
    parts = [person.whole for person in work.authors]
    parts += [str(value) for value in (reference.title, reference.genre or reference.medium, reference.issued) if value]
    span = reference.span
    return (Paragraph((Text(f"{', '.join(parts)}.", span),), span),) if parts else ()


def _without_empty_parts(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without an empty list of references, and without the heading right before it."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Container) and block.name == LIST and not block.blocks:
            if kept and isinstance(kept[-1], Heading):
                kept.pop()
            continue
        if isinstance(block, Container) and block.name == LIST and kept and isinstance(before := kept[-1], Heading):
            kept[-1] = _one_work(before) if len(block.blocks) == 1 else before
        kept.append(block)
    return tuple(kept)


def _one_work(heading: Heading) -> Heading:
    """``Work Cited`` over one entry (MLA 5.122)."""
    if plain(heading.children) != "Works Cited":
        return heading
    return replace(heading, children=(Text("Work Cited", heading.span),))
