"""Which style a document's citations are in: the plan's ``csl``, or the template's ``style``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.citing import Choice
from careerdoc.findings import Finding, Level, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.packs import Pack
    from careerdoc.plan import Plan

_APA = frozenset({"", "plain", "apa", "apa7", "apa-7"})
_MLA = frozenset({"mla", "mla9", "mla-9", "modern-language-association"})


def choice_of(plan: Plan, pack: Pack, settings: Mapping[str, str]) -> tuple[Choice, tuple[Finding, ...]]:
    """The style, and what there is to say where the one that is asked for cannot be had: APA then stands in for it.

    The setting ``csl`` comes first, then ``style=apa`` and ``style=mla``, then the plan's key ``csl``.
    """
    style = settings.get("style", "")
    name = settings.get("csl", "") or ("" if style in {"apa", "mla"} else str(plan.csl or ""))
    if not name:
        return _built_in(style), ()
    if name.casefold() in _APA | _MLA:
        return _built_in(name.casefold()), ()
    text = _text(name, plan, pack)
    if text is None and name.casefold().endswith(".csl"):
        return _built_in(style), ()  # loading has said why
    if text is None:
        known = ["apa", "mla", *_names(pack)]
        hint = nearest(name, known) or f"styles here: {', '.join(known)}; or name a file: `csl: my-style.csl`"
        return _built_in(style), (_unusable(plan, f'there is no style "{name}"', hint),)
    return _checked(name, text, plan, style)


def _checked(name: str, text: str, plan: Plan, style: str) -> tuple[Choice, tuple[Finding, ...]]:
    from careerdoc.citing.csl import UnusableStyleError, check  # noqa: PLC0415 - for those who have a style of their own

    try:
        check(text)
    except UnusableStyleError as error:
        return _built_in(style), (_unusable(plan, f'the style "{name}" {error}', "name another style"),)
    return Choice("csl", text), ()


def _built_in(style: str) -> Choice:
    return Choice("mla") if style in _MLA else Choice("apa", plain=style in {"", "plain"})


def _text(name: str, plan: Plan, pack: Pack) -> str | None:
    if plan.style is not None and name == str(plan.csl):
        return plan.style.text
    data = pack.files.get(f"styles/{name.removesuffix('.csl')}.csl")
    return data.decode("utf-8", "replace") if data is not None else None


def _names(pack: Pack) -> list[str]:
    return sorted(
        p.removeprefix("styles/").removesuffix(".csl")
        for p in pack.files
        if p.startswith("styles/") and p.endswith(".csl")
    )


def _unusable(plan: Plan, message: str, hint: str) -> Finding:
    place = "" if plan.csl else "csl"
    return Finding("CD059", Level.WARNING, message, plan.csl.span if plan.csl else None, hint, place)
