"""Citations in a whole document: clusters, places, keys that are none, the list and where it goes."""

from __future__ import annotations

import pytest

from careerdoc.citing import Choice, cite
from careerdoc.composing import compose
from careerdoc.document import parse, walk, write
from careerdoc.document.model import Container, Heading
from careerdoc.packs import pack_from_folder
from careerdoc.source import Source
from tests.conftest import ROOT, plan_of

PACK = pack_from_folder(ROOT / "templates")

SOURCES = """title: x
sources:
  - {key: bell, type: book, author: "Bell, Marcus", year: 2020, title: Zebra work, publisher: Wiley}
  - {key: lee, type: book, author: "Lee, Jo; Okafor, Ada", year: 2018, title: Play, publisher: Wiley}
  - {key: bell2, type: book, author: "Bell, Marcus", year: 2019, title: Apples, publisher: Wiley}
  - {key: fawley, type: interview, author: Denise Fawley, date: 2026-10-02}
  - "[@flyer] Acme. (2021). *A flyer*."
"""


def cited(text: str, style: str = "apa", sources: str = SOURCES) -> str:
    return write(cite(parse(Source("t", text)), plan_of(sources, "plan.yaml"), Choice(style))).strip()


@pytest.mark.parametrize(
    ("text", "apa", "mla"),
    [
        ("Yes [@bell].", "Yes (Bell, 2020).", "Yes (Bell, *Zebra Work*)."),
        ("[@lee; @bell]", "(Bell, 2020; Lee & Okafor, 2018)", "(Lee and Okafor; Bell, *Zebra Work*)"),
        ("[@bell; @bell2]", "(Bell, 2019, 2020)", "(Bell, *Zebra Work*; Bell, *Apples*)"),
        ("[@lee, p. 33]", "(Lee & Okafor, 2018, p. 33)", "(Lee and Okafor 33)"),
        ("[@lee, pp. 133-145]", "(Lee & Okafor, 2018, pp. 133–145)", "(Lee and Okafor 133–45)"),
        ("[@lee, 33]", "(Lee & Okafor, 2018, p. 33)", "(Lee and Okafor 33)"),
        ("[@lee, para. 4]", "(Lee & Okafor, 2018, para. 4)", "(Lee and Okafor, par. 4)"),
        ("[@lee, paras. 4–6]", "(Lee & Okafor, 2018, paras. 4–6)", "(Lee and Okafor, pars. 4–6)"),
        ("[@lee, chap. 2]", "(Lee & Okafor, 2018, Chapter 2)", "(Lee and Okafor, ch. 2)"),
        ("[@lee, 1:30:40]", "(Lee & Okafor, 2018, 1:30:40)", "(Lee and Okafor 1:30:40)"),
        ("[see @lee, p. 3, for more]", "(see Lee & Okafor, 2018, p. 3, for more)", "(see Lee and Okafor 3, for more)"),
        (
            "[see @lee; also @bell]",
            "(see Lee & Okafor, 2018; also Bell, 2020)",
            "(see Lee and Okafor; also Bell, *Zebra Work*)",
        ),
        ("Lee said so [-@lee, p. 3].", "Lee said so (2018, p. 3).", "Lee said so (3)."),
        ("@lee say", "Lee and Okafor (2018) say", "Lee and Okafor say"),
        ("@lee [p. 33] say", "Lee and Okafor (2018, p. 33) say", "Lee and Okafor (33) say"),
        ("@fawley said", "D. Fawley (personal communication, October 2, 2026) said", "Fawley said"),
        ("[@flyer]", "(Acme, 2021)", "(Acme)"),
        (
            "as cited in [@lee, as cited in Bell, 2020]",
            "as cited in (Lee & Okafor, 2018, as cited in Bell, 2020)",
            "as cited in (Lee and Okafor, as cited in Bell, 2020)",
        ),
    ],
)
def test_a_citation_in_both_styles(text, apa, mla) -> None:
    assert cited(text) == apa
    assert cited(text, "mla") == mla


@pytest.mark.parametrize(
    "text",
    [
        "[@nobody]",
        "[@bell; @nobody]",
        "@ana helps",
        "a\\@bell",
        "me@bell.org",
        "`[@bell]`",
        "[x](@bell)",
        "see \\@bell",
    ],
)
def test_what_cites_nothing_stays_as_it_is(text) -> None:
    def reads(markdown: str) -> str:
        return markdown.replace("\\", "")

    assert reads(cited(text)) == reads(text)


