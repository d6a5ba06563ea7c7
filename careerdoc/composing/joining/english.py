"""Joining in English: clauses become sentences in the first person, with tense by whether steps are done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.clauses import Clauses, begins_a_sentence, is_clause, is_several
from careerdoc.composing.joining.neutral import flat, next_step
from careerdoc.composing.joining.verbs import base_of_gerund

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from careerdoc.plan import Barrier, Goal, Step, Trait

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_OCCUPATION = re.compile(
    r"\b\w+(?:er|or|ist|ian|nurse|ant|ent|man|woman|chef|mechanic|tech|aide|pilot|clerk|therapist|analyst)\b",
    re.IGNORECASE,
)
_AFTER_FIRST = ("Next, ", "After that, ", "Then ", "Later, ")
_ONE_DONE = (
    "I have already taken the first step:",
    "One step is behind me:",
    "I have begun with this, too:",
    "A first step is done:",
)
_SOME_DONE = ("I have already made a start:", "Part of this is behind me:", "Here, too, the first steps are done:")
_NEXT = ("Next, ", "From here, ", "What remains is clear: ", "Now ")
_TO_COME = ("To get there, ", "For this, ", "On the way to it, ", "Step by step, ")
_ALSO = ("The plan also includes", "There is more to it:", "It also takes")


class English(Clauses):
    """Sentences in the first person."""

    def __init__(self, gettext: Callable[[str], str], today: dt.date) -> None:
        """See ``Joining``; the leads of sentences take turns over one document."""
        super().__init__(gettext, today)
        self.turns: dict[tuple[str, ...], int] = {}

    def turn(self, leads: tuple[str, ...]) -> str:
        """The next of some ways to begin a sentence."""
        count = self.turns.get(leads, 0)
        self.turns[leads] = count + 1
        return leads[count % len(leads)]

    # ── sentences ──

    def aim(self, goal: str) -> str:
        """``My goal is to become …``."""
        text = self.markdown(goal).strip()
        if re.match(r"(?:I|My|To)\b", text):
            body = text[3:] if text.startswith("To ") else ""
            return self.sentence(f"My goal is to {body}") if body else self.sentence(text)
        phrase = self.verb_phrase(text)
        if phrase:
            return self.sentence(f"My goal is to {phrase}")
        if _OCCUPATION.search(text.split(" in ")[0].split(",")[0]) and not is_clause(text):
            lowered = self.lower(text)
            article = "" if re.match(r"(?:a|an|the)\s", lowered) else "an " if lowered[:1] in "aeiou" else "a "
            return self.sentence(f"My goal is to become {article}{lowered}")
        return self.sentence(f"My goal is this: {text}" if not is_clause(text) else text)

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = ["how I came to that choice"] if chosen else []
        parts += ["what I bring to it"] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(f"what I will do between now and {last_year} to reach it")
        return f"This plan explains {self.listed(parts)}." if len(parts) > 1 else ""

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment in a few sentences."""
        sentences: list[str] = []
        for kind, trait in traits:
            items = self.items(trait)
            make = _TRAITS.get(kind)
            if kind == "personality" and items:
                sentences.append(self._personality(items))
            elif make and items:
                sentences.append(make.format(self.listed([self.lower(item) for item in items])))
            else:
                sentences.append(self._whole(trait))
        return " ".join(self.sentence(text) for text in sentences)

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

    def goal(self, goal: Goal, index: int, total: int) -> str:
        """``Within the next year, I want to …``; what is reached already is told in the past."""
        if goal.done and (done := self.past_phrase(goal.title)):
            return self.sentence(f"I {self.timed(done, goal.when)}")
        phrase = self.verb_phrase(goal.title)
        if not phrase:
            name = self.lower(self.markdown(goal.title).rstrip("."))
            lead = "My first goal" if index == 0 and total > 1 else "My goal" if index == 0 else "Another goal"
            text = f"{lead}{f' {self.phrase(goal.when)}' if goal.when else ''} is {name}"
            return self.sentence(text if not is_clause(name) else self.timed(name, goal.when))
        lead = ("I want to", "I also want to", "In addition, I plan to", "Beyond that, I intend to")[min(index, 3)]
        return self.sentence(self.timed(f"{lead} {phrase}", goal.when))

    def reason(self, why: str) -> str:
        """A reason that is a sentence stands; any other is joined."""
        text = self.markdown(why).strip()
        if "\n\n" in text or is_several(text):
            return self.sentence(text)
        if re.match(r"(?:to|so that|because|in order to)\s", text, re.IGNORECASE):
            return self.sentence(f"I chose it {text[:1].lower()}{text[1:]}")
        if (phrase := self.verb_phrase(text)) and base_of_gerund(text.split()[0].lower()):
            return self.sentence(f"It lets me {phrase}")
        if is_clause(text) or len(text.split()) > 7 or re.search(r",|^(?:no|not|never)\b", text, re.IGNORECASE):
            return self.sentence(text)
        return self.sentence(f"It matters for {self.lower(text)}")

    def measure(self, measure: str) -> str:
        """How the student will know."""
        text = self.markdown(measure).strip()
        if is_several(text):
            return self.sentence(text)
        if begins_a_sentence(text) and is_clause(text):
            return self.sentence(f"I will know that I have reached it when {self.lower(text)}")
        return self.sentence(f"The measure is simple: {self.lower(text)}")

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What is done, then what comes, at most three clauses a sentence."""
        all_steps = flat(steps)
        done = [step for step in all_steps if step.done]
        coming = [step for step in all_steps if not step.done]
        sentences = [*self._done(done, role), *self._coming(coming, role, after=bool(done))]
        return " ".join(self.sentence(text) for text in sentences)

    def _done(self, steps: list[Step], role: str) -> list[str]:
        phrases = [self.timed(text, step.when) for step in steps if (text := self.past_phrase(step.text))]
        others = [self.timed(self.lower(self.markdown(s.text)), s.when) for s in steps if not self.past_phrase(s.text)]
        sentences = []
        if len(phrases) == 1:
            sentences.append(f"{self.turn(_ONE_DONE)} I {phrases[0]}")
        for start in range(0, len(phrases) if len(phrases) > 1 else 0, 3):
            lead = f"{self.turn(_SOME_DONE)} I" if start == 0 else "I also"
            sentences.append(f"{lead} {self.listed(phrases[start : start + 3])}")
        if others:
            lead = "I have taken" if role == "classes" else "Also behind me:" if phrases else "Already behind me:"
            sentences.append(f"{lead} {self.listed(others)}")
        return sentences

    def _coming(self, steps: list[Step], role: str, *, after: bool) -> list[str]:
        clauses = [self.timed(text, step.when) for step in steps if (text := self.verb_phrase(step.text))]
        things = [
            self.timed(self.lower(self.markdown(s.text).rstrip(".")), s.when)
            for s in steps
            if not self.verb_phrase(s.text)
        ]
        sentences = []
        for number, start in enumerate(range(0, len(clauses), 3)):
            lead = self.turn(_NEXT if after else _TO_COME) if number == 0 else _AFTER_FIRST[min(number, 3)]
            sentences.append(f"{lead}I will {self.listed(clauses[start : start + 3])}")
        if things:
            plain = {"classes": "I plan to take", "training": "It includes"}.get(role, "On the way there I plan for")
            lead = self.turn(_ALSO) if clauses else plain
            sentences.append(f"{lead} {self.listed(things)}")
        return sentences

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """``Two challenges stand in the way.`` and each with its strategy."""
        if not barriers:
            return ""
        count = _NUMBERS[len(barriers)] if len(barriers) < len(_NUMBERS) else str(len(barriers))
        noun = "challenge stands" if len(barriers) == 1 else "challenges stand"
        return " ".join(
            [f"{count.capitalize()} {noun} in the way.", *(self._barrier(b, i) for i, b in enumerate(barriers))]
        )

    def _barrier(self, barrier: Barrier, index: int) -> str:
        text = self.markdown(barrier.text).strip().rstrip(".")
        clause = is_clause(text) or begins_a_sentence(text)
        if not clause:
            text = f"{('One is', 'Another is', 'There is also', 'A further one is')[min(index, 3)]} {self.lower(text)}"
        if not barrier.strategy:
            return self.sentence(text)
        strategy = self.markdown(barrier.strategy).strip()
        if "\n" in strategy or is_several(strategy) or begins_a_sentence(strategy):
            return f"{self.sentence(text)} {self.sentence(strategy)}"
        phrase = self.verb_phrase(strategy) if not base_of_gerund(strategy.split()[0].lower()) else ""
        answer = f"I will {phrase}" if phrase else f"my answer is {self.lower(strategy)}"
        return self.sentence(f"{text}, {'so' if phrase else 'and'} {answer}")

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
        in_words = len(every) < len(_NUMBERS)
        counted = f"{_NUMBERS[done]} of {_NUMBERS[len(every)]} steps" if in_words else f"{done} of {len(every)} steps"
        return self.sentence(f"With {counted} behind me, I know what comes next: to {nearest}")


_TRAITS = {
    "values": "I value {}",
    "interests": "I am interested in {}",
    "skills": "Among my skills are {}",
    "assessments": "I learned this from {}",
}
