"""The words of a text as somebody else's program sees them: markdown-it's own tokens, not our parser's."""

from __future__ import annotations

import re
from collections import Counter

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def visible_words(markdown: str) -> Counter[str]:
    """How often each word is read in a Markdown text without its front matter."""
    parts: list[str] = []
    for token in _MARKDOWN.parse(_FRONT_MATTER.sub("", markdown)):
        for child in token.children or ():
            if child.type in {"text", "text_special", "code_inline", "image"}:
                parts.append(child.content)
            elif child.type.endswith("break"):
                parts.append(" ")
        if token.type in {"fence", "code_block"}:
            parts.append(token.content)
        parts.append(" ")
    return Counter(word for word in re.findall(r"\w+", "".join(parts)) if word != "x")  # a tick is no word


def values_of_yaml(node: object) -> Counter[str]:
    """The words of all values in loaded YAML."""
    if isinstance(node, dict):
        return sum((values_of_yaml(value) for value in node.values()), Counter())
    if isinstance(node, list):
        return sum((values_of_yaml(value) for value in node), Counter())
    return Counter(re.findall(r"\w+", str(node)))
