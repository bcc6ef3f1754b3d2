"""What was paid out already can become a debt of the member; it holds the savings back until it is repaid."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from daurulang.cash.queries import cash_rupiah
from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.model import reversal
from daurulang.corrections.service import ReversalDraft, document_hash, reverse
from daurulang.debt_errors import DebtHoldsBack, MoreThanOwed
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft
from daurulang.errors import (
    AlreadyPaidOut,
    BadNumber,
    BalanceMustStay,
    BalanceTooLow,
    CorrectionUncovered,
    FormKeyReused,
    NoCashSession,
    ReversalRefused,
    UnknownMember,
)
from daurulang.ledger.model import SystemAccount, entry, money_transfer
from daurulang.ledger.queries import counters
from daurulang.members.queries import at_counter
from daurulang.members.service import MemberDraft, change
from daurulang.payouts.service import PayoutDraft, record
from daurulang.receipts.queries import DepositPart, RepaymentPart, ReversalPart
from daurulang.receipts.service import look_at
from daurulang.replacements.service import correct_deposit, correct_payout
from daurulang.verification.service import verify
from tests.book import PET_RUPIAH, PRICED_FROM, Book, new_key
from tests.reports.generated import open_balance
from tests.verification.test_verification import found, unguarded

REASON = "salah timbang, anggota lain"


def allow(book: Book, valid_from: date = PRICED_FROM, *, allowed: bool = True) -> None:
    change_rule(book.db, CounterRule(debt_allowed=allowed), valid_from)


def undoing(book: Book, entry_id: int, debt_rupiah: int = 0) -> ReversalDraft:
    return ReversalDraft(new_key(), entry_id, REASON, book.desk.staff_id, debt_rupiah)


def saved_and_owed(book: Book) -> tuple[int, int]:
    found = at_counter(book.db, book.member_id)
    return found.balance_rupiah, found.debt_rupiah


def owe(book: Book, saved: int = 31_000, paid: int = 15_000) -> int:
    """A deposit of which some was paid out is reversed: that much is owed. Answers with the reversal's id."""
    allow(book)
    original = book.deposit(saved)
    book.payout(paid)
    return reverse(book.db, book.desk, undoing(book, original, paid))


def pay_back(book: Book, rupiah: int, source: RepaymentSource = RepaymentSource.CASH) -> int:
    return repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, rupiah, source))


def sound(book: Book) -> int:
    found = verify(book.db)
    assert found.problems == ()
    return found.entries


def test_without_the_rule_nothing_becomes_a_debt(book: Book) -> None:
    original = book.deposit(31_000)
    book.payout(15_000)
    with pytest.raises(AlreadyPaidOut) as caught:
        reverse(book.db, book.desk, undoing(book, original, 15_000))
    assert not caught.value.debt_allowed
    assert (saved_and_owed(book), sound(book)) == ((16_000, 0), 2)


def test_with_the_rule_it_is_offered_and_must_be_chosen(book: Book) -> None:
    allow(book)
    original = book.deposit(31_000)
    book.payout(15_000)
    for agreed in (0, 14_999):
        with pytest.raises(AlreadyPaidOut) as caught:
            reverse(book.db, book.desk, undoing(book, original, agreed))
        assert caught.value.debt_allowed
        assert (caught.value.balance_rupiah, caught.value.rupiah) == (16_000, 31_000)
    assert (saved_and_owed(book), sound(book)) == ((16_000, 0), 2)
    reverse(book.db, book.desk, undoing(book, original, 15_000))
    assert (saved_and_owed(book), sound(book)) == ((0, 15_000), 3)


def test_the_rule_holds_from_its_day_on(book: Book) -> None:
    allow(book, date(2026, 3, 11))
    original = book.deposit(31_000, day=date(2026, 3, 9))
    record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 31_000), date(2026, 3, 9))
    with pytest.raises(AlreadyPaidOut) as caught:
        reverse(book.db, book.desk, undoing(book, original, 31_000), date(2026, 3, 10))
    assert not caught.value.debt_allowed
    reverse(book.db, book.desk, undoing(book, original, 31_000), date(2026, 3, 11))
    assert saved_and_owed(book) == (0, 31_000)


def test_only_what_is_missing_becomes_a_debt(book: Book) -> None:
    allow(book)
    original = book.deposit(31_000)
    book.payout(15_000)
    book.deposit(6_200)
    reverse(book.db, book.desk, undoing(book, original, 15_000))
    assert saved_and_owed(book) == (0, 8_800)
    other = book.deposit(3_100)
    reverse(book.db, book.desk, undoing(book, other, 99_000))
    assert saved_and_owed(book) == (0, 8_800)
    assert sound(book) == 6


