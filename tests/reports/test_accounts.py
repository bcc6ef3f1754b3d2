"""Profit and loss, and a balance sheet that balances to the rupiah."""

from datetime import date, timedelta

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.service import ExpenseDraft
from daurulang.periods import Period, Zone
from daurulang.reports.accounts import Named, balance_sheet, profit_and_loss
from daurulang.sales import payments
from daurulang.sales.payments import PaymentDraft
from tests.book import Book, new_key
from tests.plant import set_up_plant

TODAY = periods.today(Zone.WIB)
YESTERDAY = TODAY - timedelta(days=1)
PERIOD = Period(YESTERDAY, TODAY)


def test_an_empty_book_balances_at_nothing(book: Book) -> None:
    sheet = balance_sheet(book.db, TODAY)
    assert sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah == 0
    assert profit_and_loss(book.db, PERIOD).surplus_rupiah == 0


def test_a_period_has_sales_costs_expenses_and_what_is_left(book: Book) -> None:
    plant = set_up_plant(book)
    book.deposit(grams=10_000, day=YESTERDAY)
    book.payout(5_000)
    sold = plant.sale(book.pet_id, 4_000, 4_500, paid_rupiah=3_000)
    payments.record(book.db, book.desk, PaymentDraft(new_key(), sold, 5_000))
    wrong = expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 1, 900, "upah sortir", PaidFrom.BANK))
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 3, 2_000, "solar", PaidFrom.OWNER))
    reverse(book.db, book.desk, ReversalDraft(new_key(), wrong, "salah tulis angka", book.desk.staff_id))
    plant.load(10_000, 1_000, YESTERDAY)
    plant.batch(10_000, 0, 10_000)
    result = profit_and_loss(book.db, PERIOD)
    assert (result.sales_rupiah, result.cost_of_goods_rupiah, result.margin_rupiah) == (18_000, 12_400, 5_600)
    assert (result.stock_difference_rupiah, result.expenses) == (1_000, (Named("BBM", 2_000),))
    assert result.surplus_rupiah == 2_600
    sheet = balance_sheet(book.db, TODAY)
    assert sheet.boxes == (Named("Loket 1", 3_000),)
    assert sheet.receivables == (Named("UD Makmur", 10_000),)
    assert (sheet.bank_rupiah, sheet.inventory_rupiah) == (-1_000, 18_600)
    assert (sheet.savings_rupiah, sheet.owner_rupiah, sheet.result_rupiah) == (26_000, 2_000, 2_600)
    assert sheet.assets_rupiah == sheet.liabilities_and_equity_rupiah == 30_600
    before = balance_sheet(book.db, YESTERDAY)
    assert (before.inventory_rupiah, before.savings_rupiah, before.bank_rupiah) == (32_000, 31_000, -1_000)
    assert before.assets_rupiah == before.liabilities_and_equity_rupiah
    assert balance_sheet(book.db, date(2000, 1, 1)).assets_rupiah == 0
