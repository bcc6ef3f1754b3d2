"""Corrections and old books as the screens word them."""

from datetime import date

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.ledger.model import EntryKind
from daurulang.payouts import service as payouts
from daurulang.payouts.service import PayoutDraft
from daurulang.periods import month_of
from daurulang.reports.daily import CounterAct
from daurulang.reports.economic_value import Corrections, economic_value
from tests.book import PRICED_FROM, Book, new_key
from ui.members.words import act_words
from ui.reports.value_words import corrections_words, debts_words


def act(kind: EntryKind, reverses: str = "", reversed_by: str = "") -> CounterAct:
    who = (1, "A-00001", "Nur Hayati")
    money = (2450, 7595, 0, 7595)
    return CounterAct(9, "L1-000009", kind, date(2026, 11, 1), 0, *who, *money, reverses, reversed_by)


def test_what_is_taken_off_is_said_kind_by_kind() -> None:
    assert corrections_words(Corrections(2, 12_340, 38_254)) == (
        "Taken off, as corrections of other periods: 2 deposits, 12,3 kg, Rp 38.254."
    )
    assert corrections_words(Corrections(payouts_count=1, payouts_rupiah=5000, openings_count=3)) == (
        "Taken off, as corrections of other periods: 1 payouts, Rp 5.000; 3 opening balances, Rp 0."
    )


def test_the_history_of_a_member_names_reversals_and_old_books() -> None:
    assert act_words(act(EntryKind.DEPOSIT)) == "2,45 kg"
    assert act_words(act(EntryKind.DEPOSIT, reversed_by="L1-000012")) == "2,45 kg, reversed"
    assert act_words(act(EntryKind.PAYOUT, reversed_by="L1-000012")) == "Payout, reversed"
    assert act_words(act(EntryKind.REVERSAL, reverses="L1-000002")) == "Reversal of L1-000002"
    assert act_words(act(EntryKind.OPENING_BALANCE)) == "Old book"
    assert act_words(act(EntryKind.DEBT_REPAYMENT)) == "Repayment of a debt"


def test_the_report_says_what_members_owe_where_they_do(book: Book) -> None:
    day = date(2026, 3, 10)
    assert debts_words(economic_value(book.db, month_of(day))) == ""
    change_rule(book.db, CounterRule(debt_allowed=True), PRICED_FROM)
    original = book.deposit(31_000, day=day)
    payouts.record(book.db, book.desk, PayoutDraft(new_key(), book.member_id, 15_000), day)
    undoing = ReversalDraft(new_key(), original, "salah timbang, kardus", book.desk.staff_id, 15_000)
    reverse(book.db, book.desk, undoing, day)
    repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, 4_000, RepaymentSource.CASH), day)
    assert debts_words(economic_value(book.db, month_of(day))) == (
        "Members owe Rp 11.000 at the end: Rp 15.000 new, Rp 0 repaid from savings, Rp 4.000 in cash."
    )
