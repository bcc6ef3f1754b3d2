from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from daurulang.corrections.service import ReversalDraft, reverse
from daurulang.payouts import service as payouts
from daurulang.payouts.model import PayoutMethod
from daurulang.payouts.service import PayoutDraft
from tests.book import new_key
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def open_list(desk: Desk) -> None:
    desk.press(KEY.Key_J, CTRL)
    desk.settle()


def numbers(desk: Desk) -> list[str]:
    return [act.number for act in desk.today.table.model.rows()]


def words(widget: QWidget) -> str:
    return " ".join(child.accessibleName() or getattr(child, "text", str)() for child in widget.findChildren(QWidget))


def fill(desk: Desk) -> None:
    """Two deposits and a payout today, one deposit the day before."""
    desk.book.deposit(31_000, day=desk.session.today() - timedelta(1))
    desk.book.deposit()
    desk.book.deposit(member_id=desk.book.other_id)
    desk.book.payout(10_000)


def test_the_day_is_listed_newest_first_with_its_sums(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    assert numbers(desk) == ["L1-000004", "L1-000003", "L1-000002"]
    said = words(desk.today.totals)
    assert "2 deposits" in said
    assert "Rp 15.190" in said
    assert "1 payouts" in said
    assert "−Rp 10.000" in said


def test_typing_filters_and_enter_looks_at_the_receipt(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    desk.type("ridwan\n")
    assert numbers(desk) == ["L1-000003"]
    paper = desk.today.paper
    assert paper.isVisible()
    for part in ("L1-000003", "Moh. Ridwan", "PET botol bening", "2,45 kg × 3.100", "Rp 7.595", "RDU Bangkalan"):
        assert part in paper.words()


def test_looking_counts_no_copy_and_ctrl_p_does(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Return)
    assert desk.pdfs() == []
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    desk.press(KEY.Key_P, CTRL)
    desk.settle()
    assert desk.pdfs() == ["L1-000003-salinan-1.pdf", "L1-000003.pdf"]


def test_the_sheet_follows_the_cursor_and_esc_closes_it(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    desk.press(KEY.Key_Return)
    assert "L1-000004" in desk.today.paper.words()
    assert "Balance before" in desk.today.paper.words()
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Down)
    assert "L1-000002" in desk.today.paper.words()
    desk.press(KEY.Key_Escape)
    assert desk.today.paper.isHidden()
    assert desk.window.current_screen() is desk.today


def test_page_up_shows_the_day_before_and_esc_comes_back(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    desk.press(KEY.Key_PageUp)
    desk.settle()
    assert numbers(desk) == ["L1-000001"]
    desk.press(KEY.Key_PageDown)
    desk.press(KEY.Key_PageDown)
    desk.settle()
    assert desk.today.day == desk.session.today()
    desk.press(KEY.Key_PageUp)
    desk.press(KEY.Key_Escape)
    desk.settle()
    assert desk.today.day == desk.session.today()
    desk.press(KEY.Key_Escape)
    assert desk.window.current_screen() is desk.deposit


def test_a_day_is_reached_by_its_date(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    before = desk.session.today() - timedelta(1)
    desk.today.day_edit.setFocus()
    desk.type(f"{before.day}/{before.month}\n")
    desk.settle()
    assert numbers(desk) == ["L1-000001"]
    desk.today.day_edit.setFocus()
    desk.type("31/2\n")
    assert desk.today.day == before
    assert desk.today.day_edit.text() == "31/2"


def test_an_empty_day_says_what_to_do_first(desk: Desk) -> None:
    open_list(desk)
    assert "F2" in desk.today.table._empty.text()
    desk.press(KEY.Key_P, CTRL)
    assert "Choose a receipt" in desk.notice()


def test_rows_are_copied_as_a_table(desk: Desk) -> None:
    fill(desk)
    open_list(desk)
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_C, CTRL)
    assert "L1-000003" in QGuiApplication.clipboard().text()


def test_a_donation_and_a_transfer_are_told_apart_on_the_sheet(desk: Desk) -> None:
    desk.type("nur\npet\n3")
    desk.press(KEY.Key_Tab)
    desk.type("\n0,5\nbasah\n")
    desk.press(KEY.Key_4, Qt.KeyboardModifier.AltModifier)
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    open_list(desk)
    desk.press(KEY.Key_Return)
    assert "Donated" in desk.today.paper.words()
    assert "basah" in desk.today.paper.words()


def test_what_was_paid_out_in_cash_stands_in_the_column_of_cash(desk: Desk) -> None:
    desk.book.deposit(62_000)
    desk.book.payout(25_000)
    payouts.record(
        desk.book.db,
        desk.book.desk,
        PayoutDraft(new_key(), desk.book.member_id, 7_000, PayoutMethod.TRANSFER, "BRI"),
    )
    reverse(desk.book.db, desk.book.desk, ReversalDraft(new_key(), 2, "salah hitung uangnya", desk.book.desk.staff_id))
    open_list(desk)
    model = desk.today.table.model
    titles = [column.title for column in model.columns]
    cash, savings = titles.index("Cash Rp"), titles.index("Savings Rp")
    assert [(model.cells(row)[savings], model.cells(row)[cash]) for row in model.rows()] == [
        ("25.000", "−25.000"),
        ("−7.000", "–"),
        ("−25.000", "25.000"),
        ("62.000", "–"),
    ]
