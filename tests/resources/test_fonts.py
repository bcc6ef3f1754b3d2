"""The fonts serve screen and paper alike."""

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from resources.paths import path

WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]
NEEDED = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ©°²³¼½«»…‘’“”"
    "▲▼▶◀→←↑↓✓–—·•×÷±≥≤≈−€\u00a0âêîôûèéëēūḍṭñçÿ"
)


@pytest.fixture(params=WEIGHTS)
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(request.param, str(path(f"fonts/DaurUlangSans-{request.param}.ttf")))


def test_has_every_glyph_used_on_screen_and_paper(font: TTFont) -> None:
    assert [character for character in NEEDED if ord(character) not in font.face.charToGlyph] == []


def test_digits_are_equally_wide(font: TTFont) -> None:
    assert len({font.stringWidth(digit, 1000) for digit in "0123456789"}) == 1


def test_separators_are_equally_wide_so_that_columns_of_figures_line_up(font: TTFont) -> None:
    assert font.stringWidth(".", 1000) == font.stringWidth(",", 1000)
    assert font.stringWidth("+", 1000) == font.stringWidth("−", 1000)


def test_is_small_enough_to_open_quickly() -> None:
    assert all(path(f"fonts/DaurUlangSans-{weight}.ttf").stat().st_size < 450_000 for weight in WEIGHTS)
