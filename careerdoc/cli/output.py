"""How commands speak: findings in colour on the error stream, data on the output, and the exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

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
report_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="For people, for programs, for code scanning, or as notes on GitHub.",
)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to colour the text."
)
pack_option = click.option(
    "--pack", "folders", multiple=True, metavar="FOLDER", help="A pack of your own; its templates come first."
)


def tell(findings: Iterable[Finding], *, err: bool = True, color: str = "auto") -> None:
    """Show findings to the person, coloured where that is wanted."""
    from careerdoc.checking import as_text

    shown = tuple(findings)
    colored = _wants_color(color, sys.stderr if err else sys.stdout)
    if shown:
        click.echo(as_text(shown, _colored if colored else _plain), err=err, color=colored)


def report(findings: Sequence[Finding], form: str, *, color: str = "auto", quiet: bool = False, err: bool) -> None:
    """Show findings in a format; to a person who wants quiet, only the errors."""
    from careerdoc.checking import as_json
    from careerdoc.findings import Level

    if form == "text":
        tell((f for f in findings if not quiet or f.level is Level.ERROR), err=err, color=color)
    elif form == "json":
        click.echo(as_json(findings), err=err)
    elif form == "github":
        from careerdoc.checking.reports.github import as_github

        click.echo(as_github(findings), err=err, nl=bool(findings))
    else:
        from careerdoc.checking.reports.sarif import as_sarif

        click.echo(as_sarif(findings), err=err)


def _wants_color(wanted: str, stream: Any) -> bool:  # noqa: ANN401 - any stream
    """As asked for; or else not with NO_COLOR, always with FORCE_COLOR, and by what the stream is."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or bool(stream.isatty())


def _plain(text: str, _role: str) -> str:
    return text


def _colored(text: str, role: str) -> str:
    return click.style(text, **_COLORS.get(role, {}))


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
    """The day that is given, or else that of ``SOURCE_DATE_EPOCH``, or else today's.

    The variable holds seconds since 1970, and stands for the clock where the same files are to be made again
    (https://reproducible-builds.org/specs/source-date-epoch/). Its day is that of UTC. Anything else in it is an error.
    """
    import datetime as dt
    import os

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if day is None and not epoch:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    if day is None:
        return _day_of(epoch)
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise click.BadParameter(f'"{day}" is not a day; write it as 2026-11-23', param_hint="--date") from None


def _day_of(epoch: str) -> dt.date:
    import datetime as dt

    try:
        seconds = int(epoch) if epoch.isascii() and epoch.isdigit() else -1
        return dt.datetime.fromtimestamp(seconds if seconds >= 0 else float("inf"), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH={epoch[:40]!r} is no number of seconds since 1970") from None


def load_plan(name: str, day: str | None, syntax: str | None) -> tuple[Plan, tuple[Finding, ...]]:
    """The plan in a file, or on the standard input for ``-``."""
    from careerdoc.loading import load, load_stream

    if name != "-":
        return load(name, today(day), syntax or "")
    return load_stream(sys.stdin.buffer, today(day), syntax or "")


def packs(folders: Sequence[str]) -> tuple[Pack, ...]:
    """The packs that are named, then the installed ones."""
    from careerdoc.packs import installed_packs

    return (*named_packs(folders), *installed_packs())


def named_packs(folders: Sequence[str]) -> tuple[Pack, ...]:
    """The packs that are named."""
    from pathlib import Path

    if not folders:
        return ()
    from careerdoc.packs import pack_from_folder

    return tuple(pack_from_folder(Path(folder)) for folder in folders)
