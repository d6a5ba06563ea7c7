"""Style sheets: files beside this module, with the theme's colours, faces and sizes put in as plain values."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.fallbacks import is_variable
from careerdoc.rendering.html.manuscript import manuscript_values
from careerdoc.rendering.html.markup import number
from careerdoc.rendering.scripts import script_of_language
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


_UPRIGHT: tuple[Style, ...] = ("regular", "bold")


def direction(language: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``."""
    return "rtl" if is_rtl_language(language) else "ltr"


def style(names: tuple[str, ...], theme: Theme, language: str, *, others: tuple[Font, ...] = (), **values: str) -> str:
    """The sheets of these names as one, with ``values`` beside what the theme gives, ``others`` behind its fonts."""
    way = direction(language)
    known = _values(theme, others) | _sides(way) | values
    more = () if "base" not in names else _sheets_for(language, names)
    return "\n".join(_sheet(name).substitute(known) for name in (*names, *more))


def _sheets_for(language: str, names: tuple[str, ...]) -> tuple[str, ...]:
    script = script_of_language(language)
    upright = ("upright",) if script else ()
    words = ("words",) if script == "Kore" else ()
    turned = ("rtl", *(["manuscript-rtl"] if "manuscript" in names else [])) if is_rtl_language(language) else ()
    return (*upright, *words, *turned)


def face_name(role: str, face: Style) -> str:
    """What a face of a theme is called: ``heading-bold-italic``."""
    return f"{role}-{face.replace('_', '-')}"


def faces(theme: Theme, address: Callable[[str, Font, Style], str], others: tuple[Font, ...] = ()) -> str:
    """``@font-face`` rules for the theme's faces at the addresses that a function gives; none for an empty address.

    ``others``, which have no italics, are set upright everywhere.
    """
    named = [(role, font, face) for role, font in (("heading", theme.heading), ("body", theme.body)) for face in STYLES]
    named += [(f"other-{n}", font, face) for n, font in enumerate(others) for face in _own_faces(font)]
    return "\n".join(
        _face(font, face, source)
        for role, font, face in named
        if (source := address(face_name(role, face), font, face))
    )


def _own_faces(font: Font) -> tuple[Style, ...]:
    """Regular and bold; only regular where one face without an axis stands for both, for engines to embolden."""
    regular, bold = (font.faces[face] for face in _UPRIGHT)
    return _UPRIGHT if regular != bold or is_variable(regular) else _UPRIGHT[:1]


def _face(font: Font, face: Style, source: str) -> str:
    weight, slant = _WEIGHTS[face]
    return (
        f'@font-face{{font-family:{quoted(font.family)};font-weight:{weight};font-style:{slant};src:url("{source}")}}'
    )


def quoted(text: str) -> str:
    """Text as a CSS string (CSS Syntax 3, 4.3.5): nothing in it can end the string or the style element."""
    safe = "".join(c if c.isalnum() or c in " .,;:!?()'-" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'


@cache
def _sheet(name: str) -> Template:
    return Template((files(__package__) / "css" / f"{name}.css").read_text("utf-8"))


def _values(theme: Theme, others: tuple[Font, ...]) -> dict[str, str]:
    colors, sizes, page = theme.colors, theme.sizes, theme.page
    manuscript = manuscript_values(theme, theme.manuscript) if theme.manuscript else {}
    return {
        **manuscript,
        **{name: getattr(colors, name) for name in type(colors).__slots__},
        "body": _family(theme.body, others),
        "heading": _family(theme.heading, others),
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


def _family(font: Font, others: tuple[Font, ...]) -> str:
    generic = font.generic if font.generic in {"serif", "sans-serif", "monospace"} else "sans-serif"
    return ", ".join((*(quoted(one.family) for one in (font, *others)), generic))


def _sides(way: str) -> dict[str, str]:
    if way == "rtl":
        return {"start": "right", "end": "left", "other": "ltr"}
    return {"start": "left", "end": "right", "other": "rtl"}