def test_the_entry_has_one_more_transfer_and_the_paper_says_it(book: Book) -> None:
    reversal_id = owe(book)
    with book.db.reading() as connection:
        savings = at_counter(book.db, book.member_id).member.savings_account_id
        rows = connection.execute(
            sa.select(money_transfer.c.debit_account_id, money_transfer.c.credit_account_id, money_transfer.c.rupiah)
            .where(money_transfer.c.entry_id == reversal_id)
            .order_by(money_transfer.c.position)
        ).all()
    assert [tuple(row) for row in rows] == [
        (SystemAccount.DEBT, savings, 15_000),
        (savings, SystemAccount.INVENTORY, 31_000),
    ]
    receipt = look_at(book.db, "L1-3")
    assert isinstance(receipt.part, ReversalPart)
    assert receipt.part.debt_rupiah == 15_000
    assert (receipt.balance_before_rupiah, receipt.balance_after_rupiah) == (16_000, 0)


def test_the_hash_of_the_document_covers_the_debt_and_is_the_old_one_without(book: Book) -> None:
    reversal_id = owe(book)
    with book.db.reading() as connection:
        row = connection.execute(sa.select(reversal).where(reversal.c.entry_id == reversal_id)).one()
        stated = connection.execute(sa.select(entry.c.document_hash).where(entry.c.id == reversal_id)).scalar_one()
    head = (row.original_id, row.reason, row.approver_id, row.balance_after_rupiah)
    assert stated == document_hash(head, debt_rupiah=15_000)
    assert document_hash(head, "") == document_hash(head, "", 0)
    assert len({document_hash(head, key, debt) for key in ("", "k") for debt in (0, 1, 2)}) == 6


def test_a_debt_holds_savings_back(book: Book) -> None:
    owe(book)
    book.deposit(21_700)
    with pytest.raises(DebtHoldsBack) as caught:
        book.payout(6_701)
    assert (caught.value.balance_rupiah, caught.value.debt_rupiah, caught.value.most_rupiah) == (21_700, 15_000, 6_700)
    with pytest.raises(BalanceTooLow):
        book.payout(21_701)
    book.payout(6_700)
    with pytest.raises(DebtHoldsBack) as caught:
        book.payout(1)
    assert caught.value.most_rupiah == 0
    pay_back(book, 15_000, RepaymentSource.SAVINGS)
    assert saved_and_owed(book) == (0, 0)
    sound(book)


def test_the_minimums_know_of_the_debt(book: Book) -> None:
    owe(book)
    book.deposit(21_700)
    rule = CounterRule(minimum_payout_rupiah=10_000, minimum_balance_rupiah=20_000, debt_allowed=True)
    change_rule(book.db, rule, PRICED_FROM)
    with pytest.raises(BalanceMustStay) as caught:
        book.payout(5_000)
    assert caught.value.most_rupiah == 1_700
    change_rule(book.db, replace(rule, minimum_balance_rupiah=0), PRICED_FROM)
    book.payout(6_700)  # all that the debt leaves free, below the minimum payout


def test_it_is_repaid_from_the_savings(book: Book) -> None:
    owe(book)
    book.deposit(9_300)
    with pytest.raises(BalanceTooLow) as caught:
        pay_back(book, 9_301, RepaymentSource.SAVINGS)
    assert caught.value.balance_rupiah == 9_300
    pay_back(book, 9_000, RepaymentSource.SAVINGS)
    assert saved_and_owed(book) == (300, 6_000)
    receipt = look_at(book.db, "L1-5")
    assert receipt.part == RepaymentPart(RepaymentSource.SAVINGS, 9_000, 6_000, 9_300)
    assert receipt.part.debt_before_rupiah == 15_000
    assert (receipt.balance_before_rupiah, receipt.balance_after_rupiah) == (9_300, 300)
    sound(book)


def test_it_is_repaid_in_cash_over_an_open_box(book: Book) -> None:
    owe(book)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 50_000))
    pay_back(book, 10_000)
    assert saved_and_owed(book) == (0, 5_000)
    with book.db.reading() as connection:
        assert cash_rupiah(connection, counters(connection)[0].cash_account_id) == 60_000
    receipt = look_at(book.db, "L1-5")
    assert receipt.part == RepaymentPart(RepaymentSource.CASH, 10_000, 5_000, 0)
    assert (receipt.balance_before_rupiah, receipt.balance_after_rupiah) == (0, 0)
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((10_000, 6),)))
    with pytest.raises(NoCashSession):
        pay_back(book, 5_000)
    assert (saved_and_owed(book), sound(book)) == ((0, 5_000), 6)


