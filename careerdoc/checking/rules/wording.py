"""Rules on wording: what promises nothing, and what was left in from a template."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import every_step, matches, place_in, prose_of
from careerdoc.findings import Level
from careerdoc.reading import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.plan.model import Plain

_TO_FILL = "your|insert|fill in|name|date|career|goal|enter|write|type|add|tu|votre|dein|seu|ваш"
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME|XXX+)\b|\blorem ipsum\b"
    rf"|[\[<{{]\s*(?:{_TO_FILL})\b[^\[\]<>{{}}\n]{{0,60}}[\]>}}](?!\()"
    r"|\b(?:your (?:name|goal|career|text) here|insert .{1,30} here)\b|_{4,}",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"TODO|TBD|TBA|FIXME|XXX+")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@cache
def _vague(code: str) -> tuple[re.Pattern[str], dict[str, str]]:
    phrases = {phrase.casefold(): hint for phrase, hint in language(code).vague.items()}
    forms = [re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True)]
    spaced = not any(_NO_SPACES.search(phrase) for phrase in phrases)
    before, after = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    return re.compile(rf"{before}(?:{'|'.join(forms) or '(?!)'}){after}", re.IGNORECASE), phrases


@rule("CD125", "vague-wording", Level.ADVICE)
def vague_wording(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Goals and steps say what, how much and when."""
    pattern, hints = _vague(plan.language)
    texts: list[Plain] = [goal.title for goal in plan.goals] + [goal.when.text for goal in plan.goals if goal.when]
    for step, _ in every_step(plan):
        texts.append(step.text)
        texts += [step.when.text] if step.when else []
    for text in texts:
        match = pattern.search(text)
        if match is not None:
            hint = hints[" ".join(match[0].casefold().split())]
            yield Found(f'"{match[0]}" cannot be checked', place_in(text, *match.span()), hint)


@rule("CD126", "placeholder", Level.WARNING)
def placeholder(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Nothing stands in the plan that waits for words of yours."""
    texts: list[Plain] = [text for text in (plan.title, plan.name, plan.course, plan.instructor) if text]
    texts += [goal.title for goal in plan.goals] + [part.title for part in plan.parts] + list(prose_of(plan))
    seen: set[int] = set()
    for text in texts:
        for match in matches(_PLACEHOLDER, text):
            if match[0].isalpha() and not _SHOUTED.fullmatch(match[0]):
                continue  # "to do" in small letters is a word like any other
            span = place_in(text, *match.span())
            if span.start not in seen:
                seen.add(span.start)
                yield Found(f'"{match[0]}" is still to be filled in', span, "write your own words, or delete it")


WORDING = (vague_wording, placeholder)
