"""What tells the plan in sentences, in the language and the person that are wanted."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from careerdoc.composing.gist import sentences, topic
from careerdoc.composing.naming import TRAITS
from careerdoc.composing.outlining import points
from careerdoc.composing.tools.parts import Parts
from careerdoc.plan import Goal, Plain, Prose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from careerdoc.plan import Barrier, Profile, Section, Step
    from careerdoc.plan.model import CareerOption

_BYLINE = ("name", "role", "course", "instructor", "organization", "school", "supervisor", "mentor", "period")


class Telling(Parts):
    """The plan in sentences."""

    def byline(self, *, with_date: bool = True, with_labels: bool = False) -> list[str]:
        """Who wrote the plan, for what and when: the values that the plan has, on request with their labels."""
        texts: list[str] = []
        for name in _BYLINE:
            value = getattr(self.plan, name)
            label = next((p.title for p in self.plan.parts if p.role == name), "") if with_labels else ""
            if value:
                texts.append(Plain(self.words.labelled(label, value), value.span) if label else value)
        return [*texts, self.plain(self.words.date(self.plan.date))] if with_date else texts

    def dated(self, day: dt.date, *, day_first: bool = False) -> Plain:
        """A day as the language writes it out, or as the MLA does: 23 November 2026."""
        return self.plain(self.words.day_first(day) if day_first else self.words.date(day))

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

    def goals_told(self, goals: Sequence[Goal], horizon: str = "") -> list[Prose]:
        """The goals of a group, a paragraph each with its notes; those that stand bare share one."""
        told: list[Prose] = []
        for start, run in _runs(goals):
            if len(run) > 1:
                told.append(self.told(self.words.bare_goals(run, start, len(goals), horizon)))
                continue
            told.append(self.goal_paragraph(run[0], start, len(goals), horizon))
            told += [run[0].notes] if run[0].notes else []
        return told

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
        return self.told(self.words.closing(self.every_step()))

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
            parts.append(self._listed(listing.get(role, ""), section.body))
        if section.steps:
            parts.append(self.told(self.words.part_steps(leads.get(role, ""), section.steps, role)))
        return self.prose("\n\n".join(parts))

    def _listed(self, lead: str, body: str) -> str:
        """A part's body behind its lead; a list that became a sentence is told as our sentences are, prose stays."""
        text = self.words.listing(lead, body)
        return self.told(text) if lead and text.startswith(lead) and "\n" not in text else text


def _runs(goals: Sequence[Goal]) -> Iterator[tuple[int, list[Goal]]]:
    """Goals that stand bare one after the other as one run; each with the place of its first."""
    start = 0
    for bare, group in groupby(goals, key=_is_bare):
        run = list(group)
        yield from [(start, run)] if bare else [(start + number, [goal]) for number, goal in enumerate(run)]
        start += len(run)


def _is_bare(goal: Goal) -> bool:
    return not (goal.why or goal.measure or goal.steps or goal.notes)
