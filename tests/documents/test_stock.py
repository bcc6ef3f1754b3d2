"""The stock of a day, what moved in a period, and the card of a store on paper and in workbooks."""

from datetime import date
from pathlib import Path

import pytest

from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.documents.stock_card import write_stock_card
from daurulang.documents.stock_report import write_stock_report
from daurulang.documents.stock_workbook import write_stock_card_workbook, write_stock_workbook
from daurulang.documents.workbook_wording import TOTAL
from daurulang.ledger.model import Place
from daurulang.periods import month_of
from daurulang.quantities import Condition
from daurulang.reports.stock import Stock, stock_on, stock_turnover
from daurulang.reports.stock_card import stock_card
from daurulang.stock.queries import StockKey
from tests.book import Book, new_key
from tests.documents.papers import pages_of
from tests.documents.reports import CENTRE
from tests.documents.test_daily_recap_workbook import check
from tests.plant import Plant, set_up_plant

MARCH = month_of(date(2026, 3, 1))
PAPER = {"place": "Bangkalan", "day": MARCH.last, "maker": "Rudi"}


@pytest.fixture
def plant(book: Book) -> Plant:
    """PET, bottles and oil of February, and two loads of March, one of them paid."""
    plant = set_up_plant(book)
    lines = (LineDraft(book.pet_id, 10_000), LineDraft(book.bottle_id, 12), LineDraft(book.oil_id, 1_500))
    draft = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 41_800)
    deposits.record(book.db, book.desk, draft, date(2026, 2, 10))
    plant.load(50_000, 20_000, date(2026, 3, 3))
    plant.load(7_500, day=date(2026, 3, 4))
    return plant


def test_the_workbook_of_the_stock_keeps_units_apart_and_adds_up(plant: Plant, tmp_path: Path) -> None:
    stock, path = stock_on(plant.book.db, MARCH.last), tmp_path / "stok.xlsx"
    write_stock_workbook(stock, path, stock_turnover(plant.book.db, MARCH))
    found = check(path, 5)
    sheet = found.stored["Stok"]
    (last,) = [row for row in sheet.values if row[0] == TOTAL]
    assert list(last[5:9]) == [pytest.approx(68.873), 12, 1.5, 61_800]
    assert last[10] == 40_000
    assert found.book.sheetnames == ["Stok", "Mutasi kg", "Mutasi pcs", "Mutasi liter"]
    moved = found.stored["Mutasi kg"]
    assert [cell.value for cell in moved[moved.max_row]][4:8] == [10, 57.5, 0, 67.5]
    assert found.book["Stok"].print_title_rows == "$1:$3"


def test_the_report_says_how_age_and_worth_are_meant(plant: Plant, tmp_path: Path) -> None:
    stock, path = stock_on(plant.book.db, MARCH.last), tmp_path / "stok.pdf"
    write_stock_report(stock, CENTRE, path, **PAPER, turnover=stock_turnover(plant.book.db, MARCH))  # type: ignore[arg-type]
    text = " ".join(pages_of(path.read_bytes()))
    for part in ("LAPORAN STOK GUDANG", "Maret 2026", "Mutasi · Gudang", "Sampah campur · campur", "57,50 kg"):
        assert part in text
    assert "barang tertua" in text
    assert "3 baris tanpa harga jual" in text
    write_stock_report(Stock(MARCH.last, ()), CENTRE, path, **PAPER)  # type: ignore[arg-type]
    assert "Tidak ada barang di gudang." in " ".join(pages_of(path.read_bytes()))


def test_the_card_on_paper_and_in_a_workbook(plant: Plant, tmp_path: Path) -> None:
    key = StockKey(Place.WAREHOUSE, plant.mixed_id, Condition.MIXED)
    card, pdf, xlsx = stock_card(plant.book.db, key, MARCH), tmp_path / "a.pdf", tmp_path / "a.xlsx"
    write_stock_card(card, CENTRE, pdf, **PAPER)  # type: ignore[arg-type]
    (text,) = pages_of(pdf.read_bytes())
    for part in ("KARTU GUDANG", "Muatan masuk: TPS3R Pejagan", "50,00", "57,50", "Stok awal", "20.000"):
        assert part in text
    write_stock_card_workbook(card, xlsx)
    sheet = check(xlsx, 10).stored["Kartu"]
    assert [cell.value for cell in sheet[sheet.max_row]][3:] == [57.5, 0, 57.5, 20_000, 0, 20_000]


def test_a_card_of_nothing_says_so(plant: Plant, tmp_path: Path) -> None:
    key = StockKey(Place.WAREHOUSE, plant.mixed_id, Condition.WET)
    card = stock_card(plant.book.db, key, MARCH)
    write_stock_card(card, CENTRE, tmp_path / "a.pdf", **PAPER)  # type: ignore[arg-type]
    assert "Tidak ada barang masuk atau keluar." in pages_of((tmp_path / "a.pdf").read_bytes())[0]
    write_stock_card_workbook(card, tmp_path / "a.xlsx")
    check(tmp_path / "a.xlsx", 4)
