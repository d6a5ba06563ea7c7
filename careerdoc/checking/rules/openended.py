"""Titles of goals that have no end: "improve my English". One cannot tell when such a goal is reached."""

from __future__ import annotations

import re

_MEASURED = re.compile(
    r"\d|%|\b[A-Z]{2,}\b|[\"“”«»„「『]|[一二三四五六七八九十百千万]"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozen|half|double|dos|tres|cuatro|dois|três|deux|trois)\b",
)

_ABSTRACT = {
    "en": r"skills?|abilit\w+|understanding|knowledge|expertise|confidence|communication|relationships?|habits?|mindset"
    r"|network|experience|leadership|discipline|english|spanish|presence",
    "es": r"habilidad\w*|capacidad\w*|conocimiento\w*|confianza|comunicación|hábitos?|liderazgo|disciplina|experiencia",
    "pt": r"habilidade\w*|capacidade\w*|conhecimento\w*|confiança|comunicação|hábitos?|liderança|disciplina|presença",
    "fr": r"compétences?|capacités?|connaissances?|confiance|communication|habitudes?|réseau|leadership|discipline",
}
"""What can grow without an end; a product that is developed is finished one day."""

_BEGINS = {
    "en": (
        r"(?:i (?:will|want to) |to )?(?:(?:improve|strengthen|increase|enhance|understand|explore|expand"
        r"|(?:be|become|get|do|have|read|write|learn|eat|sleep|exercise) (?:a )?(?:more|better|less)|learn about"
        r"|network (?:with|more)|stay (?:healthy|active|fit|positive|motivated|organized|focused))\b"
        rf"|(?:develop|grow|gain|build|maintain|work on)\b[^.:;]{{0,40}}?\b(?:{_ABSTRACT['en']})\b)"
    ),
    "es": (
        r"(?:quiero )?(?:(?:mejorar|fortalecer|aumentar|explorar|ser mejor|aprender (?:más )?sobre|crecer)\b"
        rf"|(?:desarrollar|mantener)\b[^.:;]{{0,40}}?\b(?:{_ABSTRACT['es']})\b)"
    ),
    "pt": (
        r"(?:quero )?(?:(?:melhorar|fortalecer|aumentar|explorar|ser melhor|aprender (?:mais )?sobre|crescer)\b"
        rf"|(?:desenvolver|manter)\b[^.:;]{{0,40}}?\b(?:{_ABSTRACT['pt']})\b)"
    ),
    "fr": (
        r"(?:je veux )?(?:m[’']améliorer\b|(?:améliorer|renforcer|augmenter|explorer|mieux |en apprendre)"
        rf"|développer\b[^.:;]{{0,40}}?\b(?:{_ABSTRACT['fr']})\b)"
    ),
    "ru": r"(?:улучшить|улучшать|повысить|повышать|расширить|узнать больше)\b",
    "ar": r"(?:تحسين|تعزيز|زيادة)\b",
    "he": r"(?:לשפר|לחזק|להרחיב)\b",
    "zh": r"(?:提高|提升|改善|加强|加強|增强|增強|了解|拓展)",
}
"""How such titles begin."""

_ENDS = {
    "de": r"(?:verbessern|weiterentwickeln|stärken|vertiefen|besser werden)",
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
