"""What lays a line or a list of a template out: indents, labels, asides, prose on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.gist import gist
from careerdoc.composing.outlining import begins_with_paragraph, outlined
from careerdoc.document.escape import escape
from careerdoc.document.surnames import surname
from careerdoc.plan import Plain, Plan, Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careerdoc.composing.joining import Joining
    from careerdoc.plan import TimeFrame
    from careerdoc.source import Span


class Layout:
    """One composition: its plan, its language, and how its lines are laid out."""

    def __init__(
        self, plan: Plan, words: Joining, gettext: Callable[[str], str], *, third_person: bool = False
    ) -> None:
        """``words`` joins sentences in the plan's language; ``third_person`` tells of the student by name."""
        self.plan = plan
        self.words = words
        self.gettext = gettext
        self.third_person = third_person
        self.nowhere: Span = plan.span.source.span(0)

    def prose(self, text: str) -> Prose:
        """Text of ours as Markdown."""
        return Prose(text, self.nowhere)

    def told(self, text: str, *, full_name: bool = False) -> Prose:
        """Sentences of ours, about the student in the person that is wanted."""
        if not self.third_person:
            return self.prose(text)
        name = str(self.plan.name or "")
        shown = name if full_name else surname(name)
        return self.prose(self.words.of_another(text, shown or self.gettext("the student")))

    def plain(self, text: str) -> Plain:
        """Text of ours that is no Markdown."""
        return Plain(text, self.nowhere)

    def pad(self, depth: int) -> Prose:
        """The indentation of a list's level in an outline, from 0."""
        return self.prose("   " * min(max(depth, 0), 20))

    def indented(self, text: str, depth: int) -> Prose:
        """Prose of several lines, all but its first line indented for a list item at a depth."""
        lines = self.words.markdown(text).split("\n")
        pad = "   " * (depth + 1)
        return self.prose("\n".join([lines[0], *(pad + line if line else "" for line in lines[1:])]))

    def behind(self, label: str, text: str, depth: int) -> Prose:
        """A label, a colon and prose, in a list item at a depth; a list or a table begins below the label."""
        body = self.indented(text, depth)
        if begins_with_paragraph(str(body)):
            return self.labelled(label, body)
        return self.prose(f"{self.labelled(label, '')}".rstrip() + "\n\n" + "   " * (depth + 1) + body)

    def labelled(self, label: str, text: str, mark: str = "") -> Prose:
        """A label, the language's colon and prose; ``mark``, ``*`` or ``**``, sets the label off."""
        return self.prose(self.words.labelled(markdown(label), markdown(text), mark))

    def timed(self, text: str, when: TimeFrame | None) -> Prose:
        """A text with its time frame in brackets behind it, unless the text says it already."""
        if when is None or when.text in text:
            return self.prose(markdown(text))
        return self.prose(self.words.bracketed(markdown(text), markdown(when.text)))

    def separated(self, texts: Sequence[str | None]) -> Prose:
        """The values that there are, with commas."""
        return self.prose(self.words.apart.join(markdown(text) for text in texts if text))

    def outlined(self, text: str, depth: int) -> Prose:
        """Prose as numbered items at a depth of an outline: its paragraphs, and the items of its lists."""
        pad = "   " * depth
        lines = outlined(self.words.markdown(text)).split("\n")
        return self.prose("\n".join(pad + line if line else "" for line in lines))

    def one_line(self, text: str) -> Prose:
        """Prose without line ends, for a table's cell or a short item."""
        return self.prose(" ".join(re.sub(r"^[-*] ", "", self.words.markdown(text), flags=re.MULTILINE).split()))

    def ends_sentence(self, text: str) -> bool:
        """Whether a text ends with an end mark."""
        return bool(re.search(r"[.!?:。！？：؟।]$", text.strip()))

    def gist(self, text: str, words: int) -> Prose:
        """The beginning of prose, whole sentences up to about so many words; its lists and tables stay."""
        return self.prose(gist(self.words.markdown(text), words))


def markdown(text: str) -> str:
    """What a template's expression gave, as Markdown: as the expression itself would be put out."""
    return text.__html__() if hasattr(text, "__html__") else escape(text)
