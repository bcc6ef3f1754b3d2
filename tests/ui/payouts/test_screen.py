import pytest
from PySide6.QtCore import Qt

from daurulang.centre.queries import CounterRule
from daurulang.centre.service import change_rule
from daurulang.database import Database
from daurulang.errors import OutcomeUnknown
from daurulang.ledger.service import Desk as LedgerDesk
from daurulang.members.service import MemberDraft, change
from daurulang.receipts.queries import PayoutPart
from daurulang.receipts.service import look_at
from tests.book import PRICED_FROM
from tests.ui.desk import Desk
from ui.payouts import screen as payout_screen

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def take_nur(desk: Desk, rupiah: int = 31_000) -> None:
    """Nur Hayati stands at F3 with some savings."""
    if rupiah:
        desk.book.deposit(rupiah)
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n")
    assert desk.payout.amount.hasFocus()


def save(desk: Desk) -> None:
    desk.type("\n")
    desk.until(lambda: not desk.payout._saving)
    desk.settle()


def paid(desk: Desk) -> PayoutPart:
    part = look_at(desk.book.db, desk.acts()[0].number).part
    assert isinstance(part, PayoutPart)
    return part


def test_cash_is_paid_out_by_keys_alone_with_its_receipt(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    assert desk.payout.amount.text() == "10.000"
    desk.type("\n\n\n")
    assert "Rp 10.000, cash, Rp 21.000 stays" in desk.payout.confirm.words()
    save(desk)
    assert desk.balance() == 21_000
    assert "Rp 21.000" in desk.notice()
    assert desk.pdfs() == ["L1-000002.pdf"]
    assert desk.payout.member_box.edit.hasFocus()


def test_f10_reads_back_and_the_second_f10_saves(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    desk.press(KEY.Key_F10)
    assert desk.balance() == 31_000
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 21_000


def test_more_than_the_balance_is_refused_with_the_balance_named(desk: Desk) -> None:
    take_nur(desk)
    desk.type("31001")
    desk.press(KEY.Key_F10)
    assert "Rp 31.000" in desk.payout.amount_field.message()
    assert desk.payout.amount.hasFocus()
    assert desk.payout.amount.text() == "31.001"
    assert desk.balance() == 31_000


@pytest.mark.parametrize("typed, words", [("", "Type a number"), ("0", "more than zero"), ("1,5", "whole number")])
def test_what_is_no_amount_is_said_under_the_field(desk: Desk, typed: str, words: str) -> None:
    take_nur(desk)
    desk.type(typed)
    desk.press(KEY.Key_F10)
    assert words in desk.payout.amount_field.message()
    assert desk.payout.amount.text() == typed


def test_the_minimum_and_what_must_stay_are_named(desk: Desk) -> None:
    rule = CounterRule(minimum_payout_rupiah=5_000, minimum_balance_rupiah=2_000)
    change_rule(desk.book.db, rule, PRICED_FROM)
    take_nur(desk)
    desk.type("4999")
    desk.press(KEY.Key_F10)
    assert "Rp 5.000" in desk.payout.amount_field.message()
    desk.type("30000")
    desk.press(KEY.Key_F10)
    assert "Rp 2.000 must stay" in desk.payout.amount_field.message()
    assert "Rp 29.000" in desk.payout.amount_field.message()
    desk.press(KEY.Key_A, ALT)
    assert desk.payout.amount.text() == "29.000"
    assert desk.payout.amount_field.message() == "Rp 29.000"


def test_take_all_empties_the_account(desk: Desk) -> None:
    take_nur(desk)
    desk.press(KEY.Key_A, ALT)
    desk.press(KEY.Key_F10)
    save(desk)
    assert desk.balance() == 0


def test_a_transfer_asks_for_its_reference(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000\n")
    desk.press(KEY.Key_Right)
    desk.press(KEY.Key_F10)
    assert desk.payout.reference.hasFocus()
    assert desk.payout.confirm.words() == ""
    desk.type("BRI 0021-01\n\n")
    assert "bank transfer" in desk.payout.confirm.words()
    save(desk)
    assert (paid(desk).reference, paid(desk).method) == ("BRI 0021-01", "transfer")


def test_a_reference_that_is_too_long_is_kept(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000\n")
    desk.press(KEY.Key_Right)
    desk.press(KEY.Key_Return)
    desk.payout.reference.setText("x" * 61)
    desk.type("\n\n")
    save(desk)
    assert "60" in desk.payout.reference_field.message()
    assert len(desk.payout.reference.text()) == 61
    assert desk.balance() == 31_000


def test_another_counter_was_quicker(desk: Desk) -> None:
    take_nur(desk)
    desk.type("31000")
    desk.press(KEY.Key_F10)
    desk.book.payout(20_000)
    save(desk)
    assert "Rp 11.000" in desk.payout.amount_field.message()
    assert desk.payout.amount.text() == "31.000"
    assert desk.balance() == 11_000


def test_trouble_with_the_disk_keeps_the_form_and_its_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: Database, at: LedgerDesk, draft: object) -> int:
        raise OutcomeUnknown

    take_nur(desk)
    desk.type("10000")
    key = desk.payout.form.key
    desk.press(KEY.Key_F10)
    with monkeypatch.context() as patch:
        patch.setattr(payout_screen, "record", fail)
        save(desk)
    assert desk.payout.confirm.message()
    assert desk.payout.form.key == key
    save(desk)
    assert desk.balance() == 21_000


def test_saving_twice_pays_once(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    for _ in range(4):
        desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 21_000


def test_an_inactive_member_may_take_what_is_owed(desk: Desk) -> None:
    desk.book.deposit(31_000)
    change(desk.book.db, desk.book.member_id, MemberDraft("Nur Hayati", active=False))
    take_nur(desk, 0)
    desk.type("1000")
    desk.press(KEY.Key_F10)
    save(desk)
    assert desk.balance() == 30_000


def test_esc_steps_out_of_the_read_back_then_warns_then_drops(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_Escape)
    assert desk.payout.confirm.words() == ""
    assert desk.payout.amount.text() == "10.000"
    desk.press(KEY.Key_Escape)
    assert "Esc once more" in desk.notice()
    assert desk.payout.amount.text() == "10.000"
    desk.press(KEY.Key_Escape)
    assert desk.payout.member_box.edit.hasFocus()
    assert desk.notice() == ""
    desk.press(KEY.Key_Escape)
    assert desk.window.current_screen() is desk.deposit


def test_another_amount_is_read_back_again(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_A, ALT)
    assert desk.payout.confirm.words() == ""
    assert desk.balance() == 31_000


def test_ctrl_p_makes_a_copy(desk: Desk) -> None:
    take_nur(desk)
    desk.type("10000")
    desk.press(KEY.Key_F10)
    save(desk)
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert "L1-000002-salinan-1.pdf" in desk.pdfs()


def test_without_a_member_nothing_is_paid(desk: Desk) -> None:
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_F10)
    assert "Choose the member" in desk.payout.member_box.message()
