"""Codes below CD100: what is said while files are read, built and chosen, before any rule looks at the plan."""

from __future__ import annotations

from typing import NamedTuple

from careerdoc.findings import Level

_ERROR, _WARNING, _ADVICE = Level.ERROR, Level.WARNING, Level.ADVICE


class Code(NamedTuple):
    """A code that is no rule's: its readable name, its usual level, and what it says in one line."""

    code: str
    name: str
    level: Level
    summary: str


CODES = (
    Code("CD000", "no-such-file", _ERROR, "The file can be opened, and is a file."),
    Code("CD001", "empty-file", _ERROR, "A plan has some text in it."),
    Code("CD002", "not-a-text", _ERROR, "A plan is a text file in UTF-8 or UTF-16, of 4 MB at the most."),
    Code("CD003", "invalid-yaml", _ERROR, "YAML is valid, and one key stands once."),
    Code("CD004", "yaml-alias", _ERROR, "YAML has no aliases."),
    Code("CD005", "too-deep", _ERROR, "Lists, quotations and values are not nested without end."),
    Code("CD010", "unknown-template", _ERROR, "A template, or the kind of a starter, is one that there is."),
    Code("CD011", "unknown-file-type", _ERROR, "There is a renderer for the file type."),
    Code("CD012", "broken-distribution", _ERROR, "Installed packs and renderers can be loaded."),
    Code("CD013", "unknown-theme", _ERROR, "A theme is one that there is."),
    Code("CD014", "not-written", _ERROR, "The file to be written can be written."),
    Code("CD015", "exists-already", _ERROR, "`careerdoc new` overwrites nothing."),
    Code("CD016", "ended-from-outside", _ERROR, "A document is made without its process being ended."),
    Code("CD020", "bad-theme", _ERROR, "A theme says all that a look needs, in the right form."),
    Code("CD021", "missing-font", _ERROR, "The theme's fonts are installed."),
    Code("CD023", "bad-template", _ERROR, "A template is valid, and asks for what there is."),
    Code("CD024", "unknown-setting", _ERROR, "A setting is one that the template has."),
    Code("CD025", "too-much-output", _ERROR, "A template writes a document of a sensible size."),
    Code("CD030", "bad-pack", _ERROR, "A pack has a manifest that can be understood."),
    Code("CD031", "missing-picture", _WARNING, "A picture is a readable file in the plan's folder."),
    Code("CD032", "poster-is-full", _WARNING, "A poster has room for the whole plan."),
    Code("CD033", "plainer-pdf", _ADVICE, "PDF files are made by the better of two engines."),
    Code("CD034", "unknown-poster-size", _WARNING, "The size of a poster is one that is known."),
    Code("CD035", "no-pdf-engine", _ERROR, "There is an engine that makes PDF files."),
    Code("CD036", "refused-resource", _WARNING, "A style sheet names no files or addresses outside the document."),
    Code("CD037", "pdf-gave-up", _ERROR, "The PDF engine can lay the document out."),
    Code(
        "CD038",
        "bad-reference-document",
        _ERROR,
        "A reference file is a Word document or a presentation in order.",
    ),
    Code("CD039", "no-font", _WARNING, "There is a font for every letter of a PDF."),
    Code("CD041", "unknown-key", _WARNING, "A key is one that stands in a plan."),
    Code("CD042", "unknown-kind", _WARNING, "The kind of a plan is one that there is."),
    Code("CD043", "unknown-date", _WARNING, "The plan's date is a day."),
    Code("CD044", "wrong-shape", _WARNING, "A value has the shape that its key asks for."),
    Code("CD045", "wrong-value", _WARNING, "A value is one of those that its key takes."),
    Code("CD050", "unknown-code", _WARNING, "A code that is selected, ignored or given a level is one that there is."),
    Code("CD051", "bad-checks", _WARNING, "What `checks` says can be understood."),
    Code("CD052", "unused-ignore", _ADVICE, "A comment that ignores a code hides something."),
    Code("CD053", "broken-rule", _WARNING, "Installed rules can be loaded and run."),
    Code("CD054", "code-taken", _WARNING, "An installed rule has a code and a name of its own."),
    Code("CD055", "bad-project-file", _ERROR, "`careerdoc.toml`, or pyproject.toml, is valid TOML."),
    Code("CD056", "changed-meanwhile", _ERROR, "A file is not changed by anybody else while it is mended."),
    Code("CD057", "missing-bibliography", _WARNING, "A file of sources is a readable file in the plan's folder."),
    Code("CD058", "broken-bibliography", _WARNING, "A file of sources is in order."),
    Code(
        "CD059",
        "unusable-style",
        _WARNING,
        "A style of citations is one that there is, in the Citation Style Language.",
    ),
    Code("CD060", "slide-goes-on", _ADVICE, "A slide holds what stands under its title."),
    Code("CD061", "wrong-length", _WARNING, "A document has as many words as its setting `words` asks for."),
    Code("CD062", "font-stands-in", _WARNING, "The fonts that a theme names are installed."),
    Code("CD063", "pale-colors", _WARNING, "Colours that a theme puts on one another can be told apart."),
    Code("CD067", "talk-too-long", _WARNING, "What the speaker notes say can be said in the minutes there are."),
)
"""All of them, in order. Each has a page in ``pages/``."""
