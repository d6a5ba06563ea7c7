"""Which layout of a school's deck serves which purpose: found by what stands in it, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from careerdoc.findings import nearest, refusal
from careerdoc.rendering.pptx.geometry import Box
from careerdoc.rendering.pptx.placeholders import TEXTS, TITLES
from careerdoc.rendering.pptx.stages import Slot, Stage, Stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from careerdoc.rendering.deck.model import Tone
    from careerdoc.rendering.pptx.placeholders import Layout, Placeholder

Purpose = Literal["title", "section", "content", "drawing", "closing"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)

_NARROWEST, _LOWEST = 0.38, 0.24
"""Shares of the slide's width and height that the place of a content must have at least."""

_NEARLY = 0.6
"""Share of the best layout's score with which a layout of the usual master is taken rather."""

_LEAST = 28.0
"""Size in points that a title is allowed in any case: some programs write files whose layouts say 18 for all text."""

_PROMPTS = frozenset({"footer", "<footer>"})
"""What the layouts of some programs say in a footer where there is nothing to say."""

_TONES: tuple[Tone, ...] = ("", "short", "long")


@dataclass(frozen=True, slots=True)
class Cast:
    """A layout for each purpose, None where another has to stand in."""

    layouts: Mapping[Purpose, Layout | None]
    slide: Box


def cast(
    layouts: Sequence[Layout], slide: Box, used: Sequence[int] = (), wanted: Mapping[str, str] | None = None
) -> Cast:
    """The layouts for each purpose, ``used`` being the positions of those that the deck's own slides had.

    ``wanted`` names some by hand: purpose to the name of a layout, or its number from 1. Raises CareerdocError (CD038)
    for a purpose or a layout that is not known.
    """
    scores: dict[Purpose, Callable[[Layout], float]] = {
        "title": _as_title,
        "section": lambda one: _as_section(one, slide),
        "content": lambda one: _as_content(one, slide),
        "drawing": _as_drawing,
    }
    first, usual = _masters(layouts, used)
    found: dict[Purpose, Layout | None] = {}
    for purpose, score in scores.items():
        master = first if purpose == "title" else usual
        found[purpose] = _best(layouts, score, master)
    found["closing"] = found["section"]
    for asked, name in (wanted or {}).items():
        found[_purpose(asked)] = _named(layouts, name)
        if asked == "section" and "closing" not in (wanted or {}):
            found["closing"] = found["section"]
    return Cast(found, slide)


def _purpose(name: str) -> Purpose:
    for purpose in PURPOSES:
        if purpose == name:
            return purpose
    known = ", ".join(PURPOSES)
    raise refusal(
        "CD038", f'"{name}" is no purpose of a layout', hint=f"{nearest(name, PURPOSES)} known: {known}".strip()
    )


def _named(layouts: Sequence[Layout], name: str) -> Layout:
    for layout in layouts:
        if layout.name.casefold() == name.strip().casefold() or str(layout.position + 1) == name.strip():
            return layout
    names = [layout.name for layout in layouts]
    known = ", ".join(f"{layout.position + 1} {layout.name}" for layout in layouts[:12])
    raise refusal(
        "CD038",
        f'there is no layout "{name}" in the presentation',
        hint=f"{nearest(name, names)} there are: {known}".strip(),
    )


def _masters(layouts: Sequence[Layout], used: Sequence[int]) -> tuple[int, int]:
    """The master of the title slide and that of the rest: as the deck's own slides had them, else the first."""
    masters = [layouts[position].master for position in used if position < len(layouts)]
    rest = masters[1:] or masters
    return (masters or [0])[0], max(rest, key=lambda master: (rest.count(master), -master)) if rest else 0


def _best(layouts: Sequence[Layout], score: Callable[[Layout], float], master: int) -> Layout | None:
    """The layout that serves best, of a master if one there serves nearly as well; the first of equals."""
    ranked = sorted(layouts, key=lambda one: (-score(one), one.position))
    best = score(ranked[0]) if ranked else 0.0
    at_home = [one for one in ranked if one.master == master and score(one) >= best * _NEARLY]
    return (at_home or ranked)[0] if best > 0 else None


def _title_of(layout: Layout) -> Placeholder | None:
    return next(iter(layout.of(*TITLES)), None)


def _texts(layout: Layout) -> tuple[Placeholder, ...]:
    return layout.of(*TEXTS)


def _others(layout: Layout) -> int:
    """Places for pictures, charts and the like, and for text that runs downwards."""
    known = {*TITLES, *TEXTS, "dt", "ftr", "sldNum"}
    return sum(one.type not in known or not one.upright for one in layout.placeholders)


