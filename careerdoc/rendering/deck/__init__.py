"""The Deck: any document as slides, a pure value that every renderer of slides reads."""

from careerdoc.rendering.deck.arranging import COLUMNS, GUTTER, Column, columns_of, grid
from careerdoc.rendering.deck.build import deck_of
from careerdoc.rendering.deck.fit import SlideMeasurer, fit
from careerdoc.rendering.deck.flow import CONTINUED, Columns, Flow, Gallery, Line, Picture, Piece
from careerdoc.rendering.deck.measurer import Frame, Measurer, TableShape, text_size
from careerdoc.rendering.deck.model import Deck, Slide
from careerdoc.rendering.deck.remarks import remarks
from careerdoc.rendering.numerals import Numeral, numeral_at, numeral_text

__all__ = [
    "COLUMNS",
    "CONTINUED",
    "GUTTER",
    "Column",
    "Columns",
    "Deck",
    "Flow",
    "Frame",
    "Gallery",
    "Line",
    "Measurer",
    "Numeral",
    "Picture",
    "Piece",
    "Slide",
    "SlideMeasurer",
    "TableShape",
    "columns_of",
    "deck_of",
    "fit",
    "grid",
    "numeral_at",
    "numeral_text",
    "remarks",
    "text_size",
]
