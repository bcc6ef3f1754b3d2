"""A pile of slips that were written by hand goes in by keys alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from daurulang.closings.day import close_day
from daurulang.drafts.model import DraftKind
from daurulang.handwritten_slips.service import Slip
from daurulang.materials.model import DlhCategory, PriceSide, SipsnCategory
from daurulang.materials.queries import PriceKey
from daurulang.materials.service import MaterialDraft, PriceDraft, add_material, set_prices
from daurulang.periods import short_day
from daurulang.quantities import Condition, Unit
from daurulang.receipts.service import look_at
from daurulang.verification.service import verify
from tests.ui.corrections.test_reversing import answer
from tests.ui.desk import Desk
from tests.ui.drafts.test_keeper import crash, hold
from ui.days import long_day
from ui.help import HelpOverlay

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def paper(desk: Desk, number: str = "A-017", days_ago: int = 1) -> None:
    """Into paper mode, both fields typed; the focus is where the form begins."""
    day = desk.session.today() - timedelta(days=days_ago)
    desk.press(KEY.Key_K, ALT)
    desk.type(f"{number}\n{day.day}/{day.month}/{day.year}\n")
    desk.settle()


def deposit(desk: Desk, weight: str = "1", who: str = "nur") -> None:
    desk.type(f"{who}\npet\n{weight}\n")
    save(desk)


def save(desk: Desk) -> None:
    desk.press(KEY.Key_F10)
    if not desk.deposit.slip.message():
        desk.type("\n")
    desk.settle()


def slips(desk: Desk) -> list[Slip | None]:
    """Of what stands in the book, the newest first."""
    return [look_at(desk.book.db, act.number).slip for act in desk.acts()]


def test_a_pile_goes_in_with_its_numbers_counted_up(desk: Desk) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    paper(desk)
    assert desk.deposit.member_box.edit.hasFocus()
    for _ in range(3):
        deposit(desk)
    assert slips(desk) == [Slip(f"A-01{n}", yesterday) for n in (9, 8, 7)]
    assert {act.day for act in desk.acts()} == {yesterday}
    assert (desk.deposit.slip.number.text(), desk.deposit.slip.day.text()) == ("A-020", short_day(yesterday))
    assert desk.deposit.member_box.edit.hasFocus()
    assert verify(desk.book.db).problems == ()


def test_the_key_again_or_esc_leaves_paper_mode(desk: Desk) -> None:
    bar = desk.deposit.slip
    for key, modifier in ((KEY.Key_K, ALT), (KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)):
        paper(desk)
        assert bar.isVisible()
        desk.press(key, modifier)
        desk.settle()
        assert bar.isHidden()
        assert desk.deposit.member_box.edit.hasFocus()
    deposit(desk)
    assert slips(desk) == [None]
    assert desk.acts()[0].day == desk.session.today()


def test_paper_mode_is_shown_and_listed_among_the_keys(desk: Desk) -> None:
    for screen in (KEY.Key_F2, KEY.Key_F3):
        desk.press(screen)
        desk.press(KEY.Key_F1)
        listed = set(desk.window.findChildren(HelpOverlay)[-1].keys())
        desk.press(KEY.Key_Escape)
        assert "Alt+K" in listed
    desk.press(KEY.Key_F2)
    assert "Alt+K" in [line.key for line in desk.deposit.hints()]
    yesterday = desk.session.today() - timedelta(days=1)
    paper(desk)
    assert desk.deposit.slip.isVisible()
    assert desk.deposit.header._note.text() == long_day(yesterday)


def test_the_prices_are_those_of_the_slips_day(desk: Desk) -> None:
    key = PriceKey(desk.book.pet_id, PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(desk.book.db, [PriceDraft(key, 4000, "naik")], desk.session.today(), desk.session.clerk.id)
    desk.press(KEY.Key_F2)
    desk.settle()
    desk.type("nur\npet\n1\n")
    assert desk.deposit.payment.figure() == "Rp 4.000"
    paper(desk)
    assert desk.deposit.payment.figure() == "Rp 3.100"
    save(desk)
    assert (desk.balance(), slips(desk)[0]) == (3_100, Slip("A-017", desk.session.today() - timedelta(days=1)))


def test_a_closed_day_is_told(desk: Desk) -> None:
    today = desk.session.today()
    yesterday = today - timedelta(days=1)
    desk.book.deposit(day=yesterday)
    close_day(desk.book.db, desk.session.desk, yesterday)
    paper(desk)
    assert "booked today" in desk.deposit.slip.message()
    desk.type("nur\npet\n1\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert (desk.acts()[0].day, slips(desk)[0]) == (today, Slip("A-017", yesterday))
    assert verify(desk.book.db).problems == ()


def test_without_a_number_nothing_is_saved_and_nothing_typed_is_lost(desk: Desk) -> None:
    paper(desk, number="")
    desk.type("nur\npet\n1\n")
    desk.press(KEY.Key_F10)
    assert "number that stands on the slip" in desk.deposit.slip.message()
    assert desk.deposit.slip.number.hasFocus()
    desk.type("17\n\n")
    desk.settle()
    save(desk)
    assert [each.number for each in slips(desk) if each] == ["17"]


@pytest.mark.parametrize("typed", ["31/2", "x", "5/5/2999"])
def test_what_is_no_day_stays_and_is_marked(desk: Desk, typed: str) -> None:
    desk.press(KEY.Key_K, ALT)
    desk.type(f"17\n{typed}\n")
    bar = desk.deposit.slip
    assert (bar.day.text(), bar.day.property("problem")) == (typed, True)
    assert "such as 7/11" in bar.message()
    bar.number.setFocus()
    assert bar.day.text() == typed
    desk.press(KEY.Key_F10)
    assert bar.day.hasFocus()
    assert desk.acts() == ()


def test_a_day_too_long_ago_is_refused_with_the_first_one(desk: Desk) -> None:
    paper(desk, days_ago=400)
    desk.type("nur\npet\n1\n")
    desk.press(KEY.Key_F10)
    first = desk.session.today() - timedelta(days=366)
    assert short_day(first) in desk.deposit.slip.message()
    assert desk.deposit.slip.day.hasFocus()


def test_a_slip_that_is_in_the_book_is_told_before_it_is_typed(desk: Desk) -> None:
    paper(desk)
    deposit(desk)
    paper_number = desk.deposit.slip.number
    paper_number.setFocus()
    paper_number.selectAll()
    desk.type("a-017\n")
    desk.settle()
    assert "L1-000001" in desk.deposit.slip.message()
    desk.type("\nnur\npet\n1\n")
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert "L1-000001" in desk.deposit.slip.message()
    assert paper_number.hasFocus()
    assert len(desk.acts()) == 1
    desk.type("18\n\n")
    desk.settle()
    save(desk)
    assert [each.number for each in slips(desk) if each] == ["18", "A-017"]


def test_payouts_too(desk: Desk) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    desk.book.deposit(31_000, day=yesterday)
    desk.press(KEY.Key_F3)
    desk.settle()
    paper(desk, "K-9")
    assert desk.payout.member_box.edit.hasFocus()
    for _ in range(2):
        desk.type("nur\n10000")
        desk.press(KEY.Key_F10)
        desk.type("\n")
        desk.settle()
    assert slips(desk)[:2] == [Slip("K-10", yesterday), Slip("K-9", yesterday)]
    assert desk.payout.slip.number.text() == "K-11"
    assert verify(desk.book.db).problems == ()


def test_a_correction_keeps_the_slip_and_then_leaves_paper_mode(desk: Desk) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    paper(desk)
    deposit(desk, "10")
    desk.press(KEY.Key_Escape)
    desk.settle()
    desk.press(KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    desk.press(KEY.Key_PageUp)
    desk.settle()
    desk.press(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    answer(desk)
    bar = desk.deposit.slip
    assert (bar.is_on(), bar.slip()) == (True, Slip("A-017", yesterday))
    assert bar.message() == ""
    desk.press(KEY.Key_K, ALT)
    assert bar.is_on()
    assert "keeps its slip" in desk.notice()
    save(desk)
    assert slips(desk)[0] == Slip("A-017", yesterday)
    assert bar.isHidden()
    assert verify(desk.book.db).problems == ()


def test_a_slip_half_typed_goes_on_after_a_crash(qtbot: QtBot, desk: Desk) -> None:
    yesterday = desk.session.today() - timedelta(days=1)
    desk.book.deposit(31_000, day=yesterday)
    paper(desk)
    desk.type("nur\npet\n1\n")
    hold(desk)
    desk.press(KEY.Key_F3)
    desk.settle()
    paper(desk, "K-9")
    desk.type("nur\n10000")
    hold(desk, DraftKind.PAYOUT)
    desk = crash(qtbot, desk)
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.deposit.slip.slip() == Slip("A-017", yesterday)
    save(desk)
    desk.press(KEY.Key_F3)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.settle()
    assert desk.payout.slip.slip() == Slip("K-9", yesterday)
    desk.press(KEY.Key_F10)
    desk.type("\n")
    desk.settle()
    assert slips(desk) == [Slip("K-9", yesterday), Slip("A-017", yesterday), None]
    assert verify(desk.book.db).problems == ()


def test_a_material_without_a_price_on_that_day_says_what_to_do(desk: Desk) -> None:
    paper(desk)
    draft = MaterialDraft("KL1", "Kaleng", Unit.KILOGRAM, DlhCategory.METAL, SipsnCategory.METAL)
    key = PriceKey(add_material(desk.book.db, draft), PriceSide.BUY, Condition.CLEAN, 1)
    set_prices(desk.book.db, [PriceDraft(key, 9000)], desk.session.today(), desk.session.clerk.id)
    desk.press(KEY.Key_K, ALT)
    desk.settle()
    desk.type("nur\nkaleng\n1\n")
    assert desk.deposit.payment.figure() == "Rp 9.000"
    desk.press(KEY.Key_K, ALT)
    desk.settle()
    desk.press(KEY.Key_F10)
    assert "no price on the slip's day; leave paper mode (Alt+K)" in desk.deposit.entry.message()
    assert desk.acts() == ()
