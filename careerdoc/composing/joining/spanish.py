"""Joining in Spanish: plans put goals and steps in the infinitive, which "voy a …" takes as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerdoc.composing.joining.neutral import Joining, flat, next_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from careerdoc.plan import Barrier, Goal, Step, TimeFrame, Trait

_MONTHS: tuple[str, ...] = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
)
_MONTHS += ("noviembre", "diciembre")
_INFINITIVE = re.compile(r"(?P<verb>[a-záéíóúñü]*(?:ar|er|ir|ír)(?:me|se|lo|la|los|las|le|les)?)\b", re.IGNORECASE)
_NOT_VERBS = frozenset({"taller", "lugar", "mujer", "ayer", "bachiller", "par", "hogar", "titular", "primer", "tercer"})
_RELATION = re.compile(
    r"(?:para|antes|hasta|en|el|durante|desde|a|dentro|después|cada|entre|por|de|este|esta|todos|semanalmente)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:Yo|Me|Mi|No|Es|Son|Hay|El|La|Los|Las|Porque|Con|Sin|Así)\s")
_FIRST_PERSON = re.compile(r"(?:Soy|Estoy|Tengo|Voy|Puedo|Quiero|Trabajo|Me|Yo)\s", re.IGNORECASE)
_SMALL = ["cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"]


class Spanish(Joining):
    """Sentences in the first person."""

    def date(self, day: dt.date) -> str:
        """``23 de noviembre de 2026``."""
        return f"{day.day} de {_MONTHS[day.month - 1]} de {day.year}"

    def listed(self, items: Iterable[str]) -> str:
        """``a, b y c``; ``e`` before the sound of i (RAE, Diccionario panhispánico de dudas, «y»)."""
        parts = list(items)
        if len(parts) < 2:
            return "".join(parts)
        last = parts[-1]
        link = "e" if re.match(r"h?i(?![aeou])", last, re.IGNORECASE) else "y"
        mark = "; " if any("," in part for part in parts) else ", "
        return f"{mark.join(parts[:-1])} {link} {last}"

    def lower(self, text: str) -> str:
        """A small first letter, unless the first word is an acronym or holds another capital."""
        word = text.split(" ", 1)[0]
        return (
            text
            if word[1:] != word[1:].lower() or (len(word.rstrip(".,")) < 2 and word.isupper() and word not in "AOEY")
            else text[:1].lower() + text[1:]
        )

    def timed(self, text: str, when: TimeFrame | None) -> str:
        """A clause with its time frame."""
        if when is None:
            return text
        words = self.markdown(when.text)
        iso = re.fullmatch(r"(?P<before>.*?\s)?(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", words)
        if iso and 1 <= int(iso["month"]) <= 12:
            day = f"{int(iso['day'])} de " if iso["day"] else ""
            words = f"{iso['before'] or ''}{day}{_MONTHS[int(iso['month']) - 1]} de {iso['year']}"
        if _RELATION.match(words):
            return f"{text} {words[:1].lower()}{words[1:]}"
        return f"{text} en {words[:1].lower()}{words[1:]}" if when.understood else f"{text} ({words})"

    def infinitive(self, text: str) -> str:
        """The text as it follows "voy a", or an empty string where it is no action but a thing."""
        plain = self.markdown(text).strip().rstrip(".")
        match = _INFINITIVE.match(plain)
        return self.lower(plain) if match and match["verb"].lower() not in _NOT_VERBS else ""

    def aim(self, goal: str) -> str:
        """``Mi meta es llegar a ser …``."""
        text = self.markdown(goal).strip()
        if self.infinitive(text):
            return self.sentence(f"Mi meta es {self.infinitive(text)}")
        return self.sentence(
            text if _SENTENCE.match(text) or text.startswith("Quiero") else f"Mi meta es esta: {self.lower(text)}"
        )

    def overview(self, *, chosen: bool, profile: bool, last_year: int | None) -> str:
        """What the plan goes on to say."""
        parts = ["cómo llegué a esa decisión"] if chosen else []
        parts += ["con qué cuento"] if profile else []
        if last_year is not None and last_year > self.today.year:
            parts.append(f"qué haré de aquí a {last_year} para lograrla")
        return f"En este plan explico {self.listed(parts)}." if len(parts) > 1 else ""

    def traits(self, traits: Sequence[tuple[str, Trait]]) -> str:
        """The self-assessment in a few sentences."""
        sentences = []
        for kind, trait in traits:
            items = self.items(trait)
            if kind == "personality" and items:
                sentences.append(self.listed([self._personality(item) for item in items]))
                continue
            lead = _TRAITS.get(kind)
            if lead and items:
                sentences.append(f"{lead} {self.listed([self.lower(item) for item in items])}")
            else:
                text = self.markdown(trait.text)
                sentences.append(text if _SENTENCE.match(text) else f"{self.markdown(trait.label)}: {text}")
        return " ".join(self.sentence(text) for text in sentences)

    def _personality(self, item: str) -> str:
        code = re.match(r"(?:mi\s+)?código\s+(?:de\s+)?holland\s*(?:es|:)?\s*(.+)", item, re.IGNORECASE)
        if code or _FIRST_PERSON.match(item):
            return f"mi código de Holland es {code[1]}" if code else self.lower(item)
        return f"soy {self.lower(item)}"

    def goal(self, goal: Goal, index: int, total: int, horizon: str = "") -> str:
        """``Quiero …``."""
        del horizon
        phrase = self.infinitive(goal.title)
        if phrase:
            lead = self.turns.next(_GOALS) if index else "Quiero"
            return self.sentence(self.timed(f"{lead} {phrase}", goal.when))
        lead = "Mi primera meta" if index == 0 and total > 1 else "Mi meta" if index == 0 else "Otra meta"
        return self.sentence(self.timed(f"{lead}: {self.lower(self.markdown(goal.title).rstrip('.'))}", goal.when))

    def reason(self, why: str) -> str:
        """A reason that begins with "porque" or "para" is joined."""
        text = self.markdown(why).strip()
        joined = re.match(r"(?:porque|para|ya que)\s", text, re.IGNORECASE) and not re.search(r"[.!?]\s", text)
        return self.sentence(f"Elegí esta meta {text[:1].lower()}{text[1:]}" if joined else text)

    def measure(self, measure: str) -> str:
        """How the student will know."""
        text = self.markdown(measure).strip()
        return self.sentence(text if _SENTENCE.match(text) else f"Sabré que lo logré por esto: {self.lower(text)}")

    def steps(self, steps: Sequence[Step], role: str = "") -> str:
        """What is done, then what comes."""
        del role
        every = flat(steps)
        done = [self.timed(self.lower(self.markdown(s.text).rstrip(".")), s.when) for s in every if s.done]
        coming = [s for s in every if not s.done]
        clauses = [self.timed(self.infinitive(s.text), s.when) for s in coming if self.infinitive(s.text)]
        things = [
            self.timed(self.lower(self.markdown(s.text).rstrip(".")), s.when)
            for s in coming
            if not self.infinitive(s.text)
        ]
        sentences = [f"{self.turns.next(_DONE)} {self.listed(done)}"] if done else []
        for number, start in enumerate(range(0, len(clauses), 3)):
            first = _NOW if done else _TO_COME
            lead = self.turns.next(_THEN if number else first)
            sentences.append(f"{lead} {self.listed(clauses[start : start + 3])}")
        if things:
            sentences.append(
                f"El plan incluye además {self.listed(things)}" if clauses else f"El plan incluye {self.listed(things)}"
            )
        return " ".join(self.sentence(text) for text in sentences)

    def barriers(self, barriers: Sequence[Barrier]) -> str:
        """Each challenge with its strategy."""
        if not barriers:
            return ""
        count = _SMALL[len(barriers)] if len(barriers) < len(_SMALL) else str(len(barriers))
        noun = "obstáculo" if len(barriers) == 1 else "obstáculos"
        return " ".join([f"En el camino veo {count} {noun}.", *(self._barrier(barrier) for barrier in barriers)])

    def _barrier(self, barrier: Barrier) -> str:
        text = self.markdown(barrier.text).strip().rstrip(".")
        if not barrier.strategy:
            return self.sentence(text)
        strategy = self.markdown(barrier.strategy).strip()
        phrase = self.infinitive(strategy)
        if "\n" in strategy or re.search(r"[.!?]\s", strategy) or _FIRST_PERSON.match(strategy):
            return f"{self.sentence(text)} {self.sentence(strategy)}"
        told = f"{text}; mi respuesta: {self.lower(strategy)}"
        return self.sentence(self.turns.next(_ANSWERS).format(text, phrase) if phrase else told)

    def closing(self, steps: Sequence[Step]) -> str:
        """How far the student is, and what comes next."""
        every, step = flat(steps), next_step(steps)
        phrase = self.infinitive(step.text) if step else ""
        if not step or not phrase:
            return ""
        done = sum(bool(s.done) for s in every)
        nearest = self.timed(phrase, step.when)
        if not done:
            return self.sentence(f"Mi primer paso es {nearest}")
        return self.sentence(f"Con {done} de {len(every)} pasos cumplidos, sé lo que sigue: {nearest}")


_GOALS = ("También quiero", "Además, me propongo", "Por otra parte, pienso", "Otra meta mía es")
_DONE = ("Ya cumplí con esto:", "Una parte ya quedó atrás:", "Ya hay un comienzo:")
_NOW = ("Ahora voy a", "A continuación voy a", "De aquí en adelante voy a")
_TO_COME = ("Para lograrlo, voy a", "Para llegar ahí, voy a", "En el camino, voy a")
_THEN = ("Después voy a", "Más adelante voy a", "Luego voy a")
_ANSWERS = (
    "{}; por eso voy a {}",
    "{}. Para enfrentarlo, pienso {}",
    "{}. Mi respuesta es {}",
    "{}, así que me propongo {}",
)
_TRAITS = {
    "values": "Valoro",
    "interests": "Me interesan",
    "skills": "Entre mis habilidades están",
    "assessments": "Lo sé por",
}
