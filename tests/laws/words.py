"""The words of a text as somebody else's program sees them: markdown-it's own tokens, not our parser's."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable(["table", "strikethrough"])
_WITH_HTML = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).enable(["table", "strikethrough"])
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


class _Visible(HTMLParser):
    """The text of a page, without what a browser does not show: comments, declarations, scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs) -> None:
        self.hidden += tag in {"script", "style"}
        self.parts += [f" {value} " for name, value in attrs if tag == "img" and name == "alt" and value]
        self.parts += " " * (tag not in INLINE_TAGS)

    def handle_endtag(self, tag) -> None:
        self.hidden -= tag in {"script", "style"} and self.hidden > 0
        self.parts += " " * (tag not in INLINE_TAGS)

    def handle_data(self, data) -> None:
        self.parts += [] if self.hidden else [data]


INLINE_TAGS = frozenset({"em", "strong", "code", "a", "s", "b", "i", "u", "span"})


def words_in_a_browser(markdown: str) -> Counter[str]:
    """How often each word is read in a Markdown text whose HTML is shown as HTML."""
    page = _Visible()
    page.feed(_WITH_HTML.render(_FRONT_MATTER.sub("", markdown)))
    page.close()
    return Counter(word for word in re.findall(r"\w+", "".join(page.parts)) if word != "x")


def values_of_yaml(node: object) -> Counter[str]:
    """The words of all values in loaded YAML."""
    if isinstance(node, dict):
        return sum((values_of_yaml(value) for value in node.values()), Counter())
    if isinstance(node, list):
        return sum((values_of_yaml(value) for value in node), Counter())
    if node is None or isinstance(node, bool):
        return Counter()  # a tick is no word
    return Counter(re.findall(r"\w+", str(node)))
