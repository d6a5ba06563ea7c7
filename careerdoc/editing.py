"""Changes to a person's file: only the bytes that are meant, whole or not at all, never over another's change."""

from __future__ import annotations

import codecs
import contextlib
import ctypes
import glob
import os
import re
import tempfile
import time
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.findings import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.findings import CareerdocError
    from careerdoc.source import Edit

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
STALE = 3_600
"""Seconds after which a temporary file is nobody's."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux's renameat2: two names swap their files in one step."""

_HERE = -100
"""AT_FDCWD: names are relative to the working folder."""


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file after edits of its text; every byte outside their spans stays.

    Spans count as readers do: without a byte order mark, each line end one character. Line ends in an edit's
    text become those of the file. Edits must not overlap. Raises UnicodeDecodeError on bytes that no reader takes.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", "utf-8"))
    text = content[len(mark) :].decode(encoding)
    pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", text))]
    first = re.search("\r\n|\r|\n", text)
    line_end = first[0] if first else "\n"
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start, end = (offset + bisect_left(pairs, offset) for offset in (edit.span.start, edit.span.end))
        if start < at:
            raise ValueError("edits overlap")
        pieces += (text[at:start], edit.text.replace("\n", line_end))
        at = end
    pieces.append(text[at:])
    return mark + "".join(pieces).encode(encoding)


def replace_content(path: Path, before: bytes, after: bytes) -> None:
    """Put other bytes into a file that still holds the ones before; its mode stays, a link stays a link.

    At any moment there is the old file or the whole of the other one. Raises CareerdocError where somebody changed
    the file meanwhile, which is then left as it is, and where it cannot be written.
    """
    real = path.resolve()
    try:
        if real.read_bytes() != before:
            raise _changed(path)
        _sweep(real)
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(after)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(real.stat().st_mode & 0o7777)
            _swap(Path(name), real, before, path)
        finally:
            with contextlib.suppress(OSError):
                Path(name).unlink()
    except OSError as error:
        hint = "close the program that has it open" if os.name == "nt" else "look at the permissions of the folder"
        reason = f"this cannot be written: {error.strerror or error}"
        raise refusal("CD014", reason, place=str(path), hint=hint) from None


def _sweep(path: Path) -> None:
    """Take away what a process that was killed left beside a file."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - STALE:
                left.unlink()


def _swap(ours: Path, theirs: Path, before: bytes, path: Path) -> None:
    """Put our file in the place of theirs; if what comes back is not what was read, put it back."""
    if _exchanged(ours, theirs):
        if ours.read_bytes() != before:
            _exchanged(ours, theirs)
            raise _changed(path)
        return
    if theirs.read_bytes() != before:
        raise _changed(path)
    ours.replace(theirs)


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two files in one step; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _changed(path: Path) -> CareerdocError:
    hint = "nothing was written; save the file in your editor and try again"
    return refusal("CD056", "this file was changed meanwhile", place=str(path), hint=hint)
