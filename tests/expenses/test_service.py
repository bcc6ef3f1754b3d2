"""Expenses leave the box, the bank or the owner's pocket under a category."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from daurulang import periods
from daurulang.errors import AlreadyTaken, BadNumber, FieldMissing, FieldTooLong, FormKeyReused
from daurulang.expenses import service as expenses
from daurulang.expenses.model import PaidFrom, expense_category
from daurulang.expenses.service import ExpenseDraft
from daurulang.ledger.model import AccountKind
from daurulang.periods import Zone
from daurulang.plant_errors import NameUnknown
from tests.book import Book, new_key
from tests.plant import balances


def test_an_expense_is_posted_once_under_its_category(book: Book) -> None:
    draft = ExpenseDraft(new_key(), 3, 150_000, "solar mesin cacah", PaidFrom.BANK, "NOTA 17")
    first = expenses.record(book.db, book.desk, draft)
    assert expenses.record(book.db, book.desk, draft) == first
    expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 1, 50_000, "upah sortir", PaidFrom.OWNER))
    assert balances(book) == {
        AccountKind.EXPENSE: 200_000,
        AccountKind.BANK: -150_000,
        AccountKind.OWNER: -50_000,
    }
    for wrong, error in (
        (replace(draft, rupiah=0), BadNumber),
        (replace(draft, note="ab"), FieldMissing),
        (replace(draft, reference="x" * 61), FieldTooLong),
        (replace(draft, category_id=99), NameUnknown),
    ):
        with pytest.raises(error):
            expenses.record(book.db, book.desk, replace(wrong, form_key=new_key()))


def test_categories_have_names_of_their_own_and_can_be_left(book: Book) -> None:
    category_id = expenses.add_category(book.db, "Sewa lahan")
    with pytest.raises(AlreadyTaken):
        expenses.add_category(book.db, "sewa LAHAN")
    expenses.change_category(book.db, category_id, "Sewa tanah", active=False)
    with pytest.raises(NameUnknown):
        expenses.record(book.db, book.desk, ExpenseDraft(new_key(), category_id, 5, "sewa", PaidFrom.BANK))
    with book.db.reading() as connection:
        assert "Sewa tanah" in set(connection.scalars(sa.select(expense_category.c.name)))


def test_the_same_form_for_another_day_is_not_taken_for_the_first(book: Book) -> None:
    draft = ExpenseDraft(new_key(), 1, 50_000, "upah sortir", PaidFrom.BANK)
    day = periods.today(Zone.WIB) - timedelta(days=3)
    first = expenses.record(book.db, book.desk, draft, day)
    assert expenses.record(book.db, book.desk, draft, day) == first
    for other in (None, day + timedelta(days=1)):
        with pytest.raises(FormKeyReused):
            expenses.record(book.db, book.desk, draft, other)
