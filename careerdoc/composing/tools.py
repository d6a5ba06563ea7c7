"""What a template can call: functions that are filters too. Each gives prose (Markdown), a list, or a plain value."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from careerdoc.composing.gist import gist, sentences, topic
from careerdoc.composing.joining import flat, next_step
from careerdoc.composing.naming import TRAITS
from careerdoc.composing.outlining import begins_with_paragraph, outlined, points
from careerdoc.composing.timeline import entries_of_steps, entry_of, figure
from careerdoc.document.escape import escape
from careerdoc.document.surnames import surname
from careerdoc.plan import Goal, Plain, Plan, Prose, Trait

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careerdoc.composing.joining import Joining
    from careerdoc.plan import Barrier, GoalGroup, Horizon, Profile, Section, Step, TimeFrame
    from careerdoc.plan.model import CareerOption
    from careerdoc.source import Span

_BYLINE = ("name", "role", "course", "instructor", "organization", "school", "supervisor", "mentor", "period")


_PUBLIC = (
    *("aim", "overview", "goal_told", "goal_paragraph", "reason_told", "measure_told", "steps_told", "step_told"),
    *("barriers_told", "challenge_told", "answer_told", "traits_told", "trait_told", "fit_told", "part_told"),
    *("career_told", "closing_told", "points_told", "flowing", "gist", "topic", "points", "one_line", "ends_sentence"),
    *("dated", "byline", "label", "labelled", "timed", "separated"),
    *("part_title", "sections", "sections_without", "traits", "inferred_horizon", "steps_flat", "step_counts"),
    *("next_step", "timeline", "pad", "indented", "outlined", "behind", "named", "heading", "headline"),
)
"""The functions that templates can call, as documented for instructors."""


class Tools:
    """The functions of one composition, bound to its language and its plan's date."""

    def __init__(
        self, plan: Plan, words: Joining, gettext: Callable[[str], str], *, third_person: bool = False
    ) -> None:
        """``words`` joins sentences in the plan's language; ``third_person`` tells of the student by name."""
        self.plan = plan
        self.words = words
        self.gettext = gettext
        self.third_person = third_person
        self.nowhere: Span = plan.span.source.span(0)

    def table(self) -> dict[str, Callable[..., Any]]:
        """The functions by the name that templates use."""
        return {**{name: getattr(self, name) for name in _PUBLIC}, "space": self.prose(self.words.space)}

    def prose(self, text: str) -> Prose:
        """Text of ours as Markdown."""
        return Prose(text, self.nowhere)

    def told(self, text: str, *, full_name: bool = False) -> Prose:
        """Sentences of ours, about the student in the person that is wanted."""
        if not self.third_person:
            return self.prose(text)
        name = str(self.plan.name or "")
        shown = name if full_name else surname(name)
        return self.prose(self.words.of_another(text, shown or self.gettext("the student")))

    # ── lay-out ──

    def pad(self, depth: int) -> Prose:
        """The indentation of a list's level in an outline, from 0."""
        return self.prose("   " * min(max(depth, 0), 20))

    def indented(self, text: str, depth: int) -> Prose:
        """Prose of several lines, all but its first line indented for a list item at a depth."""
        lines = self.words.markdown(text).split("\n")
        pad = "   " * (depth + 1)
        return self.prose("\n".join([lines[0], *(pad + line if line else "" for line in lines[1:])]))

    def behind(self, label: str, text: str, depth: int) -> Prose:
        """A label, a colon and prose, in a list item at a depth; a list or a table begins below the label."""
        body = self.indented(text, depth)
        if begins_with_paragraph(str(body)):
            return self.labelled(label, body)
        return self.prose(f"{self.labelled(label, '')}".rstrip() + "\n\n" + "   " * (depth + 1) + body)

    def labelled(self, label: str, text: str, mark: str = "") -> Prose:
        """A label, the language's colon and prose; ``mark``, ``*`` or ``**``, sets the label off."""
        return self.prose(self.words.labelled(_markdown(label), _markdown(text), mark))

    def timed(self, text: str, when: TimeFrame | None) -> Prose:
        """A text with its time frame in brackets behind it, unless the text says it already."""
        if when is None or when.text in text:
            return self.prose(_markdown(text))
        return self.prose(self.words.bracketed(_markdown(text), _markdown(when.text)))

    def separated(self, texts: Sequence[str | None]) -> Prose:
        """The values that there are, with commas."""
        return self.prose(self.words.apart.join(_markdown(text) for text in texts if text))

    def named(self, entity: Any, field: str, text: str) -> Prose:  # noqa: ANN401 - any entity with labels
        """A goal's title or a step's text, with the number, the label and the tags that the student gave it."""
        words, tags = self.words.markdown(text), self.label(entity, "tags", "")
        for before in (self.label(entity, name, "") for name in ("specific", field)):
            if before:
                lead = self.words.markdown(before)
                words = self.words.labelled(lead, words) if before[-1:].isalnum() else f"{lead} {words}"
        return self.prose(f"{words} {self.words.markdown(tags)}" if tags else words)

    def outlined(self, text: str, depth: int) -> Prose:
        """Prose as numbered items at a depth of an outline: its paragraphs, and the items of its lists."""
        pad = "   " * depth
        lines = outlined(self.words.markdown(text)).split("\n")
        return self.prose("\n".join(pad + line if line else "" for line in lines))

    def one_line(self, text: str) -> Prose:
        """Prose without line ends, for a table's cell or a short item."""
        return self.prose(" ".join(re.sub(r"^[-*] ", "", self.words.markdown(text), flags=re.MULTILINE).split()))

    def ends_sentence(self, text: str) -> bool:
        """Whether a text ends with an end mark."""
        return bool(re.search(r"[.!?:。！？：؟।]$", text.strip()))

    def gist(self, text: str, words: int) -> Prose:
        """The beginning of prose, whole sentences up to about so many words; its lists and tables stay."""
        return self.prose(gist(self.words.markdown(text), words))

    # ── parts ──

    def part_title(self, role: str, default: str) -> str:
        """The student's own heading of a part, or the default."""
        if role == "profile" and self.plan.profile and self.plan.profile.title:
            return self.plan.profile.title
        return next((part.title for part in self.plan.parts if part.role == role), self._plain(default))

    def _plain(self, text: str) -> Plain:
        return Plain(text, self.nowhere)

    def headline(self, text: str, style: str) -> Plain:
        """A title or heading with capitals as a manual has them: ``apa``, ``mla``; as it is for any other style."""
        return self._plain(self.words.headline(text, mla=style == "mla") if style in {"apa", "mla"} else text)

    def heading(self, section: Section, default: str = "") -> str:
        """A section's own heading, or else the default, or else the name of the part that it is."""
        return section.title or self._plain(default or self.gettext(str(section.role or "").capitalize()))

    def sections(self, *roles: str) -> list[Section]:
        """The sections with one of the roles, in the plan's order."""
        return [section for section in self.plan.sections if section.role in roles]

    def sections_without(self, *roles: str) -> list[Section]:
        """The sections with none of the roles."""
        return [section for section in self.plan.sections if section.role not in roles]

    def traits(self, profile: Profile | None) -> list[Trait]:
        """The sides of the self-assessment that the plan has."""
        if profile is None:
            return []
        known = [trait for name in TRAITS if (trait := getattr(profile, name))]
        return sorted([*known, *profile.others], key=lambda trait: trait.span.start)

    def label(self, entity: Any, name: str, default: str) -> str:  # noqa: ANN401 - any entity with labels
        """The student's own word for a field of a goal, step or barrier, or the default."""
        return next((part.title for part in entity.labels if part.role == name), self._plain(default))

    def inferred_horizon(self, group: GoalGroup, goal: Goal) -> str:
        """``short`` or ``long``: as said, or by whether the goal is due within a year; empty where unknown."""
        horizon: Horizon | None = goal.horizon or group.horizon
        if horizon is not None:
            return horizon.value
        end = (goal.when.end or goal.when.start) if goal.when else None
        if end is None:
            return ""
        return "short" if end <= self.plan.date + dt.timedelta(days=366) else "long"

    # ── words ──

    def byline(self, *, with_date: bool = True, with_labels: bool = False) -> list[str]:
        """Who wrote the plan, for what and when: the values that the plan has, on request with their labels."""
        texts: list[str] = []
        for name in _BYLINE:
            value = getattr(self.plan, name)
            label = next((p.title for p in self.plan.parts if p.role == name), "") if with_labels else ""
            if value:
                texts.append(Plain(self.words.labelled(label, value), value.span) if label else value)
        return [*texts, self._plain(self.words.date(self.plan.date))] if with_date else texts

    def dated(self, day: dt.date, *, day_first: bool = False) -> Plain:
        """A day as the language writes it out, or as the MLA does: 23 November 2026."""
        return self._plain(self.words.day_first(day) if day_first else self.words.date(day))

    def aim(self, text: str) -> Prose:
        """The main goal as a sentence."""
        return self.told(self.words.aim(text), full_name=True)

    def overview(self) -> Prose:
        """A sentence on what the plan goes on to say."""
        years = [goal.when.end.year for goal in self.plan.goals if goal.when and goal.when.end]
        chosen, last_year = bool(self.sections("decision")), max(years, default=None)
        return self.told(self.words.overview(chosen=chosen, profile=bool(self.plan.profile), last_year=last_year))

    def flowing(self, text: str) -> Prose:
        """Prose for an essay: lists that can be told as sentences are."""
        return self.prose(self.words.flowing(text))

    def goal_told(self, goal: Goal, index: int, total: int) -> Prose:
        """A goal as a sentence; ``index`` from 0 among ``total`` goals of its group."""
        return self.told(self.words.goal(goal, index, total))

    def goal_paragraph(self, goal: Goal, index: int, total: int, horizon: str = "") -> Prose:
        """A goal with its reason, its measure and its steps, as a paragraph; ``horizon`` is told where it is given."""
        return self.told(self.words.goal_paragraph(goal, index, total, horizon))

    def reason_told(self, why: str) -> Prose:
        """A reason as a sentence."""
        return self.told(self.words.reason(why))

    def measure_told(self, measure: str) -> Prose:
        """A measure as a sentence."""
        return self.told(self.words.measure(measure))

    def steps_told(self, steps: Sequence[Step]) -> Prose:
        """Steps as sentences: what is done, then what comes."""
        return self.told(self.words.steps(steps))

    def step_told(self, step: Step) -> Prose:
        """One step as a sentence by itself."""
        return self.told(self.words.step(step))

    def answer_told(self, strategy: str) -> Prose:
        """What will be done about a challenge, as a sentence by itself."""
        return self.told(self.words.answer(strategy))

    def trait_told(self, name: str, profile: Profile) -> Prose:
        """One side of the self-assessment as sentences; nothing where the plan has none of that name."""
        trait = getattr(profile, name)
        return self.told(self.words.traits([(name, trait)]) if trait else "")

    def topic(self, text: str) -> Prose:
        """The beginning of a text as a topic: no more than its first clause, and no end mark."""
        return self.prose(self.words.capital(topic(self.words.markdown(text))))

    def challenge_told(self, barrier: str) -> Prose:
        """What stands in the way, as a sentence by itself."""
        return self.told(self.words.challenge(barrier))

    def points(self, section: Section) -> list[Prose]:
        """The points of a section's prose: its paragraphs, and the items of its lists."""
        return [self.prose(point) for point in points(self.words.markdown(section.body or ""))]

    def points_told(self, section: Section) -> list[Prose]:
        """The sentences of a section's prose; who or what helps is told behind the words that lead into it."""
        lead = self.gettext("I can count on") if section.role in {"resources", "contacts"} else ""
        return [
            self.prose(self._led(lead, sentence))
            for point in self.points(section)
            for sentence in sentences(str(point))
        ]

    def _led(self, lead: str, text: str) -> str:
        fragment = lead and not self.ends_sentence(text)
        return self.words.sentence(f"{lead} {self.words.lower(text)}" if fragment else text)

    def barriers_told(self, barriers: Sequence[Barrier]) -> Prose:
        """Challenges and strategies as sentences."""
        return self.told(self.words.barriers(barriers))

    def traits_told(self, profile: Profile) -> Prose:
        """The self-assessment as sentences."""
        named = [(name, trait) for name in TRAITS if (trait := getattr(profile, name))]
        return self.told(self.words.traits([*named, *(("", trait) for trait in profile.others)]))

    def fit_told(self) -> Prose:
        """That the choice fits what the student has found out, before the self-assessment is told."""
        return self.told(self.gettext("The choice fits what I know about myself."))

    def closing_told(self) -> Prose:
        """How many steps are done and which is next, as a sentence."""
        return self.told(self.words.closing(self._all_steps()))

    def career_told(self, career: CareerOption) -> Prose:
        """A career that was looked at, and how it fits, as sentences."""
        lead = f"{self.gettext('I also looked at this career:')}{self.words.space}{self.words.markdown(career.title)}"
        sentences = [f"{lead}{self.words.full_stop}", self.words.markdown(career.fit or "")]
        return self.prose(self.words.space.join(sentences))

    def part_told(self, section: Section) -> Prose:
        """A part in prose, behind the words that lead into it: its body, its steps, or both."""
        leads = {
            "classes": self.gettext("My classes can show me what suits me."),
            "programs": self.gettext("Programs and services can help me as well."),
            "activities": self.gettext("I also learn about myself outside of class."),
            "experiences": self.gettext("Nothing teaches as much as trying things out."),
            "ideas": self.gettext("A few more ideas are worth a try."),
            "training": self.gettext("Training is a part of the plan."),
        }
        listing = {
            "resources": self.gettext("I can count on"),
            "contacts": self.gettext("People I can turn to are"),
            "training": self.gettext("The training I have in mind:"),
        }
        role = str(section.role)
        parts = []
        if role == "backup" and section.title and section.body and section.title.startswith("If "):
            parts.append(f"{self.words.markdown(section.title)}, {section.body[:1].lower()}{section.body[1:]}")
        elif section.body:
            parts.append(self.words.listing(listing.get(role, ""), section.body))
        if section.steps:
            parts.append(f"{leads.get(role, '')}{self.words.space}{self.words.steps(section.steps, role)}".strip())
        return self.prose("\n\n".join(parts))

    # ── steps ──

    def _all_steps(self) -> tuple[Step, ...]:
        grouped = [step for group in self.plan.groups for step in group.steps]
        goals = [step for goal in self.plan.goals for step in goal.steps]
        parts = [step for section in self.plan.sections for step in section.steps]
        return (*goals, *grouped, *self.plan.steps, *parts)

    def steps_flat(self, steps: Sequence[Step]) -> list[Step]:
        """Steps with their smaller steps after them."""
        return flat(steps)

    def step_counts(self) -> tuple[int, int]:
        """How many steps are done, of how many."""
        every = flat(self._all_steps())
        return sum(bool(step.done) for step in every), len(every)

    def next_step(self) -> Step | None:
        """The open step that comes first."""
        return next_step(self._all_steps())

    def timeline(self, plan: Plan) -> Prose:
        """A figure of the goals on a time axis (of the next steps, without goals); nothing for fewer than two."""
        entries = [entry_of(goal, self.inferred_horizon(group, goal)) for group in plan.groups for goal in group.goals]
        if not plan.goals:
            entries = entries_of_steps([step for step in flat(self._all_steps()) if not step.done])
        titles = {"short": self._group_title("short"), "long": self._group_title("long")}
        return self.prose(figure([entry for entry in entries if entry], plan.date, titles))

    def _group_title(self, horizon: str) -> str:
        default = self.gettext("Short-term goals") if horizon == "short" else self.gettext("Long-term goals")
        titles = (g.title for g in self.plan.groups if g.title and g.horizon and g.horizon.value == horizon)
        return next((str(title) for title in titles), default)


def _markdown(text: str) -> str:
    """What a template's expression gave, as Markdown: as the expression itself would be put out."""
    return text.__html__() if hasattr(text, "__html__") else escape(text)
