"""A posted act is answered by another that turns every transfer round, once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.errors import (
    AlreadyPaidOut,
    ApproverRefused,
    FieldTooLong,
    NoCashSession,
    ReasonTooShort,
    ReversalRefused,
    UnknownReceipt,
)
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import credit_balance_rupiah
from daurulang.reports.balances import balance_of
from daurulang.staff.service import add_staff, set_active
from daurulang.verification.service import verify
from tests.book import Book, new_key

REASON = "salah timbang, anggota lain"


def draft(book: Book, entry_id: int, reason: str = REASON) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, reason, book.desk.staff_id)


def stock_grams(book: Book) -> int:
    with book.db.reading() as connection:
        into, out = (
            int(
                connection.exec_driver_sql(
                    f"SELECT coalesce(sum(grams), 0) FROM mass_transfer WHERE {side}_place_id = 2"
                ).scalar_one()
            )
            for side in ("to", "from")
        )
    return into - out


def test_a_reversed_deposit_leaves_money_and_goods_as_before(book: Book) -> None:
    entry_id = book.deposit(31_000)
    assert stock_grams(book) == 10_000
    reversal_id = reverse(book.db, book.desk, draft(book, entry_id))
    assert reversal_id > entry_id
    assert balance_of(book.db, "1").rupiah == 0
    assert stock_grams(book) == 0
    with book.db.reading() as connection:
        assert credit_balance_rupiah(connection, SystemAccount.INVENTORY) == 0
    assert verify(book.db).problems == ()


def test_a_reversed_payout_is_owed_again(book: Book) -> None:
    book.deposit(31_000)
    reverse(book.db, book.desk, draft(book, book.payout(10_000)))
    assert balance_of(book.db, "1").rupiah == 31_000
    assert verify(book.db).problems == ()


def test_one_reversal_for_an_act_and_none_for_a_reversal(book: Book) -> None:
    entry_id = book.deposit()
    form = draft(book, entry_id)
    first = reverse(book.db, book.desk, form)
    assert reverse(book.db, book.desk, form) == first
    with pytest.raises(ReversalRefused) as caught:
        reverse(book.db, book.desk, draft(book, entry_id))
    assert (caught.value.number, caught.value.reason, caught.value.other) == (
        *("L1-000001", "reversed_before", "L1-000002"),
    )
    with pytest.raises(ReversalRefused) as caught:
        reverse(book.db, book.desk, draft(book, first))
    assert caught.value.reason == "is_reversal"


def test_money_that_was_paid_out_is_not_taken_back(book: Book) -> None:
    entry_id = book.deposit(31_000)
    book.payout(1_000)
    with pytest.raises(AlreadyPaidOut) as caught:
        reverse(book.db, book.desk, draft(book, entry_id))
    assert (caught.value.number, caught.value.balance_rupiah, caught.value.rupiah) == ("L1-000001", 30_000, 31_000)
    assert balance_of(book.db, "1").rupiah == 30_000
    assert verify(book.db).entries == 2


@pytest.mark.parametrize(
    "reason, refusal", [("", ReasonTooShort), ("  salah   ya ", ReasonTooShort), ("x" * 201, FieldTooLong)]
)
def test_a_reason_is_a_sentence(book: Book, reason: str, refusal: Callable[..., Exception]) -> None:
    entry_id = book.deposit()
    with pytest.raises(refusal):  # type: ignore[call-overload]  # a class of errors
        reverse(book.db, book.desk, draft(book, entry_id, reason))


def test_what_is_not_there_is_not_reversed(book: Book) -> None:
    with pytest.raises(UnknownReceipt):
        reverse(book.db, book.desk, draft(book, 4711))


def test_somebody_else_approves_where_somebody_else_works(book: Book) -> None:
    entry_id = book.deposit()
    other_id = add_staff(book.db, "Budi", "4321")
    with pytest.raises(ApproverRefused) as caught:
        reverse(book.db, book.desk, draft(book, entry_id))
    assert caught.value.reason == "same"
    set_active(book.db, other_id, active=False)
    approved = replace(draft(book, entry_id), approver_id=other_id)
    with pytest.raises(ApproverRefused) as caught:
        reverse(book.db, book.desk, approved)
    assert caught.value.reason == "inactive"
    set_active(book.db, other_id, active=True)
    reverse(book.db, book.desk, replace(draft(book, entry_id), approver_id=other_id))
    assert verify(book.db).problems == ()


def test_cash_goes_back_only_over_an_open_box(book: Book) -> None:
    book.deposit(31_000)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 50_000))
    payout_id = book.payout(10_000)
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((10_000, 4),)))
    with pytest.raises(NoCashSession):
        reverse(book.db, book.desk, draft(book, payout_id))
    open_session(book.db, book.desk, OpeningDraft(new_key(), 40_000))
    reverse(book.db, book.desk, draft(book, payout_id))
    assert balance_of(book.db, "1").rupiah == 31_000
    assert verify(book.db).problems == ()
