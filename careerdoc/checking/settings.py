"""The ``checks`` of a plan, a project or a pack: from the Tree to Settings, with what was written wrong.

::

    checks:
      select: [CD1]
      ignore: [CD104]
      levels: {goal-without-time-frame: error}
      limits:
        words: {plan: 1000-1500, decision: at least 150}
        counts: {goals: 3-, steps: 2-5}
        parts: [sources, reflection]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.checking.registry import registry
from careerdoc.checking.rule import COUNTED, Limits
from careerdoc.checking.selecting import ALL, Settings, reach
from careerdoc.findings import CareerdocError, Finding, Level, nearest
from careerdoc.plan import Plan
from careerdoc.tree import Mapping, Scalar, Sequence, is_null

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.source import Span
    from careerdoc.tree import Node

    Bounds = tuple[int | None, int | None]

KEYS = ("select", "ignore", "levels", "limits")
LEVELS = {level.value: level for level in Level}
OFF = "off"
PARTS = ("main_goal", "profile", "goals", "short_term", "long_term", "barriers", "sources", "signatures", *Plan.ROLES)
"""The parts that limits can ask for."""

COUNTED_WORDS = ("plan", "main_goal", "profile", "barriers", *Plan.ROLES)
"""The parts whose words limits can bound; ``plan`` is all of it."""

_BETWEEN = re.compile(r"(\d{1,6})?\s*(?:-|–|to|…|\.\.\.?)\s*(\d{1,6})?")
_LEAST = re.compile(r"(?:at least|min(?:imum)?\.?|>=|≥)\s*(\d{1,6})")
_MOST = re.compile(r"(?:at most|max(?:imum)?\.?|<=|≤)\s*(\d{1,6})")


def read_settings(node: Node | None) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in a ``checks`` node, and a finding for each thing in it that is not understood."""
    reader = _Reader()
    return reader.settings(node), tuple(reader.findings)


def settings_of_command(select: Iterable[str], ignore: Iterable[str]) -> Settings:
    """The settings that a command was given. Raises CareerdocError where a selector names nothing."""
    chosen, unwanted = (tuple(_typed(words, option)) for words, option in ((select, "--select"), (ignore, "--ignore")))
    return Settings(chosen or None, unwanted)


def _typed(given: Iterable[str], option: str) -> Iterator[str]:
    for words in given:
        for word in words.replace(",", " ").split():
            if not known_selector(word.casefold()):
                raise CareerdocError(replace(unknown_selector(word, None, option), level=Level.ERROR))
            yield word.casefold()


def known_selector(word: str) -> bool:
    """Whether a selector, in small letters, names any code at all."""
    return word == ALL or any(reach(word, topic) for topic in registry().topics())


def unknown_selector(word: str, span: Span | None, place: str = "") -> Finding:
    """The finding about a selector that names no code, with the nearest one."""
    names = [name for topic in registry().topics() for name in (topic.code.casefold(), topic.name)]
    hint = nearest(word, names)
    hint = re.sub(r'"(cd\d+)"', lambda match: match[0].upper(), hint) or "`careerdoc explain` lists the codes"
    return Finding("CD050", Level.WARNING, f'there is no code or name "{word}"', span, hint, place)


def read_bounds(text: str) -> Bounds | None:
    """From–to, of ``3-5``, ``3 to 5``, ``3-``, ``-5``, ``at least 3``, ``at most 5``, ``4``; None of anything else."""
    said = " ".join(text.casefold().split())
    if said.isdecimal() and len(said) <= 6:
        return int(said), int(said)
    if match := _LEAST.fullmatch(said):
        return int(match[1]), None
    if match := _MOST.fullmatch(said):
        return None, int(match[1])
    match = _BETWEEN.fullmatch(said)
    if match is None or not (match[1] or match[2]):
        return None
    low, high = (int(number) if number else None for number in match.groups())
    return None if low is not None and high is not None and low > high else (low, high)


