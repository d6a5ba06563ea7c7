"""Characters that no font can be counted on for are said, with their place in the plan."""

from __future__ import annotations

import pytest

from careerdoc import building
from careerdoc.packs import installed_packs
from tests.conftest import plan_of

PACKS = installed_packs()


def said(text: str, kind: str, template: str = "essay"):
    plan = plan_of(text)
    target = building.find_target(f"{template}.{kind}", PACKS)
    (built,) = building.build_each(plan, (target,), PACKS)
    return [finding for finding in built.rendering.findings if finding.code == "CD039"]


@pytest.mark.parametrize("kind", ["docx", "pptx", "html", "pdf"])
def test_a_rare_script_is_said_where_it_stands_in_the_plan(kind: str) -> None:
    (finding,) = said("# Goals\n\n- Learn the vowels\n  - [ ] Read Ꮳ and ꭰ\n", kind)
    assert "Cherokee" in finding.message
    assert finding.span is not None
    assert (finding.span.line, finding.span.text) == (4, "Ꮳ")


@pytest.mark.parametrize("kind", ["docx", "pptx", "html", "pdf"])
def test_a_private_character_is_said(kind: str) -> None:
    (finding,) = said("# Goals\n\n- Learn \ue000 welding\n", kind)
    assert "U+E000" in finding.message
    assert finding.span is not None
    assert finding.span.line == 3


@pytest.mark.parametrize("kind", ["docx", "pptx", "html"])
@pytest.mark.parametrize("words", ["Ωμέγα", "Привет", "中文", "かな", "שלום", "नमस्ते", "العربية", "✓ → ² 🎉"])
def test_scripts_that_machines_have_faces_for_are_not_spoken_of(kind: str, words: str) -> None:
    assert said(f"# Goals\n\n- Learn {words}\n", kind) == []
