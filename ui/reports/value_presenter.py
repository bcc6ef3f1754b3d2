"""What the report screen decides without a window: periods to turn to, changes in percent, days without gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from daurulang.periods import Period, month_of, quarter_of, year_of
from daurulang.quantities import Unit, format_quantity, format_thousandths, format_whole
from daurulang.reports.economic_value import DayShare, EconomicValue, Headline, MaterialShare, Measure

MOST_COLUMNS = 92
"""A quarter is shown day by day, anything longer month by month."""


_MANY_TENTHS = 10_000  # from ten times as much on nobody asks for the decimal


class PeriodKind(StrEnum):
    """The periods there are keys for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"


def period_around(kind: PeriodKind, day: date, shown: Period) -> Period:
    """The period of a kind that holds `day`; any days are those `shown`."""
    match kind:
        case PeriodKind.MONTH:
            return month_of(day)
        case PeriodKind.QUARTER:
            return quarter_of(day)
        case PeriodKind.YEAR:
            return year_of(day)
        case PeriodKind.DAYS:
            return shown


def next_period(kind: PeriodKind, period: Period) -> Period:
    """The one right after, of the same kind or as many days."""
    day = period.last + timedelta(days=1)
    return period_around(kind, day, Period(day, day + (period.last - period.first)))


def period_before(kind: PeriodKind, period: Period) -> Period:
    """The one right before, of the same kind or as many days."""
    day = period.day_before
    return period_around(kind, day, Period(day - (period.last - period.first), day))


def file_stem(period: Period, report: str = "laporan-nilai") -> str:
    """How the files of a period are called."""
    return f"{report}-{period.stem}"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure against the same figure of another period, in the unit of both."""

    now: int
    then: int

    @property
    def difference(self) -> int:
        """How much more, negative for less."""
        return self.now - self.then

    @property
    def percent(self) -> str:
        """The size of the change with one decimal at most ("12,4"); empty where there was nothing to compare with."""
        if self.then <= 0:
            return ""
        tenths = (2000 * abs(self.difference) + self.then) // (2 * self.then)
        return format_thousandths(tenths * 100, 0) if tenths < _MANY_TENTHS else format_whole((tenths + 5) // 10)

    @property
    def mark(self) -> str:
        """▲, ▼ or =."""
        return "▲" if self.difference > 0 else "▼" if self.difference < 0 else "="


@dataclass(frozen=True, slots=True)
class Compared:
    """One figure of the report beside those of the period before and of the year before."""

    code: str
    now: int
    before: int
    year_before: int
    show: Callable[[int], str]


def compared(
    value: EconomicValue, kilograms: Callable[[int], str], rupiah: Callable[[int], str], count: Callable[[int], str]
) -> tuple[Compared, ...]:
    """The six figures at the top, each with the way it is written; then those of the plant where there is one."""
    now = value.headline
    figures: list[tuple[str, Callable[[Headline], int], Callable[[int], str]]] = [
        ("value", lambda head: head.measure.rupiah, rupiah),
        ("weight", lambda head: head.measure.grams, kilograms),
        ("deposits", lambda head: head.deposits, count),
        ("members", lambda head: head.members, count),
        ("payouts", lambda head: head.payouts_rupiah, rupiah),
        ("balances", lambda head: head.balances_rupiah, rupiah),
    ]
    if value.plant:
        figures += [
            ("sales", lambda head: head.plant.sales_rupiah, rupiah),
            ("margin", lambda head: head.plant.margin_rupiah, rupiah),
            ("surplus", lambda head: head.plant.surplus_rupiah, rupiah),
            ("diverted", lambda head: head.plant.diverted_grams, kilograms),
            ("co2e", lambda head: head.plant.grams_co2e, kilograms),
        ]
    return tuple(Compared(code, of(now), of(value.before), of(value.year_before), show) for code, of, show in figures)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day or a month of a longer period, without anything where nothing was brought."""

    period: Period
    deposits: int = 0
    grams: int = 0
    rupiah: int = 0


def stretches(value: EconomicValue, until: date) -> tuple[Stretch, ...]:
    """Every day, or every month of a long period, in order and without gaps; none after `until` but those with
    deposits.
    """
    period = value.period
    last = max([min(period.last, until), *(share.day for share in value.by_day)])
    days = {share.day: share for share in value.by_day}
    first = period.first
    every = [days.get(day, DayShare(day, 0, 0, 0)) for day in _days(first, last)]
    if (period.last - first).days < MOST_COLUMNS:
        return tuple(Stretch(Period(day.day, day.day), day.deposits, day.grams, day.rupiah) for day in every)
    months: dict[date, Stretch] = {}
    for day in every:
        month = month_of(day.day)
        old = months.get(month.first, Stretch(month))
        months[month.first] = Stretch(
            month, old.deposits + day.deposits, old.grams + day.grams, old.rupiah + day.rupiah
        )
    return tuple(months.values())


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def without_weight(value: EconomicValue) -> tuple[MaterialShare, ...]:
    """Goods of which some were taken in without a known weight."""
    return tuple(row for row in value.by_material if row.weightless_lines)


def counted(measure: Measure) -> list[str]:
    """Pieces and litres, each by itself: ["1.234 pcs", "45,50 liter"]."""
    found = ((measure.pieces, Unit.PIECE), (measure.millilitres, Unit.LITRE))
    return [format_quantity(quantity, unit) for quantity, unit in found if quantity]


def weightless_words(rows: tuple[MaterialShare, ...], most: int = 4) -> tuple[str, int]:
    """The names of the first few, and how many more there are."""
    names = [row.name for row in rows]
    return ", ".join(names[:most]), max(0, len(names) - most)
