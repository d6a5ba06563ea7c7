"""The inline half of the Markdown parser: markdown-it's rules, made to say where each token stands.

markdown-it gives lines for blocks and nothing for inlines. Here the loop that tries its inline rules notes where
each token began and ended, at the moment it is made; nothing is searched for afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from careerdoc.document.citations import cluster_at, narrative_at
from careerdoc.document.model import (
    Citation,
    Code,
    Emphasis,
    FootnoteMark,
    Image,
    LineBreak,
    Link,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from careerdoc.document.model import Inline
    from careerdoc.source import Span

    Locate = Callable[[int, int], Span]
    """From offsets in a block's content to a span of the source."""

DEEPEST = 12
"""Inlines nested deeper than this are kept, but flat: no plan needs it and renderers recurse."""


class _SpannedState(StateInline):
    """An inline state that knows where its pending text began."""

    pending_start = 0

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        start = self.pending_start
        token = super().pushPending()
        token.meta["at"] = (start, start + len(token.content))
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self.pending_start = self.pos
        return token


class SpannedInline(ParserInline):
    """markdown-it's inline parser, with the place of every token in ``token.meta["at"]``."""

    def tokenize(self, state: StateInline) -> None:
        """Try the rules at each position; the same steps as the parent's, with places noted."""
        assert isinstance(state, _SpannedState)  # noqa: S101 - `parse` below makes no other
        rules = self.ruler.getRules("")
        end, deepest, tokens = state.posMax, state.md.options["maxNesting"], state.tokens
        while state.pos < end:
            start, count = state.pos, len(tokens)
            if not state.pending:
                state.pending_start = start
            taken = False
            if state.level < deepest:
                for rule in rules:
                    if rule(state, False):  # noqa: FBT003 - markdown-it's
                        taken = True
                        break
            if not taken:
                state.append_pending(state.src[state.pos])
                state.pos += 1
            elif len(tokens) > count:
                _note_places(tokens, count, start, state.pos)
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: object, tokens: list[Token]) -> list[Token]:
        """Tokens of one block's content."""
        state = _SpannedState(src, md, env, tokens)  # type: ignore[arg-type] # a mapping, typed loosely there
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note_places(tokens: list[Token], first: int, start: int, end: int) -> None:
    """Give the tokens that a rule has just made their place, where an inner call has not done so."""
    at = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if "at" in token.meta:
            at = token.meta["at"][1]
        elif token.type == "text":  # an emphasis mark that may stay text: one token a character or pair
            token.meta["at"] = (at, at + len(token.content))
            at += len(token.content)
        else:
            token.meta["at"] = (start, end)


def spanned(md: MarkdownIt) -> MarkdownIt:
    """The same parser with spanned inlines; to be called before plug-ins add their rules."""
    md.inline = SpannedInline()
    md.inline.ruler.before("link", "citation", _citation)
    # Both rules join text tokens and forget where the first of them stood; `build` joins them instead.
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.disable("text_join")
    return md


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's
    """The rule for ``[@key]`` and ``@key``: see `careerdoc.document.citations`."""
    first = state.src[state.pos]
    if first == "[":
        found = cluster_at(state.src, state.pos)
        end, items = found or (0, ())
    elif first == "@":
        said = narrative_at(state.src, state.pos)
        end, items = (said[0], (said[1],)) if said else (0, ())
    else:
        return False
    if not items or end > state.posMax:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = state.src[state.pos : end]
        token.meta |= {"items": items, "narrative": first == "@"}
    state.pos = end
    return True


_MARKS: dict[str, type[Emphasis | Strong | Strikethrough]] = {
    "em_open": Emphasis,
    "strong_open": Strong,
    "s_open": Strikethrough,
}


def build(tokens: list[Token], locate: Locate) -> tuple[Inline, ...]:
    """Inlines from the children of an inline token."""
    stack: list[tuple[Token | None, list[Inline]]] = [(None, [])]
    for token in tokens:
        start, end = token.meta.get("at", (0, 0))
        if token.nesting == 1:
            stack.append((token, []))
        elif token.nesting == -1:
            opening, children = stack.pop()
            if opening is None:  # a closing mark without its opening cannot come from markdown-it
                stack.append((None, children))
                continue
            # markdown-it keeps the inner of the two marks on either side of strong text
            outer = 1 if opening.type == "strong_open" else 0
            span = locate(opening.meta.get("at", (0, 0))[0] - outer, end + outer)
            if len(stack) > DEEPEST:
                stack[-1][1].extend(children)
            elif opening.type == "link_open":
                stack[-1][1].append(Link(str(opening.attrs.get("href", "")), tuple(children), span))
            else:
                stack[-1][1].append(_MARKS[opening.type](tuple(children), span))
        else:
            _add_leaf(stack[-1][1], token, locate(start, end))
    return tuple(stack[0][1])


def _add_leaf(into: list[Inline], token: Token, span: Span) -> None:
    match token.type:
        case "text" | "text_special":
            previous = into[-1] if into else None
            if isinstance(previous, Text) and previous.span.end == span.start and _verbatim(previous, token, span):
                into[-1] = Text(previous.text + token.content, previous.span.to(span))
            elif token.content:
                into.append(Text(token.content, span))
        case "code_inline":
            into.append(Code(token.content, span))
        case "softbreak":
            into.append(SoftBreak(span))
        case "hardbreak":
            into.append(LineBreak(span))
        case "image":
            attrs = token.attrs
            into.append(Image(str(attrs.get("src", "")), _alt(token), str(attrs.get("title", "")), span))
        case "citation":
            into.append(Citation(token.meta["items"], token.meta["narrative"], token.content, span))
        case "footnote_ref":
            into.append(FootnoteMark(str(token.meta.get("label", "")), span))
        case _:
            into.append(Text(token.content, span))


def _verbatim(previous: Text, token: Token, span: Span) -> bool:
    """Whether both texts stand in the source letter by letter, so that one span serves both."""
    return len(previous.text) == previous.span.end - previous.span.start and (
        len(token.content) == span.end - span.start
    )


def _alt(token: Token) -> str:
    """The words of an image's description."""
    parts: list[str] = []
    pending = list(reversed(token.children or []))
    while pending:
        child = pending.pop()
        if child.children:
            pending.extend(reversed(child.children))
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(child.content)
    return "".join(parts)
