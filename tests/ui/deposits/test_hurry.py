"""Hands in a hurry: keys held down, typing while a save waits, the number block, somebody registered meanwhile."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from daurulang.database import Database
from daurulang.deposits.service import DepositDraft, record
from daurulang.ledger.service import Desk as LedgerDesk
from daurulang.payouts.service import PayoutDraft
from tests.ui.desk import Desk
from ui.deposits import screen as deposit_screen
from ui.payouts import screen as payout_screen

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NUMBER_BLOCK = Qt.KeyboardModifier.KeypadModifier


def take_nur(desk: Desk) -> None:
    desk.type("nur\n")
    assert desk.deposit.member_box.member() is not None


@contextmanager
def somebody_else_writing(desk: Desk) -> Iterator[None]:
    """Another program holds the book for as long as this lasts."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with desk.book.db.transaction():
            held.set()
            done.wait(5)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(5)
    yield
    done.set()
    holder.join()


def test_what_is_on_its_way_to_the_disk_cannot_be_added_to(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.press(KEY.Key_F10)
    with somebody_else_writing(desk):
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F3)
        desk.press(KEY.Key_F2)
        desk.deposit.entry.start()
        desk.type("pet\n3\n")
        desk.press(KEY.Key_2, ALT)
        assert len(desk.deposit.form.lines) == 1
        assert not desk.deposit.entry.isEnabled()
    desk.settle()
    assert desk.acts()[0].savings_rupiah == 6200
    take_nur(desk)
    assert desk.deposit.entry.isEnabled()


def test_a_save_that_ends_elsewhere_leaves_the_focus_there(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.press(KEY.Key_F10)
    with somebody_else_writing(desk):
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_K, CTRL)
        palette = desk.focus()
    desk.settle()
    assert desk.focus() is palette
    desk.press(KEY.Key_Escape)
    assert desk.deposit.member_box.edit.hasFocus()


def test_enter_held_down_reads_nothing_back_and_saves_nothing(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    for _ in range(12):
        held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(desk.focus(), held)
    desk.settle()
    assert not desk.acts()
    assert desk.deposit.form.read_back_rupiah is None


def test_the_enter_of_the_number_block_saves_too(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2")
    for _ in range(5):
        desk.press(KEY.Key_Enter, NUMBER_BLOCK)
    desk.settle()
    assert len(desk.acts()) == 1


def test_a_member_registered_meanwhile_does_not_take_the_place_of_another(desk: Desk) -> None:
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.deposit.take_member(desk.book.other_id)
    assert desk.deposit.form.draft() is None
    assert desk.deposit.member_box.member() is desk.deposit.form.member
    desk.type("\n\n\n\n")
    desk.settle()
    assert desk.acts()[0].member_name == "Nur Hayati"


def test_a_payout_on_its_way_to_the_disk_cannot_be_changed(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n10000")
    desk.press(KEY.Key_F10)
    with somebody_else_writing(desk):
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F2)
        desk.press(KEY.Key_F3)
        desk.press(KEY.Key_A, ALT)
        assert not desk.payout.amount.isEnabled()
        assert desk.payout.amount.text() == "10.000"
    desk.settle()
    assert desk.balance() == 21_000
    desk.type("nur\n")
    assert desk.payout.amount.isEnabled()
    assert desk.payout.amount.text() == ""


def test_a_member_registered_meanwhile_is_not_paid_in_place_of_another(desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n10000")
    desk.payout.take_member(desk.book.other_id)
    member = desk.payout.member_box.member()
    assert member is not None
    assert member.member.name == "Nur Hayati"


def test_the_confirm_is_in_sight_in_a_low_window(desk: Desk) -> None:
    desk.window.resize(760, 420)
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.press(KEY.Key_F10)
    button = desk.deposit.payment.confirm.button
    assert button.hasFocus()
    desk.until(lambda: button.visibleRegion().boundingRect() == button.rect())


def test_after_a_bug_the_form_is_still_there_and_books_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def saved_and_broke(db: Database, at: LedgerDesk, draft: DepositDraft) -> int:
        record(db, at, draft)
        raise ZeroDivisionError("a bug")

    take_nur(desk)
    desk.type("pet\n2\n")
    with monkeypatch.context() as broken:
        broken.setattr(deposit_screen, "record", saved_and_broke)
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F10)
        desk.settle()
    assert desk.window.report.isVisible()
    assert desk.deposit.entry.isEnabled()
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert len(desk.acts()) == 1
    assert "saved" in desk.notice()


def test_after_a_bug_a_payout_is_still_there(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broke(_db: Database, _at: LedgerDesk, _draft: PayoutDraft) -> int:
        raise ZeroDivisionError("a bug")

    desk.book.deposit(31_000)
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.type("nur\n10000")
    with monkeypatch.context() as broken:
        broken.setattr(payout_screen, "record", broke)
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F10)
        desk.settle()
    assert desk.payout.amount.isEnabled()
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 21_000


def unlock(desk: Desk) -> None:
    desk.type("1234\n")
    desk.until(lambda: not desk.window.locked())


def test_a_save_that_ends_under_the_lock_leaves_the_next_member_to_be_typed(desk: Desk) -> None:
    desk.window.set_lock(lambda: ["Siti Aminah"], lambda name, _pin: name)
    take_nur(desk)
    desk.type("pet\n2\n")
    desk.press(KEY.Key_F10)
    with somebody_else_writing(desk):
        desk.type("\n")
        desk.press(KEY.Key_F12)
        assert desk.window.locked()
    desk.settle()
    assert len(desk.acts()) == 1
    unlock(desk)
    assert desk.deposit.member_box.edit.hasFocus()


def test_the_lock_over_another_panel_gives_the_focus_back_to_the_form(desk: Desk) -> None:
    desk.window.set_lock(lambda: ["Siti Aminah"], lambda name, _pin: name)
    take_nur(desk)
    desk.type("pet\n2")
    desk.press(KEY.Key_K, CTRL)
    desk.press(KEY.Key_F1)
    desk.press(KEY.Key_F12)
    unlock(desk)
    assert desk.deposit.entry.gross.hasFocus()
