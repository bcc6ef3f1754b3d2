"""Recording a deposit."""

from daurulang.members.queries import at_counter
from daurulang.receipts.service import look_at
from tests.book import Book


def test_a_deposit_raises_the_balance_and_gets_the_next_number(book: Book) -> None:
    book.deposit(grams=2450)
    assert at_counter(book.db, book.member_id).balance_rupiah == 7595
    assert look_at(book.db, "L1-000001").balance_after_rupiah == 7595
