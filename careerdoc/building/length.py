"""Whether a document is as long as it was asked to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking import read_bounds
from careerdoc.document.counting import words_of
from careerdoc.findings import Finding, Level, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.document import Document

SETTING = "words"


def length_finding(document: Document, name: str) -> Iterator[Finding]:
    """A finding where the setting ``words`` asks for more or fewer words than the document has.

    Raises CareerdocError where the setting is no range.
    """
    asked = document.settings.get(SETTING, "")
    if not asked:
        return
    bounds = read_bounds(asked)
    if bounds is None:
        hint = "write `1000..1500`, `1000..` (at least) or `..1500` (at most)"
        raise refusal("CD024", f'"{asked}" is not a number of words', place=f"{SETTING}={asked}", hint=hint)
    low, high = bounds
    count = words_of(document)
    missing, over = max((low or 0) - count, 0), max(count - high, 0) if high is not None else 0
    if missing or over:
        hint = f"{missing} more are wanted" if missing else f"cut {over}"
        counted = "title, heading block and references are not counted"
        message = f"the {name.partition('.')[0]} has {count} words; asked for: {_told(low, high)}"
        yield Finding("CD061", Level.WARNING, message, None, f"{hint}; {counted}", name)


def _told(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"{low} or more"
    return f"{low} to {high}" if low is not None else f"at most {high}"
