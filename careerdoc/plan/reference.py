"""A source, in the fields of CSL-JSON or as the student wrote it out; and the names of the people in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from careerdoc.plan.values import Plain, Prose, said
from careerdoc.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person by family and given name, or a group (or a pen name) as one ``literal``."""

    span: Span
    literal: Plain | None = field(
        default=None, metadata=said("A group, or a name of one piece", example="Pew Research Center", short=True)
    )
    family: Plain | None = field(default=None, metadata=said("Family name", example="Okafor", also=("last", "surname")))
    given: Plain | None = field(default=None, metadata=said("Given names", example="Ada M.", also=("first",)))
    suffix: Plain | None = field(default=None, metadata=said("Jr., III", example="Jr."))
    dropping_particle: Plain | None = field(default=None, metadata=said("A particle that sorting passes over: de"))
    non_dropping_particle: Plain | None = field(default=None, metadata=said("A particle that stays: van der"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A source: as the student wrote it, or in the fields of CSL-JSON 1.0.2."""

    span: Span
    key: Plain | None = field(
        default=None, metadata=said("The name that citations use", example="bls2026", also=("id", "citation_key"))
    )
    text: Prose | None = field(default=None, metadata=said("The whole reference", short=True))
    type: Plain | None = field(default=None, metadata=said("What it is, as in CSL", example="webpage", also=("kind",)))
    author: tuple[Name, ...] = field(
        default=(), metadata=said("Who wrote it", example="Bell, Marcus", also=("authors",))
    )
    editor: tuple[Name, ...] = field(default=(), metadata=said("Who edited it", also=("editors",)))
    translator: tuple[Name, ...] = field(default=(), metadata=said("Who translated it", also=("translators",)))
    director: tuple[Name, ...] = field(default=(), metadata=said("Who directed it", also=("directors",)))
    host: tuple[Name, ...] = field(default=(), metadata=said("Who hosts the podcast", also=("hosts",)))
    interviewer: tuple[Name, ...] = field(default=(), metadata=said("Who asked the questions"))
    recipient: tuple[Name, ...] = field(default=(), metadata=said("Who got the letter or message"))
    issued: Plain | None = field(
        default=None, metadata=said("When it came out", example="2025-05-14", also=("year", "date", "published"))
    )
    original_date: Plain | None = field(default=None, metadata=said("When it first came out", example="1900"))
    accessed: Plain | None = field(
        default=None, metadata=said("When you read it", example="2026-11-20", also=("retrieved", "urldate"))
    )
    title: Plain | None = field(default=None, metadata=said("What it is called"))
    container_title: Plain | None = field(
        default=None,
        metadata=said(
            "The journal, book, newspaper, website or podcast that it is in",
            example="Journal of Vocational Behavior",
            also=(
                "journal",
                "magazine",
                "newspaper",
                "website",
                "site",
                "booktitle",
                "book_title",
                "podcast",
                "container",
            ),
        ),
    )
    collection_title: Plain | None = field(default=None, metadata=said("The series that it is in", also=("series",)))
    publisher: Plain | None = field(
        default=None, metadata=said("Who published it", also=("institution", "university", "school"))
    )
    publisher_place: Plain | None = field(default=None, metadata=said("Where it was published", also=("place",)))
    volume: Plain | None = field(default=None, metadata=said("Volume", example="119"))
    issue: Plain | None = field(default=None, metadata=said("Issue", example="3"))
    page: Plain | None = field(default=None, metadata=said("Pages", example="56-67", also=("pages",)))
    edition: Plain | None = field(default=None, metadata=said("Edition", example="2"))
    number: Plain | None = field(
        default=None, metadata=said("Number of a report, episode or article", also=("episode",))
    )
    doi: Plain | None = field(default=None, metadata=said("Digital object identifier", example="10.1037/arc0000014"))
    url: Plain | None = field(default=None, metadata=said("Where it can be read", also=("link", "address")))
    genre: Plain | None = field(default=None, metadata=said("Its kind, in words", example="Doctoral dissertation"))
    medium: Plain | None = field(
        default=None, metadata=said("How it was made or held", example="Video", also=("format",))
    )
    event: Plain | None = field(
        default=None, metadata=said("The conference or occasion", also=("event_title", "conference"))
    )
    event_place: Plain | None = field(default=None, metadata=said("Where that was"))
    version: Plain | None = field(default=None, metadata=said("Version"))
    language: Plain | None = field(default=None, metadata=said("The language it is in", example="es"))
    note: Prose | None = field(default=None, metadata=said("Anything else about it", also=("notes",)))