def test_citations_are_found_wherever_text_stands() -> None:
    text = "# A [@lee]\n\n> q [@lee]\n\n- i [@lee]\n\n| h [@lee] |\n| --- |\n| *c [@lee]* |\n\n::: x\ny[^1] [@lee]\n:::\n\n[^1]: n [@lee]\n"
    done = cited(text)
    assert done.count("(Lee & Okafor, 2018)") == 7
    assert "@lee" not in done


LIST = "## References {.references}\n\n::: references\n:::\n"


def test_the_list_has_the_plan_s_own_sources_in_order() -> None:
    done = cited(f"x\n\n{LIST}")
    entries = [line.split(".")[0] for line in done.splitlines() if "20" in line]
    assert entries == ["Acme", "Bell, M", "Bell, M", "Lee, J"]
    assert "Fawley" not in done


def test_a_library_gives_what_is_cited() -> None:
    plan = plan_of(SOURCES, "plan.yaml")
    from dataclasses import replace

    plan = replace(plan, library=plan.sources, sources=())
    done = write(cite(parse(Source("t", f"[@lee]\n\n{LIST}")), plan, Choice("apa")))
    assert "Lee, J., & Okafor, A." in done
    assert "Bell" not in done


@pytest.mark.parametrize("shape", ["prose", "slides", "poster", "outline"])
def test_an_empty_list_goes_with_its_heading(shape) -> None:
    from dataclasses import replace

    document = replace(parse(Source("t", f"# T\n\nx\n\n{LIST}\n## Next\n")), shape=shape)
    done = cite(document, plan_of("title: x\n", "plan.yaml"), Choice("apa"))
    kinds = [block for block in walk(done.blocks) if isinstance(block, Heading | Container)]
    assert [type(block).__name__ for block in kinds] == ["Heading", "Heading"]


def test_one_work_is_a_work_cited() -> None:
    one = (
        'title: x\nsources:\n  - {key: a, type: book, author: "Bell, Marcus", title: Work, publisher: P, year: 2020}\n'
    )
    text = "## Works Cited {.references}\n\n::: references\n:::\n"
    assert cited(text, "mla", one).startswith("## Work Cited {.references}")
    assert cited(text, "mla").startswith("## Works Cited")


@pytest.mark.parametrize("template", ["essay", "outline", "slides", "poster"])
def test_every_template_cites(template) -> None:
    plan = plan_of(
        SOURCES + "main_goal: Work [@bell]\ngoals:\n- title: Work\n  why: '@lee said so'\n  steps: [Read]\n",
        "plan.yaml",
    )
    done = write(compose(plan, PACK.templates[template], PACK))
    assert "(Bell, 2020)" in done
    assert "Wiley" in done
    assert "@" not in done


def test_an_outline_has_what_a_style_does_not_list() -> None:
    done = write(compose(plan_of(SOURCES, "plan.yaml"), PACK.templates["outline"], PACK))
    assert "Denise Fawley" in done


def test_written_sources_alone_keep_their_order_in_a_plain_list() -> None:
    sources = 'title: x\nsources:\n  - "Zed. (2020). *Work*."\n  - "Acme. (2021). *Play*."\n'
    plan = plan_of(sources, "plan.yaml")
    kept = write(cite(parse(Source("t", LIST)), plan, Choice("apa", plain=True)))
    assert kept.index("Zed") < kept.index("Acme")
    assert cited(LIST, "apa", sources).index("Acme") < cited(LIST, "apa", sources).index("Zed")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "Lee y Okafor (2018) [@nobody]"),
        ("de", "Lee und Okafor (2018) [@nobody]"),
        ("fr", "Lee et Okafor (2018) [@nobody]"),
    ],
)
def test_the_words_are_of_the_plan_s_language(language, expected) -> None:
    done = cited("@lee [@nobody]", "apa", f"language: {language}\n{SOURCES}")
    assert done.replace("\\", "") == expected


@pytest.mark.parametrize("language", ["es", "fr", "de", "pt", "zh", "ja", "ko", "ar", "he", "ru", "hi", "tr", "xx"])
@pytest.mark.parametrize("style", ["apa", "mla"])
def test_every_language_makes_a_list(language, style) -> None:
    extra = '  - {key: w, type: webpage, author: Acme, title: T, accessed: 2026-11-20, url: "https://x.example"}\n'
    done = cited(f"[@bell, pp. 3-4; @w]\n\n{LIST}", style, f"language: {language}\n{SOURCES}{extra}")
    assert "Wiley" in done
    assert "x.example" in done
