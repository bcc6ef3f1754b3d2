"""Who owes is told so at the counter, has savings held back, and repays by keys alone."""

import pytest
from PySide6.QtCore import Qt

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.debts.model import RepaymentSource
from daurulang.debts.service import RepaymentDraft, repay
from daurulang.ledger.model import EntryKind
from daurulang.receipts.queries import RepaymentPart
from daurulang.receipts.service import look_at
from tests.book import new_key
from tests.ui.debts.owing import ALT, CTRL, KEY, REASON, at_payout, owe, owed
from tests.ui.desk import Desk


def test_who_owes_is_told_so_at_both_counters(desk: Desk) -> None:
    owe(desk)
    desk.type("nur\n")
    assert desk.deposit.member_box.debt() == "Owes Rp 15.000"
    desk.press(KEY.Key_Escape)
    desk.type("ridwan\n")
    assert desk.deposit.member_box.debt() == ""
    at_payout(desk)
    assert desk.payout.member_box.debt() == "Owes Rp 15.000"


def test_the_payout_says_what_is_held_back_and_refuses_more(desk: Desk) -> None:
    owe(desk, 21_700)
    at_payout(desk)
    words = desk.payout.debt.words()
    assert words == "Owes Rp 15.000. Rp 15.000 of the savings is held back; at most Rp 6.700 can be paid out."
    desk.type("6701")
    desk.press(KEY.Key_F10)
    said = desk.payout.amount_field.message()
    assert said == "Balance Rp 21.700, debt Rp 15.000: at most Rp 6.700 can be paid out. Repay the debt first."
    desk.press(KEY.Key_A, ALT)
    assert desk.payout.amount.text() == "6.700"
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 15_000


def test_nobody_else_is_asked_to_repay(desk: Desk) -> None:
    desk.book.deposit(31_000)
    at_payout(desk)
    assert desk.payout.debt.isHidden()
    desk.press(KEY.Key_L, ALT)
    assert desk.payout.repayment.isHidden()


# --- repaying it ----------------------------------------------------------------------------------------------


def repaid(desk: Desk, number: str) -> RepaymentPart:
    part = look_at(desk.book.db, number).part
    assert isinstance(part, RepaymentPart)
    return part


def test_a_debt_is_repaid_in_cash_by_keys_alone_with_its_receipt(desk: Desk) -> None:
    owe(desk, 6_200)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    assert panel.amount.hasFocus()
    assert (panel.source.value(), panel.amount.text()) == ("cash", "15.000")  # the savings do not hold it
    desk.type("10000")
    desk.press(KEY.Key_F10)
    assert panel.confirm.words() == "Rp 10.000 repaid, in cash, Rp 5.000 is still owed"
    assert owed(desk) == 15_000
    desk.press(KEY.Key_F10)
    desk.settle()
    assert repaid(desk, "L1-5") == RepaymentPart(RepaymentSource.CASH, 10_000, 5_000, 6_200)
    assert "L1-000005 saved. Nur Hayati still owes Rp 5.000." in desk.notice()
    assert desk.pdfs() == ["L1-000005.pdf"]
    assert panel.isHidden()
    assert desk.payout.member_box.debt() == "Owes Rp 5.000"
    assert desk.payout.amount.hasFocus()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert "L1-000005-salinan-1.pdf" in desk.pdfs()


def test_a_debt_is_repaid_from_the_savings(desk: Desk) -> None:
    owe(desk, 21_700)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    assert (panel.source.value(), panel.amount.text()) == ("savings", "15.000")
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Return)
    desk.settle()
    assert (desk.balance(), owed(desk)) == (6_700, 0)
    assert "owes nothing any more" in desk.notice()
    assert desk.payout.debt.isHidden()
    assert desk.payout.member_box.debt() == ""


