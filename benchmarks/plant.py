"""(m) the figures of a month of a centre with a plant, and of long periods of its book."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.book import LAST_DAY, MONTHS
from benchmarks.measure import Row, in_turns
from benchmarks.month import PERIOD
from benchmarks.month_by_hand import figures
from benchmarks.plant_by_hand import plant_figures
from daurulang import periods
from daurulang.closings.queries import period_report
from daurulang.closings.service import close_month
from daurulang.database import Database
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, months_from, months_within
from daurulang.reports.economic_value import economic_value

ROUNDS, LONG_ROUNDS = 9, 3


def measure(book: Path, tenth: Path) -> list[Row]:
    """`book` has a million deposit lines and a hundred thousand lines of batches and sales; `tenth` a tenth of them by
    as many members. Their months are closed here.
    """
    return [_month(book), *_years(book, tenth)]


def _month(book: Path) -> Row:
    db, raw = open_book(book), dbapi2.connect(str(book))
    samples = in_turns(
        {
            "report": lambda: economic_value(db, PERIOD),
            "by hand": lambda: (figures(raw, PERIOD), plant_figures(raw, PERIOD)),
        },
        ROUNDS,
    )
    raw.close()
    db.close()
    note = (
        "all fourteen blocks; by hand each block is one statement, loads, sales, batches, flows, result, stock and cash"
        " with the counter's of (g)"
    )
    by_hand = samples["by hand"]
    title = "(m) all figures of a month with a plant"
    return Row(title, samples["report"], "hand-written SQL", by_hand, "≤ 1.5×", note)


def _years(book: Path, tenth: Path) -> list[Row]:
    """Whole months until the last closed one: of all three years, and as of a book of ten."""
    last = months_from(LAST_DAY, -1, 1).last
    years, ten = months_from(LAST_DAY, 1 - MONTHS, MONTHS - 1), months_from(LAST_DAY, -120, 120)
    full, small = open_book(book), open_book(tenth)
    with periods.clock_at(periods.moment_ms(LAST_DAY, 15, 0, periods.Zone.WIB)):
        for db in (full, small):
            _close(db, years)
        samples = in_turns(
            {
                "closed": lambda: period_report(full, years),
                "tenth": lambda: period_report(small, years),
                "ten": lambda: period_report(full, ten),
                "journal": lambda: economic_value(full, years),
            },
            LONG_ROUNDS,
            warm_up=1,
        )
    full.close()
    small.close()
    note = (
        f"{years.months} months until {last}, all closed, with every block; what ten times as many lines still cost"
        " more are members who came in more months, and buyers of more materials"
    )
    closed = samples["closed"]
    return [
        Row("(m) three years", closed, "three years of a tenth of the lines", samples["tenth"], "grows less", note),
        Row("(m) ten years, of which three have anything", samples["ten"], "three years", closed),
        Row("(m) three years, none of them closed", samples["journal"], "three years", closed),
    ]


def _close(db: Database, years: Period) -> None:
    for month in months_within(years):
        close_month(db, Desk(1, 1), month)
