"""How commands speak: findings in colour on the error stream, data on the output, and the exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from careerdoc.findings import Finding
    from careerdoc.packs import Pack
    from careerdoc.plan import Plan

CLEAN, FINDINGS, USAGE = 0, 1, 2

_USAGE_CODES = frozenset(
    {"CD010", "CD011", "CD012", "CD013", "CD014", "CD015", "CD023", "CD024", "CD025", "CD030", "CD050", "CD055"}
)
"""Findings about what was typed or installed, not about what a plan says."""

_COLORS: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "advice": {"fg": "blue", "bold": True},
    "place": {"bold": True},
    "caret": {"fg": "cyan", "bold": True},
    "hint": {"fg": "green"},
}

plan_argument = click.argument("plan", metavar="PLAN")
date_option = click.option(
    "--date", "day", metavar="YYYY-MM-DD", help="The day to read the plan against, where it has no date of its own."
)
syntax_option = click.option(
    "--syntax", type=click.Choice(["md", "yaml"]), help="How PLAN is written; else by its suffix."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or for programs."
)
pack_option = click.option(
    "--pack", "folders", multiple=True, metavar="FOLDER", help="A pack of your own; its templates come first."
)


def tell(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Show findings to the person, coloured where the stream is a terminal and NO_COLOR is not set."""
    from careerdoc.checking import as_text

    shown = tuple(findings)
    if shown:
        click.echo(as_text(shown, _style(sys.stderr if err else sys.stdout)), err=err)


def _style(stream: Any) -> Callable[[str, str], str]:  # noqa: ANN401 - any stream
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return lambda text, _role: text
    return lambda text, role: click.style(text, **_COLORS.get(role, {}))


def fail(error: Exception) -> int:
    """Show an error; give the exit status. What is no finding of ours is said in one line, with where to report it."""
    import traceback

    from careerdoc.findings import CareerdocError

    if isinstance(error, CareerdocError):
        tell(error.findings)
        return USAGE if any(finding.code in _USAGE_CODES for finding in error.findings) else FINDINGS
    if os.environ.get("CAREERDOC_TRACEBACK"):
        traceback.print_exception(error)
    click.echo(
        f"careerdoc failed: {type(error).__name__}: {error}\n"
        "   = hint: this is a fault of careerdoc; please report it with the output of CAREERDOC_TRACEBACK=1",
        err=True,
    )
    return USAGE


def today(day: str | None) -> dt.date:
    """The day that is given, or else today's."""
    import datetime as dt

    if day is None:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise click.BadParameter(f'"{day}" is not a day; write it as 2026-11-23', param_hint="--date") from None


def load_plan(name: str, day: str | None, syntax: str | None) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan in a file, or on the standard input for ``-``."""
    from careerdoc.loading import load, load_stream

    if name != "-":
        return load(name, today(day), syntax or "")
    return load_stream(sys.stdin.buffer, today(day), syntax or "")


def packs(folders: Iterable[str]) -> tuple[Pack, ...]:
    """The packs that are named, then the installed ones."""
    from pathlib import Path

    from careerdoc.packs import installed_packs, pack_from_folder

    return (*(pack_from_folder(Path(folder)) for folder in folders), *installed_packs())
