"""What a school's presentation offers: which layout serves which purpose, what is amiss, how the worst text looks."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

from careerdoc.document import parse
from careerdoc.rendering.contract import Diagnosis, Serving
from careerdoc.rendering.contrast import LARGE, TEXT, contrast
from careerdoc.rendering.pptx.geometry import EMU, Box
from careerdoc.rendering.pptx.making import make_deck
from careerdoc.rendering.pptx.placeholders import layouts_of
from careerdoc.rendering.pptx.purposes import PURPOSES, cast, stages_of
from careerdoc.rendering.pptx.reference import open_reference
from careerdoc.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.pptx.placeholders import Layout
    from careerdoc.rendering.pptx.purposes import Cast, Purpose
    from careerdoc.rendering.theme import Theme

_STANDS_IN: dict[Purpose, str] = {
    "title": "the layout for content opens the deck",
    "section": "the layout for the title stands in",
    "content": "the layout for drawings stands in",
    "drawing": "the layout for content stands in, its text left out",
    "closing": "the layout for the title stands in",
}


def diagnose(content: bytes, name: str, theme: Theme) -> Diagnosis:
    """What a presentation offers, with the layouts that a theme names by hand and drawings in its manner.

    Raises CareerdocError (CD038) where it cannot be used.
    """
    reference = open_reference(content, name)
    presentation, found = reference.presentation, layouts_of(reference.presentation)
    width, height = (side / EMU for side in (presentation.slide_width or 0, presentation.slide_height or 0))
    chosen = cast(found, Box(0, 0, width, height), reference.used, theme.layouts)
    stages_of(chosen, rtl=False)
    text = files("careerdoc.rendering.pptx").joinpath("worst-case.md").read_text("utf-8")
    worst = replace(parse(Source("worst-case.md", text)), shape="slides")
    preview = make_deck(worst, replace(theme, reference_pptx=content, reference_name=name)).content
    summary = f"{width / 72:.3g} by {height / 72:.3g} inches, {len(found)} layouts"
    return Diagnosis(summary, tuple(_servings(chosen)), tuple(_remarks(chosen)), preview)


def _servings(chosen: Cast) -> Iterator[Serving]:
    for purpose in PURPOSES:
        layout = chosen.layouts[purpose]
        if layout is None:
            yield Serving(purpose, stands_in=_STANDS_IN[purpose])
        else:
            yield Serving(purpose, layout.position + 1, layout.name)


def _remarks(chosen: Cast) -> Iterator[str]:
    """What a designer would mend, each once."""
    seen: set[int] = set()
    for purpose in PURPOSES:
        layout = chosen.layouts[purpose]
        if layout is not None and layout.position not in seen:
            seen.add(layout.position)
            yield from (f'layout {layout.position + 1} "{layout.name}": {said}' for said in _of_layout(layout, purpose))


def _of_layout(layout: Layout, purpose: Purpose) -> Iterator[str]:
    for one in layout.placeholders:
        what = "title" if one.type in {"title", "ctrTitle"} else "text" if one.type in {"obj", "body"} else ""
        least = LARGE if what == "title" else TEXT
        ratio = contrast(one.ink, layout.colors.paper)
        if what and one.bare and ratio < least:
            yield f"its {what} has a contrast of {ratio:.1f} to the ground; {least} can be read (WCAG 2.2, 1.4.3)"
        if what == "title" and one.slot.box.height < 2 * 28 * 1.1:
            yield "its title has room for one line of 28 points; long titles are made smaller"
        if what == "text" and purpose == "content" and one.slot.size < 20:
            yield f"its text is of {one.slot.size:g} points; what is written here is of 20 at least"
    if purpose == "content" and not layout.of("sldNum"):
        yield "it has no place for the slide number"
