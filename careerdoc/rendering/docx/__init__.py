"""Word files: real styles, real numbering, real footnotes, so that the navigation pane and restyling work."""

from careerdoc.rendering.docx.write import render

__all__ = ["render"]
