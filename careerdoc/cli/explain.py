"""``careerdoc explain``."""

from __future__ import annotations

import click

from careerdoc.cli.output import format_option

WIDEST = 88
"""Columns of a line of text; a longer one is hard to read, however wide the terminal is."""


@click.command()
@click.argument("code", required=False)
@format_option
def explain(code: str | None, form: str) -> None:
    """Tell what CODE means, why it matters and how to mend it; without CODE, list them all.

    CODE is what stands in brackets in a finding, as CD104, or its name, as step-without-time-frame.
    """
    import json
    import shutil

    from careerdoc.checking import pages, registry

    width = min(shutil.get_terminal_size().columns, WIDEST)
    if form == "json":
        topics = [pages.topic_of(code)] if code else registry().topics()
        click.echo(json.dumps([pages.topic_data(topic) for topic in topics], ensure_ascii=False, indent=2))
    else:
        click.echo(pages.explained(code, width) if code else pages.listed(width), nl=False)
