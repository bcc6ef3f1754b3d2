"""The floor of the benchmarks asks for the same figures as the report."""

from dataclasses import astuple
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.month_by_hand import figures
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, month_of, quarter_of
from daurulang.reports.economic_value import EconomicValue, economic_value
from tests.book import set_up_book
from tests.reports.generated import work

OCTOBER = date(2025, 10, 1)


def test_the_statements_by_hand_give_the_figures_of_the_report(sqlite_place: Path) -> None:
    db = open_book(sqlite_place)
    work(set_up_book(db))
    raw = dbapi2.connect(str(sqlite_place))
    for period in (month_of(OCTOBER), quarter_of(OCTOBER), month_of(date(2025, 11, 1))):
        check(figures(raw, period), economic_value(db, period), period)
    raw.close()
    db.close()


def check(found: list[list[tuple[object, ...]]], report: EconomicValue, period: Period) -> None:
    materials, villages, days, classes, people, payments, new, payouts, openings, across, *rest = found
    assert [(row[0], *row[5:]) for row in materials] == [
        (row.code, *astuple(row.measure), row.weightless_lines) for row in report.by_material
    ]
    assert {(row[0] or "", *row[3:]) for row in villages} == {
        (row.code, row.deposits, row.members, row.grams, row.rupiah) for row in report.by_village
    }
    assert {row[1:] for row in classes} == {astuple(row)[2:] for row in report.by_class}
    if period.months == 1:
        assert across == []
        assert {row[0]: row[1:] for row in days} == {str(row.day): astuple(row)[1:] for row in report.by_day}
    assert sum(int(str(row[2])) for row in people) == report.participants.active
    assert sum(int(str(row[5])) for row in payments) == report.corrections.count
    assert new == [(report.participants.new,)]
    assert payouts[0][:2] == astuple(report.payouts)
    assert (openings[0][1] or 0) == report.openings_rupiah
    before, out_before, _, year_before, _, _, saved, later, _ = rest
    head = report.before
    assert before[0][:2] == (head.deposits, head.members)
    assert before[0][3:] == astuple(head.measure)
    assert year_before[0][0] is None
    assert out_before[0][1] == head.payouts_rupiah
    assert int(str(saved[0][0])) - int(str(later[0][0] or 0)) == report.balances_rupiah
