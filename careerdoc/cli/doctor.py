"""``careerdoc doctor``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from careerdoc.cli.output import pack_option, packs

if TYPE_CHECKING:
    from careerdoc.rendering import Diagnosis


@click.command()
@click.argument("file")
@click.option("--layout", "layouts", multiple=True, metavar="PURPOSE=LAYOUT", help="Name a layout by hand, as title=3.")
@click.option("-o", "output", metavar="FILE", help="Write the preview here; by default FILE-preview beside.")
@pack_option
def doctor(file: str, layouts: tuple[str, ...], output: str | None, folders: tuple[str, ...]) -> None:
    """Look at FILE, a school's .pptx or .potx, before it is the look of decks.

    Says which layout serves which purpose, what is missing and what a designer would mend, and writes a preview with
    the worst text that it may have to hold.
    """
    from careerdoc import building

    found = building.examine_reference(file, packs(folders), _named(layouts))
    path = Path(output) if output else Path(file).with_name(f"{Path(file).stem}-preview.pptx")
    click.echo(_told(file, found))
    building.write_whole(path, found.preview)
    click.echo(f"\n{path}: a deck in this look with the worst text; open it and see")


def _named(layouts: tuple[str, ...]) -> dict[str, str]:
    named = {}
    for given in layouts:
        purpose, equals, layout = given.partition("=")
        if not equals:
            raise click.BadParameter(f'"{given}" has no "="; write PURPOSE=LAYOUT, as title=3', param_hint="--layout")
        named[purpose.strip()] = layout.strip()
    return named


def _told(file: str, found: Diagnosis) -> str:
    lines = [f"{file}: {found.summary}", ""]
    for one in found.servings:
        served = f'layout {one.number} "{one.layout}"' if one.number else f"none; {one.stands_in}"
        lines.append(f"  {one.purpose:<8} {served}")
    if found.remarks:
        lines += ["", *(f"  {remark}" for remark in found.remarks)]
    return "\n".join(lines)
