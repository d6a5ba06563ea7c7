"""Joining by patterns: sentences with gaps from a language's file beside this one, filled with the plan's words.

Which pattern is taken depends on what a text is. What no pattern fits stands behind a label and a colon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.neutral import flat, next_step
from careerdoc.composing.joining.phrasing import Phrasing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.plan import Barrier, Goal, Step, Trait

_ITEM = re.compile(r"[-*] (?=\S)")
MOST_CLAUSES = 3
"""Actions that one sentence tells."""


class Patterned(Phrasing):
    """Sentences from patterns. A language with grammar of its own overrides ``clause`` or ``listed``."""

    # ── sentences ──

    def aim(self, goal: str) -> str:
        """The opening."""
        text = self.markdown(goal).strip()
        if action := self.action(text):
            return self.say("aim", action=self.clause(action))
        return self.sentence(text) if self.stands(text) else self.say("aim_thing", thing=self.bare(text))

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = [self.sentences["told_choice"]] if chosen else []
        parts += [self.sentences["told_profile"]] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(self.sentences["told_until"].format(year=last_year))
        return self.say("overview", parts=self.listed(parts)) if len(parts) > 1 else ""

    def listing(self, lead: str, text: str) -> str:
        """A part that is one list of things, as a sentence behind its lead; any other part as it is."""
        markdown = self.markdown(text)
        lines = markdown.split("\n")
        if not lead or not _ITEM.match(lines[0]):
            return markdown
        if not all(_ITEM.match(line) for line in lines) or any(self.stands(line[2:]) for line in lines):
            return f"{lead}\n\n{markdown}"
        return self.sentence(f"{lead}{self.space}{self.marks['semicolon'].join(line[2:].strip() for line in lines)}")

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment, a sentence a trait."""
        return self.space.join(self._trait(kind, trait) for kind, trait in traits)

    def _trait(self, kind: str, trait: Trait) -> str:
        text = self.markdown(trait.text)
        items = [] if self.stands(text) else self.items(trait)
        if items and kind in self.sentences:
            lowered = items if kind in {"skills", "assessments"} else [self.lower(item) for item in items]
            return self.say(kind, things=self.listed(lowered))
        if not items and self.stands(text):
            return self.sentence(text)
        return self.sentence(self.labelled(self.markdown(trait.label), self.listed(items) if items else text))

    def goal(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """What is to be reached, by when; the beginnings of sentences take turns."""
        del horizon
        title = self.markdown(goal.title).strip()
        action = self.action(title)
        if goal.done:
            return self.say("reached", thing=self.timed(action or self.bare(title), goal.when))
        if action:
            leads = self.sentences["goal"]
            lead = self.turns.next(leads[1:]) if index else leads[0]
            if total == 1:
                lead = self.sentences.get("goal_single", lead)
            return self.sentence(lead.format(action=self.acted(self.clause(action), goal.when)))
        if self.stands(title):
            return self.sentence(self.timed(self.bare(title), goal.when))
        key = "goal_first" if index == 0 and total > 1 else "goal_only" if index == 0 else "goal_other"
        return self.say(key, thing=self.timed(self.bare(title), goal.when))

    def reason(self, why: str) -> str:
        """Why it helps: a sentence stands, a ground that begins with "because" or "so that" is joined."""
        text = self.markdown(why).strip()
        if not text or self.several(text):
            return self.sentence(text)
        if self.forms["because"].search(text):
            return self.say("because", reason=self.small(self.bare(text)))
        return self.sentence(text) if self.stands(text) else self.say("reason", reason=self.thing(text))

    def measure(self, measure: str) -> str:
        """How one can tell."""
        text = self.markdown(measure).strip()
        return self.sentence(text) if not text or self.stands(text) else self.say("measure", measure=self.thing(text))

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What is done, then what comes, at most three actions a sentence."""
        every = flat(steps)
        done = [self.timed(self.action(step.text) or self.thing(step.text), step.when) for step in every if step.done]
        coming = [step for step in every if not step.done]
        actions = [self.acted(self.among(action), step.when) for step in coming if (action := self.action(step.text))]
        others = [step for step in coming if not self.action(step.text)]
        things = [self.timed(self.thing(s.text), s.when) for s in others if not self.stands(s.text)]
        told = [self.say("steps_done", things=self.listed(done))] if done else []
        told += self._coming(actions, role, after=bool(done))
        told += [self.sentence(self.timed(self.bare(s.text), s.when)) for s in others if self.stands(s.text)]
        if things:
            key = "things_too" if actions or done else "part_things" if role else "things"
            told.append(self.say(key, things=self.listed(things)))
        return self.space.join(told)

    def _coming(self, actions: list[str], role: str, *, after: bool) -> list[str]:
        """The actions that come, some to a sentence; the sentences begin in different ways."""
        ways = self.sentences["steps_now" if after else "steps_first"]
        leads = [self.sentences["part"] if role else self.turns.next(ways), *self.sentences["steps"][1:]]
        runs = [actions[start : start + MOST_CLAUSES] for start in range(0, len(actions), MOST_CLAUSES)]
        return [
            self.sentence(leads[min(number, len(leads) - 1)].format(actions=self.listed(run)))
            for number, run in enumerate(runs)
        ]

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """Each challenge with its strategy."""
        told = [self.sentences["barriers"], *map(self._barrier, barriers)] if barriers else []
        return self.space.join(told)

    def _barrier(self, barrier: Barrier) -> str:
        text, strategy = self.markdown(barrier.text).strip(), self.markdown(barrier.strategy or "").strip()
        if not strategy:
            return self.sentence(text)
        action = self.action(strategy)
        whole = self.several(text) or self.ends(text)
        if self.stands(strategy) and not action:
            if whole or self.several(strategy):
                return f"{self.sentence(text)}{self.space}{self.sentence(strategy)}"
            return self.say("barrier_told", barrier=text, sentence=self.lower(strategy))
        if whole:
            answer = (
                self.say("answer", action=self.clause(action))
                if action
                else self.say("answer_thing", thing=self.thing(strategy))
            )
            return f"{self.sentence(text)}{self.space}{answer}"
        if action:
            return self.say("barrier", barrier=self.bare(text), action=self.clause(action))
        return self.say("barrier_thing", barrier=self.bare(text), thing=self.thing(strategy))

    def closing(self, steps: Sequence[Step]) -> str:
        """How far the student is, and what comes next."""
        every, step = flat(steps), next_step(steps)
        if step is None or self.stands(step.text):
            return ""
        nearest = self.timed(self.thing(step.text), step.when)
        if action := self.action(step.text):
            nearest = self.acted(self.clause(action), step.when)
        done = sum(bool(s.done) for s in every)
        if not done:
            return self.say("first_step", step=nearest)
        return self.say("next_step", done=str(done), total=str(len(every)), step=nearest)
