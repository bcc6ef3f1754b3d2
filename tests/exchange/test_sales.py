"""The sales of an old book come in on their own days, out of the goods that its deposits brought, and go again."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from daurulang.__main__ import main
from daurulang.buyers.queries import buyers
from daurulang.documents.sale_frame import Size
from daurulang.documents.sale_paper import sale_pdf
from daurulang.errors import BookChanged, ColumnsMissing, RowsRefused
from daurulang.exchange import deposits, sales
from daurulang.exchange.batches import batches, undo
from daurulang.exchange.columns import ListKind
from daurulang.exchange.preview import Fate, Preview, Reason
from daurulang.exchange.sale_rows import SaleIntake
from daurulang.ledger.model import AccountKind, account, counter, money_transfer
from daurulang.migrations.opening import open_book
from daurulang.periods import Period, month_of
from daurulang.plant_errors import PaymentsStand
from daurulang.quantities import Unit
from daurulang.receipts.service import hand_out_sale
from daurulang.reports.sales_recap import sales_recap
from daurulang.sales import payments
from daurulang.sales.payments import PaymentDraft
from daurulang.sales.queries import sale_of
from daurulang.sales.queries import sales as all_sales
from daurulang.sales.service import SaleDraft, SaleLineDraft
from daurulang.sales.service import record as record_sale
from daurulang.stock.queries import Level
from daurulang.stock_errors import GoodsGone
from daurulang.verification.problems import ProblemKind
from daurulang.verification.service import verify
from tests.book import Book, new_key, set_up_book
from tests.documents.papers import read
from tests.exchange.lists import preview_list, reasons, write_csv, write_workbook
from tests.exchange.test_village_book import KEMENUH_HEADS, KEMENUH_LINES
from tests.plant import set_up_plant, stock_value
from tests.verification.test_verification import unguarded

HEADER = ("Tanggal", "No Nota", "Pembeli", "Barang", "Berat", "Satuan", "Harga", "Total", "Cara Bayar")
FEBRUARY = date(2024, 2, 20)
# Its four sales, as its paper states them: day, kilograms and rupiah; and their lines.
KEMENUH_SALES = {
    "PNS-202402-0001": ("2024-02-22", 1_000, 4_500),
    "PNS-202403-0001": ("2024-03-02", 4_000, 11_500),
    "PNS-202403-0002": ("2024-03-08", 3_000, 12_000),
    "PNS-202403-0003": ("2024-03-15", 3_000, 8_900),
}
KEMENUH_SOLD = """\
PNS-202402-0001,Gelas Plastik Bening Bersih,1.0,4500,4500
PNS-202403-0001,HVS,3.0,3000,9000
PNS-202403-0001,Besi,1.0,2500,2500
PNS-202403-0002,HVS,1.0,3000,3000
PNS-202403-0002,Gelas Plastik Bening Bersih,2.0,4500,9000
PNS-202403-0003,HVS,2.0,3000,6000
PNS-202403-0003,Kardus A,1.0,2900,2900
"""


def look(book: Book, path: Path, *rows: Sequence[object], create: bool = True) -> Preview[SaleIntake]:
    sheet = write_workbook(path / "penjualan.xlsx", [HEADER, *rows])
    return preview_list(book.db, sheet, ListKind.SALES, create=create)


def take(book: Book, seen: Preview[SaleIntake]) -> int:
    return sales.take_in(book.db, seen, book.desk.staff_id)


def row(day: str, *rest: object) -> tuple[object, ...]:
    """A row whose last cells may be left out."""
    cells = (day, *rest)
    return (*cells, *(None,) * (len(HEADER) - len(cells)))


PET = ("2024-02-21", "N-1", "UD Makmur", "PET botol bening", 4, "kg", 4000, 16000)


def test_rows_of_one_day_buyer_and_number_become_one_sale(book: Book, tmp_path: Path) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=20_000, day=FEBRUARY)
    seen = look(
        book,
        tmp_path,
        row(*PET),
        row("21/02/2024", "N-1", "ud makmur", "PET botol bening", "1,5", "kg", None, 6500),
        row("", "", "", "PET botol bening", 500, "gram", 4000),
        row("2024-02-22", "N-2", "Pabrik Kertas", "PET botol bening", 2, "kg", 4200, None, "tempo"),
        row("2024-02-22", "N-2", "Pabrik Kertas", "PET botol bening", 1, "kg", 4200, None, "transfer"),
        row("Jumlah", None, None, None, 9, None, None, 34_600),
    )
    assert seen.new_buyers == ("Pabrik Kertas",)
    assert reasons(seen) == {
        4: [Reason.SALE_FROM_ABOVE],
        5: [Reason.BUYER_CREATED],
        7: [Reason.TOTAL],
    }
    take(book, seen)
    found = all_sales(book.db)
    assert [
        (each.number, each.day.isoformat(), each.buyer, each.total_rupiah, each.outstanding_rupiah) for each in found
    ] == [
        ("BL-000003", "2024-02-22", "Pabrik Kertas", 4_200, 0),
        ("BL-000002", "2024-02-22", "Pabrik Kertas", 8_400, 8_400),
        ("BL-000001", "2024-02-21", "UD Makmur", 24_500, 0),
    ]
    first = sale_of(book.db, found[-1].entry_id)
    assert [(line.quantity, line.price_rupiah, line.amount_rupiah, line.cost_rupiah) for line in first.lines] == [
        (4_000, 4_000, 16_000, 12_400),
        (1_500, 4_333, 6_500, 4_650),
        (500, 4_000, 2_000, 1_550),
    ]
    assert plant.level(book.pet_id) == Level(11_000, rupiah=34_100)
    assert stock_value(book) == 34_100
    paper = hand_out_sale(book.db, "BL-1", None)
    assert (paper.old_number, paper.heading.counter) == ("N-1", "Buku lama")
    assert "Buku lama: N-1" in read(sale_pdf(paper, Size.A5))
    assert verify(book.db).problems == ()


def test_what_did_not_lie_there_was_not_sold(book: Book, tmp_path: Path) -> None:
    """Neither before it came, nor when another row or a later day needs it."""
    set_up_plant(book)
    book.deposit(grams=5_000, day=FEBRUARY)
    book.deposit(grams=5_000, day=date(2024, 3, 1))
    told = ("N-1", "UD Makmur", "PET botol bening")
    seen = look(
        book,
        tmp_path,
        row("2024-02-19", *told, 1, "kg", 4000),
        row("2024-02-25", *told, 6, "kg", 4000),
        row("2024-02-25", *told, 4, "kg", 4000),
        row("2024-03-02", *told, 6, "kg", 4000),
        row("2024-02-26", *told, 1, "kg", 4000),
    )
    assert reasons(seen) == {2: [Reason.STOCK_SHORT], 3: [Reason.STOCK_SHORT], 6: [Reason.STOCK_SHORT]}
    assert dict(seen.rows[1].remarks[0].values) == {
        "name": "PET botol bening",
        "there": "5,00 kg",
        "day": "25/02/2024",
    }
    with pytest.raises(RowsRefused):
        take(book, seen)


def test_what_cannot_be_taken_is_told(book: Book, tmp_path: Path) -> None:
    set_up_plant(book)
    book.deposit(grams=5_000, day=FEBRUARY)
    seen = look(
        book,
        tmp_path,
        row("", "", "", "PET botol bening", 1, "kg", 4000),
        row("2024-02-21", "", "Entah Siapa", "PET botol bening", 1, "kg", 4000),
        row("2024-02-21", "", "UD Makmur", "Emas", 1, "kg", 4000),
        row("2024-02-21", "", "UD Makmur", "PET botol bening", 1, "kg", 4000, None, "barter"),
        row("2024-02-21", "", "UD Makmur", "PET botol bening", 1, "kg"),
        row("2024-02-21", "", "U" * 81, "PET botol bening", 1, "kg", 4000),
        create=False,
    )
    assert reasons(seen) == {
        2: [Reason.DAY_MISSING, Reason.BUYER_MISSING],
        3: [Reason.BUYER_UNKNOWN],
        4: [Reason.MATERIAL_UNKNOWN],
        5: [Reason.SALE_PAYMENT_UNKNOWN],
        6: [Reason.VALUE_MISSING],
        7: [Reason.TOO_LONG],
    }
    assert seen.new_buyers == ("Entah Siapa",)
    sheet = write_workbook(
        tmp_path / "kurang.xlsx", [("Tanggal", "Barang", "Berat", "Harga"), ("2024-02-21", "PET", 1, 1)]
    )
    with pytest.raises(ColumnsMissing):
        preview_list(book.db, sheet, ListKind.SALES)


def test_a_list_taken_in_twice_sells_once(book: Book, tmp_path: Path) -> None:
    set_up_plant(book)
    book.deposit(grams=20_000, day=FEBRUARY)
    take(book, look(book, tmp_path, row(*PET)))
    again = look(book, tmp_path, row(*PET), row("2024-02-21", "N-1", *PET[2:]), row("2024-02-23", *PET[1:]))
    assert reasons(again) == {2: [Reason.TAKEN_BEFORE]}
    assert again.counts[Fate.NEW] == 2


def test_what_came_between_keeps_the_list_out(book: Book, tmp_path: Path) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=5_000, day=FEBRUARY)
    seen = look(book, tmp_path, row(*PET))
    plant.sale(book.pet_id, 2_000, 4_000)
    with pytest.raises(BookChanged):
        take(book, seen)
    assert batches(book.db) == ()
    book.deposit(grams=5_000)
    same = look(book, tmp_path, row(*PET))
    take(book, look(book, tmp_path, row(*PET)))
    with pytest.raises(BookChanged):
        take(book, same)


def deposit_of_old(book: Book, tmp_path: Path) -> int:
    """A list with five kilograms on `FEBRUARY`; its batch."""
    path = write_workbook(
        tmp_path / "setoran.xlsx",
        [("Tanggal", "Nama", "Jenis", "Berat", "Total"), ("2024-02-20", "Nur Hayati", "PET botol bening", 5, 15_500)],
    )
    return deposits.take_in(book.db, preview_list(book.db, path, ListKind.DEPOSITS), book.desk.staff_id)


def test_an_undone_list_brings_its_goods_back(book: Book, tmp_path: Path) -> None:
    plant = set_up_plant(book)
    brought = deposit_of_old(book, tmp_path)
    sold = take(book, look(book, tmp_path, row(*PET), row("2024-02-22", "N-2", "Baru", "PET botol bening", 1, "kg", 9)))
    with pytest.raises(GoodsGone):
        undo(book.db, brought, book.desk.staff_id)
    undo(book.db, sold, book.desk.staff_id)
    assert plant.level(book.pet_id) == Level(5_000, rupiah=15_500)
    assert sales_recap(book.db, month_of(FEBRUARY)).sales == 0
    undo(book.db, brought, book.desk.staff_id)
    assert plant.level(book.pet_id) == Level()
    assert verify(book.db).problems == ()
    assert "Baru" in [each.name for each in buyers(book.db)]


def test_a_list_whose_sale_was_paid_for_since_stays(book: Book, tmp_path: Path) -> None:
    set_up_plant(book)
    book.deposit(grams=20_000, day=FEBRUARY)
    batch = take(book, look(book, tmp_path, row(*PET, "bon")))
    (sold,) = all_sales(book.db)
    payments.record(book.db, book.desk, PaymentDraft(new_key(), sold.entry_id, 6_000))
    with pytest.raises(PaymentsStand):
        undo(book.db, batch, book.desk.staff_id)
    assert sale_of(book.db, sold.entry_id).row.outstanding_rupiah == 10_000


def test_an_imported_sale_that_is_changed_is_named(sqlite_place: Path, tmp_path: Path) -> None:
    db = open_book(sqlite_place)
    book = set_up_book(db)
    set_up_plant(book)
    book.deposit(grams=20_000, day=FEBRUARY)
    take(book, look(book, tmp_path, row(*PET[:7], 15_000)))  # its paper states less than its price gives
    assert verify(db).problems == ()
    with unguarded(db) as run:
        run("UPDATE imported_entry SET reference = 'N-9'")
    assert {each.kind for each in verify(db).problems} == {ProblemKind.DOCUMENT_CHANGED}
    db.close()


def cash_of_archive(book: Book) -> int:
    with book.db.reading() as connection:
        box = connection.scalar(sa.select(counter.c.cash_account_id).where(counter.c.code == "BL"))
        sums = [
            connection.scalar(sa.select(sa.func.coalesce(sa.func.sum(money_transfer.c.rupiah), 0)).where(column == box))
            for column in (money_transfer.c.debit_account_id, money_transfer.c.credit_account_id)
        ]
        assert connection.scalar(sa.select(account.c.kind).where(account.c.id == box)) is AccountKind.CASH
    return int(sums[0] or 0) - int(sums[1] or 0)


def test_the_sales_of_a_village_come_to_what_its_paper_states(
    book: Book, place: str | Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["tanggal,kode_tabungan_sampah,nasabah,jenis_sampah,berat,harga,subtotal"]
    for line in KEMENUH_LINES.splitlines():
        code, rest = line.split(",", 1)
        lines.append(f"{KEMENUH_HEADS[code][0]},{code},Nasabah {KEMENUH_HEADS[code][1]},{rest}")
    path = write_csv(tmp_path / "setoran.csv", "\n".join(lines))
    deposits.take_in(book.db, preview_list(book.db, path, ListKind.DEPOSITS, create=True), book.desk.staff_id)
    lines = ["tanggal,kode_penjualan,pengepul,jenis_sampah,berat,harga,subtotal"]
    for line in KEMENUH_SOLD.splitlines():
        code, rest = line.split(",", 1)
        lines.append(f"{KEMENUH_SALES[code][0]},{code},Pengepul 1,{rest}")
    path = write_csv(tmp_path / "penjualan.csv", "\n".join(lines))
    assert preview_list(book.db, path, ListKind.SALES).counts[Fate.REFUSED] == 7
    assert main(["--database", str(place), "import", "sales", str(path), "--create"]) == 0
    assert "pembeli baru: Pengepul 1" in capsys.readouterr().out
    found = {}
    for each in all_sales(book.db):
        paper = hand_out_sale(book.db, each.number, None)
        found[paper.old_number] = (each.day.isoformat(), each.goods.grams, each.total_rupiah)
    assert found == KEMENUH_SALES
    recap = sales_recap(book.db, Period(date(2024, 2, 1), date(2024, 3, 31)))
    assert (recap.sales, recap.of(Unit.KILOGRAM), recap.rupiah) == (4, 11_000, 36_900)
    assert sales_recap(book.db, month_of(date(2024, 3, 1))).rupiah == 32_400
    # What its cash book says came in by sales.
    assert cash_of_archive(book) == 4_500 + 11_500 + 12_000 + 8_900
    assert verify(book.db).problems == ()


def test_a_list_is_not_undone_whose_goods_went_out_on_days_since(book: Book, tmp_path: Path) -> None:
    """Enough lies there today, but on the day of the sale nothing else did."""
    plant = set_up_plant(book)
    brought = deposit_of_old(book, tmp_path)
    line = SaleLineDraft(book.pet_id, 3_000, 4_000)
    draft = SaleDraft(new_key(), plant.buyer_id, (line,), 12_000, 12_000)
    record_sale(book.db, book.desk, draft, FEBRUARY + timedelta(days=5))
    book.deposit(grams=10_000)
    with pytest.raises(GoodsGone):
        undo(book.db, brought, book.desk.staff_id)
    assert plant.level(book.pet_id).grams == 12_000
