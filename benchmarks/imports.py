"""(k) a hundred thousand rows of an old book: read, looked at and posted, in a process of its own."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import openpyxl

from benchmarks.measure import Row, Sample
from daurulang.centre.queries import Centre
from daurulang.centre.service import set_up
from daurulang.exchange import deposits
from daurulang.exchange.columns import ListKind, open_list
from daurulang.migrations.opening import open_book
from daurulang.staff.service import add_staff

ROWS = 100_000
PEOPLE, GOODS, DAYS = 5_000, 60, 1_000
ROUNDS = 3
PHASES = ("the workbook is read", "every row is looked at", "all are posted")


def measure() -> list[Row]:
    """Each round begins with an empty book that makes all members and materials of the list."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = _workbook(Path(folder, "setoran.xlsx"))
        rounds = [_round(sheet, Path(folder, f"book-{number}.db")) for number in range(ROUNDS)]
    rows = []
    for number, phase in enumerate(PHASES):
        rows.append(Row(f"(k) import of 100,000 deposit rows: {phase}", _sample(each[number] for each in rounds)))
    whole = _sample(sum(each[:3]) for each in rounds)
    megabytes = max(each[3] for each in rounds)
    note = f"{ROWS / whole.median * 1000:,.0f} rows a second, peak memory {megabytes:.0f} MB"
    return [*rows, Row("(k) import of 100,000 deposit rows", whole, note=note)]


def _sample(milliseconds: Iterable[float]) -> Sample:
    return Sample(tuple(milliseconds))


def _round(sheet: Path, place: Path) -> list[float]:
    command = [sys.executable, "-m", __name__, str(sheet), str(place)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in answer.stdout.split()]


def _workbook(path: Path) -> Path:
    chance = random.Random(7)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Setoran")
    sheet.append(["Tanggal", "No Rekening", "Nama", "Jenis Sampah", "Berat", "Satuan", "Harga", "Total"])
    first = date(2023, 1, 1)
    for number in range(ROWS):
        person = chance.randrange(PEOPLE)
        grams, price = chance.randint(100, 20_000), chance.randint(3, 60) * 100
        quantity, total = grams / 1000, (grams * price + 500) // 1000
        day = first + timedelta(days=number * DAYS // ROWS)
        good = f"Bahan {chance.randrange(GOODS)}"
        sheet.append([day, f"R-{person:05d}", f"Warga {person}", good, quantity, "kg", price, total])
    book.save(path)
    return path


def main() -> None:
    """One round: milliseconds of the three phases and megabytes."""
    sheet_path, place = map(Path, sys.argv[1:])
    db = open_book(place)
    set_up(db, Centre("RDU Bangkalan"))
    staff_id = add_staff(db, "Siti Aminah", "123456")
    moments = [time.perf_counter()]
    sheet, matching = open_list(sheet_path, ListKind.DEPOSITS)
    moments.append(time.perf_counter())
    seen = deposits.preview(db, sheet, matching, create=True)
    moments.append(time.perf_counter())
    deposits.take_in(db, seen, staff_id)
    moments.append(time.perf_counter())
    db.close()
    spent = [(after - before) * 1000 for before, after in pairwise(moments)]
    print(*spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
