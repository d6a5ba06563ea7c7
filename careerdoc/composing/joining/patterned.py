"""Joining by patterns: sentences with gaps from a language's file beside this one, filled with the plan's words.

A pattern is chosen by what a text is: an action in the form that "I want to" takes in the language, a sentence that
stands by itself, or else a thing. What no pattern fits stands behind a label and a colon.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar

from careerdoc.composing.joining.neutral import Joining, flat, next_step
from careerdoc.composing.joining.timed import TimeFrames

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from careerdoc.plan import Barrier, Goal, Step, TimeFrame, Trait

_ABBREVIATIONS = "Dr Dra Prof Profa Sr Sra Mr Mrs Ms St Hr Fr bzw डॉ प्रो श्री"
_NO_ABBREVIATION = r"(?<!\b\w)" + "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS.split())
_INNER_END = re.compile(rf"{_NO_ABBREVIATION}\.(?=\s+\S)|[!?؟।](?=\s+\S)|[。！？](?=\S)|\n\s*\n")
"""The end of a sentence with another one after it; an initial or a title before a name is none."""
_ITEM = re.compile(r"[-*] (?=\S)")
MOST_CLAUSES = 3
"""Actions that one sentence tells."""


@cache
def vocabulary(code: str) -> dict[str, Any]:
    """The file of a language."""
    return tomllib.loads(files(__package__).joinpath(f"{code}.toml").read_text("utf-8"))


class Patterned(Joining):
    """Sentences from patterns. A language with grammar of its own overrides ``action`` or ``listed``."""

    code: ClassVar[str]

    def __init__(self, gettext: Callable[[str], str], today: dt.date) -> None:
        """See ``Joining``."""
        super().__init__(gettext, today)
        words = vocabulary(self.code)
        self.marks: dict[str, str] = words["marks"]
        self.sentences: dict[str, Any] = words["sentences"]
        self.forms = {name: re.compile(text, re.IGNORECASE) for name, text in words["forms"].items()}
        self.times = TimeFrames(words["time"])
        self.space = self.marks["space"]
        self.comma = self.marks["comma"]
        self.full_stop = self.marks["full_stop"]

    # ── small things ──

    def say(self, pattern: str, **parts: str) -> str:
        """A pattern of the language's file as a sentence, its gaps filled."""
        return self.sentence(self.sentences[pattern].format(**parts))

    def labelled(self, label: str, text: str, mark: str = "") -> str:
        """See ``Joining``; a colon with a blank of its own in front or a wide one stands as the language has it."""
        return self.marks["labelled"].format(mark=mark, label=label, text=text)

    def bracketed(self, text: str, aside: str) -> str:
        """See ``Joining``."""
        return self.marks["bracketed"].format(text=text, aside=aside)

    def listed(self, items: Iterable[str]) -> str:
        """``a, b and c``; set apart by semicolons where an item has a comma of its own."""
        parts = list(items)
        if len(parts) < 2:
            return "".join(parts)
        if any(self.comma.strip() in part for part in parts):
            return self.marks["semicolon"].join(parts)
        return f"{self.comma.join(parts[:-1])}{self.last(parts[-1])}"

    def last(self, item: str) -> str:
        """The last thing of a list with the word for "and" before it."""
        return self.marks["last"] + item

    def date(self, day: dt.date) -> str:
        """A day, written out."""
        return self.times.day(day)

    def lower(self, text: str) -> str:
        """A small first letter, unless the first word is an acronym, a single capital, or one of several names."""
        first, _, rest = text.partition(" ")
        plain = not first[1:] or first[1:] != first[1:].lower() or rest[:1] != rest[:1].lower()
        return text if plain else self.small(text)

    # ── what a text is ──

    def bare(self, text: str) -> str:
        """A text without its end mark."""
        return self.markdown(text).strip().rstrip(".。।")

    def stands(self, text: str) -> bool:
        """Whether a text is a sentence, or several."""
        text = self.markdown(text).strip()
        return self.ends(text) or bool(_INNER_END.search(text)) or bool(self.forms["sentence"].search(text))

    def action(self, text: str) -> str:
        """The text as it follows "I want to", or an empty string where it is no action but a thing or a sentence."""
        plain = self.bare(text)
        if _INNER_END.search(plain) or not self.forms["action"].search(plain) or self.forms["thing"].search(plain):
            return ""
        return self.small(plain)

    def thing(self, text: str) -> str:
        """A thing for the middle of a sentence; one word alone may be a name."""
        bare = self.bare(text)
        return self.lower(bare) if " " in bare else bare

    def small(self, text: str) -> str:
        """The text with a small first letter."""
        return text[:1].lower() + text[1:]

    def clause(self, action: str) -> str:
        """An action as a pattern takes it."""
        return action

    def among(self, action: str) -> str:
        """An action as one of several in a list."""
        return self.clause(action)

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A thing with its time frame behind it."""
        return self._placed(text, when, before=False)

    def acted(self, action: str, when: TimeFrame | None) -> str:
        """An action with its time frame, where the language puts it."""
        return self._placed(action, when, before=self.times.before)

    def _placed(self, text: str, when: TimeFrame | None, *, before: bool) -> str:
        if when is None or self.markdown(when.text) in text:
            return text
        phrase = self.times.phrase(self.markdown(when.text))
        if not phrase or (self.times.before and not before):
            return self.bracketed(text, self.times.written(self.markdown(when.text)))
        return f"{phrase}{self.times.joint}{text}" if before else f"{text}{self.times.joint}{phrase}"

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

    def goal(self, goal: Goal, index: int, total: int) -> str:
        """What is to be reached, by when; the beginnings of sentences take turns."""
        title = self.markdown(goal.title).strip()
        action = self.action(title)
        if goal.done:
            return self.say("reached", thing=self.timed(self.bare(title), goal.when))
        if action:
            leads = self.sentences["goal"]
            lead = leads[min(index, len(leads) - 1)]
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
        if not text or _INNER_END.search(text):
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
        del role
        every = flat(steps)
        done = [self.timed(self.action(step.text) or self.thing(step.text), step.when) for step in every if step.done]
        coming = [step for step in every if not step.done]
        actions = [self.acted(self.among(action), step.when) for step in coming if (action := self.action(step.text))]
        others = [step for step in coming if not self.action(step.text)]
        things = [self.timed(self.thing(s.text), s.when) for s in others if not self.stands(s.text)]
        told = [self.say("steps_done", things=self.listed(done))] if done else []
        for number, start in enumerate(range(0, len(actions), MOST_CLAUSES)):
            leads = self.sentences["steps"] if not done else [self.sentences["steps_now"], *self.sentences["steps"][1:]]
            lead = leads[min(number, len(leads) - 1)]
            told.append(self.sentence(lead.format(actions=self.listed(actions[start : start + MOST_CLAUSES]))))
        told += [self.sentence(self.timed(self.bare(s.text), s.when)) for s in others if self.stands(s.text)]
        if things:
            told.append(self.say("things_too" if actions or done else "things", things=self.listed(things)))
        return self.space.join(told)

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """Each challenge with its strategy."""
        told = [self.sentences["barriers"], *map(self._barrier, barriers)] if barriers else []
        return self.space.join(told)

    def _barrier(self, barrier: Barrier) -> str:
        text, strategy = self.markdown(barrier.text).strip(), self.markdown(barrier.strategy or "").strip()
        if not strategy:
            return self.sentence(text)
        action = self.action(strategy)
        whole = _INNER_END.search(text) or self.ends(text)
        if self.stands(strategy) and not action:
            if whole or _INNER_END.search(strategy):
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
        nearest = self.timed(self.bare(step.text), step.when)
        if action := self.action(step.text):
            nearest = self.acted(self.clause(action), step.when)
        done = sum(bool(s.done) for s in every)
        if not done:
            return self.say("first_step", step=nearest)
        return self.say("next_step", done=str(done), total=str(len(every)), step=nearest)
