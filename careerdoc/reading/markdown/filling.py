"""What stands under a goal or a step.

Labelled lines fill its fields, lists and tables give its steps, and the rest is its notes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Paragraph, Table, Text, plain
from careerdoc.reading.markdown.columns import Columns
from careerdoc.reading.markdown.fields import GOAL_FIELDS, STEP_FIELDS, Fields
from careerdoc.reading.markdown.inlines import LINE_MARK, lines_of, part
from careerdoc.reading.markdown.labels import LONGEST_LINE, known_label, part_line, split_label
from careerdoc.reading.markdown.parts import items_of, joined
from careerdoc.reading.markdown.scalars import blocks_scalar, plain_scalar, prose_scalar, truth_scalar
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdoc.document.model import Block, Inline, ListItem
    from careerdoc.reading.languages import Language
    from careerdoc.reading.markdown.labels import Labelled
    from careerdoc.source import Span
    from careerdoc.tree import Mapping

PROSE_PARTS = frozenset({"resources", "notes", "reflection", "barriers", "contacts", "budget", "achievements", "log"})
"""Parts under a goal whose lists are no steps."""

_ENUMERATED = re.compile(r"(?:^|\s)\d{1,2}[.)]\s+(?=\S)")
_MARKER = re.compile(r"\s*(?:[-*•·–]\s+|・\s*)?(?:\[([ xX])\]\s+|([☐⬜□])\s*|[☑✅✔✓]\ufe0f?\s+(?=\S))?")
_TICKED = re.compile(r"(?:[✅✔☑✓🗹]|[xX]|\[[xX✓]\])\ufe0f?$")
_OPEN = re.compile(r"(?:[☐⬜🔲□❌✗✖]|\[ ?\])\ufe0f?$")


def step_of_item(item: ListItem, language: Language) -> Mapping:
    """The step that a list item names, with the smaller steps listed within it."""
    fields = Fields(item.span, STEP_FIELDS)
    take_blocks(fields, take_first_line(fields, item, "text", language), language)
    return fields.node()


def step_of_text(inlines: Sequence[Inline], language: Language, fallback: Span) -> Mapping:
    """A step that is a stretch of text, perhaps with a bullet and a box of its own."""
    text = plain(inlines)
    fields = Fields(inlines[0].span.to(inlines[-1].span) if inlines else fallback, STEP_FIELDS)
    if (marker := _MARKER.match(text)) and marker.end():
        if marker[1] or marker[2] or marker[0].strip(" -*•·・–\t"):
            fields.put("done", truth_scalar(value=not (marker[2] or marker[1] == " "), span=fields.span))
        inlines = part(inlines, marker.end(), len(text))
    fields.head(part_line(tuple(inlines), language, "step"), "text")
    return fields.node()


def steps_of_text(inlines: Sequence[Inline], language: Language, span: Span) -> list[Mapping]:
    """Steps told in one line: parted by semicolons, by line ends, or by numbers."""
    text = plain(inlines)
    if len(text) > LONGEST_LINE:
        return [step_of_text(inlines, language, span)]
    cuts = [match.span() for match in re.finditer(rf"\s*(?:[;；]|{LINE_MARK})\s*", text)]
    numbers = [match.span() for match in _ENUMERATED.finditer(text)]
    if len(numbers) > 1 and not cuts:
        cuts = [(start, start) for start, _ in numbers if start]
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    pieces = [part(inlines, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [step_of_text(piece, language, span) for piece in pieces if plain(piece).strip()]


def steps_of_table(columns: Columns, language: Language) -> list[Mapping]:
    """The steps of a table's rows."""
    rows = [row for row in columns.table.rows if any(plain(cell).strip() for cell in row)]
    return [step_of_row(columns, row, columns.step, language) for row in rows]


def step_of_row(columns: Columns, row: tuple[tuple[Inline, ...], ...], main: int, language: Language) -> Mapping:
    """The step that a cell of a row names, with what the other cells say of it."""
    title, span = row[main], columns.table.span
    fields = Fields(title[0].span.to(title[-1].span) if title else span, STEP_FIELDS)
    fields.head(part_line(title, language, "step"), "text")
    if "step" not in fields.labelled:
        fields.label("step", plain_scalar(columns.table.header[main], span))
    fill_from_row(fields, columns, row, main, language)
    return fields.node()


