"""What to leave out where even the smallest type is too large for a sheet: the ends of the longest parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdoc.document.model import (
    BulletList,
    CodeBlock,
    Container,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    Text,
    plain,
)
from careerdoc.findings import Finding, Level
from careerdoc.rendering.poster.columns import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from careerdoc.document.model import Block
    from careerdoc.rendering.poster.model import Panel
    from careerdoc.source import Span

_FEWEST = 4
"""Lines of a code block that is shortened before it is left out."""

_LONG = 160
"""Characters of a paragraph that is shortened before it is left out."""


@dataclass(frozen=True, slots=True)
class _State:
    """A part that has lost ``count`` lines and perhaps the end of one more, at ``span``. It is ``height`` high."""

    blocks: tuple[Block, ...]
    count: int
    span: Span | None
    height: float


class _Part:
    """A sub-heading with what follows it, whole and ever shorter; ``at`` is the state that is shown."""

    def __init__(self, panel: int, blocks: tuple[Block, ...], height: Callable[[tuple[Block, ...]], float]) -> None:
        self.panel = panel
        self.states = [_State(blocks, 0, None, height(blocks))]
        self.at = 0
        count = 0
        while left := _without_last(blocks):
            blocks, span, gone = left
            count += gone
            shown = (*blocks, Paragraph((Text(f"… +{count}", span),), span)) if count else blocks
            self.states.append(_State(shown, count, span, height(shown)))
        self.least = self.states[-1].height

    @property
    def shown(self) -> _State:
        return self.states[self.at]

    def keep_under(self, cap: float) -> None:
        """Show as much beyond the least as is no higher than the cap."""
        fitting = (n for n, state in enumerate(self.states) if state.height - self.least <= cap)
        self.at = next(fitting, len(self.states) - 1)


def cut(
    panels: Sequence[Panel],
    fits: Callable[[tuple[Panel, ...]], bool],
    height: Callable[[tuple[Block, ...]], float],
) -> tuple[tuple[Panel, ...], tuple[Finding, ...]]:
    """Panels that fit, and a finding (CD032) for each that lost something.

    The highest parts lose lines from their ends until all are equally high and all fit: list items, table rows,
    paragraphs; headings and time frames stay. A last line ``… +3`` says how many. Where the barest parts are still
    too much, whole parts go, the last first.
    """
    parts = [_Part(n, blocks, height) for n, panel in enumerate(panels) for blocks in parts_of(panel.blocks)]

    def shown() -> tuple[Panel, ...]:
        return tuple(_shown(panel, [p for p in parts if p.panel == n]) for n, panel in enumerate(panels))

    def fit_under(cap: float) -> bool:
        for part in parts:
            part.keep_under(cap)
        return fits(shown())

    caps = sorted({state.height - part.least for part in parts for state in part.states})
    low, high = 0, len(caps)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if fit_under(caps[middle]) else (low, middle)
    if low and fit_under(caps[low - 1]):
        _give_back(parts, lambda: fits(shown()))
    else:
        _drop(parts, lambda: fits(shown()))
    return shown(), tuple(_findings(panels, parts))


def _give_back(parts: list[_Part], fit: Callable[[], bool]) -> None:
    """One more line to the part that shows least, again and again, as long as there is room."""
    waiting = [part for part in parts if part.at]
    while waiting:
        part = min(waiting, key=lambda part: part.shown.height - part.least)
        part.at -= 1
        if not fit():
            part.at += 1
            waiting.remove(part)
        elif not part.at:
            waiting.remove(part)


def _drop(parts: list[_Part], fit: Callable[[], bool]) -> None:
    """Parts away from the last on, until the others fit."""
    for part in reversed(parts):
        if fit():
            return
        last = part.shown
        gone = last.blocks[0].span if last.blocks else last.span
        part.states.append(_State((), last.count + 1, gone, 0.0))
        part.at = len(part.states) - 1


def _shown(panel: Panel, parts: list[_Part]) -> Panel:
    return replace(panel, blocks=tuple(block for part in parts for block in part.shown.blocks))


def _findings(panels: Sequence[Panel], parts: list[_Part]) -> Iterator[Finding]:
    """One finding that names each panel with what it lost, at the first place of it."""
    lost = [part for part in parts if part.at]
    if not lost:
        return
    names = []
    for number, panel in enumerate(panels):
        count = sum(max(part.shown.count, 1) for part in lost if part.panel == number)
        if count:
            title = plain(panel.title)
            names.append(f'{count} of "{title}"' if title else str(count))
    message = f"the poster has no room for these lines, which are left out or shortened: {', '.join(names)}"
    hint = "choose a larger sheet (size: 48x36in), or keep the details for the outline"
    yield Finding("CD032", Level.WARNING, message, lost[0].shown.span, hint)


def _without_last(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], Span, bool] | None:
    """Blocks without the last line that may go, where it stood, and whether it is gone or only shortened.

    None where only headings and time frames are left.
    """
    if not blocks or isinstance(last := blocks[-1], Heading) or (isinstance(last, Container) and last.name == "when"):
        return None
    left, span, gone = _shorter(last)
    return (*blocks[:-1], left) if left is not None else blocks[:-1], span, gone


def _shorter(block: Block) -> tuple[Block | None, Span, bool]:
    """What is left of a block without its last line, or None where that was all, where it stood, and if it is gone."""
    match block:
        case BulletList(items) | OrderedList(items) if items:
            item, span, gone = _shorter_item(items[-1])
            kept = (*items[:-1], item) if item else items[:-1]
            return (replace(block, items=kept) if kept else None), span, gone
        case Container(_, inner) if inner:
            left, span, gone = _shorter(inner[-1])
            blocks = (*inner[:-1], left) if left is not None else inner[:-1]
            return (replace(block, blocks=blocks) if blocks else None), span, gone
        case Table(rows=rows) if len(rows) > 1:
            return replace(block, rows=rows[:-1]), block.span, True
        case CodeBlock(text) if (lines := text.split("\n"))[_FEWEST:]:
            kept_lines = lines[: max(len(lines) * 2 // 3, _FEWEST)]
            return replace(block, text="\n".join((*kept_lines[:-1], "…"))), block.span, False
        case Paragraph() if len(text := plain(block.children)) > _LONG:
            short = text[: len(text) * 2 // 3].rsplit(None, 1)[0].rstrip(",;:.… ")
            return Paragraph((Text(f"{short} …", block.span),), block.span), block.span, False
        case _:
            return None, block.span, True


def _shorter_item(item: ListItem) -> tuple[ListItem | None, Span, bool]:
    if len(item.blocks) > 1:
        left, span, gone = _shorter(item.blocks[-1])
        blocks = (*item.blocks[:-1], left) if left is not None else item.blocks[:-1]
        return replace(item, blocks=blocks), span, gone
    return None, item.span, True
