"""Periods as they are typed on the command line: a day, a month, a quarter, a year, or two days."""

from __future__ import annotations

import argparse
import re
from datetime import date

from daurulang.periods import Period, month_of, quarter_of, year_of

FIRST_YEAR, LAST_YEAR = 1990, 2999
_QUARTER = re.compile(r"(\d{4})-?[QT]([1-4])", re.IGNORECASE)


def period_argument(text: str) -> Period:
    """2026-11-21, 2026-11, 2026-Q4 (or 2026-T4, triwulan), 2026, 2026-11-01..2026-11-21."""
    try:
        found = _period(text)
        if not FIRST_YEAR <= found.first.year <= found.last.year <= LAST_YEAR:
            raise ValueError(text)
    except ValueError:
        words = f"masa ditulis seperti 2026-11, 2026-Q4, 2026, 2026-11-21 atau 2026-11-01..2026-11-21, bukan {text}"
        raise argparse.ArgumentTypeError(words) from None
    return found


def _period(text: str) -> Period:
    first, dots, last = text.partition("..")
    if dots:
        return Period(date.fromisoformat(first), date.fromisoformat(last))
    if quarter := _QUARTER.fullmatch(text):
        return quarter_of(date(int(quarter[1]), 3 * int(quarter[2]), 1))
    if re.fullmatch(r"\d{4}", text):
        return year_of(date(int(text), 1, 1))
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return month_of(date.fromisoformat(f"{text}-01"))
    return Period(date.fromisoformat(text), date.fromisoformat(text))
