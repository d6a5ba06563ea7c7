"""The few words that files add of their own, in the languages that documents are written in."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Words(NamedTuple):
    """What stands over a table of contents, before the number of a picture and of a table; a comment's author."""

    contents: str
    figure: str
    table: str
    author: str


_WORDS = MappingProxyType(
    {
        "ar": Words("المحتويات", "الشكل", "الجدول", "المدرّس"),
        "de": Words("Inhalt", "Abbildung", "Tabelle", "Lehrkraft"),
        "en": Words("Contents", "Figure", "Table", "Instructor"),
        "es": Words("Índice", "Figura", "Tabla", "Docente"),
        "fr": Words("Table des matières", "Figure", "Tableau", "Enseignant"),
        "he": Words("תוכן העניינים", "איור", "טבלה", "מרצה"),
        "hi": Words("विषय-सूची", "चित्र", "तालिका", "शिक्षक"),
        "ja": Words("目次", "図", "表", "教員"),
        "ko": Words("목차", "그림", "표", "교수자"),
        "pt": Words("Sumário", "Figura", "Tabela", "Professor"),
        "ru": Words("Содержание", "Рисунок", "Таблица", "Преподаватель"),
        "tr": Words("İçindekiler", "Şekil", "Tablo", "Öğretmen"),
        "zh": Words("目录", "图", "表", "教师"),
    }
)


def words_for(language: str) -> Words:
    """The words of a language by its tag, English ones where it is not known."""
    return _WORDS.get(language.lower().split("-")[0], _WORDS["en"])
