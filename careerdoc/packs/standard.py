"""Where the standard pack is. It is offered through the entry point ``careerdoc.packs``, as anybody's is."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The pack's folder: beside this module in an installed wheel, at the top of the repository in a checkout."""
    installed = Path(__file__).parent / "standard"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"
