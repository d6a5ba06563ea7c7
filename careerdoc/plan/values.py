"""The values that fields hold, plain words or prose, and what a field says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from careerdoc.document.escape import escape

if TYPE_CHECKING:
    from careerdoc.source import Span


class Plain(str):
    """A plain value (a name, a title): read literally, so escaped wherever it lands in a template's output."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, text: str, span: Span) -> Self:
        """The text, and where it stands."""
        made = super().__new__(cls, text)
        object.__setattr__(made, "span", span)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set to {value!r}")

    def __html__(self) -> str:
        """What Jinja puts into a template's output: Markdown that reads as this text."""
        return escape(self)


class Prose(Plain):
    """A prose value: Markdown, put into a template's output as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def said(description: str, *, example: str = "", short: bool = False, also: tuple[str, ...] = ()) -> dict[str, Any]:
    """Metadata of a field: what it means, an example, whether a bare text in YAML stands for this field, other keys."""
    return {"description": description, "example": example, "short": short, "also": also}
