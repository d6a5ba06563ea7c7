"""Fonts that a theme names: faces in installed font packages, and in none other."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level, refusal
from careerdoc.rendering.theme.fields import mapping, scalar, section, text
from careerdoc.rendering.theme.model import STYLES, Font, Style

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from careerdoc.tree import Mapping

_FONT_PACKAGE = re.compile(r"font(pkg)?_[a-z0-9_]+")
_OURS = {"careerdoc": "careerdoc.rendering.typefaces"}
"""The package of the typefaces that come along with us, by the name that themes use."""
_SERIF = (
    "Source Serif Pro",
    "font_source_serif_pro",
    (
        "SourceSerifPro-Regular.ttf",
        "SourceSerifPro-Semibold.ttf",
        "SourceSerifPro-It.ttf",
        "SourceSerifPro-SemiboldIt.ttf",
    ),
)
_SANS = (
    "Source Sans Pro",
    "font_source_sans_pro",
    ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-It.ttf", "SourceSansPro-SemiboldIt.ttf"),
)
"""Families that are installed with us: family, package and faces."""


def script_fonts(fonts: Mapping) -> MappingType[str, Font]:
    """Fonts by script; one whose package is not installed is left out, as few need it."""
    if fonts.get("scripts") is None:
        return MappingProxyType({})
    listed = section(fonts, "scripts")
    named = {key.value: mapping(node, key.span, f'"{key.value}"') for key, node in listed.entries}
    return MappingProxyType(
        {code: font(node) for code, node in named.items() if _font_folder(text(node, "package")) is not None}
    )


def font(node: Mapping, said: list[Finding] | None = None) -> Font:
    """The font that a mapping describes; one that comes along stands in where its package is not installed.

    That is then said. Raises CareerdocError (CD021) where a face is not in the package.
    """
    package, faces = scalar(node, "package"), section(node, "faces")
    folder = _font_folder(package.value)
    if folder is None:
        family = text(node, "family")
        message = f'the font package "{package.value}" of {family} is not installed; another font stands in'
        hint = f"pip install {package.value.replace('_', '-')}"
        if said is not None:
            said.append(Finding("CD062", Level.WARNING, message, package.span, hint))
        return _standing_in(text(node, "generic"))
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


def _standing_in(generic: str) -> Font:
    """A font that is installed with us: Source Serif, or Source Sans for what is no serif."""
    family, package, names = _SERIF if generic == "serif" else _SANS
    folder = _font_folder(package)
    paths = {style: folder / name for style, name in zip(STYLES, names, strict=True)} if folder else {}
    return Font(family, generic, MappingProxyType(paths))


@cache
def _font_folder(package: str) -> Path | None:
    """Folder of an installed font package; the naming rule keeps a theme from reaching any other package."""
    if package not in _OURS and not _FONT_PACKAGE.fullmatch(package):
        return None
    spec = find_spec(_OURS.get(package, package))
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "files" if places else None
