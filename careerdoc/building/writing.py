"""Files written whole or not at all: to a temporary file beside, then renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.findings import refusal

if TYPE_CHECKING:
    from careerdoc.building.targets import Target


def path_for(plan_name: str, target: Target, folder: Path) -> Path:
    """``FOLDER/{stem}-{template}.{type}``; the stem of standard input is ``plan``."""
    stem = "plan" if plan_name in {"-", "<stdin>"} else Path(plan_name).stem
    return folder / f"{stem}-{target.template.name}.{target.type}"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that at any moment there is the old one or the whole of the other one.

    Raises CareerdocError where it cannot be written; a temporary file is not left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _give_usual_mode(name)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "close the program that has it open" if os.name == "nt" else "choose another folder with --out"
        raise refusal("CD014", f"this cannot be written: {reason}", place=str(path), hint=hint) from None


def _give_usual_mode(name: str) -> None:
    """Temporary files are private; the finished one gets the mode that any file of the person's gets."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
