"""Steps in English: what is done in the past tense, then what comes, in sentences of a few actions each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.forms import is_placeholder, is_several, is_told
from careerdoc.composing.joining.english.lists import NUMBERS, Lists
from careerdoc.composing.joining.neutral import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdoc.plan import Step

_ONE_DONE = (
    "I have already taken the first step: I {}",
    "One step is behind me: I {}",
    "A first step is done: I {}",
    "I have made a start: I {}",
)
_ON_THAT_DAY = "On that day, I {}"
"""Stands for a sentence that begins with its time: "In October 2026, I talked …"."""
_SOME_DONE = (
    "I have already made a start: I {}",
    "Part of this is behind me: I {}",
    "The first steps are done: I {}",
    "Some of it is done: I {}",
)
_NEXT = ("Next, ", "From here, ", "Now ", "After this, ")
_TO_COME = ("To get there, ", "To do this, ", "On the way, ", "With this in mind, ", "For this, ")
_THEN = ("After that, ", "Then ", "Later on, ", "Besides that, ", "Following this, ", "Beyond this, ")
_ALONGSIDE = ("Alongside, ", "At the same time, ", "Meanwhile, ", "Along the way, ")
_THINGS_TOO = ("The plan also includes", "It will also take", "Still to come:", "Other steps are")
_THINGS = ("The steps are", "It will take", "Ahead of me:", "What is needed:")
_PARENTS = ("For", "As for", "With regard to")
_FRONTS = {
    "classes": "As for classes, ",
    "programs": "Turning to programs and services, ",
    "activities": "Outside of class, ",
    "experiences": "To gain experience, ",
    "ideas": "Apart from this, ",
    "training": "For training, ",
}
"""What a part of the plan is about, in front of the first sentence of its steps."""

MOST, LONGEST = 3, 38
"""Actions of one sentence, and the words after which it takes no more."""


class Steps(Lists):
    """Steps as sentences."""

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What is done, then what comes; what can only be told in a sentence of its own comes last."""
        parents = [step for step in steps if step.steps and not self._acts(step)]
        every = [s for s in flat([s for s in steps if s not in parents]) if not is_placeholder(s.text)]
        done, coming = [s for s in every if s.done], [s for s in every if not s.done]
        told = [*self._done(done, role), *self._coming(coming, role, after=bool(done))]
        return " ".join(self.sentence(text) for text in [*told, *map(self._parent, parents)])

    def part_steps(self, lead: str, steps: Sequence[Step], role: str) -> str:
        """See ``Joining``; the part is told in front of its first sentence and not in a sentence of its own."""
        del lead
        told = self.steps(steps, role)
        fronted = role in _FRONTS and told.startswith("I ")
        return f"{_FRONTS[role]}{told}" if fronted else told

    def step(self, step: Step) -> str:
        """See ``Joining``: "I will take the test by May 2027", or "I took it" where it is done."""
        if step.done and (done := self.past_phrase(step.text)):
            return self.sentence(f"I {self.timed(done, step.when)}")
        if not step.done and (action := self.verb_phrase(step.text)):
            return self.sentence(f"I will {self.timed(action, step.when)}")
        if refused := self.not_phrase(step.text):
            return self.sentence(f"I will {refused}")
        if whole := self._sentence_of(step):
            return self.sentence(whole)
        return self.sentence(f"{'This is done:' if step.done else 'The plan includes'} {self._thing(step)}")

    def answer(self, strategy: str) -> str:
        """See ``Joining``."""
        text = self.markdown(strategy).strip()
        phrase = "" if is_several(text) else self.verb_phrase(text)
        return self.sentence(f"I will {phrase}" if phrase else text)

    # ── what is done ──

    def _done(self, steps: Sequence[Step], role: str) -> list[str]:
        told = [(step, text) for step in steps if (text := self._did(step, role))]
        others = [step for step in steps if not self._did(step, role)]
        whole = [text for step in others if (text := self._sentence_of(step))]
        things = [self._thing(step) for step in others if not self._sentence_of(step)]
        phrases = [self.timed(text, step.when) for step, text in told]
        sentences = [self._one_done(*told[0], role)] if len(told) == 1 else []
        for number, run in enumerate(self._runs(phrases) if len(told) > 1 else []):
            lead = "I also {}" if number else "I {}" if role in _FRONTS else self.turns.next(_SOME_DONE)
            sentences.append(lead.format(self.listed(run)))
        if things:
            sentences.append(f"{'Also done:' if phrases else 'Already done:'} {self.listed(things)}")
        return [*sentences, *whole]

    def _one_done(self, step: Step, text: str, role: str) -> str:
        timed = self.timed(text, step.when)
        if role in _FRONTS:
            return f"I {timed}"
        front = self.fronted(step.when) if timed != text else ""
        way = self.turns.next((_ONE_DONE[0], _ON_THAT_DAY, *_ONE_DONE[1:]) if front else _ONE_DONE)
        return f"{front}I {text}" if way == _ON_THAT_DAY else way.format(timed)

    def _did(self, step: Step, role: str) -> str:
        if role == "classes" and not self._sentence_of(step) and not self._begins_with_verb(step):
            return f"took {self._bare(step)}"
        return self.past_phrase(step.text)

    # ── what comes ──

    def _coming(self, steps: Sequence[Step], role: str, *, after: bool) -> list[str]:
        actions = [step for step in steps if self._will(step, role)]
        others = [step for step in steps if not self._will(step, role)]
        refused = [phrase for step in others if (phrase := self.not_phrase(step.text))]
        told = [text for step in others if (text := self._sentence_of(step))]
        things = [self._thing(s) for s in others if not self.not_phrase(s.text) and not self._sentence_of(s)]
        sentences = self._actions(actions, role, after=after)
        if things:
            sentences.append(self._things(things, role, first=not actions and not after))
        if refused:
            sentences.append(f"I will {' or '.join([refused[0], *(r.removeprefix('not ') for r in refused[1:])])}")
        return [*sentences, *told]

    def _things(self, things: list[str], role: str, *, first: bool) -> str:
        if role == "training":
            return self._trainings(things)
        return f"{self.turns.next(_THINGS if first else _THINGS_TOO)} {self.listed(things)}"

    def _trainings(self, things: list[str]) -> str:
        if len(things) == 1:
            return f"The training I have in mind is {things[0]}"
        count = NUMBERS[len(things)] if len(things) < len(NUMBERS) else str(len(things))
        first, *others = self._runs(things)
        also = [f"It also has {self.listed(run)}" for run in others]
        return " ".join(
            map(
                self.sentence,
                [f"My training has {count} parts{', among them' if others else ':'} {self.listed(first)}", *also],
            )
        )

    def _actions(self, steps: Sequence[Step], role: str, *, after: bool) -> list[str]:
        """The actions in order, in a few sentences; those without a date that come last stand alongside."""
        last = max((index for index, step in enumerate(steps) if step.when), default=len(steps) - 1)
        ordered, beside = steps[: last + 1], steps[last + 1 :]
        sentences = []
        for number, run in enumerate(self._runs([self._acted(step, role) for step in ordered])):
            first = _NEXT if after else ("",) if role else _TO_COME
            lead = self.turns.next(first if number == 0 else _THEN)
            sentences.append(f"{lead}I will {self.shared(run)}")
        for number, run in enumerate(self._runs([self._acted(step, role) for step in beside])):
            lead = self.turns.next(_ALONGSIDE) if number == 0 else ""
            sentences.append(f"{lead}I will {'also ' if number else ''}{self.shared(run)}")
        return sentences

    def _will(self, step: Step, role: str) -> str:
        if role in {"classes", "training"} and not self._begins_with_verb(step):
            thing = role == "classes" and not self._sentence_of(step) and not self.not_phrase(step.text)
            return f"take {self._bare(step)}" if thing else ""
        return self.verb_phrase(step.text)

    def _acted(self, step: Step, role: str) -> str:
        return self.timed(self._will(step, role), step.when)

    def shared(self, run: Sequence[str]) -> str:
        """The actions of a sentence; those that all have one verb share it: "read the syllabus and the handbook"."""
        verbs = {phrase.partition(" ")[0] for phrase in run}
        bare = [phrase.partition(" ")[2] for phrase in run]
        parts = any(re.search(r" and |: |\?", phrase) for phrase in bare) and verbs != {"take"}
        parts = parts or any(phrase.startswith("and ") for phrase in bare)
        if len(run) > 1 and len(verbs) == 1 and all(bare) and not parts:
            return f"{verbs.pop()} {self.listed(bare)}"
        return self.listed(run)

    # ── steps below a name ──

    def _parent(self, parent: Step) -> str:
        """Steps below a name: "For the website, I will choose a host and write the first page"."""
        name = f"{self.turns.next(_PARENTS)} {self._thing(parent)}"
        steps = [step for step in flat(parent.steps) if not is_placeholder(step.text)]
        did = [self.timed(text, s.when) for s in steps if s.done and (text := self.past_phrase(s.text))]
        will = [self._acted(s, "") for s in steps if not s.done and self.verb_phrase(s.text)]
        other = [
            self._thing(s) for s in steps if not (self.past_phrase(s.text) if s.done else self.verb_phrase(s.text))
        ]
        told = [*(f"I {self.listed(run)}" for run in self._runs(did)), *self._followed(self._runs(will))]
        if other:
            told.append(f"{self.turns.next(_THINGS_TOO) if told else 'the steps are'} {self.listed(other)}")
        return " ".join([self.sentence(f"{name}, {told[0]}"), *map(self.sentence, told[1:])]) if told else ""

    def _followed(self, runs: Iterable[list[str]]) -> list[str]:
        return [f"{self.turns.next(_THEN) if n else ''}I will {self.shared(run)}" for n, run in enumerate(runs)]

    # ── single steps ──

    def _acts(self, step: Step) -> bool:
        return bool(self.verb_phrase(step.text) or self.past_phrase(step.text) or self._sentence_of(step))

    def _begins_with_verb(self, step: Step) -> bool:
        return bool(self._action(self.clean(step.text)) or (step.done and self.past_phrase(step.text)))

    def _sentence_of(self, step: Step) -> str:
        """A step that is a sentence by itself, with its time; else an empty string."""
        if self.not_phrase(step.text):
            return ""
        text = self.led_phrase(step.text) or (self.clean(step.text) if is_told(self.clean(step.text)) else "")
        return self.timed(text, step.when) if text else ""

    def _bare(self, step: Step) -> str:
        return self.lower(self.clean(step.text))

    def _thing(self, step: Step) -> str:
        return self.timed(self._bare(step), step.when)

    def _runs(self, phrases: Sequence[str]) -> list[list[str]]:
        """Phrases by the sentence: no more than three, fewer where they are long, and none left alone at the end."""
        runs: list[list[str]] = []
        for phrase in phrases:
            words = sum(len(other.split()) for other in runs[-1]) if runs else 0
            full = not runs or len(runs[-1]) == MOST or runs[-1][-1].endswith("?")
            if full or words + len(phrase.split()) > LONGEST:
                runs.append([])
            runs[-1].append(phrase)
        if len(runs) > 1 and len(runs[-1]) == 1 and len(runs[-2]) == MOST:
            runs[-1].insert(0, runs[-2].pop())
        return runs
