"""Where packs come from: installed distributions, and folders that the person names. Read whole, with bounds."""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.packs.manifest import read_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.packs.model import Pack

GROUP = "careerdoc.packs"

MOST_FILES = 500
LARGEST_PACK = 20_000_000
"""Bytes in all files of a pack."""

_IGNORED = frozenset({".git", "__pycache__", "node_modules"})


def pack_from_folder(folder: Path) -> Pack:
    """The pack in a folder, all of it in memory. Links are not followed: a pack ends where its folder ends.

    Raises CareerdocError where the folder holds no pack, or too much.
    """
    if not folder.is_dir():
        raise refusal("CD030", "there is no such folder", place=str(folder), hint="a pack is a folder with a pack.yaml")
    files: dict[str, bytes] = {}
    size = 0
    for path in _regular_files(folder):
        size += path.stat().st_size
        if len(files) >= MOST_FILES or size > LARGEST_PACK:
            raise refusal(
                "CD030",
                f"this folder holds more than {MOST_FILES} files or {LARGEST_PACK // 1_000_000} MB",
                place=str(folder),
                hint="is it the pack's own folder?",
            )
        files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return read_pack(files, str(folder))


def _regular_files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if name not in _IGNORED)
        for name in sorted(names):
            path = Path(root, name)
            if path.is_file() and not path.is_symlink():
                yield path


@cache
def installed_packs() -> tuple[Pack, ...]:
    """The packs of installed distributions, by name; an entry point's object is a function that gives the folder."""
    packs = []
    for entry in sorted(entry_points(group=GROUP), key=lambda e: (e.name != "standard", e.name)):
        try:
            folder = entry.load()()
        except Exception as error:
            raise refusal(
                "CD012",
                f'the pack "{entry.name}" cannot be loaded: {error}',
                hint="reinstall or remove the distribution it comes from",
                place=entry.value,
            ) from error
        packs.append(pack_from_folder(Path(folder)))
    return tuple(packs)
