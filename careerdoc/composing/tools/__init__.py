"""What a template can call: functions that are filters too. Each gives prose (Markdown), a list, or a plain value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdoc.composing.tools.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Tools"]

_PUBLIC = (
    *(
        "aim",
        "overview",
        "goal_told",
        "goal_paragraph",
        "goals_told",
        "reason_told",
        "measure_told",
        "steps_told",
        "step_told",
    ),
    *("barriers_told", "challenge_told", "answer_told", "traits_told", "trait_told", "fit_told", "part_told"),
    *("career_told", "closing_told", "points_told", "flowing", "gist", "topic", "points", "one_line", "ends_sentence"),
    *("dated", "byline", "label", "labelled", "timed", "separated"),
    *("part_title", "sections", "sections_without", "traits", "inferred_horizon", "steps_flat", "step_counts"),
    *("next_step", "timeline", "pad", "indented", "outlined", "behind", "named", "heading", "headline"),
)
"""The functions that templates can call, as documented for instructors."""


class Tools(Telling):
    """The functions of one composition, bound to its language and its plan's date."""

    def table(self) -> dict[str, Callable[..., Any]]:
        """The functions by the name that templates use."""
        return {**{name: getattr(self, name) for name in _PUBLIC}, "space": self.prose(self.words.space)}
