"""The pictures of a document: files beside the plan or below it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document import inlines_of, walk
from careerdoc.document.model import Image
from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from pathlib import Path

    from careerdoc.document import Document

LARGEST_PICTURE = 20_000_000
"""Bytes of one picture."""


def with_pictures(document: Document, folder: Path | None) -> tuple[Document, tuple[Finding, ...]]:
    """The document with the bytes of its pictures: files beside the plan or below it, and nothing else."""
    images = [node for block in walk(document.blocks) for node in inlines_of(block) if isinstance(node, Image)]
    if not images:
        return document, ()
    resources: dict[str, bytes] = {}
    findings: list[Finding] = []
    for image in images:
        data, reason = _picture(image.target, folder)
        if data is not None:
            resources[image.target] = data
        else:
            hint = "pictures are files in the plan's folder"
            findings.append(Finding("CD031", Level.WARNING, f'"{image.target}" {reason}', image.span, hint))
    return replace(document, resources=MappingProxyType(resources)), tuple(findings)


def _picture(target: str, folder: Path | None) -> tuple[bytes | None, str]:
    if folder is None or "://" in target or target.startswith(("/", "\\", "data:")):
        return None, "is not a picture in the plan's folder"
    try:
        root = folder.resolve()
        path = (root / target).resolve()
        if not path.is_relative_to(root):
            return None, "is outside the plan's folder"
        if not path.is_file():
            return None, "does not exist"
        if path.stat().st_size > LARGEST_PICTURE:
            return None, f"is larger than {LARGEST_PICTURE // 1_000_000} MB"
        return path.read_bytes(), ""
    except (OSError, ValueError):
        return None, "cannot be read"
