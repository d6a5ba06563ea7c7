"""Rules over a plan, and findings as reports."""

from careerdoc.checking.examine import check, in_order
from careerdoc.checking.registry import GROUP, registry
from careerdoc.checking.reports import as_data, as_json, as_text, summary
from careerdoc.checking.rule import Found, Limits, Rule, rule
from careerdoc.checking.selecting import Settings
from careerdoc.checking.settings import read_bounds

__all__ = [
    "GROUP",
    "Found",
    "Limits",
    "Rule",
    "Settings",
    "as_data",
    "as_json",
    "as_text",
    "check",
    "in_order",
    "read_bounds",
    "registry",
    "rule",
    "summary",
]
