"""Fonts that a theme names: faces in installed font packages, and in none other."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.rendering.theme.fields import mapping, scalar, section, text
from careerdoc.rendering.theme.model import STYLES, Font, Style

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from careerdoc.tree import Mapping

_FONT_PACKAGE = re.compile(r"font(pkg)?_[a-z0-9_]+")
_OURS = {"careerdoc": "careerdoc.rendering.typefaces"}
"""The package of the typefaces that come along with us, by the name that themes use."""


def script_fonts(fonts: Mapping) -> MappingType[str, Font]:
    """Fonts by script; one whose package is not installed is left out, as few need it."""
    if fonts.get("scripts") is None:
        return MappingProxyType({})
    listed = section(fonts, "scripts")
    named = {key.value: mapping(node, key.span, f'"{key.value}"') for key, node in listed.entries}
    return MappingProxyType(
        {code: font(node) for code, node in named.items() if _font_folder(text(node, "package")) is not None}
    )


def font(node: Mapping) -> Font:
    """The font that a mapping describes; raises CareerdocError where its package or a face is not there."""
    package, faces = scalar(node, "package"), section(node, "faces")
    folder = _font_folder(package.value)
    if folder is None:
        raise refusal(
            "CD021",
            f'the font package "{package.value}" is not installed',
            span=package.span,
            hint=f"pip install {package.value.replace('_', '-')}",
        )
    paths: dict[Style, Path] = {}
    for style in STYLES:
        file = scalar(faces, style)
        path = folder / file.value
        if "/" in file.value or "\\" in file.value or not path.is_file():
            known = ", ".join(sorted(p.name for p in folder.glob("*.ttf")))
            raise refusal("CD021", f'there is no font file "{file.value}"', span=file.span, hint=f"there are: {known}")
        paths[style] = path
    office = text(node, "office") if node.get("office") is not None else ""
    return Font(text(node, "family"), text(node, "generic"), MappingProxyType(paths), office)


@cache
def _font_folder(package: str) -> Path | None:
    """Folder of an installed font package; the naming rule keeps a theme from reaching any other package."""
    if package not in _OURS and not _FONT_PACKAGE.fullmatch(package):
        return None
    spec = find_spec(_OURS.get(package, package))
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "files" if places else None
