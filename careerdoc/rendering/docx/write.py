"""A document's text, lists and notes, put into a copy of the base."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from careerdoc.document.surnames import surname
from careerdoc.document.typography import typeset
from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.coverage import uncounted
from careerdoc.rendering.docx.base import base, font_parts
from careerdoc.rendering.docx.body import Body
from careerdoc.rendering.docx.contents import CONTENTS_FIELD, numbered_xml
from careerdoc.rendering.docx.effective import Settings
from careerdoc.rendering.docx.manuscript import header_xml
from careerdoc.rendering.docx.numbering import Numbering
from careerdoc.rendering.docx.package import Package
from careerdoc.rendering.docx.pagination import pages_of
from careerdoc.rendering.docx.places import Place
from careerdoc.rendering.docx.reference import page_of
from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.ooxml import clean, repack
from careerdoc.rendering.theme import Page, for_paper

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from careerdoc.document.model import Document
    from careerdoc.rendering.theme import Theme

_NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_UNDATED = dt.date(1980, 1, 1)


def render(document: Document, theme: Theme) -> Rendering:
    """A .docx file. A picture that is missing or cannot be shown is replaced by its description, with a finding.

    Raises CareerdocError if the theme has a ``reference.docx`` that cannot be read.
    """
    document, theme = typeset(document), for_paper(theme, "prose")
    word = docx.Document(io.BytesIO(base(theme, document.metadata.language)))
    if theme.manuscript is not None and theme.reference_docx is None:
        _set_running_head(word, surname(document.metadata.author) if theme.manuscript.surname else "")
    section = word.element.body.sectPr
    if theme.reference_docx is not None:
        theme = replace(theme, page=Page(*page_of(section)))
    package = Package(word, document, theme)
    numbering = Numbering(theme, document.shape == "outline", _taken(word, theme))
    body = Body(document, theme, package, numbering)
    text = body.xml(document.blocks)
    text += _notes(document, package, body)
    if body.comments.written:
        package.add_comments(body.comments.written, _NAMESPACES)
    text = f"<w:document {_NAMESPACES}><w:body>{text}{_section_xml(document, theme, word)}</w:body></w:document>"
    if CONTENTS_FIELD in text:
        text = numbered_xml(text, _pages(text, word, theme, numbering))
    word.part._element = parse_xml(text)  # noqa: SLF001 - python-docx has no way to give a part its whole text
    _set_numbering(word, theme, numbering)
    _set_properties(word, document)
    stream = io.BytesIO()
    word.save(stream)
    content = repack(stream.getvalue(), document.metadata.date, font_parts(theme))
    return Rendering(content, (*package.findings, *uncounted(document, theme, "docx")))


def _pages(text: str, word: WordDocument, theme: Theme, numbering: Numbering) -> dict[str, int]:
    """The pages of the bookmarks in a document's text."""
    parts = [rel.target_part for rel in word.part.rels.values() if rel.reltype == RT.FOOTNOTES]
    notes = {note.get(qn("w:id")): note for part in parts for note in parse_xml(part.blob)}
    settings = Settings(word.part._styles_part.element, numbering.indent)  # noqa: SLF001 - see `render`
    return pages_of(parse_xml(text)[0], settings, theme, notes)


# ── footnotes ────────────────────────────────────────────────────────────────────────────────────────────


def _notes(document: Document, package: Package, body: Body) -> str:
    """Put the notes that the text refers to into their part; the paragraphs of all others, to stand at the end."""
    marked, package.in_notes = list(package.numbers), True
    here = (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    notes = [
        f'<w:footnote w:id="{number}">{_note(document, label, body, here.format("<w:footnoteRef/>"))}</w:footnote>'
        for number, label in enumerate(marked, 1)
    ]
    if notes:
        package.add_footnotes(notes, _NAMESPACES)
    for label in document.footnotes:
        package.numbers.setdefault(label, len(package.numbers) + 1)
    rest = list(package.numbers.items())[len(marked) :]
    return "".join(_note(document, label, body, here.format(f"<w:t>{number}</w:t>")) for label, number in rest)


def _note(document: Document, label: str, body: Body, mark: str) -> str:
    """The blocks of a note, its number before the first word."""
    text = body.xml(document.footnotes[label], Place("FootnoteText"))
    text = text or '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr></w:p>'
    before, end, after = text.partition("</w:pPr>")
    return f"{before}{end}{mark}{after}"


# ── page, numbering, properties ──────────────────────────────────────────────────────────────────────────


def _section_xml(document: Document, theme: Theme, word: WordDocument) -> str:
    """The page: the reference document's own, or the theme's."""
    section = word.element.body.sectPr
    if theme.reference_docx is not None and section is not None:
        return str(section.xml)
    kinds = ((RT.HEADER, "header"), (RT.FOOTER, "footer"))
    parts = [(rid, name) for kind, name in kinds for rid, rel in word.part.rels.items() if rel.reltype == kind]
    references = "".join(f'<w:{name}Reference w:type="default" r:id="{rid}"/>' for rid, name in parts)
    above = round(theme.manuscript.header * 20) if theme.manuscript else 720
    width, height, margin = (round(v * 20) for v in (theme.page.width, theme.page.height, theme.page.margin))
    bidi = "<w:bidi/>" if is_rtl_language(document.metadata.language) else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{margin}" w:right="{margin}" '
        f'w:bottom="{margin}" w:left="{margin}" w:header="{above}" w:footer="560" w:gutter="0"/>{bidi}</w:sectPr>'
    )


def _set_running_head(word: WordDocument, words: str) -> None:
    """The header of a paper: what stands before the number of the page, and the number."""
    header = word.sections[0].header
    header._element[:] = [parse_xml(header_xml(words))]  # noqa: SLF001 - see `render`


def _taken(word: WordDocument, theme: Theme) -> tuple[int, int]:
    """The highest identifiers of numberings in a reference document, to which its styles may refer."""
    if theme.reference_docx is None:
        return 0, 0
    root = word.part.numbering_part.element
    kinds = (("w:abstractNum", "w:abstractNumId"), ("w:num", "w:numId"))
    first, second = (max((int(e.get(qn(key), "0")) for e in root.findall(qn(tag))), default=0) for tag, key in kinds)
    return first, second


def _set_numbering(word: WordDocument, theme: Theme, numbering: Numbering) -> None:
    part = word.part.numbering_part
    ours = parse_xml(numbering.xml())
    if theme.reference_docx is None:
        part._element = ours  # noqa: SLF001 - see `render`
        return
    root = part.element
    first = next((index for index, child in enumerate(root) if child.tag == qn("w:num")), len(root))
    for offset, definition in enumerate(ours.findall(qn("w:abstractNum"))):
        root.insert(first + offset, definition)
    last = max(
        (index for index, child in enumerate(root) if child.tag in {qn("w:abstractNum"), qn("w:num")}), default=-1
    )
    for offset, instance in enumerate(ours.findall(qn("w:num")), 1):
        root.insert(last + offset, instance)


def _set_properties(word: WordDocument, document: Document) -> None:
    metadata, core = document.metadata, word.core_properties
    date = metadata.date or _UNDATED
    moment = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 - python-docx wants UTC without saying so
    core.title, core.author, core.subject = (
        clean(text)[:255] for text in (metadata.title, metadata.author, metadata.subject)
    )
    core.language, core.last_modified_by = clean(metadata.language)[:255], clean(metadata.author)[:255]
    core.created, core.modified, core.revision, core.comments, core.keywords = moment, moment, 1, "", ""
