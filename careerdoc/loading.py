"""From a file, or the bytes of one, to a Plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.findings import refusal
from careerdoc.plan import read_plan
from careerdoc.reading import LARGEST, decode

if TYPE_CHECKING:
    import datetime as dt
    from typing import BinaryIO

    from careerdoc.findings import Finding
    from careerdoc.plan import Plan


def load(path: Path | str, today: dt.date, syntax: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    """The plan in a file, and what there is to say about how it was read.

    ``today`` stands in for a plan's missing date; ``syntax`` (``md`` or ``yaml``) overrides the suffix.
    Raises CareerdocError where there is no plan to be had.
    """
    return read_plan(decode(content_of(path), str(path)), today, syntax)


def content_of(path: Path | str) -> bytes:
    """The bytes of a file, as far as a plan may reach and one more. Raises CareerdocError where it cannot be read."""
    name = str(path)
    try:
        if Path(path).is_dir():
            raise refusal("CD000", "this is a folder, not a plan", place=name, hint="name the file in it")
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        hint = "`careerdoc new my-plan.md` writes a plan to start from"
        raise refusal("CD000", "there is no such file", place=name, hint=hint) from None
    except OSError as error:
        reason = f"this file cannot be read: {error.strerror or error}"
        raise refusal("CD000", reason, place=name, hint="check its name and permissions") from None
    except ValueError:
        raise refusal("CD000", "this is not a file name", place=repr(name)) from None


def load_stream(stream: BinaryIO, today: dt.date, syntax: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    """The plan on a stream, such as the standard input."""
    return read_plan(decode(stream.read(LARGEST + 1), "<stdin>"), today, syntax)
