"""The pictures of a document: files beside the plan or below it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from careerdoc.document import inlines_of, walk
from careerdoc.document.model import Image
from careerdoc.findings import Finding, Level
from careerdoc.loading import file_beside

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
        data, reason = file_beside(image.target, folder, LARGEST_PICTURE)
        if data is not None:
            resources[image.target] = data
        else:
            hint = "pictures are files in the plan's folder"
            findings.append(Finding("CD031", Level.WARNING, f'"{image.target}" {reason}', image.span, hint))
    return replace(document, resources=MappingProxyType(resources)), tuple(findings)