def fill_from_row(
    fields: Fields, columns: Columns, row: tuple[tuple[Inline, ...], ...], main: int, language: Language
) -> None:
    """Fill fields from the cells of a row beside its main one; what no field takes becomes a note under its head."""
    span = columns.table.span
    for index, (name, cell) in enumerate(zip(columns.names, row, strict=True)):
        words = plain(cell).strip()
        if index == main or not words:
            continue
        head = plain_scalar(columns.table.header[index], span)
        if name in {"steps", "step", "strategy"}:
            if "steps" not in fields.labelled:
                fields.label("steps", head)
            fields.steps += steps_of_text(cell, language, span)
        elif _TICKED.fullmatch(words) or _OPEN.fullmatch(words):
            fields.put("done", truth_scalar(value=bool(_TICKED.fullmatch(words)), span=span))
            fields.label("done", head)
        elif name in fields.names and not fields.has(name):
            fields.say(name, cell, span, head)
        else:
            if name in {"status", "progress"} and language.is_done(words) and not fields.has("done"):
                fields.put("done", truth_scalar(value=True, span=span))
            colon = Text(": " if head.value else "", cell[0].span)
            fields.notes.append(joined([(Text(head.value, head.span), colon, *cell)]))


def take_first_line(fields: Fields, item: ListItem, key: str, language: Language) -> tuple[Block, ...]:
    """Fill the main field and the task box from an item's first paragraph; give the blocks that are left."""
    if item.checked is not None:
        fields.put("done", truth_scalar(value=item.checked, span=item.span))
    if not item.blocks or not isinstance(first := item.blocks[0], Paragraph):
        fields.put(key, Scalar("", item.span, plain=False))
        return item.blocks
    lines = lines_of(first)
    main, index = [lines[0]] if lines else [], 1
    while index < len(lines) and known_label(lines[index], language) is None:
        main.append(lines[index])
        index += 1
    text = joined(main).children if len(main) > 1 else tuple(main[0]) if main else ()
    fields.head(part_line(text, language, "goal" if key == "title" else "step"), key)
    _take_lines(fields, lines[index:], first, language)
    return item.blocks[1:]


def take_blocks(fields: Fields, blocks: Iterable[Block], language: Language) -> None:
    """Lists become steps or labelled fields, labelled lines become fields, the rest becomes notes."""
    for block in blocks:
        if items := items_of(block):
            facts = fields.names is GOAL_FIELDS and _are_facts(items, language)
            for item in items:
                take_item(fields, item, language, facts=facts)
        elif isinstance(block, Paragraph):
            _take_lines(fields, lines_of(block), block, language)
        elif isinstance(block, Table) and (columns := Columns(block, language)).has_steps:
            fields.steps += steps_of_table(columns, language)
        elif isinstance(block, Table) and fields.names is GOAL_FIELDS and _take_pairs(fields, block, language):
            continue
        else:
            fields.notes.append(block)


def _take_pairs(fields: Fields, table: Table, language: Language) -> bool:
    """A table of two columns, a label and what it says: ``| Why | … |``."""
    rows = (table.header, *table.rows)
    names = [language.label(plain(row[0])) if len(row) == 2 else "" for row in rows]
    if sum(bool(name) for name in names) < 2 or sum(bool(name) for name in names) < len(rows) - 1:
        return False
    for row, name in zip(rows, names, strict=True):
        label = plain_scalar(row[0], table.span)
        if name == "steps" and row[1]:
            fields.label("steps", label)
            fields.steps += steps_of_text(row[1], language, table.span)
        elif name in fields.names and row[1] and not fields.has(name):
            fields.put(name, prose_scalar(row[1], table.span))
            fields.label(name, label)
        else:
            fields.notes.append(joined([cell for cell in row if cell]))
    return True


