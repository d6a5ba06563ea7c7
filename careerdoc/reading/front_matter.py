"""Front matter: the YAML between ``---`` lines at the top of a Markdown plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.reading.languages import LANGUAGE_KEYS
from careerdoc.tree import Mapping, Scalar, parse_yaml

if TYPE_CHECKING:
    from careerdoc.source import Source


def read_front_matter(source: Source) -> tuple[Mapping | None, int]:
    """The YAML between ``---`` lines at the top, and how many lines it takes."""
    if source.line_text(1).rstrip() != "---":
        return None, 0
    last = next((n for n in range(2, source.line_count + 1) if source.line_text(n).rstrip() in {"---", "..."}), 0)
    if not last:
        return None, 0
    node = parse_yaml(source, first_line=2, last_line=last - 1) if last > 2 else None
    if node is not None and not isinstance(node, Mapping):
        return None, 0
    return node, last


def language_code(front: Mapping | None) -> str:
    """The language that front matter names, or an empty string."""
    node = next((front.get(key) for key in LANGUAGE_KEYS if front and front.get(key)), None)
    return node.value if isinstance(node, Scalar) else ""
