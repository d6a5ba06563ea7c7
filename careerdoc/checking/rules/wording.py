"""Rules on wording: what promises nothing, and what was left in from a template."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.placeholders import placeholder
from careerdoc.checking.rules.within import every_step, matches, open_goals, place_in, without_code
from careerdoc.document.counting import MARKS
from careerdoc.findings import Level
from careerdoc.reading import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.plan.model import Plain

_BLANK = re.compile(r"[\s*_]+")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")

_EXACT = {
    "en": ("as soon as(?! possible)", "stuff (?:envelopes|bags|boxes)"),
    "es": ("tan pronto como", "intentar no"),
    "fr": ("(?:au|le|mois|ans?|jours|semaines) plus tard", "un jour (?:par|sur|avant|après|de|entier|ouvr)"),
    "pt": ("um dia (?:por|antes|depois|de|inteiro|a cada)", "tentar não"),
    "de": ("bald(?:ige|möglich)",),
    "tr": ("(?:haftada|ayda|yılda|günde|tam|her) bir gün", "bir günlük"),
    "zh": ("(?:[月年周天日岁歲学學业業])(?:以后|以後)", "(?:没|沒)有空", "有空(?:间|間|调|調|白)"),
    "ja": ("いつか(?:ら|月)",),
}
"""What holds vague words and is exact: "un jour par semaine" is one day a week."""


@cache
def _vague(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the vague words of a language, as group 1, and what to write instead of each."""
    words = language(code)
    hints = {_even(phrase): hint for phrase, hint in words.vague.items()}
    forms = [re.escape(phrase).replace(r"\ ", r"[\s*_]+") for phrase in sorted(hints, key=len, reverse=True)]
    exact = [_even(form).replace(" ", r"\s+") for form in _EXACT.get(words.code, ())]
    spaced = not any(_NO_SPACES.search(phrase) for phrase in hints)
    before, after = (rf"(?<![\w{MARKS}-])", rf"(?![\w{MARKS}-])") if spaced else ("", "")
    exempt = rf"{before}(?:{'|'.join(exact)})|" if exact else ""
    return re.compile(rf"{exempt}{before}({'|'.join(forms) or '(?!)'}){after}"), hints


def _even(text: str) -> str:
    """A text in small letters, letter for letter, with the Turkish i's as one."""
    small = text.casefold()
    if len(small) != len(text):
        small = "".join(c if len(c.casefold()) > 1 else c.casefold() for c in text.replace("İ", "i"))
    return small.replace("ı", "i")


def _promises(plan: Plan) -> Iterator[Plain]:
    """Where a plan says what will be done: goals and steps that are still open, and the answers to challenges."""
    for goal in open_goals(plan):
        yield goal.title
        yield from (goal.when.text,) if goal.when else ()
        yield from filter(None, (goal.measure,))
    for step, _ in every_step(plan):
        if not step.done:
            yield step.text
            yield from (step.when.text,) if step.when else ()
    yield from (barrier.strategy for barrier in plan.barriers if barrier.strategy)


@rule("CD125", "vague-wording", Level.ADVICE)
def vague_wording(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Goals and steps say what, how much and when."""
    pattern, hints = _vague(plan.language)
    told: set[int] = set()
    for text in _promises(plan):
        for match in matches(pattern, _even(without_code(text))):
            if match[1] is None:
                continue
            span = place_in(text, *match.span(1))
            if span.start not in told:
                told.add(span.start)
                words = " ".join(_BLANK.split(text[slice(*match.span(1))]))
                yield Found(f'"{words}" cannot be checked', span, hints[" ".join(_BLANK.split(match[1]))])


WORDING = (vague_wording, placeholder)
