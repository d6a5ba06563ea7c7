"""From targets to files: the only writer. It knows renderers by their contract and packs by their names.

A target is ``TEMPLATE.TYPE``. Files are written whole or not at all: to a temporary file beside, then renamed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc import alongside
from careerdoc.composing import compose as compose_with
from careerdoc.document import inlines_of, walk
from careerdoc.document.model import Image
from careerdoc.findings import CareerdocError, Finding, Level, nearest, refusal
from careerdoc.loading import file_beside, load
from careerdoc.packs import installed_packs
from careerdoc.plan import Kind
from careerdoc.rendering import Rendering, load_renderer, read_theme
from careerdoc.templating import Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from careerdoc.document import Document
    from careerdoc.packs import Pack, Template
    from careerdoc.plan import Plan
    from careerdoc.rendering import Theme

DEFAULT_THEME = "harbor"
LARGEST_PICTURE = 20_000_000
"""Bytes of one picture."""


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


@dataclass(frozen=True, slots=True)
class Built:
    """One target built: the bytes, what there is to say, and where they were written (None for standard output)."""

    target: Target
    rendering: Rendering
    path: Path | None = None


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


# ── targets ──────────────────────────────────────────────────────────────────────────────────────────────


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


# ── building ─────────────────────────────────────────────────────────────────────────────────────────────


def build_each(
    plan: Plan,
    targets: Sequence[Target],
    packs: Sequence[Pack],
    *,
    theme: str = "",
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
    look = find_theme(theme or str(plan.theme or "") or DEFAULT_THEME, packs)
    shared = _shared_settings(settings or {}, targets)

    def made(target: Target) -> Built:
        document = compose_with(plan, target.template, target.pack, shared(target))
        document, missing = _with_pictures(document, folder)
        missing = (*style_findings(plan, target.pack, document.settings), *missing)
        rendering = load_renderer(target.type)(document, look)
        return Built(target, replace(rendering, findings=(*missing, *rendering.findings)))

    def rendering_of(target: Target) -> Rendering:
        return made(target).rendering

    slow = _slowest(targets, settings or {}) if beside and len(targets) > 1 else []
    begun = {target.name: alongside.begin(partial(rendering_of, target), target.name) for target in slow}
    for target in targets:
        yield Built(target, begun[target.name]()) if target.name in begun else made(target)


_SLOW = {"pdf": 3, "pptx": 2, "docx": 1}
"""File types in the order of how long a cold start takes with them: WeasyPrint, python-pptx, python-docx."""


def _slowest(targets: Sequence[Target], settings: Mapping[str, str]) -> list[Target]:
    """The targets to begin beside the others: as many as there are cores to spare, the slowest first."""
    quick = {"pdf"} if settings.get("pdf-engine") == "plutoprint" else set()
    slow = sorted((t for t in targets if t.type in _SLOW and t.type not in quick), key=lambda t: -_SLOW[t.type])
    return slow[: alongside.spare_cores()]


def _shared_settings(settings: Mapping[str, str], targets: Sequence[Target]) -> Callable[[Target], dict[str, str]]:
    """Which settings each target takes: all when there is one target, else those that its template has."""
    common = {"pdf-engine", "csl"}
    if len(targets) == 1:
        return lambda _target: dict(settings)
    names = {p.name for target in targets for p in target.template.parameters} | common
    for name in settings:
        if name not in names:
            hint = f"{nearest(name, names)} settings here: {', '.join(sorted(names))}".strip()
            raise refusal("CD024", f'no template here has a setting "{name}"', place=name, hint=hint)

    def taken(target: Target) -> dict[str, str]:
        own = {p.name for p in target.template.parameters} | common
        return {name: value for name, value in settings.items() if name in own}

    return taken


def style_findings(plan: Plan, pack: Pack, settings: Mapping[str, str]) -> tuple[Finding, ...]:
    """What there is to say where the style of citations that is asked for cannot be had."""
    if not (plan.csl or settings.get("csl")):
        return ()
    from careerdoc.composing.citations import choice_of  # noqa: PLC0415 - for plans that ask for a style

    return choice_of(plan, pack, settings)[1]


def _with_pictures(document: Document, folder: Path | None) -> tuple[Document, tuple[Finding, ...]]:
    """The document with the bytes of its pictures: files beside the plan or below it, and nothing else."""
    images = [node for block in walk(document.blocks) for node in inlines_of(block) if isinstance(node, Image)]
    if not images:
        return document, ()
    resources: dict[str, bytes] = {}
    findings: list[Finding] = []
    for image in images:
        data, reason = file_beside(image.target, folder, LARGEST_PICTURE)
        if data is not None:
            resources[image.target] = data
        else:
            hint = "pictures are files in the plan's folder"
            findings.append(Finding("CD031", Level.WARNING, f'"{image.target}" {reason}', image.span, hint))
    return replace(document, resources=MappingProxyType(resources)), tuple(findings)


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────


def path_for(plan_name: str, target: Target, folder: Path) -> Path:
    """``FOLDER/{stem}-{template}.{type}``; the stem of standard input is ``plan``."""
    stem = "plan" if plan_name in {"-", "<stdin>"} else Path(plan_name).stem
    return folder / f"{stem}-{target.template.name}.{target.type}"


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that at any moment there is the old one or the whole of the other one.

    Raises CareerdocError where it cannot be written; a temporary file is not left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _give_usual_mode(name)
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "close the program that has it open" if os.name == "nt" else "choose another folder with --out"
        raise refusal("CD014", f"this cannot be written: {reason}", place=str(path), hint=hint) from None


def _give_usual_mode(name: str) -> None:
    """Temporary files are private; the finished one gets the mode that any file of the person's gets."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)


# ── the front door ───────────────────────────────────────────────────────────────────────────────────────


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
    for built in build_each(read, wanted, known, theme=theme, settings=settings, folder=Path(plan).parent):
        path = path_for(str(plan), built.target, Path(out))
        write_whole(path, built.rendering.content)
        paths.append(path)
    return paths
