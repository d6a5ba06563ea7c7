"""Time frames in a text: where they stand, and the days they mean.

The grammar, in every language from its own words::

    frame   = [relation] core [relation]
    core    = point | point between point | length | counted
    point   = a day, month, season, term, quarter, half, year, or the beginning, middle or end of one
    length  = [number "-"] number unit          six months · 6-12 weeks · half a year
    counted = unit number ["-" number]          Year 1 · months 1–3, counted from the plan's date

``by`` leaves the start open, ``before`` ends on the day before, ``from`` leaves the end open, ``within`` runs from the
plan's date, ``in six months`` is one day. A relation may stand behind what it belongs to (5월까지). What has no year is
the next such time.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.plan.timeframe.calendar import Days, around, later, one_day
from careerdoc.plan.timeframe.points import YEAR, bare, meaning, points
from careerdoc.plan.timeframe.vocabulary import NEVER, alternatives, time_words

if TYPE_CHECKING:
    from careerdoc.plan.timeframe.vocabulary import TimeWords
    from careerdoc.reading.languages import Language

_RELATIONS = ("by", "before", "during", "since", "after", "within", "ahead")
_SOME_DAY = dt.date(2000, 1, 1)
_BARE = re.compile(rf"(?:{YEAR}(?:\s*[-/–—~]\s*(?:{YEAR}|\d\d))?|[qt][1-4]\W*{YEAR}|\d{{1,2}}/{YEAR})")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The expressions of one language: ``frame`` finds, the others tell the parts of what was found."""

    language: Language
    words: TimeWords
    frame: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    length: re.Pattern[str]
    counted: re.Pattern[str]
    shifted: re.Pattern[str]
    range_word: re.Pattern[str]
    the: re.Pattern[str]
    open: re.Pattern[str]
    until: re.Pattern[str]
    hint: re.Pattern[str]

    def is_bare(self, text: str) -> bool:
        """Whether a match may as well be a number in the text: "a 2027 class"."""
        return _BARE.fullmatch(text) is not None

    def is_weak(self, text: str) -> bool:
        """Whether a match may as well be words of the text: a month or a season alone, a length, a count."""
        if re.search(YEAR, text) or self.shifted.search(text):
            return False
        _, kind, relation = self._parsed(text, _SOME_DAY)
        return not relation or (kind == "length" and relation == "during")  # "for eight weeks" says not from when

    def is_sure(self, text: str) -> bool:
        """Whether a match is a time frame even within a sentence: it has a year and more, or counts from now."""
        if re.search(YEAR, text):
            core, relation = self._related(text)
            return relation not in {"", "during"} or not self.is_bare(core)
        _, kind, relation = self._parsed(text, _SOME_DAY)
        return kind == "length" and bool(relation)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where time frames stand in a text; two points with a word for "to" between them are one."""
        found: list[tuple[int, int]] = []
        for match in self.frame.finditer(text):
            start, end = match.span()
            gap = text[found[-1][1] : start] if found else None
            if gap is not None and (gap.isspace() or self.between.fullmatch(gap)):
                joined = (found[-1][0], end)
                inner = self.range_word.sub("", self._related(text[slice(*joined)])[0], count=1)
                if self._range(inner, _SOME_DAY) is not None:
                    found[-1] = joined
                    continue
            found.append((start, end))
        return [self._without_range_word(text, *place) for place in found]

    def _without_range_word(self, text: str, start: int, end: int) -> tuple[int, int]:
        """A place without the word that begins a range, "de" in "de marzo a mayo", where it is none."""
        match = self.range_word.match(text, start, end)
        if match is None or self._range(text[match.end() : end].strip(), _SOME_DAY) is not None:
            return start, end
        return match.end(), end

    def dates(self, text: str, today: dt.date) -> Days:
        """First and last day that a text, even and folded, means; none where it means none."""
        text = text.strip()
        if (word := self.range_word.match(text)) and (days := self._range(text[word.end() :].strip(), today)):
            return days
        days, kind, relation = self._parsed(text, today)
        if days is None:
            return None, None
        if kind == "range" and relation != "by":
            return days
        return _apply(days, relation, today, is_length=kind == "length")

    def _parsed(self, text: str, today: dt.date) -> tuple[Days | None, str, str]:
        """What a text means without its relation, as which kind of time frame, and the relation."""
        core, relation = self._related(text)
        if relation == "by" and (unit := self.words.units.get(core) or self.words.units.get(self.the.sub("", core))):
            return around(today, unit, 0, self.words.academic), "point", relation
        days, kind = self._core(core, today)
        if days is None and relation:
            days, kind = self._core(text, today)
            relation = ""
        if kind == "length" and relation in {"during", "after"} and text.startswith(self.words.lists.get("ahead", ())):
            relation = "ahead"  # "in May" is during May, "in six months" is then
        return days, kind, relation

    def _related(self, text: str) -> tuple[str, str]:
        """A text without the relation before or behind it, and which one it was."""
        relation = ""
        if (match := self.before.match(text)) and match.end() < len(text):
            relation, text = _name(match), text[match.end() :].strip()
        behind = [match for match in self.after.finditer(text) if match.end() == len(text) and match.start()]
        if behind:
            relation, text = _name(behind[0]), text[: behind[0].start()].strip()
        return text, relation

    def _core(self, text: str, today: dt.date) -> tuple[Days | None, str]:
        """What a text without relations means, and as which kind of time frame."""
        if days := meaning(text, self.language, today):
            return days, "point"
        if match := self.length.fullmatch(text):
            return self._length(match, today), "length"
        if match := self.counted.fullmatch(text):
            return self._counted(match, today), "counted"
        return self._range(text, today), "range"

    def _length(self, match: re.Match[str], today: dt.date) -> Days | None:
        if match["length"]:
            return one_day(later(today, self.words.lengths[" ".join(match["length"].split())], "month"))
        unit = self.words.units[match["unit"]]
        end = later(today, self._number(match["number"]), unit)
        start = later(today, self._number(match["least"]), unit) if match["least"] else end
        return (start, end) if start and end else None

    def _number(self, text: str) -> int:
        return int(text) if text.isdigit() else self.words.numbers[" ".join(text.split())]

    def _counted(self, match: re.Match[str], today: dt.date) -> Days | None:
        """``Year 2``, ``months 1–3``: counted from the plan's date, the first one begins on it."""
        unit = self.words.units[match["unit"] or match["unit2"]]
        first = self._number(match["first"] or match["first2"])
        last = self._number(match["last"]) if match["last"] else first
        start, end = later(today, first - 1, unit), later(today, last, unit)
        return (start, end - dt.timedelta(days=1)) if first and start and end and start < end else None

    def _range(self, text: str, today: dt.date) -> Days | None:
        """From the start of one point to the end of another; the first may leave its year to the second."""
        for match in self.between.finditer(text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip()
            second = meaning(right, self.language, today)
            if not left or second is None or second[0] is None:
                continue
            first = meaning(left, self.language, today)
            if first and first[0] and not re.search(YEAR, left):
                first = self._before(left, second[0], first[0])
            if first and first[0] and second[1] and first[0] <= second[1]:
                return first[0], second[1]
        return None

    def _before(self, left: str, end: dt.date, found: dt.date) -> Days | None:
        """A point without a year, in the year that lets it come before another."""
        days = meaning(left, self.language, dt.date(end.year, 1, 1))
        if days and days[0] and days[0] > end and end.year > dt.MINYEAR:
            days = meaning(left, self.language, dt.date(end.year - 1, 1, 1))
        return days if days and days[0] else (found, found)


def _apply(days: Days, relation: str, today: dt.date, *, is_length: bool) -> Days:
    """The days that a relation makes of those of its point."""
    first, last = days
    if is_length and relation in {"within", "during", "by", ""}:
        return today, last
    match relation:
        case "within":
            return (today, last) if first and first > today else days
        case "by":
            return None, last
        case "before":
            return None, first - dt.timedelta(days=1) if first and first > dt.date.min else last
        case "since":
            return first, None
        case "after":
            return last + dt.timedelta(days=1) if last and last < dt.date.max and not is_length else last, None
        case _:
            return days


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language."""
    words = time_words(language)
    edge = r"(?<![^\W_])" if words.spaced else ""
    close = r"(?![^\W_])" if words.spaced else r"(?!\d)"
    before = _named(words, _RELATIONS, "")
    after = _named(words, _RELATIONS, "_after")
    point = points(language).text
    unit_ = alternatives(words.units)
    unit, number = alternatives(words.units), rf"(?:\d{{1,3}}|{alternatives(words.numbers)})"
    few = rf"(?:{words.any('few')}\s*)?"
    gap = r"[\s-]*" if not words.spaced else r"[\s-]+"
    least = rf"(?:(?P<least>{number})\s*(?:{words.any('between')})\s*)?"
    length = rf"(?:(?P<length>{alternatives(words.lengths)})|{few}{least}(?P<number>{number}){gap}(?P<unit>{unit}))"
    counted = (
        rf"(?:(?P<unit>{unit})\s*(?P<first>\d{{1,2}})(?:\s*(?:{words.any('between')})\s*(?P<last>\d{{1,2}}))?"
        rf"|{words.any('nth')}\s*(?P<first2>{number})\s*(?P<unit2>{unit}))"
    )
    between = rf"\s*{words.any('between')}\s*"
    part = bare(points(language).part)
    by = rf"{words.any('by')}\s*(?:{words.any('the')}\s*)?{unit_}"
    core = rf"(?:{point}|{bare(length)}|{bare(counted)}|{part}{unit_}|{by})"
    lead = rf"(?:(?:{bare(before)})\s*){{0,2}}(?:{words.any('range')}\s+)?"
    trail = rf"(?:\s*(?:{bare(after)}))?"
    hints = [*words.months, *words.seasons, *words.units, *words.lengths]
    hints += [*words.lists.get("open", ()), *words.lists.get("today", ()), *words.lists.get("tomorrow", ())]
    return Grammar(
        language,
        words,
        re.compile(rf"{edge}{lead}{core}{trail}{close}"),
        re.compile(rf"(?:{before})\s*"),
        re.compile(rf"\s*(?:{after})"),
        re.compile(between),
        re.compile(length),
        re.compile(counted),
        re.compile(rf"^(?:{words.any('during', 'by')}\s*)?(?:{words.any('this', 'next')})|{words.any('next_after')}$"),
        re.compile(rf"{words.any('range')}\s+"),
        re.compile(rf"^{words.any('the')}\s*"),
        re.compile(rf"(?:^|[,;:–—(\[、，（،]|\s-)\s*(?P<open>{words.any('open')})\s*[)\]）]?\s*[.;,。]?\s*$"),
        re.compile(rf"[(（\[](?P<open>{words.any('by', 'before')}\s[^()（）\[\]]{{1,60}})[)）\]]\s*[.。]?\s*$"),
        re.compile(rf"\d|{alternatives(hints)}|[(（]"),
    )


def _named(words: TimeWords, names: tuple[str, ...], suffix: str) -> str:
    """Relations as named groups; the longest word of all wins, so that "by the end of" is not "by"."""
    pairs = sorted(
        ((word, name) for name in names for word in words.lists.get(name + suffix, ())), key=lambda pair: -len(pair[0])
    )
    if not pairs:
        return NEVER
    groups: list[tuple[str, list[str]]] = []
    for word, name in pairs:
        if groups and groups[-1][0] == name:
            groups[-1][1].append(word)
        else:
            groups.append((name, [word]))
    parts = [f"(?P<{name}{suffix}_{index}>{alternatives(group)})" for index, (name, group) in enumerate(groups)]
    return "|".join(parts)


def _name(match: re.Match[str]) -> str:
    return (match.lastgroup or "").split("_")[0]
