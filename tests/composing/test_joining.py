"""What each language does to the words of a plan between one sentence and the next."""

from __future__ import annotations

import datetime as dt
import re
import time

import pytest

from careerdoc.composing.joining import joining
from careerdoc.plan import Plain, TimeFrame
from tests.conftest import TODAY, plan_of

LANGUAGES = ("en", "es", "pt", "fr", "de", "zh", "ja", "ko", "ar", "he", "ru", "hi", "tr", "it")
NOWHERE = plan_of("x").span.source.span(0)


def words_of(language: str):
    return joining(language, lambda text: text, TODAY)


def told(language: str, goal: str, when: str = "", *, field: str = "goals") -> str:
    """The sentences of a plan's one goal."""
    entry = f"{{title: {goal!r}, when: {when!r}}}" if when else f"{{title: {goal!r}}}"
    plan = plan_of(f"language: {language}\n{field}: [{entry}]\n", "plan.yaml")
    return words_of(language).goal(plan.goals[0], 0, 1)


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("pt", dt.date(2027, 5, 1), "1º de maio de 2027"),
        ("fr", dt.date(2027, 8, 1), "1er août 2027"),
        ("fr", dt.date(2027, 8, 2), "2 août 2027"),
        ("de", dt.date(2027, 3, 5), "5. März 2027"),
        ("zh", dt.date(2027, 3, 5), "2027年3月5日"),
        ("ja", dt.date(2027, 3, 5), "2027年3月5日"),
        ("ko", dt.date(2027, 3, 5), "2027년 3월 5일"),
        ("ar", dt.date(2027, 3, 5), "5 مارس 2027"),
        ("he", dt.date(2027, 3, 5), "5 במרץ 2027"),
        ("ru", dt.date(2027, 3, 5), "5 марта 2027 г."),
        ("hi", dt.date(2027, 3, 5), "5 मार्च 2027"),
        ("tr", dt.date(2027, 8, 5), "5 Ağustos 2027"),
    ],
)
def test_a_day_is_written_out(language: str, day: dt.date, written: str) -> None:
    assert words_of(language).date(day) == written


@pytest.mark.parametrize(
    ("language", "goal", "when", "sentence"),
    [
        ("pt", "Concluir o curso", "até maio de 2027", "Quero concluir o curso até maio de 2027."),
        ("pt", "Concluir o curso", "2027-05", "Quero concluir o curso em maio de 2027."),
        ("pt", "Concluir o curso", "um dia", "Quero concluir o curso (um dia)."),
        ("pt", "Curso de inglês", "", "Minha meta: Curso de inglês."),
        ("fr", "M'inscrire", "d'ici 2027-05", "Je veux m'inscrire d'ici mai 2027."),
        ("fr", "Obtenir le bac", "été 2027", "Je veux obtenir le bac à l'été 2027."),
        ("fr", "Atelier de théâtre", "", "Mon objectif\u00a0: Atelier de théâtre."),
        ("fr", "Infirmière de bloc", "", "Mon objectif\u00a0: Infirmière de bloc."),
        ("fr", "Secrétaire médicale", "", "Mon objectif\u00a0: Secrétaire médicale."),
        ("fr", "Menuisier", "", "Mon objectif\u00a0: Menuisier."),
        ("fr", "Apprendre à coder", "", "Je veux apprendre à coder."),
        ("fr", "Étudier le droit", "", "Je veux étudier le droit."),
        ("fr", "Être reçue au concours", "", "Je veux être reçue au concours."),
        ("pt", "Professor de História", "", "Minha meta: Professor de História."),
        ("pt", "Compor músicas", "", "Quero compor músicas."),
        ("pt", "Auxiliar de enfermagem", "", "Minha meta: Auxiliar de enfermagem."),
        ("de", "Die Prüfung bestehen", "bis Juni 2027", "Ich will bis Juni 2027 die Prüfung bestehen."),
        ("de", "Englisch lernen", "2027", "Ich will 2027 Englisch lernen."),
        ("de", "Prüfungen", "", "Mein Ziel: Prüfungen."),
        ("zh", "通过考试", "2027-06", "我的目标是2027年6月通过考试。"),
        ("zh", "我要通过考试。", "", "我要通过考试。"),
        ("ja", "試験に合格する", "2027年6月", "目標は、2027年6月に試験に合格することです。"),
        ("ja", "資格を取得", "", "目標は、資格を取得することです。"),
        ("ja", "看護師", "", "目標は、看護師です。"),
        ("ko", "집 만들기", "2027년 6월까지", "목표는 2027년 6월까지 집 만드는 것입니다."),
        ("ko", "시험에 합격하기", "2027년 6월", "목표는 2027년 6월에 시험에 합격하는 것입니다."),
        ("ko", "다음 학기", "", "제 목표는 다음 학기입니다."),
        ("ar", "الحصول على الرخصة", "قبل مايو 2027", "هدفي هو الحصول على الرخصة قبل مايو 2027."),
        ("he", "לסיים תואר", "2027-05", "אני רוצה לסיים תואר במאי 2027."),
        ("ru", "Сдать экзамен", "2027-05", "Я хочу сдать экзамен в мае 2027 года."),
        ("ru", "Сдать экзамен", "к маю 2027 года", "Я хочу сдать экзамен к маю 2027 года."),
        ("ru", "Сдать экзамен", "к 2027-05", "Я хочу сдать экзамен (к мая 2027 года)."),
        ("hi", "परीक्षा पास करना", "मई 2027 तक", "मेरा लक्ष्य है मई 2027 तक परीक्षा पास करना।"),
        ("tr", "İyi bir iş bulmak", "Mayıs 2027'ye kadar", "Mayıs 2027'ye kadar iyi bir iş bulmak istiyorum."),
        ("tr", "Işığı ölçmek", "", "Işığı ölçmek istiyorum."),
    ],
)
def test_a_goal_is_told(language: str, goal: str, when: str, sentence: str) -> None:
    assert told(language, goal, when) == sentence


