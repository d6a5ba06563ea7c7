"""A rule on what was left in from a template and waits for words: ``TODO``, ``[your name]``, ``____``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.checking.rule import Found, Limits, rule
from careerdoc.checking.rules.within import matches, place_in, prose_of, without_code
from careerdoc.findings import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdoc.plan import Plan
    from careerdoc.plan.model import Plain

_YOURS = (
    r"your\b|(?:tu|su|seu|sua|teu|tua|votre|ton|ta|dein|deine|ihr|ihre|ваш|ваша|ваше)\s(?:nombre|meta|objetivo|carrera|texto"
    r"|nome|carreira|nom|objectif|texte|métier|name|ziel|beruf|text|имя|цель|текст|профессия)\b"
    r"|(?:你的|您的|あなたの|여기에|اكتب|שמך|आपका|adınız)|(?:姓名|名前|氏名|이름|имя|اسمك)\s*(?=[\]>}】])"
)
_FILL = (
    r"(?:insert|enter|fill in|fill out|inserta|escribe|insira|escreva|insérer|insérez|écrivez)\b|(?:填写|请输入|記入)"
)
_ASKED = r"(?:add|write|type|describe|choose|select|list)\s[^\[\]<>{}【】\n]{0,80}\b(?:your|here|my)\b"
_FACT = (
    r"(?:name|(?:full|first|last|student) name|student id|date|career|job title|occupation|goal|company|school|college"
    r"|university|major|instructor|teacher|course|city|number|nombre|fecha|nome|nom|datum)(?:\s*(?:here|\d))?\s*(?=[\]>}】])"
)
_BRACKETED = (
    rf"(?<!\[)\\?[\[<{{【]\s*(?:{_YOURS}|{_FILL}|{_ASKED}|{_FACT})[^\[\]<>{{}}【】\n]{{0,80}}\\?[\]>}}】](?![(\[:\]])"
)
_SHOUTED = (
    r"(?-i:\b(?:TBD|TBA|XXX+)\b|(?:^|(?<=[(\[:;–—\n-])|(?<=[(\[:;–—\n-]\s))(?:TODO|FIXME)"
    r"(?=\s*(?:[:.,;!)\]…\n]|$)))"
)
_PLACEHOLDER = re.compile(
    rf"{_SHOUTED}|\blorem ipsum\b|{_BRACKETED}|(?:\\?_){{4,}}|\binsert \w.{{0,40}}? here\b"
    r"|\byour (?:\w{1,20} ){0,2}(?:name|goal|career|text|answer|plan|title|school|major|date) (?:goes )?here\b",
    re.IGNORECASE,
)
_ONLY_DOTS = re.compile(r"(?:\.{3,}|…+)")
_TO_SIGN = re.compile(
    r"\b(?:sign\w*|initials|date|firma\w*|fecha|assina\w*|data|signature|unterschrift|datum|imza|tarih|total|score|points?|grade)\b"
    r"|подпись|дата|签|簽|日期|署名|日付|서명|날짜|توقيع|חתימה|हस्ताक्षर",
    re.IGNORECASE,
)


def _texts(plan: Plan) -> Iterator[Plain]:
    """All that a template may have left something in; a heading that names a part is none of it."""
    facts = (plan.title, plan.name, plan.course, plan.instructor, plan.school, plan.role, plan.organization)
    yield from filter(None, (*facts, plan.supervisor, plan.mentor, plan.period))
    yield from (part.title for part in plan.parts if not part.role)
    yield from (goal.title for goal in plan.goals)
    yield from (goal.when.text for goal in plan.goals if goal.when)
    yield from prose_of(plan)


def _is_to_sign(text: str, start: int) -> bool:
    """Whether a line of the text is one to sign on."""
    first, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return _TO_SIGN.search(text, first, end if end >= 0 else len(text)) is not None


@rule("CD126", "placeholder", Level.WARNING)
def placeholder(plan: Plan, _limits: Limits) -> Iterator[Found]:
    """Nothing stands in the plan that waits for words of yours."""
    told: set[int] = set()
    silent = {id(section.body) for section in plan.sections if section.role == "signatures"}
    for text in _texts(plan):
        if id(text) in silent:
            continue
        found = _ONLY_DOTS.fullmatch(text)
        for match in (found,) if found else matches(_PLACEHOLDER, without_code(text)):
            if "_" in match[0] and _is_to_sign(text, match.start()):
                continue
            span = place_in(text, *match.span())
            if span.start not in told:
                told.add(span.start)
                words = text[slice(*match.span())].replace("\\", "")
                yield Found(f'"{words}" is still to be filled in', span, "write your own words, or delete it")
