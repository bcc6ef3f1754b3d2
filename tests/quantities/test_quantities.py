"""Reading and writing quantities."""

import random
from collections.abc import Callable
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daurulang.errors import BadNumber
from daurulang.quantities import (
    MAX_QUANTITY,
    MAX_RUPIAH,
    Unit,
    format_amount_of,
    format_kilograms,
    format_quantity,
    format_rupiah,
    format_thousandths,
    grams_of,
    line_amount_rupiah,
    parse_kilograms,
    parse_litres,
    parse_pieces,
    parse_quantity,
    parse_rupiah,
)

READERS = (parse_kilograms, parse_litres, parse_pieces, parse_rupiah)
quantities = st.integers(0, MAX_QUANTITY)
units = st.sampled_from(Unit)


@pytest.mark.parametrize(
    "text, grams",
    [
        ("2,45", 2450),
        ("2.45", 2450),
        ("2", 2000),
        ("2,", 2000),
        (",5", 500),
        ("0,001", 1),
        ("1.250", 1250),  # one mark is the decimal mark: 1,25 kg
        ("1,250", 1250),
        ("1.250,5", 1_250_500),  # with both, dots group thousands
        (" 2 450 kg ", 2_450_000),
        ("2,45\u00a0KG", 2450),
        ("3 kilo", 3000),
        ("3 kilogram", 3000),
        ("0", 0),
        ("0,000", 0),
        ("1000000", MAX_QUANTITY),
    ],
)
def test_kilograms_are_read(text: str, grams: int) -> None:
    assert parse_kilograms(text) == grams


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "text, reason",
    [
        ("", "empty"),
        ("   ", "empty"),
        ("abc", "not_a_number"),
        ("NaN", "not_a_number"),
        ("inf", "not_a_number"),
        ("1e3", "not_a_number"),
        ("0x10", "not_a_number"),
        ("٢٫٤٥", "not_a_number"),
        ("٢٤٥", "not_a_number"),
        ("2²", "not_a_number"),
        ("1_000", "not_a_number"),
        ("--5", "not_a_number"),
        ("+5", "not_a_number"),
        ("-", "not_a_number"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        ("9" * 15, "too_large"),
        ("9" * 400, "too_large"),
        ("9" * 5000, "too_large"),
    ],
)
def test_what_is_no_quantity_is_refused_by_its_reason(read: Callable[[str], int], text: str, reason: str) -> None:
    with pytest.raises(BadNumber) as caught:
        read(text)
    assert (caught.value.reason, caught.value.text) == (reason, text)


@pytest.mark.parametrize(
    "read, text, reason",
    [
        (parse_kilograms, "2,4505", "too_many_decimals"),
        (parse_kilograms, "2.45000", "too_many_decimals"),
        (parse_kilograms, "kg", "empty"),
        (parse_kilograms, ",", "not_a_number"),
        (parse_kilograms, "1,2,3", "not_a_number"),
        (parse_kilograms, "1.2.3", "not_a_number"),
        (parse_kilograms, "1,250.5", "not_a_number"),
        (parse_kilograms, "12.50,5", "not_a_number"),
        (parse_kilograms, "1000000,001", "too_large"),
        (parse_litres, "1,2345", "too_many_decimals"),
        (parse_pieces, "2,5", "not_whole"),
        (parse_pieces, "2.5", "not_whole"),
        (parse_pieces, "٢.٥", "not_a_number"),
        (parse_rupiah, "12,5", "not_whole"),
        (parse_rupiah, "Rp", "empty"),
        (parse_rupiah, "1000000000001", "too_large"),
    ],
)
def test_each_unit_has_its_own_refusals(read: Callable[[str], int], text: str, reason: str) -> None:
    with pytest.raises(BadNumber) as caught:
        read(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text, rupiah",
    [
        ("12500", 12500),
        ("12.500", 12500),
        ("Rp 12.500", 12500),
        ("rp12.500,00", 12500),
        ("Rp. 12.500,-", 12500),
        ("IDR 12 500", 12500),
        ("Rp\u00a01.000.000", 1_000_000),
        ("0", 0),
        (str(MAX_RUPIAH), MAX_RUPIAH),
    ],
)
def test_rupiah_is_read(text: str, rupiah: int) -> None:
    assert parse_rupiah(text) == rupiah


