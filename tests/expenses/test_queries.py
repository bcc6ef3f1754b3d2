"""The expenses of a period, by category, and the categories themselves."""

from datetime import date, timedelta

import pytest

from daurulang import periods
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.expenses import service
from daurulang.expenses.model import PaidFrom
from daurulang.expenses.queries import Category, ExpenseRow, categories, expenses, the_expense
from daurulang.expenses.service import ExpenseDraft
from daurulang.periods import Period, Zone
from daurulang.plant_errors import NameUnknown
from tests.book import Book, new_key

TODAY = periods.today(Zone.WIB)
YESTERDAY = TODAY - timedelta(days=1)


def spend(book: Book, category_id: int, rupiah: int, note: str, day: date | None = None) -> int:
    draft = ExpenseDraft(new_key(), category_id, rupiah, note, PaidFrom.OWNER, "N-1")
    return service.record(book.db, book.desk, draft, day)


def test_a_new_book_has_the_usual_categories_and_takes_others(book: Book) -> None:
    usual = categories(book.db)
    assert [each.name for each in usual] == [
        *("Alat tulis", "Angkutan", "BBM", "Lainnya", "Listrik dan air", "Perawatan alat", "Upah")
    ]
    added = service.add_category(book.db, "sewa lahan")
    service.change_category(book.db, added, "Sewa tanah", active=False)
    assert categories(book.db)[-2] == Category(added, "Sewa tanah", active=False)


def test_expenses_of_a_period_are_listed_with_what_undid_them(book: Book) -> None:
    fuel = next(each.id for each in categories(book.db) if each.name == "BBM")
    spend(book, fuel, 5_000, "solar", YESTERDAY)
    wrong = spend(book, fuel, 900, "bensin")
    reverse(book.db, book.desk, ReversalDraft(new_key(), wrong, "salah tulis angka", book.desk.staff_id))
    service.change_category(book.db, fuel, "Bahan bakar", active=True)
    first = ExpenseRow(
        1, "L1-000001", YESTERDAY, fuel, "Bahan bakar", "solar", PaidFrom.OWNER, "N-1", 5_000, reversed_by=""
    )
    undone = ExpenseRow(
        *(wrong, "L1-000002", TODAY, fuel, "Bahan bakar", "bensin", PaidFrom.OWNER, "N-1", 900), "L1-000003"
    )
    assert expenses(book.db) == expenses(book.db, Period(YESTERDAY, TODAY)) == (undone, first)
    assert expenses(book.db, Period(YESTERDAY, YESTERDAY)) == (first,)
    with book.db.reading() as connection:
        assert the_expense(connection, wrong) == undone
        with pytest.raises(NameUnknown):
            the_expense(connection, 99)
