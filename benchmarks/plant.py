"""(m) the figures of a month of a centre with a plant, and of long periods of its book."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks.book import LAST_DAY
from benchmarks.measure import Row, in_turns
from benchmarks.month import PERIOD
from benchmarks.month_by_hand import figures
from benchmarks.plant_by_hand import plant_figures
from daurulang.migrations.opening import open_book
from daurulang.periods import Period
from daurulang.reports.economic_value import economic_value

ROUNDS, LONG_ROUNDS = 9, 3


def measure(book: Path) -> list[Row]:
    """`book` has a million deposit lines and a hundred thousand lines of batches and sales."""
    db, raw = open_book(book), dbapi2.connect(str(book))
    samples = in_turns(
        {
            "report": lambda: economic_value(db, PERIOD),
            "by hand": lambda: (figures(raw, PERIOD), plant_figures(raw, PERIOD)),
        },
        ROUNDS,
    )
    years = {
        f"{count} months": Period(LAST_DAY.replace(year=LAST_DAY.year - count // 12, day=1), LAST_DAY)
        for count in (12, 24)
    }
    long = in_turns(
        {name: (lambda period=period: economic_value(db, period)) for name, period in years.items()},  # type: ignore[misc]
        LONG_ROUNDS,
        warm_up=1,
    )
    raw.close()
    db.close()
    one, two = long.values()
    note = (
        "all fourteen blocks; by hand each block is one statement, loads, sales, batches, flows, result, stock and cash"
        " with the counter's of (g)"
    )
    return [
        Row(
            "(m) all figures of a month with a plant",
            samples["report"],
            "hand-written SQL",
            samples["by hand"],
            "≤ 1.5×",
            note,
        ),
        Row("(m) two years of it", two, "one year", one),
    ]
