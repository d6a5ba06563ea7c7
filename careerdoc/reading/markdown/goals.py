"""Goals in a Markdown plan: headings, list items and rows of tables where goals are expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Text, plain
from careerdoc.reading.markdown.fields import GOAL_FIELDS, STEP_FIELDS, Fields
from careerdoc.reading.markdown.filling import (
    PROSE_PARTS,
    fill_from_row,
    is_number,
    step_of_row,
    steps_of_text,
    take_blocks,
    take_first_line,
    take_item,
)
from careerdoc.reading.markdown.inlines import lines_of
from careerdoc.reading.markdown.labels import known_label, names_goal, part_line, split_title
from careerdoc.reading.markdown.parts import every_item, joined
from careerdoc.reading.markdown.scalars import blocks_scalar, plain_scalar
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Inline, ListItem, Table
    from careerdoc.reading.languages import Language
    from careerdoc.reading.markdown.columns import Columns
    from careerdoc.reading.markdown.parts import Part
    from careerdoc.source import Span
    from careerdoc.tree import Mapping

    Row = tuple[tuple[Inline, ...], ...]

_DIGITS = re.compile(r"\W*\d{1,3}\W*")


def goal_of_part(part: Part, span: Span, language: Language) -> Mapping:
    """The goal that a heading names, with what stands under it."""
    fields = Fields(span, GOAL_FIELDS)
    fields.head(part_line(part.heading.children if part.heading else (), language, "goal"), "title")
    blocks = list(part.blocks)
    if is_number(fields, language) and blocks and isinstance(blocks[0], Paragraph):
        first, *rest = lines_of(blocks[0])
        if known_label(first, language) is None:
            fields.title_from(first)
            blocks[:1] = [joined(rest)] if rest else []
    take_blocks(fields, blocks, language)
    for child in part.parts:
        _take_child(fields, child, language)
    return fields.node()


def goal_of_item(item: ListItem, language: Language) -> Mapping:
    """The goal that a list item names; lists within it are its steps."""
    return _fields_of_item(item, language).node()


def _fields_of_item(item: ListItem, language: Language) -> Fields:
    fields = Fields(item.span, GOAL_FIELDS)
    take_blocks(fields, take_first_line(fields, item, "title", language), language)
    return fields


def goals_of_items(items: Sequence[ListItem], language: Language) -> list[Mapping]:
    """The goals of a list: each item is one, unless some are labelled as goals and the others tell about them."""
    if not any(_goal_label(item, language) for item in items):
        return [goal_of_item(item, language) for item in items]
    goals: list[Fields] = []
    for item in items:
        if not goals or _goal_label(item, language):
            goals.append(_fields_of_item(item, language))
        else:
            goals[-1].span = goals[-1].span.to(item.span)
            take_item(goals[-1], item, language)
    return [fields.node() for fields in goals]


def _goal_label(item: ListItem, language: Language) -> bool:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return False
    before, _ = split_title(first.children, language, "goal")
    return bool(before) and language.label(re.sub(r"[\W\d_]*$", "", plain(before))) == "goal"


def goals_of_table(columns: Columns, language: Language) -> list[Mapping]:
    """The goals of a table's rows. Where a goal goes on over several rows, each of them is a step."""
    main = columns.goal
    groups: list[list[Row]] = []
    for row in columns.table.rows:
        words = plain(row[main]).strip()
        if not any(plain(cell).strip() for cell in row):
            continue
        if groups and (not words or words == plain(groups[-1][0][main]).strip()):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_goal_of_rows(columns, rows, language) for rows in groups]


def goals_of_columns(table: Table, language: Language) -> list[Mapping]:
    """The goals of a table that has one in each column: ``| | Goal 1 | Goal 2 |``, with labels down the side."""
    names = [language.label(plain(row[0])) for row in table.rows]
    heads = table.header[1:]
    if not heads or sum(map(bool, names)) < 2 or not all(names_goal(head, language) for head in heads):
        return []
    goals: list[Mapping] = []
    for index, head in enumerate(heads, 1):
        fields = Fields(head[0].span, GOAL_FIELDS)
        fields.head(part_line(head, language, "goal"), "title")
        for row in table.rows:
            label = plain_scalar(row[0], table.span)
            lines = (*row[0], Text(": ", label.span), *row[index]) if row[index] else ()
            if lines:
                take_blocks(fields, [Paragraph(lines, lines[0].span.to(lines[-1].span))], language)
        goals.append(fields.node())
    return goals


def _goal_of_rows(columns: Columns, rows: list[Row], language: Language) -> Mapping:
    main, table = columns.goal, columns.table
    title = rows[0][main]
    head = plain(table.header[main]).strip()
    fields = Fields(title[0].span.to(title[-1].span) if title else table.span, GOAL_FIELDS)
    fields.head(part_line(title, language, "goal"), "title")
    number = plain(rows[0][0]).strip() if main and _DIGITS.fullmatch(plain(rows[0][0])) else ""
    if "goal" not in fields.labelled and (head or number):
        where = table.header[main][0].span if head else table.span
        fields.label("goal", Scalar(f"{head} {number}".strip(), where, plain=False))
    step = columns.index("step", "steps")
    for row in rows:
        cells = ((), *row[1:]) if main and _DIGITS.fullmatch(plain(row[0])) else row
        if len(rows) > 1 and step >= 0 and len(steps_of_text(cells[step], language, fields.span)) == 1:
            without = tuple(() if index == main else cell for index, cell in enumerate(cells))
            fields.steps.append(step_of_row(columns, without, step, language))
        else:
            fill_from_row(fields, columns, cells, main, language)
    return fields.node()


def _take_child(fields: Fields, child: Part, language: Language) -> None:
    """A deeper heading under a goal: a field or its steps, if it is named like one; else a step with smaller ones."""
    assert child.heading is not None  # noqa: S101 - only the root has none
    role = language.role(child.title)
    name = language.label(child.title.rstrip(":： ")) or (role if role in {"steps", *PROSE_PARTS} else "")
    label = plain_scalar(child.heading.children, child.heading.span)
    if name in {"steps", "step"}:
        fields.label("steps", label)
        take_blocks(fields, child.blocks, language)
    elif name in fields.names and child.blocks and not fields.has(name):
        fields.label(name, label)
        fields.put(name, blocks_scalar(child.blocks))
    elif name or (not every_item(child.blocks) and not child.parts):
        fields.notes += [child.heading, *child.blocks]
    else:
        _take_stage(fields, child, language)
        return
    for deeper in child.parts:
        _take_child(fields, deeper, language)


def _take_stage(fields: Fields, child: Part, language: Language) -> None:
    """A heading within a goal, over steps: a step that has them."""
    assert child.heading is not None  # noqa: S101 - only the root has none
    stage = Fields(child.heading.span, STEP_FIELDS)
    stage.head(part_line(child.heading.children, language, "step"), "text")
    take_blocks(stage, child.blocks, language)
    for deeper in child.parts:
        _take_child(stage, deeper, language)
    fields.steps.append(stage.node())
