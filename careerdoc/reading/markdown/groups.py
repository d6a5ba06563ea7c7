"""Goals under headings: which headings group goals, which are goals, and what belongs to neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.document.model import ListItem, Paragraph, Table, plain
from careerdoc.reading.markdown.columns import Columns, has_goal_columns
from careerdoc.reading.markdown.fields import Fields
from careerdoc.reading.markdown.filling import step_of_item, steps_of_table
from careerdoc.reading.markdown.goals import goal_of_part, goals_of_columns, goals_of_items, goals_of_table
from careerdoc.reading.markdown.inlines import lines_of
from careerdoc.reading.markdown.labels import names_goal
from careerdoc.reading.markdown.naming import HORIZONS, is_area, is_grouping, is_period
from careerdoc.reading.markdown.parts import every_item, has_nested_lists, items_of, words_of
from careerdoc.reading.markdown.scalars import plain_scalar, sequence
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Block
    from careerdoc.reading.languages import Language
    from careerdoc.reading.markdown.parts import Part
    from careerdoc.tree import Mapping

_GOAL_FIELDS = frozenset({"goals", "steps", "education", "training", "skills", "classes", "activities", "experiences"})
"""Known parts that, under a heading over goals, are but names of goals or groups of them."""

_FIELDS = frozenset({"why", "measure", "when", "steps", "status", "resources", "notes", "after", "evidence"})
"""Headings that tell about the goal before them, though they stand beside it."""

_NUMBERED = re.compile(r"\W*\d{1,2}(?:[.):]|\ufe0f?\u20e3|\s+-)")


@dataclass(slots=True)
class Grouped:
    """The groups that a part gave, and the parts below it that are about something else, with their depth."""

    groups: list[Mapping] = field(default_factory=list)
    others: list[tuple[Part, int]] = field(default_factory=list)
    noted: list[tuple[Part, str, int]] = field(default_factory=list)


def is_goal_title(part: Part, words: Language) -> bool:
    """Whether a heading says of itself that it is a goal: by a label, or by naming an aim."""
    assert part.heading is not None  # noqa: S101 - only the root has none
    return names_goal(part.heading.children, words) or words.is_aim(part.title)


def goals_among(blocks: Iterable[Block], words: Language) -> tuple[list[Mapping], list[Block]]:
    """The goals that lists and tables give where goals are expected, and the other blocks."""
    goals: list[Mapping] = []
    rest: list[Block] = []
    for block in blocks:
        if items_of(block):
            goals += goals_of_items(items_of(block), words)
        elif isinstance(block, Table) and (found := _goals_in(block, words)):
            goals += found
        else:
            rest.append(block)
    return goals, rest


def _goals_in(table: Table, words: Language) -> list[Mapping]:
    columns = Columns(table, words)
    return goals_of_columns(table, words) or (goals_of_table(columns, words) if columns.has_goals else [])


def group(part: Part, horizon: str, words: Language, level: int) -> Grouped:
    """What stands under a heading over goals: its goals, then the groups under deeper headings."""
    found = Grouped()
    _read(part, horizon, words, level, found)
    return found


def _read(part: Part, horizon: str, words: Language, level: int, found: Grouped) -> None:
    assert part.heading is not None  # noqa: S101 - only the root has none
    fields = Fields(part.heading.span)
    fields.put("title", plain_scalar(part.heading.children, part.heading.span))
    if horizon:
        fields.put("horizon", Scalar(horizon, part.heading.span))
    first = len(found.groups)
    goals = _take_blocks(fields, part, horizon, words, found)
    in_areas = not horizon and _holds_areas(part)
    deeper: list[Part] = []
    headed: list[Part] = []
    for child in part.parts:
        role = words.role(child.title)
        if role == "steps" and not child.parts and not headed:
            found.noted.append((child, role, level + 1))
            _take_steps(fields, child, words)
        elif role and role not in HORIZONS and role not in _GOAL_FIELDS:
            found.others.append((child, level + 1))
        elif _groups(child, role, words, in_areas=in_areas):
            deeper.append(child)
        elif headed and words.label(child.title) in _FIELDS:
            headed[-1].parts.append(child)  # a field one level too high: it tells about the goal before it
        else:
            headed.append(child)
    goals += [goal_of_part(child, child.heading.span, words) for child in headed if child.heading]
    if goals:
        fields.put("goals", sequence(goals))
    found.groups.insert(first, fields.node())  # before the groups that its own lists gave
    for child in deeper:
        role = words.role(child.title)
        found.noted.append((child, role if role in HORIZONS else "", level + 1))
        _read(child, HORIZONS.get(role) or horizon, words, level + 1, found)


def _take_blocks(fields: Fields, part: Part, horizon: str, words: Language, found: Grouped) -> list[Mapping]:
    """The goals right under a heading; steps of a schedule and what else stands there go into the group's fields."""
    if _is_short_period(part, words):
        _take_items_as_steps(fields, part.blocks, words)
        return []
    blocks = [block for block in part.blocks if not _take_horizons(block, horizon, words, found)]
    goals, rest = goals_among(blocks, words)
    if not goals and not part.parts:
        goals, rest = _told(rest, words)
    for block in rest:
        if isinstance(block, Table) and (columns := Columns(block, words)).has_steps:
            fields.steps += steps_of_table(columns, words)
        else:
            fields.notes.append(block)
    return goals


