"""Quantities of old books in whatever unit they are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.errors import BadNumber
from daurulang.exchange.weights import Quantity, read_quantity, unit_of_word
from daurulang.quantities import Unit, format_thousandths

KG, PCS, LITRE = Unit.KILOGRAM, Unit.PIECE, Unit.LITRE


@pytest.mark.parametrize(
    "text, word, unit, found",
    [
        ("2,4", "", KG, Quantity(2400, KG)),
        ("2.4", "kg", KG, Quantity(2400, KG)),
        ("2.4 kg", "", KG, Quantity(2400, KG)),
        ("3Kg", "", KG, Quantity(3000, KG)),
        ("250", "gram", KG, Quantity(250, KG)),
        ("250 gr", "", KG, Quantity(250, KG)),
        ("7,5 ons", "", KG, Quantity(750, KG)),
        ("1,25", "kwintal", KG, Quantity(125_000, KG)),
        ("1,2", "ton", KG, Quantity(1_200_000, KG)),
        ("12", "", PCS, Quantity(12, PCS)),
        ("12 biji", "", KG, Quantity(12, PCS)),
        ("1.250", "pcs", PCS, Quantity(1250, PCS)),
        ("1,5", "", LITRE, Quantity(1500, LITRE)),
        ("600 ml", "", LITRE, Quantity(600, LITRE)),
        ("1.250", "", KG, Quantity(1250, KG, 1_250_000)),
        ("1.250.000", "gram", KG, Quantity(1_250_000, KG)),
        ("1 250", "", KG, Quantity(1_250_000, KG)),
        ("2.000 gram", "", KG, Quantity(2000, KG)),
        ("2.000", "ml", LITRE, Quantity(2000, LITRE)),
        ("0.245", "", KG, Quantity(245, KG)),
        ("1.250,5", "", KG, Quantity(1_250_500, KG)),
    ],
)
def test_a_quantity_is_read(text: str, word: str, unit: Unit, found: Quantity) -> None:
    assert read_quantity(text, word, unit) == found


@pytest.mark.parametrize(
    "text, unit",
    [
        *[
            (text, KG)
            for text in ("", "banyak", "0", "-2", "2,4567", "1e3", "kg", "2 karung", "2000000", "2,,4", "1/2")
        ],
        ("1,5", PCS),
        ("1,5 biji", KG),
        ("0,5 gram", KG),
    ],
)
def test_what_is_no_quantity_is_refused(text: str, unit: Unit) -> None:
    with pytest.raises(BadNumber):
        read_quantity(text, "", unit)


def test_a_unit_is_known_by_its_words() -> None:
    assert [unit_of_word(word) for word in ("Kg", "GRAM", "biji", "ltr", "ton", "karung")] == [
        KG,
        KG,
        PCS,
        LITRE,
        KG,
        None,
    ]


@given(st.integers(1, 10**9))
def test_kilograms_as_written_are_exact(grams: int) -> None:
    text = format_thousandths(grams, 0)
    found = read_quantity(text, "kg", KG)
    assert grams in (found.base, found.other)
    plain = f"{Decimal(grams) / 1000}".replace(".", ",")
    assert read_quantity(plain, "", KG).base == grams
