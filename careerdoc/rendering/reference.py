"""A Word or PowerPoint file whose look is taken on: a stranger may have made it, so it is opened with care."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from careerdoc.findings import refusal
from careerdoc.rendering.ooxml import check_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from careerdoc.findings import CareerdocError

Package = TypeVar("Package")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old Office files begin so, and encrypted ones (MS-CFB 2.2; MS-OFFCRYPTO 2.3.4.4)."""
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Application:
    """A kind of Office file: who writes it, what it is called, its main part and content type.

    ``variants`` are the content types of templates and files with macros, which are opened as plain ones.
    """

    name: str
    noun: str
    suffix: str
    main: str
    content_type: bytes
    variants: re.Pattern[bytes]


WORD = Application(
    "Word",
    "document",
    ".docx",
    "word/document.xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    re.compile(
        rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
        rb"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml"
    ),
)
POWERPOINT = Application(
    "PowerPoint",
    "presentation",
    ".pptx",
    "ppt/presentation.xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    re.compile(
        rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
        rb"|ms-powerpoint\.(?:presentation|template|slideshow|addin)\.macroEnabled)\.main\+xml"
    ),
)


def opened(content: bytes, name: str, application: Application, opening: Callable[[io.BytesIO], Package]) -> Package:
    """The file by way of ``opening``, which may raise whatever it meets; ``name`` is told with what is the matter.

    Raises CareerdocError (CD038) that says what is the matter with it.
    """
    if content.startswith(_COMPOUND):
        raise _compound(content, name, application)
    try:
        check_package(content)
        return opening(io.BytesIO(_as_plain(content, application)))
    except Exception as error:  # python-docx and python-pptx raise whatever they meet in a broken package
        reason = f"the reference {application.noun} {_told(content, error, application)}"
        hint = f"save it again from {application.name} as a {application.suffix} file"
        raise refusal("CD038", reason, hint=hint, place=name) from error


def _compound(content: bytes, name: str, application: Application) -> CareerdocError:
    if "EncryptedPackage".encode("utf-16-le") in content:
        menu = f"File, Info, Protect {application.noun.capitalize()}"
        hint = f"open it in {application.name}, remove the password ({menu}) and save it"
        return refusal("CD038", f"the reference {application.noun} is password-protected", hint=hint, place=name)
    hint = f"open it in {application.name} and save it as a {application.suffix} file"
    reason = f"the reference {application.noun} is a file of {application.name} 97 to 2003"
    return refusal("CD038", reason, hint=hint, place=name)


def _told(content: bytes, error: Exception, application: Application) -> str:
    """What is the matter with a file that could not be opened."""
    if not content:
        return "is an empty file"
    kind = f"{application.name} {application.noun}"
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return f"cannot be read: it is no {kind}, or only a part of one"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if application.main in names and _STRICT in archive.read(application.main)[:4000]:
                told = application.noun.capitalize()
                return f'cannot be read: it was saved as "Strict Open XML {told}", not as "{application.name} {told}"'
        if "[Content_Types].xml" not in names:
            return f"cannot be read: it is an archive of something else than a {kind}"
    except Exception:  # noqa: BLE001 - a broken archive is told by the first error
        return f"cannot be read: {error}"
    lacking = isinstance(error, KeyError)
    return f"is incomplete: {str(error).strip(chr(34))}" if lacking else f"cannot be read: {error}"


def _as_plain(content: bytes, application: Application) -> bytes:
    """A template, or a file with macros, as a plain one; the macros are left behind by ``keep``."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read("[Content_Types].xml")
        if not application.variants.search(types):
            return content
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed:
            for name in dict.fromkeys(archive.namelist()):
                plain = application.variants.sub(application.content_type, types)
                changed.writestr(name, plain if name == "[Content_Types].xml" else archive.read(name))
    return target.getvalue()


def keep(relations: Any, kinds: tuple[str, ...]) -> frozenset[str]:  # noqa: ANN401 - each library has its own mapping
    """Drop the relationships of other kinds (by the end of their type) and those that lead outside.

    Links to the web that a reader may follow stay. Gives the ids of those that are gone, for what refers to them to go
    as well.
    """
    gone = frozenset(
        rid
        for rid, relation in relations.items()
        if not relation.reltype.endswith(kinds) or (relation.is_external and not _is_link(relation))
    )
    for rid in gone:
        relations.pop(rid)
    return gone


def _is_link(relation: Any) -> bool:  # noqa: ANN401 - a relationship of either library
    return relation.reltype == _HYPERLINK and bool(_ADDRESS.match(relation.target_ref))


def refers_to(element: Any, gone: frozenset[str]) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether an element names one of the relationships."""
    return any(str(name).startswith(_RELATIONS) and value in gone for name, value in element.attrib.items())
