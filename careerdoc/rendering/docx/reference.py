"""A reference document, which a stranger may have made: opened with care, and nothing kept of it but its look."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.reference import WORD, keep, opened, refers_to

if TYPE_CHECKING:
    import io

    from docx.document import Document as WordDocument
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement


_LOOK = ("/styles", "/settings", "/theme", "/fontTable", "/numbering", "/header", "/footer")
"""What is kept of the relationships of a document, by the end of their type; macros, templates and contents are not."""
_IN_HEADERS = ("/image", "/hyperlink")
_SETTINGS = (
    *("attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "mailMerge", "linkStyles"),
    *("footnotePr", "endnotePr", "docVars", "rsids", "readModeInkLockDown", "updateFields", "saveThroughXslt"),
)
"""Settings that lead outside, keep people from writing, or belong to a text that is not there."""
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_MARGINS = f'<w:pgMar {W} w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'


def open_reference(content: bytes, name: str) -> WordDocument:
    """The reference document with nothing left in it but its look; ``name`` is told with what is the matter.

    Raises CareerdocError (CD038) that says what is the matter with it.
    """
    return opened(content, name, WORD, _look_of)


def _look_of(stream: io.BytesIO) -> WordDocument:
    word = docx.Document(stream)
    _ = word.part._styles_part.element, word.settings.element, word.element.body  # noqa: SLF001 - python-docx has no other way to the parts
    _set_section(word)
    _strip(word)
    return word


def _set_section(word: WordDocument) -> None:
    """Give the body one section: the last, with the headers and footers that it takes over from those before it."""
    body = word.element.body
    sections = list(body.iter(qn("w:sectPr")))
    last = copy.deepcopy(sections[-1]) if sections else OxmlElement("w:sectPr")
    known = {_kind(reference) for reference in _references(last)}
    for section in reversed(sections[:-1]):
        for reference in _references(section):
            if _kind(reference) not in known:
                known.add(_kind(reference))
                last.insert(0, copy.deepcopy(reference))
    for name in ("w:sectPrChange", "w:printerSettings", "w:type"):
        for element in last.findall(qn(name)):
            last.remove(element)
    if last.find(qn("w:pgSz")) is None:
        ahead = {*_REFERENCES, qn("w:footnotePr"), qn("w:endnotePr")}
        last.insert(sum(child.tag in ahead for child in last), parse_xml(f'<w:pgSz {W} w:w="12240" w:h="15840"/>'))
    if last.find(qn("w:pgMar")) is None:
        last.find(qn("w:pgSz")).addnext(parse_xml(_MARGINS))
    body[:] = [last]


def _references(section: BaseOxmlElement) -> list[BaseOxmlElement]:
    return [child for child in section if child.tag in _REFERENCES]


def _kind(reference: BaseOxmlElement) -> tuple[str, str]:
    return str(reference.tag), str(reference.get(qn("w:type"), "default"))


def _strip(word: WordDocument) -> None:
    settings = word.settings.element
    for name in _SETTINGS:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    _keep(word.part, _LOOK)
    for relation in list(word.part.rels.values()):
        inner = relation.target_part
        _keep(inner, _IN_HEADERS if relation.reltype in {RT.HEADER, RT.FOOTER} else ("/image", "/font"))
    _keep(word.part.package, ("/officeDocument", "/core-properties", "/extended-properties"))


def _keep(part: Part, kinds: tuple[str, ...]) -> None:
    """Drop the relationships of other kinds, and the whole run of what refers to one of them."""
    gone = keep(part.rels, kinds)
    root = getattr(part, "element", None)
    for element in list(root.iter()) if gone and root is not None else ():
        if refers_to(element, gone):
            run = next((above for above in element.iterancestors() if above.tag == qn("w:r")), element)
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def page_of(section: BaseOxmlElement) -> tuple[float, float, float]:
    """Width, height and mean side margin of a section in points; those of Word where it does not say."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = (_length(size, name, usual) for name, usual in (("w", 12240), ("h", 15840)))
    sides = sum(_length(margins, name, usual) for name, usual in (("left", 1440), ("right", 1440), ("gutter", 0)))
    return width / 20, height / 20, min(sides / 40, width / 60)


def _length(element: BaseOxmlElement | None, name: str, usual: int) -> int:
    value = None if element is None else element.get(qn(f"w:{name}"))
    try:
        return usual if value is None else round(float(value))
    except ValueError:
        return usual
