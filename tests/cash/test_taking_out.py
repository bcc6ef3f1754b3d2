"""Cash is taken out of a box only where the book says that there is as much in it."""

import pytest

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.queries import box_state
from daurulang.cash.service import MovementDraft, OpeningDraft, move_cash, open_session
from daurulang.cash_errors import CashTooLittle
from daurulang.verification.service import verify
from tests.book import Book, new_key


def take_out(book: Book, rupiah: int, key: str = "") -> int:
    draft = MovementDraft(key or new_key(), Direction.OUT, OtherSide.BANK, rupiah, "setor ke bank")
    return move_cash(book.db, book.desk, draft)


def test_no_more_is_taken_out_than_the_book_says(book: Book) -> None:
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    for rupiah in (5_000_000, 100_001):
        with pytest.raises(CashTooLittle) as refused:
            take_out(book, rupiah)
        assert vars(refused.value) == {}  # what is in the box is told after a count only
    take_out(book, 100_000)
    assert [act.rupiah for act in box_state(book.db, book.desk.counter_id).acts] == [-100_000, 100_000]
    assert verify(book.db).problems == ()


def test_the_same_form_again_is_no_second_taking(book: Book) -> None:
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    key = new_key()
    assert take_out(book, 100_000, key) == take_out(book, 100_000, key)


def test_what_members_were_paid_counts(book: Book) -> None:
    book.deposit(31_000)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    book.payout(31_000)
    with pytest.raises(CashTooLittle):
        take_out(book, 70_000)
    take_out(book, 69_000)
