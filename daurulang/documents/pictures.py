"""Pictures on paper: the centre's logo and the square code of an entry."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from daurulang.documents.sheet import BLACK, Fill, Picture

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

MOST_PIXELS = 40_000_000
PRINTED_PIXELS = 200


@lru_cache(maxsize=4)
def _printable(image: bytes) -> ImageReader | None:
    """The image on white and no larger than print shows, None where it cannot be read."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(BytesIO(image)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            coloured = picture.convert("RGBA")
    # Pillow says SyntaxError of a torn PNG.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    coloured.thumbnail((PRINTED_PIXELS, PRINTED_PIXELS))
    white = Image.new("RGB", coloured.size, "white")
    white.paste(coloured, mask=coloured)
    return ImageReader(white)


def logo(image: bytes | None, width: float, height: float) -> Picture | None:
    """A logo as large as fits, at the origin; None without one or where it cannot be read."""
    reader = _printable(image) if image else None
    if reader is None:
        return None
    wide, high = reader.getSize()
    scale = min(width / wide, height / high)
    return Picture(reader, 0, 0, wide * scale, high * scale)


def square_code(content: str, size: float) -> list[Fill]:
    """A QR code of `size` points as one rectangle for each run of dark modules, at the origin."""
    import segno

    # A given mask spares the search for the prettiest; capitals make the code a third smaller.
    modules = segno.make(content.upper(), error="l", mask=0, micro=False, boost_error=False).matrix
    step = size / len(modules)
    fills = []
    for row, dark in enumerate(modules):
        column = 0
        while column < len(dark):
            end = column
            while end < len(dark) and dark[end]:
                end += 1
            if end > column:
                fills.append(Fill(column * step, row * step, (end - column) * step, step, BLACK))
            column = end + 1
    return fills