def test_the_source_is_changed_by_a_key_and_suggests_what_it_holds(desk: Desk) -> None:
    owe(desk, 6_200)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    desk.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert panel.source.hasFocus()
    desk.press(KEY.Key_Left)
    assert (panel.source.value(), panel.amount.text()) == ("savings", "6.200")
    desk.press(KEY.Key_Return)
    desk.type("6201")
    desk.press(KEY.Key_F10)
    assert "Rp 6.200" in panel.amount_field.message()
    assert panel.amount.text() == "6.201"


@pytest.mark.parametrize(
    "typed, said", [("15001", "at most that can be repaid"), ("0", "more than zero"), ("", "Type")]
)
def test_what_cannot_be_repaid_is_said_under_the_field(desk: Desk, typed: str, said: str) -> None:
    owe(desk)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    panel.amount.clear()
    desk.type(typed)
    desk.press(KEY.Key_F10)
    assert said in panel.amount_field.message()
    assert owed(desk) == 15_000


def test_cash_needs_an_open_box_and_the_form_stays(desk: Desk) -> None:
    owe(desk)
    book = desk.book
    open_session(book.db, book.desk, OpeningDraft(new_key(), 20_000))
    close_session(book.db, book.desk, ClosingDraft(new_key(), ((20_000, 1),)))
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    key = panel.form.key
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "F8" in panel.confirm.message()
    assert (panel.form.key, panel.amount.text(), owed(desk)) == (key, "15.000", 15_000)
    open_session(book.db, book.desk, OpeningDraft(new_key(), 20_000))
    desk.press(KEY.Key_F10)
    desk.settle()
    assert owed(desk) == 0


def test_another_counter_was_quicker(desk: Desk) -> None:
    owe(desk)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    desk.press(KEY.Key_F10)
    book = desk.book
    repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, 10_000, RepaymentSource.CASH))
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "The debt is Rp 5.000" in desk.payout.repayment.amount_field.message()
    assert owed(desk) == 5_000


def test_esc_steps_out_of_the_read_back_and_then_back_to_the_payout(desk: Desk) -> None:
    owe(desk, 21_700)
    at_payout(desk)
    desk.type("1000")
    desk.press(KEY.Key_L, ALT)
    panel = desk.payout.repayment
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Escape)
    assert panel.confirm.words() == ""
    assert panel.isVisible()
    desk.press(KEY.Key_Escape)
    assert panel.isHidden()
    assert desk.payout.amount.hasFocus()
    assert desk.payout.amount.text() == "1.000"


def test_saving_twice_repays_once(desk: Desk) -> None:
    owe(desk)
    at_payout(desk)
    desk.press(KEY.Key_L, ALT)
    desk.type("5000")
    for _ in range(4):
        desk.press(KEY.Key_F10)
    desk.settle()
    assert owed(desk) == 10_000


def test_a_repayment_is_reversed_like_any_other_act(desk: Desk) -> None:
    owe(desk, 21_700)
    book = desk.book
    repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, 15_000, RepaymentSource.SAVINGS))
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_E, CTRL)
    desk.settle()
    assert "repay once more" in desk.notice()
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert (desk.balance(), owed(desk)) == (21_700, 15_000)
    assert [act.kind for act in desk.acts()[:2]] == [EntryKind.REVERSAL, EntryKind.DEBT_REPAYMENT]
    assert "Rp 15.000 became a debt" in desk.notice()


def test_the_list_of_the_day_names_the_act(desk: Desk) -> None:
    owe(desk, 6_200)
    book = desk.book
    repay(book.db, book.desk, RepaymentDraft(new_key(), book.member_id, 5_000, RepaymentSource.CASH))
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    row = desk.today.table.model.cells(next(iter(desk.today.table.model.rows())))
    assert row[2] == "Repayment of a debt"
    assert "−5.000" in row
    desk.press(KEY.Key_Return)
    desk.settle()
    words = desk.today.paper.words()
    for said in ("Repayment of a debt  L1-000005", "Debt before\nRp 15.000", "Still owed\nRp 10.000"):
        assert said in words
