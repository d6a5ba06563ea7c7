"""What there is to read about a code: its page, as Markdown for the documentation and as text for a terminal.

The pages of our codes are files beside this module, ``pages/CD104.md``. A stranger's rule is explained by its
docstring.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdoc.checking.registry import registry
from careerdoc.checking.rule import Rule
from careerdoc.checking.terminal import as_lines
from careerdoc.findings import nearest, refusal

if TYPE_CHECKING:
    from careerdoc.checking.registry import Topic

FOLDER = Path(__file__).parent / "pages"

_HEAD = re.compile(r"# .*\n+")


def topic_of(word: str) -> Topic:
    """The topic of a code or a name. Raises CareerdocError, with the nearest one, where there is none."""
    topic = registry().find(word)
    if topic is None:
        known = {name.casefold(): name for t in registry().topics() for name in (t.code, t.name)}
        close = nearest(word, known)
        hint = re.sub(r'"(.+)"', lambda match: f'"{known[match[1]]}"', close) or "`careerdoc explain` lists all of them"
        raise refusal("CD050", f'there is no code or name "{word}"', place=word, hint=hint)
    return topic


def page_of(topic: Topic) -> str:
    """The page of a topic in Markdown: its title, what it says in one line, its level, and the text."""
    origin = registry().origins.get(topic.code)
    told = f"Level: {topic.level.value}" + (f"; a rule of {origin}" if origin else "")
    text = _text_of(topic)
    summary = "" if topic.summary.rstrip(".") in text else f"{topic.summary}\n\n"
    return f"# {topic.code} {topic.name}\n\n{summary}{told}\n\n{text}".rstrip() + "\n"


def _text_of(topic: Topic) -> str:
    if isinstance(topic, Rule) and topic.code in registry().origins:
        return inspect.cleandoc(topic.find.__doc__ or "")
    path = FOLDER / f"{topic.code}.md"
    return _HEAD.sub("", path.read_text("utf-8"), count=1) if path.is_file() else ""


def explained(word: str, width: int) -> str:
    """The page of a code or a name as plain text, in lines of so many columns."""
    topic = topic_of(word)
    return as_lines(page_of(topic), width)


def listed(width: int) -> str:
    """All codes, each with its level, its name and its one line."""
    lines: list[str] = []
    for topic in registry().topics():
        head = f"{topic.code}  {topic.level.value:<7}  "
        text = f"{topic.name}: {topic.summary}"
        lines += textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head)) or [head]
    return "\n".join(lines) + "\n"


def topic_data(topic: Topic) -> dict[str, Any]:
    """A topic for programs."""
    return {
        "code": topic.code,
        "name": topic.name,
        "level": topic.level.value,
        "summary": topic.summary,
        "from": registry().origins.get(topic.code, "careerdoc"),
        "page": page_of(topic),
    }


def pages() -> dict[str, str]:
    """The pages of our own codes for the documentation, by file name, with a list of them."""
    ours = [topic for topic in registry().topics() if topic.code not in registry().origins]
    rows = [f"| [{t.code}]({t.code}.md) | {t.name} | {t.level.value} | {_cell(t.summary)} |" for t in ours]
    table = "\n".join(["| code | name | level | says |", "| --- | --- | --- | --- |", *rows])
    words = "`careerdoc explain CODE` shows the same pages. [Checking](../checking.md) tells how to choose among them."
    files = {f"{topic.code}.md": page_of(topic) for topic in ours}
    return {"README.md": f"# What careerdoc checks\n\n{words}\n\n{table}\n", **files}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
