"""What is asked of a PDF engine, and which one there is."""

from __future__ import annotations

import contextlib
import ctypes.util
import io
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from careerdoc.findings import CareerdocError, Finding, Level, nearest, refusal

if TYPE_CHECKING:
    import datetime as dt
    from types import ModuleType

    from careerdoc.rendering.pdf.resources import Table

ENGINES = ("weasyprint", "plutoprint")

INSTALL_PANGO = (
    "install Pango (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0; Fedora: dnf install pango; "
    "macOS: brew install pango; Windows: MSYS2, pacman -S mingw-w64-x86_64-pango)"
)
INSTALL_PLUTOPRINT = 'pip install "careerdoc[plutoprint]"'


class CrowdedNotesError(Exception):
    """An engine has found that the footnotes of a document do not fit at the feet of its pages."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be set.

    ``shared`` is CSS that depends on the theme alone, and may be kept parsed; ``own`` is this document's.
    """

    html: str
    shared: str
    own: str
    title: str
    author: str
    subject: str
    date: dt.date
    page: tuple[float, float]


class Engine(Protocol):
    """A module that makes PDF. ``FOOT_NOTES`` tells whether it can set footnotes at the foot of their page."""

    FOOT_NOTES: bool

    def write_pdf(self, job: Job, table: Table) -> bytes:
        """The file. Fetches nothing but what is in the table.

        Raises CrowdedNotesError where footnotes do not fit at the feet of pages.
        """
        ...


def engine_for(wanted: str | None) -> tuple[Engine, tuple[Finding, ...]]:
    """The engine of that name, or without a name the first that starts, with what there is to say about it.

    Raises CareerdocError for an unknown name, and where no engine starts; the error names the remedies.
    """
    if wanted is not None and wanted not in ENGINES:
        hint = f"{nearest(wanted, ENGINES)} known engines: {', '.join(ENGINES)}".strip()
        raise refusal("CD035", f'there is no PDF engine "{wanted}"', hint=hint, place=wanted)
    if wanted is not None:
        engine, reason = _loaded(wanted)
        if engine is None:
            remedy = INSTALL_PANGO if wanted == "weasyprint" else INSTALL_PLUTOPRINT
            raise refusal("CD035", f"the PDF engine {wanted} does not start: {reason}", hint=remedy, place=wanted)
        return engine, ()
    engine, reason = _loaded("weasyprint")
    if engine is not None:
        return engine, ()
    other, _ = _loaded("plutoprint")
    if other is not None:
        return other, (_instead(reason),)
    raise CareerdocError(
        Finding(
            "CD035",
            Level.ERROR,
            f"no PDF engine starts here: {reason}",
            hint=f"either {INSTALL_PANGO}, or {INSTALL_PLUTOPRINT}",
            place="pdf",
        )
    )


def _instead(reason: str) -> Finding:
    return Finding(
        "CD033",
        Level.ADVICE,
        f"PDF by PlutoPrint, without tags for screen readers, because WeasyPrint does not start: {reason}",
        hint=INSTALL_PANGO,
        place="pdf",
    )


@cache
def _loaded(name: str) -> tuple[Engine | None, str]:
    """The engine's module, or None and why it cannot be imported."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # WeasyPrint prints where it finds no Pango
            return cast("Engine", _imported(f"careerdoc.rendering.pdf.{name}")), ""
    except (ImportError, OSError) as error:  # a library that is missing or broken: Pango, or the package itself
        return None, str(error).strip().split("\n")[0] or type(error).__name__


def _imported(name: str) -> ModuleType:
    """The module, on Linux without asking ldconfig for each name that a library has on other systems.

    WeasyPrint tries the names of Windows first, and cffi starts ldconfig and gcc for every name that is not a file:
    a third of a cold start. The file names that it tries next are those of Linux.
    """
    if sys.platform != "linux":
        return import_module(name)
    search = ctypes.util.find_library
    ctypes.util.find_library = _found_nowhere
    try:
        return import_module(name)
    except OSError:
        ctypes.util.find_library = search
        return import_module(name)
    finally:
        ctypes.util.find_library = search


def _found_nowhere(name: str) -> str | None:
    del name
    return None
