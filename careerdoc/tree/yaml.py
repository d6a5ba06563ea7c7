"""YAML text to a Tree, with bounds: built from the parser's events, so nothing in the text is ever constructed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from careerdoc.findings import CareerdocError, Finding, Level, refusal
from careerdoc.source import UNFIT
from careerdoc.tree.model import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.source import Source, Span
    from careerdoc.tree.model import Node

DEEPEST = 32
"""Levels of nesting; a plan needs six."""

MOST_NODES, FEW_NODES, SHORTEST = 40_000, 10_000, 20
"""Scalars, sequences and mappings in one text: as many as the first, but beyond the second only one for each
``SHORTEST`` characters. A hundred thousand of ``- a`` are made to be slow."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(source: Source, *, first_line: int = 1, last_line: int | None = None) -> Node | None:
    """The Tree of a YAML text, or of some of its lines (front matter); None where it is empty.

    Raises CareerdocError, located, on invalid YAML, aliases, doubled keys, several documents and excess.
    """
    start = source.line_start(first_line)
    end = len(source.text) if last_line is None else source.line_start(last_line + 1)
    if not source.text[start:end].strip():
        return None
    reader = _Reader(source, first_line - 1)
    try:
        for event in _events(source.text[start:end]):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise _invalid(source, first_line - 1, error) from None
    except yaml.reader.ReaderError as error:
        raise refusal(
            "CD003",
            f"the character U+{int(error.character):04X} cannot stand in YAML",
            span=source.span(start + int(error.position), start + int(error.position) + 1),
            hint="delete it",
        ) from None
    return reader.root


def _events(text: str) -> Iterator[yaml.Event]:
    return iter(yaml.parse(text, Loader=_LOADER))


def _invalid(source: Source, lines_before: int, error: yaml.MarkedYAMLError) -> CareerdocError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1 + lines_before, mark.column) if mark else (1, 0)
    line = min(line, source.line_count)
    at = min(source.line_start(line) + column, source.line_start(line) + len(source.line_text(line)))
    problem = (error.problem or "this is not valid YAML").strip()
    return refusal(
        "CD003",
        f"this is not valid YAML: {problem}",
        span=source.span(at, at + 1),
        hint='put quotes around text that holds ": " or begins with a special character; indent with blanks',
    )


class _Reader:
    """Builds nodes from events, without recursion."""

    def __init__(self, source: Source, lines_before: int) -> None:
        self.source = source
        self.lines_before = lines_before
        self.root: Node | None = None
        self.nodes = 0
        self.most = min(MOST_NODES, FEW_NODES + len(source.text) // SHORTEST)
        self.documents = 0
        self.open: list[tuple[yaml.Event, list[Node]]] = []

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.AliasEvent():
                raise refusal(
                    "CD004",
                    "aliases (*name) are not read here",
                    span=self._span(event),
                    hint="write the text out where it is needed",
                )
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise refusal(
                        "CD003",
                        "a second YAML document begins here",
                        span=self._span(event),
                        hint="keep one plan in a file",
                    )
            case yaml.ScalarEvent(value=value):
                self._refuse_unfit(value, event)
                self._finish(Scalar(value, self._scalar_span(event), plain=not event.style))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._bound(event)
                self.open.append((event, []))
            case yaml.SequenceEndEvent():
                start, nodes = self.open.pop()
                self._finish(Sequence(tuple(nodes), self._span(start, event)))
            case yaml.MappingEndEvent():
                start, nodes = self.open.pop()
                self._finish(Mapping(self._entries(nodes), self._span(start, event)))
            case _:
                pass

    def _refuse_unfit(self, value: str, event: yaml.Event) -> None:
        """An escape can write what the text itself may not hold: a NUL, a lone surrogate."""
        found = UNFIT.search(value)
        if found is not None:
            raise refusal(
                "CD003",
                f"this holds the control character U+{ord(found[0]):04X}, which no document can show",
                span=self._span(event),
                hint="delete the escape that writes it",
            )

    def _bound(self, event: yaml.Event) -> None:
        if len(self.open) >= DEEPEST:
            raise refusal(
                "CD005",
                f"this is nested more than {DEEPEST} levels deep",
                span=self._span(event),
                hint="use fewer levels",
            )

    def _finish(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > self.most:
            told = f"there are more than {self.most:,} values in this file"
            raise refusal("CD005", told, span=node.span, hint="part it into several files")
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def _entries(self, nodes: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise refusal("CD003", "a key must be plain text", span=key.span, hint="write `name: value`")
            if key.value in seen:
                first = seen[key.value].span.line
                raise CareerdocError(
                    Finding(
                        "CD003",
                        Level.ERROR,
                        f'the key "{key.value}" stands here a second time',
                        key.span,
                        f"the first is in line {first}; keep one of them, or make a list",
                    )
                )
            seen[key.value] = key
            entries.append((key, value))
        return tuple(entries)

    def _at(self, mark: Any) -> int:  # noqa: ANN401 - each of PyYAML's two loaders has its own Mark
        if mark is None:
            return 0
        line = min(mark.line + 1 + self.lines_before, self.source.line_count)
        return self.source.line_start(line) + int(mark.column)

    def _span(self, event: yaml.Event, end: yaml.Event | None = None) -> Span:
        span = self.source.span(self._at(event.start_mark), self._at((end or event).end_mark))
        return self.source.span(span.start, span.start + len(span.text.rstrip()))

    def _scalar_span(self, event: yaml.ScalarEvent) -> Span:
        """Where the value stands; without its quotes, if it has any."""
        span = self._span(event)
        if event.style in {"'", '"'} and span.end - span.start >= 2:
            return self.source.span(span.start + 1, span.end - 1)
        return span
