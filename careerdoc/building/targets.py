"""What to build: targets by name, the packs and themes that they are found in, starters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from careerdoc.findings import nearest, refusal
from careerdoc.plan import Kind
from careerdoc.rendering import load_renderer, read_theme
from careerdoc.templating import Templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from careerdoc.packs import Pack, Template
    from careerdoc.plan import Plan
    from careerdoc.rendering import Theme


@dataclass(frozen=True, slots=True)
class Target:
    """What to build: a template, of a pack, as a file type."""

    template: Template
    pack: Pack
    type: str

    @property
    def name(self) -> str:
        """``essay.docx``."""
        return f"{self.template.name}.{self.type}"


def starter(kind: str, suffix: str, language: str, today: dt.date, packs: Sequence[Pack]) -> str:
    """A plan to start from, in Markdown or YAML, from the first pack that has one for the kind.

    Raises CareerdocError, listing the kinds, where none has.
    """
    kinds = [known.value for known in Kind]
    data = next((found for pack in packs if (found := pack.starter(kind, suffix, language)) is not None), None)
    if data is None:
        hint = f"{nearest(kind, kinds)} known kinds: {', '.join(kinds)}".strip()
        raise refusal("CD010", f'there is no starter for the kind "{kind}"', place=kind, hint=hint)
    return Templates({"starter.j2": data}, "starters").render("starter.j2", {"today": today.isoformat()})


def templates(packs: Sequence[Pack]) -> dict[str, tuple[Template, Pack]]:
    """Every template by name; a pack that comes first has precedence."""
    found: dict[str, tuple[Template, Pack]] = {}
    for pack in packs:
        for name, template in pack.templates.items():
            found.setdefault(name, (template, pack))
    return found


def theme_places(packs: Sequence[Pack]) -> dict[str, Pack]:
    """Every theme by name, with the pack that it is in."""
    found: dict[str, Pack] = {}
    for pack in packs:
        for name in pack.theme_names():
            found.setdefault(name, pack)
    return found


def find_target(name: str, packs: Sequence[Pack]) -> Target:
    """The target of a name such as ``essay.docx``; a bare ``essay`` takes the template's own file type.

    Raises CareerdocError, listing what there is, where the template or the file type is not known.
    """
    stem, dot, kind = name.rpartition(".")
    known = templates(packs)
    if not dot:
        stem, kind = kind, ""
    if stem not in known:
        hint = f"{nearest(stem, known)} known templates: {', '.join(sorted(known))}".strip()
        raise refusal("CD010", f'there is no template "{stem}"', place=name, hint=hint)
    template, pack = known[stem]
    target = Target(template, pack, kind or template.type)
    load_renderer_lazily(target.type)
    return target


def load_renderer_lazily(kind: str) -> None:
    """Refuse an unknown file type without loading any renderer."""
    from careerdoc.rendering import renderer_names  # noqa: PLC0415 - the scan of entry points, when it is needed

    if kind not in renderer_names():
        load_renderer(kind)


def targets_for(plan: Plan, names: Sequence[str], packs: Sequence[Pack]) -> tuple[Target, ...]:
    """The targets asked for: by name, or else by the plan's ``build:``, or else by the first pack that says."""
    wanted = list(names) or [str(name) for name in plan.build]
    if not wanted:
        wanted = list(next((pack.targets for pack in packs if pack.targets), ()))
    return tuple(find_target(name, packs) for name in dict.fromkeys(wanted))


@lru_cache(maxsize=32)
def _theme(name: str, pack: Pack) -> Theme:
    return read_theme(name, pack.theme_files(name), place=f"{pack.place}/themes/{name}")


def find_theme(name: str, packs: Sequence[Pack]) -> Theme:
    """The theme of a name; raises CareerdocError, listing the known ones, where there is none."""
    known = theme_places(packs)
    if name not in known:
        hint = f"{nearest(name, known)} known themes: {', '.join(known)}".strip()
        raise refusal("CD013", f'there is no theme "{name}"', place=name, hint=hint)
    return _theme(name, known[name])
