"""The settings of a folder and all folders in it: ``careerdoc.toml``, or ``[tool.careerdoc]`` in ``pyproject.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level, nearest, refusal
from careerdoc.source import Source
from careerdoc.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from careerdoc.tree import Node

OWN_FILE = "careerdoc.toml"
SHARED_FILE = "pyproject.toml"
KEYS = ("pack", "checks")
LARGEST = 1_000_000
"""Bytes of such a file; a larger one is not ours."""

_TABLE = b"[tool.careerdoc"
"""How our table begins in a file that is shared; without it, the file need not be read as TOML."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a project says: the folders of its packs, and which rules it wants, as it stands in the file."""

    path: Path
    packs: tuple[Path, ...]
    checks: Node | None
    findings: tuple[Finding, ...]


def find_project(folder: Path) -> Project | None:
    """The project that a folder belongs to, looking upwards from it; None where there is none.

    Raises CareerdocError, located, on a file that is not valid TOML.
    """
    start = folder.absolute()
    for place in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            content = _content(place / name)
            if content is None or (name == SHARED_FILE and _TABLE not in content):
                continue
            project = _project(place / name, content)
            if project is not None:
                return project
    return None


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        return None
    return content if len(content) <= LARGEST else None


def _project(path: Path, content: bytes) -> Project | None:
    from careerdoc.tree.toml import parse_toml  # noqa: PLC0415 - for those who have such a file

    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise refusal("CD055", "this is not UTF-8 text", place=_shown(path), hint="save it as UTF-8") from None
    source = Source(_shown(path), text)
    table: Node | None = parse_toml(source)
    if path.name == SHARED_FILE:
        for key in ("tool", "careerdoc"):
            table = table.get(key) if isinstance(table, Mapping) else None
    if not isinstance(table, Mapping):
        return None
    findings = [_unknown(key) for key, _ in table if key.value not in KEYS]
    given = table.get("pack")
    items = given.items if isinstance(given, Sequence) else (given,) if given is not None else ()
    packs = tuple(path.parent / item.value for item in items if isinstance(item, Scalar))
    return Project(path, packs, table.get("checks"), tuple(findings))


def _unknown(key: Scalar) -> Finding:
    hint = f"{nearest(key.value, KEYS)} known: {', '.join(KEYS)}".strip()
    return Finding("CD051", Level.WARNING, f'"{key.value}" is not a setting of a project', key.span, hint)


def _shown(path: Path) -> str:
    """A path as a person would write it here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
