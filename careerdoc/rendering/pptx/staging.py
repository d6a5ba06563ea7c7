"""What a deck is written on: our own layouts in the theme's look, or those of a school's presentation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.pptx.base import name_notes_master, open_base
from careerdoc.rendering.pptx.geometry import EMU, Box
from careerdoc.rendering.pptx.placeholders import layouts_of
from careerdoc.rendering.pptx.purposes import cast, stages_of
from careerdoc.rendering.pptx.reference import open_reference
from careerdoc.rendering.pptx.stages import own_stages

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from careerdoc.rendering.pptx.stages import Stages
    from careerdoc.rendering.theme import Theme


def staged(theme: Theme, language: str) -> tuple[Presentation, Stages, Theme]:
    """A presentation without slides, its stages, and the theme with the colours that it has.

    Raises CareerdocError (CD038) for a reference presentation that cannot be used.
    """
    rtl = is_rtl_language(language)
    if theme.reference_pptx is None:
        return open_base(theme, language), own_stages(theme, rtl=rtl), theme
    name = theme.reference_name or f"{theme.name}/reference.pptx"
    reference = open_reference(theme.reference_pptx, name)
    presentation, found = reference.presentation, layouts_of(reference.presentation)
    name_notes_master(presentation)
    width, height = (side / EMU for side in (presentation.slide_width or 0, presentation.slide_height or 0))
    stages = stages_of(cast(found, Box(0, 0, width, height), reference.used, theme.layouts), rtl=rtl)
    return presentation, stages, replace(theme, colors=found[stages.content[""].layout].colors)
