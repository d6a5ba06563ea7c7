"""The words that a style puts between the parts of a source, in the language of the document.

English as the manuals have them. For other languages the terms of the Citation Style Language, which libraries use.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache

_LOCALES = {
    "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "pt": "pt-BR", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR",
    "ar": "ar", "he": "he-IL", "ru": "ru-RU", "hi": "hi-IN", "tr": "tr-TR",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_DAYS = {
    "es": "{day} de {month} de {year}", "pt": "{day} de {month} de {year}", "de": "{day}. {month} {year}",
    "zh": "{year}年{number}月{day}日", "ja": "{year}年{number}月{day}日", "ko": "{year}년 {number}월 {day}일",
}  # fmt: skip
_READ = {
    "es": "Recuperado el {day}, de ", "pt": "Recuperado em {day}, de ", "fr": "Consulté le {day}, à l’adresse ",
    "de": "Abgerufen am {day}, von ",
}  # fmt: skip
_EDITIONS = {
    "es": "{number}.ª ed.",
    "pt": "{number}. ed.",
    "fr": "{number}e éd.",
    "de": "{number}. Aufl.",
    "zh": "第{number}版",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Words by CSL's name for them, with their short forms, singular and plural."""

    language: str = "en"
    words: dict[str, tuple[str, str]] = field(default_factory=dict)
    months: tuple[str, ...] = _MONTHS

    @property
    def english(self) -> bool:
        """Whether the manuals' own words are in use."""
        return not self.words

    def word(self, name: str, english: str, *, many: bool = False) -> str:
        """A term, or what it is in English where the language has none."""
        return self.words.get(name, (english, english))[many] or english

    def day(self, year: int, month: int, day: int) -> str:
        """A whole date, or what there is of it: ``14 de mayo de 2026``, ``2026年5月14日``."""
        name = self.months[month - 1] if month else ""
        if not (month and day):
            return f"{name} {year}".strip()
        form = _DAYS.get(self.language, "{day} {month} {year}")
        return form.format(year=year, month=name, number=month, day=day)

    def retrieved(self, day: str) -> str:
        """What stands before the address of a work that was read on a day."""
        form = _READ.get(self.language)
        return form.format(day=day) if form else f"{self.word('retrieved', 'Retrieved').capitalize()} {day}: "

    def edition(self, number: str) -> str:
        """The edition of a number, short: ``2.ª ed.``."""
        form = _EDITIONS.get(self.language)
        return form.format(number=number) if form else f"{number}. {self.word('edition short', 'ed.').rstrip('.')}."


@cache
def terms_for(language: str) -> Terms:
    """The terms of a language; English for a language that has none."""
    code = language.replace("_", "-").split("-")[0].casefold()
    locale = {"pt-PT": "pt-PT", "zh-TW": "zh-TW"}.get(language, _LOCALES.get(code, ""))
    return _read(locale, code) if locale else Terms()


def _read(locale: str, code: str) -> Terms:
    from citeproc import LOCALES_PATH  # noqa: PLC0415 - for documents that cite, in other languages than English
    from lxml import etree  # noqa: PLC0415 - see the line above

    root = etree.parse(os.path.join(LOCALES_PATH, f"locales-{locale}.xml"))  # noqa: PTH118 - the library's own file
    spaces = {"c": "http://purl.org/net/xbiblio/csl"}
    words: dict[str, tuple[str, str]] = {}
    for term in root.iterfind(".//c:term", spaces):
        name, form = term.get("name", ""), term.get("form", "")
        one, many = (term.findtext(f"c:{number}", "", spaces) or term.text or "" for number in ("single", "multiple"))
        if form in {"", "short", "verb"}:
            words.setdefault(f"{name} {form}".strip(), (one.strip(), many.strip()))
    months = tuple(words.get(f"month-{number:02}", ("", ""))[0] for number in range(1, 13))
    return Terms(code, words, months if all(months) else _MONTHS)
