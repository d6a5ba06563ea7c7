"""``colors:`` of a ``theme.yaml``: those it says, those that follow from them, and how well they are told apart."""

from __future__ import annotations

import re
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level, nearest, refusal
from careerdoc.rendering.contrast import GRAPHIC, TEXT, contrast, mixed, readable
from careerdoc.rendering.theme.fields import scalar
from careerdoc.rendering.theme.model import Colors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.tree import Mapping

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_NEEDED = ("ink", "paper", "primary")
_NAMES = tuple(field.name for field in fields(Colors))

PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "paper", TEXT),
    ("ink", "wash", TEXT),
    ("muted", "paper", TEXT),
    ("muted", "wash", TEXT),
    ("primary", "paper", TEXT),
    ("primary", "wash", TEXT),
    ("secondary", "paper", TEXT),
    ("secondary", "wash", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "wash", TEXT),
    ("on_primary", "primary", TEXT),
    ("on_secondary", "secondary", TEXT),
    ("on_accent", "accent", TEXT),
)
"""Each colour that is put on another, with the least contrast between them (WCAG 2.2, 1.4.3 and 1.4.11)."""

assert GRAPHIC <= TEXT  # noqa: S101 - what is drawn in a colour is told apart wherever its text can be read


def read_colors(node: Mapping) -> Colors:
    """The colours of a theme: ink, paper and primary are asked for, the others follow where they are left out.

    Raises CareerdocError (CD020) for what is no colour, is missing, or has a name that is none.
    """
    for key, _ in node:
        if key.value not in _NAMES:
            hint = f"{nearest(key.value, _NAMES)} known: {', '.join(_NAMES)}".strip()
            raise refusal("CD020", f'"{key.value}" is no colour of a theme', span=key.span, hint=hint)
    said = {name: _color(node, name) for name in _NAMES if node.get(name) is not None or name in _NEEDED}
    ink, paper, primary = (said[name] for name in _NEEDED)
    found = {
        "muted": readable(mixed(ink, paper, 0.35), paper),
        "wash": mixed(paper, ink, 0.05),
        "rule": mixed(paper, ink, 0.22),
        "secondary": primary,
        "accent": primary,
        **said,
    }
    for name in ("primary", "secondary", "accent"):
        found.setdefault(f"on_{name}", readable(paper, found[name]))
    return Colors(**found)


def _color(node: Mapping, key: str) -> str:
    given = scalar(node, key)
    if not _HEX.fullmatch(given.value):
        hint = 'write six hex digits: "#12394d"'
        raise refusal("CD020", f'"{given.value}" is not a colour', span=given.span, hint=hint)
    return given.value.lower()


def pale_pairs(colors: Colors, node: Mapping) -> Iterator[Finding]:
    """A finding for each pair of colours too much alike to be read, at the one that stands on the other."""
    values = asdict(colors)
    for text, ground, least in PAIRS:
        ratio = contrast(values[text], values[ground])
        if ratio < least:
            at = node.get(text) or node
            message = f"{text} on {ground} has a contrast of {ratio:.1f}, too little to be read; it takes {least}"
            hint = f'the nearest that does: "{readable(values[text], values[ground], least)}"'
            yield Finding("CD063", Level.WARNING, message, at.span, hint)
