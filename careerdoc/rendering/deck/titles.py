"""Titles that tell slides apart: ``(2 of 3)`` on a slide that goes on, a number on one whose title was there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.rendering.deck.model import Slide

_OF = MappingProxyType(
    {"en": "{} of {}", "es": "{} de {}", "pt": "{} de {}", "fr": "{} sur {}", "de": "{} von {}", "it": "{} di {}"}
    | {"ar": "{} من {}", "he": "{} מתוך {}", "ru": "{} из {}"}
)


def numbered(slides: Sequence[Slide], language: str) -> tuple[Slide, ...]:
    """The slides with their suffixes, so that no two headings are the same."""
    form = _OF.get(language.split("-", maxsplit=1)[0].lower(), "{}/{}")
    seen: Counter[tuple[bool, str]] = Counter()
    taken: set[str] = set()
    done: list[Slide] = []
    for run in _runs(slides):
        seen[_key(run[0])] += 1
        again = seen[_key(run[0])]
        for part, slide in enumerate(run, 1):
            words = [str(again)] if again > 1 else []
            words += [form.format(part, len(run))] if len(run) > 1 else []
            suffix = f"({', '.join(words)})" if words else ""
            done.append(_free(replace(slide, suffix=suffix), taken))
    return tuple(done)


def _free(slide: Slide, taken: set[str]) -> Slide:
    """The slide with a heading that no slide before it has, whatever the titles themselves end in."""
    suffix, number = slide.suffix, 2
    while slide.heading in taken and slide.heading:
        slide = replace(slide, suffix=f"{suffix} ({number})".strip())
        number += 1
    taken.add(slide.heading)
    return slide


def _key(slide: Slide) -> tuple[bool, str]:
    """What makes titles alike. A title slide and the first slide under its title are not numbered as a series."""
    return slide.kind in {"title", "section"}, replace(slide, suffix="").heading


def _runs(slides: Sequence[Slide]) -> list[list[Slide]]:
    """Slides with those that continue them."""
    runs: list[list[Slide]] = []
    for slide in slides:
        if slide.continues and runs:
            runs[-1].append(slide)
        else:
            runs.append([slide])
    return runs
