"""The walk through the parts of a Markdown plan.

A heading that names a known part fills it, one over goals gives goals, an aim with a list under it is a goal, and every
other heading is kept as a section, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Strong, Table, plain
from careerdoc.reading.languages import normalize
from careerdoc.reading.markdown.barriers import barrier_of_heading, barrier_of_item, barrier_of_row
from careerdoc.reading.markdown.columns import has_goal_columns
from careerdoc.reading.markdown.entries import Entries
from careerdoc.reading.markdown.filling import step_of_item
from careerdoc.reading.markdown.goals import goal_of_part
from careerdoc.reading.markdown.groups import goals_among, group, is_goal_list, is_goal_title
from careerdoc.reading.markdown.inlines import lines_of
from careerdoc.reading.markdown.labels import known_label, names_goal, split_label
from careerdoc.reading.markdown.naming import HORIZONS, is_area, is_period
from careerdoc.reading.markdown.parts import Part, every_item, has_nested_lists, has_tasks, items_of, joined
from careerdoc.reading.markdown.profile import SIDES, TRAITS, ProfileReader
from careerdoc.reading.markdown.scalars import blocks_scalar, mapping, plain_scalar, sequence
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Block, Inline, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.source import Source
    from careerdoc.tree import Mapping

_TITLED_ONCE = frozenset({"main_goal", "profile", "swot", "barriers", "steps", "sources"})
_TELLING = frozenset({"when", "why", "measure", "status", "steps"})
_TOP_KEYS = frozenset(
    {"name", "course", "instructor", "school", "date", "main_goal", "organization", "supervisor", "period"}
)


class Walk:
    """Walks the parts of one plan and collects the entries of its Tree."""

    def __init__(self, source: Source, words: Language, front: Mapping | None) -> None:
        self.words = words
        self.entries = Entries(source, words, front)
        self.profile = ProfileReader(source.span(0), words)
        self.titled: set[str] = set()
        self.over_goals = False
        self.only: Part | None = None

    def node(self) -> Mapping:
        """The Tree."""
        profile = self.profile.node()
        if profile is not None:
            self.entries.single["profile"] = profile
        return self.entries.node()

    def read(self, root: Part) -> None:
        """Read all parts of a plan."""
        parts = list(root.parts)
        title = self._title_part(root)
        if title is not None and title.heading is not None:
            if "title" not in self.entries.single:
                self.entries.single["title"] = plain_scalar(title.heading.children, title.heading.span)
            index = parts.index(title)
            parts[index : index + 1] = title.parts
        self.over_goals = self._is_over_goals(title, parts)
        self.only = parts[0] if len(parts) == 1 else None
        untitled = [*root.blocks, *(title.blocks if title is not None else ())]
        if untitled:
            self._untitled(untitled, title)
        for part in parts:
            self._part(part, 1)

    def _title_part(self, root: Part) -> Part | None:
        """The part whose heading is the plan's title: the first one of level 1 that names nothing else."""
        first = root.parts[0] if root.parts else None
        if first is None or first.heading is None or first.heading.level != 1:
            return None
        given = self.entries.single.get("title")
        if isinstance(given, Scalar):
            return first if given.value.casefold().strip() == first.title.casefold() else None
        role = self.words.role(first.title)
        # "Goals" is a part; "My goals for 2027", over all the rest, is a title that says what the rest are.
        plain_name = normalize(first.title) in self.words.headings
        named = any(self.words.role(child.title) for child in first.parts)
        over_all = len(root.parts) == 1 and bool(first.parts) and (named or not plain_name)
        if role and not (role == "goals" and over_all):
            return None
        if has_tasks(first.blocks) and len(root.parts) > 1:
            return None
        return first

    def _is_over_goals(self, title: Part | None, parts: list[Part]) -> bool:
        """Whether the plan's title says that what follows are goals, and no heading below does."""
        given = self.entries.single.get("title")
        name = title.title if title is not None else given.value if isinstance(given, Scalar) else ""
        if self.words.role(name) not in HORIZONS:
            return False
        every = [part for top in parts for part in (top, *top.every())]
        return not any(self.words.role(part.title) in HORIZONS for part in every)

    # ── before the first heading ──

    def _untitled(self, blocks: list[Block], title: Part | None) -> None:
        """What stands before any part: the lists of a minimal plan are its goals or steps, the rest opens it."""
        rest: list[Block] = []
        lists: list[Block] = []
        for block in blocks:
            if items_of(block) or has_goal_columns(block, self.words):
                lists.append(block)
            elif isinstance(block, Paragraph):
                rest += self._without_fields(block)
            else:
                rest.append(block)
        if rest:
            self.entries.section("introduction", None, rest, 1)
        if not lists:
            return
        if title is not None and self.words.is_aim(title.title) and not has_nested_lists(lists):
            self._goal_from(title, lists)
            return
        tables = any(isinstance(block, Table) for block in lists)
        if self.over_goals or tables or has_nested_lists(lists) or not has_tasks(lists):
            goals, _ = goals_among(lists, self.words)
            if goals:
                self.entries.lists["groups"].append(mapping({"goals": sequence(goals)}, goals[0].span))
        else:
            self.entries.lists["steps"] += [step_of_item(item, self.words) for item in every_item(lists)]

    def _goal_from(self, title: Part, lists: list[Block]) -> None:
        """A plan whose title is its one goal, and whose list are the steps."""
        self._goal(Part(title.heading, lists))

    def _without_fields(self, paragraph: Paragraph) -> list[Block]:
        """Take the ``Name: …`` lines at the top of a plan as front matter without fences; give what is left."""
        lines = [piece for line in lines_of(paragraph) for piece in _at_labels(line)]
        kept = [line for line in lines if not self._top_field(line)]
        if len(kept) == len(lines):
            return [paragraph]
        return [joined(kept)] if kept else []

    def _top_field(self, line: tuple[Inline, ...]) -> bool:
        found = split_label(line)
        if found is None or not found.rest:
            return False
        label = found.label.value.casefold()
        key = self.words.keys.get(label, label)
        if key not in _TOP_KEYS or key in self.entries.single:
            return False
        self.entries.single[key] = plain_scalar(found.rest, line[0].span)
        self.entries.note_words(found.label, key)
        return True

    # ── parts ──

    def _part(self, part: Part, level: int) -> None:
        role = self.words.role(part.title)
        if self._is_goals(part, role):
            self._group(part, role, level)
            return
        empty = not part.blocks and not self._is_filled_below(part, role)
        self.entries.note(part, "" if empty else role, level)
        if empty or (role in _TITLED_ONCE and role in self.titled):
            # Only the heading: what stands under it joins the first such part.
            self.entries.section("", part, [], level)
        self.titled.add("" if empty else role)
        if empty:
            self._children(part, level)
        elif role in TRAITS or role in SIDES or role in {"profile", "swot"}:
            self._profile(part, role, level)
        elif role == "main_goal" and part.blocks and "main_goal" not in self.entries.single:
            self._main_goal(part, level)
        elif role in {"barriers", "steps", "sources"}:
            self._listed(part, role, level)
        elif not role and self._is_goal(part):
            self._goal(part)
        else:
            self.entries.section(role, part, part.blocks, level)
            self._children(part, level)

    def _is_goals(self, part: Part, role: str) -> bool:
        """Whether goals stand under a heading: it says so, or they look it."""
        words = self.words
        if role in HORIZONS:
            return True
        if role and not (self.over_goals and is_area(part.title, words)):
            return False
        assert part.heading is not None  # noqa: S101 - only the root has none
        if names_goal(part.heading.children, words):
            return False
        if any(has_goal_columns(block, words) for block in part.blocks):
            return True
        named = [child for child in part.parts if child.heading and names_goal(child.heading.children, words)]
        if named:
            return not words.is_aim(part.title)
        grouping = is_period(part.title, words) or is_area(part.title, words)
        if self.over_goals:
            if not part.blocks and len(part.parts) > 1 and part is self.only:
                return True
            return grouping or (not words.is_aim(part.title) and has_nested_lists(part.blocks))
        if grouping and is_goal_list(part.blocks, words):
            return True
        return _has_nested_tasks(part.blocks) and not words.is_aim(part.title)

    def _is_goal(self, part: Part) -> bool:
        """Whether a heading outside the known parts is a goal: by its label, or as an aim or a heading with tasks."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        if names_goal(part.heading.children, self.words) or self.over_goals or has_tasks(part.blocks):
            return True
        if self._has_fields(part):
            return True
        if not is_goal_title(part, self.words):
            return False
        within = (part, *part.every())
        if any(self.words.role(child.title) in HORIZONS for child in within[1:]):
            return False
        return any(items_of(block) or isinstance(block, Table) for inner in within for block in inner.blocks)

    def _has_fields(self, part: Part) -> bool:
        """Whether what stands under a heading tells when, why or how far: that is what one says of a goal."""
        lines = [line for block in part.blocks if isinstance(block, Paragraph) for line in lines_of(block)]
        firsts = [item.blocks[0] for item in every_item(part.blocks) if item.blocks]
        lines += [first.children for first in firsts if isinstance(first, Paragraph)]
        names = {found.name for line in lines if (found := known_label(line, self.words)) is not None}
        all_labelled = len(lines) > 2 and all(split_label(line) for line in lines)
        return "goal" in names or len(names & _TELLING) > 1 or ("when" in names and (len(names) > 1 or all_labelled))

    def _is_filled_below(self, part: Part, role: str) -> bool:
        """Whether a part without text of its own is said by the headings under it."""
        if role == "barriers":
            return any(child.blocks for child in part.parts)
        if role in {"profile", "swot"}:
            return bool(part.parts)
        return not role and bool(part.heading) and self._is_goal(part)

    def _children(self, part: Part, level: int) -> None:
        for child in part.parts:
            self._part(child, level + 1)

    def _group(self, part: Part, role: str, level: int) -> None:
        """A heading over goals, with what is below it."""
        self.entries.note(part, role if role in HORIZONS else "", level)
        found = group(part, HORIZONS.get(role, ""), self.words, level)
        for noted in found.noted:
            self.entries.note(*noted)
        self.entries.lists["groups"] += found.groups
        for other, depth in found.others:
            self._part(other, depth)

    def _goal(self, part: Part) -> None:
        """A heading that is a goal by itself."""
        assert part.heading is not None  # noqa: S101 - only the root has none
        goal = goal_of_part(part, part.heading.span, self.words)
        self.entries.lists["groups"].append(mapping({"goals": sequence([goal])}, goal.span))

    def _main_goal(self, part: Part, level: int) -> None:
        first, *rest = part.blocks
        items = items_of(first)
        if len(items) == 1 and len(items[0].blocks) == 1:
            first = items[0].blocks[0]
        self.entries.single["main_goal"] = blocks_scalar([first])
        if rest:
            self.entries.section("introduction", None, rest, level)
        self._children(part, level)

    def _profile(self, part: Part, role: str, level: int) -> None:
        whole = role in {"profile", "swot"}
        if whole:
            self.profile.whole(part)
        elif part.blocks:
            self.profile.side(part, role)
        for child in part.parts:
            name = self.words.role(child.title)
            if name in {"", *TRAITS, *SIDES} and whole and child.blocks:
                self.entries.note(child, name, level + 1)
                self.profile.side(child, name)
                self._children(child, level + 1)
            else:
                self._part(child, level + 1)

    def _listed(self, part: Part, role: str, level: int) -> None:
        """A part made of items: challenges, steps or sources. What is not an item stays as prose."""
        rest: list[Block] = []
        into = self.entries.lists[role]
        for block in part.blocks:
            if isinstance(block, Table) and role == "barriers" and self._names_columns(block):
                into += [barrier_of_row(row, block.span) for row in block.rows]
            elif items_of(block):
                into += [self._listed_item(item, role) for item in items_of(block)]
            elif role == "sources" and isinstance(block, Paragraph):
                into.append(mapping({"text": blocks_scalar([block])}, block.span))
            else:
                rest.append(block)
        if rest:
            # A part with nothing but prose keeps its heading; one with items has given it to them.
            self.entries.section(role, part if len(rest) == len(part.blocks) else None, rest, level)
        for child in part.parts:
            if role == "barriers" and child.blocks and child.heading is not None:
                self.entries.note(child, "", level + 1)
                into.append(barrier_of_heading(child.heading, child.blocks))
                self._children(child, level + 1)
            else:
                self._part(child, level + 1)

    def _names_columns(self, table: Table) -> bool:
        """Whether the heads of a table name a challenge and its strategy; another such table stays a table."""
        if len(table.header) != 2 or "column" in self.titled:
            return False
        self.titled.add("column")
        for cell in table.header:
            self.entries.note_words(plain_scalar(cell, cell[0].span if cell else table.span), "column")
        return True

    def _listed_item(self, item: ListItem, role: str) -> Mapping:
        if role == "steps":
            return step_of_item(item, self.words)
        if role == "sources":
            return mapping({"text": blocks_scalar(item.blocks)}, item.span) if item.blocks else mapping({}, item.span)
        return barrier_of_item(item, self.words)


def _at_labels(line: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """A line, parted before each label in bold: ``**Class:** 11B   **Counselor:** Ms. Orr``."""
    pieces: list[list[Inline]] = [[]]
    for node in line:
        if pieces[-1] and isinstance(node, Strong) and plain((node,)).rstrip().endswith((":", "：")):
            pieces.append([])
        pieces[-1].append(node)
    return [tuple(piece) for piece in pieces]


def _has_nested_tasks(blocks: Sequence[Block]) -> bool:
    """Whether most items hold lists of task items: what they head are goals, under whatever heading."""
    items = every_item(blocks)
    holding = sum(has_tasks(item.blocks) for item in items)
    return bool(holding) and 2 * holding >= len(items)
