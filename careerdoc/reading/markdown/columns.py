"""What the columns of a table hold: their heads say so, in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.document.model import Table, plain

if TYPE_CHECKING:
    from careerdoc.document.model import Block
    from careerdoc.reading.languages import Language

_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")
_OVER_GOALS = frozenset({"goals", "short_term", "long_term", "main_goal"})
_OR = re.compile(r"\s*(?:[/&,|、・]|\b(?:and|or|y|o|et|ou|und|oder)\b)\s*")


class Columns:
    """The fields that the columns of a table hold."""

    def __init__(self, table: Table, language: Language) -> None:
        self.table = table
        self.language = language
        heads = [plain(cell).strip() for cell in table.header]
        exact = [self._name(head) for head in heads]
        within = [language.label_within(_ASIDE.sub("", head)) for head in heads]
        # A word within a head ("What I'll do") names a goal only where no head does so by itself.
        taken = {"goal"} if "goal" in exact else set()
        self.names = [a or (b if b not in taken else "") for a, b in zip(exact, within, strict=True)]
        self.goal = self.index("goal", "specific")
        self.step = self.index("step", "steps") if self.goal < 0 else -1

    def _name(self, head: str) -> str:
        """The field that a head names, whole or by one of its alternatives ("Goal/Objective", "Steps (how)")."""
        bare = _ASIDE.sub("", head)
        pieces = [head, bare, *_OR.split(bare)]
        found = next((name for piece in pieces if piece and (name := self.language.label(piece))), "")
        if found:
            return found
        role = self.language.role(bare)
        return "goal" if role in _OVER_GOALS else "steps" if role == "steps" else ""

    def index(self, *names: str) -> int:
        """The first column that holds one of the fields, or -1."""
        return next((index for name in names for index, found in enumerate(self.names) if found == name), -1)

    @property
    def has_goals(self) -> bool:
        """Whether each row is a goal."""
        return self.goal >= 0 and len(self.names) > 1

    @property
    def has_steps(self) -> bool:
        """Whether each row is a step: there is a column for it and none for goals."""
        return self.step >= 0 and len(self.names) > 1


def has_goal_columns(block: Block, language: Language) -> bool:
    """Whether a block is a table with a goal in each row."""
    return isinstance(block, Table) and Columns(block, language).has_goals
