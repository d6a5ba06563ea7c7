"""What a renderer is: one function from a Document and a Theme to the bytes of a file.

A distribution offers renderers through the entry-point group ``careerdoc.renderers``; the name of the entry point is
the file type (``docx``), its object is the function. Listing the names loads no renderer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Protocol

from careerdoc.findings import nearest, refusal

if TYPE_CHECKING:
    from careerdoc.document.model import Document
    from careerdoc.findings import Finding
    from careerdoc.rendering.theme import Theme

GROUP = "careerdoc.renderers"
DOCTORS = "careerdoc.doctors"
"""Entry points of functions that look at a reference file, by its type (``pptx``)."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The bytes of a file, and what there is to say about how it came out."""

    content: bytes
    findings: tuple[Finding, ...] = ()


class Renderer(Protocol):
    """``render(document, theme)``; pure: no clock, no network, no file but the fonts of the theme."""

    def __call__(self, document: Document, theme: Theme) -> Rendering:
        """The file. Raises CareerdocError where it cannot be made."""
        ...


@dataclass(frozen=True, slots=True)
class Serving:
    """A purpose with the layout that serves it (number from 1, name), or what stands in where there is none."""

    purpose: str
    number: int = 0
    layout: str = ""
    stands_in: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a reference file offers as a look, in a line and by purpose, and what a designer would mend.

    ``preview`` is a file in that look with the worst text that it may have to hold.
    """

    summary: str
    servings: tuple[Serving, ...]
    remarks: tuple[str, ...]
    preview: bytes


class Doctor(Protocol):
    """Looks at a reference file of a type before it is used."""

    def __call__(self, content: bytes, name: str, theme: Theme) -> Diagnosis:
        """What the file offers, to somebody who uses the theme. Raises CareerdocError where it cannot be used."""
        ...


@cache
def _entries(group: str = GROUP) -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in sorted(entry_points(group=group), key=lambda e: e.name)}


def doctor_names() -> tuple[str, ...]:
    """The types of reference files that can be looked at, sorted."""
    return tuple(_entries(DOCTORS))


def load_doctor(name: str) -> Doctor:
    """The doctor of a type that is among ``doctor_names``."""
    loaded: Doctor = _entries(DOCTORS)[name].load()
    return loaded


def renderer_names() -> tuple[str, ...]:
    """The file types that can be made here, sorted."""
    return tuple(_entries())


def renderer_source(name: str) -> str:
    """The distribution that a renderer comes from, and its version."""
    distribution = _entries()[name].dist
    return f"{distribution.name} {distribution.version}" if distribution else ""


def load_renderer(name: str) -> Renderer:
    """The renderer of a file type; raises CareerdocError where there is none or it cannot be loaded."""
    entry = _entries().get(name)
    if entry is None:
        known = ", ".join(renderer_names())
        hint = f"{nearest(name, renderer_names())} known file types: {known}".strip()
        raise refusal("CD011", f'there is no renderer for the file type "{name}"', hint=hint, place=name)
    try:
        loaded: Renderer = entry.load()
    except Exception as error:
        raise refusal(
            "CD012",
            f'the renderer for "{name}" cannot be loaded: {error}',
            hint=f"it comes from {renderer_source(name)}; reinstall or remove that distribution",
            place=name,
        ) from error
    return loaded
