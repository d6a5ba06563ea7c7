"""The master and the layouts of a deck, as XML: where placeholders stand and what is drawn behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careerdoc.rendering.pptx import decoration
from careerdoc.rendering.pptx.geometry import PLACES, Box
from careerdoc.rendering.pptx.look import EMPTY_GROUP, INSETS, NAMESPACES, NO_LINE, RECTANGLE, TONES, on_tone, solid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdoc.rendering.theme import Colors, Design

_LEVELS = 9

TITLE, SECTION, CONTENT, DRAWING, CLOSING, POSTER = "Title", "Section", "Content", "Drawing", "Closing", "Poster"
_TONE_NAMES = {"": "", "short": ", short-term", "long": ", long-term"}

BODY, LEAD, FOOTER, NUMBER = 1, 14, 11, 12
"""Placeholder indices, the same on every layout."""


def layout_name(kind: str, tone: str) -> str:
    """Name of the layout of a kind in a tone: ``Section, long-term``."""
    return kind + _TONE_NAMES[tone]


@dataclass(slots=True)
class _Shapes:
    """The shapes of a master or layout, with ids that count up; mirrored in ``mirror`` points if it is not 0.

    ``bold`` says whether titles may be: a face of one weight is not.
    """

    mirror: float = 0.0
    bold: bool = True
    parts: list[str] = field(default_factory=list)

    def placeholder(self, name: str, kind: str, box: Box, style: str, prompt: str, body: str = "") -> None:
        number = len(self.parts) + 2
        if self.mirror:
            box, style = box.mirrored(self.mirror), _turned(style)
        self.parts.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{box.xfrm()}"
            f"{RECTANGLE}</p:spPr>"
            f'<p:txBody><a:bodyPr vert="horz" {INSETS} {body}><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle>{style}</a:lstStyle>{prompt}</p:txBody></p:sp>"
        )

    def shape(self, name: str, form: str, box: Box, paint: str) -> None:
        number = len(self.parts) + 2
        box = box.mirrored(self.mirror) if self.mirror else box
        self.parts.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr>{box.xfrm()}<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{paint}</p:spPr>'
            '<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
        )


def _turned(style: str) -> str:
    """The style of a level for text from right to left."""
    sides = {'algn="l"': 'algn="r"', 'algn="r"': 'algn="l"'}
    aligned = re.sub('algn="[lr]"', lambda match: sides[match[0]], style)
    if not style.count("algn="):
        aligned = style.replace('indent="0"', 'indent="0" algn="r"')
    return (
        aligned.replace('rtl="0"', 'rtl="1"') if 'rtl="0"' in style else aligned.replace(' algn="', ' rtl="1" algn="')
    )


def _shapes(*, rtl: bool, bold: bool, width: float = PLACES.slide.width) -> _Shapes:
    return _Shapes(width if rtl else 0.0, bold)


def _prompt(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r></a:p>'


_FIELD = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
    "<a:t>‹#›</a:t></a:fld></a:p>"
)
_OUTLINE = "".join(
    f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="en-US"/><a:t>{name} level</a:t></a:r></a:p>'
    for level, name in enumerate(("First", "Second", "Third", "Fourth", "Fifth"))
)


def _level(size: float, color: str, *, bold: bool = False, font: str = "", more: str = "") -> str:
    """How the first level of a placeholder is set, without a bullet."""
    weight = ' b="1"' if bold else ""
    face = f'<a:latin typeface="{font}"/>' if font else ""
    inner = f'<a:defRPr sz="{round(size * 100)}"{weight}>{solid(color)}{face}</a:defRPr>'
    return f'<a:lvl1pPr marL="0" indent="0"{more}><a:buNone/>{inner}</a:lvl1pPr>'


def master_xml(relations: Sequence[str], *, rtl: bool = False, bold: bool = True) -> bytes:
    """The slide master, with its layouts by the ids of their relationships."""
    shapes = _shapes(rtl=rtl, bold=bold)
    shapes.placeholder("Title", 'type="title"', PLACES.title, "", _prompt("Title"), 'anchor="b"')
    shapes.placeholder("Text", 'type="body" idx="1"', PLACES.body, "", _OUTLINE)
    _footer(shapes, "tx1", master=True)
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483649 + n}" r:id="{relation}"/>' for n, relation in enumerate(relations)
    )
    title = (
        '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="3600" b="{int(bold)}" kern="1200">{solid("tx2")}{_faces("mj")}</a:defRPr></a:lvl1pPr>'
    )
    styles = (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{_body_levels()}</p:bodyStyle>"
        f"<p:otherStyle>{_other_levels()}</p:otherStyle></p:txStyles>"
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{solid('bg1')}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
        f"{EMPTY_GROUP}{''.join(shapes.parts)}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"{_turned(styles) if rtl else styles}</p:sldMaster>"
    ).encode()


def _faces(which: str) -> str:
    return "".join(
        f'<a:{slot} typeface="+{which}-{end}"/>' for slot, end in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )


def _body_levels() -> str:
    sizes = (24, 22, 20, 18, 18, 18, 18, 18, 18)
    return "".join(
        f'<a:lvl{n}pPr marL="{396000 * n}" indent="-396000" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="1000"/></a:spcBef>'
        f'<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
        f'<a:defRPr sz="{size * 100}" kern="1200">{solid("tx1")}{_faces("mn")}</a:defRPr></a:lvl{n}pPr>'
        for n, size in enumerate(sizes, 1)
    )


def _other_levels() -> str:
    return "".join(
        f'<a:lvl{n}pPr marL="{457200 * (n - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1"><a:defRPr sz="1800" kern="1200">{solid("tx1")}{_faces("mn")}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, _LEVELS + 1)
    )


def _footer(shapes: _Shapes, color: str, *, master: bool = False) -> None:
    small = _level(11, color, more=' algn="l"'), _level(11, color, more=' algn="r"')
    indices = (3, 4) if master else (FOOTER, NUMBER)
    shapes.placeholder(
        "Footer", f'type="ftr" sz="quarter" idx="{indices[0]}"', PLACES.footer, small[0],
        '<a:p><a:endParaRPr lang="en-US"/></a:p>', 'anchor="ctr"',
    )  # fmt: skip
    shapes.placeholder(
        "Slide Number",
        f'type="sldNum" sz="quarter" idx="{indices[1]}"',
        PLACES.number,
        small[1],
        _FIELD,
        'anchor="ctr"',
    )


def _layout(name: str, kind: str, shapes: _Shapes, background: str = "") -> bytes:
    fill = f"<p:bg><p:bgPr>{solid(background)}<a:effectLst/></p:bgPr></p:bg>" if background else ""
    return (
        f'<p:sldLayout {NAMESPACES} {kind} preserve="1" userDrawn="1"><p:cSld name="{name}">{fill}<p:spTree>'
        f"{EMPTY_GROUP}{''.join(shapes.parts)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()


def layouts(colors: Colors, design: Design, *, rtl: bool = False, bold: bool = True) -> tuple[bytes, ...]:
    """Every layout of a deck, in the order of the master."""
    made = [_title(colors, design, _shapes(rtl=rtl, bold=bold))]
    made += [_section(colors, design, tone, _shapes(rtl=rtl, bold=bold)) for tone in TONES]
    made += [_content(colors, design, tone, _shapes(rtl=rtl, bold=bold)) for tone in TONES]
    made += [_drawing(colors, design, tone, _shapes(rtl=rtl, bold=bold)) for tone in TONES]
    return (*made, _closing(colors, design, _shapes(rtl=rtl, bold=bold)))


def _title(colors: Colors, design: Design, shapes: _Shapes) -> bytes:
    on = colors.on_primary
    decoration.cover(shapes, design, on)
    title, under = ("tx2", "tx1") if design.cover == "plain" else (on, on if design.cover == "full" else "tx1")
    style = _level(54, title, bold=shapes.bold)
    shapes.placeholder("Title", 'type="ctrTitle"', PLACES.cover_title, style, _prompt("Title"), 'anchor="b"')
    shapes.placeholder(
        "Byline", f'type="subTitle" idx="{BODY}"', PLACES.cover_byline, _level(20, under), _prompt("Author and date")
    )
    shapes.placeholder(
        "Lead", f'type="body" sz="quarter" idx="{LEAD}"', PLACES.cover_lead, _level(24, title), _prompt("Lead")
    )
    return _layout(TITLE, 'type="title"', shapes)


def _section(colors: Colors, design: Design, tone: str, shapes: _Shapes) -> bytes:
    on = on_tone(colors, tone)
    decoration.ornament(shapes, design, on, Box(640, 230, 480, 480))
    shapes.shape("Rule", "rect", Box(96, 278, 72, 5), f"{solid(on, 70)}{NO_LINE}")
    style = _level(48, on, bold=shapes.bold)
    shapes.placeholder("Title", 'type="title"', PLACES.section_title, style, _prompt("Section"), 'anchor="b"')
    shapes.placeholder(
        "Text", f'type="body" idx="{BODY}"', PLACES.section_text, _level(24, on), _prompt("What this part is about")
    )
    _number(shapes, on)
    return _layout(layout_name(SECTION, tone), 'type="secHead"', shapes, TONES[tone])


def _number(shapes: _Shapes, color: str) -> None:
    shapes.placeholder(
        "Slide Number", f'type="sldNum" sz="quarter" idx="{NUMBER}"', PLACES.number,
        _level(11, color, more=' algn="r"'), _FIELD, 'anchor="ctr"',
    )  # fmt: skip


def _frame(colors: Colors, design: Design, shapes: _Shapes, tone: str) -> None:
    decoration.frame(shapes, design, tone)
    style = _level(36, on_tone(colors, tone), bold=shapes.bold) if design.frame == "block" else ""
    shapes.placeholder("Title", 'type="title"', PLACES.title, style, _prompt("Title"), 'anchor="b"')


def _content(colors: Colors, design: Design, tone: str, shapes: _Shapes) -> bytes:
    _frame(colors, design, shapes, tone)
    shapes.placeholder("Text", f'idx="{BODY}"', PLACES.body, "", _OUTLINE)
    shapes.placeholder(
        "Lead", f'type="body" sz="quarter" idx="{LEAD}"', PLACES.body,
        _level(40, TONES[tone] if tone else "accent2", font="+mj-lt"), _prompt("One statement"),
    )  # fmt: skip
    _footer(shapes, "accent4")
    return _layout(layout_name(CONTENT, tone), 'type="obj"', shapes)


def _drawing(colors: Colors, design: Design, tone: str, shapes: _Shapes) -> bytes:
    _frame(colors, design, shapes, tone)
    _footer(shapes, "accent4")
    return _layout(layout_name(DRAWING, tone), 'type="titleOnly"', shapes)


def _closing(colors: Colors, design: Design, shapes: _Shapes) -> bytes:
    on = colors.on_primary
    decoration.ornament(shapes, design, on, Box(-190, 230, 480, 480))
    decoration.ornament(shapes, design, on, Box(700, -200, 420, 420))
    style = _level(54, on, bold=shapes.bold)
    shapes.placeholder("Title", 'type="title"', PLACES.section_title, style, _prompt("Thank you"), 'anchor="b"')
    shapes.shape("Rule", "rect", Box(96, 278, 72, 5), f"{solid('accent3')}{NO_LINE}")
    shapes.placeholder("Text", f'type="body" idx="{BODY}"', PLACES.section_text, _level(28, on), _prompt("Last words"))
    return _layout(CLOSING, 'type="secHead"', shapes, "accent1")


def poster_layout(colors: Colors, width: float, height: float, *, rtl: bool = False, bold: bool = True) -> bytes:
    """The one layout of a poster: a band for its title; the slide says how high it is."""
    margin = 0.03 * width
    room = width - 2 * margin
    shapes = _shapes(rtl=rtl, bold=bold, width=width)
    for name, kind, top, style in (
        ("Title", 'type="title"', 0.02, _level(96, colors.on_primary, bold=bold)),
        ("Byline", f'type="subTitle" idx="{BODY}"', 0.12, _level(28, colors.on_primary)),
        ("Lead", f'type="body" sz="quarter" idx="{LEAD}"', 0.08, _level(48, colors.on_primary)),
    ):
        shapes.placeholder(name, kind, Box(margin, height * top, room, height * 0.05), style, _prompt(name))
    return _layout(POSTER, 'type="title"', shapes, "bg2")
