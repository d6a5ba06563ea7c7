"""Web pages: one file that stands alone, says every word, and lets nothing in or out."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import hashlib
import io
import re
import struct
import zlib
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from careerdoc.document import Metadata, parse
from careerdoc.rendering import read_theme
from careerdoc.rendering.html import render
from careerdoc.source import Source

FOLDER = Path(__file__).parents[2] / "templates" / "themes" / "harbor"
THEME = read_theme("harbor", {file.name: file.read_bytes() for file in FOLDER.iterdir()}, place="harbor")
SHAPES = ("prose", "outline", "slides", "poster")

PLAN = """\
# From helper to *journeyman*

::: byline
Marcus Bell

Career Planning 110
:::

::: lead
Become a licensed electrician
:::

## Goals {.short}

### Get into a program

::: when
by June 2027
:::

- [x] Finish Algebra 1
- [ ] Take the test[^1]

1. First
   1. Second

> Plant a tree.

| Item | Cost |
|------|-----:|
| Tools | $450 |

```figure timeline
{"entries": [{"label": "Milestone", "text": "by June 2027", "end": "2027-06-30"}]}
```

[^1]: At the college.
"""


def png(width=4, height=3):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x12\x39\x4d" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def document(text, shape="prose", settings=None, resources=None, **metadata):
    return dataclasses.replace(
        parse(Source("plan.md", text)),
        shape=shape,
        metadata=Metadata(**({"title": "From helper to journeyman", "author": "Marcus Bell"} | metadata)),
        settings=MappingProxyType(settings or {}),
        resources=MappingProxyType(resources or {}),
    )


def page(text, shape="prose", **more):
    return lxml_html.document_fromstring(render(document(text, shape, **more), THEME).content)


def words(tree):
    for element in tree.xpath("//style|//script|//head"):
        element.drop_tree()
    return " ".join(tree.text_content().split())


# ── Words and structure ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_is_on_the_page(shape):
    said = words(page(PLAN, shape))
    for phrase in (
        "From helper to journeyman",
        "Career Planning 110",
        "Become a licensed electrician",
        "by June 2027",
        "Finish Algebra 1",
        "Take the test",
        "Second",
        "Plant a tree.",
        "$450",
        "Milestone",
        "At the college.",
    ):
        assert phrase in said


def test_the_elements_say_what_things_are():
    tree = page(PLAN, language="en-GB", subject="A plan", date=dt.date(2026, 11, 23))
    assert (tree.get("lang"), tree.get("dir")) == ("en-GB", "ltr")
    assert tree.findtext(".//title") == "From helper to journeyman"
    assert tree.xpath("//meta[@name='author']/@content") == ["Marcus Bell"]
    assert tree.xpath("//meta[@name='dcterms.created']/@content") == ["2026-11-23"]
    assert len(tree.xpath("//main//h1")) == 1
    assert tree.xpath("//h1/em/text()") == ["journeyman"]
    assert tree.xpath("//th/@scope") == ["col", "col"]
    assert tree.xpath("//td[@class='right']/text()") == ["$450"]
    assert len(tree.xpath("//li[contains(@class, 'done')]")) == 1
    assert tree.xpath("//*[local-name()='svg']/*[local-name()='title']/text()") == ["Milestone: by June 2027"]
    assert tree.xpath("//sup/a/@href") == ["#" + tree.xpath("//section[@class='footnotes']//li/@id")[0]]


def test_an_outline_is_numbered_by_depth():
    text = "1. a\n   1. b\n      1. c\n         1. d\n            1. e\n               1. f\n2. g\n"
    assert page(text, "outline").xpath("//span[@class='mark']/text()") == ["I.", "A.", "1.", "a.", "(1)", "(a)", "II."]


def test_right_to_left_languages_are_set_so():
    assert page("# خطة", language="ar").get("dir") == "rtl"


def test_slides_are_sections_and_keep_their_notes_to_themselves():
    tree = page("# T\n\n## One\n\ntext\n\n::: notes\nsecret\n:::\n\n## Two\n", "slides")
    assert len(tree.xpath("//section[contains(@class, 'slide')]")) == 3
    assert "secret" not in words(tree)


def test_a_poster_of_unknown_size_is_told_and_made():
    made = render(document("# T", "poster", settings={"size": "bedsheet"}), THEME)
    assert [finding.code for finding in made.findings] == ["CD034"]


# ── Standing alone ───────────────────────────────────────────────────────────────────────────────────────

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=y> </style> [a](javascript:alert(1)) [b](file:///etc/passwd) & \" '"
)


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_in_a_document_becomes_markup(shape):
    tree = page(f"# {HOSTILE}\n\n{HOSTILE}\n\n- {HOSTILE}\n", shape, title=HOSTILE, author=HOSTILE, language='"><b>')
    assert "<script>alert(1)</script>" in words(page(HOSTILE, shape))
    assert len(tree.xpath("//script")) == (1 if shape == "slides" else 0)
    assert not tree.xpath(
        "//img|//b|//*[@onerror]|//a[starts-with(@href, 'javascript')]|//a[starts-with(@href, 'file')]"
    )


@pytest.mark.parametrize("shape", SHAPES)
def test_the_policy_allows_this_style_and_this_script_and_nothing_from_outside(shape):
    content = render(document(PLAN, shape), THEME).content.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', content)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'")
    for name, pattern in (("style", r"<style>(.*?)</style>"), ("script", r"<script>(.*?)</script>")):
        for text in re.findall(pattern, content, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}'" in policy
    assert 'style="' not in content
    assert not re.search(r'(src|href)="(?!data:|#)', content)
    assert all(address.startswith("data:") for address in re.findall(r'url\("([^"]*)"\)', content))
    assert len(content) < 500_000


def test_a_theme_cannot_break_out_of_its_style_sheet():
    theme = dataclasses.replace(THEME, style_css="p{}</style><script>alert(1)</script>")
    tree = lxml_html.document_fromstring(render(document("x"), theme).content)
    assert not tree.xpath("//script")


def test_pictures_travel_along_and_missing_ones_are_told():
    text = "![A chart](chart.png) ![Lost](lost.png) ![Broken](broken.png) ![Vector](v.svg)"
    resources = {
        "chart.png": png(),
        "broken.png": b"\x89PNG\r\n\x1a\n??",
        "v.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    made = render(document(text, resources=resources), THEME)
    tree = lxml_html.document_fromstring(made.content)
    (image,) = tree.xpath("//img")
    assert base64.b64decode(image.get("src").split(",")[1]) == png()
    assert image.get("alt") == "A chart"
    assert {finding.span.text for finding in made.findings} == {
        "![Lost](lost.png)",
        "![Broken](broken.png)",
        "![Vector](v.svg)",
    }
    assert all(name in words(tree) for name in ("Lost", "Broken", "Vector"))


def test_links_lead_out_or_within_but_not_beside_the_page():
    tree = page("## Here\n\n[out](https://x.example/?a=1&b=2) [mail](mailto:a@b.c) [within](#here) [beside](cv.pdf)")
    assert tree.xpath("//p/a/@href") == ["https://x.example/?a=1&b=2", "mailto:a@b.c", "#here"]
    assert tree.xpath("//h2/@id") == ["here"]


def test_the_faces_inside_have_the_letters_that_are_used():
    from fontTools.ttLib import TTFont

    content = render(document("Ω and ř"), THEME).content.decode()
    faces = [base64.b64decode(found) for found in re.findall(r"data:font/woff;base64,([^\"]*)", content)]
    assert faces
    assert any({ord("Ω"), ord("ř"), ord("a")} <= set(TTFont(io.BytesIO(face)).getBestCmap()) for face in faces)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_document_gives_the_same_bytes(shape):
    assert render(document(PLAN, shape), THEME).content == render(document(PLAN, shape), THEME).content


# ── Anything at all ──────────────────────────────────────────────────────────────────────────────────────

NASTY = {
    "empty": "",
    "long title": "# " + "word " * 60,
    "one long word": "# " + "x" * 300 + "\n\n" + "y" * 2000,
    "deep lists": "\n".join("   " * n + f"1. level {n}" for n in range(23)),
    "deep quotations": "\n".join(">" * n + f" level {n}\n" + ">" * n for n in range(1, 40)),
    "wide table": "|" + "c|" * 30 + "\n|" + "-|" * 30 + "\n|" + "v|" * 30,
    "rules": "---\n\n" * 20,
    "headings": "\n\n".join("#" * (n % 6 + 1) + f" H{n}" for n in range(30)),
    "containers": "::: notes\nn\n:::\n\n::: when\nw\n:::\n\n::: odd name {.x}\nz\n:::\n\n:::\n",
    "figures": '```figure pie\n[1, "two"]\n```\n\n```figure timeline\n{"entries": [{"label": "undated"}]}\n```',
    "right to left": "# خطة\n\n- [ ] נושא\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |",
    "wide letters": "# 职业\n\n" + "护士" * 200,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NASTY)
def test_odd_documents_become_pages(name, shape):
    assert page(NASTY[name], shape) is not None


@settings(max_examples=60)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("#*->|`[]()!:\n 1.")),
    st.sampled_from(SHAPES),
)
def test_any_text_becomes_a_page(text, shape):
    assert page(text, shape, title=text) is not None


# ── papers ───────────────────────────────────────────────────────────────────────────────────────────────

PAPER = "# T\n\nText.[^1]\n\n##### At home\n\nWe work.\n\n## References {.references}\n\n::: references\nA work.\n:::\n\n[^1]: A note.\n"


def paper(style, text=PAPER):
    folder = FOLDER.parent / style
    theme = read_theme(style, {file.name: file.read_bytes() for file in folder.iterdir()}, place=style)
    return lxml_html.document_fromstring(render(document(text), theme).content)


def test_a_paper_reads_on_the_screen_and_prints_as_its_manual_asks():
    css = paper("mla").xpath("string(//style)")
    assert 'content: "Bell " counter(page)' in css
    assert "@media screen" in css
    assert "line-height: 27.56" in css
    assert "Source" not in css, "no face of another theme"


def test_the_faces_of_a_paper_are_those_that_its_headings_need():
    assert paper("apa").xpath("string(//style)").count("@font-face") == 3
    assert paper("apa", "# T\n\na\n\n#### Three\n").xpath("string(//style)").count("@font-face") == 4


def test_a_heading_that_runs_in_stands_in_its_paragraph_and_ends_with_a_stop():
    (heading,) = paper("apa").xpath("//div[@class='run-in']/h5")
    assert heading.text_content() == "At home."
    assert paper("mla").xpath("//h5/text()") == ["At home"]


def test_notes_stand_before_the_references():
    (main,) = paper("apa").xpath("//main")
    assert [element.get("class") for element in main][-3:] == ["footnotes", "references", "references"]


def test_contents_lead_to_headings_each_by_a_name_of_its_own():
    tree = page("::: toc\n:::\n\n## One\n\n## One\n\n### Two\n")
    targets = [target[1:] for target in tree.xpath("//nav//a/@href")]
    assert targets == tree.xpath("//h2/@id|//h3/@id")
    assert len(set(targets)) == 3
