"""What there is to say about a deck that was fitted: which slides go on on further ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from careerdoc.document.model import plain
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.rendering.deck.model import Deck

_MOST_TOLD = 80


def remarks(told: Deck, fitted: Deck) -> Iterator[Finding]:
    """A piece of advice for each slide that was parted to fit, at the place of its title."""
    before = Counter(slide.span for slide in told.slides)
    after = Counter(slide.span for slide in fitted.slides)
    seen = set()
    for slide in told.slides:
        further = after[slide.span] - before[slide.span]
        if further > 0 and slide.span not in seen:
            seen.add(slide.span)
            title = plain(slide.title).strip()[:_MOST_TOLD]
            where = "a further slide" if further == 1 else f"{further} further slides"
            hint = "say less, or part it where you like with a line `---`"
            at = slide.title[0].span.to(slide.title[-1].span) if slide.title else slide.span
            yield Finding("CD060", Level.ADVICE, f'the slide "{title}" is too full and goes on on {where}', at, hint)
