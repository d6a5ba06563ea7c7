"""``careerdoc new``."""

from __future__ import annotations

import click

from careerdoc.cli.output import date_option, pack_option, packs, quiet_option, today


@click.command()
@click.argument("path", metavar="FILE")
@click.option("--kind", default="career", show_default=True, help="list, exploring, career, assignment or idp.")
@click.option("--syntax", type=click.Choice(["md", "yaml"]), help="Markdown or YAML; else by FILE's suffix.")
@click.option("--language", default="en", show_default=True, help="Language of the starter, where there is one in it.")
@pack_option
@date_option
@quiet_option
def new(
    path: str,
    kind: str,
    syntax: str | None,
    language: str,
    folders: tuple[str, ...],
    day: str | None,
    quiet: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """Write a plan to start from into FILE; it explains itself. An existing file is left alone."""
    from pathlib import Path

    from careerdoc.building import starter, write_whole
    from careerdoc.findings import refusal

    suffix = syntax or ("yaml" if Path(path).suffix.lower() in {".yaml", ".yml"} else "md")
    text = starter(kind, suffix, language, today(day), packs(folders))
    if path == "-":
        click.echo(text, nl=False)
        return
    if Path(path).exists():
        raise refusal(
            "CD015", "this file is there already", place=path, hint="choose another name; nothing was changed"
        )
    write_whole(Path(path), text.encode())
    if not quiet:
        click.echo(f"{path}: fill it in, then `careerdoc check {path}` and `careerdoc build {path}`")
