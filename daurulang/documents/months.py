"""The days of a long report added up to months: a year day by day fills pages that nobody reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from daurulang.periods import Period, month_of, months_within
from daurulang.reports.economic_value import EconomicValue

MOST_DAYS: Final = 92
"""A quarter is still shown day by day."""


@dataclass(frozen=True, slots=True)
class MonthShare:
    """A calendar month with what of it lies in the report's period."""

    month: Period
    deposits: int
    grams: int
    rupiah: int


def is_long(period: Period) -> bool:
    """Whether a period is shown month by month."""
    return (period.last - period.first).days >= MOST_DAYS


def months_of(report: EconomicValue) -> list[MonthShare]:
    """Every month of the report's period, also those without deposits."""
    shares = []
    for part in months_within(report.period):
        own = [each for each in report.by_day if part.first <= each.day <= part.last]
        shares.append(
            MonthShare(
                month_of(part.first),
                sum(each.deposits for each in own),
                sum(each.grams for each in own),
                sum(each.rupiah for each in own),
            )
        )
    return shares
