"""Style sheets: files beside this module, with the theme's colours, faces and sizes put in as plain values."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.html.markup import number
from careerdoc.rendering.theme import STYLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.rendering.theme import Font, Style, Theme

_WEIGHTS = {
    "regular": (400, "normal"),
    "bold": (700, "normal"),
    "italic": (400, "italic"),
    "bold_italic": (700, "italic"),
}


def direction(language: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``."""
    return "rtl" if is_rtl_language(language) else "ltr"


def style(names: tuple[str, ...], theme: Theme, language: str, **values: str) -> str:
    """The sheets of these names as one, with ``values`` beside what the theme gives."""
    way = direction(language)
    known = _values(theme) | _sides(way) | values
    mirrored = ("rtl",) if way == "rtl" and "base" in names else ()
    return "\n".join(_sheet(name).substitute(known) for name in (*names, *mirrored))


def face_name(role: str, face: Style) -> str:
    """What a face of a theme is called: ``heading-bold-italic``."""
    return f"{role}-{face.replace('_', '-')}"


def faces(theme: Theme, address: Callable[[str, Font, Style], str]) -> str:
    """``@font-face`` rules for the theme's faces at the addresses that a function gives; none for an empty address."""
    rules = []
    for role, font in (("heading", theme.heading), ("body", theme.body)):
        for face in STYLES:
            weight, slant = _WEIGHTS[face]
            if source := address(face_name(role, face), font, face):
                rules.append(
                    f"@font-face{{font-family:{quoted(font.family)};font-weight:{weight};font-style:{slant};"
                    f'src:url("{source}")}}'
                )
    return "\n".join(rules)


def quoted(text: str) -> str:
    """Text as a CSS string (CSS Syntax 3, 4.3.5): nothing in it can end the string or the style element."""
    safe = "".join(c if c.isalnum() or c in " .,;:!?()'-" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'


@cache
def _sheet(name: str) -> Template:
    return Template((files(__package__) / "css" / f"{name}.css").read_text("utf-8"))


def _values(theme: Theme) -> dict[str, str]:
    colors, sizes, page = theme.colors, theme.sizes, theme.page
    return {
        **{name: getattr(colors, name) for name in type(colors).__slots__},
        "body": _family(theme.body),
        "heading": _family(theme.heading),
        "size_body": number(sizes.body),
        "size_small": number(sizes.small),
        "size_title": number(sizes.title),
        "size_1": number(sizes.heading_1),
        "size_2": number(sizes.heading_2),
        "size_3": number(sizes.heading_3),
        "leading": number(sizes.leading),
        "page_width": number(page.width),
        "page_height": number(page.height),
        "page_margin": number(page.margin),
    }


def _family(font: Font) -> str:
    generic = font.generic if font.generic in {"serif", "sans-serif", "monospace"} else "sans-serif"
    return f"{quoted(font.family)}, {generic}"


def _sides(way: str) -> dict[str, str]:
    if way == "rtl":
        return {"start": "right", "end": "left", "other": "ltr"}
    return {"start": "left", "end": "right", "other": "rtl"}
