"""The vocabulary: what a student says in a career action plan. Frozen values, each knowing where it came from.

The entities follow the field's usage (self-assessment, horizon, barrier, informational contact …). The YAML reader, the
JSON Schema and the validation all work from the fields and their descriptions here; there is no second list of them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from careerdoc.plan.reference import Name, Reference
from careerdoc.plan.values import Plain, Prose, said
from careerdoc.source import Source, Span
from careerdoc.tree import Mapping

__all__ = [
    "KIND_DESCRIPTIONS",
    "Barrier",
    "CareerOption",
    "Footnote",
    "Goal",
    "GoalGroup",
    "Horizon",
    "Kind",
    "Name",
    "Part",
    "Plain",
    "Plan",
    "Profile",
    "Prose",
    "Reference",
    "Review",
    "Section",
    "Signature",
    "Step",
    "TimeFrame",
    "Trait",
    "said",
]


class Kind(Enum):
    """Kinds of plan, after the seed's minimal, undecided and particular-career plans, and two common assignments."""

    LIST = "list"
    EXPLORING = "exploring"
    CAREER = "career"
    ASSIGNMENT = "assignment"
    IDP = "idp"


KIND_DESCRIPTIONS = {
    Kind.LIST: "goals and the steps to reach them; nothing else is needed",
    Kind.EXPLORING: "no career chosen yet: classes, services, activities and experiences to find one",
    Kind.CAREER: "a particular career: self-assessment, the path, challenges, short- and long-term goals",
    Kind.ASSIGNMENT: "a career plan for a class, with sources and what the instructor asks for",
    Kind.IDP: "an individual development plan: period, goals, training, reviews, signatures",
}


