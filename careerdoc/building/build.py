"""From a plan and targets to documents, in memory and in a folder."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc import alongside
from careerdoc.building.length import length_finding, talk_finding
from careerdoc.building.look import Look
from careerdoc.building.pictures import with_pictures
from careerdoc.building.settings import settings_for
from careerdoc.building.targets import Target, targets_for
from careerdoc.building.writing import path_for, write_whole
from careerdoc.composing import compose as compose_with
from careerdoc.findings import CareerdocError, Level
from careerdoc.loading import load
from careerdoc.packs import installed_packs
from careerdoc.rendering import Rendering, load_renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from careerdoc.document import Document
    from careerdoc.findings import Finding
    from careerdoc.packs import Pack
    from careerdoc.plan import Plan

_NO_WISH = Look()


@dataclass(frozen=True, slots=True)
class Built:
    """One target built: the bytes, what there is to say, and where they were written (None for standard output)."""

    target: Target
    rendering: Rendering
    path: Path | None = None


def build_each(
    plan: Plan,
    targets: Sequence[Target],
    packs: Sequence[Pack],
    *,
    look: Look = _NO_WISH,
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
    beside: bool = False,
) -> Iterator[Built]:
    """Build targets in memory, and give each in turn.

    ``beside`` begins the targets that take longest in child processes, one for each spare core: faster for a
    command that starts cold.
    ``folder`` is where the plan's pictures are looked for. A setting goes to the templates that have it, and
    must be known to one of them. Raises CareerdocError on the first target that cannot be built.
    """
    shared = settings_for(plan, settings or {}, targets, packs)

    def made(target: Target) -> Built:
        given = shared(target)
        document = compose_with(plan, target.template, target.pack, given)
        document, missing = with_pictures(document, folder)
        theme = look.theme_for(target, given, plan, packs)
        rendering = load_renderer(target.type)(document, theme)
        style = style_findings(plan, target.pack, document.settings)
        asked = (*length_finding(document, target.name), *talk_finding(document, target.name))
        said = (*asked, *style, *missing, *theme.findings, *rendering.findings)
        return Built(target, replace(rendering, findings=told_once(in_plan(f, document, plan) for f in said)))

    def rendering_of(target: Target) -> Rendering:
        return made(target).rendering

    slow = _slowest(targets, settings or {}) if beside and len(targets) > 1 else []
    begun = {target.name: alongside.begin(partial(rendering_of, target), target.name) for target in slow}
    for target in targets:
        yield Built(target, begun[target.name]()) if target.name in begun else made(target)


def in_plan(finding: Finding, document: Document, plan: Plan) -> Finding:
    """A finding about composed words that stand so in the plan, with their place there, where they can be changed."""
    source, span = plan.span.source, finding.span
    if span is None or span.source is not document.span.source or not span.text:
        return finding
    at = source.text.find(span.text)
    return finding if at < 0 else replace(finding, span=source.span(at, at + len(span.text)))


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without a second one of the same code about the same place: building and rendering see the same."""
    found: dict[object, Finding] = {}
    for number, finding in enumerate(findings):
        place = (finding.code, finding.span) if finding.span is not None else number
        found.setdefault(place, finding)
    return tuple(found.values())


def style_findings(plan: Plan, pack: Pack, settings: Mapping[str, str]) -> tuple[Finding, ...]:
    """What there is to say where the style of citations that is asked for cannot be had."""
    if not (plan.csl or settings.get("csl")):
        return ()
    from careerdoc.composing.citations import choice_of  # noqa: PLC0415 - for plans that ask for a style

    return choice_of(plan, pack, settings)[1]


_SLOW = {"pdf": 3, "pptx": 2, "docx": 1}
"""File types in the order of how long a cold start takes with them: WeasyPrint, python-pptx, python-docx."""


def _slowest(targets: Sequence[Target], settings: Mapping[str, str]) -> list[Target]:
    """The targets to begin beside the others: as many as there are cores to spare, the slowest first."""
    quick = {"pdf"} if settings.get("pdf-engine") == "plutoprint" else set()
    slow = sorted((t for t in targets if t.type in _SLOW and t.type not in quick), key=lambda t: -_SLOW[t.type])
    return slow[: alongside.spare_cores()]


def build(
    plan: Path | str,
    *targets: str,
    out: Path | str = "out",
    theme: str = "",
    settings: Mapping[str, str] | None = None,
    date: dt.date | None = None,
    packs: Sequence[Pack] | None = None,
) -> list[Path]:
    """Build a plan's documents into a folder, and give their paths.

    Without targets, what the plan's ``build:`` says, or else the standard four. ``date`` is the day to read
    the plan against where it has none (today if left out). Raises CareerdocError; what was built before
    an error stays written.
    """
    known = tuple(packs) if packs is not None else installed_packs()
    read, findings = load(plan, date or dt.datetime.now(tz=dt.UTC).astimezone().date())
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    if errors:
        raise CareerdocError(*errors)
    wanted = targets_for(read, targets, known)
    paths = []
    for built in build_each(read, wanted, known, look=Look(theme), settings=settings, folder=Path(plan).parent):
        path = path_for(str(plan), built.target, Path(out))
        write_whole(path, built.rendering.content)
        paths.append(path)
    return paths
