"""Joining in English: sentences in the first person about aims, goals and the student."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.forms import begins_a_sentence, is_clause, is_told
from careerdoc.composing.joining.english.grounds import Grounds
from careerdoc.composing.joining.english.headlines import headline
from careerdoc.composing.joining.english.lists import NUMBERS
from careerdoc.composing.joining.english.nouns import article
from careerdoc.composing.joining.english.verbs import base_of_gerund
from careerdoc.composing.joining.neutral import flat, next_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.plan import Goal, Step, Trait

_INSTRUMENT = re.compile(
    r"^(?!the |a |an |my |our )(?=.*(?:Profiler|Inventory|Indicator|Test|Survey|Questionnaire|Sorter|Assessments?|"
    r"Search)$).+",
    re.IGNORECASE,
)
"""The name of an instrument that takes an article: "the O*NET Interest Profiler", but "CliftonStrengths"."""
_GOALS = (
    "I also want to",
    "Another goal is to",
    "In addition, I plan to",
    "Beyond that, I intend to",
    "A further aim is to",
    "I would also like to",
)
_BEGINNINGS = ("I want to", "I would like to", "My aim is to", "What I want is to")
"""Leads to the first goal of a group of which nothing else tells."""
_FIRST = {"short": "Within the next year, I want to", "long": "In the long term, I want to"}
_ONLY = {"long": "My long-term goal is to"}
_NAMED = ("My first goal is", "Another goal is", "A further goal is", "I am also working toward")
_YEAR = dt.timedelta(days=366)
_TRAITS = {
    "values": "I value {}",
    "interests": "I am interested in {}",
    "skills": "Among my skills are {}",
    "assessments": "To find this out, I used {}",
}


class English(Grounds):
    """Sentences in the first person."""

    def headline(self, text: str, *, mla: bool = False) -> str:
        """See ``Joining``."""
        return headline(text, mla=mla)

    # ── aim, self-assessment ──

    def aim(self, goal: str) -> str:
        """``My goal is to become …``."""
        text = self.markdown(goal).strip()
        if match := re.match(r"to\s(?=[a-z])", text, re.IGNORECASE):
            return self.sentence(f"My goal is to {text[match.end() :]}")
        if re.match(r"(?:I|My)\b", text):
            return self.sentence(text)
        if phrase := self.becoming(text) or self.verb_phrase(text):
            return self.sentence(f"My goal is to {phrase}")
        if re.fullmatch(r"[A-Z]{2,5}", text):
            return self.sentence(f"My goal is to become {article(text)} {text}")
        return self.sentence(text if is_clause(text) else f"My goal is {self.lower(text)}")

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = ["how I came to that choice"] if chosen else []
        parts += ["what I bring to it"] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(f"what I will do between now and {last_year} to reach it")
        return f"This plan explains {self.listed(parts)}." if len(parts) > 1 else ""

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment in a few sentences; values and interests share one."""
        told: list[str] = []
        for kind, trait in traits:
            sentence = self._trait(kind, trait)
            pair = kind == "interests" and told and told[-1].startswith("I value") and sentence.startswith("I am inter")
            if pair and ";" not in told[-1] + sentence:
                told[-1] = f"{told[-1]}, and {sentence}"
            else:
                told.append(sentence)
        return " ".join(self.sentence(text) for text in told)

    def _trait(self, kind: str, trait: Trait) -> str:
        items, make = self.items(trait), _TRAITS.get(kind, "")
        if kind == "personality" and items:
            return self._personality(items)
        if not items or not make:
            return self._whole(trait)
        if kind == "assessments":
            return make.format(self._parted([_INSTRUMENT.sub(r"the \g<0>", item) for item in items], "as well as"))
        lowered = [self.lower(item) for item in items]
        return make.format(self._parted(lowered, "and in") if kind == "interests" else self.listed(lowered))

    def _parted(self, items: list[str], joint: str) -> str:
        """A list; where one of two things has parts, or alone is an action, words of their own join them."""
        deeds = [bool(base_of_gerund(item.partition(" ")[0])) for item in items]
        if len(items) == 2 and ("," in items[0] or deeds[0] != deeds[1]):
            return f" {joint} ".join(items)
        return self.listed(items)

    def _personality(self, items: list[str]) -> str:
        parts = []
        for item in items:
            code = re.match(r"(?:my\s+)?holland\s+code(?:\s+is|:)?\s+(.+)", item, re.IGNORECASE)
            kind = re.fullmatch(r"[IE][NS][FT][JP](?:-[AT])?(?:\s.*)?", item)
            if code:
                parts.append(f"my Holland code is {code[1]}")
            elif kind:
                parts.append(f"my personality type is {item}")
            else:
                parts.append(f"I am {item}" if item[:1].islower() or len(item.split()) < 5 else item)
        short = all(len(part.split()) < 9 for part in parts)
        return self.listed(parts) if short else " ".join(self.sentence(part) for part in parts)

    def _whole(self, trait: Trait) -> str:
        text = self.markdown(trait.text)
        if begins_a_sentence(text) or len(text.split()) > 12:
            return text
        return f"{self.markdown(trait.label)}: {text}"

    # ── goals ──

    def goal(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """``Within the next year, I want to …``; what is reached already is told in the past."""
        return self.sentence(self._goal(goal, index, total, horizon))

    def goal_paragraph(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """A goal with its reason, its measure and its steps; a short ground is joined to the goal itself."""
        told, why = self._goal(goal, index, total, horizon), self.markdown(goal.why or "").strip()
        ground = self.ground(why)
        sentences = [self.sentence(f"{told}{ground}" if ground else told)]
        sentences += [self.reason(why)] if why and not ground else []
        sentences += [self.measure(goal.measure)] if goal.measure else []
        sentences += [self.steps(goal.steps)] if goal.steps else []
        return " ".join(sentence for sentence in sentences if sentence)

    def bare_goals(self, goals: Sequence[Goal], index: int, total: int, horizon: str = "") -> str:
        """See ``Joining``: some goals to a sentence, those that name things first."""
        wanted = [goal for goal in goals if not goal.done and self._wish(goal)]
        named = [goal for goal in goals if not goal.done and not self._wish(goal)]
        things = [self.timed(self.lower(self.clean(goal.title)), goal.when) for goal in named]
        told = [self._goal(goal, index, total, horizon) for goal in goals if goal.done]
        if len(things) == 1:
            told.append(self._goal(named[0], index, total, horizon))
        elif things:
            told.append(f"My goals are {self.listed(things)}")
        for number, run in enumerate(self._runs([self.timed(self._wish(goal), goal.when) for goal in wanted])):
            told.append(f"{self._goal_lead(wanted[0], index + number, total, horizon)} {self.shared(run)}")
        return " ".join(map(self.sentence, told))

    def _wish(self, goal: Goal) -> str:
        """A goal as it follows "I want to", or an empty string."""
        return self.becoming(goal.title) or self.verb_phrase(goal.title)

    def _goal(self, goal: Goal, index: int, total: int, horizon: str) -> str:
        if goal.done and (done := self.past_phrase(goal.title)):
            return f"I {self.timed(done, goal.when)}"
        if phrase := self._wish(goal):
            return f"{self._goal_lead(goal, index, total, horizon)} {self.timed(phrase, goal.when)}"
        name = self.lower(self.clean(goal.title))
        if is_told(name) or begins_a_sentence(self.clean(goal.title)):
            return self.timed(self.clean(goal.title), goal.when)
        several = _NAMED[0] if index == 0 else self.turns.next(_NAMED[1:])
        lead = several if total > 1 else "My goal is"
        when = f", {self.phrase(goal.when)}" if goal.when and self.markdown(goal.when.text) not in name else ""
        return f"{lead} {name}{when}"

    def _goal_lead(self, goal: Goal, index: int, total: int, horizon: str) -> str:
        if index:
            return self.turns.next(_GOALS)
        end = (goal.when.end or goal.when.start) if goal.when else None
        if horizon == "short" and end is not None and end > self.today + _YEAR:
            return "In the short term, I want to"
        first = _ONLY.get(horizon) if total == 1 else None
        return first or _FIRST.get(horizon) or self.turns.next(_BEGINNINGS)

    # ── the end ──

    def closing(self, steps: Sequence[Step]) -> str:
        """How far the student is, and what comes next."""
        every = flat(steps)
        done = sum(bool(step.done) for step in every)
        step = next_step(steps)
        phrase = self.verb_phrase(step.text) if step else ""
        if not step or not phrase:
            return ""
        nearest = self.timed(phrase, step.when)
        if not done:
            return self.sentence(f"My first step is to {nearest}")
        in_words = len(every) < len(NUMBERS)
        counted = f"{NUMBERS[done]} of {NUMBERS[len(every)]} steps" if in_words else f"{done} of {len(every)} steps"
        return self.sentence(f"With {counted} behind me, my next step is to {nearest}")
