"""Joining in English: steps in any form become clauses, with tense by whether they are done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.neutral import Joining, flat, next_step
from careerdoc.composing.joining.verbs import (
    FINITE,
    NOMINALS,
    NOUNS_TOO,
    ORDINARY,
    PROPER,
    base_of_gerund,
    base_of_past,
    is_verb,
    past,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from careerdoc.plan import Barrier, Goal, Step, TimeFrame, Trait

_MONTHS: tuple[str, ...] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
)
_MONTHS += ("November", "December")  # not calendar.month_name, which follows the locale
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_RELATION = re.compile(
    r"(?:by|before|until|in|on|at|during|from|within|after|since|starting|beginning|over|no later than|every|through|"
    r"around|mid|early|late|ongoing|weekly|daily|monthly|due|for|between|this|next|as|to)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_SEASON = re.compile(r"\b(?:Fall|Autumn|Winter|Spring|Summer|Semester|Term)\b")
_RANGE = re.compile(r"\s*(?:–|—|\sto\s|\sthrough\s|\suntil\s|(?<=[a-z\d])-(?=[A-Z\d]))\s*")
_MY_WILL = re.compile(
    r"I(?:'ll| will| want to| plan to| am going to| would like to| hope to| need to| intend to)\s+", re.IGNORECASE
)
_FINITE = re.compile(rf"\b(?:{'|'.join(FINITE)})\b", re.IGNORECASE)
_PLURAL_AND_WORD = re.compile(r"\b[a-z]{2,}s (?P<word>[a-z]+)\b", re.IGNORECASE)
_PRONOUN_START = re.compile(
    r"(?:I|I'm|I've|We|It|They|There|This|That|These|Those|You|He|She|My|Our|Because|Since|If|When|As)\b"
)
_OCCUPATION = re.compile(
    r"\b\w+(?:er|or|ist|ian|nurse|ant|ent|man|woman|chef|mechanic|tech|aide|pilot|clerk|therapist|analyst)\b",
    re.IGNORECASE,
)
_NEVER_LOWER = re.compile(r"(?:I\b|I'|[A-Z][^a-z\s'A-Z]|[B-HJ-Z]\b|[A-Z]{2}|[A-Z][a-z]+[A-Z])")
_MANY = re.compile(
    r"(?<!\bMs)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.!?]\s+(?=\S)"
)
"""An end of a sentence with another one after it; a title before a name is none."""
_BEHIND_VERB = re.compile(
    r"(?:a|an|the|my|our|your|his|her|their|this|that|these|those|it|them|one|two|three|four|five|six|ten|at|in|on|with|for|"
    r"to|by|from|about|all|both|each|every|more|some|\w+ly)\b",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(
    r"[a-z-]+ (?:a|an|the|my|our|your|his|her|their|this|that|these|those|it|them|two|three|four|five|six)\b"
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


class English(Joining):
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

    def date(self, day: dt.date) -> str:
        """``November 23, 2026``."""
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"

    def listed(self, items: Sequence[str]) -> str:  # type: ignore[override] # a sequence is what callers have
        """``a``, ``a and b``, ``a, b, and c``; with semicolons where an item has a comma."""
        parts = list(items)
        if len(parts) < 3:
            return " and ".join(parts)
        mark = ";" if any("," in part for part in parts) else ","
        return f"{f'{mark} '.join(parts[:-1])}{mark} and {parts[-1]}"

    def lower(self, text: str) -> str:
        """The text for the middle of a sentence: a small first letter, unless the word is a name or an acronym."""
        if _NEVER_LOWER.match(text):
            return text
        first = re.match(r"[A-Za-z'-]+", text)
        if first is None:
            return text
        word = first[0].lower()
        ordinary = is_verb(word) or base_of_gerund(word) or base_of_past(word) or word in ORDINARY
        names_follow: object = re.match(r"[A-Z][a-z]+\s+(?:of\s+)?[A-Z][a-z]", text)
        # A later capital makes a name of it: "Introduction to Sociology", "Prof. Haddad".
        later = [name for name in re.findall(r"[a-z.] ([A-Z][a-z]+)", text) if name.lower() not in PROPER]
        names_follow = names_follow or bool(later)
        proper = (names_follow and not ordinary) or word in PROPER
        return text if proper else text[:1].lower() + text[1:]

    def phrase(self, when: TimeFrame) -> str:
        """A time frame as it stands in a sentence: ``by May 2027``, ``in spring 2032``."""
        text = _ISO.sub(lambda match: self._written(match[0]), self.markdown(when.text))
        text = _SEASON.sub(lambda match: match[0].lower(), text)
        if _RELATION.match(text):
            return text[:1].lower() + text[1:]
        if when.start is not None and when.start == when.end:
            return f"on {text}"
        if _RANGE.search(text):
            return f"from {_RANGE.sub(' to ', text, count=1)}"
        return f"in {text}" if when.understood else text[:1].lower() + text[1:]

    def _written(self, iso: str) -> str:
        year, month, *day = (int(part) for part in iso.split("-"))
        name = _MONTHS[month - 1] if 1 <= month <= 12 else str(month)
        return f"{name} {day[0]}, {year}" if day else f"{name} {year}"

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A clause with its time frame."""
        if when is None or self.markdown(when.text) in text:
            return text
        return f"{text} {self.phrase(when)}"

    # ── clauses ──

    def verb_phrase(self, text: str) -> str:
        """The text as it follows "I will", or an empty string where it is no action but a thing."""
        text = _MY_WILL.sub("", self.markdown(text).strip().rstrip("."), count=1)
        nominal = next((n for n in NOMINALS if text.lower().startswith(n + " ") or text.lower() == n), "")
        if nominal:
            return f"{NOMINALS[nominal]}{text[len(nominal) :]}"
        word, _, rest = text.partition(" ")
        first = word.lower().rstrip(",:")
        if first in NOUNS_TOO and rest[:1].isalpha() and not _BEHIND_VERB.match(rest):
            return ""
        # A word before an article or a pronoun is a verb, whether or not it is in the list: "Precept a student".
        imperative = is_verb(first) or (_TAKES_OBJECT.match(text[:1].lower() + text[1:]) and not first.endswith("ing"))
        base = first if imperative else base_of_gerund(first)
        return f"{base}{word[len(first) :]} {rest}".rstrip() if base else ""

    def past_phrase(self, text: str) -> str:
        """The text as it follows "I" when it is done, or an empty string."""
        plain = self.markdown(text).strip().rstrip(".")
        word, _, rest = plain.partition(" ")
        if base_of_past(word.lower()) and not is_verb(word.lower()):
            return f"{word.lower()} {rest}".rstrip()
        phrase = self.verb_phrase(text)
        verb, _, rest = phrase.partition(" ")
        changed = re.sub(r"(?<= and )([a-z]+)\b", lambda m: past(m[1]) if is_verb(m[1]) else m[1], rest)
        return f"{past(verb)} {changed}".rstrip() if phrase else ""

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
        if _OCCUPATION.search(text.split(" in ")[0].split(",")[0]) and not _is_clause(text):
            lowered = self.lower(text)
            article = "" if re.match(r"(?:a|an|the)\s", lowered) else "an " if lowered[:1] in "aeiou" else "a "
            return self.sentence(f"My goal is to become {article}{lowered}")
        return self.sentence(f"My goal is this: {text}" if not _is_clause(text) else text)

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = ["how I came to that choice"] if chosen else []
        parts += ["what I bring to it"] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(f"what I will do between now and {last_year} to reach it")
        return f"This plan explains {self.listed(parts)}." if len(parts) > 1 else ""

    def flowing(self, text: str) -> str:
        """Prose with its lists told as sentences, where every item can be told in the first person."""
        return "\n\n".join(self._told_list(block) for block in self.markdown(text).split("\n\n"))

    def listing(self, lead: str, text: str) -> str:
        """A part that is one list of things, as a sentence behind its lead; any other part as it is."""
        markdown = self.markdown(text)
        lines = markdown.split("\n")
        fragment = ", who " in lines[0] and not _MANY.search(markdown) and not _PRONOUN_START.match(lines[0])
        if lead and fragment and lines[0][:2] not in {"- ", "* "}:
            return f"{lead} {markdown}"  # names and what they do, without a verb of their own
        if not lead or len(lines) < 2 or not all(re.match(r"[-*] \S", line) for line in lines):
            return f"{lead.rstrip(':')}.\n\n{markdown}" if lead and lines[0][:2] in {"- ", "* "} else markdown
        items = [self.lower(line[2:].strip().rstrip(".;")) for line in lines]
        return self.sentence(f"{lead} {self._semicolons(items)}")

    def _semicolons(self, items: list[str]) -> str:
        return self.listed(items) if len(items) > 2 or not any("," in item for item in items) else "; and ".join(items)

    def _told_list(self, block: str) -> str:
        lines = block.split("\n")
        if not all(re.match(r"[-*] \S", line) for line in lines):
            return block
        told = [self._told_item(line[2:]) for line in lines]
        return " ".join(told) if all(told) else block

    def _told_item(self, item: str) -> str:
        if _PRONOUN_START.match(item):
            return self.sentence(item)
        first, _, rest = item.partition(" ")
        if not base_of_past(first.lower()):
            return ""
        head, colon, tail = rest.partition(": ")
        if colon and "," in tail:
            rest = f"{head} {self.listed([part.strip() for part in tail.rstrip('.').split(',')])}"
        return self.sentence(f"I {first.lower()} {rest}")

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
        if _PRONOUN_START.match(text) or len(text.split()) > 12:
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
            return self.sentence(text if not _is_clause(name) else self.timed(name, goal.when))
        lead = ("I want to", "I also want to", "In addition, I plan to", "Beyond that, I intend to")[min(index, 3)]
        return self.sentence(self.timed(f"{lead} {phrase}", goal.when))

    def reason(self, why: str) -> str:
        """A reason that is a sentence stands; any other is joined."""
        text = self.markdown(why).strip()
        if "\n\n" in text or _MANY.search(text):
            return self.sentence(text)
        if re.match(r"(?:to|so that|because|in order to)\s", text, re.IGNORECASE):
            return self.sentence(f"I chose it {text[:1].lower()}{text[1:]}")
        if (phrase := self.verb_phrase(text)) and base_of_gerund(text.split()[0].lower()):
            return self.sentence(f"It lets me {phrase}")
        if _is_clause(text) or len(text.split()) > 7:
            return self.sentence(text)
        return self.sentence(f"It matters for {self.lower(text)}")

    def measure(self, measure: str) -> str:
        """How the student will know."""
        text = self.markdown(measure).strip()
        if _MANY.search(text):
            return self.sentence(text)
        if _PRONOUN_START.match(text) and _is_clause(text):
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
        clause = _is_clause(text) or bool(_PRONOUN_START.match(text))
        if not clause:
            text = f"{('One is', 'Another is', 'There is also', 'A further one is')[min(index, 3)]} {self.lower(text)}"
        if not barrier.strategy:
            return self.sentence(text)
        strategy = self.markdown(barrier.strategy).strip()
        if "\n" in strategy or _MANY.search(strategy) or _PRONOUN_START.match(strategy):
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


def _is_clause(text: str) -> bool:
    """Whether a text has a verb form in it, or a plural with a verb behind it: "schools hire"."""
    plural_verb = any(is_verb(match["word"].lower()) for match in _PLURAL_AND_WORD.finditer(text))
    return plural_verb or _FINITE.search(text) is not None
