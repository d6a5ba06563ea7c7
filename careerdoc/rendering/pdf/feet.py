"""Whether the notes at the feet of pages are all there: WeasyPrint loses some where a page calls more than it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = 'class="note"'
"""What is written once for each note that a page is to take to its foot."""


def notes_fit(laid: Any, count: int) -> bool:  # noqa: ANN401 - weasyprint has no types
    """Whether as many notes as that stand within the pages of a document that WeasyPrint has laid out."""
    if not count:
        return True
    seen: set[str] = set()
    for page in laid.pages:
        box = page._page_box  # noqa: SLF001 - there is no other way to what has been laid out
        for area in _areas(box):
            if area.position_y < box.content_box_y() - 1:
                return False
            seen.update(note.element.get("id") for note in area.children if note.element is not None)
    return len(seen) == count


def _areas(box: Any) -> Iterator[Any]:  # noqa: ANN401 - likewise
    """The places for notes on a page."""
    for child in box.children:
        if type(child).__name__ == "FootnoteAreaBox":
            yield child
