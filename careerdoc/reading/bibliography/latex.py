"""LaTeX in BibTeX values as the characters it stands for: accents, letters, dashes, quotation marks."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ldots": "…", "dots": "…",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
    "textasciitilde": "~", "textbackslash": "\\", "textasteriskcentered": "*", "textunderscore": "_", "S": "§",
    "P": "¶",
    "pounds": "£", "euro": "€", "TeX": "TeX", "LaTeX": "LaTeX", "slash": "/", "nobreakspace": " ", "textdegree": "°",
    "textbullet": "•", "textless": "<", "textgreater": ">", "guillemotleft": "«", "guillemotright": "»", "ng": "ŋ",
}  # fmt: skip

_ACCENT = re.compile(
    r"\\(?:([`'^~\"=.])\s*|([uvHckrdb])(?:\s+|(?=[{\\])))(?:\{\s*(\\[ij]|[^\W\d_])?\s*\}|(\\[ij](?![A-Za-z]))\s*|([^\W\d_]))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?(?:\s*\{\}|\s+|(?![A-Za-z]))")
_FORMAT = re.compile(r"\\(?:emph|textit|textsl|mkbibemph)\s*\{([^{}]*)\}")
_SPECIAL = re.compile(r"\\([&%$#_{}\- ,/@*!;:])")
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_PLAIN_MARKS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", "\u00a0"))


def to_text(latex: str, *, keep_braces: bool = False) -> str:
    """The text of a LaTeX value; with ``keep_braces``, ``{NASA}`` stays to say that its case is meant.

    Emphasis comes out as ``<i>…</i>``, as in CSL-JSON. What is not known is left as its letters.
    """
    text = latex
    if "\\" in text:
        text = _URL.sub(lambda m: m[1] or m[2] or "", text)
        text = _FORMAT.sub(r"<i>\1</i>", text)
        # An accent's own braces, {\"o}, protect nothing.
        text = re.sub(rf"\{{\s*({_ACCENT.pattern})\s*\}}", lambda m: _accented(_ACCENT.match(m[1])), text)
        text = _ACCENT.sub(_accented, text)
        text = re.sub(r"\{\s*\\([A-Za-z]+)\s*\}", lambda m: _LETTERS.get(m[1], m[0]), text)
        text = _COMMAND.sub(lambda m: _LETTERS.get(m[1], ""), text)
        text = _SPECIAL.sub(lambda m: {"{": "\ue000", "}": "\ue001", "-": "", ",": "\u2009"}.get(m[1], m[1]), text)
    if "$" in text:
        text = re.sub(r"\$\\?([^$]{0,40})\$", lambda m: m[1].replace("{", "").replace("}", ""), text)
    for mark, sign in _PLAIN_MARKS:
        text = text.replace(mark, sign)
    if not keep_braces:
        text = text.replace("{", "").replace("}", "")
    text = re.sub(r"\{\s*\}", "", text)
    return " ".join(text.replace("\ue000", "{").replace("\ue001", "}").split())


def _accented(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    mark, word, inner, dotless, bare = match.groups()
    letter = (inner or dotless or bare or "").lstrip("\\")
    accent = _ACCENTS[mark or word]
    return unicodedata.normalize("NFC", letter + accent) if letter else ""
