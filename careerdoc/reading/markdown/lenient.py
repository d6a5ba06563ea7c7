"""Markdown as people type it, made into Markdown as parsers know it, line by line, by edits that keep every word.

``##Heading`` and ``-item`` get their space, ``• item`` and ``☐ item`` become list and task items, ``1、`` and ``A.``
begin items as ``1.`` does, a step that stands one space too far left goes under its number, a table without its rule
gets one, and of ``[[wikilinks]]`` the words stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.reading.markdown.indentation import Indentation
from careerdoc.source import Edit

if TYPE_CHECKING:
    from careerdoc.source import Source

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"([ \u3000]{0,3})([#＃]{1,6})(?:[\u3000\u00a0]+|(?=[^\s#＃]))")
_TAGS = re.compile(r"#[^\s#]+(?:\s+#[^\s#]+)*\s*$|#\d")
_GLUED = re.compile(r"([ \t\u3000]*)([-*+])(?=[^\s\-=*+_>|.\d\u2028]|\*\*)")
_BULLET = re.compile(r"([ \t\u3000]*)([•·・●◦▪■▫◆◇★☆►▶➤➢➜➔※‣⁃○])(\ufe0f?[ \t\u3000]*)(?=\S)")
_BOX_SIGN = re.compile(r"([ \t\u3000]*)((?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:([☐⬜🔲□▢])|[☑✅✔✓🗹])\ufe0f?[ \t\u3000]*(?=\S)")
_BOX = re.compile(
    r"([ \t\u3000]*)((?:[-*+]|\d{1,3}[.)])[ \t]+)?\[([ \t\u3000]*|[xX✓✔√vV✅][ \t]?|[/><!?*~-])\](?![(\[:])[ \t\u3000]*"
)
_EXACT_BOX = re.compile(r"\[[ xX]\] ")
_NUMBER = re.compile(
    r"([ \t\u3000]*)(?:\d{1,2}(?:[、．]|[.)](?=[^\W\d_])|）)|"
    r"[०-९٠-٩۰-۹]{1,2}[.)\-]|\d{1,2}-\d{1,2}[.、．)）]|[(（]\d{1,2}[)）]"
    r"|[①-⑳]|[가나다라마바사아][.)]\s|[أبتثجدهوز][.)]\s|[אבגדהו][.)׳]\s)(?=\s*\S)"
)
_LETTER = re.compile(r"([ \t]*)([A-Za-z])[.)][ \t]+(?=\S)")
_CHINESE = re.compile(
    r"[ \t\u3000]*(?:([一二三四五六七八九十]{1,3}[、．.])|[(（][一二三四五六七八九十]{1,3}[)）])\s*(?=\S)"
)
_SENTENCE_END = re.compile(r"[。.！!？?；;，,]\s*$")
_WIKILINK = re.compile(r"(?<!\[)!?\[\[(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{1,300})\]\](?!\])")
_CALLOUT = re.compile(r"([ \t]*(?:>[ \t]*)+)\[!\w+\][+-]?[ \t]*")
_BLOCK_ID = re.compile(r"[ \t]\^[A-Za-z0-9-]+[ \t]*$")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")


def edits_of(source: Source, first_line: int) -> list[Edit]:
    """The edits that a text needs, from a line on, to be read as it was meant; none for ordinary Markdown."""
    return _Lines(source, first_line).edits()


class _Lines:
    """Goes through the lines of one text."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.source = source
        self.first = first_line
        self.found: list[Edit] = []
        self.indentation = Indentation(source)
        self.fence = ""
        self.level = 1
        self.last_letter = ""
        self.rows = 0
        self.begun = False

    def edits(self) -> list[Edit]:
        for number in range(self.first, self.source.line_count + 1):
            self._line(number, self.source.line_text(number))
        return self.found

    def _line(self, number: int, line: str) -> None:
        if (fence := _FENCE.match(line)) is not None and self.fence in {"", fence[1]}:
            self.fence = "" if self.fence else fence[1]
            return
        if self.fence or not line.strip():
            self.rows = 0
            self.indentation.blank = True
            return
        start = self.source.line_start(number)
        if not self._heading(line, start) and not self._table(line, number):
            item = self._item(line, start)
            self.found += self.indentation.edits(number, line, *item) if item else self.indentation.plain(line)
        self._inside(line, start)
        self.begun = True

    def _edit(self, start: int, end: int, text: str) -> None:
        self.found.append(Edit(self.source.span(start, end), text))

    # ── what a line begins with ──

    def _heading(self, line: str, start: int) -> bool:
        if line.lstrip(" \u3000")[:1] not in {"#", "＃"}:
            return False
        match = _HEADING.match(line)
        is_tag = match is not None and len(match[2]) == 1 and bool(_TAGS.match(line.strip()))
        if match and not (is_tag and (self.begun or not line.lstrip(" #")[:1].isupper())):
            self._edit(start, start + match.end(), "#" * len(match[2]) + " ")
        elif not re.match(r" {0,3}#{1,6}(?:\s|$)", line):
            return False
        hashes = len(match[2]) if match else len(line.lstrip()) - len(line.lstrip().lstrip("#"))
        self.level = hashes
        self.rows = 0
        self.last_letter = ""
        self.indentation.reset()
        return True

    def _item(self, line: str, start: int) -> tuple[int, int, str] | None:
        """Where the marker of a list item begins and its content, and what to write there; None for other lines."""
        if (match := _CHINESE.match(line)) and len(line) < 40 and not _SENTENCE_END.search(line):
            level = min(6, self.level + (1 if match[1] else 2))
            self._edit(start, start, f"\n{'#' * level} ")
            self.indentation.reset()
            return None
        if match := _BOX_SIGN.match(line):
            return match.end(1), match.end(), f"{(match[2] or '- ').rstrip()} {'[ ] ' if match[3] else '[x] '}"
        if (match := _BOX.match(line)) and (match[2] or line[match.end() :].strip()):
            if match[2] and _EXACT_BOX.match(line, match.end(2)):
                return match.end(1), match.end(2), match[2]
            box = "[x] " if re.match(r"[xX✓✔√vV✅]", match[3]) else "[ ] "
            return match.end(1), match.end(), f"{(match[2] or '- ').rstrip()} {box}"
        if (match := _GLUED.match(line)) and not (match[2] == "*" and "*" in line[match.end() + 2 :]):
            if glued := _BOX.match("- " + line[match.end() :]):
                return match.end(1), match.end() + glued.end() - 2, f"- {'[x] ' if glued[3].strip() else '[ ] '}"
            return match.end(1), match.end(), f"{match[2]} "
        if match := _BULLET.match(line):
            return match.end(1), match.end(), "- "
        if numbered := _NUMBER.match(line) or self._lettered(line):
            return numbered.end(1), numbered.end(1), "- "
        usual = re.match(r"([ \t\u3000]*)([-*+]|\d{1,9}[.)])([ \t\u3000]+|$)", line)
        if usual is None:
            return None
        return usual.end(1), usual.end(), usual[2] + " " * max(1, len(usual[3].expandtabs(4)))

    def _lettered(self, line: str) -> re.Match[str] | None:
        """A line that begins ``A.``, or with the letter after that of the line before."""
        match = _LETTER.match(line)
        if match is None or match[2] not in {"A", "a", _following(self.last_letter)}:
            return None
        self.last_letter = match[2]
        return match

    def _table(self, line: str, number: int) -> bool:
        """Rows of a table; the second line of one is its rule, and is written where it is missing or too short."""
        if "|" not in line or not (_ROW.match(line) or self.rows):
            if self.rows > 1:  # a parser would take the line for one more row
                self._edit(self.source.line_start(number), self.source.line_start(number), "\n")
            self.rows = 0
            return False
        self.rows += 1
        following = self.source.line_text(number + 1) if number < self.source.line_count else ""
        if self.rows == 1 and _ROW.match(line) and "|" in following:
            columns, most = _cells(line), self._widest(number)
            rule, end = "|" + "---|" * most, self.source.line_start(number) + len(line.rstrip())
            if most > columns:
                self._edit(end, end, " |" * (most - columns))
            if not _RULE.match(following):
                self._edit(end, end, f"\n{rule}")
            elif _cells(following) != most and number + 1 < self.source.line_count:
                start = self.source.line_start(number + 1)
                self._edit(start, start + len(following), rule)
        return True

    def _widest(self, number: int) -> int:
        """The cells of the longest row of a table: a parser drops those that its first row has no head for."""
        most = 0
        while number <= self.source.line_count and "|" in (row := self.source.line_text(number)):
            most = max(most, _cells(row))
            number += 1
        return most

    # ── what a line holds ──

    def _inside(self, line: str, start: int) -> None:
        if "[[" in line:
            for match in _WIKILINK.finditer(line):
                if line.count("`", 0, match.start()) % 2:
                    continue
                self._edit(start + match.start(), start + match.start(1), "")
                self._edit(start + match.end(1), start + match.end(), "")
        if "[!" in line and (callout := _CALLOUT.match(line)):
            self._edit(start + callout.end(1), start + callout.end(), "")
        if " ^" in line and (block_id := _BLOCK_ID.search(line)):
            self._edit(start + block_id.start(), start + block_id.end(), "")


def _cells(row: str) -> int:
    return row.replace("\\|", "").strip().removeprefix("|").removesuffix("|").count("|") + 1


def _following(letter: str) -> str:
    return chr(ord(letter) + 1) if letter else ""
