"""Files of sources beside a plan: BibTeX, BibLaTeX, CSL-JSON, CSL-YAML and RIS, each source a Tree."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from careerdoc.findings import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from careerdoc.source import Source
    from careerdoc.tree import Mapping

SUFFIXES = (".bib", ".json", ".yaml", ".yml", ".ris")
MOST_FINDINGS = 20
"""Findings about one file; of a file that is broken throughout, no more are of use."""


def read_bibliography(source: Source, wanted: AbstractSet[str]) -> tuple[tuple[Mapping, ...], tuple[Finding, ...]]:
    """The sources in a file that have one of the wanted keys, in the fields of CSL-JSON, and what there is to say.

    Which syntax it is follows from the suffix of the source's name, which is one of `SUFFIXES`.
    """
    suffix = PurePath(source.name).suffix.casefold()
    if suffix == ".bib":
        from careerdoc.reading.bibliography.bibtex import read_bibtex as read  # noqa: PLC0415 - for those who have one
    elif suffix == ".ris":
        from careerdoc.reading.bibliography.ris import read_ris as read  # noqa: PLC0415 - for those who have one
    elif suffix == ".json":
        from careerdoc.reading.bibliography.csl import read_csl_json as read  # noqa: PLC0415 - for those who have one
    else:
        from careerdoc.reading.bibliography.csl import read_csl_yaml as read  # noqa: PLC0415 - for those who have one
    entries, findings = read(source, wanted)
    if len(findings) > MOST_FINDINGS:
        told = f"{len(findings) - MOST_FINDINGS:,} more places here cannot be understood"
        rest = Finding("CD058", Level.WARNING, told, findings[MOST_FINDINGS].span, "export the file again")
        findings = [*findings[:MOST_FINDINGS], rest]
    return tuple(entries), tuple(findings)
