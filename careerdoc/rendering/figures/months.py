"""Short names of the months, for the ticks of an axis (Unicode CLDR, abbreviated, standing alone)."""

from __future__ import annotations

from types import MappingProxyType

MONTHS = MappingProxyType(
    {
        "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
        "pt": ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
        "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
        "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
        "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
        "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    }
)


def month_label(year: int, month: int, language: str) -> str:
    """A month as a tick shows it: ``Mar 2027``, or ``2027-03`` in a language that is not in the table."""
    names = MONTHS.get(language.split("-", maxsplit=1)[0].casefold())
    return f"{names[month - 1]} {year}" if names else f"{year:04}-{month:02}"
