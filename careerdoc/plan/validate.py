"""Tree to Plan: every entity is built from its own fields, as the vocabulary declares them.

Nothing is dropped: a key that an entity does not have is reported with the nearest one, and its words are kept in the
entity's notes (for the plan itself, as a section).
"""

from __future__ import annotations

import typing
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from careerdoc.findings import Finding, Level, nearest
from careerdoc.plan.fields import Field, fields_of
from careerdoc.plan.model import (
    Barrier,
    Goal,
    GoalGroup,
    Horizon,
    Kind,
    Plain,
    Plan,
    Prose,
    Section,
    Step,
    TimeFrame,
    Trait,
)
from careerdoc.plan.timeframe import read_time_frame, split_time_frame
from careerdoc.reading import as_markdown, read_tree, split_box, split_steps
from careerdoc.tree import Mapping, Scalar, Sequence, is_null, truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from careerdoc.reading import Language
    from careerdoc.source import Source, Span
    from careerdoc.tree import Node

_LEVEL = "level"
_OWN_KEYS = {"short_term_goals": "short", "long_term_goals": "long"}


def read_plan(source: Source, today: dt.date, syntax: str = "") -> tuple[Plan, tuple[Finding, ...]]:
    """The Plan of a source, and what there is to say about how it was read.

    ``syntax`` (``md`` or ``yaml``) overrides what the name's suffix says. ``today`` is the day to read against
    where the plan has no ``date``. Raises CareerdocError, located, on a text that cannot be read at all.
    """
    tree, language = read_tree(source, syntax)
    reader = _Reader(language, today)
    return reader.plan(tree), tuple(reader.findings)


