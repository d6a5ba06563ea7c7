"""How each language words headings, labels and times: one data file a language, in the folder of this module."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FALLBACK = "en"
LANGUAGE_KEYS = (
    *("language", "lang", "idioma", "lengua", "langue", "sprache", "língua", "lingua", "язык", "语言", "語言", "言語"),
    *("언어", "اللغة", "שפה", "भाषा", "dil"),
)
"""The key of front matter that names the language, in the languages themselves."""

LONGEST_HEADING = 120
"""Characters of a heading that can name a part; a longer one is a sentence of its own."""

LONGEST_AIM = 300
"""Characters of a text in which an aim is looked for."""

_NUMBERING = re.compile(
    r"^\s*(?:(?:(?:part|section|step)\s+)?(?:\d+|[ivx]+|[a-z])[.)]\s+|\d{1,2}(?:[.、．)]|\s-\s)(?=[^\W\d_])"
    r"|[一二三四五六七八九十]{1,3}[、．.]|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|第[一二三四五六七八九十\d]+[章节部])\s*",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?<=\S)(?:\s+[–—-]\s+|\s*[(（\[【].*$|\s*[^\w\s.,;:!?'\"’“”&/+%$€#@*()-]+\s*\d.*$)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language's words: normalised phrase to the part, field or key that it names.

    ``areas`` are phrases for a field of life that goals are sorted by (career, health); ``aims`` tell a phrase that
    names an action or an outcome ("Learn Rust") from one that names a thing; ``vague`` are phrases that promise nothing
    one can check, each with what to write instead; ``common`` are frequent words that give the language away; ``done``
    are the statuses of what is finished, ``dropped`` of what was given up; ``time`` is the vocabulary of time frames,
    as the file has it.
    """

    code: str
    headings: Mapping[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    labels: Mapping[str, str]
    keys: Mapping[str, str]
    areas: frozenset[str]
    aims: tuple[re.Pattern[str], ...]
    vague: Mapping[str, str]
    common: frozenset[str]
    done: frozenset[str]
    dropped: frozenset[str]
    time: Mapping[str, Any]

    def role(self, heading: str) -> str:
        """The part of a plan that a heading names, or an empty string."""
        return _role(self, heading)

    def label(self, text: str) -> str:
        """The field of a goal or step that a label such as ``Why`` names, or an empty string."""
        known = self.labels.get(normalize(text), "")
        return known if known or self.code == FALLBACK else language(FALLBACK).label(text)

    def label_within(self, text: str) -> str:
        """The field that the longest label in a text names: "Expected completion date"."""
        words = normalize(text)
        spaced = f" {words} "
        found = [p for p in self.labels if len(p) > 1 and (f" {p} " in spaced or (not p.isascii() and p in words))]
        return self.labels[max(found, key=len)] if found else ""

    def is_done(self, status: str) -> bool:
        """Whether a status says that something is done."""
        return normalize(status) in self.done

    def is_dropped(self, status: str) -> bool:
        """Whether a status says that something was given up."""
        return normalize(status) in self.dropped

    def is_aim(self, text: str) -> bool:
        """Whether a phrase names an action or an outcome ("Learn Rust"), not a thing or an area."""
        return _is_aim(self, text)


@lru_cache(maxsize=2048)
def _role(words: Language, heading: str) -> str:
    # English words turn up in plans of every language: "Goals", "TODO", "Key results".
    known = _own_role(words, heading)
    return known if known or words.code == FALLBACK else _own_role(language(FALLBACK), heading)


@lru_cache(maxsize=4096)
def _own_role(words: Language, heading: str) -> str:
    text = normalize(heading)
    if len(text) > LONGEST_HEADING:
        return ""
    known = words.headings.get(text) or words.headings.get(normalize(_ASIDE.sub("", heading)))
    return known or next((role for pattern, role in words.patterns if pattern.search(text)), "")


@lru_cache(maxsize=4096)
def _is_aim(words: Language, text: str) -> bool:
    normal = normalize(_SET_OFF.split(text[:LONGEST_AIM], maxsplit=1)[0] or text[:LONGEST_AIM])
    return any(aim.search(normal) for aim in words.aims)


def normalize(text: str) -> str:
    """A phrase for comparison: no case, no numbering, no punctuation or emoji around and between words."""
    text = _NUMBERING.sub("", unicodedata.normalize("NFKC", text)).casefold().replace("\u2019", "'")
    kept = "".join(c if c.isalnum() or c in "'-" or unicodedata.category(c)[0] == "M" else " " for c in text)
    return " ".join(kept.replace("-", " ").split())


def _phrases(table: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    return MappingProxyType({normalize(phrase): name for name, phrases in table.items() for phrase in phrases})


_FOLDER = Path(__file__).parent  # importlib.resources would take 5 ms of every start


@cache
def known_languages() -> tuple[str, ...]:
    """Codes of the languages that there is a data file for."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _FOLDER.iterdir() if path.name[2:] == ".toml"))


@cache
def language(code: str) -> Language:
    """The words of a language (``es``, ``es-MX``); those of English where there is no file for it."""
    base = code.replace("_", "-").split("-")[0].lower()
    name = base if base in known_languages() else FALLBACK
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    headings, labels, keys = (_phrases(table.get(key, {})) for key in ("headings", "labels", "keys"))
    return Language(
        code=name,
        headings=headings,
        patterns=tuple((re.compile(text), role) for role, texts in table.get("patterns", {}).items() for text in texts),
        labels=labels,
        keys=keys,
        areas=frozenset(normalize(phrase) for phrase in table.get("areas", ())),
        aims=tuple(re.compile(text) for text in table.get("aims", ())),
        vague=MappingProxyType(table.get("vague", {})),
        common=frozenset(table.get("common", ())),
        done=frozenset(normalize(phrase) for phrase in table.get("status", {}).get("done", ())),
        dropped=frozenset(normalize(phrase) for phrase in table.get("status", {}).get("dropped", ())),
        time=MappingProxyType(table.get("time", {})),
    )


_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_WORD = re.compile(r"[^\W\d_]+")
LONGEST_GUESS = 20_000
"""Characters of a text that its language is told from."""


def guess_language(headings: Iterable[str], text: str) -> str:
    """The language of a plan: told by its script, or else by the headings that name parts and by the common words."""
    sample = text[:LONGEST_GUESS]
    letters = sum(map(len, _WORD.findall(sample))) or 1
    script = next((code for code, signs in _SCRIPTS if len(signs.findall(sample)) > letters * _SHARE[code]), "")
    if script:
        return script if script in known_languages() else FALLBACK
    titles, words = list(headings), Counter(_WORD.findall(sample.casefold()))
    best, most = FALLBACK, _likeness(FALLBACK, titles, words)
    if most and most * 4 >= sum(words.values()):
        return FALLBACK  # ordinary English: the other languages need not be read
    for code in known_languages():
        if code not in dict(_SCRIPTS) and (likeness := _likeness(code, titles, words)) > most:
            best, most = code, likeness
    return best


_SHARE = {"ja": 0.06, "ko": 0.2, "zh": 0.2, "ar": 0.3, "he": 0.3, "ru": 0.3, "hi": 0.3}
"""The share of its letters that gives a script away: much of a Japanese text is in Chinese characters."""


def _likeness(code: str, titles: list[str], words: Counter[str]) -> int:
    known = language(code)
    return 3 * sum(bool(_own_role(known, text)) for text in titles) + sum(words[word] for word in known.common)
