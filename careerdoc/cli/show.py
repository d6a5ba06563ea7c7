"""``careerdoc show``."""

from __future__ import annotations

import click

from careerdoc.cli.output import date_option, format_option, load_plan, plan_argument, quiet_option, syntax_option, tell


@click.command()
@plan_argument
@date_option
@syntax_option
@format_option
@quiet_option
def show(plan: str, day: str | None, syntax: str | None, form: str, quiet: bool) -> None:  # noqa: FBT001 - click's
    """Show what was understood of PLAN: goals, steps, time frames and sections, each with its line."""
    import json

    from careerdoc.plan import as_data, as_tree

    read, findings = load_plan(plan, day, syntax)
    if not quiet:
        tell(findings)
    click.echo(json.dumps(as_data(read), ensure_ascii=False, indent=2) if form == "json" else as_tree(read))
