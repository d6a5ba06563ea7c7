"""Which encoding a text that is not UTF-8 is likely in: each is tried, and what it gives is looked at as text.

In the right encoding words are of one script and of letters that are common in it; in a wrong one capitals stand
within words, symbols between letters, and characters that hardly anybody writes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from careerdoc.source import UNFIT

SAMPLE = 20_000
"""Bytes that are looked at: whole lines with something beyond ASCII in them."""

_NAMES = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250 (Central European)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp932": "Shift_JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "gb18030": "GB18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp949": "EUC-KR (Korean)",
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-16-be": "UTF-16 without a byte order mark",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
_COMMANDS = {
    "mac_roman": "MACINTOSH",
    "koi8_r": "KOI8-R",
    "cp932": "SHIFT_JIS",
    "euc_jp": "EUC-JP",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
}
_BYTES = tuple(codec for codec in _NAMES if not codec.startswith("utf"))
_MARGIN = 0.05
"""How much better than the next one an encoding must be to be certain, for each byte beyond ASCII."""

_LATIN = frozenset("éèáàíóúñüöäßçãõâêîôûëïåøæòùìœ")
_OF_CODEC = {"cp1254": frozenset("ğışİŞĞ"), "cp1250": frozenset("ąćęłńśźżčďěňřšťůžőűý")}
_COMMON = frozenset("оеаинтсрвлיוהלארשתבמ")
_RARE = frozenset("йхжшюцщэфъёץףזטס")
_SIGNS = frozenset("“‘«„¿¡”’»…ºª°–—•·→€")
_USUAL = frozenset("“”’–—…")
_APOSTROPHE = re.compile(r"\b(?:[ldjnmtsc]|qu)’|’(?:s|t|m|d|re|ll|ve)\b", re.IGNORECASE)
_LEVELS = {
    "cp932": ("euc_jp", 0xB0, 0xCF),
    "euc_jp": ("euc_jp", 0xB0, 0xCF),
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "big5": ("big5", 0xA4, 0xC6),
    "cp949": ("euc_kr", 0xB0, 0xC8),
}
"""Encodings of two bytes, each with one whose lead bytes go by how common characters are, and its common ones."""
_EASTERN = frozenset(_LEVELS)
_NOT_LATIN = frozenset({"cp1251", "koi8_r", "cp1255", "cp1256"})
_OTHER_SCRIPTS = frozenset({"cyrillic", "hebrew", "arabic"})
_PRIOR = {"cp1252": 0.1, "cp1250": -0.1, "mac_roman": -0.05, "cp1254": 0.05}
"""What is more or less common by itself, to part what reads the same."""

_WORD = re.compile(r"\w{1,40}|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Likely:
    """An encoding: Python's name for it, people's, and that of ``iconv``; ``certain`` where no other is as likely."""

    codec: str
    name: str
    command: str
    certain: bool


def likely_encoding(content: bytes) -> Likely | None:
    """The encoding that a text is likely in, which is not UTF-8; None where it does not look like text at all."""
    sample = _sample(content)
    wide = _wide(content)
    if wide:
        codec = max(wide, key=lambda each: _score(sample, each))
        return _likely(codec, certain=True) if _is_text(content, codec) else None
    scores = sorted(((_score(sample, codec), codec) for codec in (*_BYTES, *_sixteens(content))), reverse=True)
    best, codec = scores[0]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if controls > len(sample) // 50 and not codec.startswith("utf"):
        return None
    if best <= 0:
        return _likely("cp1252", certain=False)
    text = sample.decode(codec, "ignore")
    second = next((score for score, other in scores if score <= 0 or sample.decode(other, "ignore") != text), 0.0)
    return _likely(codec, certain=best > second + _MARGIN)


def _likely(codec: str, *, certain: bool) -> Likely:
    return Likely(codec, _NAMES[codec], _COMMANDS.get(codec, codec.upper()), certain)


def _wide(content: bytes) -> tuple[str, ...]:
    """UTF-16 or UTF-32, in either order, where zeros tell it: the high bytes of Latin letters, blanks and line ends."""
    zeros = [content[at::4].count(0) * 4 / len(content) for at in range(4)] if len(content) > 3 else [0.0] * 4
    if min(zeros[2:]) > 0.9 > zeros[0] or min(zeros[:2]) > 0.9 > zeros[3]:
        return "utf-32-le", "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) < 0.08 or min(even, odd) > max(even, odd) / 8:
        return ()
    if max(even, odd) > 0.7:
        return ("utf-16-be",) if even > odd else ("utf-16-le",)
    return "utf-16-le", "utf-16-be"


def _is_text(content: bytes, codec: str) -> bool:
    try:
        return not UNFIT.search(content.decode(codec))
    except UnicodeDecodeError:
        return False


def _sixteens(content: bytes) -> tuple[str, ...]:
    return ("utf-16-le", "utf-16-be") if len(content) % 2 == 0 and not content.isascii() else ()


def _sample(content: bytes) -> bytes:
    """Text with something beyond ASCII in it, as much as is enough."""
    if content.count(0) > len(content) // 100:
        return content[: SAMPLE // 4 * 4]
    found, size = [], 0
    for line in content.split(b"\n"):
        if line.isascii():
            continue
        start = next(at for at, byte in enumerate(line) if byte > 127) if len(line) > SAMPLE else 0
        found.append(line[start : start + SAMPLE])
        size += len(found[-1])
        if size > SAMPLE:
            break
    return b"\n".join(found)


# ── how much a text looks like one ──


def _score(sample: bytes, codec: str) -> float:
    """How likely a text is in an encoding, for each of its bytes beyond ASCII; at most about 1."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(sample)  # which forgives a last character cut in two
    except UnicodeDecodeError:
        return -9.0
    wide = codec.startswith("utf")
    total = sum(not char.isascii() for char in text)
    found = 0.4 * text.count("\xa0")
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        if not word[0].isalnum():
            found += _sign(text, match.start())
            continue
        found += sum(_character(word, at, codec, wide=wide) for at in range(len(word)) if ord(word[at]) > 127)
    return found / total + _PRIOR.get(codec, 0.0) if total else 0.0


