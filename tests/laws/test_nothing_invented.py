"""Law 2: a document is silent where the plan is."""

from __future__ import annotations

import re

import pytest

from careerdoc import building
from careerdoc.composing import compose
from careerdoc.document.model import (
    BulletList,
    Container,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    plain,
)
from careerdoc.document.model import walk as walked
from careerdoc.packs import pack_from_folder
from tests.conftest import ROOT, plan_of
from tests.samples.opened import text_of

PACKS = (pack_from_folder(ROOT / "templates"),)
TEMPLATES = sorted(PACKS[0].templates)
FILLERS = re.compile(r"\b(?:N/A|None|null|TBD|TODO|undefined|nan|lorem|true|false)\b", re.IGNORECASE)
SPARSE = {
    "one goal": "# Goals\n\n- Learn welding\n",
    "one goal in Spanish": "---\nlanguage: es\n---\n# Metas\n\n- Aprender a soldar\n",
    "one step": "- [ ] Call the school\n",
    "one sentence": "I want to learn welding.\n",
    "a title": "# Welding\n",
    "headings without words": "# Welding\n\n# About me\n\n# Short-term goals\n\n# Challenges\n\n# Sources\n",
    "goals without steps": "# Short-term goals\n\n## Learn welding\n\n## Buy a helmet\n",
}
by_plan = pytest.mark.parametrize("text", SPARSE.values(), ids=SPARSE)
by_template = pytest.mark.parametrize("template", TEMPLATES)


def composed(text: str, template: str):
    return compose(plan_of(text), PACKS[0].templates[template], PACKS[0])


@by_plan
@by_template
def test_no_filler(text: str, template: str) -> None:
    document = composed(text, template)
    for block in walked(document.blocks):
        if isinstance(block, Heading | Paragraph):
            assert not FILLERS.search(plain(block.children))


@pytest.mark.parametrize("text", [t for name, t in SPARSE.items() if "headings" not in name])
@by_template
def test_no_heading_without_text_below_it(text: str, template: str) -> None:
    blocks = [b for b in composed(text, template).blocks if not (isinstance(b, Container) and not b.blocks)]
    title, *others = blocks
    assert isinstance(title, Heading)
    if "one" not in text and template == "slides":
        return  # goals without steps are slides with a title alone
    for heading, following in zip(others, [*others[1:], None], strict=True):
        if isinstance(heading, Heading) and plain(heading.children).casefold() not in text.casefold():
            assert following is not None
            assert not isinstance(following, Heading) or following.level > heading.level


@by_plan
@by_template
def test_nothing_is_empty(text: str, template: str) -> None:
    for block in walked(composed(text, template).blocks):
        match block:
            case Heading(_, children) | Paragraph(children):
                assert plain(children).strip()
            case BulletList(items) | OrderedList(items):
                assert items
            case Quotation(inner):
                assert inner
            case Container(name, inner):
                assert inner or name == "byline"
            case Table(_, _, rows):
                assert rows
            case Figure() | Rule() | _:
                pass


@by_plan
@pytest.mark.parametrize("target", ["essay.docx", "slides.pptx", "poster.pdf", "essay.html", "outline.txt"])
def test_no_filler_in_a_file(text: str, target: str) -> None:
    chosen = building.find_target(target, PACKS)
    (built,) = building.build_each(plan_of(text), (chosen,), PACKS)
    assert not FILLERS.search(text_of(built.rendering.content, chosen.type))
