"""The Plan: the vocabulary, and how a Tree becomes one."""

from careerdoc.plan.model import (
    Barrier,
    Goal,
    GoalGroup,
    Horizon,
    Kind,
    Part,
    Plain,
    Plan,
    Profile,
    Prose,
    Section,
    Step,
    TimeFrame,
    Trait,
)
from careerdoc.plan.validate import read_plan

__all__ = [
    "Barrier",
    "Goal",
    "GoalGroup",
    "Horizon",
    "Kind",
    "Part",
    "Plain",
    "Plan",
    "Profile",
    "Prose",
    "Section",
    "Step",
    "TimeFrame",
    "Trait",
    "read_plan",
]
