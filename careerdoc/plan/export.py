"""What was understood of a plan, as data for programs: a contract."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from careerdoc.document import parse, plain, walk
from careerdoc.document.model import CodeBlock, Heading, Paragraph, Table
from careerdoc.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan.model import Goal, Plan, Prose, Step, TimeFrame, Trait


_ITEM = re.compile(r"\s*(?:[-+]|\d{1,9}[.)])\s")


def as_data(plan: Plan) -> dict[str, Any]:
    """The plan as plain data: texts without markup, dates as ISO 8601, lines from 1."""
    loose = [step for group in plan.groups for step in group.steps]
    loose += [step for section in plan.sections for step in section.steps]
    return {
        "title": _text(plan.title),
        "kind": plan.kind.value,
        "language": plan.language,
        "date": plan.date.isoformat(),
        "name": _text(plan.name),
        "main_goal": words(plan.main_goal),
        "profile": {name: words(trait.text) for name, trait in traits_of(plan)},
        "goals": [_goal(goal) for goal in plan.goals],
        "steps": [_step(step) for step in (*loose, *plan.steps)],
        "barriers": [
            {"text": words(b.text), "strategy": words(b.strategy), "line": b.span.line} for b in plan.barriers
        ],
        "sections": list(_sections(plan)),
        "sources": [{"text": words(s.text) or _text(s.title), "line": s.span.line} for s in plan.sources],
    }


def words(prose: Prose | None) -> str | None:
    """The words of a prose value without its markup."""
    if prose is None:
        return None
    if not any(c in prose for c in "*_`[]\\<>&|#~\n") and not _ITEM.match(prose):
        return str(prose)
    texts: list[str] = []
    for block in walk(parse(Source("", str(prose))).blocks):
        match block:
            case Paragraph(children) | Heading(_, children):
                texts.append(plain(children))
            case CodeBlock(text):
                texts.append(text)
            case Table(_, header, rows):
                texts.extend(plain(cell) for row in (header, *rows) for cell in row)
            case _:
                pass
    return " ".join(" ".join(text.split()) for text in texts if text.strip())


def _text(value: str | None) -> str | None:
    return None if value is None else str(value)


def _when(frame: TimeFrame | None) -> dict[str, str | None] | None:
    if frame is None:
        return None
    start, end = (day.isoformat() if day else None for day in (frame.start, frame.end))
    return {"text": str(frame.text), "start": start, "end": end}


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "title": str(goal.title),
        "horizon": goal.horizon.value if goal.horizon else None,
        "when": _when(goal.when),
        "why": words(goal.why),
        "measure": words(goal.measure),
        "status": _text(goal.status),
        "after": [str(name) for name in goal.after],
        "done": goal.done,
        "line": goal.span.line,
        "steps": [_step(step) for step in goal.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "text": words(step.text),
        "done": bool(step.done),
        "done_on": _text(step.done_on),
        "after": [str(name) for name in step.after],
        "when": _when(step.when),
        "line": step.span.line,
        "steps": [_step(inner) for inner in step.steps],
    }


def traits_of(plan: Plan) -> Iterator[tuple[str, Trait]]:
    """The sides of the self-assessment that a plan has, each under its name."""
    if plan.profile is None:
        return
    for name in ("values", "interests", "personality", "skills", "assessments"):
        trait: Trait | None = getattr(plan.profile, name)
        if trait is not None:
            yield name, trait
    for trait in plan.profile.others:
        yield str(trait.label), trait


def _sections(plan: Plan) -> Iterator[dict[str, Any]]:
    """The headings of the plan, and the parts of a YAML plan, in order."""
    headings = [part for part in plan.parts if part.level < 9]
    for part in headings:
        yield {"title": str(part.title), "line": part.span.line, "role": _text(part.role)}
    if not headings:
        for section in plan.sections:
            yield {"title": _text(section.title), "line": section.span.line, "role": _text(section.role)}
