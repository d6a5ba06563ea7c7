"""``styles.xml`` from a theme: the built-in style names that Word's panes and other people's templates know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdoc.rendering.bidi import is_rtl_language
from careerdoc.rendering.docx.look import color_xml, fonts_xml, hexa, language_xml, size_xml
from careerdoc.rendering.docx.manuscript import paragraph_styles, spacing_xml, table_style
from careerdoc.rendering.docx.styling import W, style_xml
from careerdoc.rendering.measure import line_height
from careerdoc.rendering.scripts import own_script

if TYPE_CHECKING:
    from careerdoc.rendering.scripts import Script
    from careerdoc.rendering.theme import Theme

LEVELS = 9
"""Levels of lists; Word has no more (ECMA-376 part 1, 17.9.6)."""

_MONOSPACE = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'

QUOTE_INDENT = 480
"""How far a quotation stands in, in twentieths of a point."""


def styles_xml(theme: Theme, language: str) -> str:
    """The styles part: document defaults, then paragraph, character and table styles."""
    return (
        f"<w:styles {W}>"
        + _defaults(theme, language)
        + "".join(_paragraph_styles(theme, language).values())
        + "".join(_character_styles(theme))
        + _table_styles(theme)
        + "</w:styles>"
    )


def _defaults(theme: Theme, language: str) -> str:
    run = f"{fonts_xml(theme.body.named, own_script(language))}{color_xml(theme.colors.ink)}{size_xml(theme.sizes.body)}{language_xml(language)}"
    # Word counts in 240ths of the font's own line height, the theme in sizes of the font.
    line = round(240 * theme.sizes.leading * theme.sizes.body / line_height(theme.body, theme.sizes.body))
    spacing = f'<w:spacing w:before="0" w:after="160" w:line="{line}" w:lineRule="auto"/>'
    if theme.manuscript is not None:
        spacing = spacing_xml(theme.manuscript)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr><w:widowControl/>{spacing}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph_styles(theme: Theme, language: str) -> dict[str, str]:
    """The styles of paragraphs by identifier: the theme's design, and over it what its manuscript asks for."""
    designed = {
        _identifier(style): style for style in _designed(theme, own_script(language), rtl=is_rtl_language(language))
    }
    return designed if theme.manuscript is None else designed | paragraph_styles(theme.manuscript, theme)


def _identifier(style: str) -> str:
    return style.split('w:styleId="', 1)[1].split('"', 1)[0]


