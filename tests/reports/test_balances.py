"""What one member is owed."""

import pytest

from daurulang.errors import UnknownMember
from daurulang.reports.balances import Balance, balance_of
from tests.book import Book


def test_a_balance_is_asked_for_by_number(book: Book) -> None:
    book.deposit(31_000)
    for text in ("A-00001", "a1", "1"):
        assert balance_of(book.db, text) == Balance("A-00001", "Nur Hayati", 31_000)
    for text in ("A-00009", "Nur"):
        with pytest.raises(UnknownMember):
            balance_of(book.db, text)
