"""How high a row of a workbook is."""

from hypothesis import given
from hypothesis import strategies as st

from daurulang.documents.row_height import LINE, row_height


def test_one_line_needs_no_height_of_its_own() -> None:
    assert row_height([("Kardus", 30), ("", 5)]) is None
    assert row_height([]) is None


def test_long_names_take_as_many_lines_as_they_need() -> None:
    name = "Gelas air mineral bersih tanpa label dan tanpa tutup, diikat"
    assert row_height([(name, 38)]) == 2 * LINE
    assert row_height([(name, 22)]) == 3 * LINE
    assert row_height([("Kardus", 22), (name, 38)]) == 2 * LINE


def test_a_row_to_sign_in_is_never_lower() -> None:
    assert row_height([("Kardus", 30)], 30) == 30
    assert (row_height([("kata " * 40, 22)], 30) or 0) > 30


def test_lines_that_are_broken_on_purpose_stay_broken() -> None:
    assert row_height([("Siti\nA-00001", 20)]) == 2 * LINE


def test_a_word_without_blanks_is_broken_anywhere() -> None:
    assert row_height([("W" * 60, 20)]) == 4 * LINE


@given(st.text(max_size=80), st.integers(5, 60))
def test_a_wider_column_never_needs_more(text: str, width: int) -> None:
    assert (row_height([(text, width + 10)]) or LINE) <= (row_height([(text, width)]) or LINE)
