"""What a style of citations does: the entries of the list, and the citations in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.citing.runs import Runs
    from careerdoc.citing.work import Work
    from careerdoc.document.model import CitationItem


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a citation: how it is cited there, and the work."""

    item: CitationItem
    work: Work


class Style(Protocol):
    """A style, told of all the works of a document at once: what is said of one depends on the others."""

    def listed(self) -> tuple[tuple[Work, Runs], ...]:
        """The works in the order of the list, each with its entry; those that are not listed are left out."""

    def parenthetical(self, cites: Sequence[Cited]) -> Runs:
        """A citation in parentheses, with them."""

    def narrative(self, cite: Cited) -> Runs:
        """A citation in a sentence: the name, and what follows in parentheses."""
