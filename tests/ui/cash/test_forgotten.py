"""A day that was never closed is asked for when somebody signs in on a later one."""

import pytest

from daurulang.cash.service import ClosingDraft, OpeningDraft, close_session, open_session
from daurulang.closings.day import close_day, days_state
from daurulang.periods import clock_at, local
from tests.book import new_key
from tests.ui.cash.test_screen import CTRL, DAY_MS, EVENING, KEY, BoxDesk, desk
from ui.cash.forgotten import warn_of_forgotten

__all__ = ["desk"]


def kept_box(desk: BoxDesk) -> None:
    """The box is opened and closed on the day of the clock."""
    open_session(desk.book.db, desk.book.desk, OpeningDraft(new_key(), 100_000))
    close_session(desk.book.db, desk.book.desk, ClosingDraft(new_key(), ((100_000, 1),)))


def said(desk: BoxDesk) -> str:
    desk.window.notice.hide()
    warn_of_forgotten(desk.window, desk.session)
    desk.settle()
    return desk.notice()


def test_yesterday_is_asked_for_before_any_day_was_closed(desk: BoxDesk) -> None:
    kept_box(desk)
    assert said(desk) == ""
    with clock_at(EVENING + DAY_MS):
        assert "The day was not closed: yesterday. F8" in said(desk)
        desk.open_cash()
        desk.press(KEY.Key_B, CTRL)
        desk.settle()
        desk.press(KEY.Key_F10)
        desk.press(KEY.Key_F10)
        desk.settle()
        assert str(days_state(desk.book.db).last) == "2026-03-10"
        assert str(days_state(desk.book.db).next_day) == "2026-03-11"
        assert said(desk) == ""


def test_a_centre_that_keeps_no_box_is_left_alone(desk: BoxDesk) -> None:
    desk.book.deposit(31_000)
    with clock_at(EVENING + DAY_MS):
        assert said(desk) == ""


@pytest.mark.parametrize("days_later", [1, 3])
def test_a_day_with_acts_after_the_last_closed_one_is_asked_for(desk: BoxDesk, days_later: int) -> None:
    close_day(desk.book.db, desk.book.desk, local(EVENING, desk.session.centre.zone).date())
    with clock_at(EVENING + DAY_MS):
        assert said(desk) == ""
        desk.book.deposit(31_000)
    with clock_at(EVENING + (1 + days_later) * DAY_MS):
        assert ("yesterday" if days_later == 1 else "11 March") in said(desk)
