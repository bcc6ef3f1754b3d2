"""Recording a payout."""

from dataclasses import replace
from datetime import date

import pytest

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.errors import (
    BadNumber,
    BalanceMustStay,
    BalanceTooLow,
    FieldTooLong,
    FormKeyReused,
    PayoutBelowMinimum,
    UnknownMember,
    UserError,
)
from daurulang.ledger.model import SystemAccount
from daurulang.ledger.queries import counters, credit_balance_rupiah
from daurulang.members.queries import at_counter
from daurulang.members.service import MemberDraft, change
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft, check_payout, record
from daurulang.quantities import MAX_RUPIAH
from daurulang.receipts.queries import PayoutPart
from daurulang.receipts.service import look_at
from tests.book import Book, new_key

DAY = date(2026, 3, 10)


def pay(book: Book, rupiah: int, day: date = DAY) -> int:
    return record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, rupiah), day)


def balance(book: Book) -> int:
    return at_counter(book.db, book.member_id).balance_rupiah


def refused(book: Book, rupiah: int, refusal: UserError, day: date = DAY) -> bool:
    with pytest.raises(type(refusal)) as caught:
        pay(book, rupiah, day)
    return vars(caught.value) == vars(refusal)


def test_a_payout_lowers_the_balance_and_gets_the_next_number(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    pay(book, 20_000)
    receipt = look_at(book.db, "L1-2")
    assert receipt.part == PayoutPart(PayoutMethod.CASH, "", 20_000, 31_000)
    assert (receipt.balance_after_rupiah, balance(book)) == (11_000, 11_000)
    pay(book, 11_000)
    assert balance(book) == 0


def test_a_balance_beyond_every_amount_goes_out_part_by_part() -> None:
    with pytest.raises(BadNumber) as caught:
        check_payout(MAX_RUPIAH + 1, 2 * MAX_RUPIAH, CounterRule())
    assert caught.value.reason == "too_large"
    check_payout(MAX_RUPIAH, 2 * MAX_RUPIAH, CounterRule())


def test_never_more_than_the_balance(book: Book) -> None:
    assert refused(book, 1, BalanceTooLow(0, 1))
    book.deposit(31_000, day=DAY)
    assert refused(book, 31_001, BalanceTooLow(31_000, 31_001))
    assert refused(book, 10**30, BalanceTooLow(31_000, 10**30))
    assert balance(book) == 31_000


def test_cash_comes_from_the_counter_and_transfers_from_the_bank(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    pay(book, 10_000)
    draft = PayoutDraft(new_key(), book.member_id, 5_000, PayoutMethod.TRANSFER, " BRI 1234 ")
    record(book.db, book.desk, draft, DAY)
    with book.db.reading() as connection:
        cash = credit_balance_rupiah(connection, counters(connection)[0].cash_account_id)
        bank = credit_balance_rupiah(connection, SystemAccount.BANK)
    assert (cash, bank, balance(book)) == (10_000, 5_000, 16_000)
    assert look_at(book.db, "L1-3").part == PayoutPart(PayoutMethod.TRANSFER, "BRI 1234", 5_000, 21_000)


def test_cash_has_no_reference(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 5_000, reference="BRI"), DAY)
    assert look_at(book.db, "L1-2").part == PayoutPart(PayoutMethod.CASH, "", 5_000, 31_000)


def test_the_minimum_payout_holds_but_for_the_last_rupiah(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    change_rule(book.db, CounterRule(minimum_payout_rupiah=20_000), DAY)
    assert refused(book, 19_999, PayoutBelowMinimum(20_000))
    pay(book, 20_000)
    assert refused(book, 10_999, PayoutBelowMinimum(20_000))
    pay(book, 11_000)  # everything that is left
    assert balance(book) == 0


def test_the_minimum_balance_stays(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    change_rule(book.db, CounterRule(minimum_balance_rupiah=5_000), DAY)
    assert refused(book, 26_001, BalanceMustStay(5_000, 26_000))
    assert refused(book, 31_000, BalanceMustStay(5_000, 26_000))
    pay(book, 26_000)
    assert refused(book, 1, BalanceMustStay(5_000, 0))
    change_rule(book.db, CounterRule(minimum_balance_rupiah=9_000), date(2026, 3, 11))
    assert refused(book, 1, BalanceMustStay(9_000, 0), date(2026, 3, 11))
    pay(book, 5_000, date(2026, 3, 9))  # before there was a rule


def test_who_left_may_take_what_is_owed(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    change(book.db, book.member_id, MemberDraft("Nur Hayati", active=False))
    pay(book, 31_000)
    assert balance(book) == 0


def test_a_payout_that_makes_no_sense_is_refused(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    assert refused(book, 0, BadNumber("zero", "0"))
    assert refused(book, -5, BadNumber("negative", "-5"))
    good = PayoutDraft(new_key(), book.member_id, 1_000, PayoutMethod.TRANSFER)
    with pytest.raises(FieldTooLong) as too_long:
        record(book.db, book.desk, replace(good, reference="x" * 61), DAY)
    assert (too_long.value.field, too_long.value.limit) == ("reference", 60)
    with pytest.raises(UnknownMember):
        record(book.db, book.desk, replace(good, member_id=99), DAY)
    assert balance(book) == 31_000


def test_the_same_form_pays_once(book: Book) -> None:
    book.deposit(31_000, day=DAY)
    draft = PayoutDraft(new_key(), book.member_id, 31_000)
    first = record(book.db, book.desk, draft, DAY)
    assert record(book.db, book.desk, draft, DAY) == first  # though the balance would not allow it any more
    assert balance(book) == 0
    with pytest.raises(FormKeyReused) as caught:
        record(book.db, book.desk, replace(draft, rupiah=1), DAY)
    assert caught.value.number == "L1-000002"
