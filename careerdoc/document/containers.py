"""``::: name`` … ``:::`` as a block rule: as pandoc's fenced divs, containers of one fence length may nest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

CONTAINER = re.compile(r"(?P<name>[A-Za-z][\w-]*)?\s*(?P<attributes>\{[^{}]*\})?\s*:*\s*")
"""What may stand behind the colons that open a container."""

_SHORTEST = 3
_FENCE = re.compile(r"(`{3,}|~{3,})")


def containers(md: MarkdownIt) -> None:
    """Have a parser read containers, as tokens ``container_block_open`` and ``container_block_close``."""
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "container_block", _container, {"alt": interrupted})


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if state.is_code_block(start):
        return False
    colons, rest = _colons(_line(state, start))
    if colons < _SHORTEST or not CONTAINER.fullmatch(rest.strip()):
        return False
    if silent:
        return True
    close, closed = _close(state, start, end, colons)
    parent, last = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", close  # no paragraph runs on past the end
    token = state.push("container_block_open", "div", 1)
    token.markup, token.block, token.info, token.map = ":" * colons, True, rest, [start, close]
    state.md.block.tokenize(state, start + 1, close)
    token = state.push("container_block_close", "div", -1)
    token.markup, token.block = ":" * colons, True
    state.parentType, state.lineMax = parent, last
    state.line = close + closed
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _colons(line: str) -> tuple[int, str]:
    rest = line.lstrip(":")
    return len(line) - len(rest), rest


def _close(state: StateBlock, start: int, end: int, colons: int) -> tuple[int, bool]:
    """The line that closes a container, and whether there is one: else it ends with what it stands in.

    A bare fence closes the innermost container whose own is no longer; within code it is code.
    """
    open_fences, code = [colons], ""
    for line in range(start + 1, end):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return line, False  # the list around it has ended
        code = _code_after(text, code)
        if code or not text.startswith(":::") or state.is_code_block(line):
            continue
        count, rest = _colons(text)
        if rest.strip():
            open_fences += [count] if CONTAINER.fullmatch(rest.strip()) else []
        elif count >= open_fences[-1]:
            open_fences.pop()
            if not open_fences:
                return line, True
    return end, False


def _code_after(text: str, code: str) -> str:
    """The fence of the code that a line stands in, empty where it stands in none."""
    match = _FENCE.match(text)
    if match is None:
        return code
    if not code:
        return match[1]
    return "" if match[1].startswith(code) and not text[match.end() :].strip() else code
