"""A style of Word as XML."""

from __future__ import annotations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_OWN = frozenset(
    {
        "OutlineTop",
        "TimeFrame",
        "TableText",
        "TableHeader",
        "TableNote",
        "TaskList",
        "TitlePage",
        "HeadingBlock",
        "ReferencesTitle",
    }
)
"""Styles with names of ours; all others are Word's own."""


def style_xml(
    identifier: str, name: str, paragraph: str, run: str, *, based: str = "Normal", following: str = ""
) -> str:
    """A paragraph style: its name, the properties of its paragraphs and of their runs, and the style that follows."""
    default = ' w:default="1"' if identifier == "Normal" else ' w:customStyle="1"' if identifier in _OWN else ""
    basis = f'<w:basedOn w:val="{based}"/>' if identifier != "Normal" else ""
    follows = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>{basis}{follows}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