class _Reader:
    """Reads one ``checks`` node and collects findings."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def amiss(self, message: str, span: Span, hint: str) -> None:
        self.findings.append(Finding("CD051", Level.WARNING, message, span, hint))

    def settings(self, node: Node | None) -> Settings:
        said = dict(self._entries(node, "checks", KEYS))
        ignore = list(self._selectors(said.get("ignore")))
        levels: dict[str, Level] = {}
        for key, value in self._pairs(said.get("levels"), "levels"):
            selector = self._selector(key)
            word = value.value.strip().casefold() if isinstance(value, Scalar) else ""
            if word not in LEVELS and word != OFF:
                known = ", ".join([*LEVELS, OFF])
                self.amiss(f'"{word}" is not a level', value.span, f"{nearest(word, LEVELS)} levels: {known}".strip())
            elif selector and word == OFF:
                ignore.append(selector)
            elif selector:
                levels[selector] = LEVELS[word]
        chosen = said.get("select")
        select = None if is_null(chosen) else tuple(self._selectors(chosen))
        return Settings(select, tuple(ignore), levels, self._limits(said.get("limits")))

    def _limits(self, node: Node | None) -> Limits:
        said = dict(self._entries(node, "limits", ("words", "counts", "parts")))
        parts = [self._known(item, PARTS, "part") for item in self._items(said.get("parts"))]
        return Limits(
            dict(self._bounds(said.get("words"), "words", COUNTED_WORDS)),
            dict(self._bounds(said.get("counts"), "counts", COUNTED)),
            tuple(part for part in parts if part),
        )

    def _bounds(self, node: Node | None, name: str, known: tuple[str, ...]) -> Iterator[tuple[str, Bounds]]:
        for key, value in self._entries(node, name, known):
            bounds = read_bounds(value.value) if isinstance(value, Scalar) else None
            if bounds is None:
                self.amiss("this is not a range", value.span, "write `3-5`, `3-` (at least), `-5` (at most) or `4`")
            else:
                yield key, bounds

    # ── pieces ──

    def _entries(self, node: Node | None, name: str, known: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
        for key, value in self._pairs(node, name):
            word = self._known(key, known, "key here")
            if word:
                yield word, value

    def _pairs(self, node: Node | None, name: str) -> tuple[tuple[Scalar, Node], ...]:
        if node is None or is_null(node):
            return ()
        if not isinstance(node, Mapping):
            self.amiss(f'"{name}" is made of `key: value` lines', node.span, "see `careerdoc explain bad-checks`")
            return ()
        return node.entries

    def _known(self, node: Node, known: Iterable[str], what: str) -> str:
        word = node.value.strip().casefold().replace("-", "_").replace(" ", "_") if isinstance(node, Scalar) else ""
        if word in known:
            return word
        hint = f"{nearest(word, known)} known: {', '.join(known)}".strip()
        self.amiss(f'"{node.value if isinstance(node, Scalar) else "a list"}" is not a {what}', node.span, hint)
        return ""

    def _items(self, node: Node | None) -> tuple[Node, ...]:
        if node is None or is_null(node):
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def _selectors(self, node: Node | None) -> Iterator[str]:
        for item in self._items(node):
            if isinstance(item, Scalar) and "," in item.value:
                words = re.finditer(r"[^\s,]+", item.value)
                pieces = [Scalar(match[0], item.part(*match.span())) for match in words]
            else:
                pieces = [item] if isinstance(item, Scalar) else []
                if not pieces:
                    self.amiss("this should be a code or a name", item.span, "write `[CD104, CD110]`")
            yield from (selector for piece in pieces if (selector := self._selector(piece)))

    def _selector(self, node: Scalar) -> str:
        word = node.value.strip().casefold()
        if known_selector(word):
            return word
        self.findings.append(unknown_selector(node.value.strip(), node.span))
        return ""