def test_never_more_than_is_owed(book: Book) -> None:
    with pytest.raises(MoreThanOwed) as caught:
        pay_back(book, 1)
    assert caught.value.debt_rupiah == 0
    owe(book)
    with pytest.raises(MoreThanOwed) as caught:
        pay_back(book, 15_001)
    assert (caught.value.debt_rupiah, caught.value.asked_rupiah) == (15_000, 15_001)
    for nothing in (0, -5):
        with pytest.raises(BadNumber):
            pay_back(book, nothing)
    with pytest.raises(UnknownMember):
        repay(book.db, book.desk, RepaymentDraft(new_key(), 99, 1, RepaymentSource.CASH))
    assert (saved_and_owed(book), sound(book)) == ((0, 15_000), 3)


def test_the_same_form_repays_once(book: Book) -> None:
    owe(book)
    draft = RepaymentDraft(new_key(), book.member_id, 15_000, RepaymentSource.CASH)
    first = repay(book.db, book.desk, draft)
    assert repay(book.db, book.desk, draft) == first  # though nothing is owed any more
    with pytest.raises(FormKeyReused):
        repay(book.db, book.desk, replace(draft, rupiah=1))
    assert (saved_and_owed(book), sound(book)) == ((0, 0), 4)


def test_who_left_still_repays(book: Book) -> None:
    owe(book)
    change(book.db, book.member_id, MemberDraft("Nur Hayati", active=False))
    pay_back(book, 15_000)
    assert saved_and_owed(book) == (0, 0)


@pytest.mark.parametrize("source", RepaymentSource)
def test_a_reversed_repayment_is_owed_again(book: Book, source: RepaymentSource) -> None:
    owe(book)
    book.deposit(15_500)
    repayment = pay_back(book, 15_000, source)
    reversal_id = reverse(book.db, book.desk, undoing(book, repayment))
    assert saved_and_owed(book) == (15_500, 15_000)
    receipt = look_at(book.db, "L1-6")
    assert isinstance(receipt.part, ReversalPart)
    assert isinstance(receipt.part.undone, RepaymentPart)
    taken = 15_000 if source is RepaymentSource.SAVINGS else 0
    assert (receipt.balance_before_rupiah, receipt.balance_after_rupiah) == (15_500 - taken, 15_500)
    assert look_at(book.db, "L1-5").links.reversed_by == "L1-000006"
    with pytest.raises(ReversalRefused):
        reverse(book.db, book.desk, undoing(book, reversal_id))
    sound(book)


def test_cash_of_a_repayment_goes_back_over_an_open_box_only(book: Book) -> None:
    owe(book)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 50_000))
    repayment = pay_back(book, 15_000)
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((5_000, 13),)))
    with pytest.raises(NoCashSession):
        reverse(book.db, book.desk, undoing(book, repayment))
    assert (saved_and_owed(book), sound(book)) == ((0, 0), 6)


def test_a_reversal_that_made_a_debt_stays(book: Book) -> None:
    reversal_id = owe(book)
    with pytest.raises(ReversalRefused) as caught:
        reverse(book.db, book.desk, undoing(book, reversal_id))
    assert caught.value.reason == "is_reversal"


