"""Which rules there are: the built-in ones, and those that installed distributions offer.

A distribution offers rules through the entry-point group ``careerdoc.checks``: an entry point names a Rule, or an
iterable of Rules. Distributions that offer none are found to do so without loading anything.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from careerdoc.checking.codes import CODES, Code
from careerdoc.checking.rule import Rule
from careerdoc.checking.rules import RULES
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "careerdoc.checks"

Topic: TypeAlias = Rule | Code
"""What has a code, a name, a level and a page."""


@dataclass(frozen=True, slots=True)
class Registry:
    """The rules in the order of their codes, where strangers' rules come from, and what was wrong with some."""

    rules: tuple[Rule, ...]
    origins: dict[str, str]
    findings: tuple[Finding, ...]

    def topics(self) -> tuple[Topic, ...]:
        """Everything that has a code and a page, in order: what is said while reading and building, then the rules."""
        return (*CODES, *self.rules)

    def find(self, word: str) -> Topic | None:
        """The topic of a code or a name, however it is capitalised."""
        wanted = word.casefold()
        return next((t for t in self.topics() if wanted in {t.code.casefold(), t.name}), None)


@cache
def registry() -> Registry:
    """All rules. A distribution whose rules cannot be loaded, or take another's code, is named and left out."""
    rules = {rule.code: rule for rule in RULES}
    ours: tuple[Topic, ...] = (*CODES, *rules.values())
    taken = {name: "careerdoc" for topic in ours for name in (topic.code, topic.name)}
    origins: dict[str, str] = {}
    findings: list[Finding] = []
    for entry in plug_ins():
        origin = origin_of(entry)
        try:
            offered = _loaded(entry)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's module raises
            findings.append(_broken(entry, error))
            continue
        for rule in offered:
            clash = next((name for name in (rule.code, rule.name) if name in taken), None)
            if clash is not None:
                findings.append(_clash(rule, clash, origin, taken[clash]))
                continue
            rules[rule.code] = rule
            origins[rule.code] = origin
            taken |= {rule.code: origin, rule.name: origin}
    return Registry(tuple(rules[code] for code in sorted(rules)), origins, tuple(findings))


def plug_ins() -> tuple[EntryPoint, ...]:
    """What installed distributions offer, by name; nothing of it is loaded."""
    if not _is_offered():
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415 - 35 ms, for the few who have a plug-in

    return tuple(sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)))


def _is_offered() -> bool:
    """Whether any installed distribution names the group; a look at their lists that takes about a millisecond."""
    wanted = GROUP.encode()
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - several times as fast as pathlib, at every start
        except NotADirectoryError:
            return True  # an archive on the path: let the import system look into it
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                with contextlib.suppress(OSError), Path(place, name, "entry_points.txt").open("rb") as file:
                    if wanted in file.read():
                        return True
    return False


def origin_of(entry: EntryPoint) -> str:
    """The distribution that an entry point comes from, and its version."""
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value


def _loaded(entry: EntryPoint) -> tuple[Rule, ...]:
    """The rules of an entry point. Raises whatever loading it raises, and TypeError on what is no rule."""
    loaded = entry.load()
    rules = (loaded,) if isinstance(loaded, Rule) else tuple(loaded) if isinstance(loaded, Iterable) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        raise TypeError("it offers something that is not a Rule")
    return rules


def _broken(entry: EntryPoint, error: Exception) -> Finding:
    message = f'the rules "{entry.name}" cannot be loaded: {error}'
    hint = "reinstall or remove that distribution; all other rules were run"
    return Finding("CD053", Level.WARNING, message, hint=hint, place=origin_of(entry))


def _clash(rule: Rule, clash: str, origin: str, owner: str) -> Finding:
    message = f'the rule {rule.code} ("{rule.name}") is left out: "{clash}" belongs to {owner} already'
    hint = "its authors must give it a code and a name of its own, with letters of their own before the number"
    return Finding("CD054", Level.WARNING, message, hint=hint, place=origin)
