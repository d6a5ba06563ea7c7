"""Text to Markdown that reads as exactly that text: the other direction of the parser."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"[\\`*\[\]|]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word an underscore means nothing
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|~(?=~)|(?<=~)~"
    r"|\{(?=[#.]|[\w-]+=)"
    r"|(?<![\w@/.])@(?=[\w{])"  # would cite a source
)
_AT_START = re.compile(r"(?P<mark>>|[#+=-](?=[#+= -]|$)|-(?=[^\w]|$)|:(?=::))|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)")
_BLANKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def escape(text: str) -> str:
    """Markdown for plain text, safe at the start of a line, inside one, and in a table's cell.

    Line ends and tabs become spaces: a plain value is one line.
    """
    return escape_start(escape_inside(_BLANKS.sub(" ", text).strip(" ")))


def escape_inside(text: str) -> str:
    """The characters that mean something anywhere in a line."""
    return _ANYWHERE.sub(lambda match: "\\" + match[0], text)


def escape_start(text: str) -> str:
    """What would begin a heading, a list, a quotation or a container at the start of a line."""
    match = _AT_START.match(text)
    if match is None:
        return text
    if match["mark"]:
        return "\\" + text
    return f"{match['number']}\\{text[match.start('dot') :]}"