def _are_facts(items: Sequence[ListItem], language: Language) -> bool:
    """Whether a list tells about a goal, ``Cost: $39``, rather than what to do: all labelled, one as we know it."""
    firsts = [item.blocks[0] if item.blocks and item.checked is None else None for item in items]
    lines = [first.children for first in firsts if isinstance(first, Paragraph)]
    found = [split_label(line, language) for line in lines if line]
    return len(found) == len(items) > 2 and all(found) and any(label and label.name for label in found)


def take_item(fields: Fields, item: ListItem, language: Language, *, facts: bool = False) -> None:
    """An item of a list under a goal or a step: a labelled one fills a field or is a note, any other is a step."""
    first = item.blocks[0] if item.blocks else None
    found = known_label(first.children, language) if isinstance(first, Paragraph) and item.checked is None else None
    if found is None and facts:
        fields.notes += item.blocks
    elif found is None or found.name == "step":
        fields.steps.append(step_of_item(item, language))
    elif found.name == "steps":
        fields.label("steps", found.label)
        if found.rest:
            fields.steps += steps_of_text(found.rest, language, item.span)
        take_blocks(fields, item.blocks[1:], language)
    elif _titles(fields, found, language):
        take_blocks(fields, item.blocks[1:], language)
    elif fields.fill(found, item.span):
        fields.notes.extend(item.blocks[1:])
    elif not found.rest and len(item.blocks) > 1:
        _put_blocks(fields, found, item.blocks[1:])
    else:
        fields.notes += item.blocks


def _titles(fields: Fields, found: Labelled, language: Language) -> bool:
    """Give a goal that is but ``Goal 1`` so far its title, from what is labelled as the goal."""
    if found.name not in {"goal", "specific"} or not found.rest or not is_number(fields, language):
        return False
    fields.title_from(found.rest, found.label)
    return True


def _put_blocks(fields: Fields, found: Labelled, blocks: tuple[Block, ...] | list[Block]) -> None:
    """What stands under a label of its own line: its field, or a note with the label before it."""
    if found.name in fields.names and not fields.has(found.name):
        fields.label(found.name, found.label)
        fields.put(found.name, blocks_scalar(blocks))
    else:
        fields.notes += [_as_paragraph(found.label), *blocks]


def _as_paragraph(label: Scalar) -> Paragraph:
    return Paragraph((Text(label.value, label.span),), label.span)


def _take_lines(fields: Fields, lines: list[tuple[Inline, ...]], paragraph: Paragraph, language: Language) -> None:
    """Labelled lines become fields, with the lines that go on after them; what is left becomes notes."""
    kept: list[tuple[Inline, ...]] = []
    for line in _labelled_lines(lines, language):
        found = known_label(line, language)
        if found is not None and found.name == "steps" and found.rest:
            fields.label("steps", found.label)
            fields.steps += steps_of_text(found.rest, language, paragraph.span)
        elif found is None or not (_titles(fields, found, language) or fields.fill(found, paragraph.span)):
            kept.append(line)
    if kept:
        fields.notes.append(paragraph if kept == lines_of(paragraph) else joined(kept))


def is_number(fields: Fields, language: Language) -> bool:
    """Whether a goal's title so far is nothing but ``Goal 1``, perhaps with an aside."""
    title = fields.entries.get("title")
    if not isinstance(title, Scalar):
        return False
    bare = re.sub(r"[(（][^()（）]*[)）]|[\W\d_]+$", " ", title.value).strip(" :：-–—.")
    return not bare or language.label(re.sub(r"[\W\d_]+$", "", bare)) == "goal"


def _labelled_lines(lines: list[tuple[Inline, ...]], language: Language) -> list[tuple[Inline, ...]]:
    """Lines, each with the unlabelled ones that follow a labelled one."""
    merged: list[list[tuple[Inline, ...]]] = []
    labelled = False
    for line in lines:
        known = known_label(line, language) is not None
        if labelled and not known:
            merged[-1].append(line)
        else:
            merged.append([line])
        labelled = labelled or known
    return [joined(group).children if len(group) > 1 else group[0] for group in merged]
