"""What is told in the first person, told in the third: the name first, then "they", which says nothing of gender."""

from __future__ import annotations

import re

_SHORT = (
    (re.compile(r"\bI['’]m\b"), "I am"),
    (re.compile(r"\bI['’]ve\b"), "I have"),
    (re.compile(r"\bI['’]ll\b"), "I will"),
    (re.compile(r"\bI['’]d\b"), "I would"),
)
_FORMS = (
    (re.compile(r"\bI am\b"), "they are"),
    (re.compile(r"\bI was\b"), "they were"),
    (re.compile(r"\bam I\b"), "are they"),
    (re.compile(r"\bmyself\b"), "themselves"),
    (re.compile(r"\bMy\b"), "Their"),
    (re.compile(r"\bmy\b"), "their"),
    (re.compile(r"\bmine\b"), "theirs"),
    (re.compile(r"\bme\b"), "them"),
)
_ALONE = re.compile(r"(?P<before>[\w'’.,:;—-]+ )?\bI\b(?P<after> \w+)?")
_SUBJECT = re.compile(
    r"\b(?:I(?P<also> also)?(?: (?P<verb>am|have|want|value|plan|intend|know|hope)\b)?|(?P<own>[Mm]y))\b"
)
_OF_ONE = {"am": "is", "have": "has"}
_VERB = re.compile(
    r" (?:will|want|also|have|had|am|was|can|could|would|should|may|might|must|plan|intend|hope|know|value|see|say|do|"
    r"did|work|talked|took|made|went|found|need|get|got|like|think|feel|live|chose|\w+ed)$"
)


def in_third_person(text: str, name: str = "") -> str:
    """The text with they and their for I and my; where a ``name`` is given, it stands for the first of them."""
    for pattern, form in _SHORT:
        text = pattern.sub(form, text)
    if name:
        text = _SUBJECT.sub(lambda match: _named(match, name), text, count=1)
    for pattern, form in _FORMS:
        text = pattern.sub(form, text)
    text = _ALONE.sub(_they, text)
    return re.sub(r"(^|[.!?]\s+)they\b", r"\1They", text)


def _named(match: re.Match[str], name: str) -> str:
    if match["own"]:
        return f"{name}’s"
    subject, verb = f"{name}{match['also'] or ''}", match["verb"]
    return f"{subject} {_OF_ONE.get(verb, f'{verb}s')}" if verb else subject


def _they(match: re.Match[str]) -> str:
    """I becomes they, but for the numeral in "Algebra I"."""
    before, after = match["before"] or "", match["after"] or ""
    numeral = before[:1].isupper() and before[-2:-1].isalpha() and not _VERB.fullmatch(after)
    return match[0] if numeral else f"{before}they{after}"
