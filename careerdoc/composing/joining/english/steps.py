"""Steps in English: what is done in the past tense, then what comes, in sentences of a few actions each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.clauses import is_several
from careerdoc.composing.joining.english.lists import Lists
from careerdoc.composing.joining.english.turns import Turns
from careerdoc.composing.joining.neutral import flat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from careerdoc.plan import Step

_ONE_DONE = (
    "I have already taken the first step:",
    "One step is behind me:",
    "The first step is done:",
    "I have begun:",
)
_SOME_DONE = (
    "I have already made a start:",
    "Part of this is behind me:",
    "The first steps are done:",
    "Some of it is done:",
)
_NEXT = ("Next, ", "From here, ", "Now ", "After this, ")
_TO_COME = ("To get there, ", "For this, ", "On the way, ", "Step by step, ", "With this in mind, ")
_THEN = ("After that, ", "Then ", "Later on, ", "Besides that, ")
_ALONGSIDE = ("Alongside, ", "At the same time, ", "Meanwhile, ", "Along the way, ")
_THINGS_TOO = ("The plan also includes", "It will also take", "Still to come:", "Other steps are")
_THINGS = ("The steps are", "It will take", "Ahead of me:", "What is needed:")

MOST, LONGEST = 3, 38
"""Actions of one sentence, and the words after which it takes no more."""


class Steps(Lists):
    """Steps as sentences."""

    def __init__(self, gettext: Callable[[str], str], today: dt.date) -> None:
        """See ``Joining``; the beginnings of sentences take turns over one document."""
        super().__init__(gettext, today)
        self.turns = Turns()

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What is done, then what comes; what can only be told in a sentence of its own comes last."""
        every = flat(steps)
        done = [step for step in every if step.done]
        coming = [step for step in every if not step.done]
        told = [*self._done(done, role), *self._coming(coming, role, after=bool(done))]
        return " ".join(self.sentence(text) for text in told)

    def step(self, step: Step) -> str:
        """See ``Joining``: "I will take the test by May 2027", or "I took it" where it is done."""
        if step.done and (done := self.past_phrase(step.text)):
            return self.sentence(f"I {self.timed(done, step.when)}")
        if not step.done and (action := self.verb_phrase(step.text)):
            return self.sentence(f"I will {self.timed(action, step.when)}")
        if refused := self.not_phrase(step.text):
            return self.sentence(f"I will not {refused}")
        if self.is_told(self.clean(step.text)):
            return self.sentence(self.timed(self.clean(step.text), step.when))
        return self.sentence(f"{'This is done:' if step.done else 'The plan includes'} {self._thing(step)}")

    def answer(self, strategy: str) -> str:
        """See ``Joining``."""
        text = self.markdown(strategy).strip()
        phrase = "" if is_several(text) else self.verb_phrase(text)
        return self.sentence(f"I will {phrase}" if phrase else text)

    # ── what is done ──

    def _done(self, steps: Sequence[Step], role: str) -> list[str]:
        phrases = [self.timed(text, step.when) for step in steps if (text := self.past_phrase(step.text))]
        others = [step for step in steps if not self.past_phrase(step.text)]
        told = [self.timed(self.clean(step.text), step.when) for step in others if self.is_told(step.text)]
        things = [self._thing(step) for step in others if not self.is_told(step.text)]
        sentences = []
        if len(phrases) == 1:
            sentences.append(f"{self.turns.next(_ONE_DONE)} I {phrases[0]}")
        for number, run in enumerate(self._runs(phrases) if len(phrases) > 1 else []):
            lead = f"{self.turns.next(_SOME_DONE)} I" if number == 0 else "I also"
            sentences.append(f"{lead} {self.listed(run)}")
        if things:
            lead = "I have taken" if role == "classes" else "Also done:" if phrases else "Already done:"
            sentences.append(f"{lead} {self.listed(things)}")
        return [*sentences, *told]

    # ── what comes ──

    def _coming(self, steps: Sequence[Step], role: str, *, after: bool) -> list[str]:
        actions = [step for step in steps if self.verb_phrase(step.text)]
        others = [step for step in steps if not self.verb_phrase(step.text)]
        refused = [phrase for step in others if (phrase := self.not_phrase(step.text))]
        told = [self.timed(self.clean(step.text), step.when) for step in others if self._is_sentence(step)]
        things = [self._thing(s) for s in others if not self.not_phrase(s.text) and not self._is_sentence(s)]
        sentences = self._actions(actions, role, after=after)
        if things:
            plain = {"classes": "I plan to take", "training": "It includes"}.get(role, "")
            lead = self.turns.next(_THINGS_TOO if actions or after else _THINGS)
            sentences.append(f"{plain or lead} {self.listed(things)}")
        if refused:
            sentences.append(f"I will not {' or '.join(refused)}")
        return [*sentences, *told]

    def _is_sentence(self, step: Step) -> bool:
        return not self.not_phrase(step.text) and self.is_told(self.clean(step.text))

    def _actions(self, steps: Sequence[Step], role: str, *, after: bool) -> list[str]:
        """The actions in order, in a few sentences; those without a date that come last stand alongside."""
        last = max((index for index, step in enumerate(steps) if step.when), default=len(steps) - 1)
        ordered, beside = steps[: last + 1], steps[last + 1 :]
        sentences = []
        for number, run in enumerate(self._runs([self._acted(step) for step in ordered])):
            first = _NEXT if after else ("",) if role else _TO_COME
            lead = self.turns.next(first if number == 0 else _THEN)
            sentences.append(f"{lead}I will {self.listed(run)}")
        for number, run in enumerate(self._runs([self._acted(step) for step in beside])):
            lead = self.turns.next(_ALONGSIDE) if number == 0 else ""
            sentences.append(f"{lead}I will {'also ' if number else ''}{self.listed(run)}")
        return sentences

    def _acted(self, step: Step) -> str:
        return self.timed(self.verb_phrase(step.text), step.when)

    def _thing(self, step: Step) -> str:
        return self.timed(self.lower(self.clean(step.text)), step.when)

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
