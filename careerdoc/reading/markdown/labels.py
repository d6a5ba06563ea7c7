"""Labels: ``Why: …``, ``**Goal 1:** …``, ``1、``, and a deadline or a tick at the end of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.document.model import Strong, plain
from careerdoc.reading.markdown.inlines import drop, part, place_of, take
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.document.model import Inline
    from careerdoc.reading.languages import Language

_LABEL = re.compile(r"\s*([^:：.!?。；;]{1,60}?)\s*(?:[:：]|；(?=\s*$))\s*(?=\S|$)")
_DASHED = re.compile(r"\s*([^:：.!?]{1,60}?)\s*(?:\s[–—-]\s|[–—]\s?$)\s*")
_NUMBER = re.compile(
    r"\s*(?:(?:\d{1,2}|[A-Za-z])[.)](?=\s)|\d{1,2}(?:[.、．)）]|\s*-\s)(?=[^\d\s])|\d{1,2}、|[(（]\d{1,2}[)）]|[①-⑳]|\d\ufe0f?\u20e3|[#＃]\d{1,2}[.:)]?"
    r"|[一二三四五六七八九十]{1,3}[、．.]|[(（][一二三四五六七八九十]{1,3}[)）]|[ivxIVX]{1,4}[.)](?=\s)|[가-하][.)](?=\s)"
    r"|[०-९٠-٩۰-۹]{1,2}[.)\-]|\d{1,2}-\d{1,2}[.、．)）]|[أبتثجدهوז][.)](?=\s)|[אבגדהו][.)׳](?=\s)|【[✔✅√ xX]?】)\s*"
)
_SIGNS = re.compile(r"^[^\w\s(（\[【「『《〈\"'“‘«„~<>≥≤=$€£¥+#@&*`\\/|.,;:!?–—-]+\s*")
_TAIL_TAGS = re.compile(r"(?<!\s)(?:\s+#[^\s#]+|\s*【[^【】]{0,12}】)+\s*$")
_HEAD_TAGS = re.compile(r"(?:#[^\W\d][^\s#]*\s+)+(?=[^\s#])")
_TICK = re.compile(r"(?<!\s)\s*[✅✔☑✓]\ufe0f?\s*$")


LONGEST_LINE = 2_000
"""Characters of a line whose end is looked at; a longer one is prose, and looking costs its square."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """``Label: rest``; ``name`` is the field that the label names in the language, or empty."""

    name: str
    label: Scalar
    rest: tuple[Inline, ...]


def split_label(inlines: Sequence[Inline], language: Language | None = None) -> Labelled | None:
    """A short label and a colon at the start of a line, however marked up; None where there is none.

    A label in bold may stand before a dash instead.
    """
    text = plain(inlines)
    match = _LABEL.match(text)
    if match is None and inlines and isinstance(inlines[0], Strong):
        match = _DASHED.match(text)
        match = match if match and match.end(1) <= len(plain(inlines[:1])) else None
    if match is None or not inlines or "//" in text[match.end() - 1 : match.end() + 2]:
        return None
    span = place_of(inlines)
    label = Scalar(match[1], span.source.span(span.start, span.start + len(match[0].rstrip())), plain=False)
    return Labelled(_name(match[1], language) if language else "", label, drop(inlines, match.end()))


def _name(label: str, language: Language) -> str:
    """The field that a label names, with or without a number or an aside of its own."""
    return language.label(label) or language.label(re.sub(r"\s*[\d①-⑳#]+\s*$|\s*[(（][^()（）]*[)）]\s*$", "", label))


def known_label(inlines: Sequence[Inline], language: Language) -> Labelled | None:
    """The same, where the label names a field."""
    found = split_label(inlines, language)
    return found if found and found.name else None


@cache
def _titles(language: Language, name: str) -> re.Pattern[str] | None:
    """``Goal 1:``, ``目标一：``, ``Цель 2.`` and the like at the start of a text."""
    words = sorted((phrase for phrase, field in language.labels.items() if field == name), key=len, reverse=True)
    if not words:
        return None
    label = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in words)
    number = r"\d{1,2}|[①-⑳]|[ivx]{1,4}|[a-h]|[一二三四五六七八九十]{1,3}"
    ordinal = r"[^\W\d_]{2,12}"
    mark = r"(?:no\.?\s*|nr\.?\s*|n[º°]\s*|#\s*|№\s*)?"
    ends = r"\s*(?:[:：.)）、]|[–—-](?=\s))"
    numbered = rf"\s*{mark}(?:(?:{number})(?:{ends}|$)|(?:\d{{1,2}}|[①-⑳])\s+(?=\S))"
    named = rf"(?:\s+{ordinal})?\s*(?:[:：]|[–—-](?=\s)|[–—]$)"
    return re.compile(rf"\s*(?:the\s+)?(?:{label})(?:{numbered}|{named})\s*", re.IGNORECASE)


def split_title(inlines: Sequence[Inline], language: Language, name: str) -> tuple[tuple[Inline, ...], ...]:
    """What stands before a title (``Goal 1:``, ``1、``, signs) and the title; the first may be empty."""
    text = plain(inlines)
    at = len(signs[0]) if (signs := _SIGNS.match(text)) else 0
    pattern = _titles(language, name)
    match = pattern.match(text, at) if pattern else None
    match = match or _NUMBER.match(text, at)
    if match and match.end() > at:
        return part(inlines, at, match.end()), part(inlines, match.end(), len(text))
    return (), part(inlines, at, len(text))


def names_goal(inlines: Sequence[Inline], language: Language) -> bool:
    """Whether a text begins as ``Goal 1: …`` does."""
    pattern = _titles(language, "goal")
    text = plain(inlines)
    signs = _SIGNS.match(text)
    return bool(pattern and pattern.match(text, signs.end() if signs else 0))


@cache
def _deadline(language: Language) -> re.Pattern[str]:
    words = [phrase for phrase, field in language.labels.items() if field == "when"]
    label = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?:[.;,。、(（\[]\s*|(?<![\s.;,。、(（\[])\s+)({label})\s*[:：]\s*(?=\S)([^:：.。]{{1,60}}?)[)）\]]?[.。]?\s*$",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """The first line of a goal or a step, parted: what it says, and what is said around that."""

    before: tuple[Inline, ...]
    text: tuple[Inline, ...]
    when: Labelled | None
    tags: tuple[Inline, ...]
    ticked: bool


def part_line(inlines: Sequence[Inline], language: Language, name: str) -> Line:
    """Part the line that names a ``goal`` or a ``step``."""
    before, rest = split_title(inlines, language, name)
    text = plain(rest)
    if len(text) > LONGEST_LINE:
        return Line(before, rest, None, (), ticked=False)
    tick = _TICK.search(text)
    ticked = tick is not None and tick.start() > 0
    if ticked and tick is not None:
        rest = part(rest, 0, tick.start())
        text = plain(rest)
    tags: tuple[Inline, ...] = ()
    if leading := _HEAD_TAGS.match(text):
        rest, tags = part(rest, leading.end(), len(text)), part(rest, 0, leading.end())
        text = plain(rest)
    ends_in_tag = "】" in text[-3:] or "#" in text[text.rstrip().rfind(" ") :]  # looking for more takes a square's time
    if ends_in_tag and (tagged := _TAIL_TAGS.search(text)) and tagged.start():
        rest, tags = part(rest, 0, tagged.start()), part(rest, tagged.start(), len(text))
        text = plain(rest)
    when = None
    if ("：" in text or ":" in text) and (due := _deadline(language).search(text)) and due.start():
        words = part(rest, *due.span(2))
        label = take(drop(rest, due.start(1)), due.end(1) - due.start(1))
        when = Labelled("when", Scalar(due[1], place_of(label), plain=False), words)
        rest = part(rest, 0, due.start())
    return Line(before, rest, when, tags, ticked)
