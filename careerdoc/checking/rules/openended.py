"""Titles of goals that have no end: "improve my English". One cannot tell when such a goal is reached."""

from __future__ import annotations

import re

_MEASURED = re.compile(r"\d|%|\b[A-Z]{2,}\b|[\"“”«»„「『]|[一二三四五六七八九十百千万]")

_BEGINS = {
    "en": (
        r"(?:i (?:will|want to) |to )?(?:improve|develop|grow|strengthen|increase|enhance|understand|explore|network"
        r"|expand|work on|(?:be|become|get|do|have|read|write|learn|eat|sleep|exercise) (?:a )?(?:more|better|less)"
        r"|learn about|gain (?:more |some )?(?:experience|confidence|skills|knowledge)|build (?:my )?(?:confidence"
        r"|network)|stay|maintain)\b"
    ),
    "es": (
        r"(?:quiero )?(?:mejorar|desarrollar|fortalecer|aumentar|explorar|ser mejor|aprender (?:más )?sobre|crecer"
        r"|mantener)\b"
    ),
    "pt": (
        r"(?:quero )?(?:melhorar|desenvolver|fortalecer|aumentar|explorar|ser melhor|aprender (?:mais )?sobre|crescer"
        r"|manter)\b"
    ),
    "fr": r"(?:je veux )?(?:m[’']améliorer|améliorer|développer|renforcer|augmenter|explorer|mieux |en apprendre)",
    "ru": r"(?:улучшить|улучшать|развить|развивать|повысить|повышать|расширить|узнать больше)\b",
    "ar": r"(?:تحسين|تطوير|تعزيز|زيادة)\b",
    "he": r"(?:לשפר|לפתח|לחזק|להרחיב)\b",
    "zh": r"(?:提高|提升|改善|加强|加強|增强|增強|了解|拓展)",
}
"""How such titles begin."""

_ENDS = {
    "de": r"(?:verbessern|(?:weiter)?entwickeln|stärken|ausbauen|vertiefen|besser werden)",
    "tr": r"(?:geliştirmek|iyileştirmek|artırmak|güçlendirmek)",
    "hi": r"(?:सुधारना|सुधार करना|बढ़ाना|विकसित करना)",
    "ja": r"(?:を(?:向上|改善|強化)(?:させる|する)?|を高める|を伸ばす|力をつける)",
    "ko": r"(?:향상(?:시키기|하기)?|개선하기|기르기|키우기|넓히기)",
}
"""How they end, where the verb stands last."""

_FORMS = {code: re.compile(text, re.IGNORECASE) for code, text in _BEGINS.items()}
_FORMS |= {code: re.compile(rf".{{0,300}}{text}\W*$", re.IGNORECASE) for code, text in _ENDS.items()}


def open_ended(title: str, language: str) -> bool:
    """Whether a title promises a direction without an end, and names no number, name or certificate to know it by."""
    form = _FORMS.get(language.replace("_", "-").split("-")[0].casefold())
    return form is not None and form.match(title) is not None and _MEASURED.search(title) is None
