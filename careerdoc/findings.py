"""What there is to say about an input: located, levelled, with a hint. Findings never print themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.source import Edit, Span


class Level(Enum):
    """How much a finding matters; the order is that of gravity."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the person: where it is, what is wrong, what to write instead.

    ``code`` is stable (``CD101``); ``span`` is missing only where there is no text to point at, and then
    ``place`` names the file or argument concerned. ``fix`` are the edits that mend it, where mending is safe.
    """

    code: str
    level: Level
    message: str
    span: Span | None = None
    hint: str = ""
    place: str = ""
    fix: tuple[Edit, ...] = ()


class CareerdocError(Exception):
    """Work that cannot go on, told as findings. Everything this library raises on bad input is one of these."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[type[CareerdocError], tuple[Finding, ...]]:
        return type(self), self.findings


def refusal(code: str, message: str, *, span: Span | None = None, hint: str = "", place: str = "") -> CareerdocError:
    """An error of one finding, to be raised."""
    return CareerdocError(Finding(code, Level.ERROR, message, span, hint, place))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like the one given, as ``did you mean "x"?``, or an empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - for those who mistype

    matches = get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return f'did you mean "{matches[0]}"?' if matches else ""
