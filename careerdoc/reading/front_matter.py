"""Front matter: the YAML between ``---`` lines at the top of a Markdown plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.reading.languages import LANGUAGE_KEYS
from careerdoc.tree import Mapping, Scalar, parse_yaml

if TYPE_CHECKING:
    from careerdoc.source import Source


_FOREIGN = frozenset(
    {
        *("alias", "aliases", "banner", "banner_icon", "banner_x", "banner_y", "categories", "comments", "cover"),
        *("css", "cssclass", "cssclasses", "draft", "editor", "excerpt", "feed", "format", "has_children", "header"),
        *("image", "img", "jupyter", "kernelspec", "layout", "marp", "math", "nav_order", "output", "paginate"),
        *("parent", "permalink", "pin", "pinned", "post_id", "publish", "published", "sidebar", "slug", "sticker"),
        *("tag", "tags", "toc", "typora-root-url", "uid", "weight"),
    }
)
"""Keys that note programs and site builders put there for themselves: they are no words of the plan."""


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
    return _own(node), last


def _own(node: Mapping | None) -> Mapping | None:
    """Front matter without what is there for other programs."""
    if node is None:
        return None
    return Mapping(tuple(pair for pair in node if pair[0].value.casefold() not in _FOREIGN), node.span)


def language_code(front: Mapping | None) -> str:
    """The language that front matter names, or an empty string."""
    node = next((front.get(key) for key in LANGUAGE_KEYS if front and front.get(key)), None)
    return node.value if isinstance(node, Scalar) else ""
