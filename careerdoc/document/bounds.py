"""What a Markdown text may hold: bounds on depth and number, so that no text takes markdown-it or a renderer long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.findings import refusal

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

    from careerdoc.findings import CareerdocError
    from careerdoc.source import Source

DEEPEST = 48
"""Levels of blocks within blocks; a list takes two. Deeper input is refused: layout engines recurse."""

LONGEST_LINKS = 100_000
"""Characters that reference links may expand to, or the length of the text if that is more (cmark's bound)."""

MOST_BLOCKS, FEW_BLOCKS, SHORTEST = 40_000, 5_000, 25
"""Headings, items, cells and lines of paragraphs in one text: as many as the first, but beyond the second only one for
each ``SHORTEST`` characters. People write lines of eighty; a hundred thousand of ``# a`` are made to be slow."""

COMPOSED = 3
"""How many times more there may be in composed text, which labels what a plan says."""

MOST_COLUMNS = 200
"""Columns of a table; its rows are filled up to them."""

MOST_MARKS, MOST_MARKS_IN_ALL = 5_000, 80_000
"""Brackets, stars and the like in one paragraph, and in one text."""

_MARKS = ("[", "*", "_", "`", "~", "<", "&")
_BEGINS_BLOCK = re.compile(r"\s*(?:$|[-*+>#|]\s|\d{1,9}[.)]\s)")


def environment(source: Source, *, lenient: bool) -> dict[str, Any]:
    """What markdown-it hands to the rules that `bounded` adds; ``lenient`` where people wrote the text."""
    most = min(MOST_BLOCKS, FEW_BLOCKS + len(source.text) // SHORTEST)
    return {"source": source, "most": most * (1 if lenient else COMPOSED), "blocks": 0}


def bounded(md: MarkdownIt) -> MarkdownIt:
    """The same parser, which raises CareerdocError (CD005), located, on blocks too many or too deep."""
    md.block.ruler.before("table", "excess", _refuse_excess)
    md.core.ruler.after("block", "excess", _refuse_cells)
    return md


def refuse_crowds(source: Source) -> None:
    """Thousands of brackets or marks in one paragraph take markdown-it time that grows with their square."""
    total = sum(map(source.text.count, _MARKS))
    if total > MOST_MARKS_IN_ALL:
        told = f"there are more than {MOST_MARKS_IN_ALL:,} brackets and marks in this file"
        raise refusal("CD005", told, span=source.span(0, 1), hint="part it into several plans")
    if total <= MOST_MARKS:
        return
    count = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        if _BEGINS_BLOCK.match(line):
            count = 0
        count += sum(map(line.count, _MARKS))
        if count > MOST_MARKS:
            raise refusal(
                "CD005",
                f"there are more than {MOST_MARKS:,} brackets and marks in this paragraph",
                span=source.lines_span(number, number),
                hint="part it with blank lines",
            )


def _refuse_excess(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """A rule that takes nothing: it counts the blocks as they begin."""
    state.env["blocks"] += not silent
    if state.env["blocks"] > state.env["most"]:
        raise _too_many(state.env, line)
    if state.src.count("|", state.bMarks[line], state.eMarks[line]) > MOST_COLUMNS + 1:
        raise refusal(
            "CD005",
            f"a table of more than {MOST_COLUMNS} columns is not read",
            span=state.env["source"].lines_span(line + 1, line + 1),
            hint="make it narrower",
        )
    if state.level >= DEEPEST:
        source: Source = state.env["source"]
        raise refusal(
            "CD005",
            f"this is nested more than {DEEPEST // 2} levels deep",
            span=source.lines_span(line + 1, line + 1),
            hint="use fewer levels of lists and quotations",
        )
    return False


def _refuse_cells(state: StateCore) -> None:
    """The cells of tables and the lines of paragraphs, which begin no block, count as well."""
    count, line = state.env["blocks"], 0
    for token in state.tokens:
        line = token.map[0] if token.map else line
        count += token.content.count("\n") if token.type == "inline" else token.type == "td_open"
        if count > state.env["most"]:
            raise _too_many(state.env, line)


def _too_many(env: MutableMapping[str, Any], line: int) -> CareerdocError:
    return refusal(
        "CD005",
        f"there are more than {env['most']:,} headings, items, cells and lines in this file",
        span=env["source"].lines_span(line + 1, line + 1),
        hint="part it into several plans",
    )
