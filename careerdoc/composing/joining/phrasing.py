"""What a text of the student's is, and how it stands within a sentence, by the tables of a language's file.

A text is an action in the form that "I want to" takes in the language, a sentence that stands by itself, or a thing.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

from careerdoc.composing.joining.neutral import Joining
from careerdoc.composing.joining.timed import TimeFrames

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from careerdoc.plan import TimeFrame

_ABBREVIATIONS = "Dr Dra Prof Profa Sr Sra Mr Mrs Ms St Hr Fr bzw डॉ प्रो श्री"
_NO_ABBREVIATION = r"(?<!\b\w)" + "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS.split())
_INNER_END = re.compile(rf"{_NO_ABBREVIATION}\.(?=\s+\S)|[!?؟।](?=\s+\S)|[。！？](?=[^」』”’）\s])|\n\s*\n")
"""The end of a sentence with another one after it; an initial or a title before a name is none."""
LONGEST_PHRASE = 400
"""Characters of a text that can be a part of a sentence; a longer one stands by itself."""


@cache
def vocabulary(code: str) -> dict[str, Any]:
    """The file of a language."""
    return tomllib.loads(files(__package__).joinpath(f"{code}.toml").read_text("utf-8"))


class Phrasing(Joining):
    """The marks, the forms and the time frames of one language."""

    code: ClassVar[str]

    def __init__(self, gettext: Callable[[str], str], today: dt.date) -> None:
        """See ``Joining``."""
        super().__init__(gettext, today)
        words = vocabulary(self.code)
        self.marks: dict[str, str] = words["marks"]
        self.sentences: dict[str, Any] = words["sentences"]
        self.forms = {name: re.compile(text.replace("\n", ""), re.IGNORECASE) for name, text in words["forms"].items()}
        self.times = TimeFrames(words["time"])
        self.space = self.marks["space"]
        self.comma = self.marks["comma"]
        self.apart = self.marks.get("apart", self.comma)
        self.full_stop = self.marks["full_stop"]

    # ── small things ──

    def say(self, pattern: str, **parts: str) -> str:
        """A pattern of the language's file as a sentence, its gaps filled; where there are several, they take turns."""
        ways = self.sentences[pattern]
        return self.sentence((ways if isinstance(ways, str) else self.turns.next(ways)).format(**parts))

    def labelled(self, label: str, text: str, mark: str = "") -> str:
        """See ``Joining``; a colon with a blank of its own in front or a wide one stands as the language has it."""
        return self.marks["labelled"].format(mark=mark, label=label, text=text)

    def bracketed(self, text: str, aside: str) -> str:
        """See ``Joining``."""
        return self.marks["bracketed"].format(text=text, aside=aside)

    def listed(self, items: Iterable[str]) -> str:
        """``a, b and c``; set apart by semicolons where an item has a comma of its own."""
        parts = list(items)
        if len(parts) < 2:
            return "".join(parts)
        if any(self.comma.strip() in part for part in parts):
            return self.marks["semicolon"].join(parts)
        return f"{self.comma.join(parts[:-1])}{self.last(parts[-1])}"

    def last(self, item: str) -> str:
        """The last thing of a list with the word for "and" before it."""
        return self.marks["last"] + item

    def date(self, day: dt.date) -> str:
        """A day, written out."""
        return self.times.day(day)

    def lower(self, text: str) -> str:
        """A small first letter, unless the first word is an acronym, a single capital, or one of several names."""
        first, _, rest = text.partition(" ")
        plain = not first[1:] or first[1:] != first[1:].lower() or rest[:1] != rest[:1].lower()
        return text if plain else self.small(text)

    # ── what a text is ──

    def bare(self, text: str) -> str:
        """A text without its end mark."""
        return self.markdown(text).strip().rstrip(".。।")

    def stands(self, text: str) -> bool:
        """Whether a text is a sentence, or several."""
        text = self.markdown(text).strip()
        return self.ends(text) or self.several(text) or bool(self.forms["sentence"].search(text))

    def several(self, text: str) -> bool:
        """Whether a text is more than a sentence could hold."""
        return len(text) > LONGEST_PHRASE or bool(_INNER_END.search(text))

    def action(self, text: str) -> str:
        """The text as it follows "I want to", or an empty string where it is no action but a thing or a sentence."""
        plain = self.bare(text)
        if self.several(plain) or not self.forms["action"].search(plain) or self.forms["thing"].search(plain):
            return ""
        return self.small(plain)

    def thing(self, text: str) -> str:
        """A thing for the middle of a sentence; one word alone may be a name."""
        bare = self.bare(text)
        return self.lower(bare) if " " in bare else bare

    def small(self, text: str) -> str:
        """The text with a small first letter."""
        return text[:1].lower() + text[1:]

    def clause(self, action: str) -> str:
        """An action as a pattern takes it."""
        return action

    def among(self, action: str) -> str:
        """An action as one of several in a list."""
        return self.clause(action)

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A thing with its time frame behind it."""
        return self._placed(text, when, before=False)

    def acted(self, action: str, when: TimeFrame | None) -> str:
        """An action with its time frame, where the language puts it."""
        return self._placed(action, when, before=self.times.before)

    def _placed(self, text: str, when: TimeFrame | None, *, before: bool) -> str:
        if when is None or self.markdown(when.text) in text:
            return text
        phrase = self.times.phrase(self.markdown(when.text))
        if not phrase or (self.times.before and not before):
            return self.bracketed(text, self.times.written(self.markdown(when.text)))
        return f"{phrase}{self.times.joint}{text}" if before else f"{text}{self.times.joint}{phrase}"