def _as_title(layout: Layout) -> float:
    """A slide that opens a deck: a centred title or a subtitle, and nothing to put content into."""
    if _title_of(layout) is None or layout.of("obj") or _others(layout) > 1:
        return 0.0
    score = 4.0 * (layout.kind == "title") + 3.0 * bool(layout.of("ctrTitle")) + 3.0 * bool(layout.of("subTitle"))
    return score - len(layout.of("body"))


def _as_section(layout: Layout, slide: Box) -> float:
    """A slide that opens a part: a title that is not at the top, or larger than others, and at most a line or two."""
    title = _title_of(layout)
    if title is None or layout.of("obj", "ctrTitle", "subTitle") or len(layout.of("body")) > 1:
        return 0.0
    if layout.kind == "secHead":
        return 5.0
    box = title.slot.box
    middle = (box.y + box.height / 2) / slide.height
    small = all(one.slot.box.height < slide.height * 0.3 for one in layout.of("body"))
    return (1.5 if 0.3 < middle < 0.8 and small else 0.0) - 0.5 * _others(layout)


def _as_content(layout: Layout, slide: Box) -> float:
    """A slide with a title and one place for everything else, the larger the better."""
    title, texts = _title_of(layout), layout.of("obj", "body")
    if title is None or len(texts) != 1 or _others(layout) or layout.kind == "secHead":
        return 0.0
    box, head = texts[0].slot.box, title.slot.box
    if box.width < slide.width * _NARROWEST or box.height < slide.height * _LOWEST:
        return 0.0
    share = box.width * box.height / (slide.width * slide.height)
    overlapping = max(0.0, min(box.y + box.height, head.y + head.height) - max(box.y, head.y)) > head.height * 0.3
    beside = box.x >= head.x + head.width or head.x >= box.x + box.width
    return (
        4.0 * share
        + 2.0 * (layout.kind in {"obj", "tx"})
        + 1.0 * (texts[0].type == "obj")
        - 2.0 * (overlapping and not beside)
    )


def _as_drawing(layout: Layout) -> float:
    """A title and nothing else."""
    if _title_of(layout) is None or _texts(layout) or _others(layout):
        return 0.0
    return 3.0 + 2.0 * (layout.kind == "titleOnly")


def stages_of(found: Cast, *, rtl: bool) -> Stages:
    """The stages of a deck whose layouts were found.

    A missing one is stood in for: a section by the title's, a drawing by the content's. Raises CareerdocError (CD038)
    where no layout has a title and room for text.
    """
    content = found.layouts["content"] or found.layouts["drawing"]
    if content is None or _title_of(content) is None:
        raise refusal(
            "CD038",
            "no layout of the presentation has a title and room for text",
            hint="add one that has both in PowerPoint: View, Slide Master",
        )
    stage = _stage(content, found.slide)
    area = stage.text
    drawing = found.layouts["drawing"]
    drawn = _stage(drawing, found.slide, area) if drawing is not None else replace(stage)
    title = _opening(found, "title", stage)
    section = _opening(found, "section", title)
    closing = _opening(found, "closing", section)
    return Stages(
        found.slide,
        title,
        title,
        dict.fromkeys(_TONES, section),
        dict.fromkeys(_TONES, stage),
        dict.fromkeys(_TONES, drawn),
        closing,
        own=False,
        rtl=rtl,
    )


def _opening(found: Cast, purpose: Purpose, other: Stage) -> Stage:
    layout = found.layouts.get(purpose)
    return _stage(layout, found.slide) if layout is not None else other


def _stage(layout: Layout, slide: Box, area: Slot | None = None) -> Stage:
    title = _title_of(layout)
    if title is None:
        raise refusal("CD038", f'the layout "{layout.name}" has no title', hint="choose a layout that has one")
    texts = sorted(_texts(layout), key=lambda one: one.slot.box.width * one.slot.box.height, reverse=True)
    text = texts[0].slot if texts else area or Slot("", _below(title.slot.box, slide))
    footer, number = _first(layout.of("ftr")), _first(layout.of("sldNum"))
    return Stage(
        layout.position,
        title.slot._replace(size=max(title.slot.size, _LEAST)),
        text if texts else text._replace(kind=""),
        footer=footer.slot if footer else None,
        number=number.slot if number else None,
        words=footer.words.strip() if footer and footer.words.strip().casefold() not in _PROMPTS else "",
        slots=layout.slots,
    )


def _first(found: Iterable[Placeholder]) -> Placeholder | None:
    return next(iter(found), None)


def _below(title: Box, slide: Box) -> Box:
    """The room below a title, or above it where that is more."""
    top = title.y + title.height + 12
    bottom = slide.height * 0.92
    if bottom - top >= slide.height * 0.2:
        return Box(title.x, top, title.width, bottom - top)
    height = max(min(title.y - slide.height * 0.1, slide.height * 0.3), 40.0)
    return Box(title.x, max(title.y - height - 12, 0.0), title.width, height)
