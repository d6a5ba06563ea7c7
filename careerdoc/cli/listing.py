"""``careerdoc list``."""

from __future__ import annotations

from typing import Any

import click

from careerdoc.cli.output import format_option, pack_option, packs


@click.command(name="list")
@click.argument("what", type=click.Choice(["templates", "themes", "renderers", "kinds"]))
@pack_option
@format_option
def listing(what: str, folders: tuple[str, ...], form: str) -> None:
    """List the templates, themes, renderers (file types) or kinds of plan that there are."""
    import json

    rows = _ROWS[what](folders)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    widest = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        click.echo(f"{row['name'].ljust(widest)}  {row['description']}")
        for setting in row.get("settings", ()):
            told = "|".join(setting["choices"]) or setting["default"] or "…"
            click.echo(f"{' ' * widest}  --set {setting['name']}={told}  {setting['description']}")


def _templates(folders: tuple[str, ...]) -> list[dict[str, Any]]:
    from careerdoc.building import templates

    return [
        {
            "name": name,
            "description": template.description,
            "type": template.type,
            "pack": pack.name,
            "settings": [
                {"name": p.name, "default": p.default, "choices": list(p.choices), "description": p.description}
                for p in template.parameters
            ],
        }
        for name, (template, pack) in templates(packs(folders)).items()
    ]


def _themes(folders: tuple[str, ...]) -> list[dict[str, str]]:
    from careerdoc.building import find_theme, theme_places

    known = packs(folders)
    return [
        {"name": name, "description": find_theme(name, known).description, "pack": pack.name}
        for name, pack in theme_places(known).items()
    ]


def _renderers(_folders: tuple[str, ...]) -> list[dict[str, str]]:
    from careerdoc.rendering import renderer_names, renderer_source

    return [{"name": name, "description": f"from {renderer_source(name)}"} for name in renderer_names()]


def _kinds(_folders: tuple[str, ...]) -> list[dict[str, str]]:
    from careerdoc.plan import KIND_DESCRIPTIONS

    return [{"name": kind.value, "description": text} for kind, text in KIND_DESCRIPTIONS.items()]


_ROWS = {"templates": _templates, "themes": _themes, "renderers": _renderers, "kinds": _kinds}
