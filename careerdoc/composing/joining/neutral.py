"""Joining in any language, without its grammar: what a language's own joining improves on.

A joining turns entities of a plan into sentences. Everything it adds is function words; every fact is the plan's.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.turns import Turns
from careerdoc.plan import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from careerdoc.plan import Barrier, Goal, Step, TimeFrame, Trait

_END = re.compile(r"[.!?…。！？؟।][\"'”’」』)）»*_]*$")

_LIST_MARKS = ";；؛、،，,"
"""What sets the things of a list apart, those first that things of several words have between them."""


class Joining:
    """Sentences from entities. ``gettext`` translates the few words that are needed."""

    space = " "
    """What stands between two sentences."""
    comma = ", "
    """What stands between the things of a list."""
    apart = ", "
    """What stands between the pieces of a short line: a day, a name."""
    full_stop = "."

    def __init__(self, gettext: Callable[[str], str], today: dt.date) -> None:
        """``today`` decides what is past. Ways to say one thing take turns over the document that this is made for."""
        self.gettext = gettext
        self.today = today
        self.turns = Turns()

    # ── small things ──

    def markdown(self, value: str) -> str:
        """A value as Markdown: prose as it is, plain text escaped."""
        return value.__html__() if isinstance(value, Plain) else value

    def sentence(self, text: str) -> str:
        """The text with a capital letter and an end mark."""
        text = text.strip()
        text = text if not text or self.ends(text) else text + self.full_stop
        return self.capital(text)

    def ends(self, text: str) -> bool:
        """Whether a text ends with the end mark of a sentence."""
        return _END.search(text.rstrip()) is not None

    def lower(self, text: str) -> str:
        """A text for the middle of a sentence; a language that knows its names may give it a small first letter."""
        return text

    def capital(self, text: str) -> str:
        """The text with a capital letter in front."""
        return text[:1].upper() + text[1:]

    def listed(self, items: Iterable[str]) -> str:
        """The things of a list in the way of the language; here with commas alone, as no word for "and" is known."""
        return self.comma.join(items)

    def labelled(self, label: str, text: str, mark: str = "") -> str:
        """A label, a colon and a text. ``mark`` (``*``, ``**``) sets the label off from the text."""
        return f"{mark}{label}:{mark} {text}"

    def bracketed(self, text: str, aside: str) -> str:
        """A text with an aside in brackets behind it."""
        return f"{text} ({aside})"

    def date(self, day: dt.date) -> str:
        """A day, written out where the language's words are known."""
        return day.isoformat()

    def day_first(self, day: dt.date) -> str:
        """A day as the MLA writes it, 23 November 2026; other languages have their own order."""
        return self.date(day)

    def headline(self, text: str, *, mla: bool = False) -> str:
        """A title as manuals capitalize it; languages but English have no such custom."""
        del mla
        return text

    def of_another(self, text: str, name: str = "") -> str:
        """What is told in the first person in the third, where the language can; ``name`` stands for the first I."""
        del name
        return text

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A clause with its time frame behind it."""
        return self.bracketed(text, self.markdown(when.text)) if when else text

    def items(self, trait: Trait) -> list[str]:
        """The things that a trait lists."""
        if trait.items:
            return [self.markdown(item).rstrip(".") for item in trait.items]
        text = self.markdown(trait.text)
        if "\n" in text or _END.search(text.rstrip(".。।")) or re.search(r"[.!?]\s", text):
            return []
        mark = next((mark for mark in _LIST_MARKS if mark in text), ",")
        return [item.strip() for item in text.rstrip(".。").split(mark) if item.strip()]

    # ── sentences ──

    def aim(self, goal: str) -> str:
        """The opening: what all of the plan is for."""
        return self.sentence(self.labelled(self.gettext("My main goal"), self.markdown(goal)))

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say, where the language has words for it."""
        del chosen, profile, last_year
        return ""

    def flowing(self, text: str) -> str:
        """Prose, its lists told as sentences where the language can."""
        return self.markdown(text)

    def listing(self, lead: str, text: str) -> str:
        """A part that is a list, behind its lead."""
        return f"{lead}\n\n{self.markdown(text)}" if lead else self.markdown(text)

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment, a sentence a trait."""
        return self.space.join(
            self.sentence(self.labelled(self.markdown(t.label), self.markdown(t.text))) for _, t in traits
        )

    def goal(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """What is to be reached, by when; ``horizon``, short or long, is told where nothing else tells it."""
        del index, total, horizon
        return self.sentence(self.timed(self.markdown(goal.title), goal.when))

    def goal_paragraph(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """A goal with its reason, its measure and its steps."""
        leads = {
            "short": self.gettext("My short-term goals come first."),
            "long": self.gettext("Further ahead lie my long-term goals."),
        }
        told = [leads[horizon]] if index == 0 and horizon in leads else []
        told.append(self.goal(goal, index, total, horizon))
        told += [self.reason(goal.why)] if goal.why else []
        told += [self.measure(goal.measure)] if goal.measure else []
        told += [self.steps(goal.steps)] if goal.steps else []
        return self.space.join(told)

    def bare_goals(self, goals: Sequence[Goal], index: int, total: int, horizon: str = "") -> str:
        """Goals of which no more is said than what they are, in one paragraph; ``index`` is that of the first."""
        told = [
            self.goal_paragraph(goal, index + number, total, horizon if number == 0 else "")
            for number, goal in enumerate(goals)
        ]
        return self.space.join(told)

    def reason(self, why: str) -> str:
        """Why it helps."""
        return self.sentence(self.markdown(why))

    def measure(self, measure: str) -> str:
        """How one can tell."""
        return self.sentence(self.markdown(measure))

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What has been done and what comes next; ``role`` is the part that they make up."""
        del role
        texts = [self.timed(self.markdown(step.text).rstrip("."), step.when) for step in flat(steps)]
        return self.sentence("; ".join(texts)) if texts else ""

    def part_steps(self, lead: str, steps: Sequence[Step], role: str) -> str:
        """The steps of a part behind the words that lead into it."""
        return f"{lead}{self.space}{self.steps(steps, role)}".strip()

    def step(self, step: Step) -> str:
        """One step as a sentence by itself, for a list of sentences."""
        return self.sentence(self.timed(self.markdown(step.text).rstrip("."), step.when))

    def challenge(self, barrier: str) -> str:
        """What stands in the way, as a sentence by itself."""
        return self.sentence(self.markdown(barrier))

    def answer(self, strategy: str) -> str:
        """What will be done about a challenge, as a sentence by itself."""
        return self.sentence(self.markdown(strategy))

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """What stands in the way, and what will be done about it."""
        texts = []
        for barrier in barriers:
            text = self.sentence(self.markdown(barrier.text))
            if barrier.strategy:
                text += " " + self.sentence(self.markdown(barrier.strategy))
            texts.append(text)
        return " ".join(texts)

    def closing(self, steps: Sequence[Step]) -> str:
        """Where things stand at the end."""
        del steps
        return ""


def flat(steps: Sequence[Step]) -> list[Step]:
    """Steps with their smaller steps after them, in order."""
    found: list[Step] = []
    stack = list(reversed(steps))
    while stack:
        step = stack.pop()
        found.append(step)
        stack.extend(reversed(step.steps))
    return found


def next_step(steps: Sequence[Step]) -> Step | None:
    """The open step that comes first: by its date, or else in the order written."""
    waiting = [step for step in flat(steps) if not step.done]
    dated = [step for step in waiting if step.when and (step.when.end or step.when.start)]
    if dated:
        return min(dated, key=lambda s: (s.when and (s.when.end or s.when.start)) or dt.date.max)
    return waiting[0] if waiting else None
