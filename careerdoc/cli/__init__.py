"""The command line: click commands without logic. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import gc
import sys

import click

from careerdoc.cli.build import build
from careerdoc.cli.check import check
from careerdoc.cli.doctor import doctor
from careerdoc.cli.explain import explain
from careerdoc.cli.listing import listing
from careerdoc.cli.new import new
from careerdoc.cli.schema import completion, schema
from careerdoc.cli.show import show
from careerdoc.version import __version__

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", "-V", prog_name="careerdoc", message="%(prog)s %(version)s")
def commands() -> None:
    """Write a career action plan once, in Markdown or YAML; get the essay, outline, slides and poster from it.

    \b
    careerdoc new my-plan.md        a plan to start from
    careerdoc check my-plan.md      what is missing or vague, and where
    careerdoc build my-plan.md      essay.docx, outline.docx, slides.pptx and poster.pdf in out/
    """


for command in (new, check, explain, show, build, doctor, listing, schema, completion):
    commands.add_command(command)


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings in a plan, 2 usage or anything else."""
    from careerdoc.cli.output import fail

    gc.set_threshold(100_000)  # a short life with much to build: the collector would run for nothing

    try:
        sys.exit(commands.main(prog_name="careerdoc", standalone_mode=False) or 0)  # click gives the status of an Exit
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - nothing a person types may end in a traceback
        sys.exit(fail(error))