@pytest.mark.parametrize(
    ("language", "things", "listed"),
    [
        ("fr", ["a", "b", "c"], "a, b et c"),
        ("fr", ["a, b", "c"], "a, b\u00a0; c"),
        ("zh", ["诚实", "稳定", "自由"], "诚实、稳定和自由"),
        ("zh", ["诚实，可靠", "稳定"], "诚实，可靠；稳定"),
        ("ja", ["誠実", "安定"], "誠実、安定"),
        ("ko", ["사과", "배"], "사과와 배"),
        ("ko", ["책", "배"], "책과 배"),
        ("ko", ["Excel", "배"], "Excel, 배"),
        ("ar", ["الصبر", "الأمانة", "Excel"], "الصبر والأمانة وExcel"),
        ("he", ["יושר", "יציבות"], "יושר ויציבות"),
        ("he", ["יושר", "Excel"], "יושר ו-Excel"),
        ("de", ["a"], "a"),
        ("tr", ["a", "b"], "a ve b"),
        ("hi", [], ""),
    ],
)
def test_things_are_listed(language: str, things: list[str], listed: str) -> None:
    assert words_of(language).listed(things) == listed


def test_an_i_has_its_dot_in_turkish_alone() -> None:
    assert words_of("tr").sentence("ilk adım") == "İlk adım."
    assert words_of("tr").small("Işık") == "ışık"
    assert words_of("fr").sentence("ici") == "Ici."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["{x}", "{", "%s", "🙂", ".", "。", "a\n\nb", "- a\n- b", "Ab. cd", "'", "기", "る", "ל "]
)
def test_no_text_is_lost_or_breaks_a_pattern(language: str, text: str) -> None:
    plan = plan_of(f"goals: [{{title: x, why: y, steps: [{{text: {text!r}}}]}}]\n", "plan.yaml")
    made, step = words_of(language), plan.goals[0].steps
    told_all = [made.aim(text), made.reason(text), made.measure(text), made.steps(step), made.listing("L:", text)]
    for sentence in told_all:
        assert all(word in sentence.casefold() for word in re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_takes_no_long_time(language: str) -> None:
    started = time.perf_counter()
    for text in ("je " + "r" * 50_000, "ich " + "en " * 20_000, "a. " * 20_000, "\n" * 20_000 + "a", "了" * 50_000):
        words_of(language).reason(text)
        words_of(language).aim(text)
    assert time.perf_counter() - started < 2


def test_a_language_without_words_of_its_own_uses_commas_and_labels() -> None:
    words = joining("it", lambda text: {"My main goal": "Il mio obiettivo"}.get(text, text), TODAY)
    assert words.aim("diventare cuoca") == "Il mio obiettivo: diventare cuoca."
    assert words.listed(["a", "b"]) == "a, b"
    assert words.timed("a", TimeFrame(text=Plain("2027", NOWHERE))) == "a (2027)"
