"""The theme as PowerPoint knows it: a colour scheme, a font scheme and a table style."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from careerdoc.rendering.scripts import Script
    from careerdoc.rendering.theme import Colors, Theme

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every tree of shapes begins with."""

NO_LINE = "<a:ln><a:noFill/></a:ln>"
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
PILL = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst></a:prstGeom>'
INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'

TABLE_STYLE = "{6C1D7E0B-52A4-4E0C-9C1D-7A1B0C0DE001}"
"""Identity of our own table style, in the deck's tableStyles part."""

_SCHEME = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "primary"),
    ("lt2", "wash"),
    ("accent1", "primary"),
    ("accent2", "secondary"),
    ("accent3", "accent"),
    ("accent4", "muted"),
    ("accent5", "rule"),
    ("accent6", "wash"),
    ("hlink", "secondary"),
    ("folHlink", "primary"),
)
_SCRIPTS = (
    ("Arab", "Arial"),
    ("Hebr", "Arial"),
    ("Jpan", "Yu Gothic"),
    ("Hang", "Malgun Gothic"),
    ("Hans", "Microsoft YaHei"),
    ("Hant", "Microsoft JhengHei"),
    ("Thai", "Leelawadee UI"),
)
_FORMATS = (
    '<a:fmtScheme name="Plain">'
    "<a:fillStyleLst>" + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + "</a:fillStyleLst>"
    "<a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
        '<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    + "</a:lnStyleLst>"
    "<a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3 + "</a:effectStyleLst>"
    "<a:bgFillStyleLst>" + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + "</a:bgFillStyleLst>"
    "</a:fmtScheme>"
)


def theme_xml(theme: Theme, script: Script | None = None) -> bytes:
    """The theme part (ECMA-376 part 1, 20.1.6.9), with a face for a script that the theme's fonts lack."""
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{bare(getattr(theme.colors, name))}"/></a:{slot}>' for slot, name in _SCHEME
    )
    fonts = _font("majorFont", theme.heading.named, script) + _font("minorFont", theme.body.named, script)
    name = quoteattr(theme.title or theme.name)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<a:theme {NAMESPACES.split(' xmlns:r', maxsplit=1)[0]} name={name}><a:themeElements>"
        f"<a:clrScheme name={name}>{colors}</a:clrScheme><a:fontScheme name={name}>{fonts}</a:fontScheme>{_FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _font(slot: str, family: str, script: Script | None) -> str:
    scripts = "".join(f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS)
    face = quoteattr(family)
    others = "".join(
        f'<a:{kind} typeface="{script.face if script and script.slot == kind else ""}"/>' for kind in ("ea", "cs")
    )
    return f"<a:{slot}><a:latin typeface={face}/>{others}{scripts}</a:{slot}>"


def table_styles_xml(colors: Colors) -> bytes:
    """The table styles part: a header in the primary colour, hair lines between rows of paper."""

    def line(name: str, color: str, width: int) -> str:
        return f'<a:{name}><a:ln w="{width}" cmpd="sng">{solid(color)}</a:ln></a:{name}>'

    rules = line("top", "accent5", 9525) + line("bottom", "accent5", 9525) + line("insideH", "accent5", 9525)
    on_primary = f'<a:srgbClr val="{bare(colors.on_primary)}"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:tblStyleLst {NAMESPACES.split(" xmlns:r", maxsplit=1)[0]} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Plan">'
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{rules}</a:tcBdr><a:fill>{solid('bg1')}</a:fill></a:tcStyle></a:wholeTbl>"
        '<a:firstCol><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>'
        f'<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/>{on_primary}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr/><a:fill>{solid('accent1')}</a:fill></a:tcStyle></a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    ).encode()


def solid(color: str, alpha: int = 100) -> str:
    """A solid fill: a name of the scheme (``accent1``) or ``#rrggbb``, at a share of opacity in percent."""
    inner = f'<a:alpha val="{alpha}000"/>' if alpha < 100 else ""
    if color.startswith("#"):
        return f'<a:solidFill><a:srgbClr val="{bare(color)}">{inner}</a:srgbClr></a:solidFill>'
    return f'<a:solidFill><a:schemeClr val="{color}">{inner}</a:schemeClr></a:solidFill>'


def bare(color: str) -> str:
    """A colour without its hash, as DrawingML writes it."""
    return color.lstrip("#").upper()


TONES = {"": "accent1", "short": "accent2", "long": "accent3"}
"""The scheme's colour of a tone."""


def on_tone(colors: Colors, tone: str) -> str:
    """The colour of text that stands on the colour of a tone."""
    return {"short": colors.on_secondary, "long": colors.on_accent}.get(tone, colors.on_primary)
