"""A rule on the self-assessment: what was found out about oneself should speak for the career."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import heading_for
from careerdoc.document.counting import MARKS
from careerdoc.findings import Level
from careerdoc.plan import Kind
from careerdoc.reading import language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan

STEM = 5
"""Letters that two forms of a word have in common."""

_WORD = re.compile(rf"(?:[^\W\d_]|[{MARKS}]){{4,}}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")


@rule("CD128", "profile-not-tied", Level.ADVICE)
def profile_not_tied(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """The plan says how the career matches the self-assessment."""
    profile = plan.profile
    if plan.kind not in {Kind.CAREER, Kind.ASSIGNMENT} or profile is None or not plan.main_goal:
        return
    tied = any(section.role == "match" for section in plan.sections) or any(option.fit for option in plan.careers)
    if tied or profile.notes:
        return
    traits = (profile.values, profile.interests, profile.personality, profile.skills, *profile.others)
    own = _stems(" ".join(trait.text for trait in traits if trait), plan.language)
    told = [plan.main_goal, *(goal.title for goal in plan.goals), *(goal.why for goal in plan.goals if goal.why)]
    told += [section.body for section in plan.sections if section.body]
    if own and not own & _stems("\n".join(told), plan.language):
        heading = heading_for(plan, "match", "Why it fits me")
        hint = f'write under "{heading}" which of your values, interests and skills the career asks for'
        span = (profile.title or profile).span
        yield Found("nothing in the plan ties this self-assessment to the career", span, hint)


def _stems(text: str, code: str) -> set[str]:
    """The beginnings of the words of a text that are no common ones; of scripts without spaces each two characters."""
    common = language(code).common
    folded = text.casefold()
    stems = {word[:STEM] for word in _WORD.findall(folded) if word not in common}
    return stems | {one + two for run in _UNSPACED.findall(folded) for one, two in pairwise(run)}
