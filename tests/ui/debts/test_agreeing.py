"""A deposit that was paid out is taken back, and the rest is owed: asked, chosen by a key, said."""

from daurulang.receipts.queries import ReversalPart
from daurulang.receipts.service import look_at
from daurulang.verification.service import verify
from tests.ui.debts.owing import ALT, KEY, REASON, allow, ask_about_the_oldest, owed
from tests.ui.desk import Desk


def test_nothing_is_offered_where_debts_are_not_allowed(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(15_000)
    ask_about_the_oldest(desk)
    panel = desk.today.panel
    assert panel.fields["debt"].isHidden()
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "only Rp 16.000 are left" in panel.message()
    assert panel.fields["debt"].isHidden()
    assert len(desk.acts()) == 2


def test_not_to_is_what_stands_there_until_somebody_chooses(desk: Desk) -> None:
    allow(desk)
    desk.book.deposit(31_000)
    desk.book.payout(15_000)
    ask_about_the_oldest(desk)
    panel = desk.today.panel
    assert panel.debt.hasFocus()
    assert panel.debt.accessibleName() == "Rp 15.000 was paid out already: make it a debt of the member?"
    desk.type(f"\n{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert "only Rp 16.000 are left" in panel.message()
    assert panel.reason.text() == REASON
    assert len(desk.acts()) == 2


def test_a_debt_is_chosen_by_a_key_and_said_on_all_papers(desk: Desk) -> None:
    allow(desk)
    desk.book.deposit(31_000)
    desk.book.payout(15_000)
    ask_about_the_oldest(desk)
    desk.press(KEY.Key_Right)
    shown = " ".join(each.text() for each in desk.today.panel.findChildren(type(desk.today.panel._title)))
    assert "Becomes a debt Rp 15.000" in " ".join(shown.split())
    desk.type(f"\n{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    assert (desk.balance(), owed(desk)) == (0, 15_000)
    assert "balance Rp 0, Rp 15.000 became a debt" in desk.notice()
    part = look_at(desk.book.db, "L1-3").part
    assert isinstance(part, ReversalPart)
    assert part.debt_rupiah == 15_000
    assert desk.pdfs() == ["L1-000003.pdf"]
    desk.today.table.stand_on_row(0)
    desk.press(KEY.Key_Return)
    desk.settle()
    assert "Became a debt\nRp 15.000" in desk.today.paper.words()
    assert verify(desk.book.db).problems == ()


def test_what_is_paid_out_meanwhile_is_asked_about_anew(desk: Desk) -> None:
    allow(desk)
    desk.book.deposit(31_000)
    desk.book.payout(15_000)
    ask_about_the_oldest(desk)
    desk.press(KEY.Key_Right)
    desk.type(f"\n{REASON}\n\n123456")
    desk.book.payout(16_000)
    desk.press(KEY.Key_F10)
    desk.settle()
    panel = desk.today.panel
    assert panel.debt.accessibleName().startswith("Rp 31.000 was paid out")
    assert panel.debt.hasFocus()
    assert (panel.debt.value(), panel.reason.text()) == ("refuse", REASON)
    desk.press(KEY.Key_Right)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert owed(desk) == 31_000


def test_a_correction_offers_what_the_new_deposit_does_not_cover(desk: Desk) -> None:
    allow(desk)
    desk.book.deposit(31_000)
    desk.book.payout(30_000)
    ask_about_the_oldest(desk, KEY.Key_E)
    assert desk.today.panel.fields["debt"].isHidden()
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    desk.type("4\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    confirm = desk.deposit.payment.confirm
    assert "short of Rp 17.600" in confirm.message()
    assert confirm.way_out() == "Make Rp 17.600 a debt of the member"
    assert len(desk.acts()) == 2
    desk.press(KEY.Key_H, ALT)
    assert "Rp 17.600 becomes a debt" in confirm.words()
    assert confirm.way_out() == ""
    desk.press(KEY.Key_F10)
    desk.settle()
    assert (desk.balance(), owed(desk)) == (0, 17_600)
    assert desk.deposit.form.correction is None
    assert verify(desk.book.db).problems == ()


def test_what_was_agreed_to_falls_with_what_was_read_back(desk: Desk) -> None:
    allow(desk)
    desk.book.deposit(31_000)
    desk.book.payout(30_000)
    ask_about_the_oldest(desk, KEY.Key_E)
    desk.type(f"{REASON}\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Return)
    desk.type("4\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    desk.press(KEY.Key_H, ALT)
    desk.press(KEY.Key_Escape)
    correction = desk.deposit.form.correction
    assert correction is not None
    assert correction.undoing.debt_rupiah == 0
    desk.press(KEY.Key_H, ALT)
    assert desk.deposit.payment.confirm.words() == ""
    assert len(desk.acts()) == 2
