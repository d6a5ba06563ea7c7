"""Tree to Plan: every entity is built from its own fields, as the vocabulary declares them.

Nothing is dropped: a key that an entity does not have is reported with the nearest one, and its words are kept in the
entity's notes (for the plan itself, as a section).
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from careerdoc.findings import Finding, nearest
from careerdoc.plan.entities import EntityReader, capitalized
from careerdoc.plan.fields import Field, fields_of
from careerdoc.plan.model import (
    Goal,
    GoalGroup,
    Horizon,
    Kind,
    Plain,
    Plan,
    Prose,
    Section,
    Step,
)
from careerdoc.plan.timeframe import read_time_frame
from careerdoc.reading import as_markdown, normalize, read_tree
from careerdoc.tree import Mapping, Scalar, Sequence, is_null

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from careerdoc.source import Source
    from careerdoc.tree import Node

_LEVEL = "level"
_HORIZON_KEYS = {"short_term": "short_term_goals", "long_term": "long_term_goals"}
_OWN_KEYS = {"short_term_goals": "short", "long_term_goals": "long"}


def read_plan(source: Source, today: dt.date, syntax: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    """The Plan of a source, and what there is to say about how it was read.

    ``syntax`` (``md`` or ``yaml``) overrides what the name's suffix says. ``today`` is the day to read against
    where the plan has no ``date``. Raises CareerdocError, located, on a text that cannot be read at all.
    """
    with _no_collecting():
        tree, language = read_tree(source, syntax)
        reader = _PlanReader(language, today)
        return reader.plan(tree), tuple(reader.findings)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Pause the garbage collector: a plan is a tree, and looking for circles in it takes a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class _PlanReader(EntityReader):
    """Builds the plan itself: its own keys, its parts, its groups of goals."""

    def plan(self, tree: Mapping) -> Plan:
        entries, spare = self._plan_entries(tree)
        self.today = self._date(entries) or self.today
        kind = self._kind(entries)
        values = self.values(Plan, entries)
        values["language"] = self._language(entries)
        extra = tuple(self._section_of(key, node) for key, node in spare)
        values["sections"] = (*values.get("sections", ()), *extra)
        values["groups"] = self._groups(values)
        values["goals"] = tuple(goal for group in values["groups"] for goal in group.goals)
        plan_kind = kind or _likely_kind(values)
        values |= {key.value: node for key, node in tree if _is_settings(key, node)}
        return Plan(**{**values, "span": tree.span, "kind": plan_kind, "date": self.today})

    def _plan_entries(self, tree: Mapping) -> tuple[dict[str, Node], list[tuple[Scalar, Node]]]:
        """Entries by canonical key, and those that become sections: known parts in prose, and unknown keys."""
        known, entries = fields_of(Plan), dict[str, "Node"]()
        spare: list[tuple[Scalar, Node]] = []
        for key, node in tree:
            name = self._canonical(key.value, known)
            if _is_settings(key, node):
                continue
            if name in known and name not in entries:
                entries[name] = node
            elif name in _OWN_KEYS and isinstance(node, Sequence | Mapping):
                entries["groups"] = _with_group(entries.get("groups"), name, key, node)
            elif self._holds_goals(node):
                entries["groups"] = _with_titled_group(entries.get("groups"), key, node)
            elif not is_null(node):
                spare.append((key, node))
        return entries, spare

    def _holds_goals(self, node: Node) -> bool:
        """Whether a key of the student's own holds goals: mappings, most of which say that they are one."""
        if not isinstance(node, Sequence) or not node.items:
            return False
        keys = [[self.language.label(key.value) for key, _ in item] for item in node if isinstance(item, Mapping)]
        return 2 * sum("goal" in names for names in keys) > len(node.items)

    def _canonical(self, key: str, known: dict[str, Field]) -> str:
        """A key of ours for a key as written: the language's own words for it are as good."""
        plain = key.strip().casefold().replace("-", "_").replace(" ", "_")
        if plain in known or plain in _OWN_KEYS:
            return plain
        words = plain.replace("_", " ")
        role = self.language.headings.get(normalize(words), "")
        if role in _HORIZON_KEYS:
            return _HORIZON_KEYS[role]
        return self.language.keys.get(words) or (role if role in known else "") or plain

    def _section_of(self, key: Scalar, node: Node) -> Section:
        role = key.value if key.value in Plan.ROLES else self.language.role(key.value.replace("_", " "))
        if not role:
            hint = nearest(key.value, [*fields_of(Plan), *Plan.ROLES])
            if hint:
                self.warn("CD041", f'"{key.value}" is not a key of a plan; it is kept as a section', key.span, hint)
        title = Plain(capitalized(key.value), key.span)
        span = node.span
        if isinstance(node, Mapping) and node.get("body") is not None:
            made: Section | None = self.entity(Section, node)
            if made is not None:
                named = made.role or (Plain(role, key.span) if role else None)
                return replace(made, role=named, title=made.title or title)
        if role in Plan.ACTION_ROLES and isinstance(node, Sequence):
            steps = tuple(step for item in node if (step := self.entity(Step, item)) is not None)
            return Section(span=key.span, title=title, role=Plain(role, key.span), steps=steps)
        body = Prose(as_markdown(node), span)
        return Section(span=key.span, title=title, role=Plain(role, key.span) if role else None, body=body)

    def _kind(self, entries: dict[str, Node]) -> Kind | None:
        node = entries.pop("kind", None)
        if not isinstance(node, Scalar) or is_null(node):
            return None
        try:
            return Kind(node.value.strip().lower())
        except ValueError:
            known = [kind.value for kind in Kind]
            hint = f"{nearest(node.value, known)} known kinds: {', '.join(known)}".strip()
            self.warn("CD042", f'"{node.value}" is not a kind of plan', node.span, hint)
            return None

    def _date(self, entries: dict[str, Node]) -> dt.date | None:
        node = entries.pop("date", None)
        if not isinstance(node, Scalar) or is_null(node):
            return None
        frame = read_time_frame(node, self.language, self.today)
        day = frame.start or frame.end
        if day is None:
            self.warn("CD043", f'"{node.value}" is not a date', node.span, "write it as 2026-11-23")
        return day

    def _language(self, entries: dict[str, Node]) -> str:
        node = entries.get("language")
        return node.value.strip() if isinstance(node, Scalar) and not is_null(node) else self.language.code

    def _groups(self, values: dict[str, Any]) -> tuple[GoalGroup, ...]:
        """Groups as read, then one for the goals that stand in no group, by horizon."""
        groups: list[GoalGroup] = list(values.get("groups", ()))
        loose: tuple[Goal, ...] = values.get("goals", ())
        for horizon in (Horizon.SHORT, Horizon.LONG, None):
            goals = tuple(goal for goal in loose if goal.horizon is horizon)
            if goals:
                groups.append(GoalGroup(span=goals[0].span, horizon=horizon, goals=goals))
        return tuple(_with_horizon(group) for group in groups)


