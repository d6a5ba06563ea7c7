"""Lists that students put into prose, told as sentences where their items can be."""

from __future__ import annotations

import re

from careerdoc.composing.joining.english.clauses import Clauses
from careerdoc.composing.joining.english.forms import begins_a_sentence, fragments, is_several
from careerdoc.composing.joining.english.verbs import base_of_past

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLAIN = re.compile(r"(?![-*+>#|`~:]|\d+[.)])")
"""How a paragraph begins, and no list, quotation or table."""
_ITEM = re.compile(r"[-*] \S")
_OFFICE = re.compile(
    r"(?!(?i:the)\b)[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|and|for))*? "
    r"(?:Office|Center|Centre|Department|Library|Union|Bureau|Association|Society|Club|Lab|Committee)\b"
)
"""A place by its title, which takes an article: "the Postdoctoral Affairs Office"."""


class Lists(Clauses):
    """Lists within prose."""

    def flowing(self, text: str) -> str:
        """Prose with its lists told as sentences, where every item can be told in the first person."""
        flowing: list[str] = []
        for block in self.markdown(text).split("\n\n"):
            told = self._told_list(block)
            if flowing and told != block and _PLAIN.match(flowing[-1]):
                flowing[-1] = f"{flowing[-1]} {told}"
            else:
                flowing.append(told)
        return "\n\n".join(flowing)

    def listing(self, lead: str, text: str) -> str:
        """A part that is one list of things, as a sentence behind its lead; any other part as it is."""
        markdown = self.markdown(text)
        if lead and (pieces := fragments(markdown)):
            return self.sentence(f"{lead.rstrip(':')} {self._semicolons([self._place(one) for one in pieces])}")
        lines = markdown.split("\n")
        fragment = ", who " in lines[0] and not is_several(markdown) and not begins_a_sentence(lines[0])
        if lead and fragment and not _ITEM.match(lines[0]):
            return f"{lead} {markdown}"  # names and what they do, without a verb of their own
        if not lead or len(lines) < 2 or not all(map(_ITEM.match, lines)):
            return f"{lead.rstrip(':')}.\n\n{markdown}" if lead and _ITEM.match(lines[0]) else markdown
        return self.sentence(
            f"{lead} {self._semicolons([self._place(line[2:].strip().rstrip('.;')) for line in lines])}"
        )

    def _place(self, item: str) -> str:
        return f"the {item}" if _OFFICE.match(item) else self.lower(item)

    def _semicolons(self, items: list[str]) -> str:
        return self.listed(items) if len(items) > 2 or not any("," in item for item in items) else "; and ".join(items)

    def _told_list(self, block: str) -> str:
        lines = block.split("\n")
        if not all(map(_ITEM.match, lines)):
            return block
        told = [self._told_item(line[2:]) for line in lines]
        return " ".join(map(self.sentence, _paired(told))) if all(told) else block

    def _told_item(self, item: str) -> str:
        if begins_a_sentence(item):
            return self.sentence(item)
        first, _, rest = item.rstrip(".").partition(" ")
        if not base_of_past(first.lower()):
            return ""
        head, colon, tail = rest.partition(": ")
        things = [part.strip() for part in tail.split(",")] if colon else []
        if first.lower() == "compared" and rest.startswith("with"):
            return self._compared(things) if things else f"I compared it {rest}"
        return f"I {first.lower()} {head} {self.listed(things)}" if len(things) > 1 else f"I {first.lower()} {rest}"

    def _compared(self, things: list[str]) -> str:
        if len(things) == 1 or len(things) >= len(NUMBERS):
            return f"I compared my choice with {self.listed(things)}"
        return f"I compared my choice with {NUMBERS[len(things)]} others, {self.listed(things)}"


def _paired(told: list[str]) -> list[str]:
    """Clauses that begin with I, two to a sentence; sentences stay."""
    made: list[str] = []
    single = False
    for text in told:
        plain = text.startswith("I ") and text[-1:] not in ".!?"
        if plain and single:
            made[-1] = f"{made[-1]}, and {text}"
        else:
            made.append(text)
        single = plain and not single
    return made
