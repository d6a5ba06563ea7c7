"""All rules over one plan, with what the person, the plan, the project and the pack ask of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.checking.codes import CODES
from careerdoc.checking.registry import registry
from careerdoc.checking.selecting import Settings, level_of, limits_of
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerdoc.checking.rule import Limits
    from careerdoc.plan import Plan

_USUAL = {code.code: code.level for code in CODES}
_GRAVITY = {level: number for number, level in enumerate(Level)}
_NOTHING = Settings()


def check(
    plan: Plan,
    found: Iterable[Finding] = (),
    *,
    command: Settings = _NOTHING,
    beyond: Sequence[Settings] = (),
) -> tuple[Finding, ...]:
    """What all wanted rules say of a plan, gravest first and then in the order of the source.

    ``found`` is what was said when the plan was read; it is chosen from as the rules are. ``command`` is asked
    before the plan's own ``checks``; ``beyond`` (a project's settings, a pack's) after it.
    """
    known = registry()
    own, problems = _own_settings(plan)
    places = (command, own, *beyond)
    levels = {topic.code: level_of(topic, places) for topic in known.topics()}
    said = [*_chosen(found, levels), *_said_by_rules(plan, levels, limits_of(places))]
    kept, notes = _without_ignored(plan, said, levels)
    return in_order((*kept, *problems, *notes, *known.findings))


def _own_settings(plan: Plan) -> tuple[Settings, tuple[Finding, ...]]:
    if plan.checks is None:
        return _NOTHING, ()
    from careerdoc.checking.settings import read_settings  # noqa: PLC0415 - for those who choose

    return read_settings(plan.checks)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings gravest first, and then as the source goes."""
    return tuple(sorted(findings, key=lambda f: (_GRAVITY[f.level], f.span.start if f.span else 0, f.code)))


def _chosen(found: Iterable[Finding], levels: dict[str, Level | None]) -> Iterator[Finding]:
    """Findings of the reading, at the levels that are wanted; errors always stand."""
    for finding in found:
        level = levels.get(finding.code, finding.level)
        if finding.level is Level.ERROR:
            yield finding
        elif level is not None:
            usual = _USUAL.get(finding.code)
            yield finding if level is usual else replace(finding, level=level)


def _said_by_rules(plan: Plan, levels: dict[str, Level | None], limits: Limits) -> Iterator[Finding]:
    known = registry()
    for rule in known.rules:
        level = levels[rule.code]
        if level is None:
            continue
        if rule.code not in known.origins:
            yield from rule.findings(plan, limits, level)
            continue
        try:
            yield from tuple(rule.findings(plan, limits, level))
        except Exception as error:  # noqa: BLE001 - whatever a stranger's rule raises
            message = f'the rule {rule.code} ("{rule.name}") failed: {type(error).__name__}: {error}'
            hint = f"tell its authors; until then, `--ignore {rule.code}`"
            yield Finding("CD053", Level.WARNING, message, hint=hint, place=known.origins[rule.code])


def _without_ignored(
    plan: Plan, said: Iterable[Finding], levels: dict[str, Level | None]
) -> tuple[list[Finding], list[Finding]]:
    """Findings that no comment hides, and what there is to say of the comments."""
    if "careerdoc:" not in plan.span.source.text:
        return list(said), []
    from careerdoc.checking.ignoring import Ignores, read_ignores  # noqa: PLC0415 - for those who ignore

    found, notes = read_ignores(plan.span.source)
    ignores = Ignores(plan.span.source, found)
    topics = {topic.code: topic for topic in registry().topics()}
    kept: list[Finding] = []
    for finding in said:
        topic = topics.get(finding.code)
        hidden = topic is not None and ignores.hide(finding, topic)
        if not hidden or (finding.level is Level.ERROR and finding.code in _USUAL):
            kept.append(finding)
    level = levels["CD052"]
    wanted = [topic for topic in topics.values() if levels[topic.code] is not None]
    return kept, [*notes, *(ignores.idle(wanted, level) if level is not None else ())]
