"""The sources of a file beside the plan, and the key that a source has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.document.citations import scan
from careerdoc.plan.entities import EntityReader
from careerdoc.plan.model import Reference
from careerdoc.plan.values import Plain, Prose
from careerdoc.reading import language
from careerdoc.reading.bibliography import read_bibliography

if TYPE_CHECKING:
    from careerdoc.findings import Finding
    from careerdoc.plan.model import Plan
    from careerdoc.source import Source, Span

_KEY = r"[^\W_](?:[\w:.#$%&+?~/-]{0,80}\w)?"
_MARK = re.compile(rf"\\?\[\\?@({_KEY})\\?\]:?\s*|\\?@({_KEY}):\s+")


def read_library(source: Source, plan: Plan) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """The sources in a file of them that a plan cites, and what there is to say about how they were read.

    The other sources are passed over, so that a library of thousands costs no more than finding its keys.
    """
    entries, findings = read_bibliography(source, {key for _, _, key, _ in scan(plan.span.source.text)})
    reader = EntityReader(language(plan.language), plan.date)
    made = (reader.entity(Reference, entry) for entry in entries)
    return tuple(reference for reference in made if reference is not None), (*findings, *reader.findings)


def with_key(reference: Reference) -> Reference:
    """A source with the key that its text begins with as its key: ``[@bls2026] Bureau of …``."""
    text = reference.text
    match = _MARK.match(text) if text is not None and reference.key is None else None
    if match is None or text is None:
        return reference
    key = Plain(match[1] or match[2], _at(text, match))
    span = text.span.source.span(text.span.start, text.span.end)
    return replace(reference, key=key, text=Prose(text[match.end() :], span))


def _at(text: Prose, match: re.Match[str]) -> Span:
    """Where the key stands, if the text stands there letter by letter."""
    key, source = match[1] or match[2], text.span.source
    for written in (f"[@{key}]", f"@{key}"):
        there = source.text.find(written, text.span.start, text.span.end)
        if there >= 0:
            return source.span(there, there + len(written))
    return text.span
