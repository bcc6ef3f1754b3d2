"""Text in rows."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.documents.fonts import MOST_ROWS, REPLACEMENT, Weight, font

SIZE = 9.0


@given(st.text(max_size=120), st.floats(20, 300))
def test_rows_hold_the_whole_text_within_the_width(text: str, width: float) -> None:
    face = font(Weight.REGULAR)
    rows = face.rows(text, SIZE, width)
    assert all(face.width(row, SIZE) <= width + 0.001 for row in rows)
    read = "".join(rows).replace(" ", "")
    whole = face.shown(text).replace(" ", "")
    assert read == whole or (len(rows) == MOST_ROWS and whole.startswith(read.removesuffix("…")))


@given(st.text(max_size=40))
def test_what_the_font_lacks_is_replaced_one_for_one(text: str) -> None:
    line = " ".join(unicodedata.normalize("NFC", text).split())
    shown = font(Weight.BOLD).shown(text)
    assert len(shown) == len(line)
    assert all(seen in (meant, REPLACEMENT) for seen, meant in zip(shown, line, strict=True))


@pytest.mark.parametrize("text", ["🎉", "日", "\u202e", "\x00", "\ud800"])
def test_what_the_font_lacks_is_seen_as_a_box(text: str) -> None:
    assert font(Weight.REGULAR).shown(f"a{text}b") == f"a{REPLACEMENT}b"


def test_a_name_of_madura_is_shown_as_written() -> None:
    assert font(Weight.REGULAR).shown("  R. Sadi\u0301n\t Bhângkalan ") == "R. Sadín Bhângkalan"


def test_rows_break_at_blanks_first() -> None:
    face = font(Weight.REGULAR)
    assert face.rows("Botol plastik", SIZE, face.width("Botol plas", SIZE)) == ["Botol", "plastik"]


def test_endless_text_is_cut_visibly() -> None:
    rows = font(Weight.REGULAR).rows("x" * 10_000, SIZE, 50)
    assert len(rows) == MOST_ROWS
    assert rows[-1].endswith("…")


def test_not_even_room_for_one_character_is_survived() -> None:
    assert len(font(Weight.REGULAR).rows("x" * 100, SIZE, 1)) == MOST_ROWS
