"""Comments: what a container of that name says, at the edge of the page beside the block before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    import datetime as dt

_HERE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
_LONGEST_NAME = 100


@dataclass(slots=True)
class Comments:
    """The comments of one document, in order (ECMA-376 part 1, 17.13.4)."""

    date: dt.date | None = None
    written: list[str] = field(default_factory=list)

    def add(self, paragraphs: str, author: str) -> int:
        """A comment with these paragraphs; gives its identifier."""
        number = len(self.written)
        name = clean(author)[:_LONGEST_NAME]
        initials = "".join(word[0] for word in name.split())[:3]
        day = f' w:date="{self.date.isoformat()}T00:00:00Z"' if self.date else ""
        before, end, after = paragraphs.partition("</w:pPr>")
        self.written.append(
            f'<w:comment w:id="{number}" w:author={quoteattr(name)}{day} w:initials={quoteattr(initials)}>'
            f"{before}{end}{_HERE}{after}</w:comment>"
        )
        return number


def anchored(blocks: str, number: int) -> str:
    """Blocks with a comment on them: from the first paragraph to the last, for a table in its first cell alone.

    A range may not begin in a cell and end outside of it.
    """
    begin, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    mark = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
    first, properties, rest = blocks.partition("</w:pPr>")
    if not properties:
        return f"<w:p>{begin}{end}{mark}</w:p>{blocks}"
    alone = "<w:tbl>" in blocks
    inner, close, after = rest.partition("</w:p>") if alone else rest.rpartition("</w:p>")
    return f"{first}{properties}{begin}{inner}{end}{mark}{close}{after}"


def with_comments(text: str, numbers: list[int]) -> str:
    """The text of blocks with comments on the last of them."""
    for number in numbers:
        text = anchored(text, number)
    return text
