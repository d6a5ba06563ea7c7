"""HTML as text that is escaped unless it says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Markup", "escape", "join", "number", "tag", "void"]

_NAMES = {"cls": "class"}


def tag(name: str, /, *content: str, **attributes: str | None) -> Markup:
    """An element. Content that is not Markup is escaped, attributes always are; None leaves an attribute out.

    ``cls`` is written ``class``, and ``aria_label`` is written ``aria-label``.
    """
    return Markup(f"<{name}{_attributes(attributes)}>{''.join(map(escape, content))}</{name}>")  # noqa: S704 - escaped here


def void(name: str, /, **attributes: str | None) -> Markup:
    """An element that has no content and no end tag."""
    return Markup(f"<{name}{_attributes(attributes)}>")  # noqa: S704 - escaped here


def join(parts: Iterable[str]) -> Markup:
    """Parts one after the other, each escaped unless it is Markup."""
    return Markup("".join(map(escape, parts)))  # noqa: S704 - escaped here


def number(value: float) -> str:
    """A length for CSS or SVG: at most three decimals, and the same on every machine."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _attributes(attributes: dict[str, str | None]) -> str:
    return "".join(
        f' {_NAMES.get(key, key.replace("_", "-"))}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
