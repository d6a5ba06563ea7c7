"""Rules on what a plan points at: pictures, links, and the sources that it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import folded, matches, place_in, prose_of
from careerdoc.findings import Level, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan

_NO_ALT = re.compile(r"!\[\s*\]\([^()\n]{0,500}\)")
_ANCHOR = re.compile(r"(?<!!)\[[^\[\]\n]{0,300}\]\(<?#([^()<>\s]{0,200})>?\)")
_EMPTY = re.compile(r"(?<!!)\[[^\[\]\n]{1,300}\]\(\s*(?:<>)?\s*\)")
_UNDEFINED = re.compile(r"(?<!!)\\?\[[^\[\]\n]{1,300}\\?\]\\?\[([^\[\]\n\\]{1,100})\\?\]")
_KEY = r"[\w][\w:.#$%&+?<>~/-]{0,80}"
_CITATION = re.compile(
    rf"\[[^\[\]\n@]{{0,80}}@({_KEY})[^\[\]\n]{{0,200}}\]|(?<![\w@])@([A-Za-z][\w:-]{{2,60}}\d{{2,4}}[a-z]?)\b"
)


@rule("CD130", "image-without-alt", Level.WARNING)
def image_without_alt(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A picture has words for those who cannot see it (WCAG 2.2, 1.1.1)."""
    for text in prose_of(plan):
        for match in matches(_NO_ALT, text) if "![" in text else ():
            hint = "say what it shows: `![My workbench](bench.jpg)`"
            yield Found("this picture has no words for those who cannot see it", place_in(text, *match.span()), hint)


def _anchors(plan: Plan) -> set[str]:
    """What links within the plan can point at: its headings, as web pages name them."""
    titles = [part.title for part in plan.parts] + [goal.title for goal in plan.goals]
    return {folded(title).replace(" ", "-") for title in titles}


@rule("CD131", "dead-link", Level.WARNING)
def dead_link(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """A link leads somewhere."""
    anchors = _anchors(plan)
    for text in prose_of(plan):
        if "[" not in text:
            continue
        for match in matches(_ANCHOR, text):
            if folded(match[1]).replace(" ", "-") not in anchors:
                hint = nearest(match[1], anchors) or "name a heading of this plan: `#short-term-goals`"
                yield Found("this link names no heading of the plan", place_in(text, *match.span()), hint)
        for match in matches(_EMPTY, text):
            yield Found("this link leads nowhere", place_in(text, *match.span()), "write its address in the brackets")
        for match in matches(_UNDEFINED, text):
            hint = f"add a line `[{match[1]}]: https://…`"
            yield Found(f'the link "{match[1]}" is not defined', place_in(text, *match.span()), hint)


@rule("CD132", "source-never-cited", Level.ADVICE)
def source_never_cited(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Where sources have keys, each is cited."""
    keyed = [source for source in plan.sources if source.key]
    if not keyed:
        return
    cited = {key for text in prose_of(plan) for key in _cited(text)}
    for source in keyed:
        if source.key and str(source.key) not in cited:
            hint = f"cite it where you use it: `[@{source.key}]`, or leave it out"
            yield Found(f'the source "{source.key}" is never cited', source.key.span, hint)


@rule("CD133", "citation-without-source", Level.WARNING)
def citation_without_source(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """What is cited is among the sources."""
    keys = {str(source.key) for source in plan.sources if source.key}
    for text in prose_of(plan):
        for match in matches(_CITATION, text) if "@" in text else ():
            key = (match[1] or match[2]).rstrip(".,;:")
            if key not in keys and (match[1] or keys):
                hint = nearest(key, keys) or f"add it to `sources:` with `key: {key}`"
                yield Found(f'no source has the key "{key}"', place_in(text, *match.span()), hint)


def _cited(text: str) -> Iterator[str]:
    if "@" in text:
        yield from re.findall(r"@([\w][\w:-]*)", text)


REFERENCES = (image_without_alt, dead_link, source_never_cited, citation_without_source)
