"""From a plan's text to its Tree. Which reader is used follows from the file's suffix."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from careerdoc.reading.languages import Language, known_languages, language, normalize
from careerdoc.reading.markdown import read_markdown
from careerdoc.reading.text import LARGEST, decode
from careerdoc.reading.yaml import as_markdown, read_yaml, split_box, split_steps

if TYPE_CHECKING:
    from careerdoc.source import Source
    from careerdoc.tree import Mapping

__all__ = [
    "LARGEST",
    "Language",
    "as_markdown",
    "decode",
    "known_languages",
    "language",
    "normalize",
    "read_tree",
    "split_box",
    "split_steps",
]

_YAML_SUFFIXES = frozenset({".yaml", ".yml", ".json"})


def read_tree(source: Source, syntax: str = "") -> tuple[Mapping, Language]:
    """The Tree of a plan, and the language it is read in.

    ``syntax`` is ``md`` or ``yaml``; without it, YAML for ``.yaml``, ``.yml`` and ``.json``, else Markdown.
    Raises CareerdocError, located, on text that cannot be read at all.
    """
    if syntax == "yaml" or (not syntax and PurePath(source.name).suffix.lower() in _YAML_SUFFIXES):
        return read_yaml(source)
    return read_markdown(source)
