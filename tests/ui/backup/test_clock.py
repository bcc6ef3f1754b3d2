"""A clock that jumped is asked about, at the start and while the window stays open."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from daurulang.anchors import AnchorLog
from daurulang.config import load_machine
from daurulang.deposits.model import Payment
from daurulang.deposits.service import DepositDraft, LineDraft, record
from daurulang.ledger.service import Desk
from daurulang.migrations.opening import open_book
from daurulang.periods import clock_at, now_ms
from daurulang.verification.service import verify
from tests.book import new_key
from tests.ui.hands import Hands, hands_on
from ui.clock import ClockOverlay
from ui.tasks import Lane

KEY = Qt.Key
DAY_MS = 24 * 60 * 60_000


def deposit(place: Path) -> None:
    with closing(open_book(place)) as db:
        record(db, Desk(1, 1), DepositDraft(new_key(), 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))


def clock_asked(hands: Hands) -> bool:
    return isinstance(hands.window._overlay, ClockOverlay)


@pytest.mark.parametrize("jump_ms", [-3 * DAY_MS, -5 * 365 * DAY_MS, -6 * 60_000, 4 * DAY_MS, 400 * DAY_MS])
def test_a_clock_that_jumped_is_asked_about_once(
    jump_ms: int, qtbot: QtBot, qapp: QApplication, home: Path, place: Path
) -> None:
    with clock_at(now_ms() + jump_ms):
        with hands_on(qtbot, qapp, home) as hands:
            hands.sign_in("123456")
            assert clock_asked(hands)
            for key in (KEY.Key_Escape, KEY.Key_F3, KEY.Key_F12):
                hands.press(key)
                assert clock_asked(hands)
                assert hands.window.shown() == "deposit"
            hands.press(KEY.Key_Return)
            assert not clock_asked(hands)
            hands.press(KEY.Key_F12)
            hands.sign_in("123456")
            assert not clock_asked(hands)
        assert "clock confirmed" in AnchorLog(load_machine().anchor_place, place).path.read_text()
        deposit(place)
    with closing(open_book(place)) as db:
        assert verify(db).entries == 3
        assert verify(db).problems == ()


@pytest.mark.parametrize("jump_ms", [-4 * 60_000, 0, 2 * DAY_MS])
def test_a_clock_within_reason_is_not_asked_about(
    jump_ms: int, qtbot: QtBot, qapp: QApplication, home: Path, place: Path
) -> None:
    with clock_at(now_ms() + jump_ms), hands_on(qtbot, qapp, home) as hands:
        hands.sign_in("123456")
        assert not clock_asked(hands)


def unlock_at(hands: Hands, moment_ms: int) -> None:
    """Lock the window, and sign in when the clock stands there."""
    with clock_at(moment_ms):
        hands.press(KEY.Key_F12)
        hands.sign_in("123456")
        hands.until(lambda: not any(lane.is_busy() for lane in hands.program.frame.findChildren(Lane)))


def test_a_window_that_stays_open_for_days_looks_at_the_newest_entry_anew(hands: Hands, place: Path) -> None:
    start_ms = now_ms()
    hands.sign_in("123456")
    session = hands.program.the_session()
    with clock_at(start_ms + 3 * DAY_MS):
        record(session.db, session.desk, DepositDraft(new_key(), 1, (LineDraft(1, 1000),), Payment.SAVINGS, 3100))
    unlock_at(hands, start_ms + 4 * DAY_MS)
    assert not clock_asked(hands)
    unlock_at(hands, start_ms)  # and now the clock has jumped back
    assert clock_asked(hands)
    hands.press(KEY.Key_Return)
    unlock_at(hands, start_ms)
    assert not clock_asked(hands)
