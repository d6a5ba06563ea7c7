"""Formatted text while it is put together: runs of characters, each with its look, and what happens where two meet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from careerdoc.document.model import Emphasis, Link, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdoc.document.model import Inline
    from careerdoc.source import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. ``kept`` are those whose case is meant; ``target`` makes a link of them."""

    text: str
    italic: bool = False
    kept: bool = False
    target: str = ""


Runs: TypeAlias = tuple[Run, ...]

NONE: Runs = ()
_MARK = re.compile(
    r'(?P<italic></?(?:i|em)>)|(?P<kept><span class="nocase">|</span>)|(?P<tag></?(?:b|strong|sup|sub)>)'
    r"|(?P<brace>[{}])|(?P<star>(?<![\w*])\*(?=[^\s*][^*]{0,200}[^\s*]\*|[^\s*]\*)|(?<=[^\s*])\*(?![\w*]))"
)


def marked(text: str) -> Runs:
    """The runs of a title: ``<i>…</i>`` and ``*…*`` are italic, the case of ``{…}`` is meant."""
    text = _curled(text)
    runs: list[Run] = []
    at, italic, kept, stars = 0, False, 0, False
    for mark in _MARK.finditer(text):
        if mark["star"] and not stars and "*" not in text[mark.end() :]:
            continue
        runs.append(Run(text[at : mark.start()], italic=italic or stars, kept=kept > 0))
        at = mark.end()
        if mark["italic"]:
            italic = not mark[0].startswith("</")
        elif mark["star"]:
            stars = not stars
        elif mark["kept"] or mark["brace"]:
            kept = max(0, kept + (-1 if mark[0] in {"</span>", "}"} else 1))
    runs.append(Run(text[at:], italic=italic or stars, kept=kept > 0))
    return tuple(run for run in runs if run.text)


def _curled(text: str) -> str:
    """Typed quotation marks as they are set: ``"Dr. House"`` as ``“Dr. House”``; those of a tag stay."""
    if "'" in text:
        text = re.sub(r"(?<!\w)'(?=\w[^']{0,60}\w'(?!\w))", "‘", text)
        text = re.sub(r"(?<=\w)'(?!\w)", "’", text) if "‘" in text else text
    if '"' not in text:
        return text
    text = re.sub(r'(?<![\w.,!?…”’)\]*=>])"(?=\S)(?![^<]{0,20}>)', "“", text)
    return re.sub(r'(?<=\S)"(?![^<]{0,20}>)', "”", text)


def said(text: str) -> Runs:
    """Plain characters."""
    return (Run(text),) if text else NONE


def italic(runs: Runs) -> Runs:
    """In italics; what is italic within is set upright (APA 6.22, MLA 2.110: reverse italics)."""
    return tuple(replace(run, italic=not run.italic) for run in runs)


def linked(address: str, text: str = "") -> Runs:
    """An address as a link."""
    return (Run(text or address, target=address),) if address else NONE


def text_of(runs: Iterable[Run]) -> str:
    """The characters."""
    return "".join(run.text for run in runs)


def joined(pieces: Iterable[Runs], between: str) -> Runs:
    """Pieces with something between them, empty ones left out."""
    out: list[Run] = []
    for piece in pieces:
        if piece:
            out.extend(said(between) if out else NONE)
            out.extend(piece)
    return tuple(out)


_ENDED = re.compile(r"[.?!…。？！][”’\"»]*\Z")


def ended(runs: Runs, mark: str = ".") -> Runs:
    """A piece with a full stop, unless it ends with one or with ``?`` or ``!`` (APA 6.1, 9.5; MLA 5.9)."""
    if not runs or _ENDED.search(text_of(runs)):
        return runs
    return inside_quotes(runs, mark)


def inside_quotes(runs: Runs, mark: str) -> Runs:
    """A piece with a full stop or comma, which stands before a closing quotation mark (APA 6.7, MLA 2.84)."""
    last = runs[-1]
    if last.text.endswith("”") and mark in {".", ","}:
        closing = last.text[-2:] if last.text.endswith("’”") else "”"
        return (*runs[:-1], replace(last, text=last.text.removesuffix(closing) + mark + closing))
    return (*runs, Run(mark))


def quoted(runs: Runs) -> Runs:
    """In double quotation marks; those within become single (APA 6.7, MLA 2.84)."""
    inner = tuple(replace(run, text=_singled(run.text)) for run in runs)
    return (Run("“"), *inner, Run("”"))


def _singled(text: str) -> str:
    text = re.sub(r'(^|[\s(\[—])"', r"\1‘", text).replace('"', "’")
    return text.replace("“", "‘").replace("”", "’")


def smoothed(runs: Runs) -> Runs:
    """Runs with neighbours of one look made one, doubled blanks and full stops gone, apostrophes curved."""
    out: list[Run] = []
    for run in runs:
        text = run.text if run.target else re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", run.text)
        before = out[-1].text[-1:] if out else ""
        if before == " " and text.startswith(" "):
            text = text[1:]
        if before == "." and text.startswith(".") and not text.startswith(". ."):
            text = text[1:]
        if not text:
            continue
        if out and (out[-1].italic, out[-1].target) == (run.italic, run.target):
            out[-1] = replace(out[-1], text=out[-1].text + text)
        else:
            out.append(replace(run, text=text, kept=False))
    return tuple(out)


def inlines(runs: Runs, span: Span) -> tuple[Inline, ...]:
    """The runs as inlines of a document."""
    made: list[Inline] = []
    for run in smoothed(runs):
        node: Inline = Text(run.text, span)
        if run.italic:
            node = Emphasis((node,), span)
        made.append(Link(run.target, (node,), span) if run.target else node)
    return tuple(made)
