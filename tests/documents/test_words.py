"""Amounts in words."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from daurulang.documents.words import rupiah_in_words
from daurulang.quantities import MAX_RUPIAH


@pytest.mark.parametrize(
    "rupiah, words",
    [
        (0, "nol rupiah"),
        (10, "sepuluh rupiah"),
        (11, "sebelas rupiah"),
        (115, "seratus lima belas rupiah"),
        (1_000, "seribu rupiah"),
        (28_985, "dua puluh delapan ribu sembilan ratus delapan puluh lima rupiah"),
        (111_000, "seratus sebelas ribu rupiah"),
        (1_001_000, "satu juta seribu rupiah"),
        (2_000_000_000, "dua miliar rupiah"),
    ],
)
def test_says_an_amount_as_people_say_it(rupiah: int, words: str) -> None:
    assert rupiah_in_words(rupiah) == words


@given(st.integers(0, MAX_RUPIAH - 1))
@example(479_001_000)
def test_agrees_with_num2words(rupiah: int) -> None:
    # It says "satu ribu" behind millions, which people do not.
    words = re.sub(r"(juta|miliar) satu ribu", r"\1 seribu", num2words(rupiah, lang="id"))
    assert rupiah_in_words(rupiah) == f"{words} rupiah"


@pytest.mark.parametrize("rupiah", [-1, MAX_RUPIAH * 1000])
def test_refuses_what_no_receipt_can_hold(rupiah: int) -> None:
    with pytest.raises(ValueError, match=str(rupiah)):
        rupiah_in_words(rupiah)
