"""Amounts in words (terbilang), as every receipt in Indonesia says them below the figure."""

from __future__ import annotations

from daurulang.quantities import MAX_RUPIAH

_DIGITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (100, "ratus"), (10, "puluh"))
_MOST = MAX_RUPIAH * 1000 - 1


def rupiah_in_words(rupiah: int) -> str:
    """28985 as "dua puluh delapan ribu sembilan ratus delapan puluh lima rupiah".

    Takes 0 up to what thousand lines of the largest amount come to; raises `ValueError` beyond.
    """
    if not 0 <= rupiah <= _MOST:
        raise ValueError(rupiah)
    return f"{_words(rupiah) or 'nol'} rupiah"


def signed_in_words(rupiah: int) -> str:
    """The same below zero as well: "minus lima ribu rupiah"."""
    return rupiah_in_words(rupiah) if rupiah >= 0 else f"minus {rupiah_in_words(-rupiah)}"


def _words(number: int) -> str:
    """Empty for 0. Ten, a hundred and a thousand are "se-", a million is "satu juta"."""
    if number < 10:
        return _DIGITS[number]
    if number == 10:
        return "sepuluh"
    if number == 11:
        return "sebelas"
    if number < 20:
        return f"{_DIGITS[number - 10]} belas"
    scale, name = next(pair for pair in _SCALES if number >= pair[0])
    count, rest = divmod(number, scale)
    head = f"se{name}" if count == 1 and scale <= 1000 else f"{_words(count)} {name}"
    return f"{head} {_words(rest)}".rstrip()
