"""From targets to files: the only writer. It knows renderers by their contract and packs by their names.

A target is ``TEMPLATE.TYPE``. Files are written whole or not at all: to a temporary file beside, then renamed.
"""

from careerdoc.building.build import Built, build, build_each
from careerdoc.building.doctor import examine_reference
from careerdoc.building.look import DEFAULT_THEME, Look
from careerdoc.building.targets import (
    Target,
    find_target,
    find_theme,
    starter,
    targets_for,
    templates,
    theme_places,
)
from careerdoc.building.writing import path_for, write_whole

__all__ = [
    "DEFAULT_THEME",
    "Built",
    "Look",
    "Target",
    "build",
    "build_each",
    "examine_reference",
    "find_target",
    "find_theme",
    "path_for",
    "starter",
    "targets_for",
    "templates",
    "theme_places",
    "write_whole",
]
