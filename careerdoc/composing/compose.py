"""Plan and template to Document: the template writes Markdown, the one parser reads it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from careerdoc.composing.catalogue import gettext_for
from careerdoc.composing.joining import joining
from careerdoc.composing.naming import named_in_language
from careerdoc.composing.tools import Tools
from careerdoc.document import Document, Metadata, parse
from careerdoc.findings import nearest, refusal
from careerdoc.source import Source
from careerdoc.templating import LONGEST_OUTPUT, Templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.document import Shape
    from careerdoc.packs import Pack, Parameter, Template
    from careerdoc.plan import Plan

RENDERER_SETTINGS = frozenset({"pdf-engine", "csl"})
"""Settings that any template takes: the renderers', and the style of citations."""


def compose(plan: Plan, template: Template, pack: Pack, settings: Mapping[str, str] | None = None) -> Document:
    """The Document that a template of a pack makes of a plan.

    ``settings`` are the template's parameters (defaults fill the rest) and the renderers' own switches.
    Raises CareerdocError on a setting that the template does not have, and located in the template on any error there.
    """
    given = _settings(template, settings or {})
    gettext = gettext_for(pack, plan.language)
    words = joining(plan.language, gettext, plan.date)
    plan = named_in_language(plan, gettext, words.comma)
    tools = Tools(plan, words, gettext, third_person=given.get("person") == "third")
    context = {"plan": plan, "set": MappingProxyType(given), "today": plan.date, "_": gettext, **tools.table()}
    text = _templates(pack).render(template.file, context, longest=_longest(plan))
    name = f"{template.name} (composed by {pack.place}/{template.file})"
    document = parse(Source(name, _with_footnotes(text, plan)))
    document = replace(
        document,
        shape=cast("Shape", template.shape),
        settings=MappingProxyType(given),
        metadata=Metadata(
            title=str(plan.title or gettext("Career action plan")),
            author=str(plan.name or ""),
            subject=str(plan.course or ""),
            language=plan.language,
            date=plan.date,
        ),
    )
    return _cited(document, plan, pack, given) if "@" in text or "::: references" in text else document


def _cited(document: Document, plan: Plan, pack: Pack, given: Mapping[str, str]) -> Document:
    """The document with its citations and references in their style, or in APA where that cannot be followed."""
    from careerdoc.citing import Choice, cite  # noqa: PLC0415 - for documents with citations or sources
    from careerdoc.composing.citations import choice_of  # noqa: PLC0415 - see above

    choice, _ = choice_of(plan, pack, given)
    try:
        return cite(document, plan, choice)
    except ValueError:
        return cite(document, plan, Choice("apa"))


def _longest(plan: Plan) -> int:
    """Characters that a document of this plan may have: a long plan has long documents."""
    return max(LONGEST_OUTPUT, 4 * len(plan.span.source.text))


def _settings(template: Template, given: Mapping[str, str]) -> dict[str, str]:
    known = {parameter.name: parameter.default for parameter in template.parameters}
    for name in given:
        if name not in known and name not in RENDERER_SETTINGS:
            listed = ", ".join(sorted(known)) or "none"
            raise refusal(
                "CD024",
                f'the template "{template.name}" has no setting "{name}"',
                hint=f"{nearest(name, known)} its settings: {listed}".strip(),
                place=name,
            )
    for parameter in template.parameters:
        _refuse_unknown_choice(template, parameter, {**known, **given}[parameter.name])
    return {**known, **given}


def _refuse_unknown_choice(template: Template, parameter: Parameter, value: str) -> None:
    if parameter.choices and value not in parameter.choices:
        listed = ", ".join(parameter.choices)
        raise refusal(
            "CD024",
            f'the setting "{parameter.name}" of the template "{template.name}" cannot be "{value}"',
            hint=f"{nearest(value, parameter.choices)} it can be: {listed}".strip(),
            place=f"{parameter.name}={value}",
        )


@lru_cache(maxsize=16)
def _templates(pack: Pack) -> Templates:
    return Templates(pack.files, pack.place)


def _with_footnotes(text: str, plan: Plan) -> str:
    """The composed text with the notes that its marks point at."""
    used = [note for note in plan.footnotes if f"[^{note.label}]" in text]
    notes = "\n\n".join(f"[^{note.label}]: " + note.text.replace("\n", "\n    ") for note in used)
    return f"{text.rstrip()}\n\n{notes}\n" if notes else text
