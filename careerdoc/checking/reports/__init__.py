"""Findings as a person reads them, and as programs do."""

from careerdoc.checking.reports.data import as_data, as_json
from careerdoc.checking.reports.text import as_text, summary

__all__ = ["as_data", "as_json", "as_text", "summary"]