def _designed(theme: Theme, script: Script | None, *, rtl: bool) -> list[str]:
    colors, sizes, head = theme.colors, theme.sizes, fonts_xml(theme.heading.named, script)
    side, slant = "right" if rtl else "left", "" if script else "<w:i/><w:iCs/>"
    rule, accent, wash = hexa(colors.rule), hexa(colors.accent), hexa(colors.wash)
    upright = '<w:bidi w:val="0"/>' if rtl else ""
    title = '<w:keepNext/><w:spacing w:before="0" w:after="60" w:line="252" w:lineRule="auto"/>'
    styles = [
        style_xml("Normal", "Normal", "<w:bidi/>" if rtl else "", ""),
        style_xml("BodyText", "Body Text", "", ""),
        style_xml("Title", "Title", title, f"{head}<w:b/><w:bCs/>{color_xml(colors.primary)}{size_xml(sizes.title)}", following="Subtitle"),
        style_xml("Subtitle", "Subtitle", '<w:spacing w:before="0" w:after="20" w:line="264" w:lineRule="auto"/>', f"{color_xml(colors.muted)}{size_xml(sizes.body)}", following="BodyText"),
    ]  # fmt: skip
    heading_sizes = (sizes.heading_1, sizes.heading_2, sizes.heading_3, sizes.body, sizes.body, sizes.body)
    for level, size in enumerate(heading_sizes, 1):
        space = f'<w:keepNext/><w:keepLines/><w:spacing w:before="{400 - 60 * min(level, 3)}" w:after="100" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>'
        look = f"{head}<w:b/><w:bCs/>{'<w:i/><w:iCs/>' if level > 4 else ''}{color_xml(colors.primary if level < 3 else colors.secondary)}{size_xml(size)}"
        styles.append(style_xml(f"Heading{level}", f"heading {level}", space, look, following="BodyText"))
    item = '<w:spacing w:before="0" w:after="60"/>'
    styles += [
        style_xml("ListParagraph", "List Paragraph", f"{item}", ""),
        style_xml("ListBullet", "List Bullet", item, "", based="ListParagraph"),
        style_xml("ListNumber", "List Number", item, "", based="ListParagraph"),
        style_xml("TaskList", "Task List", item, "", based="ListParagraph"),
        style_xml("ListContinue", "List Continue", item, "", based="ListParagraph"),
        style_xml("OutlineTop", "Outline Top", '<w:keepNext/><w:spacing w:before="200" w:after="60"/>', f"{head}<w:b/><w:bCs/>{color_xml(colors.primary)}{size_xml(sizes.heading_2)}", based="ListParagraph"),
        style_xml("Quote", "Quote", f'{bar_xml(side, rule)}<w:ind w:left="{QUOTE_INDENT}" w:right="{QUOTE_INDENT}"/>', f"{slant}{color_xml(colors.muted)}"),
        style_xml("IntenseQuote", "Intense Quote", f'<w:keepLines/><w:pBdr><w:{side} w:val="single" w:sz="24" w:space="12" w:color="{accent}"/></w:pBdr><w:spacing w:before="160" w:after="240"/><w:ind w:left="300" w:right="300"/>', f"{head}{color_xml(colors.primary)}{size_xml(sizes.heading_1)}", following="BodyText"),
        style_xml("TimeFrame", "Time Frame", '<w:keepNext/><w:spacing w:before="0" w:after="80"/>', f"<w:b/><w:bCs/>{color_xml(colors.accent)}", following="BodyText"),
        style_xml("Code", "HTML Preformatted", f'<w:shd w:val="clear" w:color="auto" w:fill="{wash}"/>{upright}<w:spacing w:before="60" w:after="160" w:line="252" w:lineRule="auto"/>', _MONOSPACE + size_xml(sizes.small)),
        style_xml("TableText", "Table Text", '<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>', ""),
        style_xml("TableHeader", "Table Header", "<w:keepNext/>", f"<w:b/><w:bCs/>{color_xml(colors.on_primary)}", based="TableText"),
        style_xml("TableNote", "Table Note", '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>', f"{color_xml(colors.muted)}{size_xml(sizes.small)}", based="TableText"),
        style_xml("Caption", "caption", '<w:keepLines/>', f"{color_xml(colors.muted)}{size_xml(sizes.small)}"),
        style_xml("Footer", "footer", '<w:spacing w:after="0"/><w:jc w:val="center"/>', f"{color_xml(colors.muted)}{size_xml(sizes.small)}"),
        style_xml("Header", "header", '<w:spacing w:after="0"/>', f"{color_xml(colors.muted)}{size_xml(sizes.small)}"),
        style_xml("TOCHeading", "TOC Heading", '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100" w:line="264" w:lineRule="auto"/>', f"{head}<w:b/><w:bCs/>{color_xml(colors.primary)}{size_xml(sizes.heading_1)}", following="BodyText"),
        *(style_xml(f"TOC{level}", f"toc {level}", f'<w:spacing w:before="0" w:after="60"/><w:ind w:left="{240 * (level - 1)}"/>', "") for level in (1, 2, 3)),
        style_xml("CommentText", "annotation text", '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>', size_xml(sizes.small)),
        style_xml("Bibliography", "Bibliography", f'<w:spacing w:before="0" w:after="100"/><w:ind w:left="{QUOTE_INDENT}" w:hanging="{QUOTE_INDENT}"/>', ""),
        style_xml("FootnoteText", "footnote text", '<w:spacing w:after="40" w:line="252" w:lineRule="auto"/>', size_xml(sizes.small)),
    ]  # fmt: skip
    return styles


def bar_xml(side: str, color: str) -> str:
    """The bar beside a quotation, at the left or the right of the page."""
    return f'<w:pBdr><w:{side} w:val="single" w:sz="18" w:space="12" w:color="{color}"/></w:pBdr>'


def _character_styles(theme: Theme) -> list[str]:
    def style(identifier: str, name: str, run: str) -> str:
        return f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'

    return [
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
        style("Strong", "Strong", "<w:b/><w:bCs/>"),
        style("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        style(
            "Hyperlink",
            "Hyperlink",
            color_xml(theme.colors.secondary) + ("" if theme.manuscript else '<w:u w:val="single"/>'),
        ),
        style("CodeText", "HTML Code", _MONOSPACE + size_xml(theme.sizes.body * 0.92)),
        style("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
        style("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ]


def _table_styles(theme: Theme) -> str:
    margins = '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="110" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{margins}</w:tblPr></w:style>"
        + (_designed_table(theme) if theme.manuscript is None else table_style(theme))
        + '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
    )


def _designed_table(theme: Theme) -> str:
    colors = theme.colors
    rule, wash, primary = hexa(colors.rule), hexa(colors.wash), hexa(colors.primary)
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{rule}"'
    borders = f"<w:tblBorders><w:top {edge}/><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders>"
    head = f'<w:rPr><w:b/><w:bCs/>{color_xml(colors.on_primary)}</w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{primary}"/></w:tcPr>'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="CareerdocTable"><w:name w:val="Careerdoc Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/>{borders}</w:tblPr><w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>'
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{wash}"/></w:tcPr></w:tblStylePr></w:style>'
    )
