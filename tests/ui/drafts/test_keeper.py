"""A form that was half typed when the program died: offered, continued, posted once."""

import sqlalchemy as sa
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daurulang.deposits.model import Payment
from daurulang.deposits.service import LineDraft
from daurulang.drafts.model import DraftKind
from daurulang.drafts.queries import KeptDraft, open_drafts
from daurulang.drafts.service import keep
from daurulang.members.model import member
from daurulang.payouts.model import PayoutMethod
from daurulang.quantities import Condition
from tests.book import Book, new_key
from tests.ui.desk import Desk
from ui import tasks

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DEPOSIT, PAYOUT = DraftKind.DEPOSIT, DraftKind.PAYOUT


def kept(book: Book, kind: DraftKind = DEPOSIT) -> tuple[KeptDraft, ...]:
    return open_drafts(book.db, 1, kind)


def hold(desk: Desk, kind: DraftKind = DEPOSIT, count: int = 1) -> None:
    """Wait until what is typed now is on the disk."""
    keeper = desk.deposit.drafts if kind is DEPOSIT else desk.payout.drafts
    desk.until(lambda: len(kept(desk.book, kind)) == count and keeper.typed() == keeper._kept)
    desk.settle()


def crash(qtbot: QtBot, desk: Desk) -> Desk:
    """The window is gone without a word, and the program is begun anew on the same book."""
    tasks.stop_all(desk.window)
    desk.window.hide()
    return Desk(qtbot, desk.book, desk.papers)


def type_deposit(desk: Desk) -> None:
    """Two lines, one of them with everything, a third half typed, split."""
    desk.type("nur\nbotol k\n5\n")
    desk.type("pet d\n12,5")
    desk.press(KEY.Key_Tab)
    desk.type("0,5\n1\nbasah\n")
    desk.press(KEY.Key_3, ALT)
    desk.type("1500")
    desk.deposit.entry.start()
    desk.type("pet\n2,4")


def test_a_deposit_goes_on_where_it_stood(qtbot: QtBot, desk: Desk) -> None:
    type_deposit(desk)
    before, form_key = desk.deposit.drafts.typed(), desk.deposit.form.key
    hold(desk)
    desk = crash(qtbot, desk)
    screen = desk.deposit
    assert screen.drafts.strip.words().endswith("by Siti Aminah: Nur Hayati, 3 lines.")
    assert screen.form.key != form_key
    desk.press(KEY.Key_Return)
    desk.settle()
    assert screen.drafts.typed() == before
    assert screen.form.key == form_key
    assert screen.form.lines == [
        LineDraft(desk.book.bottle_id, 5),
        LineDraft(desk.book.pet_id, 12_500, Condition.DIRTY, 500, 1_000, "basah"),
    ]
    assert (screen.form.payment, screen.form.cash_rupiah) == (Payment.SPLIT, 1_500)
    assert screen.drafts.strip.words() == ""
    desk.type("5\n")
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.until(lambda: len(desk.acts()) == 1)
    desk.settle()
    assert desk.acts()[0].cash_rupiah == 1_500
    desk.until(lambda: not kept(desk.book))
    assert crash(qtbot, desk).deposit.drafts.strip.words() == ""