def test_a_correction_leaves_as_a_debt_what_the_new_deposit_does_not_cover(book: Book) -> None:
    allow(book)
    original = book.deposit(31_000)
    book.payout(30_000)
    lines = (LineDraft(book.pet_id, 12_400 * 1000 // PET_RUPIAH),)
    right = DepositDraft(new_key(), book.member_id, lines, Payment.SAVINGS, 12_400)
    for agreed in (0, 17_599):
        with pytest.raises(CorrectionUncovered) as caught:
            correct_deposit(book.db, book.desk, undoing(book, original, agreed), right)
        assert (caught.value.missing_rupiah, caught.value.debt_allowed) == (17_600, True)
    done = correct_deposit(book.db, book.desk, undoing(book, original, 17_600), right)
    assert (done.reversal_id > done.replacement_id, saved_and_owed(book)) == (True, (0, 17_600))
    undone, instead = look_at(book.db, "L1-4"), look_at(book.db, "L1-3")
    assert isinstance(undone.part, ReversalPart)
    assert isinstance(instead.part, DepositPart)
    assert (undone.part.debt_rupiah, undone.balance_after_rupiah, instead.balance_after_rupiah) == (17_600, 0, 0)
    sound(book)


def test_a_correction_to_another_member_leaves_the_debt_with_the_first(book: Book) -> None:
    allow(book)
    original = book.deposit(31_000)
    book.payout(30_000)
    right = DepositDraft(new_key(), book.other_id, (LineDraft(book.pet_id, 10_000),), Payment.SAVINGS, 31_000)
    with pytest.raises(CorrectionUncovered) as caught:
        correct_deposit(book.db, book.desk, undoing(book, original), right)
    assert (caught.value.missing_rupiah, caught.value.debt_allowed) == (30_000, True)
    done = correct_deposit(book.db, book.desk, undoing(book, original, 30_000), right)
    assert (done.reversal_id < done.replacement_id, saved_and_owed(book)) == (True, (0, 30_000))
    assert at_counter(book.db, book.other_id).balance_rupiah == 31_000
    assert look_at(book.db, "L1-4").balance_after_rupiah == 31_000  # of whom it belongs to
    sound(book)


def test_a_correction_that_needs_no_debt_makes_none(book: Book) -> None:
    allow(book)
    original = book.deposit(31_000)
    book.payout(30_000)
    right = DepositDraft(new_key(), book.member_id, (LineDraft(book.pet_id, 11_000),), Payment.SAVINGS, 34_100)
    correct_deposit(book.db, book.desk, undoing(book, original, 99_000), right)
    assert saved_and_owed(book) == (4_100, 0)
    sound(book)


def test_a_payout_can_be_put_right_though_a_debt_came_since(book: Book) -> None:
    """The money is gone: what the book says of it must be what was handed out."""
    allow(book)
    original = book.deposit(31_000)
    payout = book.payout(20_000)
    reverse(book.db, book.desk, undoing(book, original, 20_000))
    done = correct_payout(book.db, book.desk, undoing(book, payout), PayoutDraft(new_key(), book.member_id, 12_000))
    assert saved_and_owed(book) == (8_000, 20_000)
    again = undoing(book, done.replacement_id)
    with pytest.raises(BalanceTooLow):
        correct_payout(book.db, book.desk, again, PayoutDraft(new_key(), book.member_id, 20_001))
    book.deposit(31_000)
    with pytest.raises(DebtHoldsBack):
        correct_payout(book.db, book.desk, again, PayoutDraft(new_key(), book.member_id, 40_000))
    sound(book)


def test_an_opening_balance_is_no_deposit(book: Book) -> None:
    """Old books are put right by their lists."""
    allow(book)
    opening = open_balance(book, book.member_id, 31_000, date(2026, 3, 9))
    book.payout(15_000)
    with pytest.raises(AlreadyPaidOut) as caught:
        reverse(book.db, book.desk, undoing(book, opening, 15_000))
    assert not caught.value.debt_allowed


@pytest.mark.parametrize(
    "statement, expected",
    [
        ("UPDATE debt_repayment SET debt_after_rupiah = 9000", {("document_changed", 4), ("debt_wrong", 4)}),
        ("UPDATE debt_repayment SET rupiah = 4000", {("document_changed", 4), ("money_differs", 4)}),
        ("UPDATE debt_repayment SET source = 'savings'", {("document_changed", 4), ("money_differs", 4)}),
        ("UPDATE debt_repayment SET member_id = 2", {("document_changed", 4), ("debt_wrong", 4)}),
        ("DELETE FROM debt_repayment", {("document_missing", 4)}),
        ("UPDATE reversal SET debt_rupiah = 14000", {("document_changed", 3), ("reversal_differs", 3)}),
        ("UPDATE reversal SET debt_rupiah = 0", {("document_changed", 3), ("reversal_differs", 3)}),
        ("UPDATE money_transfer SET rupiah = 20000 WHERE credit_account_id = -4", {("debt_wrong", 4)}),
        ("UPDATE entry SET member_id = 2 WHERE sequence = 4", {("debt_wrong", 4)}),
    ],
)
def test_verify_finds_what_was_tampered_with(book: Book, statement: str, expected: set[tuple[str, int]]) -> None:
    owe(book)
    pay_back(book, 5_000)
    with unguarded(book.db) as run:
        run(statement)
    assert {(kind, f"L1-{number:06d}") for kind, number in expected} <= found(book.db)
