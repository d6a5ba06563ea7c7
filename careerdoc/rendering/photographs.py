"""Pictures made ready for Office files: upright, in a format and colours shown everywhere, as large as print needs."""

from __future__ import annotations

import contextlib
import io
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""Pixels of the largest picture that is shown; decoding one takes four bytes for each."""

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_KEPT = frozenset({"PNG", "JPEG", "GIF"})
"""Formats that go into the file as they are; what else Pillow can read becomes a PNG."""
_PRINT = 220
"""Pixels to the inch that Word itself keeps when it compresses pictures for print."""
_DENSITIES = (40.0, 1200.0)
"""Pixels to the inch that are taken at their word; cameras and editors write 0 and 1 as well."""
_USUAL = 72.0
_TURNED = 0x0112
"""The tag that says how a camera was held (Exif 2.32, 4.6.4)."""
_SAVE_AS = "save it as PNG or JPEG"
_FOREIGN = (
    (b"ftyphei", 4, "is a HEIC picture, which Office does not show everywhere"),
    (b"ftypmif", 4, "is a HEIC picture, which Office does not show everywhere"),
    (b"ftypavif", 4, "is an AVIF picture, which Office does not show"),
    (b"%PDF", 0, "is a PDF file, not a picture"),
)


class UnfitPictureError(ValueError):
    """A picture that Office files cannot show: what is the matter with it, and what to do."""

    def __init__(self, reason: str, hint: str = _SAVE_AS) -> None:
        """``reason`` goes on after the name of the picture."""
        super().__init__(reason)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Photograph:
    """A PNG, JPEG or GIF, and the size at which it is meant, in points."""

    content: bytes
    width: float
    height: float


def photograph(content: bytes, room: float) -> Photograph:
    """A picture made ready to be shown at most ``room`` points wide. Raises UnfitPictureError where it cannot be.

    What needs no change keeps its bytes, an animation with them.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(), _whole_pictures_only():
            warnings.simplefilter("ignore")  # the size is looked at here
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                return _ready(picture, content, room)
    except UnfitPictureError:
        raise
    except UnidentifiedImageError:
        raise UnfitPictureError(_told(content)) from None
    except Image.DecompressionBombError:
        raise UnfitPictureError(*_too_large()) from None
    except Exception as error:  # Pillow raises whatever its decoders meet in a broken picture
        raise UnfitPictureError("is damaged", f"{_SAVE_AS} again") from error


@contextlib.contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Have Pillow refuse what is cut short, which WeasyPrint, once imported, has it fill with grey for everybody."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _ready(picture: Image, content: bytes, room: float) -> Photograph:
    width, height = picture.size
    if not 0 < width * height <= MOST_PIXELS:
        raise UnfitPictureError(*_too_large())
    moving = getattr(picture, "is_animated", False) and picture.format == "GIF"
    across, down = _densities(picture)
    turned = picture.getexif().get(_TURNED, 1)
    picture.load()
    if turned in {5, 6, 7, 8}:
        width, height, across, down = height, width, down, across
    size = (width / across * 72, height / down * 72)
    most = round(max(min(size[0], room), 1.0) / 72 * _PRINT)
    fit = (
        picture.format in _KEPT
        and _has_header(picture, content)
        and picture.mode not in {"CMYK", "YCCK", "LAB"}
        and turned in {0, 1}
    )
    if moving or (fit and width <= 2 * most):
        return Photograph(content, *size)
    return Photograph(_made(picture, most), *size)


def _has_header(picture: Image, content: bytes) -> bool:
    """Whether the head of a JPEG is one that python-docx knows; Adobe's programs write another."""
    return picture.format != "JPEG" or content[6:10] in {b"JFIF", b"Exif"}


def _made(picture: Image, most: int) -> bytes:
    """The picture anew: upright, in grey or red, green and blue, at most ``most`` pixels wide."""
    from PIL import Image, ImageOps

    lossy = picture.format in {"JPEG", "MPO"}
    clear = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    upright = ImageOps.exif_transpose(picture)
    made = upright.convert("RGBA" if clear else "L" if upright.mode in {"1", "L"} else "RGB")
    if made.width > 2 * most:
        made = made.resize((most, max(round(made.height * most / made.width), 1)), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    if lossy:
        made.save(target, "JPEG", quality=88)
    else:
        made.save(target, "PNG")
    return target.getvalue()


def _densities(picture: Image) -> tuple[float, float]:
    found = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in found or ())
    except (TypeError, ValueError):
        return _USUAL, _USUAL
    low, high = _DENSITIES
    return (across, down) if low <= across <= high and low <= down <= high else (_USUAL, _USUAL)


def _told(content: bytes) -> str:
    """What a file is that is no picture of a kind that is known."""
    for mark, at, told in _FOREIGN:
        if content[at : at + len(mark)] == mark:
            return told
    if b"<svg" in content[:2000].lower():
        return "is an SVG drawing, which not every Office shows"
    return "is not a picture that Office can show" if content else "is an empty file"


def _too_large() -> tuple[str, str]:
    return f"has more than {MOST_PIXELS // 1_000_000} million pixels", "save it smaller"
