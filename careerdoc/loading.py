"""From a file, or the bytes of one, to a Plan, with the files beside it that it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from careerdoc.findings import CareerdocError, Finding, Level, refusal
from careerdoc.plan import read_library, read_plan
from careerdoc.reading import LARGEST, decode

if TYPE_CHECKING:
    import datetime as dt
    from typing import BinaryIO

    from careerdoc.plan import Plain, Plan
    from careerdoc.source import Source

LARGEST_BIBLIOGRAPHY = LARGEST
"""Bytes of a file of sources."""

LARGEST_STYLE = 500_000
"""Bytes of a file in the Citation Style Language; the largest there is has 250,000."""

MOST_BIBLIOGRAPHIES = 10
_BIBLIOGRAPHIES = (".bib", ".json", ".yaml", ".yml", ".ris")


def load(path: Path | str, today: dt.date, syntax: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    """The plan in a file, and what there is to say about how it was read.

    ``today`` stands in for a plan's missing date; ``syntax`` (``md`` or ``yaml``) overrides the suffix.
    Raises CareerdocError where there is no plan to be had.
    """
    plan, findings = read_plan(decode(content_of(path), str(path)), today, syntax)
    return with_files(plan, findings, Path(path).parent)


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
    """The plan on a stream, such as the standard input; files that it names are looked for where we are."""
    plan, findings = read_plan(decode(stream.read(LARGEST + 1), "<stdin>"), today, syntax)
    return with_files(plan, findings, Path())


# ── files beside the plan ────────────────────────────────────────────────────────────────────────────────


def file_beside(target: str, folder: Path | None, largest: int) -> tuple[bytes | None, str]:
    """The bytes of a file in the plan's folder or below, or None and why it is not to be had.

    Links that lead out of the folder, folders, devices and what is larger than ``largest`` bytes are refused.
    """
    if folder is None or "://" in target or target.startswith(("/", "\\", "data:")):
        return None, "is not a file in the plan's folder"
    try:
        root = folder.resolve()
        path = (root / target).resolve()
        if not path.is_relative_to(root):
            return None, "is outside the plan's folder"
        if not path.is_file():
            return None, "is a folder" if path.is_dir() else "does not exist"
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except (OSError, ValueError):
        return None, "cannot be read"
    return (content, "") if len(content) <= largest else (None, f"is larger than {largest / 1_000_000:g} MB")


def with_files(plan: Plan, findings: tuple[Finding, ...], folder: Path) -> tuple[Plan, tuple[Finding, ...]]:
    """A plan with the sources that it cites from its ``bibliography``, and with the style that ``csl`` names."""
    told = list(findings)
    for name in plan.bibliography[:MOST_BIBLIOGRAPHIES]:
        source = _bibliography(name, folder, told)
        if source is not None:
            references, found = read_library(source, plan)
            plan = replace(plan, library=(*plan.library, *references))
            told += found
    if plan.csl and plan.csl.casefold().endswith(".csl"):
        plan = replace(plan, style=_text_beside(plan.csl, folder, LARGEST_STYLE, "CD059", told))
    return plan, tuple(told)


def _bibliography(name: Plain, folder: Path, told: list[Finding]) -> Source | None:
    if PurePath(name).suffix.casefold() not in _BIBLIOGRAPHIES:
        hint = f"sources are read from files that end in {', '.join(_BIBLIOGRAPHIES)}"
        told.append(Finding("CD057", Level.WARNING, f'"{name}" is not a file of sources', name.span, hint))
        return None
    return _text_beside(name, folder, LARGEST_BIBLIOGRAPHY, "CD057", told)


def _text_beside(name: Plain, folder: Path, largest: int, code: str, told: list[Finding]) -> Source | None:
    """The text of a file that a plan names; where there is none, a finding at the name says why."""
    content, reason = file_beside(str(name), folder, largest)
    hint = "name a file in the plan's folder or below it"
    if content is not None:
        try:
            return decode(content, str(folder / name))
        except CareerdocError as error:
            reason, hint = f"cannot be used: {error.findings[0].message}", error.findings[0].hint
            reason, hint = (text.replace("a plan", "such a file") for text in (reason, hint))
    told.append(Finding(code, Level.WARNING, f'"{name}" {reason}', name.span, hint))
    return None