class Horizon(Enum):
    """Short term is one year or less, long term more."""

    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFrame:
    """When: the words, and the first and last day they mean where they mean days (either may be open)."""

    text: Plain
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def understood(self) -> bool:
        """Whether the words gave a date."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading as the student wrote it, in order, with the part it was taken for (if it is a known one)."""

    span: Span
    title: Plain = field(metadata=said("The heading", short=True))
    role: Plain | None = field(default=None, metadata=said("The part it names"))
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An action towards a goal, which may itself have steps."""

    span: Span
    text: Prose = field(metadata=said("What to do", example="Take Anatomy 101 by 2026-12", short=True))
    when: TimeFrame | None = field(default=None, metadata=said("When it is to be done", example="by May 2027"))
    done: bool | None = field(default=None, metadata=said("Whether it is ticked off; no box if left out"))
    done_on: Plain | None = field(default=None, metadata=said("The day it was done", example="2026-10-02"))
    why: Prose | None = field(default=None, metadata=said("How it helps"))
    after: tuple[Plain, ...] = field(default=(), metadata=said("Goals or steps that come first"))
    evidence: Prose | None = field(default=None, metadata=said("What shows that it is done"))
    resources: tuple[Prose, ...] = field(default=(), metadata=said("What or who can help"))
    steps: tuple[Step, ...] = field(default=(), metadata=said("Smaller steps"))
    notes: Prose | None = field(default=None, metadata=said("Anything else about it"))
    labels: tuple[Part, ...] = field(default=(), metadata=said("The student's own words for these fields"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something to reach, with the reason, the measure, the time frame and the steps."""

    span: Span
    title: Plain = field(metadata=said("What is to be reached", example="Earn the CNA certificate", short=True))
    horizon: Horizon | None = field(default=None, metadata=said("short (one year or less) or long", example="short"))
    category: Plain | None = field(default=None, metadata=said("Career, skill, education, project …"))
    when: TimeFrame | None = field(default=None, metadata=said("By when, or from when to when", example="by May 2027"))
    why: Prose | None = field(default=None, metadata=said("How it helps to reach the main goal"))
    after: tuple[Plain, ...] = field(default=(), metadata=said("Goals or steps that come first"))
    measure: Prose | None = field(default=None, metadata=said("How one can tell that it is reached"))
    status: Plain | None = field(default=None, metadata=said("Where it stands", example="in progress"))
    done: bool | None = field(default=None, metadata=said("Whether it is reached"))
    steps: tuple[Step, ...] = field(default=(), metadata=said("The steps to reach it"))
    notes: Prose | None = field(default=None, metadata=said("Anything else about it"))
    labels: tuple[Part, ...] = field(default=(), metadata=said("The student's own words for these fields"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalGroup:
    """Goals under one heading of the student's, usually a horizon."""

    span: Span
    title: Plain | None = field(default=None, metadata=said("The heading over these goals"))
    horizon: Horizon | None = field(default=None, metadata=said("short or long, for all of them"))
    notes: Prose | None = field(default=None, metadata=said("What is said before the goals"))
    goals: tuple[Goal, ...] = field(default=(), metadata=said("The goals"))
    steps: tuple[Step, ...] = field(default=(), metadata=said("Steps that belong to no goal"))
    labels: tuple[Part, ...] = field(default=(), metadata=said("The student's own words for these fields"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One side of the self-assessment, under the student's own label."""

    span: Span
    label: Plain = field(metadata=said("What it is called"))
    text: Prose = field(metadata=said("What was found", short=True))
    items: tuple[Prose, ...] = field(default=(), metadata=said("The same, where it is a list"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The self-assessment: values, interests, personality and skills ("VIPS"), and the instruments used."""

    span: Span
    title: Plain | None = field(default=None, metadata=said("The heading over it"))
    values: Trait | None = field(default=None, metadata=said("What matters to you", example="helping people, security"))
    interests: Trait | None = field(default=None, metadata=said("What you like", example="biology, cooking"))
    personality: Trait | None = field(default=None, metadata=said("Type or style", example="Holland code SIA"))
    skills: Trait | None = field(default=None, metadata=said("What you can do", example="staying calm, Spanish"))
    assessments: Trait | None = field(
        default=None, metadata=said("Instruments used", example="O*NET Interest Profiler")
    )
    others: tuple[Trait, ...] = field(default=(), metadata=said("Anything else found out about yourself"))
    notes: Prose | None = field(default=None, metadata=said("What you make of it"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """A challenge on the way, with the strategy to meet it."""

    span: Span
    text: Prose = field(metadata=said("What stands in the way", example="Night shifts", short=True))
    strategy: Prose | None = field(default=None, metadata=said("What you will do about it"))
    notes: Prose | None = field(default=None, metadata=said("Anything else about it"))
    labels: tuple[Part, ...] = field(default=(), metadata=said("The student's own words for these fields"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerOption:
    """A career that was looked at."""

    span: Span
    title: Plain = field(metadata=said("The occupation", example="Registered nurse", short=True))
    duties: Prose | None = field(default=None, metadata=said("What one does"))
    education: Prose | None = field(default=None, metadata=said("What one must have learnt"))
    wage: Prose | None = field(default=None, metadata=said("What it pays"))
    outlook: Prose | None = field(default=None, metadata=said("How demand develops"))
    pros: Prose | None = field(default=None, metadata=said("What speaks for it"))
    cons: Prose | None = field(default=None, metadata=said("What speaks against it"))
    fit: Prose | None = field(default=None, metadata=said("How it matches the self-assessment"))
    source: Prose | None = field(default=None, metadata=said("Where this is from"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A look at the plan by somebody on a day."""

    span: Span
    date: Plain | None = field(default=None, metadata=said("The day", example="2026-11-23"))
    by: Plain | None = field(default=None, metadata=said("Who looked"))
    comment: Prose | None = field(default=None, metadata=said("What was said", short=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A line for somebody to sign."""

    span: Span
    role: Plain = field(metadata=said("Who signs", example="Supervisor", short=True))
    name: Plain | None = field(default=None, metadata=said("Their name"))
    date: Plain | None = field(default=None, metadata=said("The day"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the plan in prose. ``role`` names a known part; without one it is kept as the student has it.

    ``steps`` are the list items of a known part that is made of actions (classes to take, clubs to join).
    """

    span: Span
    title: Plain | None = field(default=None, metadata=said("Its heading"))
    role: Plain | None = field(default=None, metadata=said("The part it is, if known", example="path"))
    body: Prose | None = field(default=None, metadata=said("What it says", short=True))
    steps: tuple[Step, ...] = field(default=(), metadata=said("What is to be done, as steps"))
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """The text of a footnote, by the label that marks in prose use."""

    span: Span
    label: Plain = field(metadata=said("The label in the mark"))
    text: Prose = field(metadata=said("What the note says", short=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole plan. ``date`` is the day it is read against; relative time frames start there."""

    span: Span
    kind: Kind = field(metadata=said("The kind of plan", example="career"))
    language: str = field(default="en", metadata=said("Language, as in BCP 47", example="es"))
    date: dt.date = field(metadata=said("The day of writing", example="2026-11-23"))
    title: Plain | None = field(default=None, metadata=said("What the plan is called"))
    name: Plain | None = field(default=None, metadata=said("Who you are", example="Ana Pérez"))
    course: Plain | None = field(default=None, metadata=said("The class it is for", example="Career Planning 110"))
    instructor: Plain | None = field(default=None, metadata=said("Who teaches it"))
    school: Plain | None = field(default=None, metadata=said("School or college"))
    role: Plain | None = field(default=None, metadata=said("Your position"))
    organization: Plain | None = field(default=None, metadata=said("Where you work"))
    supervisor: Plain | None = field(default=None, metadata=said("Who supervises you"))
    mentor: Plain | None = field(default=None, metadata=said("Who advises you"))
    period: Plain | None = field(default=None, metadata=said("The time it covers", example="2026–2027"))
    theme: Plain | None = field(default=None, metadata=said("The look to build with", example="harbor"))
    build: tuple[Plain, ...] = field(default=(), metadata=said("What to build", example="essay.docx"))
    main_goal: Prose | None = field(default=None, metadata=said("The career or aim that all goals serve"))
    profile: Profile | None = field(default=None, metadata=said("The self-assessment"))
    careers: tuple[CareerOption, ...] = field(default=(), metadata=said("Careers looked at"))
    goals: tuple[Goal, ...] = field(default=(), metadata=said("The goals, in order"))
    groups: tuple[GoalGroup, ...] = field(default=(), metadata=said("Goals under headings, as an alternative to goals"))
    steps: tuple[Step, ...] = field(default=(), metadata=said("Steps that belong to no goal"))
    barriers: tuple[Barrier, ...] = field(default=(), metadata=said("Challenges, with strategies"))
    sections: tuple[Section, ...] = field(default=(), metadata=said("All other parts, in order"))
    reviews: tuple[Review, ...] = field(default=(), metadata=said("When the plan was looked at, and by whom"))
    signatures: tuple[Signature, ...] = field(default=(), metadata=said("Who signs"))
    sources: tuple[Reference, ...] = field(default=(), metadata=said("Sources"))
    bibliography: tuple[Plain, ...] = field(
        default=(), metadata=said("Files of sources beside the plan", example="refs.bib")
    )
    csl: Plain | None = field(default=None, metadata=said("The style of citations, or its file", example="ieee"))
    parts: tuple[Part, ...] = field(default=(), metadata=said("The headings of a Markdown plan, as written"))
    footnotes: tuple[Footnote, ...] = field(default=(), metadata=said("Notes that marks in prose point at"))
    library: tuple[Reference, ...] = ()
    """The sources in the files that ``bibliography`` names: listed where they are cited."""
    style: Source | None = None
    """The text of the file that ``csl`` names, where it names one."""
    checks: Mapping | None = None
    """Which rules are wanted, and how strictly: as it stands there, for the checking to read."""
    settings: Mapping | None = None
    """What templates are told where the command does not say it, as it stands there: ``style: apa``."""

    ROLES: ClassVar[tuple[str, ...]] = (
        "introduction",
        "decision",
        "match",
        "path",
        "education",
        "classes",
        "programs",
        "activities",
        "experiences",
        "ideas",
        "training",
        "resources",
        "contacts",
        "budget",
        "progress",
        "backup",
        "reflection",
    )
    """The parts in prose that are known by name; in YAML each is a key of its own."""

    ACTION_ROLES: ClassVar[frozenset[str]] = frozenset(
        {"classes", "programs", "activities", "experiences", "ideas", "training"}
    )
    """The parts whose lists are things to do, and so steps."""
