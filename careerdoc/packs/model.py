"""What a pack is: files in memory, and what its manifest says of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.source import Source
    from careerdoc.tree import Node


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a template can be told with ``--set name=value``.

    ``choices`` are the values that it can have, any if there are none; ``themes`` are the looks that belong to values.
    """

    name: str
    default: str
    description: str
    choices: tuple[str, ...] = ()
    themes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Template:
    """A template of a pack: its file, what it makes, and the file type it is mostly wanted in."""

    name: str
    file: str
    description: str
    shape: str
    type: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A pack in memory. ``place`` is its folder, for messages only; ``files`` are by path within the pack."""

    name: str
    version: str
    title: str
    place: str
    manifest: Source
    files: Mapping[str, bytes]
    templates: Mapping[str, Template]
    targets: tuple[str, ...]
    checks: Node | None = None
    """Which rules its plans are to follow, as it stands in the manifest, for the checking to read."""

    def theme_names(self) -> tuple[str, ...]:
        """The themes in the pack, sorted: folders of ``themes/`` with a ``theme.yaml``."""
        return tuple(sorted(path.split("/")[1] for path in self.files if _is_theme(path)))

    def theme_files(self, name: str) -> dict[str, bytes]:
        """The files of one theme, by name within its folder."""
        prefix = f"themes/{name}/"
        return {path.removeprefix(prefix): data for path, data in self.files.items() if path.startswith(prefix)}

    def starter(self, kind: str, suffix: str, language: str) -> bytes | None:
        """The starter for a kind of plan, in the language if there is one in it, else in English."""
        names = (f"starters/{kind}.{language}.{suffix}.j2", f"starters/{kind}.{suffix}.j2")
        return next((self.files[name] for name in names if name in self.files), None)


def _is_theme(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and parts[0] == "themes" and parts[2] == "theme.yaml"