@pytest.mark.parametrize(
    "text, pieces", [("12", 12), ("12 pcs", 12), ("12biji", 12), ("12 buah", 12), ("3 bh", 3), ("1.200 unit", 1200)]
)
def test_pieces_are_read(text: str, pieces: int) -> None:
    assert parse_pieces(text) == pieces


@pytest.mark.parametrize("text", ["1,5", "1.5 l", "1,5 liter", "1,5ltr"])
def test_litres_are_read(text: str) -> None:
    assert parse_litres(text) == 1500


@given(quantities, units)
def test_what_is_written_reads_back(quantity: int, unit: Unit) -> None:
    assert parse_quantity(format_quantity(quantity, unit), unit) == quantity
    assert parse_quantity(format_amount_of(quantity, unit), unit) == quantity


@given(st.integers(0, MAX_RUPIAH))
def test_rupiah_written_read_back(rupiah: int) -> None:
    assert parse_rupiah(format_rupiah(rupiah)) == rupiah


@given(st.integers(0, 999_999), st.integers(0, 999), st.sampled_from(",."))
def test_comma_and_dot_are_the_same_decimal_mark(whole: int, thousandths: int, mark: str) -> None:
    assert parse_kilograms(f"{whole}{mark}{thousandths:03d}") == whole * 1000 + thousandths


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in READERS:
        try:
            value = read(text)
        except BadNumber:
            continue
        assert 0 <= value <= MAX_RUPIAH


@pytest.mark.parametrize(
    "thousandths, text",
    [(2450, "2,45"), (6800, "6,80"), (350, "0,35"), (1_234_567, "1.234,567"), (-500, "\u22120,50"), (0, "0,00")],
)
def test_thousandths_are_written_the_indonesian_way(thousandths: int, text: str) -> None:
    assert format_thousandths(thousandths) == text
    assert format_kilograms(thousandths) == f"{text} kg"


def test_whole_thousandths_may_go_without_decimals() -> None:
    assert format_thousandths(2000, least_decimals=0) == "2"


def test_debts_carry_a_true_minus() -> None:
    assert format_rupiah(-500) == "\u2212Rp 500"


def half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def test_a_line_is_rounded_once_and_half_up() -> None:
    chance = random.Random(1)
    for _ in range(100_000):
        unit = chance.choice(list(Unit))
        quantity, price = chance.randrange(1, 2_000_000), chance.randrange(0, 100_000)
        exact = Fraction(quantity * price, unit.base_per_unit)
        assert line_amount_rupiah(quantity, unit, price) == half_up(exact)


@given(quantities, units, st.integers(0, 10**9))
def test_rounding_holds_at_the_edges(quantity: int, unit: Unit, price: int) -> None:
    assert line_amount_rupiah(quantity, unit, price) == half_up(Fraction(quantity * price, unit.base_per_unit))


@given(quantities, units, st.integers(1, 10**6))
def test_grams_follow_from_the_nominal_weight(quantity: int, unit: Unit, grams_per_unit: int) -> None:
    expected = quantity if unit is Unit.KILOGRAM else half_up(Fraction(quantity * grams_per_unit, unit.base_per_unit))
    assert grams_of(quantity, unit, grams_per_unit) == expected


@pytest.mark.parametrize("unit, grams", [(Unit.PIECE, 0), (Unit.LITRE, 0), (Unit.KILOGRAM, 12)])
def test_an_unknown_weight_is_no_weight(unit: Unit, grams: int) -> None:
    assert grams_of(12, unit, None) == grams