def _sign(text: str, at: int) -> float:
    """A mark that is no letter: likely where people write it, between words or as an apostrophe."""
    char = text[at]
    if ord(char) >= 0x2E80:
        return 0.5 if 0x3000 <= ord(char) < 0x3040 or 0xFF00 <= ord(char) < 0xFF61 else -1.0
    between = text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
    if char == "’" and between:
        return 1.2 if _APOSTROPHE.search(text[max(0, at - 3) : at + 4]) else -0.3
    return -1.0 if between or char not in _SIGNS else 0.9 if char in _USUAL else 0.5


def _character(word: str, at: int, codec: str, *, wide: bool) -> float:
    char = word[at]
    if ord(char) >= 0x2E80 or 0x1100 <= ord(char) < 0x1200:
        return _eastern(char, codec, wide=wide) - (
            any(other.isascii() and other.isalpha() for other in word) and not wide
        )
    if not char.isalpha():
        return 0.5 if char in _SIGNS else -1.0
    if word == char and (char.isupper() or _script(char) in _OTHER_SCRIPTS) and char not in "ÀÉ":
        return -0.5
    return -1.0 if codec in _EASTERN else _letter(word, at, codec)


def _letter(word: str, at: int, codec: str) -> float:
    """A letter of an alphabet: like its neighbours in script and case, and common."""
    char, before = word[at], word[at - 1] if at else ""
    if any(_script(other) != _script(char) for other in word if other.isalpha()):
        return -1.5
    if char.isupper() and before and before.islower():
        return -1.5
    match _script(char):
        case "cyrillic":
            return (1.0 if char.islower() else 0.5) + _frequency(char.lower())
        case "hebrew":
            if not "א" <= char <= "ת" or (char in "ךםןףץ" and at < len(word) - 1):
                return -1.0
            return 1.0 + _frequency(char)
        case "arabic":
            return 1.0
        case "latin":
            foreign = sum(ord(other) > 127 for other in word)
            if foreign > 2 and 2 * foreign > len(word):
                return -1.0
            if char in _OF_CODEC.get(codec, ()):
                return 0.9
            return 1.0 if char.lower() in _LATIN and codec not in _NOT_LATIN else -0.5
        case _:
            return -1.0


def _frequency(letter: str) -> float:
    return 0.15 if letter in _COMMON else -0.4 if letter in _RARE else 0.0


def _script(char: str) -> str:
    number = ord(char)
    if number < 0x250:
        return "latin"
    if 0x400 <= number < 0x530:
        return "cyrillic"
    if 0x590 <= number < 0x600:
        return "hebrew"
    return "arabic" if 0x600 <= number < 0x700 else "other"


@lru_cache(maxsize=4096)
def _eastern(char: str, codec: str, *, wide: bool) -> float:
    """A character of Chinese, Japanese or Korean; each codec is asked for how common the character is."""
    number = ord(char)
    if 0xFF61 <= number < 0xFFA0 or 0xE000 <= number < 0xF900 or 0x3130 <= number < 0x3190:
        return -1.5  # half-width kana, private use and single jamo come from other encodings
    if 0x3000 <= number < 0x3040 or 0xFF00 <= number < 0xFF61:
        return 0.5
    if 0x3040 <= number < 0x3100:
        return 1.0 if codec in {"cp932", "euc_jp"} or wide else 0.0
    if wide:
        return 0.8 if any(_is_common(char, each) for each in _LEVELS) else -1.5
    if codec not in _EASTERN:
        return -1.0
    hangul = 0xAC00 <= number < 0xD7A4
    return (1.0 if hangul else 0.9) if hangul == (codec == "cp949") and _is_common(char, codec) else -0.9


def _is_common(char: str, codec: str) -> bool:
    level, first, last = _LEVELS[codec]
    try:
        return first <= char.encode(level)[0] <= last
    except UnicodeEncodeError:
        return False
