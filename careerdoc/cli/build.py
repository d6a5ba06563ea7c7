"""``careerdoc build``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from careerdoc.cli.output import (
    FINDINGS,
    date_option,
    format_option,
    load_plan,
    pack_option,
    packs,
    plan_argument,
    quiet_option,
    syntax_option,
    tell,
)

if TYPE_CHECKING:
    from careerdoc.building import Built


@click.command()
@plan_argument
@click.argument("targets", nargs=-1, metavar="[TEMPLATE.TYPE]...")
@click.option("--out", default="out", metavar="DIR", show_default=True, help="Folder for the files.")
@click.option("-o", "output", metavar="FILE", help="Write the one target to this file; - for the standard output.")
@click.option("--theme", default="", metavar="NAME", help="The look; see `careerdoc list themes`.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="A setting of a template, as size=a1.")
@click.option("--reference", metavar="FILE", help="A .docx or .pptx whose look files of its kind take on.")
@click.option("--pdf-engine", type=click.Choice(["weasyprint", "plutoprint"]), help="What makes PDF files.")
@pack_option
@date_option
@syntax_option
@format_option
@quiet_option
def build(
    plan: str,
    targets: tuple[str, ...],
    out: str,
    output: str | None,
    theme: str,
    settings: tuple[str, ...],
    reference: str | None,
    pdf_engine: str | None,
    folders: tuple[str, ...],
    day: str | None,
    syntax: str | None,
    form: str,
    quiet: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """Make documents from PLAN (a file, or - for the standard input).

    Without targets: what the plan's `build:` says, or else essay.docx outline.docx slides.pptx poster.pdf. Any
    template goes with any file type: essay.pdf, outline.md, slides.html, poster.pptx. A bare template name takes
    its usual type.
    """
    from pathlib import Path

    from careerdoc import building
    from careerdoc.cli.progress import Progress
    from careerdoc.findings import CareerdocError, Level

    known = packs(folders)
    chosen = _settings(settings, pdf_engine)
    read, findings = load_plan(plan, day, syntax)
    if not quiet:
        tell(findings)
    if any(finding.level is Level.ERROR for finding in findings):
        raise click.exceptions.Exit(FINDINGS)
    wanted = building.targets_for(read, targets, known)
    if output is not None and len(wanted) != 1:
        raise click.UsageError("-o takes exactly one target")
    folder = Path() if plan == "-" else Path(plan).parent
    done: list[Built] = []
    with Progress([target.name for target in wanted], quiet=quiet) as progress:
        try:
            look = building.Look(theme, reference)
            made = building.build_each(read, wanted, known, look=look, settings=chosen, folder=folder, beside=True)
            for built in made:
                progress.step()
                done.append(_written(built, plan, out, output))
        except CareerdocError:
            progress.clear()
            _report(done, form, quiet=quiet)
            raise
    _report(done, form, quiet=quiet)


def _settings(given: tuple[str, ...], pdf_engine: str | None) -> dict[str, str]:
    settings = {"pdf-engine": pdf_engine} if pdf_engine else {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise click.BadParameter(f'"{text}" is not NAME=VALUE', param_hint="--set")
        settings[name.strip()] = value.strip()
    return settings


def _written(built: Built, plan: str, out: str, output: str | None) -> Built:
    from dataclasses import replace
    from pathlib import Path

    from careerdoc import building

    if output == "-":
        sys.stdout.buffer.write(built.rendering.content)
        sys.stdout.buffer.flush()
        return built
    path = Path(output) if output else building.path_for(plan, built.target, Path(out))
    building.write_whole(path, built.rendering.content)
    return replace(built, path=path)


def _report(done: list[Built], form: str, *, quiet: bool) -> None:
    import json

    from careerdoc.checking import as_data

    if form == "json":
        rows = [
            {
                "target": b.target.name,
                "path": str(b.path) if b.path else None,
                "findings": as_data(b.rendering.findings),
            }
            for b in done
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2), err=any(b.path is None for b in done))
        return
    for built in done:
        if not quiet:
            tell(built.rendering.findings)
        if built.path is not None and not quiet:
            click.echo(str(built.path))
