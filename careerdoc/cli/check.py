"""``careerdoc check``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from careerdoc.cli.output import (
    CLEAN,
    FINDINGS,
    color_option,
    date_option,
    named_packs,
    pack_option,
    quiet_option,
    report,
    report_option,
    syntax_option,
    today,
)

if TYPE_CHECKING:
    from careerdoc.checking import Settings
    from careerdoc.examining import Examined, Examiner, Mended
    from careerdoc.findings import Finding


@click.command()
@click.argument("plans", metavar="PLAN...", nargs=-1, required=True)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes or names, as CD1,unknown-key.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these codes or names.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and tell what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@pack_option
@date_option
@syntax_option
@report_option
@color_option
@quiet_option
def check(
    plans: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,  # noqa: FBT001 - click passes options by name
    diff: bool,  # noqa: FBT001 - click passes options by name
    folders: tuple[str, ...],
    day: str | None,
    syntax: str | None,
    form: str,
    color: str,
    quiet: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """Say what is missing or vague in each PLAN, and where.

    PLAN is a file, a folder (all .md and .yaml files in it and below), or - for the standard input. `careerdoc
    explain CODE` tells more about a finding. Exit status 0 when there is nothing worse than advice, 1 when there
    are warnings or errors, 2 when the command cannot be carried out.
    """
    from careerdoc.examining import Examiner
    from careerdoc.findings import CareerdocError, Level

    examiner = Examiner(today(day), syntax or "", _command(select, ignore), named_packs(folders))
    examined = _examined(plans, examiner)
    if len(plans) == len(examined) == 1 and examined[0].plan is None and form == "text":
        raise CareerdocError(*examined[0].findings)
    mended = [examiner.mend(one) for one in examined] if fix or diff else []
    if diff:
        _show(mended)
    elif fix:
        mended = [_written(one) for one in mended]
        examined = [one.after for one in mended]
    findings = (*examiner.said, *(finding for one in examined for finding in one.findings))
    if not diff:
        report(findings, form, color=color, quiet=quiet, err=fix and "-" in plans)
    if not quiet and form == "text":
        _conclude(findings, examined, examiner.passed, sum(one.count for one in mended), diff=diff)
    raise click.exceptions.Exit(FINDINGS if any(f.level is not Level.ADVICE for f in findings) else CLEAN)


def _command(select: tuple[str, ...], ignore: tuple[str, ...]) -> Settings:
    from careerdoc.checking import Settings

    if not select and not ignore:
        return Settings()
    from careerdoc.checking.settings import settings_of_command

    return settings_of_command(select, ignore)


def _examined(plans: tuple[str, ...], examiner: Examiner) -> list[Examined]:
    from careerdoc.reading import LARGEST

    found: list[Examined] = []
    for name in plans:
        if name == "-":
            found.append(examiner.examine("<stdin>", sys.stdin.buffer.read(LARGEST + 1)))
        else:
            found.extend(examiner.examine_all(name))
    return found


def _show(mended: list[Mended]) -> None:
    """The changes; in a terminal, with nothing in them that could rewrite its lines."""
    from careerdoc.terminal import visible

    for one in mended:
        text = one.diff()
        if sys.stdout.isatty():
            text = "\n".join(map(visible, text.split("\n")))
        click.echo(text, nl=False)


def _written(mended: Mended) -> Mended:
    """Write what was mended; a file that cannot be written stays as it was, with a finding that says why."""
    from dataclasses import replace
    from pathlib import Path

    from careerdoc.editing import replace_content
    from careerdoc.findings import CareerdocError

    before, after = mended.before, mended.after
    if before.name == "<stdin>":
        sys.stdout.buffer.write(after.content)
        sys.stdout.buffer.flush()
    elif after.content != before.content:
        try:
            replace_content(Path(before.name), before.content, after.content)
        except CareerdocError as error:
            kept = replace(before, findings=(*error.findings, *before.findings))
            return replace(mended, after=kept, count=0)
    return mended


def _conclude(
    findings: tuple[Finding, ...], examined: list[Examined], passed: list[str], mended: int, *, diff: bool
) -> None:
    from careerdoc.checking import summary
    from careerdoc.terminal import visible

    if passed:
        click.echo(f"passed over, as there are no goals or steps in it: {visible(', '.join(passed))}", err=True)
    if diff:
        click.echo(f"{mended} would be mended; --fix does it" if mended else "nothing can be mended", err=True)
    else:
        told = f"{mended} mended; " if mended else ""
        click.echo(told + summary(findings, len(examined), mended), err=True)
