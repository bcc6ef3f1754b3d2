"""The cash flow of an old book: what deposits and sales have not brought comes in, each row once, and goes again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from daurulang.__main__ import main
from daurulang.errors import BookChanged, ColumnsMissing, RowsRefused
from daurulang.exchange import cash, kinds
from daurulang.exchange.batches import undo
from daurulang.exchange.cash_rows import CashIntake
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.expenses.queries import expenses
from daurulang.ledger.model import EntryKind
from daurulang.migrations.opening import open_book
from daurulang.periods import Period
from daurulang.reports.accounts import balance_sheet
from daurulang.reports.cash_book import CashBook, cash_books
from daurulang.verification.service import verify
from tests.book import Book, set_up_book
from tests.exchange.lists import preview_list, reasons, write_csv, write_workbook
from tests.exchange.test_sales import KEMENUH_SALES, KEMENUH_SOLD
from tests.exchange.test_village_book import KEMENUH_HEADS, KEMENUH_LINES
from tests.verification.test_verification import found, unguarded

HEADER = ("Tanggal", "No Bukti", "Keterangan", "Kategori", "Masuk", "Keluar")
SPRING = Period(date(2024, 2, 1), date(2024, 3, 31))
# Its six rows as its own list states them: in 536,900 and out 5,000.
KEMENUH_CASH = """\
id_arus_kas,tanggal,kode_transaksi,keterangan,status,debit,kredit
6,2024-02-22,TRS-202402-0001,Penarikan tabungan sampah - TRS-202402-0001,Penarikan Kas,0,5000
7,2024-02-22,PNS-202402-0001,Penjualan sampah - PNS-202402-0001,Penambahan Kas,4500,0
9,2024-02-01,KAS-202402-0001,Saldo awal kas,Kas,500000,0
10,2024-03-02,PNS-202403-0001,Penjualan sampah - PNS-202403-0001,Penambahan Kas,11500,0
11,2024-03-08,PNS-202403-0002,Penjualan sampah - PNS-202403-0002,Penambahan Kas,12000,0
12,2024-03-15,PNS-202403-0003,Penjualan sampah - PNS-202403-0003,Penambahan Kas,8900,0
"""


def look(book: Book, path: Path, *rows: Sequence[object]) -> Preview[CashIntake]:
    return preview_list(book.db, write_workbook(path / "kas.xlsx", [HEADER, *rows]), ListKind.CASH)


def old_cash(book: Book, period: Period = SPRING) -> CashBook:
    (found_book,) = (each for each in cash_books(book.db, period) if each.code == "BL")
    return found_book


def take(book: Book, seen: Preview[CashIntake]) -> int:
    return cash.take_in(book.db, seen, book.desk.staff_id)


def village(book: Book, path: Path) -> None:
    """The deposits and sales of the village, which come in first."""
    for kind, head, lines, days, who in (
        (ListKind.DEPOSITS, "kode_tabungan_sampah,nasabah", KEMENUH_LINES, KEMENUH_HEADS, "Nasabah 1"),
        (ListKind.SALES, "kode_penjualan,pengepul", KEMENUH_SOLD, KEMENUH_SALES, "Pengepul 1"),
    ):
        rows = [f"tanggal,{head},jenis_sampah,berat,harga,subtotal"]
        for line in lines.splitlines():
            code, rest = line.split(",", 1)
            rows.append(f"{days[code][0]},{code},{who},{rest}")
        seen = preview_list(book.db, write_csv(path / f"{kind}.csv", "\n".join(rows)), kind, create=True)
        kinds.take_in(book.db, kind, seen, book.desk.staff_id)


def test_the_cash_flow_of_a_village_comes_to_what_its_list_states(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    village(book, tmp_path)
    path = write_csv(tmp_path / "kas.csv", KEMENUH_CASH)
    assert main(["--database", str(place), "import", "cash", str(path)]) == 0
    assert "uangnya sudah ada di buku: PNS-202402-0001" in capsys.readouterr().out
    box = old_cash(book)
    assert (box.opening_rupiah, box.in_rupiah, box.out_rupiah, box.closing_rupiah) == (0, 536_900, 5_000, 531_900)
    february = old_cash(book, Period(SPRING.first, date(2024, 2, 29)))
    assert (february.in_rupiah, february.out_rupiah) == (504_500, 5_000)
    assert [each.note for each in february.lines if each.kind is EntryKind.CASH_MOVEMENT] == [
        "Saldo awal kas",
        "Penarikan tabungan sampah - TRS-202402-0001",
    ]
    sheet = balance_sheet(book.db, SPRING.last)
    assert sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah
    assert verify(book.db).problems == ()
    again = preview_list(book.db, path, ListKind.CASH)
    assert again.counts[Fate.SKIPPED] == 6
    assert again.intakes == []


def test_money_out_under_a_category_is_an_expense(book: Book, tmp_path: Path) -> None:
    seen = look(
        book,
        tmp_path,
        ("2024-02-01", "K-1", "Modal awal", None, 100_000, None),
        ("02/02/2024", "K-2", "solar", "bbm", None, "Rp 25.000"),
        ("2024-02-03", None, "sewa lahan", "Sewa", 0, 10_000),
        ("2024-02-04", None, None, "Sewa", None, 5_000),
        ("Jumlah", None, None, None, 100_000, 40_000),
    )
    assert reasons(seen) == {4: [Reason.CATEGORY_CREATED], 6: [Reason.TOTAL]}
    take(book, seen)
    assert [(each.number, each.category, each.note, each.rupiah) for each in expenses(book.db)] == [
        ("BL-000004", "Sewa", "Sewa", 5_000),
        ("BL-000003", "Sewa", "sewa lahan", 10_000),
        ("BL-000002", "BBM", "solar", 25_000),
    ]
    assert old_cash(book).closing_rupiah == 60_000
    assert verify(book.db).problems == ()


@pytest.mark.parametrize(
    "row, reason",
    [
        ((None, "K", "solar", None, None, 5), Reason.DAY_MISSING),
        (("besok", "K", "solar", None, None, 5), Reason.DAY_UNREADABLE),
        (("2024-02-01", "K", "solar", None, 5, 5), Reason.CASH_BOTH),
        (("2024-02-01", "K", "solar", None, None, 0), Reason.CASH_NOTHING),
        (("2024-02-01", "K", "solar", None, None, "lima"), Reason.VALUE_UNREADABLE),
        (("2024-02-01", "K", "-", None, None, 5), Reason.CASH_WORDS_MISSING),
        (("2024-02-01", "K", "x" * 201, None, None, 5), Reason.TOO_LONG),
        (("2024-02-01", "K", "solar", "y" * 81, None, 5), Reason.TOO_LONG),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    sqlite_place: Path, tmp_path: Path, row: tuple[object, ...], reason: Reason
) -> None:
    db = open_book(sqlite_place)
    book = set_up_book(db)
    seen = look(book, tmp_path, row)
    assert reasons(seen) == {2: [reason]}
    with pytest.raises(RowsRefused):
        take(book, seen)
    db.close()


def test_a_number_with_another_sum_is_not_believed(book: Book, tmp_path: Path) -> None:
    village(book, tmp_path)
    row = ("2024-03-02", "PNS-202403-0001", "Penjualan", None, 11_000, None)
    seen = look(book, tmp_path, row)
    assert reasons(seen) == {2: [Reason.CASH_OTHER]}


def test_a_list_is_undone_as_a_whole_and_not_taken_in_beside_itself(book: Book, tmp_path: Path) -> None:
    rows = (("2024-02-01", "K-1", "Modal awal", None, 100_000, None), ("2024-02-02", "", "solar", "BBM", None, 25_000))
    seen, same = look(book, tmp_path, *rows), look(book, tmp_path, *rows)
    batch = take(book, seen)
    with pytest.raises(BookChanged):
        take(book, same)
    undo(book.db, batch, book.desk.staff_id)
    assert old_cash(book).closing_rupiah == 0
    assert [each.reversed_by for each in expenses(book.db)] == ["BL-000004"]
    take(book, look(book, tmp_path, *rows))
    assert old_cash(book).closing_rupiah == 75_000
    assert verify(book.db).problems == ()


def test_a_list_without_its_columns_is_refused(book: Book, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [("Tanggal", "Keterangan"), ("2024-02-01", "solar")])
    with pytest.raises(ColumnsMissing):
        preview_list(book.db, path, ListKind.CASH)


def test_what_came_from_an_old_book_and_is_changed_is_named(sqlite_place: Path, tmp_path: Path) -> None:
    db = open_book(sqlite_place)
    book = set_up_book(db)
    take(
        book,
        look(
            book,
            tmp_path,
            ("2024-02-01", "K-1", "Modal awal", None, 100_000, None),
            ("2024-02-02", "K-2", "solar", "BBM", None, 25_000),
        ),
    )
    with unguarded(db) as run:
        run("UPDATE imported_entry SET reference = 'K-9'")
    assert found(db) == {("document_changed", "BL-000001"), ("document_changed", "BL-000002")}
    with unguarded(db) as run:
        run("DELETE FROM imported_entry")
    assert found(db) >= {("document_changed", "BL-000001"), ("cash_session_wrong", "BL-000001")}
    db.close()
