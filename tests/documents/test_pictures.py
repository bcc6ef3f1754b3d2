"""Logo and square code."""

from io import BytesIO

import pytest
import segno
from PIL import Image

from daurulang.documents.pictures import MOST_PIXELS, logo, square_code
from resources.paths import path


def png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def test_a_logo_keeps_its_shape() -> None:
    picture = logo(png(400, 100), 60, 40)
    assert picture is not None
    assert (picture.width, picture.height) == (60, 15)


def test_a_huge_logo_is_made_small() -> None:
    picture = logo(png(3000, 3000), 60, 40)
    assert picture is not None
    assert max(picture.image.getSize()) < 300


@pytest.mark.parametrize(
    "image",
    [
        b"no image",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        path("daurulang.png").read_bytes()[:700],
        path("daurulang.png").read_bytes()[:300] + b"\0" * 2000,
        png(MOST_PIXELS // 5000 + 1, 5000),
    ],
)
def test_a_logo_that_cannot_be_read_is_left_out(image: bytes) -> None:
    assert logo(image, 60, 40) is None


def test_without_a_logo_there_is_none() -> None:
    assert logo(None, 60, 40) is None


def test_the_square_code_has_every_dark_module_once() -> None:
    content = f"L1-000123 {'ab12' * 16}"
    modules = segno.make(content.upper(), error="l", mask=0, micro=False, boost_error=False).matrix
    drawn = [
        (round(fill.y), round(fill.x) + step)
        for fill in square_code(content, len(modules))
        for step in range(round(fill.width))
    ]
    dark = [(row, column) for row, line in enumerate(modules) for column, module in enumerate(line) if module]
    assert sorted(drawn) == dark