def _take_horizons(block: Block, horizon: str, words: Language, found: Grouped) -> bool:
    """Take a list whose items are horizons or times with goals listed under them: ``1. Short term``."""
    items = items_of(block)
    if not items or not all(len(item.blocks) > 1 and _is_heading(words_of(item), words) for item in items):
        return False
    for item in items:
        first = item.blocks[0]
        assert isinstance(first, Paragraph)  # noqa: S101 - it has words
        fields = Fields(item.span)
        fields.put("title", plain_scalar(first.children, item.span))
        if own := HORIZONS.get(words.role(words_of(item))) or horizon:
            fields.put("horizon", Scalar(own, item.span))
        goals, rest = goals_among(item.blocks[1:], words)
        fields.notes += rest
        if goals:
            fields.put("goals", sequence(goals))
        found.groups.append(fields.node())
    return True


def _is_heading(text: str, words: Language) -> bool:
    bare = text.rstrip(" :：")
    return len(bare) < 60 and is_grouping(bare, words)


def _told(blocks: list[Block], words: Language) -> tuple[list[Mapping], list[Block]]:
    """Goals that are told in a line each where nothing is listed: "Get my license by May 2027."."""
    goals: list[Mapping] = []
    rest: list[Block] = []
    for block in blocks:
        lines = lines_of(block) if isinstance(block, Paragraph) else []
        if lines and all(len(plain(line)) < 200 and words.is_aim(plain(line)) for line in lines):
            items = [ListItem((Paragraph(line, line[0].span.to(line[-1].span)),), line[0].span) for line in lines]
            goals += goals_of_items(items, words)
        else:
            rest.append(block)
    return goals, rest


def _take_steps(fields: Fields, child: Part, words: Language) -> None:
    if child.heading is not None:
        fields.label("steps", plain_scalar(child.heading.children, child.heading.span))
    _take_items_as_steps(fields, child.blocks, words)


def _take_items_as_steps(fields: Fields, blocks: list[Block], words: Language) -> None:
    """The items of lists as steps, whatever they look like, and the other blocks as notes."""
    fields.steps += [step_of_item(item, words) for item in every_item(blocks)]
    fields.notes += [block for block in blocks if not items_of(block)]


def _holds_areas(part: Part) -> bool:
    """Whether the headings under one are areas of some sort: several, without deeper ones, over nested lists."""
    parts = part.parts
    if sum(bool(_NUMBERED.match(deeper.title)) for deeper in parts) > 1:
        return False  # who numbers headings counts goals
    return len(parts) > 1 and any(has_nested_lists(p.blocks) for p in parts) and not any(p.parts for p in parts)


def _groups(child: Part, role: str, words: Language, *, in_areas: bool) -> bool:
    """Whether a heading under one over goals groups goals again, or else is a goal itself."""
    if role in HORIZONS:
        return True
    assert child.heading is not None  # noqa: S101 - only the root has none
    if names_goal(child.heading.children, words):
        return False
    if is_period(child.title, words) or is_area(child.title, words):
        return True
    if any(is_goal_title(deeper, words) for deeper in child.parts):
        return not words.is_aim(child.title)
    if any(has_goal_columns(block, words) for block in child.blocks):
        return True
    if words.is_aim(child.title):
        return False
    if (
        not every_item(child.blocks)
        and _holds_areas(child)
        and not any(words.label(deeper.title) for deeper in child.parts)
    ):
        return True
    return in_areas


def _is_short_period(part: Part, words: Language) -> bool:
    """Whether a heading is a week or a day, whose list is a schedule."""
    if not is_period(part.title, words) or has_nested_lists(part.blocks):
        return False
    units = words.time.get("units", {})
    phrases = [phrase for unit in ("day", "week") for phrase in units.get(unit, ())]
    title = part.title.casefold()
    return any(phrase in title for phrase in phrases)


def is_goal_list(blocks: Iterable[Block], words: Language) -> bool:
    """Whether the lists among blocks are made of aims or tasks, as goals are."""
    items = every_item(blocks)
    aims = sum(item.checked is not None or words.is_aim(words_of(item)) for item in items)
    return bool(items) and 2 * aims >= len(items)
