"""`make bench`: every figure in one run, printed and written to docs/benchmarks.md.

`python -m benchmarks month …` measures only what is named, and only prints it. The books are generated once and kept in
a folder of the system's temporary files ($DAURULANG_BENCH for another).
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from benchmarks import deposits, imports, month, plant, receipts, search, startup, verification
from benchmarks.book import MONTHS, Size, kept_books, made_book
from benchmarks.busy_book import made_busy_book
from benchmarks.measure import Row, table
from benchmarks.plant_book import made_plant_book

BIG, SMALL = Size(1_000_000, 50_000), Size(1_000, 500)
BUSY_ENTRIES = 200_000
PLANT_LINES = 100_000
PEOPLE = {"50,000": Size(0, 50_000), "1,000,000": Size(0, 1_000_000)}
_HEAD = """# Benchmarks

Written by `make bench`; ratios are medians of variants that took turns in one run. The book: {lines:,} deposit lines of
{members:,} members over 36 months. Machine: {cores} cores, Python {python}, SQLite {sqlite}, {system}.
"""


def _people(folder: Path) -> dict[str, Path]:
    """Books of members alone, by how many there are."""
    return {title: made_book(folder / f"members-{size.members}.db", size) for title, size in PEOPLE.items()}


def _plants(folder: Path, big: Path, scratch: Path) -> Iterator[Path]:
    """Copies of the book whose centre has a plant, and of one with a tenth of its lines."""
    tenth = made_book(folder / "tenth.db", Size(BIG.lines // 10, BIG.members))
    for name, book, lines in (("plant.db", big, PLANT_LINES), ("plant-tenth.db", tenth, PLANT_LINES // 10)):
        yield Path(shutil.copy(made_plant_book(folder / name, book, lines), scratch / name))


def main(names: Sequence[str] = ()) -> None:
    """Measure everything, or the parts that are named."""
    folder = kept_books()
    big, small = made_book(folder / "big.db", BIG), made_book(folder / "small.db", SMALL)
    alone = made_book(folder / "month.db", Size(BIG.lines // MONTHS, BIG.members, months=1))
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        # Work on copies: the generated books stay as they are for the next run.
        late, twin, early = (
            Path(shutil.copy(book, Path(scratch, name)))
            for book, name in ((big, "late.db"), (big, "twin.db"), (small, "early.db"))
        )
        parts: dict[str, Callable[[], list[Row]]] = {
            "deposits": lambda: deposits.measure(late, twin, early, BIG.members, SMALL.members),
            "search": lambda: search.measure(_people(folder)),
            "startup": lambda: startup.measure(late),
            "receipts": lambda: receipts.measure(early, f"L1-{deposits.last_number(early)}"),
            "month": lambda: month.measure(late, alone),
            "plant": lambda: plant.measure(*_plants(folder, big, Path(scratch))),
            "imports": imports.measure,
            "verify": lambda: verification.measure(
                Path(shutil.copy(made_busy_book(folder / "busy.db", BUSY_ENTRIES), Path(scratch, "busy.db")))
            ),
        }
        rows = [row for name in names or parts for row in parts[name]()]
    head = _HEAD.format(
        lines=BIG.lines,
        members=BIG.members,
        cores=os.cpu_count(),
        python=platform.python_version(),
        sqlite=dbapi2.sqlite_version,
        system=platform.platform(terse=True),
    )
    text = f"{head}\n{table(rows)}\n"
    print(text)
    if not names:
        Path("docs/benchmarks.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
