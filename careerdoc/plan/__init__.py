"""The Plan: the vocabulary, and how a Tree becomes one."""

from careerdoc.plan.export import as_data
from careerdoc.plan.library import read_library, with_key
from careerdoc.plan.model import (
    KIND_DESCRIPTIONS,
    Barrier,
    Goal,
    GoalGroup,
    Horizon,
    Kind,
    Name,
    Part,
    Plain,
    Plan,
    Profile,
    Prose,
    Reference,
    Section,
    Step,
    TimeFrame,
    Trait,
)
from careerdoc.plan.schema import json_schema
from careerdoc.plan.showing import as_tree
from careerdoc.plan.validate import read_plan

__all__ = [
    "KIND_DESCRIPTIONS",
    "Barrier",
    "Goal",
    "GoalGroup",
    "Horizon",
    "Kind",
    "Name",
    "Part",
    "Plain",
    "Plan",
    "Profile",
    "Prose",
    "Reference",
    "Section",
    "Step",
    "TimeFrame",
    "Trait",
    "as_data",
    "as_tree",
    "json_schema",
    "read_library",
    "read_plan",
    "with_key",
]
