"""The stages of a deck: which layout serves which purpose, and where words stand in it. Pure values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from careerdoc.rendering.deck import Frame
from careerdoc.rendering.pptx import layouts
from careerdoc.rendering.pptx.geometry import PLACES, Box, places
from careerdoc.rendering.pptx.look import TONES, on_tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdoc.rendering.deck.model import Tone
    from careerdoc.rendering.theme import Theme

_COVER_SIZE, _SECTION_SIZE, _TITLE_SIZE = 54.0, 48.0, 40.0


class Slot(NamedTuple):
    """A place for words: where they stand, in points, and the largest size of their text.

    ``kind`` are the attributes of the placeholder that they fill (``type="title"``); without it they are a text box.
    ``bulleted`` says that the layout gives its own bullets, ``capitals`` that it sets all letters as capitals. A
    ``vague`` one has no index to be known by, so that slides say its place themselves.
    """

    kind: str
    box: Box
    size: float = _TITLE_SIZE
    bulleted: bool = False
    capitals: bool = False
    vague: bool = False

    @property
    def room(self) -> Box:
        """The box as it is measured: capitals are about a sixth wider than small letters."""
        return self.box._replace(width=self.box.width * (0.84 if self.capitals else 1.0))


@dataclass(frozen=True, slots=True)
class Stage:
    """A layout for one purpose; ``layout`` counts the layouts of a deck from 0.

    ``on`` is the colour of words on its ground, ``under`` of those under a title, empty where the layout says it.
    ``words`` is what its footer says in the place of the deck's title. ``slots`` gives the colours that a school's
    layout has in the place of those that our slides name.
    """

    layout: int
    title: Slot
    text: Slot
    lead: Slot | None = None
    footer: Slot | None = None
    number: Slot | None = None
    on: str = ""
    under: str = ""
    words: str = ""
    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of a deck, those of sections and contents by tone.

    ``own`` tells our layouts from those of a school's deck, whose alignment, spacing and colours of text are left to
    them.
    """

    slide: Box
    title: Stage
    title_with_lead: Stage
    section: Mapping[Tone, Stage]
    content: Mapping[Tone, Stage]
    drawing: Mapping[Tone, Stage]
    closing: Stage
    own: bool = True
    rtl: bool = False

    @property
    def frame(self) -> Frame:
        """What a deck is fitted to."""
        stage = self.content[""]
        title, body = stage.title.room, stage.text.room
        return Frame(title.width, title.height, body.width, body.height, PLACES.badge_room, title_size=stage.title.size)


def own_stages(theme: Theme, *, rtl: bool) -> Stages:
    """The stages of the layouts that we draw (``layouts.layouts``), in their order."""
    at, colors = places(rtl=rtl), theme.colors
    number = Slot(f'type="sldNum" sz="quarter" idx="{layouts.NUMBER}"', at.number)
    footer = Slot(f'type="ftr" sz="quarter" idx="{layouts.FOOTER}"', at.footer)
    title = Stage(
        0,
        Slot('type="ctrTitle"', at.cover_title, _COVER_SIZE),
        Slot(f'type="subTitle" idx="{layouts.BODY}"', at.cover_byline),
        Slot(f'type="body" sz="quarter" idx="{layouts.LEAD}"', at.cover_lead),
        on="tx2" if theme.design.cover == "plain" else colors.on_primary,
        under=colors.on_primary if theme.design.cover == "full" else "tx1",
    )
    lower = title.title._replace(box=at.cover_title._replace(y=40, height=162))
    body = f'type="body" idx="{layouts.BODY}"'

    def section(position: int, on: str, size: float = _SECTION_SIZE) -> Stage:
        heading = Slot('type="title"', at.section_title, size)
        return Stage(position, heading, Slot(body, at.section_text), number=number, on=on)

    def content(position: int, tone: Tone) -> Stage:
        lead = Slot(f'type="body" sz="quarter" idx="{layouts.LEAD}"', at.body)
        text = Slot(f'idx="{layouts.BODY}"', at.body)
        soft = on_tone(colors, tone) if theme.design.frame == "block" else "accent4"
        return Stage(position, Slot('type="title"', at.title), text, lead, footer, number, on=soft)

    tones: tuple[Tone, ...] = ("", "short", "long")
    count = len(TONES)
    return Stages(
        at.slide,
        title,
        replace(title, title=lower),
        {tone: section(1 + n, on_tone(colors, tone)) for n, tone in enumerate(tones)},
        {tone: content(1 + count + n, tone) for n, tone in enumerate(tones)},
        {tone: content(1 + 2 * count + n, tone) for n, tone in enumerate(tones)},
        replace(section(1 + 3 * count, colors.on_primary, _COVER_SIZE), number=None),
        rtl=rtl,
    )
