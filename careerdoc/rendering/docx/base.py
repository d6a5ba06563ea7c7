"""The document that all others begin as: the theme's styles, fonts and footer, or a pack's ``reference.docx``."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from careerdoc.rendering.docx.fonts import embedded_fonts, font_table
from careerdoc.rendering.docx.reference import open_reference
from careerdoc.rendering.docx.settings import APP_XML, FOOTER_XML, settings_xml, theme_xml
from careerdoc.rendering.docx.styles import styles_xml
from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.ooxml import Packed, packed
from careerdoc.rendering.scripts import own_script

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from careerdoc.rendering.scripts import Script
    from careerdoc.rendering.theme import Theme

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_POINTERS = ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
"""Elements that name a style by its identifier."""
_STOCK = ("stylesWithEffects", "customXml", "webSettings")
"""Parts of python-docx's own template that say nothing of ours, by the end of their relationship's type."""


@lru_cache(maxsize=16)
def base(theme: Theme, language: str) -> bytes:
    """An empty document in the theme's look, as a file. Raises CareerdocError if ``reference.docx`` is none."""
    word = _referred(theme, language) if theme.reference_docx is not None else _own(theme, language)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def font_parts(theme: Theme) -> dict[str, Packed]:
    """The embedded fonts by name; in the base, a stand-in of one byte keeps python-docx from packing them anew."""
    return _packed_fonts(theme) if theme.reference_docx is None else {}


@cache
def _packed_fonts(theme: Theme) -> dict[str, Packed]:
    return {_font_name(number): packed(face.content) for number, face in enumerate(embedded_fonts(theme), 1)}


def _font_name(number: int) -> str:
    return f"word/fonts/font{number}.odttf"


def _own(theme: Theme, language: str) -> WordDocument:
    word = docx.Document()
    for part, ends in ((word.part, _STOCK), (word.part.package, ("thumbnail",))):
        for rid in [rid for rid, rel in part.rels.items() if rel.reltype.endswith(ends)]:
            del part.rels[rid]
    word.part._styles_part._element = parse_xml(styles_xml(theme, language))  # noqa: SLF001 - python-docx has no way to give a part its whole text
    word.part._settings_part._element = parse_xml(settings_xml(language))  # noqa: SLF001 - see above
    look = word.part.part_related_by(RT.THEME)
    look._blob = theme_xml(look.blob, theme)  # noqa: SLF001 - a part of bytes has no setter
    word.part.package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = APP_XML.encode()  # noqa: SLF001 - see above
    _set_fonts(word, theme, own_script(language))
    if theme.manuscript is None:
        footer = word.sections[0].footer
        footer.is_linked_to_previous = False
        footer._element[:] = [parse_xml(FOOTER_XML)]  # noqa: SLF001 - see above
    else:
        word.sections[0].header.is_linked_to_previous = False  # its words are the document's
    return word


def _set_fonts(word: WordDocument, theme: Theme, script: Script | None) -> None:
    """The font table, with the theme's faces embedded."""
    table = word.part.part_related_by(RT.FONT_TABLE)
    references = {}
    for number, face in enumerate(embedded_fonts(theme), 1):
        part = Part(PackURI(f"/{_font_name(number)}"), _OBFUSCATED, b"-", word.part.package)
        references[face.key] = table.relate_to(part, _FONT)
    table._blob = font_table(theme, references, script).encode()  # noqa: SLF001 - see above


def _referred(theme: Theme, language: str) -> WordDocument:
    """The reference document, whose styles win; those that it lacks are the theme's."""
    word = open_reference(theme.reference_docx or b"", theme.reference_name or f"{theme.name}/reference.docx")
    styles = word.part._styles_part.element  # noqa: SLF001 - see above
    if all(rel.reltype != RT.NUMBERING for rel in word.part.rels.values()):  # python-docx cannot make one
        xml = parse_xml(f"<w:numbering {W}/>")
        part = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, xml, word.part.package)
        word.part.relate_to(part, RT.NUMBERING)
    ours = parse_xml(styles_xml(theme, language)).findall(qn("w:style"))
    _rename_styles(word, {_name(style): style.get(qn("w:styleId")) for style in ours})
    known = {style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    for style in ours:
        if style.get(qn("w:styleId")) not in known:
            style.attrib.pop(qn("w:default"), None)
            styles.append(style)
    return word


def _name(style: BaseOxmlElement) -> str:
    """The name of a style, which is the same in every language of Word."""
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), "")).lower()


def _rename_styles(word: WordDocument, identifiers: dict[str, str]) -> None:
    """Give Word's own styles the identifiers that we use: a Spanish Word calls that of Heading 1 ``Ttulo1``."""
    styles = word.part._styles_part.element  # noqa: SLF001 - see above
    renamed = {
        style.get(qn("w:styleId")): identifiers[name]
        for style in styles.findall(qn("w:style"))
        if (name := _name(style)) in identifiers
    }
    for style in styles.findall(qn("w:style")):
        style.set(qn("w:styleId"), renamed.get(style.get(qn("w:styleId")), style.get(qn("w:styleId"))))
    parts = [rel.target_part for rel in word.part.rels.values() if not rel.is_external]
    for root in [part.element for part in parts if isinstance(part, XmlPart)]:
        for pointer in root.iter(*(qn(f"w:{tag}") for tag in _POINTERS)):
            pointer.set(qn("w:val"), renamed.get(pointer.get(qn("w:val")), pointer.get(qn("w:val"))))
