"""What rules walk through: the steps of a plan with their goals, its prose, and the places of words in it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from careerdoc.plan.timeframe import read_time_frame
from careerdoc.plan.timeframe.vocabulary import even
from careerdoc.reading import language
from careerdoc.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.plan import Goal, Plan, Step, TimeFrame
    from careerdoc.plan.model import Plain, Prose
    from careerdoc.source import Span


MOST = 10
"""Matches of a pattern in one text that are told."""

_YEAR = dt.timedelta(days=366)
_SOME_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LONGEST_HEADING = 120
_UNSEEN = re.compile(
    r"(?:^|\n)[ \t]*(?:```|~~~)[\s\S]*?(?:\n[ \t]*(?:```|~~~)|\Z)|`[^`\n]{1,500}`|(?<=\])\([^()\n]{0,500}\)"
    r"|<[^<>\s]{1,300}[@:/][^<>\s]{0,300}>|https?://[^\s<>()\]]{1,500}|\[\[[^\[\]\n]{1,200}\]\]"
)


def open_goals(plan: Plan) -> Iterator[Goal]:
    """The goals that are neither reached nor given up, as their box or their status says."""
    for goal in plan.goals:
        if not goal.done and not (goal.status and (is_reached(goal, plan) or _is_dropped(goal.status, plan))):
            yield goal


def is_reached(goal: Goal, plan: Plan) -> bool:
    """Whether a goal is ticked, or has a status that says as much."""
    words = (language(plan.language), language("en")) if goal.status else ()
    return bool(goal.done) or any(known.is_done(str(goal.status)) for known in words)


def _is_dropped(status: str, plan: Plan) -> bool:
    return language(plan.language).is_dropped(status) or language("en").is_dropped(status)


def every_step(plan: Plan) -> Iterator[tuple[Step, Goal | None]]:
    """All steps with the smaller ones in them, each with the goal that it belongs to, if any."""
    for goal in plan.goals:
        yield from ((step, goal) for step in with_smaller(goal.steps))
    for group in plan.groups:
        yield from ((step, None) for step in with_smaller(group.steps))
    for section in plan.sections:
        yield from ((step, None) for step in with_smaller(section.steps))
    yield from ((step, None) for step in with_smaller(plan.steps))


def frames_of(plan: Plan) -> Iterator[TimeFrame]:
    """The time frames of all goals and steps."""
    yield from (goal.when for goal in plan.goals if goal.when)
    yield from (step.when for step, _ in every_step(plan) if step.when)


def with_smaller(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps, each before the smaller ones in it."""
    for step in steps:
        yield step
        yield from with_smaller(step.steps)


def sibling_steps(plan: Plan) -> Iterator[tuple[Step, ...]]:
    """Steps of one list each: those of a goal, those of a step, those that stand alone."""
    lists = [goal.steps for goal in plan.goals] + [group.steps for group in plan.groups]
    pending = [*lists, *(section.steps for section in plan.sections), plan.steps]
    for steps in pending:
        if steps:
            yield steps
            pending += [step.steps for step in steps if step.steps]


def timed_by_heading(plan: Plan) -> set[int]:
    """The goals and loose steps, by id, whose heading is the time in which they are to be done: "Fall 2027".

    A horizon is no time frame: "Short-term goals (within a year)" says what short term means.
    """
    words, found = language(plan.language), set[int]()
    for group in plan.groups:
        if group.title is None or len(group.title) > _LONGEST_HEADING:
            continue
        frame = read_time_frame(Scalar(str(group.title), group.title.span), words, plan.date)
        if frame.start and frame.end and frame.end - frame.start <= _YEAR and _SOME_YEAR.search(even(frame.text)):
            found |= {id(entry) for entry in (*group.goals, *with_smaller(group.steps))}
    return found


def prose_of(plan: Plan) -> Iterator[Prose]:
    """All that is written in prose, part by part; sources last."""
    if plan.main_goal:
        yield plan.main_goal
    if plan.profile:
        traits = (plan.profile.values, plan.profile.interests, plan.profile.personality, plan.profile.skills)
        yield from (trait.text for trait in (*traits, plan.profile.assessments, *plan.profile.others) if trait)
        yield from filter(None, (plan.profile.notes,))
    for career in plan.careers:
        told = (career.duties, career.education, career.wage, career.outlook, career.pros, career.cons, career.fit)
        yield from filter(None, (*told, career.source))
    for group in plan.groups:
        yield from filter(None, (group.notes,))
    for goal in plan.goals:
        yield from filter(None, (goal.why, goal.measure, goal.notes))
    for step, _ in every_step(plan):
        yield from filter(None, (step.text, step.why, step.evidence, step.notes, *step.resources))
    for barrier in plan.barriers:
        yield from filter(None, (barrier.text, barrier.strategy, barrier.notes))
    yield from (section.body for section in plan.sections if section.body)
    yield from (review.comment for review in plan.reviews if review.comment)
    yield from (note.text for note in plan.footnotes)
    yield from (source.text for source in plan.sources if source.text)


def without_code(text: str) -> str:
    """A text of the same length with blanks for what is no wording: code, targets of links, addresses, wiki links."""
    if not any(sign in text for sign in ("`", "~~~", "](", "://", "<", "[[")):
        return text
    return _UNSEEN.sub(lambda match: "(" * (match[0][0] == "(") + " " * (len(match[0]) - (match[0][0] == "(")), text)


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first matches of a pattern in a text.

    Whoever mends ten knows the eleventh, and a text made of nothing else costs no time.
    """
    return islice(pattern.finditer(text), MOST)


def place_in(text: Plain, start: int, end: int) -> Span:
    """Where a piece of a text stands, or else all of the text.

    A text is not always written as it stands in the source: marks, entities and line ends may have gone. So the piece
    is looked for there, and taken only where text and source have it equally often.
    """
    piece, source = text[start:end], text.span.text
    if source[start:end] == piece:
        return text.span.source.span(text.span.start + start, text.span.start + end)
    for words in (piece, re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", piece)):
        form = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        if not form.pattern:
            break
        before = [match.start() for match in re.finditer(re.escape(piece), text)]
        there = [match.span() for match in form.finditer(source)]
        if len(before) == len(there) and start in before:
            first, last = there[before.index(start)]
            return text.span.source.span(text.span.start + first, text.span.start + last)
    return text.span


def folded(text: str) -> str:
    """A text for comparison: no case, no punctuation, single spaces."""
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text.casefold())
    return " ".join("".join(kept).split())


def heading_for(plan: Plan, role: str, usual: str) -> str:
    """A heading that names a part in the plan's language; the usual one in English."""
    words = language(plan.language)
    found = next((phrase for phrase, named in words.headings.items() if named == role), "")
    return found[:1].upper() + found[1:] if found and words.code != "en" else usual
