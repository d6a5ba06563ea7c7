"""The Theme: one look for every file type, and for an academic paper how its manual wants it set."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from careerdoc.findings import Finding

Style = Literal["regular", "bold", "italic", "bold_italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold_italic")


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of a theme, as ``#rrggbb``; ``on_x`` is the colour of text that stands on ``x``."""

    ink: str
    muted: str
    paper: str
    wash: str
    rule: str
    primary: str
    on_primary: str
    secondary: str
    on_secondary: str
    accent: str
    on_accent: str


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A family of four faces. The files come from an installed font package, never from a document.

    ``office`` is a family that Word and PowerPoint have, to be named in their files in place of this one, which is
    then not embedded; empty where there is none.
    """

    family: str
    generic: str
    faces: Mapping[Style, Path]
    office: str = ""

    @property
    def has_bold(self) -> bool:
        """Whether its bold face is another than the regular one; letters of one weight are never made bolder."""
        return self.faces["bold"] != self.faces["regular"]

    @property
    def named(self) -> str:
        """What Office files call it."""
        return self.office or self.family


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points for documents of pages; ``leading`` is the line height in font sizes."""

    body: float
    small: float
    title: float
    heading_1: float
    heading_2: float
    heading_3: float
    leading: float


@dataclass(frozen=True, slots=True)
class Page:
    """Width, height and margin in points."""

    width: float
    height: float
    margin: float


@dataclass(frozen=True, slots=True)
class Design:
    """What is drawn around the words of slides, each by one of a few names; the first is the usual one.

    ``cover`` is the ground of the opening slide: a band of the primary colour, all of the slide, or plain paper.
    ``ornament`` stands on slides of one colour. ``frame`` marks off the title of a slide: by an edge and a tinted
    ground, a line, or a block of colour behind it.
    """

    cover: Literal["band", "full", "plain"] = "band"
    ornament: Literal["rings", "dots", "stripes", "none"] = "rings"
    frame: Literal["edge", "line", "block"] = "edge"


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """How a heading of a paper is set: at the side that text begins at unless ``centered``.

    ``run_in`` stands indented at the head of its paragraph and ends with a full stop (APA 7, 2.27, levels 4 and 5).
    """

    centered: bool = False
    bold: bool = False
    italic: bool = False
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """How running text of an academic paper is set, as a style manual says. Lengths in points.

    ``lines`` is the spacing in lines of the font (2 is double), the same everywhere, with no further space between
    paragraphs. ``first_line`` indents a paragraph, ``quotation`` a block quotation, ``hanging`` all lines but the first
    of a reference. The page's number stands at the top right, ``header`` from the edge, behind the author's surname
    where ``surname`` says so. ``headings`` are those of levels 1 to 5, below the title. ``title_page_above`` counts the
    lines left free above the title on a page of its own. ``references_title`` is the heading over the list of
    references, which begins a page. ``note_lines`` is the spacing of footnotes, whose size is the theme's ``small``.
    """

    lines: float
    first_line: float
    quotation: float
    hanging: float
    header: float
    surname: bool
    title: HeadingLook
    references_title: HeadingLook
    headings: tuple[HeadingLook, ...]
    title_page_above: int
    note_lines: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One look for every file type. The optional parts are bytes that a pack's theme folder may hold.

    ``scripts`` are fonts of the theme's choice for scripts (ISO 15924) that its own lack, those that are installed.
    ``manuscript`` sets running text as an academic paper; without it, as a page of the theme's own design.
    """

    name: str
    title: str
    description: str
    colors: Colors
    heading: Font
    body: Font
    sizes: Sizes
    page: Page
    style_css: str = ""
    reference_docx: bytes | None = None
    reference_pptx: bytes | None = None
    scripts: Mapping[str, Font] = field(default_factory=lambda: MappingProxyType({}))
    manuscript: Manuscript | None = None
    reference_name: str = ""
    """What the reference file is called where something is said of it; the theme's own is ``reference.docx``."""
    layouts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Purposes of slides with the layouts of ``reference.pptx`` that serve them, by name or number."""
    design: Design = field(default_factory=Design)
    findings: tuple[Finding, ...] = ()
    """What there is to say about the theme: fonts that others stand in for, colours that are hard to tell apart."""