def test_a_draft_continued_in_two_windows_is_posted_once(qtbot: QtBot, desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    first = crash(qtbot, desk)
    first.press(KEY.Key_Return)
    first.settle()
    second = Desk(qtbot, first.book, first.papers)
    second.press(KEY.Key_Return)
    second.settle()
    for window in (second, first):
        window.window.activateWindow()
        window.deposit.save()
        window.deposit.save()
        window.settle()
    assert len(first.acts()) == 1
    assert first.balance() == 6_200


def test_del_throws_it_away_and_offers_the_one_before(qtbot: QtBot, desk: Desk) -> None:
    for name in ("nur", "ridwan"):
        desk.type(f"{name}\npet\n2\n")
        hold(desk, count=1 if name == "nur" else 2)
        desk = crash(qtbot, desk)
        if name == "nur":
            assert "Nur Hayati, 1 lines" in desk.deposit.drafts.strip.words()
    assert "Moh. Ridwan" in desk.deposit.drafts.strip.words()
    desk.press(KEY.Key_Delete)
    desk.settle()
    assert "Nur Hayati" in desk.deposit.drafts.strip.words()
    desk.press(KEY.Key_Delete)
    desk.settle()
    assert desk.deposit.drafts.strip.words() == ""
    assert kept(desk.book) == ()
    assert crash(qtbot, desk).deposit.drafts.strip.words() == ""


def test_what_was_posted_is_not_offered(qtbot: QtBot, desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    form_key, content = desk.deposit.form.key, kept(desk.book)[0].content
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    keep(desk.book.db, form_key, DEPOSIT, desk.book.desk, content)  # as if it had come late
    assert crash(qtbot, desk).deposit.drafts.strip.words() == ""


def test_somebody_else_can_be_served_first(qtbot: QtBot, desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    desk = crash(qtbot, desk)
    desk.type("ridwan\n")
    assert desk.deposit.drafts.strip.words() == ""
    desk.type("pet\n1\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert "Nur Hayati" in desk.deposit.drafts.strip.words()
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.deposit.form.lines == [LineDraft(desk.book.pet_id, 2_000)]


def test_what_was_dropped_with_esc_is_not_kept(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    for _ in range(3):
        desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_J, CTRL)
    desk.press(KEY.Key_F2)
    desk.settle()
    assert kept(desk.book) == ()
    assert desk.deposit.drafts.strip.words() == ""


def test_the_form_that_is_being_typed_is_not_offered(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    desk.press(KEY.Key_F3)
    desk.press(KEY.Key_F2)
    desk.settle()
    assert desk.deposit.drafts.strip.words() == ""
    assert len(kept(desk.book)) == 1


def test_a_window_that_is_asked_to_close_keeps_at_once(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    desk.deposit.drafts._kept = None
    assert not desk.window.close()
    desk.settle()
    assert len(kept(desk.book)) == 1


def test_a_draft_that_cannot_be_read_is_not_offered(qtbot: QtBot, desk: Desk) -> None:
    for content in ("", "[]", '{"member_id": "x"}'):
        keep(desk.book.db, new_key(), DEPOSIT, desk.book.desk, content)
    assert crash(qtbot, desk).deposit.drafts.strip.words() == ""


def test_a_payout_goes_on_where_it_stood(qtbot: QtBot, desk: Desk) -> None:
    desk.book.deposit(50_000)
    desk.press(KEY.Key_F3)
    desk.type("nur\n20000\n")
    desk.press(KEY.Key_Right)
    desk.type("\nBRI 1")
    before, form_key = desk.payout.drafts.typed(), desk.payout.form.key
    assert before is not None
    assert (before[1].amount, before[1].method, before[1].reference) == ("20.000", PayoutMethod.TRANSFER, "BRI 1")
    hold(desk, PAYOUT)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F3)
    desk.settle()
    assert desk.payout.drafts.strip.words().endswith("by Siti Aminah: Nur Hayati, Rp 20.000.")
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.payout.drafts.typed() == before
    assert desk.payout.form.key == form_key
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 50_000 - 20_000
    desk.until(lambda: not kept(desk.book, PAYOUT))


def correct_newest(desk: Desk) -> None:
    """Ctrl+E on the newest act of today, with a reason and an approval."""
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    desk.press(KEY.Key_E, CTRL)
    desk.settle()
    desk.type("salah timbang, kardus basah\n\n123456")
    desk.press(KEY.Key_F10)
    desk.settle()


def test_a_correction_goes_on_together_with_what_it_corrects(qtbot: QtBot, desk: Desk) -> None:
    desk.book.deposit(31_000)
    correct_newest(desk)
    desk.type("pet d\n2\n")
    before, correction = desk.deposit.drafts.typed(), desk.deposit.form.correction
    hold(desk)
    desk = crash(qtbot, desk)
    words = desk.deposit.drafts.strip.words()
    assert words.startswith("An unfinished correction of L1-000001, ")
    assert words.endswith("by Siti Aminah: Nur Hayati, 2 lines.")
    desk.press(KEY.Key_Return)
    desk.settle()
    assert (desk.deposit.drafts.typed(), desk.deposit.form.correction) == (before, correction)
    assert "L1-000001" in desk.deposit.strip.words()
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert [(act.number, act.reversed_by) for act in desk.acts()][-1] == ("L1-000001", "L1-000002")
    assert (len(desk.acts()), desk.balance()) == (3, 34_000)
    desk.until(lambda: not kept(desk.book))


def test_a_correction_of_a_payout_goes_on_too(qtbot: QtBot, desk: Desk) -> None:
    desk.book.deposit(31_000)
    desk.book.payout(10_000)
    correct_newest(desk)
    desk.payout.amount.selectAll()
    desk.type("4000")
    hold(desk, PAYOUT)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_F3)
    desk.settle()
    assert desk.payout.drafts.strip.words().startswith("An unfinished correction of L1-000002, ")
    desk.press(KEY.Key_Return)
    desk.settle()
    assert (desk.payout.amount.text(), desk.payout.form.balance_rupiah) == ("4.000", 31_000)
    desk.press(KEY.Key_F10)
    desk.press(KEY.Key_F10)
    desk.settle()
    assert desk.balance() == 27_000
    assert desk.acts()[-2].reversed_by


def test_closing_tells_what_is_offered_again_and_what_is_not(desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    assert not desk.window.close()
    assert "Deposit. Close the window again to leave; it is offered" in desk.window.notice.text()
    desk.settle()
    with desk.book.db.transaction() as connection:  # nothing can be kept from now on
        connection.exec_driver_sql("ALTER TABLE draft RENAME TO draft_away")
    desk.type("pet\n3\n")
    desk.until(lambda: desk.deposit.drafts._unwritten)
    assert not desk.window.close()
    assert "Deposit. Close the window again to drop it" in desk.window.notice.text()
    with desk.book.db.transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE draft_away RENAME TO draft")
    desk.until(lambda: not desk.deposit.drafts._unwritten)
    assert not desk.window.close()
    assert "it is offered" in desk.window.notice.text()


def test_a_draft_of_a_member_who_was_laid_aside_leaves_nothing_for_the_next(qtbot: QtBot, desk: Desk) -> None:
    desk.type("nur\npet\n2\n")
    hold(desk)
    with desk.book.db.transaction() as connection:
        connection.execute(sa.update(member).where(member.c.id == desk.book.member_id).values(active=False))
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.deposit.member_box._field.has_problem()
    assert desk.deposit.form.lines == []
    desk.type("ridwan\n")
    desk.settle()
    assert desk.deposit.form.member is not None
    assert (desk.deposit.form.member.member.name, desk.deposit.form.lines) == ("Moh. Ridwan", [])
    assert len(kept(desk.book)) == 1
