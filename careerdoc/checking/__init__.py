"""Rules over a plan, and findings as reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.checking.reports import as_data, as_json, as_text
from careerdoc.checking.rules import RULES
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from careerdoc.plan import Plan

__all__ = ["as_data", "as_json", "as_text", "check", "in_order"]

_GRAVITY = {level: number for number, level in enumerate(Level)}


def check(plan: Plan) -> tuple[Finding, ...]:
    """What all rules say of a plan, gravest first and then in the order of the source."""
    return in_order(tuple(finding for rule in RULES for finding in rule(plan)))


def in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings gravest first, and then as the source goes."""
    return tuple(sorted(findings, key=lambda f: (_GRAVITY[f.level], f.span.start if f.span else 0, f.code)))
