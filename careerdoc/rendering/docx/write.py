"""The package: a base with the theme's styles and fonts, and into it one document's text, lists and notes."""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from careerdoc.rendering.contract import Rendering
from careerdoc.rendering.docx.body import Body, Place
from careerdoc.rendering.docx.fonts import embedded_fonts, font_table
from careerdoc.rendering.docx.numbering import Numbering
from careerdoc.rendering.docx.pictures import picture_run
from careerdoc.rendering.docx.styles import W, styles_xml
from careerdoc.rendering.footnotes import footnote_order
from careerdoc.rendering.ooxml import clean, repack

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from careerdoc.document.model import Document, Image
    from careerdoc.findings import Finding
    from careerdoc.rendering.theme import Theme

_NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_UNDATED = dt.date(1980, 1, 1)


def render(document: Document, theme: Theme) -> Rendering:
    """A .docx file. A picture that is missing or cannot be shown is replaced by its description, with a finding."""
    word = docx.Document(io.BytesIO(_base(theme, document.metadata.language)))
    package = _Package(word, document, theme)
    numbering = Numbering()
    body = Body(document, theme, package, numbering)
    section = _section_xml(theme, word)
    text = f"<w:document {_NAMESPACES}><w:body>{body.xml(document.blocks)}{section}</w:body></w:document>"
    word.part._element = parse_xml(text)  # noqa: SLF001 - python-docx has no way to give a part its whole text
    _add_footnotes(word, document, body)
    word.part.numbering_part._element = parse_xml(numbering.xml(theme))  # noqa: SLF001 - see above
    _set_properties(word, document)
    stream = io.BytesIO()
    word.save(stream)
    content = repack(stream.getvalue(), document.metadata.date, _font_parts(theme))
    return Rendering(content, tuple(package.findings))


def _font_name(number: int) -> str:
    return f"word/fonts/font{number}.odttf"


def _font_parts(theme: Theme) -> dict[str, bytes]:
    """The embedded fonts by name; in the base, a stand-in of one byte keeps python-docx from packing them anew."""
    if theme.reference_docx is not None:
        return {}
    return {_font_name(number): face.content for number, face in enumerate(embedded_fonts(theme), 1)}


class _Package:
    """The parts around the text: relationships, footnotes, pictures."""

    def __init__(self, word: WordDocument, document: Document, theme: Theme) -> None:
        self.word = word
        self.document = document
        self.room = (theme.page.width - 2 * theme.page.margin, theme.page.height - 2 * theme.page.margin)
        self.notes = {label: number for number, label in enumerate(footnote_order(document), 1)}
        self.findings: list[Finding] = []
        self.pictures = 0

    def link(self, target: str) -> str:
        return self.word.part.relate_to(clean(target), RT.HYPERLINK, is_external=True)

    def footnote(self, label: str) -> int | None:
        return self.notes.get(label)

    def picture(self, image: Image) -> str:
        self.pictures += 1
        data = self.document.resources.get(image.target)
        return picture_run(self.word.part, image, data, self.room, self.pictures, self.findings)


@lru_cache(maxsize=16)
def _base(theme: Theme, language: str) -> bytes:
    """An empty document with the theme's styles, fonts and footer."""
    word = docx.Document(io.BytesIO(theme.reference_docx)) if theme.reference_docx else docx.Document()
    if theme.reference_docx is None:
        word.part._styles_part._element = parse_xml(styles_xml(theme, clean(language)))  # noqa: SLF001 - see `render`
        _set_fonts(word, theme)
        _set_footer(word)
        _put_first(word, f"<w:embedTrueTypeFonts {W}/>")
    _ = word.part.numbering_part
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _put_first(word: WordDocument, xml: str) -> None:
    """A setting in its place of the schema's order: near the front, behind the view and zoom (17.15.1.78)."""
    settings = word.settings.element
    setting = parse_xml(xml)
    for other in settings.findall(setting.tag):
        settings.remove(other)
    before = (
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
    )
    index = sum(
        1
        for child in settings
        if child.tag.rsplit("}", 1)[-1]
        in {
            *before,
            "displayBackgroundShape",
            "printPostScriptOverText",
            "printFractionalCharacterWidth",
            "printFormsData",
        }
    )
    settings.insert(index, setting)


def _set_fonts(word: WordDocument, theme: Theme) -> None:
    """The font table, with the theme's faces embedded."""
    package = word.part.package
    table = next(rel.target_part for rel in word.part.rels.values() if rel.reltype == RT.FONT_TABLE)
    references = {}
    for number, face in enumerate(embedded_fonts(theme), 1):
        part = Part(PackURI(f"/{_font_name(number)}"), _OBFUSCATED, b"-", package)
        references[face.key] = table.relate_to(part, _FONT)
    table._blob = font_table(theme, references).encode()  # noqa: SLF001 - a part of bytes has no setter


def _set_footer(word: WordDocument) -> None:
    """The page's number, as a field, in the middle of the footer."""
    footer = word.sections[0].footer
    footer.is_linked_to_previous = False
    field = (
        f'<w:p {W}><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    for paragraph in list(footer._element):  # noqa: SLF001 - see `render`
        footer._element.remove(paragraph)  # noqa: SLF001 - see `render`
    footer._element.append(parse_xml(field))  # noqa: SLF001 - see `render`


def _section_xml(theme: Theme, word: WordDocument) -> str:
    """The page: the reference document's own, or the theme's."""
    footer = next((rid for rid, rel in word.part.rels.items() if rel.reltype == RT.FOOTER), "")
    reference = f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    width, height, margin = (round(v * 20) for v in (theme.page.width, theme.page.height, theme.page.margin))
    return (
        f'<w:sectPr>{reference}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{margin}" w:right="{margin}" '
        f'w:bottom="{margin}" w:left="{margin}" w:header="720" w:footer="560" w:gutter="0"/></w:sectPr>'
    )


def _add_footnotes(word: WordDocument, document: Document, body: Body) -> None:
    """The footnotes part, with the two separators that Word asks for (ECMA-376 part 1, 17.11.23)."""
    order = footnote_order(document)
    if not order:
        return
    notes = [
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
    ]
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    for number, label in enumerate(order, 1):
        text = body.xml(document.footnotes[label], Place("FootnoteText")) or "<w:p></w:p>"
        at = text.find("</w:pPr>") + len("</w:pPr>") if "</w:pPr>" in text else len("<w:p>")
        notes.append(f'<w:footnote w:id="{number}">{text[:at]}{mark}{text[at:]}</w:footnote>')
    xml = f"{_HEAD}<w:footnotes {_NAMESPACES}>{''.join(notes)}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), word.part.package)
    for rid, rel in list(word.part.rels.items()):
        if rel.is_external and rid in xml:
            part.rels.add_relationship(rel.reltype, rel.target_ref, rid, is_external=True)
    word.part.relate_to(part, RT.FOOTNOTES)


def _set_properties(word: WordDocument, document: Document) -> None:
    metadata, core = document.metadata, word.core_properties
    date = metadata.date or _UNDATED
    moment = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 - python-docx wants UTC without saying so
    core.title, core.author, core.subject = (
        clean(text)[:255] for text in (metadata.title, metadata.author, metadata.subject)
    )
    core.language, core.last_modified_by = clean(metadata.language), clean(metadata.author)[:255]
    core.created, core.modified, core.revision, core.comments, core.keywords = moment, moment, 1, "", ""
