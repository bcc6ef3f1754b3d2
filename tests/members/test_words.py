"""The words by which members are found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daurulang.members.words import (
    fold,
    format_member_number,
    phone_word,
    typed_number,
    typed_words,
    words_of,
)


@pytest.mark.parametrize(
    "text, words",
    [
        ("Ra'as", ["raas"]),
        ("Ra\u2019as", ["raas"]),
        ("Siti  AMINAH", ["siti", "aminah"]),
        ("Moh. Ridwan", ["moh", "ridwan"]),
        ("José-Ménad", ["jose", "menad"]),
        ("RT 03", ["rt", "3"]),
        ("𝒩𝓊𝓇", ["nur"]),
        ("000", ["0"]),
        ("فاطمة", ["فاطمة"]),
        ("  ", []),
    ],
)
def test_text_folds_into_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@settings(max_examples=1000)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words
    assert words_of(fold(text)) == words


@pytest.mark.parametrize("text", ["0812-345-678", "+62 812 345 678", "62812345678", "(0812) 345.678", "812345678"])
def test_a_phone_number_is_one_word_however_written(text: str) -> None:
    assert phone_word(text) == "812345678"
    assert typed_words(text) == ["812345678"]


def test_zeros_alone_are_no_phone_number() -> None:
    assert typed_words("0000000") == []
    assert phone_word("") == ""


@pytest.mark.parametrize("text", ["A-00417", "a417", "417", "00417", "a-417", " 417 "])
def test_a_member_number_may_be_typed_in_short(text: str) -> None:
    assert typed_number(text) == 417


@pytest.mark.parametrize("text", ["", "A-", "B-417", "417x", "٤١٧", "1234567890123"])
def test_other_texts_are_no_member_number(text: str) -> None:
    assert typed_number(text) is None


@given(st.integers(1, 999_999_999))
def test_a_written_number_reads_back(number: int) -> None:
    assert typed_number(format_member_number(number)) == number
