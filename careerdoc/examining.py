"""Plans on the disk, checked and mended: each by its own settings, those of its project and those of its packs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.checking import Settings, check, registry
from careerdoc.findings import CareerdocError
from careerdoc.loading import content_of, with_files
from careerdoc.plan import read_plan
from careerdoc.project import find_project
from careerdoc.reading import decode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from careerdoc.findings import Finding
    from careerdoc.packs import Pack
    from careerdoc.plan import Plan
    from careerdoc.project import Project
    from careerdoc.tree import Node

SUFFIXES = frozenset({".md", ".markdown", ".yaml", ".yml"})
MOST_ROUNDS = 10
"""Rounds of mending; a fix that undoes another would go on for ever."""

_PASSED = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was checked. ``plan`` is None where it holds none, and the findings say why."""

    name: str
    content: bytes
    plan: Plan | None
    findings: tuple[Finding, ...]

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to reach or to do in it: a file that is no plan, perhaps."""
        plan = self.plan
        return plan is not None and not (plan.goals or plan.steps or plan.main_goal or plan.profile or _actions(plan))


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending in memory: its bytes, how many findings were mended, and what is left."""

    before: Examined
    after: Examined
    count: int

    def diff(self) -> str:
        """What changed, as a unified diff; empty where nothing did."""
        import difflib  # noqa: PLC0415 - for those who mend

        old, new = (_lines(examined) for examined in (self.before, self.after))
        lines = difflib.unified_diff(old, new, self.before.name, self.after.name)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


class Examiner:
    """Checks files, one by one. What projects and packs ask is read once.

    ``said`` collects what there is to say about that and about installed rules, which belongs to no plan; ``passed``
    the files in folders that turned out to hold no plan.
    """

    def __init__(
        self, today: dt.date, syntax: str = "", command: Settings | None = None, packs: Sequence[Pack] = ()
    ) -> None:
        self.today = today
        self.syntax = syntax
        self.command = command or Settings()
        self.packs = packs
        self.said: list[Finding] = list(registry().findings)
        self.passed: list[str] = []
        self._seen: set[Path] = set()
        self._asked: dict[Path | None, tuple[Settings, ...]] = {}

    def examine_all(self, name: str) -> Iterator[Examined]:
        """Check a file, or the plans in a folder; what was checked before is left out.

        Raises CareerdocError on a project or a pack that is not valid.
        """
        place = Path(name)
        is_folder = _is_folder(place)
        for path in plans_in(place) if is_folder else (place,):
            if path in self._seen:
                continue
            self._seen.add(path)
            examined = self.examine(str(path) if is_folder else name)
            if is_folder and examined.is_bare:
                self.passed.append(examined.name)
            else:
                yield examined

    def examine(self, name: str, content: bytes | None = None) -> Examined:
        """Check a file, or some bytes under its name. A file that cannot be read is one with findings and no plan."""
        given = b""
        try:
            given = content_of(name) if content is None else content
            plan, found = read_plan(decode(given, name), self.today, self.syntax)
            plan, found = with_files(plan, found, Path(name).parent)
        except CareerdocError as error:
            return Examined(name, given, None, error.findings)
        beyond = self._beyond(Path(name).parent)
        findings = check(plan, found, command=self.command, beyond=beyond)
        return Examined(name, given, plan, tuple(f for f in findings if f not in registry().findings))

    def mend(self, examined: Examined) -> Mended:
        """Make all fixes that are there, in memory, in rounds until none is left."""
        from careerdoc.checking.fixing import fitting  # noqa: PLC0415 - for those who mend
        from careerdoc.editing import edited  # noqa: PLC0415 - for those who mend

        current, count = examined, 0
        for _ in range(MOST_ROUNDS):
            if current.plan is None:
                break
            edits, mended = fitting(current.findings, current.plan.span.source)
            if not edits:
                break
            following = self.examine(current.name, edited(current.content, edits))
            if following.plan is None:  # a fix that spoils the file is none
                break
            current = following
            count += mended
        return Mended(examined, current, count)

    def _beyond(self, folder: Path) -> tuple[Settings, ...]:
        """What the project of a folder and the packs ask, the project first."""
        project = find_project(folder)
        key = project.path if project else None
        if key not in self._asked:
            packs = [*self.packs, *_packs_of(project)]
            asked = [*([project.checks] if project else []), *(pack.checks for pack in packs)]
            self.said += project.findings if project else ()
            self._asked[key] = tuple(self._settings(node) for node in asked)
        return self._asked[key]

    def _settings(self, node: Node | None) -> Settings:
        if node is None:
            return Settings()
        from careerdoc.checking.settings import read_settings  # noqa: PLC0415 - for those who choose

        settings, findings = read_settings(node)
        self.said += (finding for finding in findings if finding not in self.said)
        return settings


def plans_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and below that may be plans, in order; hidden folders and links are passed over."""
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED)
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.is_file():
                yield path


def _actions(plan: Plan) -> bool:
    return any(section.steps for section in plan.sections)


def _packs_of(project: Project | None) -> list[Pack]:
    if project is None or not project.packs:
        return []
    from careerdoc.packs import pack_from_folder  # noqa: PLC0415 - 40 ms, for those who have a pack

    return [pack_from_folder(path) for path in project.packs]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no name of a file at all
        return False


def _lines(examined: Examined) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", examined.plan.span.source.text if examined.plan else "")