class _Reader:
    """Builds the entities of one plan, and collects findings."""

    def __init__(self, language: Language, today: dt.date) -> None:
        self.language = language
        self.today = today
        self.findings: list[Finding] = []

    def warn(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self.findings.append(Finding(code, Level.WARNING, message, span, hint))

    # ── the plan ──

    def plan(self, tree: Mapping) -> Plan:
        entries, spare = self._plan_entries(tree)
        self.today = self._date(entries) or self.today
        kind = self._kind(entries)
        values = self._values(Plan, entries)
        values["language"] = self._language(entries)
        extra = tuple(self._section_of(key, node) for key, node in spare)
        values["sections"] = (*values.get("sections", ()), *extra)
        values["groups"] = self._groups(values)
        values["goals"] = tuple(goal for group in values["groups"] for goal in group.goals)
        plan_kind = kind or _likely_kind(values)
        values["checks"] = next((node for key, node in tree if _is_settings(key, node)), None)
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
            elif not is_null(node):
                spare.append((key, node))
        return entries, spare

    def _canonical(self, key: str, known: dict[str, Field]) -> str:
        """A key of ours for a key as written: the language's own words for it are as good."""
        plain = key.strip().casefold().replace("-", "_").replace(" ", "_")
        if plain in known or plain in _OWN_KEYS:
            return plain
        words = plain.replace("_", " ")
        role = self.language.headings.get(words, "")
        return self.language.keys.get(words) or (role if role in known else "") or plain

    def _section_of(self, key: Scalar, node: Node) -> Section:
        role = key.value if key.value in Plan.ROLES else self.language.role(key.value.replace("_", " "))
        if not role:
            hint = nearest(key.value, [*fields_of(Plan), *Plan.ROLES])
            if hint:
                self.warn("CD041", f'"{key.value}" is not a key of a plan; it is kept as a section', key.span, hint)
        title = Plain(_capitalized(key.value), key.span)
        span = node.span
        if isinstance(node, Mapping) and node.get("body") is not None:
            made: Section | None = self._entity(Section, node)
            if made is not None:
                named = made.role or (Plain(role, key.span) if role else None)
                return replace(made, role=named, title=made.title or title)
        if role in Plan.ACTION_ROLES and isinstance(node, Sequence):
            steps = tuple(step for item in node if (step := self._entity(Step, item)) is not None)
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

    # ── entities ──

    def _entity(self, entity: type, node: Node) -> Any:  # noqa: ANN401 - an entity of that type, or None
        """One entity from a mapping in full, or from a bare text for its main field; None where nothing is said."""
        if is_null(node):
            return None
        if isinstance(node, Scalar):
            short = next((f for f in fields_of(entity).values() if f.short), None)
            if short is None:
                self.warn("CD044", "this should be `key: value` lines", node.span, _fields_hint(entity))
                return None
            node = Mapping(((Scalar(short.name, node.span), node),), node.span)
        if isinstance(node, Sequence):
            self.warn("CD044", "a list cannot stand here", node.span, _fields_hint(entity))
            node = Mapping(((Scalar("notes", node.span), node),), node.span)
        if entity in _NAMED_BY_KEY and len(node.entries) == 1 and self._names_entities(node, entity):
            node = _entity_of(*node.entries[0], entity)
        known = fields_of(entity)
        entries, spare = dict[str, "Node"](), list[tuple[Scalar, "Node"]]()
        for key, value in node:
            name = self._field_name(key.value, known)
            if name and name not in entries:
                entries[name] = value
            elif key.value == _LEVEL and isinstance(value, Scalar):
                entries[_LEVEL] = value
            elif not is_null(value):
                spare.append((key, value))
        self._keep_spare(entries, spare, known)
        values = self._values(entity, entries)
        return self._made(entity, values, node, entries)

    def _made(self, entity: type, values: dict[str, Any], node: Mapping, entries: dict[str, Node]) -> Any:  # noqa: ANN401 - an entity of that type, or None
        for name, declared in fields_of(entity).items():
            if declared.required and name not in values:
                if not values:
                    return None
                values[name] = (Prose if declared.type is Prose else Plain)("", node.span)
        if _LEVEL in entries and _LEVEL in {f.name for f in fields(entity)}:
            values[_LEVEL] = int(typing.cast("Scalar", entries[_LEVEL]).value)
        return entity(**{**values, "span": node.span})

    def _names_entities(self, node: Mapping, entity: type) -> bool:
        """Whether the keys are no fields but titles: ``Pass the fitness test: [run 3x a week]``."""
        known = fields_of(entity)
        return bool(node.entries) and not any(self._field_name(key.value, known) for key, _ in node)

    def _field_name(self, key: str, known: dict[str, Field]) -> str:
        plain = key.strip().casefold().replace("-", "_").replace(" ", "_")
        if plain == "goal" and "title" in known:
            return "title"
        if plain in known:
            return plain
        label = self.language.label(key)
        return label if label in known else ""

    def _keep_spare(self, entries: dict[str, Node], spare: list[tuple[Scalar, Node]], known: dict[str, Field]) -> None:
        """Words under keys that an entity lacks go into its notes, or into what comes nearest to notes."""
        if not spare:
            return
        for key, _ in spare:
            hint = nearest(key.value, known) or f"known keys here: {', '.join(known)}"
            self.warn("CD041", f'the key "{key.value}" is not known here; its text is kept as a note', key.span, hint)
        kept = as_markdown(Mapping(tuple(spare), spare[0][0].span))
        name = next((n for n in ("notes", "comment", "fit", "text", "body", "strategy") if n in known), "")
        if name:
            before = entries.get(name)
            text = f"{as_markdown(before)}\n\n{kept}" if before is not None else kept
            entries[name] = Scalar(text, spare[0][0].span, plain=False)

    def _values(self, entity: type, entries: dict[str, Node]) -> dict[str, Any]:
        if entity is Step:
            entries = self._step_entries(entries)
        values: dict[str, Any] = {}
        if entity in {Step, Goal}:
            self._split_when("text" if entity is Step else "title", entries, values)
        for name, declared in fields_of(entity).items():
            node = entries.get(name)
            if name in values or is_null(node) or node is None:
                continue
            value = self._many(declared, node) if declared.many else self._one(declared, node)
            if value is not None and value != ():
                values[name] = value
        return values

    def _step_entries(self, entries: dict[str, Node]) -> dict[str, Node]:
        """A task box in the text fills ``done``; a day as ``done`` means done on that day."""
        ticked = entries.get("done")
        if isinstance(ticked, Scalar) and truth(ticked) is None and not is_null(ticked):
            day = read_time_frame(ticked, self.language, self.today)
            if day.understood:
                entries = {**entries, "done_on": ticked, "done": Scalar("true", ticked.span)}
        node = entries.get("text")
        if not isinstance(node, Scalar):
            return entries
        text, done = split_box(node)
        if done is None:
            return entries
        box = Scalar("true" if done else "false", text.span)
        return {**entries, "text": text, "done": entries.get("done", box)}

    def _split_when(self, name: str, entries: dict[str, Node], values: dict[str, Any]) -> None:
        """A time frame written into a title or a step's text becomes its ``when``, unless one is given."""
        node = entries.get(name)
        if not isinstance(node, Scalar) or not is_null(entries.get("when")):
            return
        (start, end), frame = split_time_frame(node, self.language, self.today)
        if frame is None or not node.value[start:end].strip():
            return
        values["when"] = frame
        make = Prose if name == "text" else Plain
        values[name] = make(node.value[start:end].strip(), node.part(start, end))

    def _many(self, declared: Field, node: Node) -> tuple[Any, ...]:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        if isinstance(node, Mapping) and declared.type in _NAMED_BY_KEY and self._names_entities(node, declared.type):
            nodes = tuple(_entity_of(key, value, declared.type) for key, value in node)
        if declared.type is Step and isinstance(node, Scalar):
            nodes = split_steps(node, self.language)
        if declared.type in {Plain, Prose} and isinstance(node, Scalar) and declared.name != "steps":
            nodes = (node,)
        return tuple(value for item in nodes if (value := self._one(declared, item)) is not None)

    def _one(self, declared: Field, node: Node) -> Any:  # noqa: ANN401 - of the field's type
        if isinstance(declared.type, type) and is_dataclass(declared.type) and declared.type is not TimeFrame:
            if declared.type is Trait:
                return self._trait(declared, node)
            return self._entity(declared.type, node)
        convert = _CONVERSIONS.get(declared.type)
        return convert(self, declared, node) if convert else None

    def _trait(self, declared: Field, node: Node) -> Trait | None:
        """A trait in full, as a text or as a list; its label is the field's name where none is given."""
        if isinstance(node, Mapping) and node.get("text") is not None:
            trait: Trait | None = self._entity(Trait, node)
            return trait
        label = Plain(_capitalized(declared.name), node.span)
        items = tuple(Prose(as_markdown(item), item.span) for item in node) if isinstance(node, Sequence) else ()
        text = Prose("; ".join(items) if any("," in i for i in items) else ", ".join(items), node.span)
        return Trait(
            span=node.span, label=label, text=text if items else Prose(as_markdown(node), node.span), items=items
        )

    def plain(self, _declared: Field, node: Node) -> Plain | None:
        text = node.value if isinstance(node, Scalar) else as_markdown(node)
        return Plain(" ".join(text.split()), node.span) if text.strip() else None

    def prose(self, _declared: Field, node: Node) -> Prose | None:
        text = as_markdown(node)
        return Prose(text.strip(), node.span) if text.strip() else None

    def when(self, _declared: Field, node: Node) -> TimeFrame | None:
        if isinstance(node, Mapping):
            ends = [node.get(key) for key in ("start", "end")]
            text = " – ".join(end.value for end in ends if isinstance(end, Scalar))
            node = Scalar(text or as_markdown(node), node.span)
        if not isinstance(node, Scalar):
            node = Scalar(as_markdown(node), node.span)
        return read_time_frame(node, self.language, self.today)

    def truth_value(self, declared: Field, node: Node) -> bool | None:
        value = truth(node)
        if value is None:
            self.warn("CD045", f'"{declared.name}" is true or false', node.span, "write `true` or `false`")
        return value

    def horizon(self, _declared: Field, node: Node) -> Horizon | None:
        words = node.value.casefold() if isinstance(node, Scalar) else ""
        role = self.language.role(words)
        named = {"short_term": Horizon.SHORT, "long_term": Horizon.LONG}.get(role)
        if named is None:
            named = next((h for h in Horizon if words.startswith(h.value)), None)
        if named is None:
            self.warn("CD045", f'"{words}" is not a horizon', node.span, "write `short` (one year or less) or `long`")
        return named


_CONVERSIONS: dict[Any, Callable[[_Reader, Field, Node], Any]] = {
    Plain: _Reader.plain,
    Prose: _Reader.prose,
    TimeFrame: _Reader.when,
    bool: _Reader.truth_value,
    Horizon: _Reader.horizon,
}


_NAMED_BY_KEY: dict[type, tuple[str, str]] = {Goal: ("title", "steps"), Barrier: ("text", "strategy")}
"""Entities that may be written as ``title: value``, and the fields that the two sides fill."""


def _entity_of(key: Scalar, value: Node, entity: type) -> Mapping:
    first, second = _NAMED_BY_KEY[entity]
    span = key.span.to(value.span)
    return Mapping(((Scalar(first, key.span), key), (Scalar(second, value.span), value)), span)


def _is_settings(key: Scalar, node: Node) -> bool:
    """Whether a key is the settings of the checking, and not a student's own part of that name."""
    return key.value == "checks" and isinstance(node, Mapping)


def _capitalized(key: str) -> str:
    words = key.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _fields_hint(entity: type) -> str:
    return f"write its fields: {', '.join(fields_of(entity))}"


def _with_group(groups: Node | None, name: str, key: Scalar, node: Node) -> Sequence:
    entries = ((Scalar("horizon", key.span), Scalar(_OWN_KEYS[name], key.span)), (Scalar("goals", key.span), node))
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
