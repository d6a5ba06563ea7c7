"""The rules, by what they look at: goals, steps, times, wording, parts, sources, and what an instructor asks."""

from careerdoc.checking.rules.asked import ASKED
from careerdoc.checking.rules.dates import DATES
from careerdoc.checking.rules.goals import GOALS
from careerdoc.checking.rules.order import ORDER
from careerdoc.checking.rules.parts import PARTS
from careerdoc.checking.rules.references import REFERENCES
from careerdoc.checking.rules.sources import SOURCES
from careerdoc.checking.rules.steps import STEPS
from careerdoc.checking.rules.times import TIMES
from careerdoc.checking.rules.wording import WORDING

__all__ = ["RULES"]

RULES = (*GOALS, *STEPS, *TIMES, *DATES, *ORDER, *WORDING, *PARTS, *REFERENCES, *SOURCES, *ASKED)
"""All rules of ours."""
