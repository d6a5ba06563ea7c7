"""What a template asks of the plan: its parts, their headings and labels, its steps and its timeline."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from careerdoc.composing.joining import flat, next_step
from careerdoc.composing.naming import TRAITS
from careerdoc.composing.timeline import entries_of_steps, entry_of, figure
from careerdoc.composing.tools.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.plan import Goal, GoalGroup, Horizon, Plain, Plan, Profile, Prose, Section, Step, Trait


class Parts(Layout):
    """The plan's parts and steps."""

    def part_title(self, role: str, default: str) -> str:
        """The student's own heading of a part, or the default."""
        if role == "profile" and self.plan.profile and self.plan.profile.title:
            return self.plan.profile.title
        return next((part.title for part in self.plan.parts if part.role == role), self.plain(default))

    def headline(self, text: str, style: str) -> Plain:
        """A title or heading with capitals as a manual has them: ``apa``, ``mla``; as it is for any other style."""
        return self.plain(self.words.headline(text, mla=style == "mla") if style in {"apa", "mla"} else text)

    def heading(self, section: Section, default: str = "") -> str:
        """A section's own heading, or else the default, or else the name of the part that it is."""
        return section.title or self.plain(default or self.gettext(str(section.role or "").capitalize()))

    def sections(self, *roles: str) -> list[Section]:
        """The sections with one of the roles, in the plan's order."""
        return [section for section in self.plan.sections if section.role in roles]

    def sections_without(self, *roles: str) -> list[Section]:
        """The sections with none of the roles."""
        return [section for section in self.plan.sections if section.role not in roles]

    def traits(self, profile: Profile | None) -> list[Trait]:
        """The sides of the self-assessment that the plan has."""
        if profile is None:
            return []
        known = [trait for name in TRAITS if (trait := getattr(profile, name))]
        return sorted([*known, *profile.others], key=lambda trait: trait.span.start)

    def label(self, entity: Any, name: str, default: str) -> str:  # noqa: ANN401 - any entity with labels
        """The student's own word for a field of a goal, step or barrier, or the default."""
        return next((part.title for part in entity.labels if part.role == name), self.plain(default))

    def inferred_horizon(self, group: GoalGroup, goal: Goal) -> str:
        """``short`` or ``long``: as said, or by whether the goal is due within a year; empty where unknown."""
        horizon: Horizon | None = goal.horizon or group.horizon
        if horizon is not None:
            return horizon.value
        end = (goal.when.end or goal.when.start) if goal.when else None
        if end is None:
            return ""
        return "short" if end <= self.plan.date + dt.timedelta(days=366) else "long"

    def named(self, entity: Any, field: str, text: str) -> Prose:  # noqa: ANN401 - any entity with labels
        """A goal's title or a step's text, with the number, the label and the tags that the student gave it."""
        words, tags = self.words.markdown(text), self.label(entity, "tags", "")
        for before in (self.label(entity, name, "") for name in ("specific", field)):
            if before:
                lead = self.words.markdown(before)
                words = self.words.labelled(lead, words) if before[-1:].isalnum() else f"{lead} {words}"
        return self.prose(f"{words} {self.words.markdown(tags)}" if tags else words)

    # ── steps ──

    def every_step(self) -> tuple[Step, ...]:
        """All steps of the plan: of goals, of groups, of none, of parts."""
        grouped = [step for group in self.plan.groups for step in group.steps]
        goals = [step for goal in self.plan.goals for step in goal.steps]
        parts = [step for section in self.plan.sections for step in section.steps]
        return (*goals, *grouped, *self.plan.steps, *parts)

    def steps_flat(self, steps: Sequence[Step]) -> list[Step]:
        """Steps with their smaller steps after them."""
        return flat(steps)

    def step_counts(self) -> tuple[int, int]:
        """How many steps are done, of how many."""
        every = flat(self.every_step())
        return sum(bool(step.done) for step in every), len(every)

    def next_step(self) -> Step | None:
        """The open step that comes first."""
        return next_step(self.every_step())

    def timeline(self, plan: Plan) -> Prose:
        """A figure of the goals on a time axis (of the next steps, without goals); nothing for fewer than two."""
        entries = [entry_of(goal, self.inferred_horizon(group, goal)) for group in plan.groups for goal in group.goals]
        if not plan.goals:
            entries = entries_of_steps([step for step in flat(self.every_step()) if not step.done])
        titles = {"short": self._group_title("short"), "long": self._group_title("long")}
        return self.prose(figure([entry for entry in entries if entry], plan.date, titles))

    def _group_title(self, horizon: str) -> str:
        default = self.gettext("Short-term goals") if horizon == "short" else self.gettext("Long-term goals")
        titles = (g.title for g in self.plan.groups if g.title and g.horizon and g.horizon.value == horizon)
        return next((str(title) for title in titles), default)
