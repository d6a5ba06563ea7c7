"""Plans in the shapes that people give them, each beside what is understood of it (``cases/*.txt``).

A case is a title, the plan, and the tree of goals and steps, parted by lines of one dot. ``--update-goldens`` writes
what is understood as what is expected.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerdoc.plan.export import traits_of, words
from tests.conftest import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.plan import Goal, Plan, Step

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def cases(path: Path) -> list[tuple[str, str, str]]:
    pieces = path.read_text("utf-8").split("\n.\n")
    return [(pieces[n].strip(), pieces[n + 1] + "\n", pieces[n + 2]) for n in range(0, len(pieces) - 2, 3)]


def told(plan: Plan) -> Iterator[str]:
    if plan.main_goal:
        yield f"main goal: {words(plan.main_goal)}"
    for name, trait in traits_of(plan):
        yield f"{name.casefold()}: {words(trait.text)}"
    for group in plan.groups:
        horizon = f" [{group.horizon.value}]" if group.horizon else ""
        yield f"# {group.title or ''}{horizon}".rstrip()
        if group.notes:
            yield f"  notes: {words(group.notes)}"
        for goal in group.goals:
            yield from told_goal(goal)
        yield from told_steps(group.steps, "  ")
    yield from told_steps(plan.steps, "")
    for barrier in plan.barriers:
        yield f"! {words(barrier.text)}" + (f" → {words(barrier.strategy)}" if barrier.strategy else "")
    for section in plan.sections:
        role = f" [{section.role}]" if section.role else ""
        yield f"§ {section.title or ''}{role}: {words(section.body) or ''}".rstrip(": ")
        yield from told_steps(section.steps, "  ")


def told_goal(goal: Goal) -> Iterator[str]:
    box = "" if goal.done is None else "[x] " if goal.done else "[ ] "
    yield f"{box}{goal.title}" + (f" ⟨{goal.when.text}⟩" if goal.when else "")
    for name in ("why", "measure", "status", "notes"):
        value = getattr(goal, name)
        if value:
            yield f"  {name}: {words(value)}"
    if goal.after:
        yield f"  after: {'; '.join(goal.after)}"
    yield from told_steps(goal.steps, "  ")


def told_steps(steps: Iterable[Step], pad: str) -> Iterator[str]:
    for step in steps:
        box = "" if step.done is None else "[x] " if step.done else "[ ] "
        yield f"{pad}- {box}{words(step.text)}" + (f" ⟨{step.when.text}⟩" if step.when else "")
        if step.notes or step.after:
            yield f"{pad}    ({'; '.join([*step.after, words(step.notes) or ''])})"
        yield from told_steps(step.steps, pad + "  ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shapes(path: Path, request: pytest.FixtureRequest) -> None:
    every = cases(path)
    found = [(title, text, "\n".join(told(plan_of(text)))) for title, text, _ in every]
    if request.config.getoption("--update-goldens"):
        path.write_text("".join(f"{title}\n.\n{text}.\n{tree}\n.\n\n" for title, text, tree in found), "utf-8")
    for (title, _, expected), (_, _, tree) in zip(every, found, strict=True):
        assert tree == expected, title
