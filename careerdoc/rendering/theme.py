"""The Theme: the look, defined once in ``theme.yaml`` and read by every renderer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from careerdoc.findings import nearest, refusal
from careerdoc.source import Source
from careerdoc.tree import Mapping, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from careerdoc.source import Span
    from careerdoc.tree import Node

Style = Literal["regular", "bold", "italic", "bold_italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold_italic")

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_FONT_PACKAGE = re.compile(r"font(pkg)?_[a-z0-9_]+")
_LENGTH = re.compile(r"(?P<number>\d+(\.\d+)?)\s*(?P<unit>in|mm|cm|pt)")
_POINTS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of a theme, as ``#rrggbb``; ``on_x`` is the colour of text that stands on ``x``."""

    ink: str
    muted: str
    paper: str
    wash: str
    rule: str
    primary: str
    on_primary: str
    secondary: str
    on_secondary: str
    accent: str
    on_accent: str


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A family of four faces. The files come from an installed font package, never from a document."""

    family: str
    generic: str
    faces: MappingType[Style, Path]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points for documents of pages; ``leading`` is the line height in font sizes."""

    body: float
    small: float
    title: float
    heading_1: float
    heading_2: float
    heading_3: float
    leading: float


@dataclass(frozen=True, slots=True)
class Page:
    """Width, height and margin in points."""

    width: float
    height: float
    margin: float


PAGE_SIZES: MappingType[str, tuple[float, float]] = MappingProxyType(
    {"letter": (612.0, 792.0), "a4": (595.28, 841.89), "legal": (612.0, 1008.0), "a5": (419.53, 595.28)}
)
"""Sheets of paper by name, in points (ISO 216 and ANSI Y14.1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One look for every file type. The optional parts are bytes that a pack's theme folder may hold.

    ``scripts`` are fonts of the theme's choice for scripts (ISO 15924) that its own lack, those that are installed.
    """

    name: str
    title: str
    description: str
    colors: Colors
    heading: Font
    body: Font
    sizes: Sizes
    page: Page
    style_css: str = ""
    reference_docx: bytes | None = None
    reference_pptx: bytes | None = None
    scripts: MappingType[str, Font] = field(default_factory=lambda: MappingProxyType({}))


def read_theme(name: str, files: MappingType[str, bytes], *, place: str) -> Theme:
    """The theme in a folder's files; raises CareerdocError, located in ``theme.yaml``, on anything amiss."""
    source = Source(f"{place}/theme.yaml", files["theme.yaml"].decode("utf-8", "replace"))
    root = _mapping(parse_yaml(source), source.span(0), "a theme")
    colors = _section(root, "colors")
    fonts, sizes, page = _section(root, "fonts"), _section(root, "sizes"), _section(root, "page")
    return Theme(
        name,
        _text(root, "title"),
        _text(root, "description"),
        Colors(**{field.name: _color(colors, field.name) for field in fields(Colors)}),
        _font(_section(fonts, "heading")),
        _font(_section(fonts, "body")),
        Sizes(**{field.name: _number(sizes, field.name) for field in fields(Sizes)}),
        _page(page),
        files.get("style.css", b"").decode("utf-8", "replace"),
        files.get("reference.docx"),
        files.get("reference.pptx"),
        _script_fonts(fonts),
    )


def _mapping(node: Node | None, span: Span, what: str) -> Mapping:
    if not isinstance(node, Mapping):
        raise refusal("CD020", f"{what} must be `key: value` lines", span=node.span if node else span)
    return node


def _section(mapping: Mapping, key: str) -> Mapping:
    node = mapping.get(key)
    if node is None:
        raise _missing(mapping, key)
    return _mapping(node, mapping.span, f'"{key}"')


def _missing(mapping: Mapping, key: str) -> Exception:
    hint = nearest(key, [name.value for name, _ in mapping]) or f"add a line `{key}: …`"
    first = mapping.entries[0][0].span if mapping.entries else mapping.span
    return refusal("CD020", f'the theme lacks "{key}" here', span=first, hint=hint)


def _scalar(mapping: Mapping, key: str) -> Scalar:
    node = mapping.get(key)
    if not isinstance(node, Scalar):
        raise _missing(mapping, key)
    return node


def _text(mapping: Mapping, key: str) -> str:
    return _scalar(mapping, key).value


def _color(mapping: Mapping, key: str) -> str:
    node = _scalar(mapping, key)
    if not _HEX.fullmatch(node.value):
        raise refusal(
            "CD020", f'"{node.value}" is not a colour', span=node.span, hint='write six hex digits: "#12394d"'
        )
    return node.value.lower()


def _number(mapping: Mapping, key: str) -> float:
    node = _scalar(mapping, key)
    try:
        value = float(node.value)
    except ValueError:
        value = -1.0
    if not 0.5 <= value <= 400:
        raise refusal("CD020", f'"{node.value}" is not a size', span=node.span, hint="write points, as in 11.5")
    return value


def points(text: str) -> float | None:
    """A length such as ``1in`` or ``25 mm`` in points, or None where it is none."""
    match = _LENGTH.fullmatch(text.strip().lower())
    return float(match["number"]) * _POINTS[match["unit"]] if match else None


def _page(mapping: Mapping) -> Page:
    size, margin = _scalar(mapping, "size"), _scalar(mapping, "margin")
    sheet = PAGE_SIZES.get(size.value.lower())
    if sheet is None:
        known = ", ".join(PAGE_SIZES)
        raise refusal("CD020", f'"{size.value}" is not a page size', span=size.span, hint=f"known sizes: {known}")
    length = points(margin.value)
    if length is None or length * 2 >= sheet[0]:
        raise refusal("CD020", f'"{margin.value}" is not a margin', span=margin.span, hint="write `1in` or `25mm`")
    return Page(*sheet, length)


def _script_fonts(fonts: Mapping) -> MappingType[str, Font]:
    """Fonts by script; one whose package is not installed is left out, as few need it."""
    if fonts.get("scripts") is None:
        return MappingProxyType({})
    section = _section(fonts, "scripts")
    named = {key.value: _mapping(node, key.span, f'"{key.value}"') for key, node in section.entries}
    return MappingProxyType(
        {code: _font(node) for code, node in named.items() if _font_folder(_text(node, "package")) is not None}
    )


def _font(mapping: Mapping) -> Font:
    package, faces = _scalar(mapping, "package"), _section(mapping, "faces")
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
        node = _scalar(faces, style)
        path = folder / node.value
        if "/" in node.value or "\\" in node.value or not path.is_file():
            known = ", ".join(sorted(p.name for p in folder.glob("*.ttf")))
            raise refusal("CD021", f'there is no font file "{node.value}"', span=node.span, hint=f"there are: {known}")
        paths[style] = path
    return Font(_text(mapping, "family"), _text(mapping, "generic"), MappingProxyType(paths))


@cache
def _font_folder(package: str) -> Path | None:
    """Folder of an installed font package; the naming rule keeps a theme from reaching any other package."""
    if not _FONT_PACKAGE.fullmatch(package):
        return None
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]) / "files" if places else None
