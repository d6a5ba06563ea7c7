"""Styles of the Citation Style Language: those of the pack, a student's own, and hostile ones."""

from __future__ import annotations

import pytest

from careerdoc.building import build_each, find_target
from careerdoc.citing.csl import UnusableStyleError, check
from careerdoc.composing import compose
from careerdoc.document import write
from careerdoc.loading import load
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, TODAY, plan_of

PACK = pack_from_folder(ROOT / "templates")
PLAN = """title: x
main_goal: Work [@bell, p. 3]; @lee agree.
goals: [{title: Read, steps: [Go]}]
sources:
  - {key: bell, type: book, author: "Bell, Marcus", year: 2020, title: What is work?, publisher: Wiley}
  - {key: lee, type: article-journal, author: "Lee, Jo; Okafor, Ada", year: 2018, title: Play at work, journal: Nature, volume: 1, pages: 3-9, doi: 10.1/x}
  - "[@flyer] Acme. (2021). *A flyer*."
"""

EXPECTED = {
    "ieee": ("work [1, p. 3]; Lee and Okafor [2] agree.", "[1] M. Bell, *What is work?* Wiley, 2020."),
    "chicago-author-date": (
        "work (Bell 2020, 3); Lee and Okafor (2018) agree.",
        "Bell, M. 2020. *What Is Work?* Wiley.",
    ),
    "harvard-cite-them-right": (
        "work (Bell, 2020, p. 3); Lee and Okafor (2018) agree.",
        "Bell, M. (2020) *What is work?* Wiley.",
    ),
    "american-sociological-association": (
        "work (Bell 2020:3); Lee and Okafor (2018) agree.",
        "Bell, M. 2020. *What Is Work?* Wiley.",
    ),
}


@pytest.mark.parametrize("name", sorted(p.stem for p in (ROOT / "templates" / "styles").glob("*.csl")))
def test_a_style_of_the_pack(name) -> None:
    plan = plan_of(f"csl: {name}\n{PLAN}", "plan.yaml")
    done = write(compose(plan, PACK.templates["essay"], PACK)).replace("\\", "")
    for words in EXPECTED[name]:
        assert words in done
    assert "Acme. (2021). *A flyer*." in done
    assert "?." not in done


def test_a_setting_names_a_style() -> None:
    done = write(compose(plan_of(PLAN, "plan.yaml"), PACK.templates["essay"], PACK, {"csl": "ieee"}))
    assert "1, p. 3" in done


CSL = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">%s</style>'
CITATION = '<citation><layout prefix="[" suffix="]"><text variable="title"/></layout></citation>'
LAUGHS = (
    "".join(f'<macro name="m{n}">{f"""<text macro="m{n + 1}"/>""" * 10}</macro>' for n in range(12))
    + '<macro name="m12"><text value="ha"/></macro>'
)

UNUSABLE = {
    "no XML": "Dear diary",
    "other XML": "<html/>",
    "entities": '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + CSL % CITATION,
    "a pointer to a style": CSL % "<info/>",
    "a circle of macros": CSL
    % ('<macro name="a"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>'),
    "a macro that is not": CSL % '<citation><layout><text macro="x"/></layout></citation>',
    "macros that multiply": CSL % (LAUGHS + '<citation><layout><text macro="m0"/></layout></citation>'),
    "notes": CSL.replace("in-text", "note") % CITATION,
    "deep": CSL % ("<citation><layout>" + "<group>" * 5_000 + "</group>" * 5_000 + "</layout></citation>"),
    "large": CSL % (CITATION + " " * 600_000),
}


@pytest.mark.parametrize("text", list(UNUSABLE.values()), ids=list(UNUSABLE))
def test_a_style_that_cannot_be_used(text, tmp_path) -> None:
    with pytest.raises(UnusableStyleError):
        check(text)
    (tmp_path / "s.csl").write_text(text, "utf-8")
    (tmp_path / "plan.yaml").write_text(f"csl: s.csl\n{PLAN}", "utf-8")
    plan, findings = load(tmp_path / "plan.yaml", TODAY)
    built = next(build_each(plan, [find_target("essay.md", (PACK,))], (PACK,), folder=tmp_path))
    said = [f for f in (*findings, *built.rendering.findings) if f.code == "CD059"]
    assert len(said) == 1
    assert said[0].span is not None
    assert "(Bell, 2020, p. 3)" in built.rendering.content.decode()


def test_a_style_beside_the_plan(tmp_path) -> None:
    (tmp_path / "s.csl").write_text(CSL % CITATION, "utf-8")
    (tmp_path / "plan.yaml").write_text(f"csl: s.csl\n{PLAN}", "utf-8")
    plan, findings = load(tmp_path / "plan.yaml", TODAY)
    assert not findings
    assert "work [What is work?]" in write(compose(plan, PACK.templates["essay"], PACK)).replace("\\", "")


def test_a_style_that_is_not_known_is_told() -> None:
    plan = plan_of(f"csl: chicago-author-dat\n{PLAN}", "plan.yaml")
    built = next(build_each(plan, [find_target("essay.md", (PACK,))], (PACK,)))
    (finding,) = (f for f in built.rendering.findings if f.code == "CD059")
    assert "chicago-author-date" in finding.hint
