"""``theme.yaml``: read with positions, checked, and said where it is wrong."""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.rendering.theme.colors import pale_pairs, read_colors
from careerdoc.rendering.theme.design import read_design
from careerdoc.rendering.theme.fields import mapping, number, points, scalar, section, text
from careerdoc.rendering.theme.fonts import font, script_fonts
from careerdoc.rendering.theme.manuscript import read_manuscript
from careerdoc.rendering.theme.model import Page, Sizes, Theme
from careerdoc.source import Source
from careerdoc.tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingType

    from careerdoc.tree import Mapping

PAGE_SIZES: MappingType[str, tuple[float, float]] = MappingProxyType(
    {"letter": (612.0, 792.0), "a4": (595.28, 841.89), "legal": (612.0, 1008.0), "a5": (419.53, 595.28)}
)
"""Sheets of paper by name, in points (ISO 216 and ANSI Y14.1)."""


def read_theme(name: str, files: MappingType[str, bytes], *, place: str) -> Theme:
    """The theme in a folder's files; raises CareerdocError, located in ``theme.yaml``, on anything amiss."""
    source = Source(f"{place}/theme.yaml", files["theme.yaml"].decode("utf-8", "replace"))
    root = mapping(parse_yaml(source), source.span(0), "a theme")
    colors = section(root, "colors")
    fonts, sizes, page = section(root, "fonts"), section(root, "sizes"), section(root, "page")
    read = read_colors(colors)
    said = list(pale_pairs(read, colors))
    return Theme(
        name,
        text(root, "title"),
        text(root, "description"),
        read,
        font(section(fonts, "heading"), said),
        font(section(fonts, "body"), said),
        Sizes(**{field.name: number(sizes, field.name) for field in fields(Sizes)}),
        _page(page),
        files.get("style.css", b"").decode("utf-8", "replace"),
        files.get("reference.docx"),
        files.get("reference.pptx"),
        script_fonts(fonts),
        read_manuscript(root),
        layouts=_layouts(root),
        design=read_design(root),
        findings=tuple(said),
    )


def _layouts(root: Mapping) -> MappingType[str, str]:
    """Layouts of ``reference.pptx`` by purpose, by name or number; the renderer of decks knows them."""
    listed = section(root, "layouts") if root.get("layouts") is not None else None
    return MappingProxyType({key.value: text(listed, key.value) for key, _ in listed.entries} if listed else {})


def _page(page: Mapping) -> Page:
    size, margin = scalar(page, "size"), scalar(page, "margin")
    sheet = PAGE_SIZES.get(size.value.lower())
    if sheet is None:
        known = ", ".join(PAGE_SIZES)
        raise refusal("CD020", f'"{size.value}" is not a page size', span=size.span, hint=f"known sizes: {known}")
    length = points(margin.value)
    if length is None or length * 2 >= sheet[0]:
        raise refusal("CD020", f'"{margin.value}" is not a margin', span=margin.span, hint="write `1in` or `25mm`")
    return Page(*sheet, length)
