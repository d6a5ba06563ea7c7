"""What Word and PowerPoint files have in common: the same bytes for the same content, and text that XML can hold."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

_STAMP = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"
_MOMENTS = re.compile(
    rb"(<(dcterms:created|dcterms:modified|cp:lastPrinted)\b[^>]*>)[^<]*(</(?:dcterms:created|dcterms:modified|cp:lastPrinted)>)"
)
# XML 1.0, 2.2: the characters that a document may hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STORED = (".png", ".jpg", ".jpeg", ".gif")
"""Parts that gain little from compression and would take most of its time."""


def clean(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", text)


LARGEST = 60_000_000
"""Bytes that a package from a pack may unpack to."""


def check_package(content: bytes) -> None:
    """Raises ValueError or BadZipFile for a package that is none, is too large or declares a document type.

    Half a megabyte can unpack to a gigabyte, and a file with a DOCTYPE in it cannot be opened again.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise ValueError(f"it unpacks to more than {LARGEST // 1_000_000} MB")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name):
                raise ValueError(f"{name} declares a document type")


@dataclass(frozen=True, slots=True)
class Packed:
    """A part's bytes, already deflated: a large part that never changes is compressed once, not for each file."""

    size: int
    crc: int
    deflated: bytes


def packed(content: bytes) -> Packed:
    """A part made ready for any number of packages."""
    deflate = zlib.compressobj(4, zlib.DEFLATED, -zlib.MAX_WBITS)  # level 9 takes four times as long for 3 % less
    return Packed(len(content), zlib.crc32(content), deflate.compress(content) + deflate.flush())


def repack(content: bytes, date: dt.date | None, parts: Mapping[str, bytes | Packed] | None = None) -> bytes:
    """The same package with nothing in it that varies: order of parts, dates of the zip, moments in the properties.

    ``parts`` takes the place of parts of the same name, so that large ones need not go through the package twice.
    ``date`` becomes the moment of creation and change, 1980-01-01 if there is none. Workbooks inside (of charts)
    are repacked as well. The content types come first, as some readers expect.
    """
    moment = f"{date.isoformat() if date else '1980-01-01'}T00:00:00Z".encode()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as archive:
        names = sorted(set(source.namelist()), key=lambda name: (name != _CONTENT_TYPES, name))
        for name in names:
            data = (parts or {}).get(name) or source.read(name)
            info = _entry(name)
            if isinstance(data, Packed):
                _write_packed(archive, info, data)
                continue
            if name == "docProps/core.xml":
                data = _MOMENTS.sub(lambda match: match[1] + moment + match[3], data)
            elif name.endswith(".xlsx"):
                data = repack(data, date)
            method = zipfile.ZIP_STORED if name.lower().endswith(_STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compress_type=method, compresslevel=6)
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _STAMP)
    info.create_system = 3  # else Windows writes another number than the rest
    info.external_attr = 0o600 << 16
    return info


def _write_packed(archive: zipfile.ZipFile, info: zipfile.ZipInfo, part: Packed) -> None:
    """An entry whose bytes are deflated already; zipfile has no public way to write one (APPNOTE 4.3.7)."""
    stream = archive.fp
    if stream is None:
        raise ValueError("the archive is closed")
    info.compress_type, info.CRC = zipfile.ZIP_DEFLATED, part.crc
    info.file_size, info.compress_size = part.size, len(part.deflated)
    info.header_offset = stream.tell()
    stream.write(info.FileHeader(zip64=False))
    stream.write(part.deflated)
    archive.start_dir = stream.tell()
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
