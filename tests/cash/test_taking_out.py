"""Cash is taken out of a box only where the book says that there is as much in it."""

from collections.abc import Callable

import pytest

from daurulang.cash.model import Direction, OtherSide
from daurulang.cash.queries import box_state
from daurulang.cash.service import MovementDraft, OpeningDraft, move_cash, open_session
from daurulang.cash_errors import CashTooLittle
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.deposits import service as deposits
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.expenses import service as expenses
from daurulang.expenses.service import ExpenseDraft
from daurulang.loads import service as loads
from daurulang.loads.model import LoadPayment
from daurulang.loads.service import LoadDraft, LoadLineDraft
from daurulang.verification.service import verify
from tests.book import Book, new_key
from tests.plant import set_up_plant


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


def paid_out(book: Book) -> list[Callable[[], int]]:
    """Every act that pays 100,001 rupiah out of the box."""
    plant = set_up_plant(book)
    book.deposit(200_000)
    sale_id = plant.sale(book.pet_id, 10_000, 20_000, paid_rupiah=100_001)
    take_out(book, 100_001)
    load = LoadDraft(
        new_key(),
        plant.source_id,
        (LoadLineDraft(plant.mixed_id, 5_000, amount_rupiah=100_001),),
        LoadPayment.CASH,
    )
    at_once = DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 32_259),), Payment.CASH, 100_003)
    undone = ReversalDraft(new_key(), sale_id, "salah pembeli", book.desk.staff_id)
    return [
        lambda: book.payout(100_001),
        lambda: expenses.record(book.db, book.desk, ExpenseDraft(new_key(), 1, 100_001, "upah sortir")),
        lambda: loads.record(book.db, book.desk, load),
        lambda: deposits.record(book.db, book.desk, at_once),
        lambda: reverse(book.db, book.desk, undone),
    ]


def test_nothing_is_paid_out_of_a_box_that_does_not_hold_it(book: Book) -> None:
    open_session(book.db, book.desk, OpeningDraft(new_key(), 100_000))
    acts = paid_out(book)
    before = box_state(book.db, book.desk.counter_id).acts
    for act in acts:
        with pytest.raises(CashTooLittle):
            act()
    assert box_state(book.db, book.desk.counter_id).acts == before
    draft = MovementDraft(new_key(), Direction.IN, OtherSide.BANK, 5 * 100_001, "ambil dari bank")
    move_cash(book.db, book.desk, draft)
    for act in acts:
        act()
    assert verify(book.db).problems == ()


def test_a_centre_that_does_not_count_its_cash_pays_all_the_same(book: Book) -> None:
    book.deposit(31_000)
    book.payout(31_000)
    assert verify(book.db).problems == ()
