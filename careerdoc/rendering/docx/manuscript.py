"""An academic paper in Word: the styles and the header that a theme's manuscript asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from careerdoc.rendering.docx.look import color_xml, size_xml
from careerdoc.rendering.docx.styling import W, style_xml
from careerdoc.rendering.measure import line_height
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from careerdoc.rendering.theme import HeadingLook, Manuscript, Theme

REFERENCES_TITLE, TITLE_PAGE, HEADING_BLOCK = "ReferencesTitle", "TitlePage", "HeadingBlock"

RUN_IN = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
"""A paragraph mark that does not end the line: what follows stands beside it (ECMA-376 part 1, 17.3.2.36)."""


def spacing_xml(manuscript: Manuscript) -> str:
    """The spacing of every paragraph: lines of the font, counted in 240ths, and nothing before or after."""
    return f'<w:spacing w:before="0" w:after="0" w:line="{round(240 * manuscript.lines)}" w:lineRule="auto"/>'


def pitch(manuscript: Manuscript, theme: Theme) -> int:
    """How far lines are apart, in twentieths of a point."""
    return round(20 * manuscript.lines * line_height(theme.body, theme.sizes.body))


def paragraph_styles(manuscript: Manuscript, theme: Theme) -> dict[str, str]:
    """The styles of a paper by identifier; each takes the place of the designed one."""
    space, indent = spacing_xml(manuscript), round(manuscript.first_line * 20)
    quote, hanging = round(manuscript.quotation * 20), round(manuscript.hanging * 20)
    small = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    styles = [
        ("BodyText", "Body Text", f'{space}<w:ind w:firstLine="{indent}"/>', ""),
        ("Title", "Title", _placed(manuscript.title, space, indent), _marks(manuscript.title)),
        ("Subtitle", "Subtitle", f'{space}<w:jc w:val="center"/>', ""),
        (TITLE_PAGE, "Title Page", f'{space}<w:jc w:val="center"/>', ""),
        (HEADING_BLOCK, "Heading Block", space, ""),
        ("ListParagraph", "List Paragraph", space, ""),
        ("ListBullet", "List Bullet", space, ""),
        ("ListNumber", "List Number", space, ""),
        ("TaskList", "Task List", space, ""),
        ("ListContinue", "List Continue", space, ""),
        ("OutlineTop", "Outline Top", f"<w:keepNext/>{space}", "<w:b/><w:bCs/>"),
        ("Quote", "Quote", f'{space}<w:ind w:left="{quote}"/>', ""),
        ("IntenseQuote", "Intense Quote", f'{space}<w:ind w:firstLine="{indent}"/>', ""),
        ("TimeFrame", "Time Frame", f"<w:keepNext/>{space}", ""),
        ("TableHeader", "Table Header", f"<w:keepNext/>{small}", "<w:b/><w:bCs/>"),
        ("Bibliography", "Bibliography", f'{space}<w:ind w:left="{hanging}" w:hanging="{hanging}"/>', ""),
        ("Caption", "caption", f"<w:keepLines/>{space}", ""),
        ("Header", "header", f'{small}<w:jc w:val="right"/>', ""),
        (
            "TOCHeading",
            "TOC Heading",
            f"<w:keepNext/><w:keepLines/>{_placed(manuscript.title, space, indent)}",
            _marks(manuscript.title),
        ),
        *((f"TOC{level}", f"toc {level}", f'{space}<w:ind w:left="{240 * (level - 1)}"/>', "") for level in (1, 2, 3)),
        ("FootnoteText", "footnote text", f'{small}<w:ind w:firstLine="{indent}"/>', size_xml(theme.sizes.small)),
    ]
    made = {name: style_xml(name, title, paragraph, run) for name, title, paragraph, run in styles}
    return made | _heading_styles(manuscript, space, indent)


def _heading_styles(manuscript: Manuscript, space: str, indent: int) -> dict[str, str]:
    made = {}
    for level in range(1, 7):
        look = manuscript.headings[min(level, len(manuscript.headings)) - 1]
        place = f'<w:keepNext/><w:keepLines/>{_placed(look, space, indent)}<w:outlineLvl w:val="{level - 1}"/>'
        made[f"Heading{level}"] = style_xml(
            f"Heading{level}", f"heading {level}", place, _marks(look), following="BodyText"
        )
    look = manuscript.references_title
    place = f'<w:keepNext/><w:pageBreakBefore/>{_placed(look, space, indent)}<w:outlineLvl w:val="0"/>'
    made[REFERENCES_TITLE] = style_xml(
        REFERENCES_TITLE, "References Title", place, _marks(look), following="Bibliography"
    )
    return made


def _placed(look: HeadingLook, space: str, indent: int) -> str:
    if look.centered:
        return f'{space}<w:jc w:val="center"/>'
    return f'{space}<w:ind w:firstLine="{indent}"/>' if look.run_in else space


def _marks(look: HeadingLook) -> str:
    return f"{'<w:b/><w:bCs/>' if look.bold else ''}{'<w:i/><w:iCs/>' if look.italic else ''}"


def table_style(theme: Theme) -> str:
    """A table with lines above it, below its header and below it, and no others (APA 7, 7.10)."""
    edge = f'w:val="single" w:sz="8" w:space="0" w:color="{theme.colors.ink.lstrip("#").upper()}"'
    head = f"<w:rPr><w:b/><w:bCs/>{color_xml(theme.colors.ink)}</w:rPr><w:tcPr><w:tcBorders><w:bottom {edge}/></w:tcBorders></w:tcPr>"
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="CareerdocTable"><w:name w:val="Careerdoc Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders><w:top {edge}/><w:bottom {edge}/></w:tblBorders></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr></w:style>'
    )


def header_xml(words: str) -> str:
    """The header's paragraph: what stands before the page's number, and the number as a field."""
    before = f'<w:r><w:t xml:space="preserve">{escape(clean(words))} </w:t></w:r>' if words else ""
    return (
        f'<w:p {W}><w:pPr><w:pStyle w:val="Header"/></w:pPr>{before}<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
