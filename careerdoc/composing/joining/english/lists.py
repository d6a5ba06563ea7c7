"""English lists: as sentences of the essay, where each of their items can be told."""

from __future__ import annotations

import re

from careerdoc.composing.joining.english.clauses import Clauses, begins_a_sentence, is_clause, is_several
from careerdoc.composing.joining.english.verbs import base_of_past

_PLAIN = re.compile(r"(?![-*+>#|`~:]|\d+[.)])")
"""How a paragraph begins, and no list, quotation or table."""


class Lists(Clauses):
    """Prose with lists in it, and parts that are lists."""

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
        if lead and (fragments := _fragments(markdown)):
            return self.sentence(f"{lead.rstrip(':')} {self._semicolons([self.lower(one) for one in fragments])}")
        lines = markdown.split("\n")
        fragment = ", who " in lines[0] and not is_several(markdown) and not begins_a_sentence(lines[0])
        if lead and fragment and lines[0][:2] not in {"- ", "* "}:
            return f"{lead} {markdown}"  # names and what they do, without a verb of their own
        if not lead or len(lines) < 2 or not all(re.match(r"[-*] \S", line) for line in lines):
            return f"{lead.rstrip(':')}.\n\n{markdown}" if lead and lines[0][:2] in {"- ", "* "} else markdown
        items = [self.lower(line[2:].strip().rstrip(".;")) for line in lines]
        return self.sentence(f"{lead} {self._semicolons(items)}")

    def _semicolons(self, items: list[str]) -> str:
        return self.listed(items) if len(items) > 2 or not any("," in item for item in items) else "; and ".join(items)

    def _told_list(self, block: str) -> str:
        lines = block.split("\n")
        if not all(re.match(r"[-*] \S", line) for line in lines):
            return block
        told = [self._told_item(line[2:]) for line in lines]
        return " ".join(told) if all(told) else block

    def _told_item(self, item: str) -> str:
        if begins_a_sentence(item):
            return self.sentence(item)
        first, _, rest = item.partition(" ")
        if not base_of_past(first.lower()):
            return ""
        if first.lower() == "compared" and rest.startswith("with"):
            rest = f"it {rest}"
        head, colon, tail = rest.partition(": ")
        if colon and "," in tail:
            rest = f"{head} {self.listed([part.strip() for part in tail.rstrip('.').split(',')])}"
        return self.sentence(f"I {first.lower()} {rest}")


def _fragments(text: str) -> list[str]:
    """The pieces of a paragraph that names people or places one after the other, without a verb of their own."""
    if "\n\n" in text or text[:2] in {"- ", "* "}:
        return []
    pieces = [piece.rstrip(".") for piece in re.split(r"(?<=[.])\s+(?=[A-Z])", " ".join(text.split()))]
    mains = [re.split(r",?\s(?:who|which|that|where)\b", piece, maxsplit=1)[0] for piece in pieces]
    told = any(is_clause(main) or (begins_a_sentence(main) and not main.startswith("My ")) for main in mains)
    return pieces if 1 < len(pieces) < 7 and not told else []
