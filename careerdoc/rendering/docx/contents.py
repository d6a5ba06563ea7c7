"""A table of contents that is filled already: Word asks nothing when it opens the file, and any reader shows it.

The field is Word's own (ECMA-376 part 1, 17.16.5.68), in the content control that its References menu makes, so that
"Update table" works. What it shows until then is written here, with the pages that `pagination.py` reckons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from careerdoc.document.model import Heading, plain, walk
from careerdoc.rendering.docx.runs import Look, text_run
from careerdoc.rendering.docx.ways import bidi_xml, way_of
from careerdoc.rendering.shown import CONTENTS, shown_blocks
from careerdoc.rendering.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from careerdoc.document.model import Block

DEEPEST = 3
"""Levels of headings that are listed."""

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
CONTENTS_FIELD = "<w:docPartGallery "
"""What the text has where there is a table of contents: markup, which no words can hold."""
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_PAGE = (
    '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


class Contents:
    """The headings that a table of contents lists, each with the bookmark that it is found by."""

    def __init__(self, blocks: Iterable[Block], level_of: Callable[[Heading], int]) -> None:
        """``level_of`` gives the level of a heading, 0 for the document's title."""
        inside = shown_blocks(blocks, frozenset({"notes", "comment"}))
        wanted = any(getattr(block, "name", "") == CONTENTS for block in walk(inside))
        headings = [block for block in walk(inside) if isinstance(block, Heading)] if wanted else []
        listed = [
            heading for heading in headings if 1 <= level_of(heading) <= DEEPEST and plain(heading.children).strip()
        ]
        self._entries = [(heading, level_of(heading)) for heading in listed]
        self._names = {id(heading): f"_Toc{number:09d}" for number, heading in enumerate(listed, 1)}

    def marked(self, heading: Heading, paragraph: str) -> str:
        """The paragraph of a heading with a bookmark around its words, if it is listed."""
        name = self._names.get(id(heading))
        if name is None:
            return paragraph
        number = int(name.removeprefix("_Toc"))
        before, end, after = paragraph.partition("</w:pPr>")
        inner, close, _ = after.rpartition("</w:p>")
        return f'{before}{end}<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>{close}'

    def xml(self, title: str, language: str, room: int, *, rtl: bool) -> str:
        """The content control; ``room`` is where numbers of pages end, in twentieths of a point. Empty without headings."""
        if not self._entries:
            return ""
        words = title or words_for(language).contents
        head = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{text_run(words, Look(rtl=rtl, language=language))}</w:p>'
        last = len(self._entries) - 1
        lines = [
            self._line(heading, level, (_BEGIN if at == 0 else "", _END if at == last else ""), (language, room, rtl))
            for at, (heading, level) in enumerate(self._entries)
        ]
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{head}{''.join(lines)}</w:sdtContent></w:sdt>"
        )

    def _line(self, heading: Heading, level: int, field: tuple[str, str], page: tuple[str, int, bool]) -> str:
        language, room, rtl = page
        name, words = self._names[id(heading)], " ".join(plain(heading.children).split())
        way = way_of(words, language, side=rtl)
        stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
        look = Look(rtl=way.words, language=language)
        said = text_run(f"{way.before}{words}{way.behind}", look) + _PAGE.format(name=escape(name))
        return (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/>{stop}{bidi_xml(language, rtl=way.paragraph)}</w:pPr>'
            f'{field[0]}<w:hyperlink w:anchor="{name}" w:history="1">{said}</w:hyperlink>{field[1]}</w:p>'
        )


def numbered_xml(text: str, pages: Mapping[str, int]) -> str:
    """The text with the numbers of pages by bookmark in the places of the fields that refer to them."""
    for name, page in pages.items():
        mark = f"> PAGEREF {name} \\h <"  # with its brackets, which no words can hold
        before, found, after = text.partition(mark)
        if found:
            text = before + found + after.replace("<w:t>1</w:t>", f"<w:t>{page}</w:t>", 1)
    return text
