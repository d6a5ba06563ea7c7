"""What each template is told: by the command, or else by the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.building.targets import templates
from careerdoc.composing import RENDERER_SETTINGS
from careerdoc.findings import nearest, refusal
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from careerdoc.building.targets import Target
    from careerdoc.packs import Pack, Template
    from careerdoc.plan import Plan


def settings_for(
    plan: Plan, given: Mapping[str, str], targets: Sequence[Target], packs: Sequence[Pack]
) -> Callable[[Target], dict[str, str]]:
    """The settings that a target takes: what is given, or else what the plan says under ``settings:``.

    What is given for one target goes there whole, so that it can say what it does not know. Raises CareerdocError
    where nothing built here has a setting that is given, or no template at all one that the plan says.
    """
    said = _said(plan, packs)
    if len(targets) > 1:
        _refuse_unknown(given, targets)

    def taken(target: Target) -> dict[str, str]:
        own = _names((target.template,))
        chosen = given if len(targets) == 1 else {name: value for name, value in given.items() if name in own}
        return {**{name: value for name, value in said.items() if name in own}, **chosen}

    return taken


def style_theme(target: Target, settings: Mapping[str, str]) -> str:
    """The theme that belongs to the value of a setting, as ``apa`` does to ``style=apa``; empty where none does."""
    found = (p.themes.get(settings.get(p.name, p.default), "") for p in target.template.parameters)
    return next((theme for theme in found if theme), "")


def _names(among: Iterable[Template]) -> set[str]:
    return {parameter.name for template in among for parameter in template.parameters} | RENDERER_SETTINGS


def _refuse_unknown(given: Mapping[str, str], targets: Sequence[Target]) -> None:
    names = _names(target.template for target in targets)
    for name in given:
        if name not in names:
            hint = f"{nearest(name, names)} settings here: {', '.join(sorted(names))}".strip()
            raise refusal("CD024", f'no template here has a setting "{name}"', place=name, hint=hint)


def _said(plan: Plan, packs: Sequence[Pack]) -> dict[str, str]:
    """What the plan says under ``settings:``; a plan may set what only some of the templates have."""
    if plan.settings is None:
        return {}
    names = _names(template for template, _ in templates(packs).values())
    said: dict[str, str] = {}
    for key, node in plan.settings:
        if key.value not in names:
            hint = f"{nearest(key.value, names)} settings: {', '.join(sorted(names))}".strip()
            raise refusal("CD024", f'no template has a setting "{key.value}"', span=key.span, hint=hint)
        if not isinstance(node, Scalar):
            raise refusal("CD024", "a setting is one value", span=node.span, hint=f"write `{key.value}: value`")
        said[key.value] = _written(node)
    return said


def _written(node: Scalar) -> str:
    """The value as the command would be told it: ``true`` is ``yes``."""
    return {"true": "yes", "false": "no"}.get(node.value, node.value) if node.plain else node.value
