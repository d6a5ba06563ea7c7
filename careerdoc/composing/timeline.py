"""The figure of a timeline, as the block that renderers draw: goals or steps, each from its start to its end."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

from careerdoc.composing.joining import flat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.plan import Goal, Step, TimeFrame

MOST_STEPS_DRAWN = 7
"""Steps on the timeline of a plan without goals: the next ones."""

Entry = dict[str, Any]
"""A bar: its label, its time frame in words and in days, its group, and whether it is done."""


def figure(entries: Sequence[Entry], today: dt.date, titles: Mapping[str, str]) -> str:
    """The figure's block in Markdown; an empty text for fewer than two entries. ``titles`` are those of the groups."""
    if len(entries) < 2:
        return ""
    data = {"entries": entries, "today": today.isoformat(), "groups": titles}
    return f"```figure timeline\n{json.dumps(data, ensure_ascii=False)}\n```"


def entry_of(goal: Goal, horizon: str) -> Entry | None:
    """A goal as an entry; None where its time is not understood."""
    steps = flat(goal.steps)
    done = bool(goal.done) or (bool(steps) and all(step.done for step in steps))
    return _bar(str(goal.title), goal.when, horizon or "goal", done=done)


def entries_of_steps(steps: Sequence[Step]) -> list[Entry | None]:
    """The steps that come first, as entries."""
    first = sorted(steps, key=_due)[:MOST_STEPS_DRAWN]
    return [_bar(step.text.__html__(), step.when, "step", done=False) for step in first]


def _bar(label: str, when: TimeFrame | None, group: str, *, done: bool) -> Entry | None:
    if when is None or not when.understood:
        return None
    start, end = (day.isoformat() if day else None for day in (when.start, when.end))
    words = re.sub(r"[*_`]", "", label)
    return {"label": words, "text": str(when.text), "start": start, "end": end, "group": group, "done": done}


def _due(step: Step) -> dt.date:
    """When a step is due, for sorting; without a date it comes last."""
    return (step.when and (step.when.end or step.when.start)) or dt.date.max
