"""Entities from a Tree: each is built from its own fields, as the vocabulary declares them.

Nothing is dropped: a key that an entity does not have is reported with the nearest one, and its words are kept in the
entity's notes.
"""

from __future__ import annotations

import re
import typing
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from careerdoc.findings import Finding, Level, nearest
from careerdoc.plan.csl import with_plain_values
from careerdoc.plan.fields import Field, aliases_of, fields_of
from careerdoc.plan.model import Barrier, Goal, Horizon, Name, Plain, Prose, Reference, Step, TimeFrame, Trait
from careerdoc.plan.names import names_in
from careerdoc.plan.timeframe import read_time_frame, split_marks, split_time_frame
from careerdoc.reading import as_markdown, split_box, split_steps
from careerdoc.tree import Mapping, Scalar, Sequence, is_null, truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from careerdoc.reading import Language
    from careerdoc.source import Span
    from careerdoc.tree import Node

_LEVEL = "level"
_MAIN = frozenset({"goal", "specific", "step", "title", "name", "project", "item", "task", "action"})
"""Names of the main field of a goal or a step, which has one of its own."""


class EntityReader:
    """Builds the entities of one plan, and collects findings."""

    def __init__(self, language: Language, today: dt.date) -> None:
        self.language = language
        self.today = today
        self.findings: list[Finding] = []

    def warn(self, code: str, message: str, span: Span, hint: str = "") -> None:
        """Note a warning."""
        self.findings.append(Finding(code, Level.WARNING, message, span, hint))

    def entity(self, entity: type, node: Node) -> Any:  # noqa: ANN401 - an entity of that type, or None
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
        if entity is Reference:
            node = with_plain_values(node)
        if entity in _NAMED_BY_KEY and len(node.entries) == 1 and self._names_entities(node, entity):
            node = _entity_of(*node.entries[0], entity)
        known, others = fields_of(entity), aliases_of(entity)
        entries, spare = dict[str, "Node"](), list[tuple[Scalar, "Node"]]()
        for key, value in node:
            name = others.get(_as_name(key.value)) or self._field_name(key.value, known)
            if name and name not in entries:
                entries[name] = value
            elif key.value == _LEVEL and isinstance(value, Scalar) and re.fullmatch(r"[1-9]", value.value):
                entries[_LEVEL] = value
            elif not is_null(value):
                spare.append((key, value))
        self._keep_spare(entries, spare, known)
        values = self.values(entity, entries)
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
        """The field that a key names, in the names of ours or the words of the language."""
        plain = _as_name(key)
        if plain in known:
            return plain
        label = self.language.label(key) or self.language.keys.get(key.strip().casefold(), "")
        if "done" in known and self.language.is_done(key):
            return "done"
        if label not in known and ((label or plain) in _MAIN or plain in _MAIN):
            return next((name for name in ("title", "text") if name in known), "")
        return label if label in known else ""

    def _keep_spare(self, entries: dict[str, Node], spare: list[tuple[Scalar, Node]], known: dict[str, Field]) -> None:
        """Words under keys that an entity lacks go into its notes, or into what comes nearest to notes."""
        if not spare:
            return
        for key, _ in spare:
            hint = nearest(key.value, known) or f"known keys here: {', '.join(_told(known))}"
            self.warn("CD041", f'the key "{key.value}" is not known here; its text is kept as a note', key.span, hint)
        kept = as_markdown(Mapping(tuple(spare), spare[0][0].span))
        name = next((n for n in ("notes", "note", "comment", "fit", "text", "body", "strategy") if n in known), "")
        if name:
            before = entries.get(name)
            text = f"{as_markdown(before)}\n\n{kept}" if before is not None else kept
            entries[name] = Scalar(text, spare[0][0].span, plain=False)

    def values(self, entity: type, entries: dict[str, Node]) -> dict[str, Any]:
        """The values of an entity's fields."""
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
        make = Prose if name == "text" else Plain
        marks = split_marks(node) if isinstance(node, Scalar) else None
        told = "done_on" if name == "text" else "status"
        if marks is not None and not (marks.when and "when" in entries) and not (marks.done_on and told in entries):
            node = marks.text
            values[name] = make(node.value.strip(), node.part(0, len(node.value.rstrip())))
            if marks.when is not None:
                values["when"] = marks.when
            if marks.done_on is not None:
                values[told] = marks.done_on
                values["done"] = True
        if not isinstance(node, Scalar) or "when" in values or not is_null(entries.get("when")):
            return
        (start, end), frame = split_time_frame(node, self.language, self.today)
        if frame is None or not node.value[start:end].strip():
            return
        values["when"] = frame
        values[name] = make(node.value[start:end].strip(), node.part(start, end))

    def _many(self, declared: Field, node: Node) -> tuple[Any, ...]:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        if isinstance(node, Mapping) and declared.type in _NAMED_BY_KEY and self._names_entities(node, declared.type):
            nodes = tuple(_entity_of(key, value, declared.type) for key, value in node)
        if declared.type is Step and isinstance(node, Scalar):
            nodes = split_steps(node, self.language)
        if declared.type in {Plain, Prose} and isinstance(node, Scalar) and declared.name != "steps":
            nodes = (node,)
        if declared.type is Name:
            nodes = tuple(name for item in nodes for name in (names_in(item) if isinstance(item, Scalar) else (item,)))
        return tuple(value for item in nodes if (value := self._one(declared, item)) is not None)

    def _one(self, declared: Field, node: Node) -> Any:  # noqa: ANN401 - of the field's type
        if isinstance(declared.type, type) and is_dataclass(declared.type) and declared.type is not TimeFrame:
            if declared.type is Trait:
                return self._trait(declared, node)
            return self.entity(declared.type, node)
        convert = _CONVERSIONS.get(declared.type)
        return convert(self, declared, node) if convert else None

    def _trait(self, declared: Field, node: Node) -> Trait | None:
        """A trait in full, as a text or as a list; its label is the field's name where none is given."""
        if isinstance(node, Mapping) and node.get("text") is not None:
            trait: Trait | None = self.entity(Trait, node)
            return trait
        label = Plain(capitalized(declared.name), node.span)
        items = tuple(Prose(as_markdown(item), item.span) for item in node) if isinstance(node, Sequence) else ()
        text = Prose("; ".join(items) if any("," in i for i in items) else ", ".join(items), node.span)
        return Trait(
            span=node.span, label=label, text=text if items else Prose(as_markdown(node), node.span), items=items
        )

    def plain(self, _declared: Field, node: Node) -> Plain | None:
        """Words as they stand, on one line."""
        text = node.value if isinstance(node, Scalar) else as_markdown(node)
        return Plain(" ".join(text.split()), node.span) if text.strip() else None

    def prose(self, _declared: Field, node: Node) -> Prose | None:
        """Words as Markdown."""
        text = as_markdown(node)
        return Prose(text.strip(), node.span) if text.strip() else None

    def when(self, _declared: Field, node: Node) -> TimeFrame | None:
        """A time frame, in words or as ``start`` and ``end``."""
        if isinstance(node, Mapping):
            ends = [node.get(key) for key in ("start", "end")]
            text = " – ".join(end.value for end in ends if isinstance(end, Scalar))
            node = Scalar(text or as_markdown(node), node.span)
        if not isinstance(node, Scalar):
            node = Scalar(as_markdown(node), node.span)
        return read_time_frame(node, self.language, self.today)

    def truth_value(self, declared: Field, node: Node) -> bool | None:
        """Yes or no."""
        value = truth(node)
        if value is None and isinstance(node, Scalar):
            value = self.language.is_done(node.value) or None
        if value is None:
            self.warn("CD045", f'"{declared.name}" is true or false', node.span, "write `true` or `false`")
        return value

    def horizon(self, _declared: Field, node: Node) -> Horizon | None:
        """Short or long term, as the language says it."""
        words = node.value.casefold() if isinstance(node, Scalar) else ""
        role = self.language.role(words)
        named = {"short_term": Horizon.SHORT, "long_term": Horizon.LONG}.get(role)
        if named is None:
            named = next((h for h in Horizon if words.startswith(h.value)), None)
        if named is None:
            self.warn("CD045", f'"{words}" is not a horizon', node.span, "write `short` (one year or less) or `long`")
        return named


_CONVERSIONS: dict[Any, Callable[[EntityReader, Field, Node], Any]] = {
    Plain: EntityReader.plain,
    Prose: EntityReader.prose,
    TimeFrame: EntityReader.when,
    bool: EntityReader.truth_value,
    Horizon: EntityReader.horizon,
}


_NAMED_BY_KEY: dict[type, tuple[str, str]] = {Goal: ("title", "steps"), Barrier: ("text", "strategy")}
"""Entities that may be written as ``title: value``, and the fields that the two sides fill."""


def _entity_of(key: Scalar, value: Node, entity: type) -> Mapping:
    first, second = _NAMED_BY_KEY[entity]
    span = key.span.to(value.span)
    return Mapping(((Scalar(first, key.span), key), (Scalar(second, value.span), value)), span)


def _as_name(key: str) -> str:
    return key.strip().casefold().replace("-", "_").replace(" ", "_")


def capitalized(key: str) -> str:
    """A key as the words of a heading."""
    words = key.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _told(names: Iterable[str]) -> list[str]:
    """Field names for a person; the student's own labels are kept by the readers."""
    return [name for name in names if name != "labels"]


def _fields_hint(entity: type) -> str:
    return f"write its fields: {', '.join(_told(fields_of(entity)))}"
