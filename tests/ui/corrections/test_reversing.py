"""Reversing and putting right by keys alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.centre.service import add_counter
from daurulang.ledger.model import EntryKind
from daurulang.ledger.service import Desk as LedgerDesk
from daurulang.payouts.service import PayoutDraft, record
from daurulang.receipts.queries import DepositPart, ReversalPart
from daurulang.receipts.service import look_at
from daurulang.staff.service import add_staff
from daurulang.verification.service import verify
from tests.book import new_key
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
REASON = "salah timbang, kardus basah"


def ask(desk: Desk, key: Qt.Key = KEY.Key_R) -> None:
    """Open the list of today and ask about the act under the cursor, the newest."""
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(key, CTRL)
    desk.settle()


def answer(desk: Desk, reason: str = REASON, pin: str = "123456") -> None:
    desk.type(f"{reason}\n\n{pin}")
    desk.press(KEY.Key_F10)
    desk.settle()


def test_a_deposit_is_reversed_and_its_paper_is_made(desk: Desk) -> None:
    desk.book.deposit(31_000)
    ask(desk)
    panel = desk.today.panel
    assert panel.isVisible()
    assert desk.today.paper.isHidden()
    answer(desk)
    assert panel.isHidden()
    assert desk.balance() == 0
    assert desk.acts()[0].reverses == "L1-000001"
    assert desk.pdfs() == ["L1-000002.pdf"]
    assert "L1-000002 saved: L1-000001 is reversed" in desk.notice()
    part = look_at(desk.book.db, "L1-2").part
    assert isinstance(part, ReversalPart)
    assert (part.reason, part.approver) == (REASON, "Siti Aminah")
    assert "Deposit, reversed" in [desk.today.table.model.cells(row)[2] for row in desk.today.table.model.rows()]
    assert verify(desk.book.db).problems == ()


def test_the_panel_shows_what_will_be_undone(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(6_000)
    ask(desk)
    shown = " ".join(each.text() for each in desk.today.panel.findChildren(type(desk.today.panel._title)))
    for words in ("Reverse L1-000002", "Nur Hayati", "A-00001", "Rp 6.000", "Back to the savings", "Rp 31.000"):
        assert words in shown


@pytest.mark.parametrize("reason, said", [("salah", "at least 10 letters"), ("", "at least 10 letters")])
def test_a_short_reason_is_refused_under_its_field(desk: Desk, reason: str, said: str) -> None:
    desk.book.deposit()
    ask(desk)
    desk.type(reason)
    assert f"{len(reason)} of at least 10" in desk.today.panel.fields["reason"].message()
    desk.press(KEY.Key_F10)
    assert said in desk.today.panel.fields["reason"].message()
    assert desk.today.panel.reason.text() == reason
    assert len(desk.acts()) == 1


def test_a_wrong_pin_keeps_the_reason(desk: Desk) -> None:
    desk.book.deposit()
    ask(desk)
    answer(desk, pin="9999")
    panel = desk.today.panel
    assert "do not belong together" in panel.fields["pin"].message()
    assert panel.reason.text() == REASON
    assert len(desk.acts()) == 1
    desk.type("123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert len(desk.acts()) == 2


def test_somebody_else_approves_where_there_is_one(desk: Desk) -> None:
    add_staff(desk.book.db, "Budi Santoso", "4321")
    desk.book.deposit()
    ask(desk)
    panel = desk.today.panel
    assert [panel.approver.itemText(n) for n in range(panel.approver.count())] == ["Budi Santoso"]
    answer(desk)
    assert "do not belong together" in panel.fields["pin"].message()
    desk.type("4321")
    desk.press(KEY.Key_F10)
    desk.settle()
    part = look_at(desk.book.db, "L1-2").part
    assert isinstance(part, ReversalPart)
    assert part.approver == "Budi Santoso"


def test_what_was_paid_out_is_said_and_nothing_typed_is_lost(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(30_000)
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_R, CTRL)
    desk.settle()
    answer(desk)
    panel = desk.today.panel
    assert "only Rp 1.000 are left" in panel.message()
    assert panel.reason.text() == REASON
    assert len(desk.acts()) == 2


def test_esc_asks_once_before_it_drops_a_reason(desk: Desk) -> None:
    desk.book.deposit()
    ask(desk)
    desk.type("salah")
    desk.press(KEY.Key_Escape)
    assert desk.today.panel.isVisible()
    desk.press(KEY.Key_Escape)
    assert desk.today.panel.isHidden()
    assert desk.window.current_screen() is desk.today


def test_a_reversal_and_what_was_reversed_are_left_alone(desk: Desk) -> None:
    desk.book.deposit()
    ask(desk)
    answer(desk)
    ask(desk)
    assert "L1-000002 is a reversal itself" in desk.notice()
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_E, CTRL)
    assert "L1-000001 was reversed already by L1-000002" in desk.notice()
    assert desk.today.panel.isHidden()


def test_a_deposit_is_put_right_in_its_own_form(desk: Desk) -> None:
    desk.book.deposit(31_000)
    ask(desk, KEY.Key_E)
    answer(desk)
    form = desk.deposit
    assert desk.window.current_screen() is form
    assert "Correcting L1-000001" in form.strip.words()
    assert REASON in form.strip.words()
    assert [line.draft.gross for line in form.form.shown()] == [10_000]
    assert len(desk.acts()) == 1
    assert desk.today.panel.isHidden()
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    desk.type("4\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    replaced, reversal, original = desk.acts()
    assert (reversal.reverses, original.reversed_by) == ("L1-000001", "L1-000002")
    assert desk.balance() == 12_400
    assert "L1-000003 stands in the place of L1-000001" in desk.notice()
    assert "balance Rp 12.400" in desk.notice()
    assert look_at(desk.book.db, replaced.number).links.replaces == "L1-000001"
    assert desk.pdfs() == ["L1-000002.pdf", "L1-000003.pdf"]
    assert form.strip.isHidden()
    assert form.form.correction is None
    assert verify(desk.book.db).problems == ()


def test_a_correction_is_left_by_two_esc_and_nothing_has_changed(desk: Desk) -> None:
    desk.book.deposit(31_000)
    ask(desk, KEY.Key_E)
    answer(desk)
    desk.press(KEY.Key_Escape)
    assert "L1-000001 stays as it was" in desk.notice()
    desk.press(KEY.Key_Escape)
    assert desk.deposit.strip.isHidden()
    assert not desk.deposit.unsaved()
    assert len(desk.acts()) == 1


def test_a_refused_correction_keeps_the_form(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(30_000)
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_E, CTRL)
    desk.settle()
    answer(desk)
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    desk.type("4\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "short of Rp 17.600" in desk.deposit.payment.confirm.message()
    assert [line.draft.gross for line in desk.deposit.form.shown()] == [4_000]
    assert "Correcting L1-000001" in desk.deposit.strip.words()
    assert len(desk.acts()) == 2


def test_it_was_another_member(desk: Desk) -> None:
    desk.book.deposit(31_000)
    ask(desk, KEY.Key_E)
    answer(desk)
    desk.press(KEY.Key_M, ALT)
    desk.press(KEY.Key_F10)
    assert "Choose the member first" in desk.deposit.member_box.message()
    desk.press(KEY.Key_Escape)
    assert desk.deposit.form.member is not None
    desk.press(KEY.Key_M, ALT)
    desk.type("ridwan\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert (desk.balance(), desk.balance(desk.book.other_id)) == (0, 31_000)
    assert "Moh. Ridwan: balance Rp 31.000" in desk.notice()


def test_a_form_that_holds_something_is_not_overwritten(desk: Desk) -> None:
    desk.book.deposit()
    desk.type("ridwan\npet\n3\n")
    ask(desk, KEY.Key_E)
    answer(desk)
    assert "first, then correct" in desk.notice()
    assert desk.window.current_screen() is desk.today
    assert desk.today.panel.isVisible()
    assert desk.today.panel.reason.text() == REASON
    assert [line.draft.gross for line in desk.deposit.form.shown()] == [3_000]


def test_an_older_deposit_is_put_right_on_its_own_day(desk: Desk) -> None:
    before = desk.session.today() - timedelta(2)
    desk.book.deposit(31_000, day=before)
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    for _ in range(2):
        desk.press(KEY.Key_PageUp)
        desk.settle()
    desk.press(KEY.Key_E, CTRL)
    desk.settle()
    answer(desk)
    assert desk.deposit.form.prices.board.day == before
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert {act.day for act in desk.acts()} == {before}
    desk.settle()
    assert desk.deposit.form.prices.board.day == desk.session.today()


def test_a_payout_is_put_right(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(30_000)
    ask(desk, KEY.Key_E)
    answer(desk)
    form = desk.payout
    assert desk.window.current_screen() is form
    assert form.amount.text() == "30.000"
    assert form.form.balance_rupiah == 31_000
    assert "Correcting L1-000002" in form.strip.words()
    desk.type("20000")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 11_000
    assert [act.kind for act in desk.acts()][:2] == [EntryKind.PAYOUT, EntryKind.REVERSAL]
    assert form.strip.isHidden()
    assert verify(desk.book.db).problems == ()


def test_a_split_and_deductions_come_back_as_they_were(desk: Desk) -> None:
    desk.type("nur\npet\n3")
    desk.press(KEY.Key_Tab)
    desk.type("0,2\n0,5\nbasah\n")
    desk.press(KEY.Key_3, ALT)
    desk.type("2000\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    original = look_at(desk.book.db, "L1-1").part
    ask(desk, KEY.Key_E)
    answer(desk)
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    replaced = look_at(desk.book.db, "L1-3")
    assert isinstance(original, DepositPart)
    assert replaced.part == original
    assert original.cash_rupiah == 2_000


def test_cash_of_another_counter_is_said_and_waits_for_its_box(desk: Desk) -> None:
    book = desk.book
    other = LedgerDesk(add_counter(book.db, "L2", "Loket 2").id, book.desk.staff_id)
    book.deposit(31_000)
    open_session(book.db, other, OpeningDraft(new_key(), 50_000))
    record(book.db, other, PayoutDraft(new_key(), book.member_id, 10_000))
    close_session(book.db, other, ClosingDraft(new_key(), ((10_000, 4),)))
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.today.undo("L2-000002", correcting=False)
    panel = desk.today.panel
    shown = " ".join(each.text() for each in panel.findChildren(type(panel._title)))
    assert "Into or out of the cash box of" in shown
    assert "L2" in shown
    answer(desk)
    assert "box of L2, which is closed" in panel.message()
    assert desk.balance() == 21_000
