"""Names of parts that the plan's own keys stand for, in the plan's language.

A YAML plan calls its parts by keys, ``path:`` or ``values:``, in English whatever it is written in. A key is no word of
the student's, so documents show the part's name in the plan's language. What the student wrote as a title stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from careerdoc.plan import Plain, Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdoc.plan import Plan, Profile, Section, Trait

_IN_FULL = {
    "decision": "How I chose",
    "match": "Why it fits me",
    "path": "The typical path",
    "classes": "Classes to take",
    "programs": "Programs and services",
    "experiences": "Internships and volunteering",
    "ideas": "Other ideas",
    "backup": "Backup plan",
}
"""Parts whose English key is less than a heading."""

TRAITS = ("values", "interests", "personality", "skills", "assessments")


def named_in_language(plan: Plan, gettext: Callable[[str], str], comma: str) -> Plan:
    """The plan, with the names that stand for its keys translated, and YAML's lists told with the language's comma."""
    sections = tuple(_section(section, gettext) for section in plan.sections)
    return replace(plan, sections=sections, profile=_profile(plan.profile, gettext, comma) if plan.profile else None)


def _section(section: Section, gettext: Callable[[str], str]) -> Section:
    title = section.title
    if title is None or title.casefold() != section.role or title.span.text != section.role:
        return section
    named = gettext(str(title))
    named = _IN_FULL.get(str(section.role), named) if named == str(title) else named
    return replace(section, title=Plain(named, title.span))


def _profile(profile: Profile, gettext: Callable[[str], str], comma: str) -> Profile:
    traits: dict[str, Any] = {
        name: _listed(_trait(name, trait, gettext), comma) for name in TRAITS if (trait := getattr(profile, name))
    }
    return replace(profile, **traits)


def _trait(name: str, trait: Trait, gettext: Callable[[str], str]) -> Trait:
    if trait.label != name.capitalize() or trait.label.casefold() in trait.label.span.text[: len(name)].casefold():
        return trait
    return replace(trait, label=Plain(gettext(str(trait.label)), trait.label.span))


def _listed(trait: Trait, comma: str) -> Trait:
    """The trait with the comma of the language where its text is its items, one after the other."""
    if not trait.items or trait.text != ", ".join(trait.items):
        return trait
    return replace(trait, text=Prose(comma.join(trait.items), trait.text.span))
