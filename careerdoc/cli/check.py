"""``careerdoc check``."""

from __future__ import annotations

import click

from careerdoc.cli.output import (
    CLEAN,
    FINDINGS,
    date_option,
    format_option,
    load_plan,
    plan_argument,
    quiet_option,
    syntax_option,
    tell,
)


@click.command()
@plan_argument
@date_option
@syntax_option
@format_option
@quiet_option
def check(plan: str, day: str | None, syntax: str | None, form: str, quiet: bool) -> None:  # noqa: FBT001 - click's
    """Say what is missing or vague in PLAN, and where.

    Exit status 0 when there is nothing worse than advice, 1 when there are warnings or errors.
    """
    from careerdoc.checking import as_json, in_order
    from careerdoc.checking import check as check_plan
    from careerdoc.findings import Level

    read, found = load_plan(plan, day, syntax)
    findings = in_order((*found, *check_plan(read)))
    grave = [finding for finding in findings if finding.level is not Level.ADVICE]
    if form == "json":
        click.echo(as_json(findings))
    elif not quiet:
        tell(findings, err=False)
        click.echo(_summary(len(grave), len(findings) - len(grave)), err=True)
    raise click.exceptions.Exit(FINDINGS if grave else CLEAN)


def _summary(grave: int, advice: int) -> str:
    if not grave and not advice:
        return "nothing to improve"
    parts = [
        f"{count} {word}{'' if count == 1 else plural}"
        for count, word, plural in ((grave, "finding", "s"), (advice, "piece", "s"))
        if count
    ]
    text = " and ".join(parts)
    return f"{text} of advice" if advice else text
