"""The money of a period on the screen, worked by keys alone, and the files it makes."""

from datetime import timedelta

import openpyxl
import pytest
from PySide6.QtCore import Qt

from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from tests.book import new_key
from tests.documents.papers import read
from tests.plant import set_up_plant
from tests.ui.desk import Desk

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def money(desk: Desk) -> Desk:
    """Goods bought and half of them sold, two expenses of this month and one of the month before."""
    plant = set_up_plant(desk.book)
    desk.book.deposit(grams=10_000)
    plant.sale(desk.book.pet_id, 5_000, 4_000, paid_rupiah=15_000)
    today = desk.session.today()
    for rupiah, pocket, day in (
        (2_000, PaidFrom.CASH, today),
        (500, PaidFrom.BANK, today),
        (300, PaidFrom.CASH, today - timedelta(days=today.day)),
    ):
        draft = ExpenseDraft(new_key(), 3, rupiah, "solar", pocket)
        expenses.record(desk.book.db, desk.book.desk, draft, day)
    return desk


def show(desk: Desk) -> None:
    desk.press(KEY.Key_F9, SHIFT)
    desk.settle()


def rows(desk: Desk) -> list[list[str]]:
    model = desk.finances.books.table.model
    return [model.cells(row)[1:] for row in model.rows()]


def test_the_month_shows_what_is_left_and_both_sums(money: Desk) -> None:
    show(money)
    profit, sheet = money.finances.profit.words(), money.finances.sheet.words()
    for line in ("Sales Rp 20.000", "Margin Rp 4.500", "BBM −Rp 2.500", "Net profit Rp 2.000"):
        assert line in profit
    for line in ("Cash Loket 1 Rp 12.700", "Bank −Rp 500", "Owed by UD Makmur Rp 5.000", "All assets Rp 32.700"):
        assert line in sheet
    assert "All liabilities and equity Rp 32.700\nBoth sums are the same." in sheet


def test_the_cash_books_begin_with_what_was_there(money: Desk) -> None:
    show(money)
    money.press(KEY.Key_6, ALT)
    assert rows(money) == [
        ["", "Balance before", "–", "–", "−300"],
        ["L1-000002", "Sale: UD Makmur", "15.000", "–", "14.700"],
        ["L1-000003", "Expense BBM: solar", "–", "2.000", "12.700"],
    ]
    money.press(KEY.Key_7, ALT)
    assert rows(money)[1:] == [["L1-000004", "Expense BBM: solar", "–", "500", "−500"]]
    money.press(KEY.Key_PageUp)
    money.settle()
    assert rows(money)[1:] == [["L1-000005", "Expense BBM: solar", "–", "300", "−300"]]
    money.press(KEY.Key_PageDown)
    money.settle()
    money.press(KEY.Key_PageDown)
    assert "has not begun" in money.notice()


def test_each_page_is_handed_on_as_a_file(money: Desk) -> None:
    show(money)
    folder = money.papers.parent / "laporan"
    month = f"{money.session.today():%Y-%m}"
    for page in (KEY.Key_5, KEY.Key_6):
        money.press(page, ALT)
        for key in (KEY.Key_P, KEY.Key_L):
            money.press(key, CTRL)
            money.settle()
            assert "The report is ready" in money.notice()
    names = [f"buku-kas-{month}.pdf", f"buku-kas-{month}.xlsx", f"laba-rugi-{month}.pdf", f"laba-rugi-{month}.xlsx"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert "Laba bersih" in read((folder / names[2]).read_bytes())
    assert openpyxl.load_workbook(folder / names[1]).sheetnames == ["KasL1", "Bank", "Ringkasan"]


def test_a_year_is_chosen_and_esc_leads_back(money: Desk) -> None:
    show(money)
    money.press(KEY.Key_3, ALT)
    money.settle()
    found = money.finances.found
    assert found is not None
    assert found.period.months == 12
    money.press(KEY.Key_Escape)
    money.settle()
    assert money.finances.period_bar.is_now()
    left: list[bool] = []
    money.finances.left.connect(lambda: left.append(True))
    money.press(KEY.Key_Escape)
    assert left == [True]
