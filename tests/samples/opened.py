"""The words in a finished file, as read by a program that is not ours."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def folded(text: str) -> str:
    """Letters and digits only: line ends, hyphenation, bullets, quotes and ligatures make no difference."""
    return "".join(re.findall(r"\w", unicodedata.normalize("NFKC", text).casefold())).replace("_", "")


def text_of(content: bytes, kind: str) -> str:
    """All text that a person reads in a file of some type."""
    return _READERS[kind](content)


def _docx(content: bytes) -> str:
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))


def _pptx(content: bytes) -> str:
    from pptx import Presentation

    return "\n".join(_shape_texts(s for slide in Presentation(io.BytesIO(content)).slides for s in slide.shapes))


def _shape_texts(shapes: Iterable) -> Iterable[str]:
    for shape in shapes:
        if shape.shape_type == 6:  # a group
            yield from _shape_texts(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


def _pdf(content: bytes) -> str:
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return "\n".join(_without_folio(text, number) for number, text in enumerate(pages, 1))


def _without_folio(text: str, number: int) -> str:
    """A page's text without the last line, where that is the page's number: a sentence may go on overleaf."""
    body, _, last = text.rstrip().rpartition("\n")
    return body if last.endswith(str(number)) else text


def _html(content: bytes) -> str:
    return _visible(content.decode("utf-8"))


def _visible(page: str) -> str:
    from lxml import html

    tree = html.document_fromstring(page)
    for hidden in tree.xpath("//style | //script | //head"):
        hidden.drop_tree()
    return tree.text_content()


def _text(content: bytes) -> str:
    return content.decode("utf-8")


def _md(content: bytes) -> str:
    from markdown_it import MarkdownIt

    return _visible(MarkdownIt("commonmark").enable("table").render(content.decode("utf-8")))


_READERS: dict[str, Callable[[bytes], str]] = {
    "docx": _docx,
    "pptx": _pptx,
    "pdf": _pdf,
    "html": _html,
    "txt": _text,
    "md": _md,
}
