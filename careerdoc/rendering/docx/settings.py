"""The small parts of a package: settings, the theme that Word's own menus show, what made the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from careerdoc.rendering.docx.look import hexa, language_xml
from careerdoc.rendering.docx.styling import W
from careerdoc.rendering.ooxml import clean

if TYPE_CHECKING:
    from careerdoc.rendering.theme import Colors, Theme

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

APP_XML = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>careerdoc</Application></Properties>"
)

FOOTER_XML = (
    f'<w:p {W}><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
"""The page's number, as a field, in the middle of the footer."""

_COMPATIBLE = (
    ("compatibilityMode", "15"),  # else Word opens the file in compatibility mode, where boxes cannot be clicked
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
_MAPPING = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" '
    'w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"'
)


def settings_xml(language: str) -> str:
    """``settings.xml``, in the order of the schema (ECMA-376 part 1, 17.15.1.78).

    Tab stops are narrow, so that a numeral wider than its indent pushes the text no further than it must.
    """
    uri = "http://schemas.microsoft.com/office/word"
    modes = "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in _COMPATIBLE)
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="220"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{modes}</w:compat>'
        f"{language_xml(language).replace('w:lang', 'w:themeFontLang')}<w:clrSchemeMapping {_MAPPING}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def theme_xml(stock: bytes, theme: Theme) -> bytes:
    """A theme part with the theme's fonts and colours in place of the stock ones."""
    name = quoteattr(clean(theme.title))
    heading, body = (quoteattr(clean(font.named)) for font in (theme.heading, theme.body))
    empty = '<a:ea typeface=""/><a:cs typeface=""/>'
    fonts = (
        f"<a:fontScheme name={name}><a:majorFont><a:latin typeface={heading}/>{empty}</a:majorFont>"
        f"<a:minorFont><a:latin typeface={body}/>{empty}</a:minorFont></a:fontScheme>"
    )
    text = stock.decode()
    for element, xml in (("clrScheme", _colors_xml(name, theme.colors)), ("fontScheme", fonts)):
        before, _, after = re.split(rf"(<a:{element}\b.*?</a:{element}>)", text, maxsplit=1, flags=re.DOTALL)
        text = before + xml + after
    return text.replace('name="Office Theme"', f"name={name}", 1).encode()


def _colors_xml(name: str, colors: Colors) -> str:
    slots = {
        "dk1": colors.ink,
        "lt1": colors.paper,
        "dk2": colors.primary,
        "lt2": colors.wash,
        "accent1": colors.primary,
        "accent2": colors.secondary,
        "accent3": colors.accent,
        "accent4": colors.muted,
        "accent5": colors.rule,
        "accent6": colors.ink,
        "hlink": colors.secondary,
        "folHlink": colors.muted,
    }
    entries = "".join(f'<a:{slot}><a:srgbClr val="{hexa(color)}"/></a:{slot}>' for slot, color in slots.items())
    return f"<a:clrScheme name={name}>{entries}</a:clrScheme>"
