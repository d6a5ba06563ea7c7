"""Rules on what a plan points at: pictures, links, and the sources that it cites."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import folded, matches, place_in, prose_of, without_code
from careerdoc.document.citations import scan
from careerdoc.findings import Level, nearest
from careerdoc.plan import with_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careerdoc.plan import Plan
    from careerdoc.plan.model import Prose
    from careerdoc.source import Span

_PICTURE = re.compile(r"!\[\s*\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{1,100}\])")
_ANCHOR = re.compile(r"(?<!!)\[[^\[\]\n]{0,300}\]\(\s*<?#([^()<>\s]{0,200})>?[^()\n]{0,100}\)")
_EMPTY = re.compile(r"(?<!!)\[[^\[\]\n]{1,300}\]\(\s*(?:<\s*>|#)?\s*\)")
_UNDEFINED = re.compile(
    r"(?<![!\w\]])(?:\[([^\[\]\n]{1,300})\]\[|\\\[([^\[\]\n\\]{1,300})\\\]\\\[)([^\[\]\n\\]{1,100})\\?\]"
)
_NOTE = re.compile(r"\\\[\^([^\[\]\n\\\s]{1,100})\\\]")
_DEFINED = re.compile(r"^[ \t]{0,12}\[([^\[\]\n]{1,100})\]:", re.MULTILINE)
_NAMED = re.compile(r"\{[^{}\n]{0,200}#([\w.:-]{1,100})[^{}\n]{0,200}\}")


@rule("CD130", "image-without-alt", Level.WARNING)
def image_without_alt(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A picture has words for those who cannot see it (WCAG 2.2, 1.1.1)."""
    for text in prose_of(plan):
        for match in _shown(_PICTURE, text) if "![" in text else ():
            span = _place(text, match, r"!\[\s*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?")
            hint = "say what it shows: `![My workbench](bench.jpg)`"
            yield Found("this picture has no words for those who cannot see it", span, hint)


def _shown(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern outside code."""
    kept = without_code(text) if "`" in text or "~~~" in text else text
    yield from (match for match in matches(pattern, text) if not kept[slice(*match.span())].isspace())


def _place(text: Prose, match: re.Match[str], written: str) -> Span:
    """Where a match stands; what the reader writes another way is found by how it may be written, nth for nth."""
    place = place_in(text, *match.span())
    if place is not text.span:
        return place
    before = [found.start() for found in match.re.finditer(text)]
    there = [found.span() for found in re.finditer(written, text.span.text)]
    if len(before) != len(there) or match.start() not in before:
        return place
    start, end = there[before.index(match.start())]
    return text.span.source.span(text.span.start + start, text.span.start + end)


@rule("CD131", "dead-link", Level.WARNING)
def dead_link(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A link leads somewhere."""
    anchors, defined = cache(partial(_anchors, plan)), cache(partial(_definitions, plan))
    for text in prose_of(plan):
        if "[" not in text:
            continue
        for match in _shown(_EMPTY, text):
            hint = "write where it leads: `[O*NET](https://www.onetonline.org)`"
            yield Found(
                "this link leads nowhere", _place(text, match, r"(?<!!)\[[^\[\]\n]+\]\(\s*(?:<\s*>|#)?\s*\)"), hint
            )
        for match in _shown(_ANCHOR, text):
            name = _unquoted(match[1])
            if name and not {name.casefold(), folded(name)} & anchors():
                hint = nearest(name, anchors()) or "name a heading of this plan: `#short-term-goals`"
                yield Found(f'no heading of the plan is called "#{name}"', place_in(text, *match.span()), hint)
        yield from _undefined(text, defined)


def _anchors(plan: Plan) -> set[str]:
    """What links within the plan can point at: its headings, as web pages name them, and names that it gives."""
    titles = [*(part.title for part in plan.parts), *(goal.title for goal in plan.goals)]
    titles += [section.title for section in plan.sections if section.title]
    names = {name.casefold() for name in _NAMED.findall(plan.span.source.text)}
    return names | {name for title in titles for name in (folded(title), folded(title).replace(" ", "-"))}


def _unquoted(name: str) -> str:
    if "%" not in name:
        return name
    from urllib.parse import unquote  # noqa: PLC0415 - takes 6 ms of a start, for names beyond ASCII

    return unquote(name)


def _definitions(plan: Plan) -> set[str]:
    """The labels of links that have an address somewhere."""
    return {name.casefold() for name in _DEFINED.findall(plan.span.source.text)}


def _undefined(text: Prose, defined: Callable[[], set[str]]) -> Iterator[Found]:
    """Links and notes whose definition is nowhere. In Markdown what is defined was resolved when it was read."""
    for match in _shown(_UNDEFINED, text):
        label, words = match[3], match[1] or match[2]
        if label.casefold() not in defined() and not (label.isdigit() and words.isdigit()) and "@" not in label:
            hint = f"add a line `[{label}]: https://…` to the plan"
            yield Found(f'the address of the link "{label}" is nowhere', place_in(text, *match.span()), hint)
    for match in _shown(_NOTE, text):
        hint = f"add a line `[^{match[1]}]: …` to the plan"
        yield Found(f'the note "{match[1]}" is nowhere', place_in(text, *match.span()), hint)


def _keys(plan: Plan) -> list[tuple[str, Span]]:
    """The keys of the sources, and where they stand."""
    sources = (*map(with_key, plan.sources), *plan.library)
    return [(str(source.key), source.key.span) for source in sources if source.key]


def _citations(plan: Plan) -> Iterator[tuple[Prose, int, int, str, bool]]:
    """The keys that are cited, where, and whether in a sentence; not in the list of sources itself."""
    own = {id(source.text) for source in plan.sources if source.text}
    for text in prose_of(plan):
        if "@" in text and id(text) not in own:
            shown = without_code(text) if "`" in text or "~~~" in text else text
            yield from ((text, *found) for found in scan(shown))


@rule("CD132", "source-never-cited", Level.ADVICE)
def source_never_cited(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Where a plan cites by keys, each source that has one is cited."""
    keys = [(str(k.key), k.key.span) for k in map(with_key, plan.sources) if k.key]
    cited = {key: narrative for *_, key, narrative in _citations(plan)} if keys else {}
    if all(cited.values()):
        return
    for key, span in keys:
        if key not in cited:
            yield Found(f'the source "{key}" is never cited', span, f"cite it where you use it: `[@{key}]`")


@rule("CD133", "citation-without-source", Level.WARNING)
def citation_without_source(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What is cited is among the sources."""
    keys = {key for key, _ in _keys(plan)}
    for text, start, end, key, narrative in _citations(plan):
        if key not in keys and not narrative:
            near = nearest(key, keys)
            hint = near or f"begin its line under the sources with `[@{key}]`, or give it `key: {key}` in YAML"
            yield Found(f'no source has the key "{key}"', place_in(text, start, end), hint)


REFERENCES = (image_without_alt, dead_link, source_never_cited, citation_without_source)
