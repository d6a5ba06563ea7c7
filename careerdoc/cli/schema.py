"""``careerdoc schema`` and ``careerdoc completion``."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of a plan in YAML, for editors that complete and check as you type."""
    import json

    from careerdoc.plan import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script that completes commands in SHELL.

    \b
    bash:  eval "$(careerdoc completion bash)"   in ~/.bashrc
    zsh:   eval "$(careerdoc completion zsh)"    in ~/.zshrc
    fish:  careerdoc completion fish > ~/.config/fish/completions/careerdoc.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    root = context.find_root().command
    if made is not None:
        click.echo(made(root, {}, "careerdoc", "_CAREERDOC_COMPLETE").source())
