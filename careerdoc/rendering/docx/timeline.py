"""A timeline as a table of Word: what and when at the side, bars under an axis, all of it text that can be edited."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from careerdoc.rendering.docx.look import hexa
from careerdoc.rendering.docx.runs import Look, text_run
from careerdoc.rendering.docx.tables import cell_xml, framed, row_xml
from careerdoc.rendering.docx.ways import bidi_xml, way_of
from careerdoc.rendering.figures import describe, place_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.docx.tables import Frame
    from careerdoc.rendering.figures import Entry, PlacedEntry, PlacedTimeline, Tick, Timeline
    from careerdoc.rendering.theme import Theme

_COLUMNS = 48
"""Columns of the axis: as fine as bars can be drawn in a table."""
_LABELS = 0.38
"""Share of the width that the labels take."""
_NARROWEST_TICK = 4
_KEPT_TOGETHER = 12
"""Entries up to which a timeline is kept on one page."""
_TIGHT = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'
_THIN = '<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>'


def timeline_table(timeline: Timeline, theme: Theme, frame: Frame, language: str) -> str:
    """The entries by group and in order of time. What has no date has no bar; without any date there is no axis."""
    placed = place_timeline(timeline, language=language, label_width=lambda _: 0.0)
    chart = _Chart(theme, frame, placed, language)
    rows = [chart.axis()] if placed.placed else []
    keep = len(timeline.entries) <= _KEPT_TOGETHER
    titles = dict(timeline.groups)
    bars = {id(one.entry): one for one in placed.placed}
    for group in dict.fromkeys([*titles, *(entry.group for entry in timeline.entries)]):
        entries = sorted((e for e in timeline.entries if e.group == group), key=_moment)
        if entries and titles.get(group):
            rows.append(chart.group(titles[group], group))
        rows += [chart.entry(entry, bars.get(id(entry)), keep=keep) for entry in entries]
    return framed(rows, chart.widths, frame, description=describe(timeline), header=False)


def _moment(entry: Entry) -> tuple[dt.date, dt.date]:
    return entry.end or entry.start or dt.date.max, entry.start or entry.end or dt.date.max


def _paragraph(content: str, style: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


@dataclass(frozen=True, slots=True)
class _Chart:
    """The rows of one timeline."""

    theme: Theme
    frame: Frame
    placed: PlacedTimeline
    language: str

    @property
    def widths(self) -> list[int]:
        """The columns: one for the labels, and those of the axis if there is one."""
        if not self.placed.placed:
            return [self.frame.room]
        column = floor(self.frame.room * (1 - _LABELS) / _COLUMNS)
        return [self.frame.room - column * _COLUMNS, *[column] * _COLUMNS]

    @property
    def _ticks(self) -> list[Tick]:
        """The ticks but for one at the very end, behind which there is no column."""
        return [tick for tick in self.placed.ticks if round(tick.x * _COLUMNS) < _COLUMNS]

    def axis(self) -> str:
        """The row of ticks; one too near to the next has no words."""
        starts = sorted({self._column(tick.x): tick.label for tick in self._ticks}.items())
        cells = [cell_xml(_paragraph("", "TableNote"), self.widths[0])]
        if not starts or starts[0][0] > 0:
            starts.insert(0, (0, ""))
        for (start, label), end in zip(starts, [*(s for s, _ in starts[1:]), _COLUMNS], strict=True):
            words = label if end - start >= _NARROWEST_TICK else ""
            edges = (
                self._edge(start) + '<w:tcMar><w:left w:w="40" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
            )
            cells.append(
                cell_xml(
                    self._words(words, "TableNote", keep=True),
                    self._width(start, end),
                    edges,
                    span=end - start,
                )
            )
        return row_xml("".join(cells), header=True)

    def group(self, title: str, name: str) -> str:
        """A row with the title of a group, in its colour."""
        words = self._words(title, "TableText", "bold", color=self._color(name), keep=True)
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexa(self.theme.colors.wash)}"/>'
        return row_xml(cell_xml(words, sum(self.widths), shade, span=len(self.widths)))

    def entry(self, entry: Entry, bar: PlacedEntry | None, *, keep: bool) -> str:
        """A row with what is to be done and when, and its bar."""
        label = self._words(f"{entry.label} ✓" if entry.done else entry.label, "TableText", "bold", keep=keep)
        label += self._words(entry.text, "TableNote", keep=keep) if entry.text else ""
        return row_xml(cell_xml(label, self.widths[0]) + "".join(self._bar_cells(entry, bar)))

    def _words(self, text: str, style: str, *marks: str, color: str = "", keep: bool = False) -> str:
        way = way_of(text, self.language, side=self.frame.rtl)
        properties = ("<w:keepNext/>" if keep else "") + bidi_xml(self.language, rtl=way.paragraph)
        look = Look(frozenset(marks), way.words, color=color, language=self.language)
        return _paragraph(text_run(f"{way.before}{text}{way.behind}", look), style, properties)

    def _bar_cells(self, entry: Entry, bar: PlacedEntry | None) -> Iterator[str]:
        if not self.placed.placed:
            return
        first, last = self._bar(bar) if bar else (0, 0)
        today = self._column(self.placed.today) if self.placed.today is not None else 0
        cuts = sorted({0, first, last, today, _COLUMNS, *(self._column(tick.x) for tick in self._ticks)})
        for start, end in pairwise(cuts):
            fill = self._color(entry.group) if first <= start < last else ""
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexa(fill)}"/>' if fill else ""
            content = f"<w:p><w:pPr>{shade}{_THIN}</w:pPr></w:p>"
            yield cell_xml(content, self._width(start, end), self._edge(start) + _TIGHT, span=end - start)

    def _bar(self, bar: PlacedEntry) -> tuple[int, int]:
        first = min(floor(bar.x0 * _COLUMNS), _COLUMNS - 1)
        return first, min(max(ceil(bar.x1 * _COLUMNS), first + 1), _COLUMNS)

    def _edge(self, start: int) -> str:
        """The line at a cell's left: today's, or a tick's."""
        colors = self.theme.colors
        if self.placed.today is not None and start == self._column(self.placed.today):
            return f'<w:tcBorders><w:left w:val="dashed" w:sz="8" w:space="0" w:color="{hexa(colors.primary)}"/></w:tcBorders>'
        if start in {self._column(tick.x) for tick in self._ticks}:
            return f'<w:tcBorders><w:left w:val="single" w:sz="4" w:space="0" w:color="{hexa(colors.rule)}"/></w:tcBorders>'
        return ""

    def _column(self, x: float) -> int:
        return min(round(x * _COLUMNS), _COLUMNS - 1)

    def _width(self, start: int, end: int) -> int:
        return self.widths[-1] * (end - start)

    def _color(self, group: str) -> str:
        colors = self.theme.colors
        return {"short": colors.secondary, "long": colors.accent}.get(group, colors.primary)
