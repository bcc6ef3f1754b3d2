"""Putting right at the counter what somebody brought who has left since, or belongs to another class now."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from daurulang.closings.service import close_month
from daurulang.materials.model import PriceSide
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import PriceDraft, set_prices
from daurulang.members.service import MemberDraft, add_class, change
from daurulang.periods import month_of
from daurulang.quantities import Condition
from daurulang.verification.service import verify
from tests.ui.corrections.test_reversing import answer, ask
from tests.ui.desk import Desk

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def put_right(desk: Desk) -> None:
    """Approve, and save the lines as they are."""
    answer(desk)
    assert desk.deposit.form.member is not None
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.until(lambda: not desk.deposit.form.correction)
    desk.settle()
    assert verify(desk.book.db).problems == ()


def test_the_deposit_of_who_left_is_put_right(desk: Desk) -> None:
    desk.book.deposit(31_000)
    change(desk.book.db, desk.book.member_id, MemberDraft("Nur Hayati", active=False))
    ask(desk, KEY.Key_E)
    put_right(desk)
    assert [act.number for act in desk.acts()] == ["L1-000003", "L1-000002", "L1-000001"]
    assert desk.balance() == 31_000


def test_prices_are_those_of_the_class_and_the_day_of_then(desk: Desk) -> None:
    """Another class, another price, and the month is closed: the form shows what will be saved."""
    book, today = desk.book, desk.session.today()
    before = today.replace(day=1) - timedelta(days=3)
    book.deposit(31_000, day=before)
    other = add_class(book.db, "Bank Sampah Unit")
    for member_class_id, rupiah, day in ((other, 5_000, date(2020, 1, 1)), (1, 4_000, today)):
        key = PriceKey(book.pet_id, PriceSide.BUY, Condition.CLEAN, member_class_id)
        set_prices(book.db, [PriceDraft(key, rupiah, "naik")], day, book.desk.staff_id)
    change(book.db, book.member_id, MemberDraft("Nur Hayati", member_class_id=other))
    close_month(book.db, book.desk, month_of(before))
    desk.press(KEY.Key_J, CTRL)
    desk.settle()
    for _ in range((today - before).days):
        desk.press(KEY.Key_PageUp)
        desk.settle()
    desk.press(KEY.Key_E, CTRL)
    desk.settle()
    answer(desk)
    assert desk.deposit.form.totals().rupiah == 31_000
    assert desk.deposit.form.prices.board.day == before
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.until(lambda: not desk.deposit.form.correction)
    desk.settle()
    assert desk.balance() == 31_000
    assert verify(book.db).problems == ()
