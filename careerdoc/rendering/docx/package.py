"""The parts around the text: relationships, footnotes, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from careerdoc.rendering.docx.pictures import picture_run
from careerdoc.rendering.docx.settings import HEAD
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from careerdoc.document.model import Document, Image
    from careerdoc.findings import Finding
    from careerdoc.rendering.theme import Theme

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
"""What Word asks for beside the notes themselves (ECMA-376 part 1, 17.11.23)."""

_RELATION = re.compile(r' r:(?:id|embed)="([^"]+)"')


class Package:
    """What the text of one document refers to, put into the file as the text is written."""

    def __init__(self, word: WordDocument, document: Document, theme: Theme) -> None:
        """``findings`` gathers what there is to say about pictures."""
        self.word = word
        self.document = document
        self.room = (theme.page.width - 2 * theme.page.margin, theme.page.height - 2 * theme.page.margin)
        self.findings: list[Finding] = []
        self.numbers: dict[str, int] = {}
        self.in_notes = False
        self.pictures = 0
        self._links: dict[str, str] = {}

    def link(self, target: str) -> str:
        """The relationship of an address outside."""
        rid = self._links.get(target)
        if rid is None:  # python-docx looks through all relationships for each
            rid = self._links[target] = f"rIdLink{len(self._links) + 1}"
            self.word.part.rels.add_relationship(RT.HYPERLINK, clean(target), rid, is_external=True)
        return rid

    def note_mark(self, label: str) -> str:
        """What stands in the run of a footnote's mark, or nothing where there is no such note.

        Word counts references, and has none inside notes: a second mark, or one in a note, is the number as text.
        """
        if label not in self.document.footnotes:
            return ""
        first = label not in self.numbers
        number = self.numbers.setdefault(label, len(self.numbers) + 1)
        return f'<w:footnoteReference w:id="{number}"/>' if first and not self.in_notes else f"<w:t>{number}</w:t>"

    def picture(self, image: Image, room: float) -> str:
        """A picture as a run, at most ``room`` points wide, or an empty text where it cannot be shown."""
        self.pictures += 1
        data = self.document.resources.get(image.target)
        width, height = self.room
        return picture_run(self.word.part, image, data, (min(width, room), height), self.pictures, self.findings)

    def add_footnotes(self, notes: list[str], namespaces: str) -> None:
        """The part with the notes, given in the order of their numbers, and with what they refer to."""
        xml = f"{HEAD}<w:footnotes {namespaces}>{_SEPARATORS}{''.join(notes)}</w:footnotes>"
        self._add(
            Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), self.word.part.package),
            xml,
            RT.FOOTNOTES,
        )

    def add_comments(self, comments: list[str], namespaces: str) -> None:
        """The part with the comments, and with what they refer to."""
        xml = f"{HEAD}<w:comments {namespaces}>{''.join(comments)}</w:comments>"
        self._add(
            Part(PackURI("/word/comments.xml"), CT.WML_COMMENTS, xml.encode(), self.word.part.package), xml, RT.COMMENTS
        )

    def _add(self, part: Part, xml: str, kind: str) -> None:
        """Put a part of blocks beside the text, with the relationships that its own text names."""
        for rid in dict.fromkeys(_RELATION.findall(xml)):
            relation = self.word.part.rels[rid]
            target = relation.target_ref if relation.is_external else relation.target_part
            part.rels.add_relationship(relation.reltype, target, rid, relation.is_external)
        self.word.part.relate_to(part, kind)
