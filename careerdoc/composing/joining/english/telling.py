"""Joining in English: sentences in the first person about aims, goals, reasons, challenges and the student."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.english.clauses import begins_a_sentence, is_clause, is_several
from careerdoc.composing.joining.english.headlines import headline
from careerdoc.composing.joining.english.nouns import article
from careerdoc.composing.joining.english.steps import Steps
from careerdoc.composing.joining.english.verbs import base_of_gerund
from careerdoc.composing.joining.neutral import flat, next_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.plan import Barrier, Goal, Step, Trait

_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_OCCUPATION = re.compile(
    r"\b(?:\w+(?:er|or|ist|ian|ant|ent|man|woman)|\w*(?:nurse|chef|mechanic|tech|aide|pilot|clerk|therapist|analyst|cook|judge"
    r"|nanny|artist|doula|midwife|barista|guide|coach|vet|attorney|advocate|hygienist))\b",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"^(?!the |a |an |my |our )"
    r"(?=.*(?:Profiler|Inventory|Indicator|Test|Survey|Questionnaire|Sorter|Assessment|Search)$).+"
)
"""The name of an instrument that takes an article: "the O*NET Interest Profiler", but "CliftonStrengths"."""
_GOALS = (
    "I want to",
    "I also want to",
    "Another goal is to",
    "In addition, I plan to",
    "Beyond that, I intend to",
)
_FIRST = {"short": "Within the next year, I want to", "long": "In the long term, I want to"}
_ONLY = {"long": "My long-term goal is to"}
_NAMED = ("My first goal is", "Another goal is", "A further goal is", "I am also working toward")
_PROOF = (
    "{} will show that I have reached it",
    "the proof will be {}",
    "I will have reached it with {}",
    "the sign of it will be {}",
)
_KNOWING = (
    "I will know that I have reached it when {}",
    "It will be reached when {}",
    "I will be there when {}",
)
_REASONS = ("The reason is", "What draws me is", "It is about", "Behind this stands")
_MEANS = ("I will meet this with {}", "my answer is {}", "what will help is {}")
_BARRIERS = ("One is", "Another is", "There is also", "A further one is")
_YEAR = dt.timedelta(days=366)
_LONGEST_GROUND = 24
"""Words of a ground that is joined to the goal that it is given for; a longer one is a sentence by itself."""


class English(Steps):
    """Sentences in the first person."""

    def headline(self, text: str, *, mla: bool = False) -> str:
        """See ``Joining``."""
        return headline(text, mla=mla)

    # ── aim, self-assessment ──

    def aim(self, goal: str) -> str:
        """``My goal is to become …``."""
        text = self.markdown(goal).strip()
        if re.match(r"(?:I|My|To)\b", text):
            body = text[3:] if text.startswith("To ") else ""
            return self.sentence(f"My goal is to {body}") if body else self.sentence(text)
        if re.match(r"to\s", text):
            return self.sentence(f"My goal is {text}")
        if _OCCUPATION.search(re.split(r",|\s(?:in|who|with|at|for|of)\s", text)[0]) and not is_clause(text):
            lowered = self.lower(text)
            if not self._action(text):
                mark = "" if re.match(r"(?:a|an|the)\s", lowered) else f"{article(lowered)} "
                return self.sentence(f"My goal is to become {mark}{lowered}")
        phrase = self.verb_phrase(text)
        if phrase:
            return self.sentence(f"My goal is to {phrase}")
        if re.fullmatch(r"(?:an?\s)?[A-Z]{2,5}", text):
            return self.sentence(f"My goal is to become {text if ' ' in text else f'{article(text)} {text}'}")
        return self.sentence(text if is_clause(text) else f"My goal is this: {self.lower(text)}")

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = ["how I came to that choice"] if chosen else []
        parts += ["what I bring to it"] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(f"what I will do between now and {last_year} to reach it")
        return f"This plan explains {self.listed(parts)}." if len(parts) > 1 else ""

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment in a few sentences."""
        told: list[str] = []
        for kind, trait in traits:
            items, make = self.items(trait), _TRAITS.get(kind)
            if kind == "personality" and items:
                told.append(self._personality(items))
            elif make and items:
                named = items if kind != "assessments" else [_INSTRUMENT.sub(r"the \g<0>", item) for item in items]
                sentence = make.format(self.listed([self.lower(item) for item in named]))
                joined = (
                    kind == "interests" and told and told[-1].startswith("I value") and ";" not in told[-1] + sentence
                )
                told[-1:] = [f"{told[-1]}, and {sentence}"] if joined else [*told[-1:], sentence]
            else:
                told.append(self._whole(trait))
        return " ".join(self.sentence(text) for text in told)

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
        ground = self._ground(why)
        sentences = [self.sentence(f"{told}{ground}" if ground else told)]
        sentences += [self.reason(why)] if why and not ground else []
        sentences += [self.measure(goal.measure)] if goal.measure else []
        sentences += [self.steps(goal.steps)] if goal.steps else []
        return " ".join(sentence for sentence in sentences if sentence)

    def _goal(self, goal: Goal, index: int, total: int, horizon: str) -> str:
        if goal.done and (done := self.past_phrase(goal.title)):
            return f"I {self.timed(done, goal.when)}"
        phrase = self.verb_phrase(goal.title)
        if phrase:
            return self.timed(f"{self._goal_lead(goal, index, total, horizon)} {phrase}", goal.when)
        name = self.lower(self.clean(goal.title))
        if self.is_told(name) or begins_a_sentence(self.clean(goal.title)):
            return self.timed(self.clean(goal.title), goal.when)
        several = _NAMED[0] if index == 0 else self.turns.next(_NAMED[1:])
        lead = several if total > 1 else "My goal is"
        when = f", {self.phrase(goal.when)}" if goal.when and self.markdown(goal.when.text) not in name else ""
        return f"{lead} {name}{when}"

    def _goal_lead(self, goal: Goal, index: int, total: int, horizon: str) -> str:
        if index:
            return self.turns.next(_GOALS[1:])
        end = (goal.when.end or goal.when.start) if goal.when else None
        if horizon == "short" and end is not None and end > self.today + _YEAR:
            return "In the short term, I want to"
        first = _ONLY.get(horizon) if total == 1 else None
        return first or _FIRST.get(horizon, _GOALS[0])

    # ── reasons and measures ──

    def _ground(self, why: str) -> str:
        """A ground as the end of the goal's sentence, where it is no sentence of its own; else an empty string."""
        text = why.rstrip(".")
        if not text or "\n" in text or is_several(text) or len(text.split()) > _LONGEST_GROUND:
            return ""
        if match := re.match(r"(?:because|so that|in order to|since|so)\s", text, re.IGNORECASE):
            comma = "" if match[0].lower().startswith("in order") else ","
            return f"{comma} {text[:1].lower()}{text[1:]}"
        if re.match(r"to\s[a-z]", text, re.IGNORECASE):
            return f" in order {text[:1].lower()}{text[1:]}"
        return f", because {text}" if text[:1].islower() and (is_clause(text) or self.is_told(text)) else ""

    def reason(self, why: str) -> str:
        """A reason that is a sentence stands; any other is joined."""
        text = self.markdown(why).strip()
        if "\n\n" in text or is_several(text) or self.ends(text):
            return self.sentence(text)
        if re.match(r"(?:to|so that|because|in order to)\s", text, re.IGNORECASE):
            return self.sentence(f"I chose it {text[:1].lower()}{text[1:]}")
        if (phrase := self.verb_phrase(text)) and base_of_gerund(text.split()[0].lower()):
            return self.sentence(f"It lets me {phrase}")
        if is_clause(text) or len(text.split()) > 7 or re.search(r",|^(?:no|not|never)\b", text, re.IGNORECASE):
            return self.sentence(text)
        return self.sentence(f"{self.turns.next(_REASONS)} {self.lower(text)}")

    def measure(self, measure: str) -> str:
        """How the student will know."""
        text = self.markdown(measure).strip()
        if is_several(text) or "\n" in text:
            return self.sentence(text)
        if re.match(r"(?:when|if|once)\s", text, re.IGNORECASE):
            return self.sentence(f"I will know that I have reached it {text[:1].lower()}{text[1:]}")
        if begins_a_sentence(text) and is_clause(text):
            return self.sentence(self.turns.next(_KNOWING).format(self.lower(text)))
        if phrase := self._action(text.rstrip(".")):
            return self.sentence(self.turns.next(_KNOWING).format(f"I {phrase}"))
        if self.is_told(text) and (self.ends(text) or not text[:1].islower()):
            return self.sentence(self.turns.next(_KNOWING).format(self.lower(text)))
        return self.sentence(self.turns.next(_PROOF).format(self.lower(text.rstrip("."))))

    # ── challenges ──

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """``Two challenges stand in the way.`` and each with its strategy."""
        if not barriers:
            return ""
        count = _NUMBERS[len(barriers)] if len(barriers) < len(_NUMBERS) else str(len(barriers))
        noun = "challenge stands" if len(barriers) == 1 else "challenges stand"
        told = [f"{count.capitalize()} {noun} in the way."]
        for index, barrier in enumerate(barriers):
            text = self.markdown(barrier.text).strip().rstrip(".")
            if not is_clause(text) and not begins_a_sentence(text):
                text = f"{_BARRIERS[0] if index == 0 else self.turns.next(_BARRIERS[1:])} {self.lower(text)}"
            told.append(self._barrier(barrier, text))
        return " ".join(told)

    def _barrier(self, barrier: Barrier, text: str) -> str:
        if not barrier.strategy:
            return self.sentence(text)
        strategy = self.markdown(barrier.strategy).strip()
        if "\n" in strategy or is_several(strategy) or begins_a_sentence(strategy):
            return f"{self.sentence(text)} {self.sentence(strategy)}"
        phrase = self.verb_phrase(strategy)
        if phrase:
            return self.sentence(f"{text}, so I will {phrase}")
        if self.is_told(strategy):
            return self.sentence(f"{text}, but {self.lower(strategy)}")
        return self.sentence(f"{text}, and {self.turns.next(_MEANS).format(self.lower(strategy))}")

    def challenge(self, barrier: str) -> str:
        """See ``Joining``."""
        text = self.markdown(barrier).strip()
        whole = is_clause(text) or begins_a_sentence(text) or self.ends(text)
        return self.sentence(text if whole else f"One challenge is {self.lower(text)}")

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
        return self.sentence(f"With {counted} behind me, the next one is clear: I will {nearest}")


_TRAITS = {
    "values": "I value {}",
    "interests": "I am interested in {}",
    "skills": "Among my skills are {}",
    "assessments": "I found this out with {}",
}
