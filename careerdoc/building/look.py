"""The look that is asked for: a theme by name, and a file of the person's own to take the look of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.building.settings import style_theme
from careerdoc.building.targets import find_theme
from careerdoc.findings import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.building.targets import Target
    from careerdoc.packs import Pack
    from careerdoc.plan import Plan
    from careerdoc.rendering import Theme

DEFAULT_THEME = "harbor"
LARGEST_REFERENCE = 30_000_000
"""Bytes of a reference file."""
_KINDS = MappingProxyType(
    {"docx": (".docx", ".dotx", ".docm", ".dotm"), "pptx": (".pptx", ".potx", ".pptm", ".potm", ".ppsx", ".ppsm")}
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a person asks of the look; what is left out is left to the plan, the settings and the theme.

    ``reference`` is a Word document whose styles, page, headers and footers Word files take on, or a presentation whose
    masters and layouts decks take on.
    """

    theme: str = ""
    reference: Path | str | None = None

    def theme_for(self, target: Target, settings: Mapping[str, str], plan: Plan, packs: Sequence[Pack]) -> Theme:
        """The theme of a target: the one asked for, the one that its settings bring, the plan's, the usual one.

        Raises CareerdocError where there is no such theme, or the reference document cannot be read.
        """
        name = self.theme or style_theme(target, settings) or str(plan.theme or "") or DEFAULT_THEME
        theme = find_theme(name, packs)
        return theme if self.reference is None else _with_reference(theme, Path(self.reference))


def _with_reference(theme: Theme, path: Path) -> Theme:
    if kind_of_reference(path) == "docx":
        return replace(theme, reference_docx=read_reference(path), reference_name=str(path))
    return replace(theme, reference_pptx=read_reference(path), reference_name=str(path), layouts={})


def kind_of_reference(path: Path) -> str:
    """The type of file that takes on the look of one: ``docx`` or ``pptx``. Raises CareerdocError for any other."""
    for kind, suffixes in _KINDS.items():
        if path.suffix.lower() in suffixes:
            return kind
    hint = "give a Word document (.docx, .dotx) or a presentation (.pptx, .potx)"
    raise refusal("CD038", "this is no file whose look can be taken on", place=str(path), hint=hint)


def read_reference(path: Path) -> bytes:
    """The bytes of a reference file. Raises CareerdocError where it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_REFERENCE + 1)
    except (OSError, ValueError) as error:
        reason = f"this cannot be read: {getattr(error, 'strerror', None) or error}"
        raise refusal("CD038", reason, place=str(path), hint="check its name and permissions") from None
    if len(content) > LARGEST_REFERENCE:
        raise refusal("CD038", f"this is larger than {LARGEST_REFERENCE // 1_000_000} MB", place=str(path))
    return content
