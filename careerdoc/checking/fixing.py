"""Which fixes can be made together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.findings import Finding
    from careerdoc.source import Edit, Source


def fitting(findings: Iterable[Finding], source: Source) -> tuple[tuple[Edit, ...], int]:
    """Edits of a source that do not touch each other, in its order, and how many findings they mend.

    All edits of a finding are taken, or none. A fix that meets another is left for the next round.
    """
    taken: list[Edit] = []
    mended = 0
    for finding in sorted(findings, key=lambda f: (_first(f), f.code)):
        edits = [edit for edit in finding.fix if edit not in taken]
        if not finding.fix or any(edit.span.source is not source for edit in finding.fix):
            continue
        if any(_meet(edit, other) for edit in edits for other in taken) or _meet_each_other(edits):
            continue
        taken += edits
        mended += 1
    return tuple(sorted(taken, key=lambda edit: edit.span.start)), mended


def _first(finding: Finding) -> int:
    return min((edit.span.start for edit in finding.fix), default=0)


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or touch: of two that touch, which comes first would be a guess."""
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _meet_each_other(edits: list[Edit]) -> bool:
    return any(_meet(one, other) for index, one in enumerate(edits) for other in edits[:index])
