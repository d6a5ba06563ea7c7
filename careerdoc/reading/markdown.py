"""Markdown plans: the same Tree that a YAML plan gives, read leniently, with nothing left out.

Headings that name a known part (in the plan's language) fill that part; a heading with task items under it is a goal;
every other heading is kept as a section, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document import parse
from careerdoc.document.model import Paragraph, Table
from careerdoc.reading.barriers import barrier_of_heading, barrier_of_item, barrier_of_row
from careerdoc.reading.front_matter import language_code, read_front_matter
from careerdoc.reading.goals import Fields, goal_of_item, goal_of_part, mapping, sequence, step_of_item
from careerdoc.reading.languages import guess_language, language
from careerdoc.reading.parts import (
    blocks_scalar,
    has_nested_lists,
    has_tasks,
    items_of,
    plain_scalar,
    split_label,
    split_parts,
)
from careerdoc.reading.profile import TRAITS, ProfileReader
from careerdoc.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.document.model import Block, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.reading.parts import Part
    from careerdoc.source import Source
    from careerdoc.tree import Node

_ACTIONS = frozenset({"classes", "programs", "activities", "experiences", "ideas", "training"})
_HORIZONS = {"short_term": "short", "long_term": "long", "goals": ""}
_LISTS = ("groups", "sections", "barriers", "steps", "sources", "parts", "footnotes")
_TITLED_ONCE = frozenset({"main_goal", "profile", "barriers", "steps", "sources"})


def read_markdown(source: Source) -> tuple[Mapping, Language]:
    """The Tree of a Markdown plan, and the language it is read in.

    Raises CareerdocError, located, on front matter that is not YAML and on text nested too deep.
    """
    front, lines = read_front_matter(source)
    document = parse(source, skip_lines=lines)
    root = split_parts(document.blocks)
    words = language(language_code(front) or guess_language(_titles(root)))
    reader = _Reader(source, words, front)
    reader.read(root)
    for label, blocks in document.footnotes.items():
        reader.footnote(label, blocks)
    return reader.node(), words


def _titles(part: Part) -> Iterator[str]:
    for child in part.parts:
        yield child.title
        yield from _titles(child)


class _Reader:
    """Walks the parts of one plan and collects the entries of its Tree."""

    def __init__(self, source: Source, words: Language, front: Mapping | None) -> None:
        self.source = source
        self.words = words
        self.entries: dict[str, Node] = {}
        self.lists: dict[str, list[Node]] = {name: [] for name in _LISTS}
        self.profile = ProfileReader(source.span(0), words)
        self.titled: set[str] = set()
        self.front = front
        for key, node in front or ():
            self.entries[key.value] = node

    def node(self) -> Mapping:
        """The Tree: front matter first, then what the headings gave."""
        entries = dict(self.entries)
        profile = self.profile.node()
        if profile is not None:
            entries["profile"] = profile
        for name, nodes in self.lists.items():
            if nodes:
                entries[name] = sequence(nodes)
        keys = {key.value: key for key, _ in self.front or ()}
        pairs = tuple((keys.get(key, Scalar(key, node.span)), node) for key, node in entries.items())
        return Mapping(pairs, self.source.span(0, len(self.source.text)))

    # ── the way through the parts ──

    def read(self, root: Part) -> None:
        parts = list(root.parts)
        title = self._title_part(root)
        if title is not None and title.heading is not None:
            if "title" not in self.entries:
                self.entries["title"] = plain_scalar(title.heading.children, title.heading.span)
            index = parts.index(title)
            parts[index : index + 1] = title.parts
        untitled = [*root.blocks, *(title.blocks if title is not None else ())]
        if untitled:
            self._untitled(untitled)
        for part in parts:
            self._part(part, 1)

    def _title_part(self, root: Part) -> Part | None:
        """The part whose heading is the plan's title: the first one of level 1 that names nothing else."""
        first = root.parts[0] if root.parts else None
        if first is None or first.heading is None or first.heading.level != 1:
            return None
        given = self.entries.get("title")
        if isinstance(given, Scalar):
            return first if given.value.casefold().strip() == first.title.casefold() else None
        if self.words.role(first.title) or (has_tasks(first.blocks) and len(root.parts) > 1):
            return None
        return first

    def _untitled(self, blocks: list[Block]) -> None:
        """What stands before any part: the lists of a minimal plan are its goals or steps, the rest opens it."""
        lists = [block for block in blocks if items_of(block)]
        fields = [block for block in blocks if isinstance(block, Paragraph) and self._top_fields(block)]
        rest = [block for block in blocks if block not in lists and block not in fields]
        if rest:
            self._section("introduction", None, rest, 1)
        if has_nested_lists(lists) or not has_tasks(lists):
            goals: list[Node] = [goal_of_item(item, self.words) for block in lists for item in items_of(block)]
            if goals:
                self.lists["groups"].append(mapping({"goals": sequence(goals)}, goals[0].span))
        else:
            self.lists["steps"] += [step_of_item(item, self.words) for block in lists for item in items_of(block)]

    def _top_fields(self, paragraph: Paragraph) -> bool:
        """Take ``Name: …`` lines at the top of a plan as front matter without fences."""
        found = split_label(paragraph.children)
        if found is None or not found.rest:
            return False
        label = found.label.value.casefold()
        key = self.words.keys.get(label, label)
        if key not in _TOP_KEYS or key in self.entries:
            return False
        self.entries[key] = plain_scalar(found.rest, paragraph.span)
        self._note_words(found.label, key)
        return True

    def _part(self, part: Part, level: int, context: str = "") -> None:
        role = self.words.role(part.title)
        empty = not part.blocks and not self._is_filled_below(part, role)
        self._note(part, "" if empty else role, level)
        if empty or (role in _TITLED_ONCE and role in self.titled):
            self._section("", part, [], level)  # only the heading: what stands under it joins the first such part
        self.titled.add("" if empty else role)
        if empty:
            self._children(part, level)
        elif role in _HORIZONS:
            self._group(part, role, level)
        elif role in TRAITS or role == "profile":
            self._profile(part, role, level)
        elif role == "main_goal" and part.blocks and "main_goal" not in self.entries:
            self._main_goal(part, level)
        elif role in {"barriers", "steps", "sources"}:
            self._listed(part, role, level)
        elif not role and has_nested_lists(part.blocks) and _has_nested_tasks(part.blocks):
            self._group(part, "goals", level)
        elif not role and has_tasks(part.blocks):
            self._task_goal(part)
        else:
            self._section(role, part, part.blocks, level)
            self._children(part, level, context)

    def _is_filled_below(self, part: Part, role: str) -> bool:
        """Whether a part without text of its own is said by the headings under it."""
        if role == "barriers":
            return any(child.blocks for child in part.parts)
        return role in _HORIZONS or (role == "profile" and bool(part.parts))

    def _children(self, part: Part, level: int, context: str = "") -> None:
        for child in part.parts:
            self._part(child, level + 1, context)

    def _note(self, part: Part, role: str, level: int) -> None:
        """Keep the heading itself: its words, its place and what it was taken for."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        span = part.heading.span
        entries: dict[str, Node] = {"title": plain_scalar(part.heading.children, span)}
        if role:
            entries["role"] = Scalar(role, span)
        entries["level"] = Scalar(str(level), span)
        self.lists["parts"].append(mapping(entries, span))

    # ── parts by role ──

    def _main_goal(self, part: Part, level: int) -> None:
        first, *rest = part.blocks
        items = items_of(first)
        if len(items) == 1 and len(items[0].blocks) == 1:
            first = items[0].blocks[0]
        self.entries["main_goal"] = blocks_scalar([first])
        if rest:
            self._section("introduction", None, rest, level)
        self._children(part, level)

    def _profile(self, part: Part, role: str, level: int) -> None:
        if role == "profile":
            self.profile.whole(part)
        elif part.blocks:
            self.profile.side(part, role)
        for child in part.parts:
            name = self.words.role(child.title)
            if name in {"", *TRAITS} and role == "profile" and child.blocks:
                self._note(child, name, level + 1)
                self.profile.side(child, name)
                self._children(child, level + 1)
            else:
                self._part(child, level + 1)

    def _listed(self, part: Part, role: str, level: int) -> None:
        """A part made of items: challenges, steps or sources. What is not an item stays as prose."""
        rest: list[Block] = []
        for block in part.blocks:
            if (
                isinstance(block, Table)
                and role == "barriers"
                and len(block.header) == 2
                and "column" not in self.titled
            ):
                self.titled.add("column")  # the heads of one table name the two fields; another table stays a table
                for cell in block.header:
                    self._note_words(plain_scalar(cell, cell[0].span if cell else block.span), "column")
                self.lists[role] += [barrier_of_row(row, block.span) for row in block.rows]
            elif items_of(block):
                self.lists[role] += [self._listed_item(item, role) for item in items_of(block)]
            elif role == "sources" and isinstance(block, Paragraph):
                self.lists[role].append(mapping({"text": blocks_scalar([block])}, block.span))
            else:
                rest.append(block)
        if rest:
            # A part with nothing but prose keeps its heading; one with items has given it to them.
            self._section(role, part if len(rest) == len(part.blocks) else None, rest, level)
        for child in part.parts:
            if role == "barriers" and child.blocks and child.heading is not None:
                self._note(child, "", level + 1)
                self.lists[role].append(barrier_of_heading(child.heading, child.blocks))
                self._children(child, level + 1)
            else:
                self._part(child, level + 1)

    def _note_words(self, words: Scalar, role: str) -> None:
        """Keep words that stand for a field or a column: they are the student's, too."""
        entries: dict[str, Node] = {"title": words, "role": Scalar(role, words.span), "level": Scalar("9", words.span)}
        self.lists["parts"].append(mapping(entries, words.span))

    def _listed_item(self, item: ListItem, role: str) -> Mapping:
        if role == "steps":
            return step_of_item(item, self.words)
        if role == "sources":
            return mapping({"text": blocks_scalar(item.blocks)}, item.span) if item.blocks else mapping({}, item.span)
        return barrier_of_item(item, self.words)

    def _group(self, part: Part, role: str, level: int) -> None:
        """A heading over goals."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        horizon, span = _HORIZONS[role], part.heading.span
        fields = Fields(span)
        fields.put("title", plain_scalar(part.heading.children, span))
        if horizon:
            fields.put("horizon", Scalar(horizon, span))
        goals: list[Node] = []
        others: list[Part] = []
        for block in part.blocks:
            if items_of(block):
                goals += [goal_of_item(item, self.words) for item in items_of(block)]
            else:
                fields.notes.append(block)
        for child in part.parts:
            name = self.words.role(child.title)
            if name == "steps":
                self._note(child, name, level + 1)
                if child.heading is not None:
                    fields.label("steps", plain_scalar(child.heading.children, child.heading.span))
                fields.steps += [step_of_item(item, self.words) for block in child.blocks for item in items_of(block)]
                fields.notes += [block for block in child.blocks if not items_of(block)]
            elif name in {*_HORIZONS, "barriers", "reflection", "sources", "resources", "profile"}:
                others.append(child)
            elif child.heading is not None:
                goals.append(goal_of_part(child, child.heading.span, self.words))
        if goals:
            fields.put("goals", sequence(goals))
        self.lists["groups"].append(fields.node())
        for child in others:
            self._part(child, level + 1)

    def _task_goal(self, part: Part) -> None:
        """A heading with task items under it, outside any known part, is a goal."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        goal = goal_of_part(part, part.heading.span, self.words)
        self.lists["groups"].append(mapping({"goals": sequence([goal])}, goal.span))

    def _section(self, role: str, part: Part | None, blocks: list[Block], level: int) -> None:
        span = part.heading.span if part and part.heading else blocks[0].span
        entries: dict[str, Node] = {"level": Scalar(str(level), span)}
        if part is not None and part.heading is not None:
            entries["title"] = plain_scalar(part.heading.children, span)
        if role:
            entries["role"] = Scalar(role, span)
        steps = [step_of_item(i, self.words) for b in blocks for i in items_of(b)] if role in _ACTIONS else []
        body = [block for block in blocks if not (steps and items_of(block))]
        if body:
            entries["body"] = blocks_scalar(body)
        if steps:
            entries["steps"] = sequence(steps)
        self.lists["sections"].append(mapping(entries, span))

    def footnote(self, label: str, blocks: tuple[Block, ...]) -> None:
        """Keep a footnote's text; marks in prose point at it by its label."""
        if blocks:
            body = blocks_scalar(blocks)
            entries: dict[str, Node] = {"label": Scalar(label, body.span, plain=False), "text": body}
            self.lists["footnotes"].append(mapping(entries, body.span))


_TOP_KEYS = frozenset(
    {"name", "course", "instructor", "school", "date", "main_goal", "organization", "supervisor", "period"}
)


def _has_nested_tasks(blocks: list[Block]) -> bool:
    """Whether items hold lists of task items: what they head are goals, under whatever heading."""
    return any(has_tasks(item.blocks) for block in blocks for item in items_of(block))
