"""A rule: one function over a Plan, with a code, a level and a page of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from careerdoc.plan import Plan
    from careerdoc.source import Edit, Span


COUNTED = ("goals", "short_term", "long_term", "steps", "sources", "barriers")
"""What limits can count."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked of a plan beyond its kind, by an instructor's pack or a project: each from–to, either may be open.

    ``words`` counts the words of a part by its role (``main_goal``, ``decision``, ``plan`` for all of it); ``counts``
    the entries of ``goals``, ``short_term``, ``long_term``, ``steps`` (of each goal), ``sources``, ``barriers``;
    ``parts`` are the roles that must be there.
    """

    words: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    counts: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a rule found: the rule itself gives the code and the level."""

    message: str
    span: Span
    hint: str = ""
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a stable ``code`` (``CD102``), a readable ``name`` and the level that it has unless one is set.

    ``find`` gives what it found; it changes nothing and knows no other rule. Its docstring is the rule in one line.
    """

    code: str
    name: str
    level: Level
    find: Callable[[Plan, Limits], Iterable[Found]]

    @property
    def summary(self) -> str:
        """The rule in one line."""
        return (self.find.__doc__ or self.name).strip().split("\n")[0]

    def findings(self, plan: Plan, limits: Limits, level: Level | None = None) -> Iterator[Finding]:
        """What the rule finds in a plan, as findings of the level given, or of the rule's own."""
        for found in self.find(plan, limits):
            yield Finding(self.code, level or self.level, found.message, found.span, found.hint, fix=found.fix)


def rule(code: str, name: str, level: Level) -> Callable[[Callable[[Plan, Limits], Iterable[Found]]], Rule]:
    """Make a Rule of a function, as a decorator."""
    return lambda find: Rule(code, name, level, find)