def _is_settings(key: Scalar, node: Node) -> bool:
    """Whether a key is settings of the checking or of templates, and not a student's own part of that name."""
    return key.value in {"checks", "settings"} and isinstance(node, Mapping)


def _with_group(groups: Node | None, name: str, key: Scalar, node: Node) -> Sequence:
    entries = ((Scalar("horizon", key.span), Scalar(_OWN_KEYS[name], key.span)), (Scalar("goals", key.span), node))
    before = groups.items if isinstance(groups, Sequence) else ()
    return Sequence((*before, Mapping(entries, node.span)), node.span)


def _with_titled_group(groups: Node | None, key: Scalar, node: Node) -> Sequence:
    title = Scalar(capitalized(key.value), key.span, plain=False)
    entries = ((Scalar("title", key.span), title), (Scalar("goals", key.span), node))
    before = groups.items if isinstance(groups, Sequence) else ()
    return Sequence((*before, Mapping(entries, node.span)), node.span)


def _with_horizon(group: GoalGroup) -> GoalGroup:
    """Goals under a horizon's heading have that horizon, unless they say otherwise."""
    if group.horizon is None:
        return group
    goals = tuple(g if g.horizon is not None else replace(g, horizon=group.horizon) for g in group.goals)
    return replace(group, goals=goals)


def _likely_kind(values: dict[str, Any]) -> Kind:
    """The kind of a plan that does not say: exploring parts, a main goal or profile, or else a list."""
    roles = {str(section.role) for section in values.get("sections", ()) if section.role}
    if "main_goal" in values:
        return Kind.CAREER
    if roles & {"classes", "programs", "activities", "experiences"}:
        return Kind.EXPLORING
    return Kind.CAREER if "profile" in values else Kind.LIST
