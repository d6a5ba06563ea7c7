"""Rules that are made for a test, in the place of the real ones."""

from __future__ import annotations

import sys

import pytest

from careerdoc.checking import Found, rule
from careerdoc.findings import Level
from careerdoc.source import Edit


@rule("CD101", "goal-alone", Level.WARNING)
def alone(plan, limits):
    """A goal is not alone."""
    yield from (Found("this goal", goal.title.span, "add one") for goal in plan.goals)


@rule("CD102", "step-alone", Level.ADVICE)
def step_alone(plan, limits):
    """A step is not alone."""
    yield from (Found("this step", step.text.span) for goal in plan.goals for step in goal.steps)


@rule("CD201", "little-said", Level.WARNING)
def little(plan, limits):
    """A plan is not short."""
    low, _ = limits.words.get("plan", (None, None))
    if low is not None:
        yield Found(f"fewer than {low}", plan.span.source.span(0))


@rule("CD202", "old-word", Level.ADVICE)
def old_word(plan, limits):
    """A word is one of ours: ``olde`` becomes ``old``."""
    source = plan.span.source
    at = source.text.find("olde")
    while at >= 0:
        span = source.span(at, at + 4)
        yield Found("this is olde", span, fix=(Edit(span, "old"),))
        at = source.text.find("olde", at + 4)


@pytest.fixture
def use_rules(monkeypatch):
    """Put some rules in the place of the real ones."""
    from careerdoc.checking import registry

    def used(*rules):
        for name in ("registry", "examine"):
            monkeypatch.setattr(sys.modules[f"careerdoc.checking.{name}"], "RULES", rules, raising=False)
        registry.cache_clear()

    yield used
    monkeypatch.undo()
    registry.cache_clear()


@pytest.fixture
def made_rules(use_rules) -> None:
    """The rules of this file."""
    use_rules(alone, step_alone, little, old_word)
