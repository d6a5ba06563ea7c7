"""A reference document, which a stranger may have made: opened with care, and nothing kept of it but its look."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from careerdoc.findings import refusal
from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.ooxml import check_package

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part
    from docx.oxml.xmlchemy import BaseOxmlElement

    from careerdoc.findings import CareerdocError

_LOOK = ("/styles", "/settings", "/theme", "/fontTable", "/numbering", "/header", "/footer")
"""What is kept of the relationships of a document, by the end of their type; macros, templates and contents are not."""
_IN_HEADERS = ("/image", "/hyperlink")
_SETTINGS = (
    *("attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "mailMerge", "linkStyles"),
    *("footnotePr", "endnotePr", "docVars", "rsids", "readModeInkLockDown", "updateFields", "saveThroughXslt"),
)
"""Settings that lead outside, keep people from writing, or belong to a text that is not there."""
_RELATION = re.compile(
    r"\{http://schemas\.openxmlformats\.org/officeDocument/2006/relationships\}(?:id|embed|link|pict)$"
)
_KINDS = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml"
)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old Word files begin so, and encrypted ones (MS-CFB 2.2; MS-OFFCRYPTO 2.3.4.4)."""
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_MARGINS = f'<w:pgMar {W} w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
_SAVE_AGAIN = "save it again from Word as a .docx file"


def open_reference(content: bytes, name: str) -> WordDocument:
    """The reference document with nothing left in it but its look; ``name`` is told with what is the matter.

    Raises CareerdocError (CD038) that says what is the matter with it.
    """
    if content.startswith(_COMPOUND):
        raise _compound(content, name)
    try:
        check_package(content)
        word = docx.Document(io.BytesIO(_as_document(content)))
        _ = word.part._styles_part.element, word.settings.element, word.element.body  # noqa: SLF001 - python-docx has no other way to the parts
        _set_section(word)
        _strip(word)
    except Exception as error:  # python-docx raises whatever it meets in a broken package
        raise refusal(
            "CD038", f"the reference document {_told(content, error)}", hint=_SAVE_AGAIN, place=name
        ) from error
    return word


def _compound(content: bytes, name: str) -> CareerdocError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        hint = "open it in Word, remove the password (File, Info, Protect Document) and save it"
        return refusal("CD038", "the reference document is password-protected", hint=hint, place=name)
    hint = "open it in Word and save it as a .docx file"
    return refusal("CD038", "the reference document is a file of Word 97 to 2003", hint=hint, place=name)


def _told(content: bytes, error: Exception) -> str:
    """What is the matter with a document that could not be opened."""
    if not content:
        return "is an empty file"
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return "cannot be read: it is no Word document, or only a part of one"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names and _STRICT in archive.read("word/document.xml")[:4000]:
                return 'cannot be read: it was saved as "Strict Open XML Document", not as "Word Document"'
        if "[Content_Types].xml" not in names:
            return "cannot be read: it is an archive of something else than a Word document"
    except Exception:  # noqa: BLE001 - a broken archive is told by the first error
        return f"cannot be read: {error}"
    lacking = isinstance(error, KeyError)
    return f"is incomplete: {str(error).strip(chr(34))}" if lacking else f"cannot be read: {error}"


def _as_document(content: bytes) -> bytes:
    """A template, or a document with macros, as a plain document; the macros are left behind by `_strip`."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read("[Content_Types].xml")
        if not _KINDS.search(types):
            return content
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed:
            for name in dict.fromkeys(archive.namelist()):
                data = _KINDS.sub(_DOCUMENT, types) if name == "[Content_Types].xml" else archive.read(name)
                changed.writestr(name, data)
    return target.getvalue()


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
    """Drop the relationships of other kinds, and those that lead outside but for links that a reader may follow."""
    gone = [
        rid
        for rid, relation in part.rels.items()
        if not relation.reltype.endswith(kinds) or (relation.is_external and relation.reltype != RT.HYPERLINK)
    ]
    for rid in gone:
        del part.rels[rid]
    root = getattr(part, "element", None)
    if gone and root is not None:
        _unrefer(root, frozenset(gone))


def _unrefer(root: BaseOxmlElement, gone: frozenset[str]) -> None:
    """Take out what refers to a relationship that is gone: the whole run of a picture or an object."""
    for element in list(root.iter()):
        if any(_RELATION.search(str(name)) and value in gone for name, value in element.attrib.items()):
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
