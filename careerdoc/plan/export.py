"""What was understood of a plan: as data for programs (a contract), and as a tree for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careerdoc.document import parse, plain, walk
from careerdoc.document.model import CodeBlock, Heading, Paragraph, Table
from careerdoc.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdoc.plan.model import Goal, Plan, Prose, Step, TimeFrame, Trait


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
        "profile": {name: words(trait.text) for name, trait in _traits(plan)},
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
    if not any(c in prose for c in "*_`[]\\<>&|#~\n"):
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
        "done": goal.done,
        "line": goal.span.line,
        "steps": [_step(step) for step in goal.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "text": words(step.text),
        "done": bool(step.done),
        "when": _when(step.when),
        "line": step.span.line,
        "steps": [_step(inner) for inner in step.steps],
    }


def _traits(plan: Plan) -> Iterator[tuple[str, Trait]]:
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


# ── For people ───────────────────────────────────────────────────────────────────────────────────────────


def as_tree(plan: Plan) -> str:
    """The plan as a tree with ticks, time frames as dates, and the line that each piece comes from."""
    rows = list(_rows(plan))
    widest = min(max((len(text) for text, _ in rows), default=0), 96)
    return "\n".join(f"{text.ljust(widest)}  {line}".rstrip() for text, line in rows)


def _rows(plan: Plan) -> Iterator[tuple[str, str]]:
    yield f"{plan.title or 'A plan without a title'}  ({plan.kind.value}, {plan.language}, {plan.date.isoformat()})", ""
    if plan.main_goal:
        yield f"Main goal: {words(plan.main_goal)}", _line(plan.main_goal.span.line)
    for name, trait in _traits(plan):
        yield f"{name.capitalize()}: {_short(words(trait.text) or '')}", _line(trait.span.line)
    for group in plan.groups:
        title = group.title or (f"{group.horizon.value.capitalize()} term" if group.horizon else "Goals")
        yield str(title), _line(group.span.line) if group.title else ""
        for index, goal in enumerate(group.goals):
            last = index == len(group.goals) - 1 and not group.steps
            yield from _goal_rows(goal, last=last)
        yield from _step_rows(group.steps, "")
    if plan.steps:
        yield "Steps", ""
        yield from _step_rows(plan.steps, "")
    if plan.barriers:
        yield "Challenges", ""
        for barrier in plan.barriers:
            answer = f" → {words(barrier.strategy)}" if barrier.strategy else ""
            yield f"├─ {_short((words(barrier.text) or '') + answer)}", _line(barrier.span.line)
    if plan.sections:
        yield "Sections", ""
        for section in plan.sections:
            role = f"  [{section.role}]" if section.role else ""
            yield f"├─ {section.title or 'without a heading'}{role}", _line(section.span.line)
            yield from _step_rows(section.steps, "│  ")


def _goal_rows(goal: Goal, *, last: bool) -> Iterator[tuple[str, str]]:
    branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
    yield f"{branch}{_box(goal.done)}{goal.title}{_dates(goal.when)}", _line(goal.span.line)
    yield from _step_rows(goal.steps, below)


def _step_rows(steps: Iterable[Step], below: str) -> Iterator[tuple[str, str]]:
    every = tuple(steps)
    for index, step in enumerate(every):
        branch, deeper = ("└─ ", "   ") if index == len(every) - 1 else ("├─ ", "│  ")
        yield (
            f"{below}{branch}{_box(step.done)}{_short(words(step.text) or '')}{_dates(step.when)}",
            _line(step.span.line),
        )
        yield from _step_rows(step.steps, below + deeper)


def _box(done: bool | None) -> str:  # noqa: FBT001 - a step's own three values
    return "" if done is None else "☑ " if done else "☐ "


def _dates(when: TimeFrame | None) -> str:
    if when is None:
        return ""
    if not when.understood:
        return f"  ⟨{when.text}⟩"
    start, end = (day.isoformat() if day else "" for day in (when.start, when.end))
    return f"  ⟨{start}⟩" if start == end else f"  ⟨{start}…{end}⟩"


def _line(number: int) -> str:
    return f"line {number}"


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:88].rsplit(" ", 1)[0] + " …"
