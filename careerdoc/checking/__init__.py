"""Rules over a plan, and findings as reports."""

from careerdoc.checking.examine import check, in_order
from careerdoc.checking.fixing import fitting
from careerdoc.checking.registry import GROUP, registry
from careerdoc.checking.reports import as_data, as_github, as_json, as_text, summary, visible
from careerdoc.checking.rule import Found, Limits, Rule, rule
from careerdoc.checking.selecting import Settings
from careerdoc.checking.settings import read_settings, settings_of_command

__all__ = [
    "GROUP",
    "Found",
    "Limits",
    "Rule",
    "Settings",
    "as_data",
    "as_github",
    "as_json",
    "as_text",
    "check",
    "fitting",
    "in_order",
    "read_settings",
    "registry",
    "rule",
    "settings_of_command",
    "summary",
    "visible",
]
