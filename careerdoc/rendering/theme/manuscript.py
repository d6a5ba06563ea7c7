"""``manuscript:`` of a ``theme.yaml``: how running text of an academic paper is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.findings import nearest, refusal
from careerdoc.rendering.theme.fields import flag, length, number, scalar, section
from careerdoc.rendering.theme.model import HeadingLook, Manuscript
from careerdoc.tree import Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.tree import Mapping

_LOOKS = {"centered": "centered", "bold": "bold", "italic": "italic", "run-in": "run_in", "plain": ""}
_LONGEST = 144.0
"""Two inches: no manual asks for a longer indent."""
_LEVELS = 5


def read_manuscript(root: Mapping) -> Manuscript | None:
    """The manuscript of a theme, or None where it has none; raises CareerdocError on anything amiss."""
    if root.get("manuscript") is None:
        return None
    node = section(root, "manuscript")
    lengths = {name: length(node, name, _LONGEST) for name in ("first_line", "quotation", "hanging", "header")}
    return Manuscript(
        lines=number(node, "lines"),
        **lengths,
        surname=flag(node, "surname"),
        title=_look(scalar(node, "title")),
        references_title=_look(scalar(node, "references_title")),
        headings=_headings(node),
        title_page_above=round(number(node, "title_page_above")),
        note_lines=number(node, "note_lines") if node.get("note_lines") is not None else 1.0,
    )


def _headings(node: Mapping) -> tuple[HeadingLook, ...]:
    listed = node.get("headings")
    items = listed.items if isinstance(listed, Sequence) else ()
    if len(items) != _LEVELS or not all(isinstance(item, Scalar) for item in items):
        span = listed.span if listed is not None else node.span
        hint = "one line a level, as in `- centered bold`"
        raise refusal("CD020", f"headings must be a list of {_LEVELS} looks", span=span, hint=hint)
    return tuple(_look(item) for item in items if isinstance(item, Scalar))


def _look(node: Scalar) -> HeadingLook:
    words = node.value.split()
    for word in words:
        if word not in _LOOKS:
            hint = f"{nearest(word, _LOOKS)} known: {', '.join(_LOOKS)}".strip()
            raise refusal("CD020", f'"{word}" is not the look of a heading', span=node.span, hint=hint)
    return HeadingLook(**{_LOOKS[word]: True for word in words if _LOOKS[word]})
