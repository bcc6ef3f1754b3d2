"""(g) (h) (i) the figures of a month and the files made of them; (j) a hundred thousand lines as a workbook."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.book import LAST_DAY
from benchmarks.measure import Row, Sample, in_turns
from benchmarks.month_by_hand import figures
from benchmarks.plant_by_hand import plant_figures
from daurulang.database import Database
from daurulang.documents.economic_value_files import make_value_report, make_value_workbook
from daurulang.documents.line_sheet import COLUMNS, values_of_lines, write_lines
from daurulang.documents.workbook import Kind, Value, Workbook
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, Zone
from daurulang.reports.economic_value import Carried, EconomicValue, economic_value, value_of
from daurulang.reports.line_list import LineRow, each_line
from daurulang.reports.plant_value import settled_by

ROUNDS = 15
FILE_ROUNDS = 3
LINES = 100_000
PERIOD = Period(LAST_DAY - timedelta(days=29), LAST_DAY)


def measure(big: Path, alone: Path) -> list[Row]:
    """`alone` holds the lines of the last month only, and as many members."""
    return [*_figures(big, alone), *_files(big), _hundred_thousand(big)]


def _figures(big: Path, alone: Path) -> list[Row]:
    late, single = open_book(big), open_book(alone)
    raw = dbapi2.connect(str(big))
    settled = _as_closed(late, economic_value(late, PERIOD))

    def carried() -> EconomicValue:
        with late.reading() as connection:
            return value_of(connection, PERIOD, settled)

    samples = in_turns(
        {
            "report": lambda: economic_value(late, PERIOD),
            "by hand": lambda: (figures(raw, PERIOD), plant_figures(raw, PERIOD)),
            "carried": carried,
            "alone": lambda: economic_value(single, PERIOD),
        },
        ROUNDS,
    )
    raw.close()
    late.close()
    single.close()
    by_hand, on_its_own = "hand-written SQL, bare driver", "the same month alone in its file"
    note = (
        "the balances at the end of the month before and the figures of the two months compared with are taken from"
        " their closings, as in a book whose months are closed; without any closing all of it is asked from the journal"
    )
    return [
        Row("(g) all figures of a month", samples["report"], by_hand, samples["by hand"], "≤ 1.3×"),
        Row(
            "(h) a month out of 36, closed until then", samples["carried"], on_its_own, samples["alone"], "≤ 1.3×", note
        ),
        Row("(h) a month out of 36, none of them closed", samples["report"], on_its_own, samples["alone"]),
    ]


def _as_closed(db: Database, report: EconomicValue) -> Carried:
    """What the closings of the months before would have settled."""
    headlines = {each.period: each for each in (report.before, report.year_before)}
    day = report.period.day_before
    before = economic_value(db, Period(day, day))
    return Carried({day: before.balances_rupiah}, headlines, settled_by(day, before.plant))


def _files(big: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:

        def make(maker: Callable[..., None], name: str) -> Sample:
            path = Path(folder, name)
            work = lambda: maker(str(big), PERIOD, "Siti Aminah", path, lambda _done, _total: None)  # noqa: E731
            return in_turns({name: work}, FILE_ROUNDS, warm_up=1)[name]

        return [
            Row("(i) the month's PDF, from book to file", make(make_value_report, "a.pdf")),
            Row("(i) the month's XLSX with every line, from book to file", make(make_value_workbook, "a.xlsx")),
        ]


def _hundred_thousand(big: Path) -> Row:
    """Each in a process of its own, in turns, which tells how long the writing took and what memory it needed."""
    spent: dict[str, list[tuple[float, float]]] = {"ours": [], "bare": []}
    for _ in range(FILE_ROUNDS):
        for name, seen in spent.items():
            command = [sys.executable, "-m", __name__, name, str(big)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
            milliseconds, megabytes = map(float, answer.stdout.split())
            seen.append((milliseconds, megabytes))
    ours, bare = (Sample(tuple(each for each, _ in spent[name])) for name in ("ours", "bare"))
    most, least = (max(each for _, each in spent[name]) for name in ("ours", "bare"))
    note = f"peak memory {most:.0f} MB against {least:.0f} MB, {most / least:.2f}× (aim ≤ 1.2×)"
    return Row("(j) XLSX of 100,000 lines", ours, "bare openpyxl write-only, same formats", bare, "≤ 1.2×", note)


def _lines(big: Path) -> Iterator[LineRow]:
    """A hundred thousand lines that are in memory neither before nor after."""
    db = Database(big)
    period = Period(LAST_DAY - timedelta(days=200), LAST_DAY)
    for _, line in zip(range(LINES), each_line(db, period), strict=False):
        yield line


def _ours(big: Path, path: Path) -> None:
    with Workbook("Rincian", LAST_DAY) as book:
        write_lines(book, _lines(big), Zone.WIB, LINES, "Rincian", None)
        book.save(path)


def _bare(big: Path, path: Path) -> None:
    """The same cells with nothing but openpyxl, each style made once: setting it cell by cell takes three times as
    long.
    """
    from openpyxl import Workbook as Bare
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Side

    side = Side("thin", color="BFCBC4")
    formats = {Kind.WHOLE: "#,##0", Kind.THOUSANDTHS: "#,##0.000", Kind.DAY: "dd/mm/yyyy", Kind.TEXT: "General"}
    book = Bare(write_only=True)
    sheet = book.create_sheet("Rincian")
    sheet.append([column.title for column in COLUMNS])
    styles = []
    for column in COLUMNS:
        pattern = WriteOnlyCell(sheet)
        pattern.number_format = formats[column.kind]
        pattern.border = Border(left=side, right=side, top=side, bottom=side)
        pattern.alignment = Alignment(horizontal="left" if column.kind is Kind.TEXT else None, vertical="center")
        styles.append((pattern._style, column.kind is Kind.THOUSANDTHS))  # type: ignore[attr-defined]  # noqa: SLF001
    for values in values_of_lines(_lines(big), Zone.WIB):
        cells = []
        for value, (style, thousandths) in zip(values, styles, strict=True):
            cell = WriteOnlyCell(sheet, _plain(value, thousandths=thousandths))
            cell._style = style  # type: ignore[attr-defined]  # noqa: SLF001  (the fastest that openpyxl offers)
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def _plain(value: Value, *, thousandths: bool) -> Any:
    return value / 1000 if thousandths and isinstance(value, int) else value


def main() -> None:
    """Write once and say the milliseconds and the megabytes."""
    write = {"ours": _ours, "bare": _bare}[sys.argv[1]]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        write(Path(sys.argv[2]), Path(folder, "a.xlsx"))
        spent = (time.perf_counter() - start) * 1000
    print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
