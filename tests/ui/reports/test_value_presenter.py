from datetime import date

import pytest

from daurulang.periods import Period, month_of, quarter_of, year_of
from ui.reports.value_presenter import Change, PeriodKind, file_stem, next_period, period_around, period_before

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "now, then, mark, percent",
    [
        (150, 100, "▲", "50"),
        (100, 150, "▼", "33,3"),
        (7, 7, "=", "0"),
        (7, 0, "▲", ""),
        (0, 0, "=", ""),
        (2001, 2000, "▲", "0,1"),
        (123_456, 100, "▲", "123.356"),
    ],
)
def test_a_change_is_said_with_a_mark_and_one_decimal(now: int, then: int, mark: str, percent: str) -> None:
    assert (Change(now, then).mark, Change(now, then).percent) == (mark, percent)


@pytest.mark.parametrize("kind", [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR, PeriodKind.DAYS])
def test_turning_on_and_back_comes_home(kind: PeriodKind) -> None:
    period = period_around(kind, DAY, Period(date(2026, 11, 3), DAY))
    assert period_before(kind, next_period(kind, period)) == period
    assert next_period(kind, period).day_before == period.last


@pytest.mark.parametrize(
    "period, stem",
    [
        (month_of(DAY), "laporan-nilai-2026-11"),
        (quarter_of(DAY), "laporan-nilai-2026-triwulan-4"),
        (quarter_of(date(2026, 1, 1)), "laporan-nilai-2026-triwulan-1"),
        (year_of(DAY), "laporan-nilai-2026"),
        (Period(date(2026, 2, 1), date(2026, 4, 30)), "laporan-nilai-2026-02-01-sampai-2026-04-30"),
        (Period(DAY, DAY), "laporan-nilai-2026-11-22"),
    ],
)
def test_each_period_has_a_file_name_of_its_own(period: Period, stem: str) -> None:
    assert file_stem(period) == stem
