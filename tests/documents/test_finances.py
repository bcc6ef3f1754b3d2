"""Profit and loss, balance sheet and cash books on paper and in workbooks: all of them say what the journal says."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from daurulang.documents.cash_book_report import write_cash_books
from daurulang.documents.finance_files import (
    make_cash_report,
    make_cash_workbook,
    make_profit_report,
    make_profit_workbook,
)
from daurulang.documents.finance_workbook import write_cash_workbook, write_profit_workbook
from daurulang.documents.profit_report import write_profit_report
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.periods import month_of
from daurulang.reports.cash_book import CashBook
from daurulang.reports.finances import Finances, finances
from tests.book import Book, new_key
from tests.documents.papers import bare, pages_of
from tests.documents.reports import CENTRE
from tests.documents.test_daily_recap_workbook import check
from tests.plant import set_up_plant

MARCH = month_of(date(2026, 3, 1))
PAPER = {"place": "Bangkalan", "day": MARCH.last, "maker": "Rudi"}


@pytest.fixture
def book(book: Book) -> Book:
    """Money of February and March: a load paid by the bank, three expenses."""
    plant = set_up_plant(book)
    book.deposit(grams=10_000, day=date(2026, 2, 10))
    plant.load(50_000, 20_000, date(2026, 2, 11))
    for category_id, rupiah, pocket in ((1, 5_000, PaidFrom.CASH), (3, 900, PaidFrom.BANK), (3, 100, PaidFrom.OWNER)):
        draft = ExpenseDraft(new_key(), category_id, rupiah, "solar dan upah", pocket, "N-7")
        expenses.record(book.db, book.desk, draft, date(2026, 3, 3))
    return book


def balanced_wrongly(found: Finances) -> Finances:
    return replace(found, sheet=replace(found.sheet, owner_rupiah=7))


def test_the_paper_shows_both_sums(book: Book, tmp_path: Path) -> None:
    found, path = finances(book.db, MARCH), tmp_path / "laba.pdf"
    write_profit_report(found.profit, found.sheet, CENTRE, path, **PAPER)  # type: ignore[arg-type]
    (page,) = pages_of(path.read_bytes())
    for words in (
        *("LAPORAN LABA RUGI DAN NERACA", "Maret 2026", "Laba kotor", "BBM 1.000", "Upah 5.000", "Rugi bersih −6.000"),
        *("Neraca · Selasa, 31 Maret 2026", "Kas Loket 1 −5.000", "Bank −20.900", "Persediaan barang"),
        *("Jumlah aset 25.100", "Jumlah kewajiban dan ekuitas 25.100", "Seimbang"),
    ):
        assert bare(words) in bare(page)
    wrong = balanced_wrongly(found)
    write_profit_report(wrong.profit, wrong.sheet, CENTRE, path, **PAPER)  # type: ignore[arg-type]
    assert "TIDAK SEIMBANG" in pages_of(path.read_bytes())[0]


def test_the_cash_books_begin_with_what_was_there(book: Book, tmp_path: Path) -> None:
    found, path = finances(book.db, MARCH), tmp_path / "kas.pdf"
    write_cash_books(found.books, MARCH, CENTRE, path, **PAPER)  # type: ignore[arg-type]
    text = " ".join(pages_of(path.read_bytes()))
    for words in (
        *("BUKU KAS", "Kas Loket 1 · Maret 2026", "01/03/2026", "Saldo awal", "Biaya Upah: solar dan upah"),
        *("−5.000", "Bank · Maret 2026", "−20.000", "−20.900", "Saldo akhir", "Semua kas dan bank", "−25.900"),
    ):
        assert bare(words) in bare(text)
    empty = CashBook(1, "L1", "Loket 1", MARCH, 0, ())
    write_cash_books([empty], MARCH, CENTRE, path, **PAPER)  # type: ignore[arg-type]
    (page,) = pages_of(path.read_bytes())
    assert ("Tidak ada uang masuk atau keluar." in page, "Ringkasan" in page) == (True, False)


def test_the_workbook_of_profit_calculates_what_the_journal_says(book: Book, tmp_path: Path) -> None:
    found, path = finances(book.db, MARCH), tmp_path / "laba.xlsx"
    write_profit_workbook(found.profit, found.sheet, path)
    made = check(path, 6)
    assert made.book.sheetnames == ["Labarugi", "Neraca"]
    profit = {row[0].value: row[2].value for row in made.stored["Labarugi"].iter_rows()}
    assert (profit["Laba kotor"], profit["Jumlah biaya"], profit["Rugi bersih"]) == (0, -6_000, -6_000)
    sheet = {row[0].value: row[2].value for row in made.stored["Neraca"].iter_rows()}
    assert sheet["Jumlah aset"] == sheet["Jumlah kewajiban dan ekuitas"] == 25_100
    assert sheet["Selisih (harus nol)"] == 0
    assert made.book["Neraca"].print_title_rows == "$1:$3"
    wrong = balanced_wrongly(found)
    write_profit_workbook(wrong.profit, wrong.sheet, path)
    apart = {row[0].value: row[2].value for row in check(path, 6).stored["Neraca"].iter_rows()}
    assert apart["Selisih (harus nol)"] == 93


def test_the_workbook_of_the_cash_books_goes_on_from_line_to_line(book: Book, tmp_path: Path) -> None:
    found, path = finances(book.db, MARCH), tmp_path / "kas.xlsx"
    write_cash_workbook(found.books, MARCH, path)
    made = check(path, 12)
    assert made.book.sheetnames == ["KasL1", "Bank", "Ringkasan"]
    bank = made.stored["Bank"]
    assert [cell.value for cell in bank[bank.max_row]][3:] == [0, 900, -20_900]
    summary = made.stored["Ringkasan"]
    assert [cell.value for cell in summary[summary.max_row]][1:] == [-20_000, 0, 5_900, -25_900]
    assert made.book["Bank"].print_title_rows == "$1:$3"


def test_a_long_book_has_the_result_of_every_formula(book: Book, tmp_path: Path) -> None:
    """Formulas stand in every row, far beyond the first megabytes of the sheet."""
    (box, _bank) = finances(book.db, MARCH).books
    (line,) = box.lines
    many = [replace(line, balance_rupiah=-5_000 * number) for number in range(1, 12_001)]
    write_cash_workbook([replace(box, opening_rupiah=0, lines=tuple(many))], MARCH, tmp_path / "kas.xlsx")
    stored = check(tmp_path / "kas.xlsx", 12_000).stored["KasL1"]
    assert [cell.value for cell in stored[stored.max_row]][3:] == [0, 60_000_000, -60_000_000]


def test_the_files_are_made_from_the_book_itself(book: Book, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    for make, name in (
        (make_profit_report, "a.pdf"),
        (make_cash_report, "b.pdf"),
        (make_profit_workbook, "a.xlsx"),
        (make_cash_workbook, "b.xlsx"),
    ):
        make(book.db.address, MARCH, "Siti", tmp_path / name, lambda *done: told.append(done))
        assert (tmp_path / name).stat().st_size
    assert told == [(0, 0)] * 4
    assert "Siti" in " ".join(pages_of((tmp_path / "a.pdf").read_bytes()))
