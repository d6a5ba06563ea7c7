"""A file whose look is to be taken on, looked at before it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from careerdoc.building.look import DEFAULT_THEME, kind_of_reference, read_reference
from careerdoc.building.targets import find_theme
from careerdoc.findings import refusal
from careerdoc.rendering import doctor_names, load_doctor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdoc.packs import Pack
    from careerdoc.rendering import Diagnosis


def examine_reference(path: Path | str, packs: Sequence[Pack], layouts: Mapping[str, str] | None = None) -> Diagnosis:
    """What a file offers as a look; ``layouts`` names layouts by hand (purpose to name or number).

    Raises CareerdocError (CD038) where it cannot be read or used, or is of a kind that nobody looks at.
    """
    path = Path(path)
    kind = kind_of_reference(path)
    if kind not in doctor_names():
        hint = f"this is for {', '.join(f'.{name}' for name in doctor_names())}"
        raise refusal("CD038", "there is nothing to say about a file of this kind", hint=hint, place=str(path))
    theme = replace(find_theme(DEFAULT_THEME, packs), layouts=dict(layouts or {}))
    return load_doctor(kind)(read_reference(path), str(path), theme)
