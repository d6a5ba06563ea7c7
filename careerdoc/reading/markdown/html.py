"""HTML in a Markdown plan, read for its text: each tag becomes the Markdown that means the same, or nothing.

Only tags of HTML are touched; ``<your name>`` and ``List<int>`` are text. Code keeps its tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.reading.markdown.inlines import LINE_MARK
from careerdoc.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.source import Source

LONGEST_HIDDEN = 100_000
"""Characters of a comment or a script that are passed over; what is longer is text."""

DEEPEST = 26
"""Levels of lists that are written out; the parser refuses fewer."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])([^<>]*)>")
_ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`")
_BREAKS = re.compile(r"\s*\n\s*")

_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite data dfn del em font i ins kbd label mark q s samp small span strike strong"
        " sub sup time tt u var wbr picture source video audio iframe button form html head body title meta link base",
    )
)
_BLOCK = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer"
        " header hgroup hr legend main nav ol p pre section table tbody tfoot thead ul",
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OTHERS = frozenset({"br", "img", "input", "li", "summary", "td", "th", "tr", "script", "style", *_HEADINGS})
_KNOWN = _INLINE | _BLOCK | _OTHERS
_HIDDEN = frozenset({"script", "style"})
_WRAPS = frozenset({"summary", *_HEADINGS})
"""Tags whose Markdown is one line, so that white space at their inner edges goes."""


def edits_of(source: Source, start: int) -> list[Edit]:
    """The edits that turn the HTML of a text, from an offset on, into Markdown; none where there is no HTML."""
    return _Tags(source, start).edits() if "<" in source.text else []


class _Tags:
    """Walks the tags of one text; knows how deep in lists and where in a table it stands."""

    def __init__(self, source: Source, start: int) -> None:
        self.source, self.text, self.start = source, source.text, start
        self.found: list[Edit] = []
        self.lists = 0
        self.cells = 0
        self.is_header = False
        self.in_line = False

    def edits(self) -> list[Edit]:
        at = self.start
        for first, last, name, closing, attributes in self._tags():
            if first < at:
                continue
            if self.lists or self.cells or self.in_line:
                self._join_lines(at, first)
            begin, end = self._inner_edge(at, first, last, closing=closing) if name in _WRAPS else (first, last)
            self._edit(begin, end, self._markdown(name, attributes, begin, closing=closing))
            at = end
        return self.found

    def _inner_edge(self, at: int, begin: int, end: int, *, closing: bool) -> tuple[int, int]:
        """A tag with the white space on its inner side."""
        if not closing:
            while self.text[end : end + 1].isspace():
                end += 1
        while closing and begin > at and self.text[begin - 1].isspace():
            begin -= 1
        return begin, end

    def _tags(self) -> Iterator[tuple[int, int, str, bool, str]]:
        """Tags and comments outside code, in order: where they stand, and what they are."""
        at, text = self.start, self.text
        code = iter([*self._code(), (len(text) + 1, len(text) + 1)])
        begin, end = next(code)
        while (at := text.find("<", at)) >= 0:
            while end <= at:
                begin, end = next(code)
            if begin <= at:
                at = end
                continue
            escaped = text[max(0, at - 1) : at] == "\\"
            found = None if escaped else self._comment(at) or self._tag(at)
            if found is not None:
                yield found
            at = found[1] if found is not None else at + 1

    def _comment(self, at: int) -> tuple[int, int, str, bool, str] | None:
        if not self.text.startswith("<!--", at):
            return None
        end = self.text.find("-->", at + 4, at + LONGEST_HIDDEN)
        return (at, end + 3, "!", False, "") if end >= 0 else None

    def _tag(self, at: int) -> tuple[int, int, str, bool, str] | None:
        match = _TAG.match(self.text, at)
        name = match[2].lower() if match else ""
        if match is None or name not in _KNOWN:
            return None
        end = match.end()
        if name in _HIDDEN and not match[1]:
            close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self.text, end, at + LONGEST_HIDDEN)
            end = close.end() if close else end
        return at, end, name, bool(match[1]), match[3]

    def _code(self) -> list[tuple[int, int]]:
        """Fenced blocks and code in lines, in order and apart."""
        found: list[tuple[int, int]] = []
        fence = 0
        fences = [(m.start(), m[1]) for m in _FENCE.finditer(self.text, self.start)]
        ends: list[tuple[int, int]] = []
        while fence < len(fences):
            start, mark = fences[fence]
            close = next((n for n in range(fence + 1, len(fences)) if fences[n][1].startswith(mark)), len(fences))
            end = fences[close][0] + 3 if close < len(fences) else len(self.text)
            ends.append((start, end))
            fence = close + 1
        found = ends + [m.span() for m in _CODE.finditer(self.text, self.start)]
        apart: list[tuple[int, int]] = []
        for start, end in sorted(found):
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return apart

    def _join_lines(self, start: int, end: int) -> None:
        """Line ends between tags of a list or a table are white space only."""
        for match in _BREAKS.finditer(self.text, start, end):
            self._edit(*match.span(), " ")

    def _edit(self, start: int, end: int, text: str) -> None:
        self.found.append(Edit(self.source.span(start, end), text))

    # ── what a tag means ──

    def _markdown(self, name: str, attributes: str, at: int, *, closing: bool) -> str:
        if name == "!" or name in _HIDDEN:
            return ""
        if self.cells and name in _WRAPS:
            return " "
        if name in _HEADINGS:
            self.in_line = not closing
            return "\n\n" if closing else f"\n\n{'#' * _HEADINGS[name]} "
        if name == "summary":
            self.in_line = not closing
            return "**\n\n" if closing else "\n\n**"
        if self.cells and name in {"ul", "ol", "li"}:
            return LINE_MARK if name == "li" and not closing else " "
        if name in {"ul", "ol"}:
            self.lists = max(0, self.lists + (-1 if closing else 1))
            return "\n" if self.lists and (closing or self.lists > 1) else "\n\n"
        if name == "li":
            return "" if closing else f"\n{'    ' * min(self.lists - 1, DEEPEST)}- "
        if name in {"tr", "td", "th", "table"}:
            return self._table(name, closing=closing)
        if name in _BLOCK:
            return " " if self.lists or self.cells else "\n\n"
        return self._inline(name, attributes, at, closing=closing)

    def _table(self, name: str, *, closing: bool) -> str:
        if name == "table":
            self.cells, self.is_header = (0, False) if closing else (1, True)
            return "\n\n"
        if name == "tr":
            if not closing:
                self.cells = 1
                return "\n|"
            rule, self.is_header = self.is_header, False
            return "\n|" + "---|" * (self.cells - 1) if rule else ""
        self.cells += closing
        return " |" if closing else " "

    def _inline(self, name: str, attributes: str, at: int, *, closing: bool) -> str:
        """A break, a picture or a task box; of every other tag only what it holds is read."""
        if name == "br":
            return "" if closing else self._break(at)
        values = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(attributes)}
        if name == "img" and values.get("src"):
            return f"![{values.get('alt', '')}](<{values['src']}>)"
        if name == "input" and values.get("type", "").lower() == "checkbox":
            return "[x] " if re.search(r"\bchecked\b", attributes) else "[ ] "
        return ""

    def _break(self, at: int) -> str:
        """A line end, unless the line ends anyway; in a heading or a cell, a mark that a line ends here."""
        start = self.source.line_start(self.source.position(at)[0])
        if self.cells or self.in_line or self.text[start : start + 9].lstrip().startswith(("|", "#")):
            return LINE_MARK
        rest = self.text[at : at + 99].split("\n")[0]
        return "\\\n" if _TAG.sub("", rest).strip() else ""
